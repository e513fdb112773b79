// How much each dimension of the score weighs: as at first, and as a person's own decisions would have it.
import type { Failure } from './engine.ts';
import type { EpochMs } from './ids.ts';
import type { Dimensions } from './memory.ts';
import type { Result } from './result.ts';

/** How often a score puts what was approved above what was rejected, over pairs of the two. */
export interface Agreement {
  readonly usual: number;
  readonly learned: number;
  /** Pairs that were looked at. */
  readonly pairs: number;
}

export interface JudgedNight {
  readonly night: string;
  readonly approved: number;
  readonly rejected: number;
  /** With weights that were learned without this night's decisions. Null where there is nothing to compare. */
  readonly agreement: Agreement | null;
}

/** Of decisions that nothing was learned from: how many each would have got right by the score alone. */
export interface RightDecisions {
  readonly usual: number;
  readonly learned: number;
  readonly decisions: number;
}

export interface Judgement {
  /** What nights score by now. */
  readonly inForce: Dimensions;
  readonly usual: Dimensions;
  /** What the decisions would have; equal to the usual ones where they say nothing yet. */
  readonly learned: Dimensions;
  /**
   * The score that a change needs: as set, for the usual weights; what goes with the learned ones; and what nights ask for by
   * now.
   */
  readonly scoreMin: { readonly usual: number; readonly learned: number; readonly inForce: number };
  readonly right: RightDecisions;
  /** Null: the usual ones are in force. */
  readonly adoptedAtMs: EpochMs | null;
  readonly approved: number;
  readonly rejected: number;
  /** Over nights that were not learned from. */
  readonly backTest: Agreement;
  readonly nights: readonly JudgedNight[];
  /**
   * better       the back-test says that they agree with their owner more often: they may be adopted
   * no-better    it does not: the usual ones stay
   * too-early    too few decisions
   */
  readonly advice: 'better' | 'no-better' | 'too-early';
  /** For people: why. */
  readonly because: string;
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface JudgementAnswers {
  judgement(): Answer<Judgement>;
  /** From the next night on. Refused where the back-test is not for it. */
  adoptJudgement(): Answer<Judgement>;
  /** Back to the usual ones, from the next night on. */
  resetJudgement(): Answer<Judgement>;
}
