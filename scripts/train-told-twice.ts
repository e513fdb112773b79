// Fits how surely two themes of a night are one rule told twice, on bench/wordings: of each person every rule is told
// twice, two wordings and two, in each of the three ways, and each is held against all others. The same wordings give the
// same weights.
//
//   npm run train-told-twice        writes electron/engine/deep/told-twice-weights.ts and prints what the kept rules give
//                                   (--out FILE: another file)
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { areAgainst } from '../electron/engine/deep/one-subject.ts';
import { gistOf } from '../electron/engine/deep/sameness.ts';
import {
  alikeKeys,
  createAlike,
  oddsMin,
  oddsOf,
  type Alike,
  type Saying,
  type Weights,
} from '../electron/engine/deep/told-twice.ts';
import { contentHash } from '../shared/ids.ts';
import { isKept, readPeople, type Rule } from './wordings.ts';

const { values } = parseArgs({
  options: {
    out: {
      type: 'string',
      default: resolve(import.meta.dirname, '../electron/engine/deep/told-twice-weights.ts'),
    },
  },
});

interface Pair {
  readonly alike: Alike;
  readonly isOne: boolean;
  readonly isKin: boolean;
  /** Both rules of a pair that is fitted on are even, both of one that is measured on are odd. */
  readonly half: 'taught' | 'kept' | 'neither';
}

const ways = [
  [
    [0, 1],
    [2, 3],
  ],
  [
    [0, 2],
    [1, 3],
  ],
  [
    [0, 3],
    [1, 2],
  ],
] as const;

const sayingOf = ({ id, language, wordings }: Rule, places: readonly number[]): Saying => {
  const quotes = places.flatMap((place) => wordings[place] ?? []);
  const text = quotes[0] ?? '';
  const evidence = quotes.map((quote) => ({ quote }));
  return {
    id: contentHash('told', id, ...quotes),
    text,
    language,
    terms: [],
    announcesChange: false,
    evidence,
  };
};

function pairsOf(rules: readonly Rule[], way: (typeof ways)[number]): readonly Pair[] {
  const told = rules.flatMap((rule) => way.map((places) => ({ rule, saying: sayingOf(rule, places) })));
  const sayings = told.map(({ saying }) => saying);
  const hold = createAlike(sayings, sayings, {});
  const gists = new Map(sayings.map((saying) => [saying, gistOf(saying.text, saying.language)]));
  return told.flatMap((one, at) =>
    told.slice(at + 1).flatMap((other): readonly Pair[] => {
      const [a, b] = [gists.get(one.saying), gists.get(other.saying)];
      const held = hold(one.saying, other.saying);
      if (!a || !b || held === null || areAgainst(a, b)) return [];
      const kept = [one.rule, other.rule].filter(isKept).length;
      const half = kept === 0 ? 'taught' : kept === 2 ? 'kept' : 'neither';
      const isKin = one.rule.kin === other.rule.id || other.rule.kin === one.rule.id;
      return [{ alike: held.alike, isOne: one.rule === other.rule, isKin, half }];
    }),
  );
}

// Each rule is told twice in three ways; a pair of two rules counts in full.
const weightOf = ({ isOne }: Pair): number => (isOne ? 1 / ways.length : 1);
const ridge = 2;
const rounds = 25;

/** Solves a small system by elimination, its largest pivots first. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at++) {
    const best = rows
      .slice(at)
      .reduce(
        (most, row, i) => (Math.abs(row[at] ?? 0) > Math.abs(rows[most]?.[at] ?? 0) ? at + i : most),
        at,
      );
    const [pivot, here] = [rows[best] ?? [], rows[at] ?? []];
    [rows[at], rows[best]] = [pivot, here];
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const share = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let place = at; place < row.length; place++)
        row[place] = (row[place] ?? 0) - share * (pivot[place] ?? 0);
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

const featuresOf = ({ alike }: Pair): readonly number[] => [...alikeKeys.map((key) => alike[key]), 1];

/** Logistic regression by Newton's steps, with a ridge on the standardized weights and none on the bias. */
function fit(pairs: readonly Pair[]): Weights {
  const taught = pairs.map((pair) => ({
    x: featuresOf(pair),
    y: pair.isOne ? 1 : 0,
    weight: weightOf(pair),
  }));
  const size = alikeKeys.length + 1;
  const places = Array.from({ length: size }, (_, at) => at);
  const pulls = places.map((at) => {
    if (at === size - 1) return 1e-6;
    const mean = taught.reduce((sum, { x }) => sum + (x[at] ?? 0), 0) / taught.length;
    return (ridge * taught.reduce((sum, { x }) => sum + ((x[at] ?? 0) - mean) ** 2, 0)) / taught.length;
  });
  let theta = places.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const gradient = places.map((at) => (pulls[at] ?? 0) * (theta[at] ?? 0));
    const curve = places.map((at) => places.map((other) => (at === other ? (pulls[at] ?? 0) : 0)));
    for (const { x, y, weight } of taught) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (theta[at] ?? 0), 0)));
      for (const at of places) {
        gradient[at] = (gradient[at] ?? 0) + weight * (p - y) * (x[at] ?? 0);
        const row = curve[at] ?? [];
        for (const other of places)
          row[other] = (row[other] ?? 0) + weight * p * (1 - p) * (x[at] ?? 0) * (x[other] ?? 0);
      }
    }
    const step = solve(curve, gradient);
    theta = theta.map((value, at) => value - (step[at] ?? 0));
  }
  const [bias = 0, ...rest] = theta.map((value) => Math.round(value * 100) / 100).toReversed();
  const [twoThings = 0, overlap = 0, shared = 0, value = 0, rarest = 0] = rest;
  return { rarest, value, shared, overlap, twoThings, bias };
}

const fileOf = (
  weights: Weights,
): string => `// Made by scripts/train-told-twice.ts, which says on what; not to be edited by hand.
import type { Weights } from './told-twice.ts';

export const weights: Weights = {
${Object.entries(weights)
  .map(([key, weight]) => `  ${key}: ${String(weight)},\n`)
  .join('')}};
`;

const all = [...readPeople().values()].flatMap((rules) => ways.flatMap((way) => pairsOf(rules, way)));
const weights = fit(all.filter(({ half }) => half === 'taught'));
writeFileSync(values.out, fileOf(weights));
const kept = all.filter(({ half }) => half === 'kept');
const joined = kept.filter(({ alike }) => oddsOf(alike, weights) >= oddsMin);
const one = joined.filter(({ isOne }) => isOne).length;
process.stdout.write(
  `of the kept rules ${one} of ${kept.filter(({ isOne }) => isOne).length} halves that share a word are joined with their own, ` +
    `${joined.length - one} with another rule's (${joined.filter(({ isKin }) => isKin).length} of them kin)\n${join(values.out)}\n`,
);
