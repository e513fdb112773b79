// Other weights move every score, so the score that a change needs moves with them: first so far that as many candidates
// pass as before, then towards where their owner's yes and no part, where decisions that it was not fitted to say so.
import type { RightDecisions } from '../../../shared/judgement.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import { learnWeights, scoreBy, type DecidedChange } from './learn.ts';
import { partsMax, partsOf } from './parts.ts';

/** What a threshold is fitted with. */
export interface Fitting {
  /** Oldest first. */
  readonly decided: readonly DecidedChange[];
  /** All that a night scored, offered or not; may be empty. */
  readonly scored: readonly Dimensions[];
  readonly usual: Dimensions;
  /** The score that is needed by now, by the usual weights. */
  readonly scoreMin: number;
}

export interface FittedThreshold {
  /** With the learned weights. */
  readonly scoreMin: number;
  readonly right: RightDecisions;
}

// From where as many pass as before it never moves farther: about the distance of a weak candidate from a good one.
const reach = 0.12;
// So many decisions must be better for by a whole reach.
const pull = 2;

/** The score above which as many pass by `learned` as passed `scoreMin` by the usual weights. */
function levelOf({ decided, scored, usual, scoreMin }: Fitting, learned: Dimensions): number {
  const all = scored.length > 0 ? scored : decided.map(({ dimensions }) => dimensions);
  const passed = all.filter((one) => scoreBy(usual, one) >= scoreMin).length;
  const scores = all.map((one) => scoreBy(learned, one)).sort((a, b) => b - a);
  const [last, next] = [scores[passed - 1], scores[passed]];
  if (last === undefined || next === undefined) return scoreMin;
  return (last + next) / 2;
}

const isRight = (weights: Dimensions, scoreMin: number, one: DecidedChange): boolean =>
  scoreBy(weights, one.dimensions) >= scoreMin === one.approved;

/** Where yes and no part best, drawn towards `level`. */
function partingOf(decided: readonly DecidedChange[], weights: Dimensions, level: number): number {
  const scores = decided.map((one) => scoreBy(weights, one.dimensions)).sort((a, b) => a - b);
  const between = scores.slice(1).map((score, at) => (score + (scores[at] ?? score)) / 2);
  const costOf = (at: number): number =>
    decided.filter((one) => !isRight(weights, at, one)).length + pull * ((at - level) / reach) ** 2;
  return [level, ...between.filter((at) => Math.abs(at - level) <= reach)].reduce((best, at) =>
    costOf(at) < costOf(best) ? at : best,
  );
}

type Way = 'usual' | 'level' | 'parting';

/** Each decision by weights and thresholds that were made without its part. */
function rightOf(fitting: Fitting): Readonly<Record<Way, number>> {
  const { decided, usual, scoreMin } = fitting;
  const parts = partsOf(decided);
  const right = { usual: 0, level: 0, parting: 0 };
  for (let part = 0; part < partsMax; part++) {
    const rest = decided.filter((_, at) => parts[at] !== part);
    const weights = learnWeights(rest, usual);
    const level = levelOf({ ...fitting, decided: rest }, weights);
    const parting = partingOf(rest, weights, level);
    for (const one of decided.filter((_, at) => parts[at] === part)) {
      if (isRight(usual, scoreMin, one)) right.usual += 1;
      if (isRight(weights, level, one)) right.level += 1;
      if (isRight(weights, parting, one)) right.parting += 1;
    }
  }
  return right;
}

/** Pure. */
export function fitThreshold(fitting: Fitting, learned: Dimensions): FittedThreshold {
  const { usual, level, parting } = rightOf(fitting);
  const around = levelOf(fitting, learned);
  const isParting = parting > level;
  const scoreMin = isParting ? partingOf(fitting.decided, learned, around) : around;
  const right = { usual, learned: Math.max(level, parting), decisions: fitting.decided.length };
  return { scoreMin: Math.round(scoreMin * 1000) / 1000, right };
}
