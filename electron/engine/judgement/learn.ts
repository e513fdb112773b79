// Learns the six weights from what a person approved and rejected: pairs of the two, a logistic loss on the difference of
// their scores, and a ridge that pulls every weight back to what it was at first. Little evidence moves little.
import type { Dimensions } from '../../../shared/memory.ts';

export interface DecidedChange {
  readonly night: string;
  readonly dimensions: Dimensions;
  readonly approved: boolean;
}

export const dimensionNames = [
  'relevance',
  'frequency',
  'diversity',
  'recency',
  'consolidation',
  'richness',
] as const satisfies readonly (keyof Dimensions)[];

type Vector = readonly number[];

// A difference of a twentieth in the score is one unit of certainty: about what parts neighbours in a proposal.
const steepness = 20;
// Found on a simulator with hidden preferences, between twenty (learns most) and a hundred and fifty (dares least).
const ridge = 40;
// Newton's method is there after a handful.
const rounds = 8;

const vectorOf = (dimensions: Dimensions): Vector => dimensionNames.map((name) => dimensions[name]);

const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);

/** What was approved less what was rejected, for each pair. */
function pairsOf(decided: readonly DecidedChange[]): readonly Vector[] {
  const of = (approved: boolean): readonly Vector[] =>
    decided.filter((one) => one.approved === approved).map((one) => vectorOf(one.dimensions));
  const rejected = of(false);
  return of(true).flatMap((yes) => rejected.map((no) => yes.map((x, at) => x - (no[at] ?? 0))));
}

/** None below zero, and all together one. */
function normal(weights: Vector): Vector {
  const positive = weights.map((weight) => Math.max(0, weight));
  const sum = positive.reduce((all, weight) => all + weight, 0);
  return positive.map((weight) => weight / sum);
}

/** Solves a small symmetric system by Gauss; the ridge keeps it away from singular. */
function solve(matrix: readonly Vector[], right: Vector): Vector {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows[at] ?? [];
    for (const [below, row] of rows.entries()) {
      const factor = below === at ? 0 : (row[at] ?? 0) / (pivot[at] ?? 1);
      if (factor === 0) continue;
      for (let column = at; column <= size; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** One Newton step of the ridge and the logistic losses of all pairs. In plain loops: a back-test takes dozens of these. */
function stepOf(weights: Vector, usual: Vector, pairs: readonly Vector[], perPair: number): Vector {
  const size = weights.length;
  const slope = Float64Array.from(weights, (weight, at) => ridge * (weight - (usual[at] ?? 0)));
  const curve = new Float64Array(size * size);
  for (let at = 0; at < size; at++) curve[at * size + at] = ridge;
  for (const pair of pairs) {
    let lead = 0;
    for (let at = 0; at < size; at++) lead += (weights[at] ?? 0) * (pair[at] ?? 0);
    const doubt = 1 / (1 + Math.exp(steepness * lead));
    const pull = perPair * steepness * doubt;
    const bend = pull * steepness * (1 - doubt);
    for (let row = 0; row < size; row++) {
      const difference = pair[row] ?? 0;
      slope[row] = (slope[row] ?? 0) - pull * difference;
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        curve[at] = (curve[at] ?? 0) + bend * difference * (pair[column] ?? 0);
      }
    }
  }
  const rows = weights.map((_, row) => [...curve.subarray(row * size, (row + 1) * size)]);
  return solve(rows, [...slope]);
}

/** Pure. The usual ones where nothing was approved, or nothing rejected. */
export function learnWeights(decided: readonly DecidedChange[], usual: Dimensions): Dimensions {
  const pairs = pairsOf(decided);
  if (pairs.length === 0) return usual;
  const start = vectorOf(usual);
  // a pair is no decision of its own: together they weigh as much as the decisions that they are made of
  const perPair = decided.length / pairs.length;
  let weights = start;
  for (let round = 0; round < rounds; round++) {
    const step = stepOf(weights, start, pairs, perPair);
    // a whole step may lead too far where the losses are nearly straight: never more than the weights themselves
    const far = Math.max(...step.map(Math.abs));
    weights = weights.map(
      (weight, at) => weight - (step[at] ?? 0) * Math.min(1, farthest / Math.max(far, tie)),
    );
  }
  const [relevance = 0, frequency = 0, diversity = 0, recency = 0, consolidation = 0, richness = 0] =
    normal(weights);
  return { relevance, frequency, diversity, recency, consolidation, richness };
}

// In one step no weight moves farther.
const farthest = 0.3;
// Scores nearer than this are the same: half an agreement.
const tie = 1e-9;

export const scoreBy = (weights: Dimensions, dimensions: Dimensions): number =>
  dot(vectorOf(weights), vectorOf(dimensions));

/** Whether the two, decided differently, are put in the right order: 1, 0, or a half where they score the same. */
export function inOrder(weights: Dimensions, one: DecidedChange, other: DecidedChange): number {
  const lead = scoreBy(weights, one.dimensions) - scoreBy(weights, other.dimensions);
  if (Math.abs(lead) < tie) return 0.5;
  return lead > 0 === one.approved ? 1 : 0;
}
