// Conflicts between lines of memory files that their owner has settled: they are not shown again.
import type { ChangeId, EntryId, EpochMs } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { text } from './rows.ts';

export interface SettledConflict {
  readonly id: string;
  /** Null: both stay. */
  readonly kept: EntryId | null;
  readonly changeId: ChangeId | null;
  readonly atMs: EpochMs;
}

export const putSettledConflict = (db: WritableDb, settled: SettledConflict): void =>
  void db.run(sql`
    INSERT INTO settled_conflicts (conflict, kept_entry, change_id, at_ms)
    VALUES (${settled.id}, ${settled.kept}, ${settled.changeId}, ${settled.atMs})
    ON CONFLICT (conflict) DO UPDATE SET
      kept_entry = excluded.kept_entry,
      change_id = excluded.change_id,
      at_ms = excluded.at_ms`);

/** Those of which both stay: one that was settled for an entry comes back where its closing was taken back. */
export const conflictsLeft = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    db.all(
      sql`
        SELECT conflict
        FROM settled_conflicts
        WHERE kept_entry IS NULL
        ORDER BY conflict`,
      (row) => text(row, 'conflict'),
    ),
  );
