// What Light made of each session, kept per engine version so that a night reads only what is new.
import type { SessionSignals } from '../../../shared/dream.ts';
import { asSessionId, type SessionId } from '../../../shared/ids.ts';
import type { SetAside } from '../../../shared/quarantine.ts';
import { assert } from '../../../shared/result.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { packSignals, type PackedSignals } from './packed-signals.ts';
import { unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, oneOf, text, textOrNull } from './rows.ts';
import type { StoredSession } from './sessions.ts';
import { sessionNumber, sessionsByNumber } from './sessions.ts';
import { decodeSignals, type SignalsHead } from './signal-texts.ts';

/**
 * The numbers of sessions that this engine has not read yet or that have grown since, in the order of their import: those
 * whose words lie in one block come together, and the block is unpacked once. Their rows are for `sessionsByNumber`, some
 * at a time: those of a million would not lie in memory together.
 */
export const numbersWithoutSignals = (db: ReadableDb, engineVersion: number): readonly number[] =>
  db.all(
    sql`
      SELECT s.number
      FROM sessions AS s
      WHERE s.turns > 0
        AND NOT EXISTS (
          SELECT 1
          FROM session_signals AS g
          WHERE g.session = s.number AND g.engine_version = ${engineVersion} AND g.turns_seen = s.turns)
      ORDER BY s.number`,
    (row) => integer(row, 'number'),
  );

/** Those that this engine has not read yet or that have grown since. */
export const sessionsWithoutSignals = (db: ReadableDb, engineVersion: number): readonly StoredSession[] =>
  sessionsByNumber(db, numbersWithoutSignals(db, engineVersion));

export interface SignalsSeen {
  readonly signals: SessionSignals;
  readonly engineVersion: number;
  /** How many own turns the session had when it was read. */
  readonly turnsSeen: number;
}

export const putSignals = (db: WritableDb, seen: SignalsSeen): void =>
  putPackedSignals(db, packSignals(seen.signals), seen);

export function putPackedSignals(
  db: WritableDb,
  { session: id, content, setAside }: PackedSignals,
  { engineVersion, turnsSeen }: Pick<SignalsSeen, 'engineVersion' | 'turnsSeen'>,
): void {
  const session = sessionNumber(db, id);
  assert(session !== null, `signals of a session that is not there: ${id}`);
  db.run(sql`
    INSERT INTO session_signals (session, engine_version, turns_seen, content)
    VALUES (${session}, ${engineVersion}, ${turnsSeen}, ${content})
    ON CONFLICT (session, engine_version) DO UPDATE SET
      turns_seen = excluded.turns_seen,
      content = excluded.content`);
  // Which signals hold something that was set aside: what it says stands with them alone, and goes with them.
  db.run(sql`DELETE FROM set_aside WHERE session = ${session} AND engine_version = ${engineVersion}`);
  for (const one of setAside) {
    db.run(sql`
      INSERT OR IGNORE INTO set_aside (session, engine_version, id)
      VALUES (${session}, ${engineVersion}, ${one})`);
  }
}

export interface SetAsideOfSession extends SignalsHead {
  readonly setAside: readonly SetAside[];
}

/** By session, the newest first. Sessions without any are not looked at. */
export function allSetAside(db: ReadableDb, engineVersion: number): readonly SetAsideOfSession[] {
  const sessions = db.all(
    sql`
      SELECT s.number
      FROM sessions AS s
      WHERE s.number IN (SELECT a.session FROM set_aside AS a WHERE a.engine_version = ${engineVersion})
      ORDER BY s.last_at_ms DESC, s.id`,
    (row) => integer(row, 'number'),
  );
  const read = signalsOfAll(db, sessions, engineVersion);
  return sessions.flatMap((session) => {
    const signals = read.get(session);
    return signals?.setAside === undefined ? [] : [{ ...signals, setAside: signals.setAside }];
  });
}

export const signalsOf = (db: ReadableDb, id: SessionId, engineVersion: number): SignalsSeen | null =>
  db.first(
    sql`
      SELECT s.id, s.agent, s.native_id, s.project, g.engine_version, g.turns_seen, g.content
      FROM sessions AS s
      JOIN session_signals AS g ON g.session = s.number
      WHERE s.id = ${id} AND g.engine_version = ${engineVersion}`,
    (row: Row): SignalsSeen => ({
      signals: readSignals(row),
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
    const read = signalsOfAll(db, some, engineVersion);
    for (const session of some) {
      const signals = read.get(session);
      if (signals !== undefined) yield signals;
    }
  }
}

const signalsOfAll = (
  db: ReadableDb,
  sessions: readonly number[],
  engineVersion: number,
): ReadonlyMap<number, SessionSignals> =>
  new Map(
    db.all(
      sql`
        SELECT s.number, s.id, s.agent, s.native_id, s.project, g.content
        FROM session_signals AS g
        JOIN sessions AS s ON s.number = g.session
        WHERE g.engine_version = ${engineVersion}
          AND g.session IN (SELECT value FROM json_each(${JSON.stringify(sessions)}))
        ORDER BY g.session`,
      (row) => [integer(row, 'number'), readSignals(row)],
    ),
  );

const readSignals = (row: Row): SessionSignals =>
  decodeSignals(unpack(bytes(row, 'content')), {
    session: asSessionId(text(row, 'id')),
    agent: oneOf(row, 'agent', agentKinds),
    nativeId: text(row, 'native_id'),
    project: textOrNull(row, 'project'),
  });

/** Room for what older engines made, once a night of this one is done. */
export const dropOlderSignals = (db: WritableDb, engineVersion: number): number =>
  db.run(sql`DELETE FROM session_signals WHERE engine_version < ${engineVersion}`).changes;
