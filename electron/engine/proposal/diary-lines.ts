// The lines of a diary as its reader sees them: without headings and the few marks that `diary.ts` writes. What is looked
// for is looked for in these.
import type { DiaryFind } from '../../../shared/nights.ts';

const seen = (line: string): string =>
  line
    .replace(/^ *(?:- |> )*/u, '')
    .replaceAll('**', '')
    .replaceAll(/\*(?=\S)([^*]*)\*/gu, '$1')
    .replaceAll(/\\(?=[<\]])/gu, '');

export const diaryLines = (diary: string): readonly string[] =>
  diary
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(seen);

/** How often a diary says this, in large or small letters, and where first; null where it does not. */
export function saidIn(diary: string, words: string): Pick<DiaryFind, 'lines' | 'first'> | null {
  const wanted = words.trim().toLowerCase();
  const lines = wanted === '' ? [] : diaryLines(diary).filter((line) => line.toLowerCase().includes(wanted));
  const [first] = lines;
  return first === undefined ? null : { lines: lines.length, first };
}
