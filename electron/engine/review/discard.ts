// Throws away what a night that did not see everything had found. It is no verdict on any of it: nothing is learnt from it,
// a later night may propose the same again, and it can be taken back whole.
import type { Discarded } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { newestDiscard, putDiscard, type LoggedDiscard } from '../store/discards.ts';
import { newestVersionNumber } from '../store/memory.ts';
import { changeById, changeState, markSuperseded, putProposal, standingChanges } from '../store/proposals.ts';

/** All that still waits of the night. What was decided already stays decided. */
export const discardNight = (db: WritableDb, night: NightId, nowMs: EpochMs): Result<Discarded, Failure> =>
  inTransaction<Discarded, Failure>(db, () => {
    const changeIds = standingChanges(db, ['waiting'])
      .filter(({ change }) => change.nightId === night)
      .map(({ change }) => change.id);
    if (changeIds.length === 0) return err(nothingWaits(night));
    for (const id of changeIds) markSuperseded(db, id, nowMs);
    const discard = { night, changeIds, atMs: nowMs };
    putDiscard(db, discard);
    return ok(discard);
  });

/** The newest that can still be taken back, with those of its changes that no night has offered since; null for none. */
export function discardInForce(db: ReadableDb): LoggedDiscard | null {
  const discard = newestDiscard(db);
  if (discard === null) return null;
  const changeIds = discard.changeIds.filter((id) => changeState(db, id) === 'superseded');
  return changeIds.length === 0 ? null : { ...discard, changeIds };
}

/** They wait again, against memory as it is now. The caller holds the transaction. */
export function takeBackDiscard(db: WritableDb, discard: LoggedDiscard, nowMs: EpochMs): void {
  const { night, changeIds, number } = discard;
  const changes = changeIds.flatMap((id) => changeById(db, id)?.change ?? []);
  const proposal = { nightId: night, base: newestVersionNumber(db), changes };
  putProposal(db, proposal, nowMs, { keepOlder: true, anew: true });
  putDiscard(db, { night, changeIds, atMs: nowMs }, number);
}

const nothingWaits = (night: NightId): Failure => ({
  kind: 'not-found',
  happened: `Nothing of night ${night} waits for a decision.`,
  safe: 'Nothing was changed.',
  todo: 'See what is proposed with "review list".',
});
