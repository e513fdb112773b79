// What its owner threw away of a night, in one go, and what of that was taken back. The log only grows.
import type { Discarded } from '../../../shared/decisions.ts';
import type { ChangeId } from '../../../shared/ids.ts';
import { asNightId } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, text, timeMs } from './rows.ts';

export interface LoggedDiscard extends Discarded {
  readonly number: number;
}

export const putDiscard = (db: WritableDb, discard: Discarded, undoes: number | null = null): void =>
  void db.run(sql`
    INSERT INTO discards (night, change_ids_json, at_ms, undoes)
    VALUES (${discard.night}, ${JSON.stringify(discard.changeIds)}, ${discard.atMs}, ${undoes})`);

/** The newest that was not taken back; null for none. */
export const newestDiscard = (db: ReadableDb): LoggedDiscard | null =>
  db.first(
    sql`
      SELECT number, night, change_ids_json, at_ms
      FROM discards AS d
      WHERE undoes IS NULL AND NOT EXISTS (SELECT 1 FROM discards AS u WHERE u.undoes = d.number)
      ORDER BY number DESC
      LIMIT 1`,
    (row) => ({
      number: integer(row, 'number'),
      night: asNightId(text(row, 'night')),
      changeIds: JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
      atMs: timeMs(row, 'at_ms'),
    }),
  );
