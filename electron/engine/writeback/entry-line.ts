// One memory entry as one line of Markdown, and back. Whatever stands in an entry's text, it stays text: it opens no
// comment, ends no block, and turns no letter around.
import type { EntryId } from '../../../shared/ids.ts';
import type { MemoryKind } from '../../../shared/memory.ts';

export interface BlockLine {
  /** The first hexadecimal digits of the entry's id. */
  readonly shortId: string;
  readonly kind: MemoryKind;
  readonly text: string;
}

/** 8 of 16 digits: an id costs tokens in every session, and a block holds tens of entries. */
export const shortIdOf = (id: EntryId): string => id.slice('mem_'.length, 'mem_'.length + 8);

// Turns of direction, tags, and letters of no width: a person who reads the file would not see them. The joiners
// U+200C and U+200D stay, for Persian, Hindi and emoji are written with them.
const invisible = /[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** On one line, without control characters and without what cannot be seen. */
export const lineText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** An entity that stands in the text is escaped first, so that reading back gives the same letters. */
const escaped = (text: string): string =>
  text
    .replace(/&(?=(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<!--', '&lt;!--')
    .replaceAll('-->', '--&gt;');

const letters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => letters[entity] ?? entity);

export const entryToLine = ({ text, shortId }: BlockLine): string =>
  `- ${escaped(lineText(text))} <!-- ${shortId} -->`;

/** Null for a line that no entry made. */
export function lineToEntry(line: string, kind: MemoryKind): BlockLine | null {
  const found = /^- (.*) <!-- ([0-9a-f]{8,16}) -->$/u.exec(line);
  const [, text, shortId] = found ?? [];
  return text === undefined || shortId === undefined ? null : { text: unescaped(text), shortId, kind };
}
