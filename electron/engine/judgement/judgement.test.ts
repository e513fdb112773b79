import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimensions } from '../../../shared/memory.ts';
import { weights as usual } from '../deep/score.ts';
import { usualThresholds } from '../../../shared/settings.ts';
import { judgeDecisions, type Judged } from './back-test.ts';
import { dimensionNames, inOrder, learnWeights, scoreBy, type DecidedChange } from './learn.ts';

/** A generator of its own (mulberry32), so that each seed is one person with one hidden taste. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const made = (of: (at: number) => number): Dimensions => {
  const [relevance = 0, frequency = 0, diversity = 0, recency = 0, consolidation = 0, richness = 0] =
    dimensionNames.map((_, at) => of(at));
  return { relevance, frequency, diversity, recency, consolidation, richness };
};

interface Person {
  decides(count: number): readonly DecidedChange[];
}

/** They approve what their hidden weights score above the middle; nobody tells those to the learner. */
function personOf(seed: number): Person {
  const chance = chanceOf(seed);
  const usualList = dimensionNames.map((name) => usual[name]);
  const hidden = made((at) => (usualList[at] ?? 0) * Math.exp(1.4 * (2 * chance() - 1)));
  const change = (): Dimensions => made(() => chance());
  const scores = Array.from({ length: 200 }, () => scoreBy(hidden, change())).sort((a, b) => a - b);
  const middle = scores[100] ?? 0;
  return {
    decides: (count) =>
      Array.from({ length: count }, (_, at) => {
        const dimensions = change();
        return {
          night: `night ${Math.floor(at / 8)}`,
          dimensions,
          approved: scoreBy(hidden, dimensions) >= middle,
        };
      }),
  };
}

const { scoreMin } = usualThresholds;
const judge = (decided: readonly DecidedChange[]): Judged =>
  judgeDecisions({ decided, scored: [], usual, scoreMin });

interface InForce {
  readonly weights: Dimensions;
  readonly scoreMin: number;
}

/** As the owner gets it: adopted where the back-test is for it, else the usual weights. */
const inForceAfter = (decided: readonly DecidedChange[]): InForce => {
  const { advice, learned, learnedScoreMin } = judge(decided);
  return advice === 'better' ? { weights: learned, scoreMin: learnedScoreMin } : { weights: usual, scoreMin };
};

/** How many the score alone would have decided as they did. */
const rightBy = ({ weights, scoreMin: needed }: InForce, fresh: readonly DecidedChange[]): number =>
  fresh.filter((one) => scoreBy(weights, one.dimensions) >= needed === one.approved).length;

const agreement = (weights: Dimensions, fresh: readonly DecidedChange[]): number => {
  const [yes, no] = [fresh.filter((one) => one.approved), fresh.filter((one) => !one.approved)];
  const right = yes.flatMap((one) => no.map((other) => inOrder(weights, one, other)));
  return right.reduce((sum, one) => sum + one, 0) / right.length;
};

describe('with a hidden preference, after 40 decisions', () => {
  // the long run takes many more people
  const seeds = Array.from({ length: process.env['LONG'] === '1' ? 400 : 40 }, (_, seed) => seed + 1);
  // one of 400 loses four of a thousand decisions
  const unlucky = process.env['LONG'] === '1' ? 5 : 0;
  const people = seeds.map((seed) => {
    const person = personOf(seed);
    const inForce = inForceAfter(person.decides(40));
    const fresh = person.decides(150);
    const more = person.decides(1000);
    return {
      learned: agreement(inForce.weights, fresh),
      before: agreement(usual, fresh),
      right: rightBy(inForce, more),
      rightBefore: rightBy({ weights: usual, scoreMin }, more),
    };
  });

  it('agrees in at least 90 of 100 pairs of fresh decisions, for 99 of 100 people', () => {
    const well = people.filter(({ learned }) => learned >= 0.9).length;
    expect(well / people.length).toBeGreaterThanOrEqual(0.99);
  });

  it('never agrees less than the usual weights do', () => {
    for (const { learned, before } of people) expect(learned).toBeGreaterThanOrEqual(before);
  });

  it('never decides worse than the usual ones: the score that is needed goes with the weights', () => {
    for (const { right, rightBefore } of people) expect(right).toBeGreaterThanOrEqual(rightBefore - unlucky);
    // of the decisions that the usual ones get wrong, more than half are put right
    const wrong = (of: (person: (typeof people)[number]) => number): number =>
      people.reduce((sum, person) => sum + 1000 - of(person), 0);
    expect(wrong((one) => one.right)).toBeLessThan(wrong((one) => one.rightBefore) / 2);
  });

  it('is worth it: most of what the usual weights get wrong is put right', () => {
    const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
    const [learned, before] = [mean(people.map((p) => p.learned)), mean(people.map((p) => p.before))];
    expect(1 - learned).toBeLessThan((1 - before) / 3);
  });
});

describe('learning', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const decision: fc.Arbitrary<DecidedChange> = fc.record({
    night: fc.constantFrom('a', 'b', 'c'),
    dimensions: fc.record({
      relevance: unit,
      frequency: unit,
      diversity: unit,
      recency: unit,
      consolidation: unit,
      richness: unit,
    }),
    approved: fc.boolean(),
  });

  it('gives six weights that are not below zero and add up to one, whatever was decided', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), (decided) => {
        const weights = dimensionNames.map((name) => learnWeights(decided, usual)[name]);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('stays near the usual weights where there is little to learn from', () => {
    const far = (count: number): number => {
      const learned = learnWeights(personOf(7).decides(count), usual);
      return Math.max(...dimensionNames.map((name) => Math.abs(learned[name] - usual[name])));
    };
    expect(far(4)).toBeLessThan(far(40));
    expect(learnWeights([], usual)).toEqual(usual);
  });

  it('advises nothing before there are decisions of both kinds', () => {
    const decided = personOf(3).decides(40);
    expect(judge(decided.slice(0, 10)).advice).toBe('too-early');
    expect(judge(decided.filter((one) => one.approved)).advice).toBe('too-early');
  });

  it('advises against weights learned from the toss of a coin', () => {
    let advised = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const chance = chanceOf(seed * 977);
      const tossed = personOf(seed)
        .decides(40)
        .map((one) => ({ ...one, approved: chance() < 0.5 }));
      if (judge(tossed).advice === 'better') advised += 1;
    }
    // one and a half standard errors are exceeded by luck in one of fifteen
    expect(advised).toBeLessThanOrEqual(3);
  });
});
