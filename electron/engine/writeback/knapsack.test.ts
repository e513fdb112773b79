import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryBest, type Thing } from './knapsack.ts';

const sumOf = (things: readonly Thing[], isIn: (at: number) => boolean, what: keyof Thing): number =>
  things.reduce((sum, thing, at) => sum + (isIn(at) ? thing[what] : 0), 0);

/** Every choice there is. */
function bestOfAll(things: readonly Thing[], weightMax: number): number {
  let best = 0;
  for (let choice = 0; choice < 1 << things.length; choice++) {
    const isIn = (at: number): boolean => (choice & (1 << at)) !== 0;
    if (sumOf(things, isIn, 'weight') <= weightMax) best = Math.max(best, sumOf(things, isIn, 'value'));
  }
  return best;
}

describe('carrying the best', () => {
  const thing = fc.record({
    weight: fc.integer({ min: 1, max: 60 }),
    value: fc.integer({ min: 0, max: 100 }),
  });

  it('is as good as the best of all choices, and never too heavy', () => {
    fc.assert(
      fc.property(
        fc.array(thing, { maxLength: 9 }),
        fc.integer({ min: 0, max: 200 }),
        (things, weightMax) => {
          const chosen = carryBest(things, weightMax);
          const isIn = (at: number): boolean => chosen[at] === true;
          expect(sumOf(things, isIn, 'weight')).toBeLessThanOrEqual(weightMax);
          expect(sumOf(things, isIn, 'value')).toBe(bestOfAll(things, weightMax));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('never passes the weight where it is too large to count in ones', () => {
    const things = Array.from({ length: 60 }, (_, at) => ({ weight: 3000 + at * 7, value: 1 + (at % 5) }));
    const chosen = carryBest(things, 100_000);
    const weight = sumOf(things, (at) => chosen[at] === true, 'weight');
    expect(weight).toBeLessThanOrEqual(100_000);
    expect(weight).toBeGreaterThan(90_000);
  });
});
