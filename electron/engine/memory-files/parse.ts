// Reads a memory file into entries, to the byte: what a line is proposed to become must be put back exactly there.
import { factHead, kindOfType, type FactHead } from './fact.ts';
import { isUtf16, linesOf, textEndByte, type Line } from './lines.ts';
import type { MemoryFileEntry, MemoryFormat, Statement } from './memory-file.ts';
import { quickStatementsOf } from './quick-statements.ts';
import { statementsOf } from './statements.ts';

/**
 * Never throws. The entries stand in the order of the file. `content` is the file as it lies on disk; a string stands
 * for its UTF-8.
 */
export function parseMemoryFile(
  content: Uint8Array | string,
  format: MemoryFormat = 'unknown',
): readonly MemoryFileEntry[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (isUtf16(bytes)) return [];
  const lines = linesOf(bytes);
  const areOwn = ownLines(lines);
  const statements = isPlain(bytes, lines) ? statementsOf(lines) : quickStatementsOf(lines);
  const entries = statements.map((statement) => entryOf(bytes, lines, statement, areOwn));
  const head = format === 'markdown' ? null : factHead(lines);
  return head !== null && isFact(head, format) ? factEntries(bytes, head, entries) : entries;
}

/** Rules and skills have heads too, with names and descriptions; only facts have one of the four types. */
const isFact = (head: FactHead, format: MemoryFormat): boolean =>
  format === 'fact'
    ? head.name !== null || head.description !== null
    : head.name !== null && head.description !== null && kindOfType(head.type) !== null;

/**
 * The Markdown parser reads 1 to 2 MB a second, but odd texts cost it their square. Larger files (the largest memory
 * file known to us has 80 KB), endless lines and marks nested beyond sense go to the quick reader.
 */
const parsedBytesMax = 262_144;
const lineCharsMax = 8192;
const nestedTooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]?){24}/u;
const tooManyMarks = /[*_[\]<`\\!&]/gu;
const marksMax = 20_000;

function isPlain(bytes: Uint8Array, lines: readonly Line[]): boolean {
  if (bytes.length > parsedBytesMax) return false;
  let marks = 0;
  for (const { text } of lines) {
    if (text.length > lineCharsMax || nestedTooDeep.test(text)) return false;
    marks += text.match(tooManyMarks)?.length ?? 0;
  }
  return marks <= marksMax;
}

function entryOf(
  bytes: Uint8Array,
  lines: readonly Line[],
  statement: Statement,
  areOwn: readonly boolean[],
): MemoryFileEntry {
  const first = lines[statement.firstLine];
  const last = lines[statement.lastLine];
  const { text, heading, context, link, shape } = statement;
  const startByte = (first?.startByte ?? 0) + statement.indent;
  const endByte = last === undefined ? startByte : Math.max(startByte, textEndByte(bytes, last));
  const isOwn = areOwn[statement.firstLine] ?? false;
  return {
    text,
    heading,
    context,
    link,
    startByte,
    endByte,
    line: statement.firstLine + 1,
    shape,
    isOwn,
    kindHint: null,
  };
}

/** A whole file is one fact: its description says it, or else its first sentence. */
function factEntries(
  bytes: Uint8Array,
  head: FactHead,
  body: readonly MemoryFileEntry[],
): readonly MemoryFileEntry[] {
  const first = body.find((entry) => entry.line > head.bodyLine);
  const text = head.description ?? firstSentence(first?.text ?? '') ?? head.name;
  if (text === null || text === '') return [];
  return [
    {
      text,
      heading: head.name,
      context: null,
      link: null,
      startByte: 0,
      endByte: bytes.length,
      line: 1,
      shape: 'fact',
      isOwn: first?.isOwn ?? false,
      kindHint: kindOfType(head.type),
    },
  ];
}

const firstSentence = (text: string): string | null =>
  /^.{1,400}?(?:[.!?](?=\s|$)|[。！？]|$)/u.exec(text)?.[0] ?? (text === '' ? null : text.slice(0, 400));

/** Which lines stand in a block of our own. One that is never closed reaches to the file's end. */
function ownLines(lines: readonly Line[]): readonly boolean[] {
  let inside = false;
  return lines.map(({ text }) => {
    const trimmed = text.trimStart();
    if (trimmed.startsWith('<!-- slowwave:begin')) inside = true;
    const isOwn = inside;
    if (trimmed.startsWith('<!-- slowwave:end')) inside = false;
    return isOwn;
  });
}
