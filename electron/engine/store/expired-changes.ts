// Which changes went out of review because nobody touched them, and by what proof each was known then.
import type { ChangeId, EpochMs } from '../../../shared/ids.ts';
import { asChangeId, epochMs } from '../../../shared/ids.ts';
import type { Change } from '../../../shared/proposal.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, text, timeMs } from './rows.ts';

/** When the newest words that prove it were said; 0 where none tells its time. */
export const newestProofMs = (change: Change): EpochMs =>
  epochMs(
    [...(change.after?.evidence ?? []), ...(change.against?.evidence ?? [])].reduce(
      (newest, { atMs }) => Math.max(newest, atMs ?? 0),
      0,
    ),
  );

export function putExpired(db: WritableDb, change: Change, atMs: EpochMs): void {
  db.run(sql`
    INSERT INTO expired_changes (change_id, proof_at_ms, at_ms)
    VALUES (${change.id}, ${newestProofMs(change)}, ${atMs})`);
}

export interface ExpiredChange {
  readonly changeId: ChangeId;
  readonly proofAtMs: number;
  readonly atMs: EpochMs;
}

/** Of each change the newest time that it expired, the newest first. */
export const expiredChanges = (db: ReadableDb): readonly ExpiredChange[] =>
  db.all(
    sql`
      SELECT change_id, proof_at_ms, at_ms
      FROM expired_changes AS e
      WHERE number = (SELECT MAX(number) FROM expired_changes WHERE change_id = e.change_id)
      ORDER BY number DESC`,
    (row) => ({
      changeId: asChangeId(text(row, 'change_id')),
      proofAtMs: integer(row, 'proof_at_ms'),
      atMs: timeMs(row, 'at_ms'),
    }),
  );

/** Those of the changes that expired and have no newer proof since. */
export function expiredStill(db: ReadableDb, changes: readonly Change[]): ReadonlySet<ChangeId> {
  const known = new Map(expiredChanges(db).map((one) => [one.changeId, one.proofAtMs]));
  const still = changes.filter((change) => newestProofMs(change) <= (known.get(change.id) ?? -1));
  return new Set(still.map(({ id }) => id));
}
