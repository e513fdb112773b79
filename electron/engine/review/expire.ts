// What nobody touches goes out of review after a month, so that a pile does not grow for ever. Nothing is lost: it is
// listed, its owner can bring it back, and a night offers it again where there is newer proof.
import type { Failure } from '../../../shared/engine.ts';
import type { ChangeId, EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { ReviewItem } from '../../../shared/proposal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { expiredChanges, putExpired } from '../store/expired-changes.ts';
import { newestVersionNumber } from '../store/memory.ts';
import {
  changeById,
  markSuperseded,
  putProposal,
  standingChanges,
  type StandingChange,
} from '../store/proposals.ts';

const dayMs = 86_400_000;
/** Thirty days, as people who let it lie so long told of other review queues: by then they start over. */
export const untouchedMaxMs = 30 * dayMs;

/** When it goes by itself; null where it does not: it is decided, or its owner released it by hand. */
export const expiresAtMs = ({ change, state, atMs }: StandingChange): EpochMs | null =>
  state !== 'waiting' || change.flags.includes('quarantined') ? null : epochMs(atMs + untouchedMaxMs);

/** Says which went. */
export function expireUntouched(db: WritableDb, nowMs: EpochMs): readonly ChangeId[] {
  const due = standingChanges(db, ['waiting']).filter((one) => (expiresAtMs(one) ?? Infinity) <= nowMs);
  if (due.length === 0) return [];
  inTransaction(db, () => {
    for (const { change } of due) {
      markSuperseded(db, change.id, nowMs);
      putExpired(db, change, nowMs);
    }
    return ok(null);
  });
  return due.map(({ change }) => change.id);
}

/** More than anybody looks through; the newest. */
const listedMax = 200;

/** Those that expired and were not offered since, the newest first. */
export const expiredIn = (
  db: ReadableDb,
  itemOf: (db: ReadableDb, standing: StandingChange) => ReviewItem,
): readonly ReviewItem[] =>
  expiredChanges(db)
    .slice(0, listedMax)
    .flatMap(({ changeId }) => {
      const standing = changeById(db, changeId);
      return standing?.state === 'superseded' ? [itemOf(db, standing)] : [];
    });

/** It waits again, against memory as it is now. */
export const bringBack = (db: WritableDb, id: ChangeId, nowMs: EpochMs): Result<ChangeId, Failure> =>
  attemptResult(() =>
    inTransaction<ChangeId, Failure>(db, () => {
      const standing = changeById(db, id);
      const isExpired =
        standing?.state === 'superseded' && expiredChanges(db).some((one) => one.changeId === id);
      if (!isExpired) return err(notExpired(id));
      const { change } = standing;
      const proposal = { nightId: change.nightId, base: newestVersionNumber(db), changes: [change] };
      putProposal(db, proposal, nowMs, { keepOlder: true, anew: true });
      return ok(id);
    }),
  );

const notExpired = (id: ChangeId): Failure => ({
  kind: 'not-found',
  happened: `${id} has not expired.`,
  safe: 'Nothing was changed.',
  todo: 'Review in the app lists those that have.',
});
