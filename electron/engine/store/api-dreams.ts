// The rows of dreams that programs asked for. A final status never changes again; what is still being written after it is
// told apart by `isAtWork`.
import type { ApiDream, ApiDreamStatus, ApiEvent } from '../../../shared/dreams-api.ts';
import { apiDreamStatuses } from '../../../shared/dreams-api.ts';
import { contentHash, type EpochMs, type NightId } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, oneOf, text, textOrNull, timeMs, timeMsOrNull } from './rows.ts';

export interface StoredDream extends ApiDream {
  readonly number: number;
  readonly isAtWork: boolean;
}

export type DreamRowWish = Pick<ApiDream, 'storeId' | 'sessionIds' | 'model' | 'instructions' | 'isInPlace'>;

export function addDream(db: WritableDb, wish: DreamRowWish, nowMs: EpochMs): StoredDream {
  const newest = db.first(sql`SELECT seq FROM sqlite_sequence WHERE name = 'api_dreams'`, (row) =>
    integer(row, 'seq'),
  );
  const number = (newest ?? 0) + 1;
  const id = `drm_${contentHash('api dream', String(number), String(nowMs))}`;
  db.run(sql`
    INSERT INTO api_dreams (number, id, store_id, session_ids_json, model_json, instructions, is_in_place, status,
      is_at_work, created_at_ms)
    VALUES (${number}, ${id}, ${wish.storeId}, ${JSON.stringify(wish.sessionIds)}, ${JSON.stringify(wish.model)},
      ${wish.instructions}, ${wish.isInPlace ? 1 : 0}, 'pending', 1, ${nowMs})`);
  const made = dreamById(db, id);
  assert(made !== null, `the dream ${id} was just made`);
  return made;
}

export const dreamById = (db: ReadableDb, id: string): StoredDream | null =>
  db.first(
    sql`
      SELECT number, id, store_id, session_ids_json, model_json, instructions, is_in_place, status, is_at_work,
        output_id, session_id, error_type, error_message, created_at_ms, ended_at_ms, archived_at_ms
      FROM api_dreams
      WHERE id = ${id}`,
    readDream,
  );

export const dreamOfSession = (db: ReadableDb, sessionId: string): StoredDream | null =>
  db.first(
    sql`
      SELECT number, id, store_id, session_ids_json, model_json, instructions, is_in_place, status, is_at_work,
        output_id, session_id, error_type, error_message, created_at_ms, ended_at_ms, archived_at_ms
      FROM api_dreams
      WHERE session_id = ${sessionId}`,
    readDream,
  );

/** Not fully stopped, oldest first. */
export const dreamsAtWork = (db: ReadableDb): readonly StoredDream[] =>
  db.all(
    sql`
      SELECT number, id, store_id, session_ids_json, model_json, instructions, is_in_place, status, is_at_work,
        output_id, session_id, error_type, error_message, created_at_ms, ended_at_ms, archived_at_ms
      FROM api_dreams
      WHERE is_at_work = 1
      ORDER BY number`,
    readDream,
  );

export interface DreamsWanted {
  /** Empty for every one. */
  readonly statuses: readonly ApiDreamStatus[];
  /** Both exclusive; null for no bound. */
  readonly afterMs: EpochMs | null;
  readonly beforeMs: EpochMs | null;
  readonly archivedToo: boolean;
  readonly before: number | null;
  readonly limit: number;
}

/** Newest first. */
export const dreamsListed = (db: ReadableDb, wanted: DreamsWanted): readonly StoredDream[] =>
  db.all(
    sql`
      SELECT number, id, store_id, session_ids_json, model_json, instructions, is_in_place, status, is_at_work,
        output_id, session_id, error_type, error_message, created_at_ms, ended_at_ms, archived_at_ms
      FROM api_dreams
      WHERE (${wanted.before} IS NULL OR number < ${wanted.before})
        AND (${wanted.archivedToo ? 1 : 0} = 1 OR archived_at_ms IS NULL)
        AND (${wanted.statuses.length} = 0
          OR status IN (SELECT value FROM json_each(${JSON.stringify(wanted.statuses)})))
        AND (${wanted.afterMs} IS NULL OR created_at_ms > ${wanted.afterMs})
        AND (${wanted.beforeMs} IS NULL OR created_at_ms < ${wanted.beforeMs})
      ORDER BY number DESC
      LIMIT ${wanted.limit}`,
    readDream,
  );

/** It has begun: where it writes, and in which session and night it is done. One that was canceled stays canceled. */
export const beginDream = (
  db: WritableDb,
  id: string,
  begun: { readonly outputId: string; readonly sessionId: string; readonly night: NightId },
): void =>
  void db.run(sql`
    UPDATE api_dreams
    SET status = CASE status WHEN 'pending' THEN 'running' ELSE status END, output_id = ${begun.outputId},
      session_id = ${begun.sessionId}, night = ${begun.night}
    WHERE id = ${id}`);

export interface DreamEnding {
  readonly status: Exclude<ApiDreamStatus, 'pending' | 'running'>;
  readonly error: ApiDream['error'];
  readonly nowMs: EpochMs;
}

/** Only of one that is pending or running: a final status stays. */
export const endDream = (db: WritableDb, id: string, ending: DreamEnding): void =>
  void db.run(sql`
    UPDATE api_dreams
    SET status = ${ending.status}, error_type = ${ending.error?.type ?? null},
      error_message = ${ending.error?.message ?? null}, ended_at_ms = ${ending.nowMs}
    WHERE id = ${id} AND status IN ('pending', 'running')`);

/** Nothing of it is at work any more. */
export const settleDream = (db: WritableDb, id: string): void =>
  void db.run(sql`UPDATE api_dreams SET is_at_work = 0 WHERE id = ${id}`);

export const archiveDream = (db: WritableDb, id: string, nowMs: EpochMs): void =>
  void db.run(
    sql`UPDATE api_dreams SET archived_at_ms = ${nowMs} WHERE id = ${id} AND archived_at_ms IS NULL`,
  );

export function putEvents(db: WritableDb, dream: number, events: readonly ApiEvent[]): void {
  for (const event of events)
    db.run(sql`
      INSERT OR REPLACE INTO api_dream_events (dream, number, at_ms, content)
      VALUES (${dream}, ${event.number}, ${event.atMs}, ${pack(JSON.stringify(event))})`);
}

/** In the order in which they happened. */
export const eventsOf = (db: ReadableDb, dream: number): readonly ApiEvent[] =>
  db.all(
    sql`
      SELECT content
      FROM api_dream_events
      WHERE dream = ${dream}
      ORDER BY number`,
    (row) => JSON.parse(unpack(bytes(row, 'content'))) as ApiEvent,
  );

function readDream(row: Row): StoredDream {
  const errorType = textOrNull(row, 'error_type');
  return {
    number: integer(row, 'number'),
    id: text(row, 'id'),
    storeId: text(row, 'store_id'),
    sessionIds: JSON.parse(text(row, 'session_ids_json')) as readonly string[],
    model: JSON.parse(text(row, 'model_json')) as ApiDream['model'],
    instructions: textOrNull(row, 'instructions'),
    isInPlace: integer(row, 'is_in_place') === 1,
    status: oneOf(row, 'status', apiDreamStatuses),
    isAtWork: integer(row, 'is_at_work') === 1,
    outputId: textOrNull(row, 'output_id'),
    sessionId: textOrNull(row, 'session_id'),
    error: errorType === null ? null : { type: errorType, message: textOrNull(row, 'error_message') ?? '' },
    createdAtMs: timeMs(row, 'created_at_ms'),
    endedAtMs: timeMsOrNull(row, 'ended_at_ms'),
    archivedAtMs: timeMsOrNull(row, 'archived_at_ms'),
  };
}
