// Turns that stand in several sessions: a fork carries a copy of what went before it. The words are kept once; every
// holder is written down, and one of them owns the turn, so that nothing is counted twice. The choice depends on the
// sessions alone and never on which of them was imported first.
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { integer } from './rows.ts';

export interface StandingTurn {
  readonly id: number;
  readonly session: number;
  readonly ordinal: number;
  readonly ofPerson: boolean;
}

export const isHolder = (db: ReadableDb, turn: number, session: number): boolean =>
  db.first(sql`SELECT turn FROM turn_holders WHERE turn = ${turn} AND session = ${session}`, (row) => row) !==
  null;

/** Writes down one more holder of a turn and decides anew whose it is. */
export function holdTurn(
  db: WritableDb,
  turn: StandingTurn,
  holder: { readonly session: number; readonly ordinal: number },
): void {
  const before = ownerOf(db, turn.id) ?? turn.session;
  db.run(sql`
    INSERT INTO turn_holders (turn, session, ordinal, owns)
    VALUES (${turn.id}, ${turn.session}, ${turn.ordinal}, 1)
    ON CONFLICT (turn, session) DO NOTHING`);
  db.run(sql`
    INSERT INTO turn_holders (turn, session, ordinal, owns)
    VALUES (${turn.id}, ${holder.session}, ${holder.ordinal}, 0)`);
  const after = eldestHolder(db, turn.id) ?? turn.session;
  if (after === before) return;
  moveTurn(db, turn, { before, after });
}

const ownerOf = (db: ReadableDb, turn: number): number | null =>
  db.first(sql`SELECT session FROM turn_holders WHERE turn = ${turn} AND owns = 1`, (row) =>
    integer(row, 'session'),
  );

/** A session that came from no other goes before one that did; then the id decides. */
const eldestHolder = (db: ReadableDb, turn: number): number | null =>
  db.first(
    sql`
      SELECT h.session
      FROM turn_holders AS h
      JOIN sessions AS s ON s.number = h.session
      WHERE h.turn = ${turn}
      ORDER BY s.parent_native_id IS NOT NULL, s.id
      LIMIT 1`,
    (row) => integer(row, 'session'),
  );

function moveTurn(
  db: WritableDb,
  turn: StandingTurn,
  owner: { readonly before: number; readonly after: number },
): void {
  db.run(sql`
    UPDATE turn_holders
    SET owns = (session = ${owner.after})
    WHERE turn = ${turn.id}`);
  const ofPerson = turn.ofPerson ? 1 : 0;
  db.run(sql`
    UPDATE sessions
    SET turns = turns - 1,
      person_turns = person_turns - ${ofPerson}
    WHERE number = ${owner.before}`);
  db.run(sql`
    UPDATE sessions
    SET turns = turns + 1,
      person_turns = person_turns + ${ofPerson}
    WHERE number = ${owner.after}`);
  // What Light made of either was made of other turns.
  db.run(sql`DELETE FROM session_signals WHERE session IN (${owner.before}, ${owner.after})`);
}
