// Reading turns: of a session, or around one place of it. A session's own turns are those that no elder session has;
// the turns it holds are all that stand in its file.
import type { SessionId } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { integer, integerOrNull, timeMsOrNull } from './rows.ts';
import { sessionNumber } from './sessions.ts';
import { readBlockPart } from './turn-blocks.ts';
import { readKind, readOrigin, readOutcome } from './turn-numbers.ts';

/**
 * The session's own turns in its order: what a night reads. Empty for a session that is not there. Each is unpacked when
 * it is asked for, so that a session of any length needs the memory of one block.
 */
export function* turnsOfSession(db: ReadableDb, id: SessionId): Generator<Turn, void, void> {
  const session = sessionNumber(db, id);
  if (session === null) return;
  const places = db.all(
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
  for (const place of places) yield readTurn(db, place);
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

export function readTurn(db: ReadableDb, row: Row): Turn {
  const origin = readOrigin(row);
  const place = {
    block: integer(row, 'block'),
    start: integer(row, 'block_start'),
    bytes: integer(row, 'block_bytes'),
  };
  const part = readBlockPart(db, place, origin);
  return {
    key: part.key,
    ordinal: integer(row, 'ordinal'),
    atMs: timeMsOrNull(row, 'at_ms'),
    kind: readKind(row),
    origin,
    spans: part.spans,
    text: part.text,
    cutChars: part.cutChars,
    use: part.use,
    outcome: readOutcome(row),
    exitCode: integerOrNull(row, 'exit_code'),
  };
}
