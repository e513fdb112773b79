// What both readers of Markdown share: a statement's text on one line, what states something at all, rows of a table.
import type { Line } from './lines.ts';

export const plainText = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A paragraph must say something; a list item may be short ("- tabs"). `@file` alone brings in another file. */
export function isStatement(text: string, shape: 'item' | 'paragraph'): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || /^@[\w./~-]+$/u.test(text)) return false;
  if (shape === 'item') return true;
  if (/^https?:\/\/\S+$/u.test(text)) return false;
  return (
    text.includes(' ') ||
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) !== null
  );
}

const delimiterRow = /^[\s>]*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/u;

/** The rows below a table's head, each with its cells in one text; null where the lines are no table. */
export function rowsOfTable(
  lines: readonly Line[],
  firstLine: number,
  lastLine: number,
): readonly { readonly text: string; readonly line: number }[] | null {
  const below = lines[firstLine + 1]?.text ?? '';
  const isTable = lastLine > firstLine && below.includes('|') && delimiterRow.test(below);
  if (!isTable || !(lines[firstLine]?.text ?? '').includes('|')) return null;
  return lines.slice(firstLine + 2, lastLine + 1).flatMap((line, i) => {
    const text = cellsOf(line.text)
      .map(withoutEmphasis)
      .filter((cell) => cell !== '')
      .join(' | ');
    return isStatement(text, 'item') ? [{ text, line: firstLine + 2 + i }] : [];
  });
}

const cellsOf = (row: string): readonly string[] =>
  row
    .replace(/^[\s>]*\|?|\|?\s*$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => plainText(cell.replaceAll('\\|', '|')));

/** Bold and italics without a parser: pairs of marks around words. */
export const withoutEmphasis = (text: string): string =>
  text
    .replace(/(\*\*|__)(?=\S)([^*_]{1,400}?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]{1,400}?)(?<=\S)\1(?![\w*])/gu, '$2');
