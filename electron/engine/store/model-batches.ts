// Batches that were handed in: written down before they are sent, so that whoever starts next finds them again.
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { asNightId } from '../../../shared/ids.ts';
import { mindRoles, type BatchTrace, type MindRole } from '../../../shared/models.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Asked } from './model-calls.ts';
import type { Row } from './rows.ts';
import { integer, oneOf, text, textOrNull, timeMs } from './rows.ts';

const states = ['begun', 'sent', 'ended', 'lost'] as const;

export const beginBatch = (
  db: WritableDb,
  begun: { readonly nightId: NightId; readonly address: string; readonly nowMs: EpochMs },
): number =>
  db.run(sql`
    INSERT INTO model_batches (night, state, server_id, began_at_ms, changed_at_ms, address)
    VALUES (${begun.nightId}, 'begun', NULL, ${begun.nowMs}, ${begun.nowMs}, ${begun.address})`).rowId;

export const batchSent = (db: WritableDb, batch: number, serverId: string, nowMs: EpochMs): void =>
  void db.run(sql`
    UPDATE model_batches
    SET state = 'sent', server_id = ${serverId}, changed_at_ms = ${nowMs}
    WHERE number = ${batch} AND state = 'begun'`);

export const closeBatch = (db: WritableDb, batch: number, state: 'ended' | 'lost', nowMs: EpochMs): void =>
  void db.run(sql`
    UPDATE model_batches
    SET state = ${state}, changed_at_ms = ${nowMs}
    WHERE number = ${batch} AND state IN ('begun', 'sent')`);

/** A call that nobody has settled, with all that settling it takes. */
export interface UnsettledCall {
  readonly call: number;
  readonly role: MindRole;
  readonly model: string;
  readonly tokens: number;
  readonly nanoUsd: number;
  readonly isBatch: true;
  readonly questions: readonly Asked[];
}

export const unsettledCalls = (db: ReadableDb, batch: number): readonly UnsettledCall[] =>
  db
    .all(
      sql`
        SELECT c.number, c.role, c.model, c.reserved_tokens, c.reserved_nano_usd
        FROM model_calls AS c
        LEFT JOIN model_call_ends AS e ON e.call = c.number
        WHERE c.batch = ${batch} AND e.call IS NULL
        ORDER BY c.number`,
      (row) => ({
        call: integer(row, 'number'),
        role: oneOf(row, 'role', mindRoles),
        model: text(row, 'model'),
        tokens: integer(row, 'reserved_tokens'),
        nanoUsd: integer(row, 'reserved_nano_usd'),
        isBatch: true as const,
      }),
    )
    .map((call) => ({ ...call, questions: askedIn(db, call.call) }));

const askedIn = (db: ReadableDb, call: number): readonly Asked[] =>
  db.all(
    sql`
      SELECT content_hash, about, item_name
      FROM model_questions
      WHERE call = ${call}
      ORDER BY position`,
    (row): Asked => {
      const name = textOrNull(row, 'item_name');
      const asked = { hash: text(row, 'content_hash'), about: text(row, 'about') };
      return name === null ? asked : { ...asked, name };
    },
  );

/** Whether the question stands in a batch that was sent and has not ended. */
export const isUnderWay = (db: ReadableDb, question: string): boolean =>
  db.first(
    sql`
      SELECT q.call
      FROM model_questions AS q
      JOIN model_calls AS c ON c.number = q.call
      JOIN model_batches AS b ON b.number = c.batch
      LEFT JOIN model_call_ends AS e ON e.call = c.number
      WHERE q.content_hash = ${question} AND e.call IS NULL AND b.state = 'sent'
      LIMIT 1`,
    () => true,
  ) ?? false;

export interface StoredBatch extends BatchTrace {
  /** Where it was sent. */
  readonly address: string | null;
}

const numberOf = (row: Row): number => integer(row, 'number');

/** Oldest first. */
export const openBatches = (db: ReadableDb): readonly StoredBatch[] =>
  db
    .all(sql`SELECT number FROM model_batches WHERE state IN ('begun', 'sent') ORDER BY number`, numberOf)
    .flatMap((number) => batchByNumber(db, number) ?? []);

/** All there ever were, oldest first: one a night at most, or a few. */
export const batches = (db: ReadableDb): readonly StoredBatch[] =>
  db
    .all(sql`SELECT number FROM model_batches ORDER BY number`, numberOf)
    .flatMap((number) => batchByNumber(db, number) ?? []);

export const batchByNumber = (db: ReadableDb, number: number): StoredBatch | null =>
  db.first(
    sql`
      SELECT b.number, b.night, b.state, b.server_id, b.began_at_ms, b.changed_at_ms, b.address,
        COUNT(c.number) AS calls,
        COALESCE(SUM(e.outcome = 'said'), 0) AS answered,
        COALESCE(SUM(e.outcome = 'unanswered'), 0) AS unanswered
      FROM model_batches AS b
      LEFT JOIN model_calls AS c ON c.batch = b.number
      LEFT JOIN model_call_ends AS e ON e.call = c.number
      WHERE b.number = ${number}
      GROUP BY b.number`,
    readBatch,
  );

function readBatch(row: Row): StoredBatch {
  return {
    number: integer(row, 'number'),
    nightId: asNightId(text(row, 'night')),
    serverId: textOrNull(row, 'server_id'),
    state: oneOf(row, 'state', states),
    beganAtMs: timeMs(row, 'began_at_ms'),
    changedAtMs: timeMs(row, 'changed_at_ms'),
    calls: integer(row, 'calls'),
    answered: integer(row, 'answered'),
    unanswered: integer(row, 'unanswered'),
    address: textOrNull(row, 'address'),
  };
}
