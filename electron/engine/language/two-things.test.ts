import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect.ts';
import { languageOf } from './language.ts';
import { areTwoThings, type Said } from './two-things.ts';
import { readSentence, stemsOf, valuesOf } from './words.ts';

const gistOf = (text: string): Said => {
  const { terms } = readSentence(text, languageOf(detectLanguage(text)));
  return { text, terms: stemsOf(terms), values: valuesOf(terms) };
};

const names = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) => gistOf(text).values).flatMap(({ kind, word }) => (kind === 'name' ? word : [])),
  );
const two = (a: readonly string[], b: readonly string[], atIssue: ReadonlySet<string> = new Set()): boolean =>
  areTwoThings(
    a.map((text) => gistOf(text)),
    b.map((text) => gistOf(text)),
    atIssue,
  );

describe('what is said of a thing', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'places',
      ['The scale by the door takes 2 batteries.', 'Scale by the door: 2 batteries.'],
      ['The scale in the cellar takes 4 batteries.', 'Cellar scale: 4 batteries.'],
    ],
    [
      'groups',
      ['Die Minis trainieren um 16 Uhr.', 'Training der Minis ist um 16 Uhr.'],
      ['Die Senioren trainieren um 20 Uhr.', 'Training der Senioren ist um 20 Uhr.'],
    ],
    [
      'rooms, one saying each',
      ['The lamp in the hall takes 9 watts.'],
      ['The lamp in the attic takes 12 watts.'],
    ],
    ['shops without spaces', ['东门店八点开门。'], ['西门店九点开门。']],
  ])('is of two things where each has its own word: %s', (_, a, b) => {
    expect(two(a, b)).toBe(true);
    expect(two(b, a)).toBe(true);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['only the number', ['The scale takes 2 batteries.'], ['The scale takes 4 batteries.']],
    [
      'how one saying alone is worded',
      ['Samples with a RIN below 6 are excluded.'],
      ['The RIN cutoff is 7.', 'RIN cutoff is 7, so drop the samples below.'],
    ],
    [
      'a word of one saying alone',
      ['The scale by the door takes 2 batteries.', 'The scale needs 2 batteries.'],
      ['The scale takes 4 batteries in winter, too.', 'The scale needs 4 batteries.'],
    ],
    ['a word that only one side has', ['The scale takes 2 batteries.'], ['The old scale takes 4 batteries.']],
    [
      'another ending of one word',
      ['Die Waage braucht 2 Batterien.'],
      ['Für Waagen 4 Batterien, sie brauchten mehr.'],
    ],
  ])('is of one thing where they differ in %s', (_, a, b) => {
    expect(two(a, b)).toBe(false);
  });

  it('is of one thing where only the names at issue differ', () => {
    const [a, b] = [['Our caterer is Holm.'], ['Our caterer is Brandt.']];
    expect(two(a, b, names([...a, ...b]))).toBe(false);
  });
});
