// Text from transcripts is data: it must not move a cursor, recolour a terminal or hide what it says. Everything that
// a terminal would obey or not show is turned into a visible mark here. JSON answers keep the text as it is.

import { withSecretsInWords } from '../../shared/masked-words.ts';

// Controls but for tab and newline; soft hyphen; Arabic letter mark; fillers that look like nothing; zero-width and
// direction marks; line and paragraph separators; the tag letters and the extra variation selectors, which can carry a
// hidden message; halves of characters. The joiners U+200C and U+200D stay: Persian and emoji are wrong without them.
const unsafe =
  /[\u034f\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e0fff}]/gu;

const mark = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** Safe to print; lines stay lines. Where a secret was, its kind stands in words. */
export const plainText = (text: string): string =>
  withSecretsInWords(text).replaceAll('\r\n', '\n').replace(unsafe, mark);

/** Safe to print on one line. */
export const oneLine = (text: string): string => plainText(text.replaceAll(/\s+/gu, ' ').trim());

// Wide in East Asian typography, and emoji: two columns. The blocks of Unicode's EastAsianWidth.txt, joined where what
// lies between is rare in running text.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zeroWidth = /\p{Mn}|\p{Me}|\u200c|\u200d/u;
// Colours that we added ourselves; transcript text has none left by then.
const colour = /\u001b\[\d+m/gu;

const graphemes = new Intl.Segmenter();

/** A character as people count them takes the room of its first sign, whatever is joined to it. */
const graphemeWidth = (grapheme: string): number => {
  const first = String.fromCodePoint(grapheme.codePointAt(0) ?? 0);
  return zeroWidth.test(first) ? 0 : wide.test(first) ? 2 : 1;
};

/** How many columns of a terminal the text takes. */
export function displayWidth(text: string): number {
  const shown = text.replace(colour, '');
  if (/^[ -~]*$/u.test(shown)) return shown.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(shown)) columns += graphemeWidth(segment);
  return columns;
}

/** At most so many columns; what was cut ends in "…". For text without colours. */
export function cutToWidth(text: string, columnsMax: number): string {
  if (displayWidth(text) <= columnsMax) return text;
  let kept = '';
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    columns += graphemeWidth(segment);
    if (columns > columnsMax - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export const padToWidth = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
