// The ledger: what each call to a model may cost at most, written before it is sent, and what it did cost. A call that
// has no end counts with all that was reserved, so that a crash never makes room for spending twice.
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { asNightId } from '../../../shared/ids.ts';
import {
  callOutcomes,
  mindRoles,
  type CallOutcome,
  type CallTrace,
  type MindRole,
  type SentPart,
  type TokenUsage,
} from '../../../shared/models.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, integerOrNull, oneOf, text, textOrNull, timeMs } from './rows.ts';

/** One thing that is asked: a hash of all that it says, and the words that it is about. */
export interface Asked {
  readonly hash: string;
  readonly about: string;
  /** Under which it is sent beside others; left out for what is asked as a whole. */
  readonly name?: string;
}

export interface CallBegun {
  readonly nightId: NightId | null;
  readonly role: MindRole;
  readonly model: string;
  readonly about: string;
  readonly questions: readonly Asked[];
  readonly attempt: number;
  readonly batch: number | null;
  readonly reservedTokens: number;
  readonly reservedNanoUsd: number;
  readonly beganAtMs: EpochMs;
  readonly sent: readonly SentPart[];
}

export interface CallEnded {
  readonly call: number;
  readonly outcome: CallOutcome;
  readonly usage: TokenUsage;
  readonly countedTokens: number;
  readonly countedNanoUsd: number;
  readonly isReserved: boolean;
  readonly tookMs: number;
  readonly endedAtMs: EpochMs;
  readonly requestId: string | null;
  readonly detail: string | null;
}

/** Gives its number. Only inside the transaction in which the caps were looked at. */
export function beginCall(db: WritableDb, call: CallBegun): number {
  const { rowId } = db.run(sql`
    INSERT INTO model_calls
      (night, role, model, about, content_hash, attempt, batch, reserved_tokens, reserved_nano_usd, began_at_ms)
    VALUES (${call.nightId}, ${call.role}, ${call.model}, ${call.about}, ${call.questions[0]?.hash ?? ''}, ${call.attempt}, ${call.batch},
      ${call.reservedTokens}, ${call.reservedNanoUsd}, ${call.beganAtMs})`);
  call.questions.forEach(({ hash, about, name = null }, position) =>
    db.run(sql`
      INSERT INTO model_questions (call, position, content_hash, about, item_name)
      VALUES (${rowId}, ${position}, ${hash}, ${about}, ${name})`),
  );
  call.sent.forEach(({ session, turns, bytes: sentBytes, masked }, position) =>
    db.run(sql`
      INSERT INTO model_sent (call, position, session, turns, sent_bytes, masked)
      VALUES (${rowId}, ${position}, ${session}, ${turns}, ${sentBytes}, ${masked})`),
  );
  return rowId;
}

export const endCall = (db: WritableDb, end: CallEnded): void =>
  void db.run(sql`
    INSERT INTO model_call_ends
      (call, outcome, input_tokens, output_tokens, cache_write_tokens, cache_read_tokens, counted_tokens,
        counted_nano_usd, is_reserved, took_ms, ended_at_ms, request_id, detail)
    VALUES (${end.call}, ${end.outcome}, ${end.usage.inputTokens}, ${end.usage.outputTokens},
      ${end.usage.cacheWriteTokens}, ${end.usage.cacheReadTokens}, ${end.countedTokens}, ${end.countedNanoUsd},
      ${end.isReserved ? 1 : 0}, ${end.tookMs}, ${end.endedAtMs}, ${end.requestId}, ${end.detail})`);

export interface Spent {
  readonly tokens: number;
  readonly nanoUsd: number;
  readonly tookMs: number;
  readonly calls: number;
  /** Calls of a grader: one a round. */
  readonly rounds: number;
}

const readSpent = (row: Row): Spent => ({
  tokens: integer(row, 'tokens'),
  nanoUsd: integer(row, 'nano_usd'),
  tookMs: integer(row, 'took_ms'),
  calls: integer(row, 'calls'),
  rounds: integer(row, 'rounds'),
});

const nothingSpent: Spent = { tokens: 0, nanoUsd: 0, tookMs: 0, calls: 0, rounds: 0 };

/** Of one night, or of several that share their caps, what is under way included. */
export const spentInNights = (db: ReadableDb, nights: readonly NightId[]): Spent =>
  db.first(
    sql`
      SELECT
        COALESCE(SUM(COALESCE(e.counted_tokens, c.reserved_tokens)), 0) AS tokens,
        COALESCE(SUM(COALESCE(e.counted_nano_usd, c.reserved_nano_usd)), 0) AS nano_usd,
        COALESCE(SUM(e.took_ms), 0) AS took_ms,
        COUNT(*) AS calls,
        COALESCE(SUM(c.role = 'grader'), 0) AS rounds
      FROM model_calls AS c
      LEFT JOIN model_call_ends AS e ON e.call = c.number
      WHERE c.night IN (SELECT value FROM json_each(${JSON.stringify(nights)}))`,
    readSpent,
  ) ?? nothingSpent;

/** Of everything that was begun at or after a moment: a month's. */
export const spentSince = (db: ReadableDb, sinceMs: EpochMs): Spent =>
  db.first(
    sql`
      SELECT
        COALESCE(SUM(COALESCE(e.counted_tokens, c.reserved_tokens)), 0) AS tokens,
        COALESCE(SUM(COALESCE(e.counted_nano_usd, c.reserved_nano_usd)), 0) AS nano_usd,
        COALESCE(SUM(e.took_ms), 0) AS took_ms,
        COUNT(*) AS calls,
        COALESCE(SUM(c.role = 'grader'), 0) AS rounds
      FROM model_calls AS c
      LEFT JOIN model_call_ends AS e ON e.call = c.number
      WHERE c.began_at_ms >= ${sinceMs}`,
    readSpent,
  ) ?? nothingSpent;

/** `question`: a hash of all that was asked. The words that it is about stand in the answer, for a wish to forget. */
export const putAnswer = (
  db: WritableDb,
  answer: Asked & { readonly call: number; readonly said: unknown },
): void =>
  void db.run(sql`
    INSERT INTO model_answers (call, content_hash, content)
    VALUES (${answer.call}, ${answer.hash}, ${pack(JSON.stringify({ about: answer.about, said: answer.said }))})`);

/** What was answered to the same question before; null for never. */
export const answerTo = (db: ReadableDb, question: string): unknown =>
  db.first(
    sql`
      SELECT content
      FROM model_answers
      WHERE content_hash = ${question}
      ORDER BY number DESC
      LIMIT 1`,
    (row) => saidIn(unpack(bytes(row, 'content'))),
  );

/**
 * Whether the same question was asked before, may have been paid for, and gave no answer that could be used. Then it is
 * not sent again.
 */
export const wasInVain = (db: ReadableDb, question: string): boolean =>
  db.first(
    sql`
      SELECT q.call
      FROM model_questions AS q
      LEFT JOIN model_call_ends AS e ON e.call = q.call
      WHERE q.content_hash = ${question}
        AND (e.call IS NULL OR e.counted_tokens > 0)
        AND NOT EXISTS (SELECT 1 FROM model_answers AS a WHERE a.content_hash = ${question})
      LIMIT 1`,
    () => true,
  ) ?? false;

function saidIn(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null && 'said' in value ? value.said : null;
}

/** Of these hashes, those that were answered, were asked in vain, or are under way: what is not to be sent again. */
export const settledAmong = (db: ReadableDb, hashes: readonly string[]): ReadonlySet<string> =>
  new Set(
    db.all(
      sql`
        SELECT DISTINCT q.content_hash
        FROM model_questions AS q
        LEFT JOIN model_call_ends AS e ON e.call = q.call
        WHERE q.content_hash IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))
          AND (e.call IS NULL OR e.counted_tokens > 0)`,
      (row) => text(row, 'content_hash'),
    ),
  );

/** The night of the newest call; null where no night made one. */
export const newestNightWithCalls = (db: ReadableDb): NightId | null =>
  db.first(
    sql`
      SELECT night
      FROM model_calls
      WHERE night IS NOT NULL
      ORDER BY number DESC
      LIMIT 1`,
    (row) => asNightId(text(row, 'night')),
  );

/** The calls of one night, oldest first. */
export const callsOfNight = (db: ReadableDb, night: NightId): readonly CallTrace[] =>
  db
    .all(
      sql`
        SELECT c.number, c.night, c.role, c.model, c.about, c.attempt, c.batch, c.reserved_tokens,
          c.reserved_nano_usd, c.began_at_ms, e.outcome, e.input_tokens, e.output_tokens, e.cache_write_tokens,
          e.cache_read_tokens, e.counted_tokens, e.counted_nano_usd, e.is_reserved, e.took_ms, e.request_id, e.detail
        FROM model_calls AS c
        LEFT JOIN model_call_ends AS e ON e.call = c.number
        WHERE c.night = ${night}
        ORDER BY c.number`,
      readCall,
    )
    .map((call) => ({ ...call, sent: sentIn(db, call.number), answer: answersOf(db, call.number) }));

const sentIn = (db: ReadableDb, call: number): readonly SentPart[] =>
  db.all(
    sql`
      SELECT session, turns, sent_bytes, masked
      FROM model_sent
      WHERE call = ${call}
      ORDER BY position`,
    (row) => ({
      session: text(row, 'session'),
      turns: integer(row, 'turns'),
      bytes: integer(row, 'sent_bytes'),
      masked: integer(row, 'masked'),
    }),
  );

function answersOf(db: ReadableDb, call: number): string | null {
  const said = db.all(
    sql`
      SELECT content
      FROM model_answers
      WHERE call = ${call}
      ORDER BY number`,
    (row): unknown => JSON.parse(unpack(bytes(row, 'content'))),
  );
  return said.length === 0 ? null : JSON.stringify(said);
}

const usd = (nano: number): number => nano / 1e9;

function readCall(row: Row): CallTrace {
  const night = textOrNull(row, 'night');
  const isEnded = row['outcome'] !== null;
  const reserved = {
    tokens: integer(row, 'reserved_tokens'),
    usd: usd(integer(row, 'reserved_nano_usd')),
  };
  return {
    number: integer(row, 'number'),
    nightId: night === null ? null : asNightId(night),
    role: oneOf(row, 'role', mindRoles),
    model: text(row, 'model'),
    about: text(row, 'about'),
    attempt: integer(row, 'attempt'),
    beganAtMs: timeMs(row, 'began_at_ms'),
    tookMs: integerOrNull(row, 'took_ms'),
    outcome: isEnded ? oneOf(row, 'outcome', callOutcomes) : null,
    usage: isEnded
      ? {
          inputTokens: integer(row, 'input_tokens'),
          outputTokens: integer(row, 'output_tokens'),
          cacheWriteTokens: integer(row, 'cache_write_tokens'),
          cacheReadTokens: integer(row, 'cache_read_tokens'),
        }
      : null,
    reserved,
    counted: isEnded
      ? {
          tokens: integer(row, 'counted_tokens'),
          usd: usd(integer(row, 'counted_nano_usd')),
          isReserved: integer(row, 'is_reserved') === 1,
        }
      : { ...reserved, isReserved: true },
    isBatch: row['batch'] !== null,
    requestId: textOrNull(row, 'request_id'),
    detail: textOrNull(row, 'detail'),
    sent: [],
    answer: null,
  };
}
