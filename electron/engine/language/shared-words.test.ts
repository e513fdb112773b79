import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexWords } from './shared-words.ts';

const sentence = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 5 });
const shares = (one: readonly string[], other: readonly string[]): number =>
  one.filter((word) => other.includes(word)).length;
const numerically = (places: readonly number[]): readonly number[] => places.toSorted((a, b) => a - b);

describe('what shares words', () => {
  it('is found as if everything were looked at', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 40 }),
        sentence,
        fc.integer({ min: 1, max: 3 }),
        (all, words, least) => {
          const wanted = all.flatMap((one, place) => (shares(one, words) >= least ? [place] : []));
          expect(numerically(indexWords(all, Infinity).sharing(words, least))).toEqual(wanted);
        },
      ),
    );
  });

  it('is the nearest, and of equals the first, where only some are wanted', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 40 }),
        sentence,
        fc.integer({ min: 1, max: 9 }),
        (all, words, most) => {
          const wanted = all
            .map((one, place) => ({ place, shared: shares(one, words) }))
            .filter(({ shared }) => shared > 0)
            .sort((a, b) => b.shared - a.shared || a.place - b.place)
            .slice(0, most);
          expect(numerically(indexWords(all, Infinity).nearest(words, 1, most))).toEqual(
            numerically(wanted.map(({ place }) => place)),
          );
        },
      ),
    );
  });

  it('is not found by a word that many hold, which then counts as shared', () => {
    const index = indexWords([['queue', 'dahu'], ['queue', 'fox'], ['queue']], 2);
    expect(index.sharing(['queue'], 1)).toEqual([]);
    expect(index.sharing(['queue', 'dahu'], 2)).toEqual([0]);
  });
});
