// What Light made of each session, kept per engine version so that a night reads only what is new.
import type { SessionSignals } from '../../../shared/dream.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer } from './rows.ts';
import type { StoredSession } from './sessions.ts';
import { readSession, sessionNumber } from './sessions.ts';

/**
 * Sessions that this engine has not read yet or that have grown since, in the order of their import: those whose words
 * lie in one block come together, and the block is unpacked once.
 */
export const sessionsWithoutSignals = (db: ReadableDb, engineVersion: number): readonly StoredSession[] =>
  db.all(
    sql`
      SELECT s.id, s.agent, s.native_id, s.role, s.parent_native_id, s.cwd, s.project, s.title, s.agent_version,
        s.first_at_ms, s.last_at_ms, s.turns, s.person_turns, s.tokens_in, s.tokens_out, s.source_path,
        s.imported_at_ms
      FROM sessions AS s
      WHERE s.turns > 0
        AND NOT EXISTS (
          SELECT 1
          FROM session_signals AS g
          WHERE g.session = s.number AND g.engine_version = ${engineVersion} AND g.turns_seen = s.turns)
      ORDER BY s.number`,
    readSession,
  );

export interface SignalsSeen {
  readonly signals: SessionSignals;
  readonly engineVersion: number;
  /** How many own turns the session had when it was read. */
  readonly turnsSeen: number;
}

export function putSignals(db: WritableDb, seen: SignalsSeen): void {
  const session = sessionNumber(db, seen.signals.session);
  assert(session !== null, `signals of a session that is not there: ${seen.signals.session}`);
  db.run(sql`
    INSERT INTO session_signals (session, engine_version, turns_seen, content)
    VALUES (${session}, ${seen.engineVersion}, ${seen.turnsSeen}, ${pack(JSON.stringify(seen.signals))})
    ON CONFLICT (session, engine_version) DO UPDATE SET
      turns_seen = excluded.turns_seen,
      content = excluded.content`);
}

export const signalsOf = (db: ReadableDb, id: SessionId, engineVersion: number): SignalsSeen | null =>
  db.first(
    sql`
      SELECT g.engine_version, g.turns_seen, g.content
      FROM sessions AS s
      JOIN session_signals AS g ON g.session = s.number
      WHERE s.id = ${id} AND g.engine_version = ${engineVersion}`,
    (row: Row): SignalsSeen => ({
      signals: JSON.parse(unpack(bytes(row, 'content'))) as SessionSignals,
      engineVersion: integer(row, 'engine_version'),
      turnsSeen: integer(row, 'turns_seen'),
    }),
  );

// A question for each of ten thousand sessions takes longer than what it answers.
const sessionsAtOnce = 250;

/** One after another in the reading order, so that ten thousand sessions never lie in memory together. */
export function* allSignals(db: ReadableDb, engineVersion: number): Generator<SessionSignals, void, void> {
  const sessions = db.all(
    sql`
      SELECT s.number
      FROM sessions AS s
      JOIN session_signals AS g ON g.session = s.number
      WHERE g.engine_version = ${engineVersion}
      ORDER BY s.last_at_ms, s.id`,
    (row) => integer(row, 'number'),
  );
  for (let at = 0; at < sessions.length; at += sessionsAtOnce) {
    const some = sessions.slice(at, at + sessionsAtOnce);
    const contents = contentsOf(db, some, engineVersion);
    for (const session of some) {
      const content = contents.get(session);
      if (content !== undefined) yield JSON.parse(unpack(content)) as SessionSignals;
    }
  }
}

const contentsOf = (
  db: ReadableDb,
  sessions: readonly number[],
  engineVersion: number,
): ReadonlyMap<number, Uint8Array> =>
  new Map(
    db.all(
      sql`
        SELECT session, content
        FROM session_signals
        WHERE engine_version = ${engineVersion}
          AND session IN (SELECT value FROM json_each(${JSON.stringify(sessions)}))
        ORDER BY session`,
      (row) => [integer(row, 'session'), bytes(row, 'content')],
    ),
  );

/** Room for what older engines made, once a night of this one is done. */
export const dropOlderSignals = (db: WritableDb, engineVersion: number): number =>
  db.run(sql`DELETE FROM session_signals WHERE engine_version < ${engineVersion}`).changes;
