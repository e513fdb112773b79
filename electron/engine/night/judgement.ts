// Conducts what is learned from its owner's decisions: shows it with its back-test, and puts it in force by their hand
// alone. Decisions that a night made by itself teach nothing.
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Judgement } from '../../../shared/judgement.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { weights as usual } from '../deep/score.ts';
import { judgeDecisions } from '../judgement/back-test.ts';
import type { DecidedChange } from '../judgement/learn.ts';
import { adopt, adoptedNow } from '../store/adopted-weights.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
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

export function judgementNow(db: ReadableDb): Judgement {
  const adopted = adoptedNow(db);
  return {
    ...judgeDecisions(decidedBy(db), usual),
    inForce: adopted?.weights ?? usual,
    adoptedAtMs: adopted?.atMs ?? null,
  };
}

/** Before anything was read. */
export const nothingDecided: Judgement = {
  ...judgeDecisions([], usual),
  inForce: usual,
  adoptedAtMs: null,
};

export function adoptJudgement(db: WritableDb, atMs: EpochMs): Result<Judgement, Failure> {
  const { advice, because, learned, approved, rejected } = judgementNow(db);
  if (advice !== 'better') {
    return err({
      kind: 'wrong-input',
      happened: `Nothing was adopted. ${because}`,
      safe: 'Nights score by the same weights as before.',
      todo: 'Decide on more changes; "judgement show" tells when it is worth it.',
    });
  }
  adopt(db, learned, { decisions: approved + rejected, atMs });
  return ok(judgementNow(db));
}

export function resetJudgement(db: WritableDb, atMs: EpochMs): Judgement {
  const { adoptedAtMs, approved, rejected } = judgementNow(db);
  if (adoptedAtMs !== null) adopt(db, null, { decisions: approved + rejected, atMs });
  return judgementNow(db);
}
