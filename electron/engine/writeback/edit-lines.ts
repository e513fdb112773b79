// Changes single lines of a person's or an agent's file: the line is found again by what it says and where it stood, and
// nothing but its bytes is touched.
import type { ChangeId, EntryId } from '../../../shared/ids.ts';
import type { FilePlace } from '../../../shared/memory.ts';
import type { MemoryFileEntry } from '../memory-files/memory-file.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import { lineText } from './entry-line.ts';

export interface LineEdit {
  readonly changeId: ChangeId;
  readonly entryId: EntryId;
  /** What the line says, as it was read. */
  readonly text: string;
  readonly place: FilePlace;
  /** Null takes the line out. */
  readonly replacement: string | null;
  /** The entry that says it from now on; null for none. */
  readonly afterId: EntryId | null;
  /** Its owner sent it into this file from another one: where the line does not stand, it is added. */
  readonly isSent?: boolean;
}

export interface Edited {
  readonly bytes: Buffer;
  readonly done: readonly LineEdit[];
  /** Nowhere, or in several places and in none of them where it stood. */
  readonly notFound: readonly LineEdit[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * in-place: only where it stood when it was read. anywhere: also where it stands once; not safe where the same words
 * stood twice and somebody has changed one of them.
 */
export type Search = 'in-place' | 'anywhere';

export function editLines(bytes: Buffer, edits: readonly LineEdit[], search: Search): Edited {
  const lines = parseMemoryFile(bytes).filter((line) => !line.isOwn);
  const found = new Map<LineEdit, Range>();
  for (const edit of edits) {
    const taken = new Set([...found.values()].map((range) => range.start));
    const alike = lines.filter((line) => says(bytes, line, edit) && !taken.has(line.startByte));
    const same = alike.find((line) => line.startByte === edit.place.startByte);
    const line = same ?? (search === 'anywhere' && alike.length === 1 ? alike[0] : undefined);
    if (line !== undefined) found.set(edit, { start: line.startByte, end: line.endByte });
  }
  // From the end, so that the places before stay where they are.
  const ordered = [...found].toSorted(([, a], [, b]) => b.start - a.start);
  const changed = ordered.reduce((file, [edit, range]) => editOne(file, range, edit.replacement), bytes);
  return {
    bytes: changed,
    done: edits.filter((edit) => found.has(edit)),
    notFound: edits.filter((edit) => !found.has(edit)),
  };
}

/** How many lines say the same. */
export const countAlike = (bytes: Buffer, edit: LineEdit): number =>
  parseMemoryFile(bytes).filter((line) => !line.isOwn && says(bytes, line, edit)).length;

/** With its Markdown or without: both are ways in which a line is read. */
function says(bytes: Buffer, line: MemoryFileEntry, edit: LineEdit): boolean {
  // New words in a table's row would break the table, and a file that is one fact is not one line.
  if (edit.replacement !== null && (line.shape === 'row' || line.shape === 'fact')) return false;
  const raw = bytes.subarray(line.startByte, line.endByte).toString('utf8').replace(listMark, '');
  return [line.text, raw].some((text) => lineText(text) === lineText(edit.text));
}

const editOne = (bytes: Buffer, range: Range, replacement: string | null): Buffer =>
  replacement === null ? takeOut(bytes, range) : putIn(bytes, range, replacement);

const listMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;

/** The mark of a list item stays as its writer made it. */
function putIn(bytes: Buffer, range: Range, replacement: string): Buffer {
  const old = bytes.subarray(range.start, range.end).toString('latin1');
  const mark = listMark.exec(old)?.[0] ?? '';
  return Buffer.concat([
    bytes.subarray(0, range.start),
    Buffer.from(mark, 'latin1'),
    Buffer.from(lineText(replacement), 'utf8'),
    bytes.subarray(range.end),
  ]);
}

/** The whole line where nothing else stands on it but its list mark; else the words alone. */
function takeOut(bytes: Buffer, { start, end }: Range): Buffer {
  const lineStart = bytes.subarray(0, start).lastIndexOf(0x0a) + 1;
  const nextBreak = bytes.indexOf(0x0a, end);
  const lineEnd = nextBreak < 0 ? bytes.length : nextBreak + 1;
  const before = bytes.subarray(lineStart, start).toString('latin1');
  const after = bytes.subarray(end, lineEnd).toString('latin1');
  const isAlone = before.replace(listMark, '').trim() === '' && after.trim() === '';
  const [from, to] = isAlone ? [lineStart, lineEnd] : [start, end];
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}
