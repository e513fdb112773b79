import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blanked, findPhrases, fold, placeIn } from './phrases.ts';
import { createTombstones, readForgotten } from './keyed.ts';

const mark = '⟦masked:forgotten⟧';
const key = Buffer.alloc(32, 7);
const tombs = createTombstones(key);
const keyedFinder = (...phrases: readonly string[]) =>
  readForgotten(
    phrases.flatMap((phrase) => [...tombs.ofPhrase(phrase)]),
    key,
  ).phrases;
const both = (...phrases: readonly string[]) => [findPhrases(phrases), keyedFinder(...phrases)] as const;

describe('finding a phrase', () => {
  it.each([
    ['Zebrafink', 'ask ZEBRAFINK-4711, or xZebrafinkx', ['ZEBRAFINK', 'Zebrafink']],
    ['blue whale', 'a Blue\nWhale, a blue  whale', ['Blue\nWhale']],
    ['Ann', 'Ann, planning for ann. annAnn myAnn Anna', ['Ann', 'ann', 'ann', 'Ann', 'Ann']],
    ['café', 'at the Cafe\u0301 and the CAFÉ', ['Cafe\u0301', 'CAFÉ']],
    ['東京', '私は東京都にいる', ['東京']],
    ['a quote that is rather long, longer than any window', 'x', []],
  ])('%s in %j', (phrase, text, expected) => {
    for (const finder of both(phrase)) {
      const found = finder.ranges(text).map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(expected);
      expect(finder.holds(text)).toBe(expected.length > 0);
    }
  });

  it('finds every place and nothing else, keyed or not, for any text', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', ' ', '雪'),
      minLength: 5,
      maxLength: 40,
    });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 4 }), (phrase, parts) => {
        const text = parts.join(phrase);
        const sought = fold(phrase).trim();
        for (const finder of both(phrase)) {
          const left = blanked(text, finder.ranges(text), '|');
          if (sought.length > 4) expect(fold(left)).not.toContain(sought);
          if (!fold(text).includes(sought)) expect(left).toBe(text);
        }
      }),
      { seed: 1 },
    );
  });

  it('knows nothing under another key', () => {
    const tombstones = tombs.ofPhrase('Zebrafink');
    expect(readForgotten(tombstones, Buffer.alloc(32, 8)).phrases.holds('Zebrafink')).toBe(false);
    expect(readForgotten(tombstones, null).isEmpty).toBe(true);
    expect(JSON.stringify(tombstones)).not.toMatch(/zebra/iu);
  });

  it('blanks, and says where every place of the text went', () => {
    const text = 'one Zebrafink two Zebrafink three';
    const ranges = findPhrases(['zebrafink']).ranges(text);
    const left = blanked(text, ranges, mark);
    expect(left).toBe(`one ${mark} two ${mark} three`);
    for (const word of ['one', 'two', 'three']) {
      expect(placeIn(ranges, mark, text.indexOf(word))).toBe(left.indexOf(word));
    }
    expect(placeIn(ranges, mark, text.length)).toBe(left.length);
    expect(placeIn(ranges, mark, 6)).toBe(4 + mark.length);
  });
});
