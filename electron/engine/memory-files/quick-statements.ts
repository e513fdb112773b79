// A reader for files that are too large, or too strange, for a Markdown parser: line by line, in time that grows with
// the length only. It knows lists, paragraphs, headings, code and comments, and no more.
import type { Line } from './lines.ts';
import type { Statement } from './memory-file.ts';
import { isStatement, plainText, withoutEmphasis } from './plain-text.ts';

const itemStart = /^([ \t>]{0,200})(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/u;
const headingStart = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/u;
const fence = /^[ \t>]{0,20}(`{3,}|~{3,})/u;
const link = /\[([^\]\n]{1,400})\]\(([^)\s]{1,400})\)/u;

interface Open {
  readonly shape: 'item' | 'paragraph';
  readonly firstLine: number;
  readonly indent: number;
  readonly depth: number;
  readonly parts: string[];
}

interface Reading {
  readonly out: Statement[];
  heading: string | null;
  open: Open | null;
  /** The items that an item may be nested in, the outermost first. */
  parents: readonly { readonly depth: number; readonly text: string }[];
  fenceMark: string | null;
  inComment: boolean;
}

export function quickStatementsOf(lines: readonly Line[]): readonly Statement[] {
  const reading: Reading = {
    out: [],
    heading: null,
    open: null,
    parents: [],
    fenceMark: null,
    inComment: false,
  };
  const first = frontMatterEnd(lines);
  lines.forEach((line, i) => {
    if (i >= first) readLine(reading, line.text, i);
  });
  close(reading, lines.length - 1);
  return reading.out;
}

/** The index of the first line behind the front matter; 0 where there is none. */
function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0;
  return lines.slice(1, 200).findIndex((line) => line.text.trimEnd() === '---') + 2 || 0;
}

function readLine(reading: Reading, text: string, i: number): void {
  if (skips(reading, text, i)) return;
  if (text.trim() === '') {
    close(reading, i - 1);
    return;
  }
  const heading = headingStart.exec(text);
  if (heading) {
    close(reading, i - 1);
    reading.parents = [];
    reading.heading = plainText(withoutEmphasis(heading[1] ?? '')) || reading.heading;
    return;
  }
  const item = itemStart.exec(text);
  const indent = (item?.[1] ?? /^[ \t>]{0,200}/u.exec(text)?.[0] ?? '').length;
  if (item) {
    close(reading, i - 1);
    reading.open = { shape: 'item', firstLine: i, indent, depth: indent, parts: [item[2] ?? ''] };
  } else if (reading.open) reading.open.parts.push(text.slice(indent));
  else {
    if (indent === 0) reading.parents = [];
    reading.open = { shape: 'paragraph', firstLine: i, indent, depth: indent, parts: [text.slice(indent)] };
  }
}

/** Code and comments; a comment may begin and end on one line. */
function skips(reading: Reading, text: string, i: number): boolean {
  if (reading.fenceMark !== null) {
    const mark = fence.exec(text)?.[1];
    if (mark?.startsWith(reading.fenceMark)) reading.fenceMark = null;
    return true;
  }
  if (reading.inComment) {
    reading.inComment = !text.includes('-->');
    return true;
  }
  const mark = fence.exec(text)?.[1];
  const comment = text.trimStart().startsWith('<!--');
  if (mark === undefined && !comment) return false;
  close(reading, i - 1);
  if (mark !== undefined) reading.fenceMark = mark;
  else reading.inComment = !text.includes('-->');
  return true;
}

function close(reading: Reading, lastLine: number): void {
  const { open } = reading;
  reading.open = null;
  if (open === null) return;
  const raw = open.parts.join(' ');
  const text = plainText(withoutEmphasis(raw.replace(new RegExp(link, 'gu'), '$1')));
  const parents = reading.parents.filter((parent) => parent.depth < open.depth);
  if (isStatement(text, open.shape)) {
    reading.out.push({
      text,
      heading: reading.heading,
      context: parents.at(-1)?.text ?? null,
      link: link.exec(raw)?.[2] ?? null,
      firstLine: open.firstLine,
      lastLine,
      indent: open.indent,
      shape: open.shape,
    });
  }
  if (open.shape === 'item') reading.parents = [...parents, { depth: open.depth, text }];
}
