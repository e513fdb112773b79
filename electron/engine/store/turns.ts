// Reading turns: of a session, or around one place of it. A session's own turns are those that no elder session has;
// the turns it holds are all that stand in its file.
import type { SessionId } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { sessionNumber } from './sessions.ts';
import { blocksOf } from './turn-blocks.ts';
import { turnFrom } from './turn-lines.ts';

/**
 * The session's own turns in its order: what a night reads. Empty for a session that is not there. Each is unpacked when
 * it is asked for, so that a session of any length needs the memory of one block.
 */
export function* turnsOfSession(db: ReadableDb, id: SessionId): Generator<Turn, void, void> {
  for (const row of ownTurnRows(db, id)) yield readTurn(db, row);
}

/** What the store knows of each of them beside its words: a row that `readTurn` reads. */
export function ownTurnRows(db: ReadableDb, id: SessionId): readonly Row[] {
  const session = sessionNumber(db, id);
  if (session === null) return [];
  return db.all(
    sql`
      SELECT t.ordinal, t.at_ms, t.kind, t.origin, t.outcome, t.exit_code, t.block, t.block_start, t.block_bytes
      FROM turns AS t
      WHERE t.session = ${session}
        AND NOT EXISTS (
          SELECT 1 FROM turn_holders AS h WHERE h.turn = t.id AND h.session = ${session} AND h.owns = 0)
      UNION ALL
      SELECT h.ordinal, t.at_ms, t.kind, t.origin, t.outcome, t.exit_code, t.block, t.block_start, t.block_bytes
      FROM turn_holders AS h
      JOIN turns AS t ON t.id = h.turn
      WHERE h.session = ${session} AND h.owns = 1 AND t.session <> ${session}
      ORDER BY 1`,
    (row) => row,
  );
}

/** The turns that the session holds from `distance` before the ordinal to `distance` after it, shared ones too. */
export function turnsAround(
  db: ReadableDb,
  id: SessionId,
  ordinal: number,
  distance: number,
): readonly Turn[] {
  const session = sessionNumber(db, id);
  if (session === null) return [];
  const [from, to] = [ordinal - distance, ordinal + distance];
  return db.all(
    sql`
      SELECT t.ordinal, t.at_ms, t.kind, t.origin, t.outcome, t.exit_code, t.block, t.block_start, t.block_bytes
      FROM turns AS t
      WHERE t.session = ${session} AND t.ordinal BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT h.ordinal, t.at_ms, t.kind, t.origin, t.outcome, t.exit_code, t.block, t.block_start, t.block_bytes
      FROM turn_holders AS h
      JOIN turns AS t ON t.id = h.turn
      WHERE h.session = ${session} AND h.ordinal BETWEEN ${from} AND ${to} AND t.session <> ${session}
      ORDER BY 1`,
    (row) => readTurn(db, row),
  );
}

export const readTurn = (db: ReadableDb, row: Row): Turn => turnFrom(blocksOf(db), row);
