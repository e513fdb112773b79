// How a lexicon's lists are written in little room: phrases set apart by bars or lines, each given also as people type
// it who leave out the marks of its letters or have no key for them.
import type { Pattern } from './lexicon.ts';

/** What takes the place of a letter on a keyboard without it. */
const withoutKey: readonly (readonly [RegExp, string])[] = [
  [/æ/gu, 'ae'],
  [/ø/gu, 'oe'],
  [/å/gu, 'aa'],
];
const withoutMark: readonly (readonly [RegExp, string])[] = [
  [/æ/gu, 'ae'],
  [/ø/gu, 'o'],
  [/đ/gu, 'd'],
  [/[\u0300-\u036f]/gu, ''],
];
// Two codes for one letter: Romanian with comma and cedilla, Persian on an Arabic keyboard.
const otherCodes: readonly (readonly [RegExp, string])[] = [
  [/ș/gu, 'ş'],
  [/ț/gu, 'ţ'],
  [/ی/gu, 'ي'],
  [/ک/gu, 'ك'],
];
// What Persian sets between the parts of a word, and few people type.
const joiner = '\u200c';

const changed = (text: string, by: readonly (readonly [RegExp, string])[]): string =>
  by.reduce((so, [letters, other]) => so.replace(letters, other), text);

function waysOf(phrase: string): readonly string[] {
  const parted = phrase.includes(joiner)
    ? [phrase, phrase.replaceAll(joiner, ' '), phrase.replaceAll(joiner, '')]
    : [phrase];
  return parted.flatMap((way) => [
    way,
    changed(way, withoutKey),
    changed(way.normalize('NFD'), withoutMark).normalize('NFC'),
    changed(way, otherCodes),
  ]);
}

/** "på ny|igen" → på ny, paa ny, pa ny, igen. Each once, in this order. */
export const phrases = (text: string): readonly Pattern[] => [
  ...new Set(
    text
      .split(/[|\n]/u)
      .map((phrase) => phrase.trim())
      .filter(Boolean)
      .flatMap(waysOf),
  ),
];

/** The same for words set apart by spaces. */
export const words = (text: string): string => phrases(text.trim().replaceAll(/\s+/gu, '|')).join(' ');
