// Sessions by project: what was worked on lately, and what each session began with.
import type { EpochMs, SessionId } from '../../../shared/ids.ts';
import { asSessionId } from '../../../shared/ids.ts';
import type { AgentKind, Turn } from '../../../shared/transcript.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, oneOf, text, textOrNull, timeMsOrNull } from './rows.ts';
import { readSession, sessionNumber, type StoredSession } from './sessions.ts';
import { readTurn } from './turns.ts';

/** Newest first: sessions with a person in them, of one project. */
export const sessionsOfProject = (db: ReadableDb, project: string, limit: number): readonly StoredSession[] =>
  db.all(
    sql`
      SELECT id, agent, native_id, role, parent_native_id, cwd, project, title, agent_version, first_at_ms,
        last_at_ms, turns, person_turns, tokens_in, tokens_out, source_path, imported_at_ms
      FROM sessions
      WHERE project = ${project} AND role = 'main' AND turns > 0 AND person_turns > 0
      ORDER BY last_at_ms DESC, id DESC
      LIMIT ${limit}`,
    readSession,
  );

/** The first of the person's turns; null for none. */
export function firstPersonTurn(db: ReadableDb, id: SessionId): Turn | null {
  const session = sessionNumber(db, id);
  if (session === null) return null;
  return db.first(
    sql`
      SELECT ordinal, at_ms, kind, origin, outcome, exit_code, block, block_start, block_bytes
      FROM turns
      WHERE session = ${session} AND of_person = 1
      ORDER BY ordinal
      LIMIT 1`,
    (row) => readTurn(db, row),
  );
}

/** What is needed to count sessions: where and when each began, and nothing of its words. */
export interface SessionTimes {
  readonly id: SessionId;
  readonly agent: AgentKind;
  readonly nativeId: string;
  readonly project: string | null;
  readonly firstAtMs: EpochMs | null;
  readonly turns: number;
}

/** Every session with a person in it, oldest first. Those without a time cannot be told to be before or after anything. */
export const sessionTimes = (db: ReadableDb): readonly SessionTimes[] =>
  db.all(
    sql`
      SELECT id, agent, native_id, project, first_at_ms, turns
      FROM sessions
      WHERE role = 'main' AND turns > 0 AND person_turns > 0 AND first_at_ms IS NOT NULL
      ORDER BY first_at_ms, id`,
    (row): SessionTimes => ({
      id: asSessionId(text(row, 'id')),
      agent: oneOf(row, 'agent', agentKinds),
      nativeId: text(row, 'native_id'),
      project: textOrNull(row, 'project'),
      firstAtMs: timeMsOrNull(row, 'first_at_ms'),
      turns: integer(row, 'turns'),
    }),
  );

/** Projects worked in since, each with how long ago its sessions were, in days. */
export function projectAges(
  db: ReadableDb,
  sinceMs: number,
  nowMs: number,
): ReadonlyMap<string, readonly number[]> {
  const ages = new Map<string, number[]>();
  for (const { project, atMs } of db.all(
    sql`
      SELECT project, last_at_ms
      FROM sessions
      WHERE project IS NOT NULL AND role = 'main' AND person_turns > 0 AND last_at_ms >= ${sinceMs}
      ORDER BY last_at_ms, id`,
    (row) => ({ project: text(row, 'project'), atMs: integer(row, 'last_at_ms') }),
  )) {
    const age = Math.max(0, nowMs - atMs) / 86_400_000;
    const known = ages.get(project);
    if (known === undefined) ages.set(project, [age]);
    else known.push(age);
  }
  return ages;
}
