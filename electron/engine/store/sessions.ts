// Sessions as they stand in the store: what a session is, how much it holds, and in which order nights read them.
import type { EpochMs, SessionId } from '../../../shared/ids.ts';
import { asSessionId } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { AgentKind, SessionHead, SessionRole, TokenCount } from '../../../shared/transcript.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { integer, oneOf, text, textOrNull, timeMs, timeMsOrNull } from './rows.ts';

export interface StoredSession extends SessionHead {
  /** Of all turns that stand in its file, shared ones too; null where the transcript gives no time. */
  readonly firstAtMs: EpochMs | null;
  readonly lastAtMs: EpochMs | null;
  /** The turns that are its own: one that stands in several sessions is counted in one of them. */
  readonly turns: number;
  readonly personTurns: number;
  readonly tokens: TokenCount;
  readonly sourcePath: string;
  readonly importedAtMs: EpochMs;
}

export const sessionById = (db: ReadableDb, id: SessionId): StoredSession | null =>
  db.first(
    sql`
      SELECT id, agent, native_id, role, parent_native_id, cwd, project, title, agent_version, first_at_ms,
        last_at_ms, turns, person_turns, tokens_in, tokens_out, source_path, imported_at_ms
      FROM sessions
      WHERE id = ${id}`,
    readSession,
  );

/** In the order of their numbers. */
export const sessionsByNumber = (db: ReadableDb, numbers: readonly number[]): readonly StoredSession[] =>
  db.all(
    sql`
      SELECT id, agent, native_id, role, parent_native_id, cwd, project, title, agent_version, first_at_ms,
        last_at_ms, turns, person_turns, tokens_in, tokens_out, source_path, imported_at_ms
      FROM sessions
      WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))
      ORDER BY number`,
    readSession,
  );

/** By the whole id, the agent's own id, or the beginning of either; a whole one first. At most `limit`. */
export const sessionsNamed = (db: ReadableDb, beginning: string, limit: number): readonly StoredSession[] =>
  beginning === ''
    ? []
    : db.all(
        sql`
          SELECT id, agent, native_id, role, parent_native_id, cwd, project, title, agent_version, first_at_ms,
            last_at_ms, turns, person_turns, tokens_in, tokens_out, source_path, imported_at_ms
          FROM sessions
          WHERE id >= ${beginning} AND id < ${`${beginning}\u{10FFFF}`}
            OR native_id >= ${beginning} AND native_id < ${`${beginning}\u{10FFFF}`}
          ORDER BY id = ${beginning} OR native_id = ${beginning} DESC, id
          LIMIT ${limit}`,
        readSession,
      );

/** By our whole id or the agent's own; two agents may have given the same one. */
export const sessionIdsNamed = (db: ReadableDb, name: string): readonly SessionId[] =>
  db.all(
    sql`
      SELECT id
      FROM sessions
      WHERE id = ${name} OR native_id = ${name}
      ORDER BY id`,
    (row) => asSessionId(text(row, 'id')),
  );

/** How much these sessions hold together. */
export const totalsOf = (db: ReadableDb, ids: readonly SessionId[]): SessionTotals =>
  db.first(
    sql`
      SELECT COUNT(*) AS sessions, TOTAL(turns) AS turns, TOTAL(tokens_in + tokens_out) AS tokens
      FROM sessions
      WHERE turns > 0 AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    (row) => ({
      sessions: integer(row, 'sessions'),
      turns: integer(row, 'turns'),
      tokens: integer(row, 'tokens'),
    }),
  ) ?? { sessions: 0, turns: 0, tokens: 0 };

export interface SessionsWanted {
  /** Only the newest; null for all. */
  readonly sessionsMax: number | null;
  /** Only those whose newest turn is at or after it; null for all. */
  readonly sinceMs: EpochMs | null;
  /** Left out: every role. */
  readonly roles?: readonly SessionRole[];
}

/** The sessions with turns of their own, oldest first, whatever the order in which they were imported. */
export function sessionsToDream(db: ReadableDb, wanted: SessionsWanted): readonly StoredSession[] {
  const newestFirst = db.all(
    sql`
      SELECT id, agent, native_id, role, parent_native_id, cwd, project, title, agent_version, first_at_ms,
        last_at_ms, turns, person_turns, tokens_in, tokens_out, source_path, imported_at_ms
      FROM sessions
      WHERE turns > 0
        AND (${wanted.sinceMs} IS NULL OR last_at_ms >= ${wanted.sinceMs})
        AND role IN (SELECT value FROM json_each(${JSON.stringify(wanted.roles ?? roles)}))
      ORDER BY last_at_ms DESC, id DESC
      LIMIT ${wanted.sessionsMax ?? -1}`,
    readSession,
  );
  return newestFirst.toReversed();
}

export interface SessionTotals {
  readonly sessions: number;
  readonly turns: number;
  readonly tokens: number;
}

/** How much those sessions hold together. */
export const totalsToDream = (
  db: ReadableDb,
  wanted: Pick<SessionsWanted, 'sessionsMax' | 'sinceMs'>,
): SessionTotals =>
  db.first(
    sql`
      SELECT COUNT(*) AS sessions, TOTAL(turns) AS turns, TOTAL(tokens_in + tokens_out) AS tokens
      FROM (
        SELECT turns, tokens_in, tokens_out
        FROM sessions
        WHERE turns > 0
          AND (${wanted.sinceMs} IS NULL OR last_at_ms >= ${wanted.sinceMs})
        ORDER BY last_at_ms DESC, id DESC
        LIMIT ${wanted.sessionsMax ?? -1})`,
    (row) => ({
      sessions: integer(row, 'sessions'),
      turns: integer(row, 'turns'),
      tokens: integer(row, 'tokens'),
    }),
  ) ?? { sessions: 0, turns: 0, tokens: 0 };

/** A folder that was worked in, with the name it was known by and the agent that worked there. */
export interface WorkPlace {
  readonly cwd: string;
  readonly project: string;
  readonly agent: AgentKind;
}

/** Each once, oldest first: ten thousand sessions are had in a dozen folders. */
export const workPlaces = (db: ReadableDb): readonly WorkPlace[] =>
  db.all(
    sql`
      SELECT cwd, project, agent
      FROM sessions
      WHERE turns > 0 AND cwd IS NOT NULL AND project IS NOT NULL
      GROUP BY cwd, project, agent
      ORDER BY MIN(last_at_ms), MIN(id)`,
    (row) => ({
      cwd: text(row, 'cwd'),
      project: text(row, 'project'),
      agent: oneOf(row, 'agent', agentKinds),
    }),
  );

export interface SessionCounts {
  readonly agent: AgentKind;
  readonly sessions: number;
  readonly turns: number;
  readonly personTurns: number;
  readonly tokens: TokenCount;
  readonly newestMs: EpochMs | null;
}

export const countsByAgent = (db: ReadableDb): readonly SessionCounts[] =>
  db.all(
    sql`
      SELECT agent, COUNT(*) AS sessions, SUM(turns) AS turns, SUM(person_turns) AS person_turns,
        SUM(tokens_in) AS tokens_in, SUM(tokens_out) AS tokens_out, MAX(last_at_ms) AS newest_ms
      FROM sessions
      GROUP BY agent
      ORDER BY agent`,
    (row) => ({
      agent: oneOf(row, 'agent', agentKinds),
      sessions: integer(row, 'sessions'),
      turns: integer(row, 'turns'),
      personTurns: integer(row, 'person_turns'),
      tokens: { input: integer(row, 'tokens_in'), output: integer(row, 'tokens_out') },
      newestMs: timeMsOrNull(row, 'newest_ms'),
    }),
  );

export interface ProjectRead {
  readonly agent: AgentKind;
  readonly name: string;
  readonly sessions: number;
  readonly newestMs: EpochMs | null;
}

/** Which projects were read of each agent; the one with the most sessions first. */
export const projectsRead = (db: ReadableDb): readonly ProjectRead[] =>
  db.all(
    sql`
      SELECT agent, project, COUNT(*) AS sessions, MAX(last_at_ms) AS newest_ms
      FROM sessions
      WHERE project IS NOT NULL
      GROUP BY agent, project
      ORDER BY sessions DESC, agent, project`,
    (row) => ({
      agent: oneOf(row, 'agent', agentKinds),
      name: text(row, 'project'),
      sessions: integer(row, 'sessions'),
      newestMs: timeMsOrNull(row, 'newest_ms'),
    }),
  );

/** The working folders that sessions name, all or one agent's: where memory files of projects may stand. */
export const sessionCwds = (db: ReadableDb, agent: AgentKind | null = null): readonly string[] =>
  db.all(
    sql`
      SELECT DISTINCT cwd
      FROM sessions
      WHERE cwd IS NOT NULL
        AND (${agent} IS NULL OR agent = ${agent})
      ORDER BY cwd`,
    (row) => text(row, 'cwd'),
  );

export const sessionNumber = (db: ReadableDb, id: SessionId): number | null =>
  db.first(sql`SELECT number FROM sessions WHERE id = ${id}`, (row) => integer(row, 'number'));

/**
 * Makes the session's row or fills in what was not known of it: a title may come with a later part, and the agent may be
 * updated in the middle of a session. Gives the session's number.
 */
export function putSessionHead(
  db: WritableDb,
  head: SessionHead,
  from: { readonly sourcePath: string; readonly importedAtMs: EpochMs },
): number {
  db.run(sql`
    INSERT INTO sessions (id, agent, native_id, role, parent_native_id, cwd, project, title, agent_version,
      first_at_ms, last_at_ms, turns, person_turns, tokens_in, tokens_out, source_path, imported_at_ms)
    VALUES (${head.id}, ${head.agent}, ${head.nativeId}, ${head.role}, ${head.parentNativeId}, ${head.cwd},
      ${head.project}, ${head.title}, ${head.agentVersion}, NULL, NULL, 0, 0, 0, 0, ${from.sourcePath},
      ${from.importedAtMs})
    ON CONFLICT (id) DO UPDATE SET
      parent_native_id = COALESCE(parent_native_id, excluded.parent_native_id),
      cwd = COALESCE(cwd, excluded.cwd),
      project = COALESCE(project, excluded.project),
      title = COALESCE(excluded.title, title),
      agent_version = COALESCE(excluded.agent_version, agent_version)`);
  const number = sessionNumber(db, head.id);
  assert(number !== null, `session ${head.id} was just written`);
  return number;
}

export interface SessionGrowth {
  readonly turns: number;
  readonly personTurns: number;
  readonly tokens: TokenCount;
  readonly firstAtMs: EpochMs | null;
  readonly lastAtMs: EpochMs | null;
}

export const growSession = (db: WritableDb, number: number, growth: SessionGrowth): void =>
  void db.run(sql`
    UPDATE sessions
    SET turns = turns + ${growth.turns},
      person_turns = person_turns + ${growth.personTurns},
      tokens_in = tokens_in + ${growth.tokens.input},
      tokens_out = tokens_out + ${growth.tokens.output},
      first_at_ms = MIN(COALESCE(first_at_ms, ${growth.firstAtMs}), COALESCE(${growth.firstAtMs}, first_at_ms)),
      last_at_ms = MAX(COALESCE(last_at_ms, ${growth.lastAtMs}), COALESCE(${growth.lastAtMs}, last_at_ms))
    WHERE number = ${number}`);

const roles = ['main', 'subagent', 'background'] as const satisfies readonly SessionRole[];

export const readSession = (row: Row): StoredSession => ({
  id: asSessionId(text(row, 'id')),
  agent: oneOf(row, 'agent', agentKinds),
  nativeId: text(row, 'native_id'),
  role: oneOf(row, 'role', roles),
  parentNativeId: textOrNull(row, 'parent_native_id'),
  cwd: textOrNull(row, 'cwd'),
  project: textOrNull(row, 'project'),
  title: textOrNull(row, 'title'),
  agentVersion: textOrNull(row, 'agent_version'),
  firstAtMs: timeMsOrNull(row, 'first_at_ms'),
  lastAtMs: timeMsOrNull(row, 'last_at_ms'),
  turns: integer(row, 'turns'),
  personTurns: integer(row, 'person_turns'),
  tokens: { input: integer(row, 'tokens_in'), output: integer(row, 'tokens_out') },
  sourcePath: text(row, 'source_path'),
  importedAtMs: timeMs(row, 'imported_at_ms'),
});

/** Sessions of an agent, or the one of that id, in which a person spoke and which reach into that time. */
export const sessionsBetween = (
  db: ReadableDb,
  place: string,
  { fromMs, untilMs }: { readonly fromMs: EpochMs | null; readonly untilMs: EpochMs | null },
): number =>
  db.first(
    sql`
      SELECT COUNT(*) AS n
      FROM sessions
      WHERE (agent = ${place} OR native_id = ${place})
        AND person_turns > 0
        AND (${untilMs} IS NULL OR first_at_ms IS NULL OR first_at_ms <= ${untilMs})
        AND (${fromMs} IS NULL OR last_at_ms IS NULL OR last_at_ms >= ${fromMs})`,
    (row) => integer(row, 'n'),
  ) ?? 0;
