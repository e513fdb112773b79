// Conducts what is learned from its owner's decisions: shows it with its back-test, and puts it in force by their hand
// alone. Decisions that a night made by itself teach nothing.
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Judgement } from '../../../shared/judgement.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { weights as usual } from '../deep/score.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import { usualThresholds, type Thresholds } from '../../../shared/settings.ts';
import { judgeDecisions } from '../judgement/back-test.ts';
import type { Fitting } from '../judgement/threshold.ts';
import type { DecidedChange } from '../judgement/learn.ts';
import { adopt, adoptedNow } from '../store/adopted-weights.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { newestNight } from '../store/nights.ts';
import { readSettings } from '../store/settings.ts';
import { decisionsOf, standingChanges, type StandingChange } from '../store/proposals.ts';

/** What a person decided that a night had scored, oldest first. What they took back again was a no. */
function decidedBy(db: ReadableDb): readonly DecidedChange[] {
  const isTheirs = ({ change, state }: StandingChange): boolean =>
    state === 'rolled-back' || decisionsOf(db, change.id).at(-1)?.by === 'you';
  return standingChanges(db, ['approved', 'applied', 'rejected', 'rolled-back'])
    .filter(isTheirs)
    .toSorted((a, b) => a.offer - b.offer)
    .flatMap(({ change, state }) => {
      const dimensions = change.after?.dimensions ?? null;
      const approved = state === 'approved' || state === 'applied';
      return dimensions === null ? [] : [{ night: change.nightId, dimensions, approved }];
    });
}

/** What a night judges by. `wished`: thresholds for it alone; null: those that are set. */
export function judgingBy(
  db: ReadableDb,
  wished: Thresholds | null,
): { readonly thresholds: Thresholds; readonly weights: Dimensions } {
  const set = wished ?? readSettings(db).thresholds;
  const adopted = adoptedNow(db);
  if (adopted === null) return { thresholds: set, weights: usual };
  const scoreMin = Math.min(1, Math.max(0, set.scoreMin + adopted.scoreShift));
  return { thresholds: { ...set, scoreMin }, weights: adopted.weights };
}

/** All that the newest night scored, offered or not. */
const scoredBy = (db: ReadableDb): readonly Dimensions[] =>
  (newestNight(db)?.verdicts ?? []).map(({ dimensions }) => dimensions);

function judged(fitting: Fitting): Omit<Judgement, 'inForce' | 'adoptedAtMs'> {
  const { learnedScoreMin, ...rest } = judgeDecisions(fitting);
  const { scoreMin } = fitting;
  return { ...rest, scoreMin: { usual: scoreMin, learned: learnedScoreMin, inForce: scoreMin } };
}

export function judgementNow(db: ReadableDb): Judgement {
  const { scoreMin } = readSettings(db).thresholds;
  const all = judged({ decided: decidedBy(db), scored: scoredBy(db), usual, scoreMin });
  const { thresholds, weights } = judgingBy(db, null);
  return {
    ...all,
    inForce: weights,
    scoreMin: { ...all.scoreMin, inForce: thresholds.scoreMin },
    adoptedAtMs: adoptedNow(db)?.atMs ?? null,
  };
}

/** Before anything was read. */
export const nothingDecided: Judgement = {
  ...judged({ decided: [], scored: [], usual, scoreMin: usualThresholds.scoreMin }),
  inForce: usual,
  adoptedAtMs: null,
};

export function adoptJudgement(db: WritableDb, atMs: EpochMs): Result<Judgement, Failure> {
  const { advice, because, learned, scoreMin, approved, rejected } = judgementNow(db);
  if (advice !== 'better') {
    return err({
      kind: 'wrong-input',
      happened: `Nothing was adopted. ${because}`,
      safe: 'Nights score by the same weights as before.',
      todo: 'Decide on more changes; "judgement show" tells when it is worth it.',
    });
  }
  const scoreShift = scoreMin.learned - scoreMin.usual;
  adopt(db, { weights: learned, scoreShift }, { decisions: approved + rejected, atMs });
  return ok(judgementNow(db));
}

export function resetJudgement(db: WritableDb, atMs: EpochMs): Judgement {
  const { adoptedAtMs, approved, rejected } = judgementNow(db);
  if (adoptedAtMs !== null) adopt(db, null, { decisions: approved + rejected, atMs });
  return judgementNow(db);
}
