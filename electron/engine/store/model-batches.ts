// Batches that were handed in: written down before they are sent, so that whoever starts next finds them again.
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { asNightId, epochMs } from '../../../shared/ids.ts';
import { mindRoles, type BatchView, type MindRole } from '../../../shared/models.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Asked } from './model-calls.ts';
import type { Row } from './rows.ts';
import { integer, integerOrNull, oneOf, text, textOrNull, timeMs } from './rows.ts';

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

/** `takenUp`: the night that uses the answers at once; null where one may go on with them later. */
export const closeBatch = (
  db: WritableDb,
  batch: number,
  ended: { readonly state: 'ended' | 'lost'; readonly takenUp: NightId | null; readonly nowMs: EpochMs },
): void =>
  void db.run(sql`
    UPDATE model_batches
    SET state = ${ended.state}, changed_at_ms = ${ended.nowMs}, taken_up_night = ${ended.takenUp}, trouble = NULL
    WHERE number = ${batch} AND state IN ('begun', 'sent')`);

/** What a look at the server came to. */
export interface Look {
  readonly atMs: EpochMs;
  readonly expiresAtMs: EpochMs | null;
  readonly done: number | null;
  readonly trouble: string | null;
}

/** What a look that failed could not learn stays as it was. */
export const batchLooked = (db: WritableDb, batch: number, look: Look): void =>
  void db.run(sql`
    UPDATE model_batches
    SET looked_at_ms = ${look.atMs}, trouble = ${look.trouble},
      expires_at_ms = COALESCE(${look.expiresAtMs}, expires_at_ms), done_calls = COALESCE(${look.done}, done_calls)
    WHERE number = ${batch}`);

export const stopWaiting = (db: WritableDb, batch: number, nowMs: EpochMs): void =>
  void db.run(sql`
    UPDATE model_batches
    SET stopped_at_ms = COALESCE(stopped_at_ms, ${nowMs})
    WHERE number = ${batch}`);

// A night that ends the app each time is not begun for ever.
const triesMax = 3;

/** The night of the newest batch that was fetched after its night had ended, and that no night has used since. */
export const nightToGoOnWith = (db: ReadableDb): NightId | null =>
  db.first(
    sql`
      SELECT b.night
      FROM model_batches AS b
      WHERE b.state = 'ended' AND b.taken_up_night IS NULL AND b.tries < ${triesMax}
        AND EXISTS (
          SELECT 1
          FROM model_calls AS c
          JOIN model_call_ends AS e ON e.call = c.number
          WHERE c.batch = b.number AND e.outcome = 'said'
        )
      ORDER BY b.number DESC
      LIMIT 1`,
    (row) => asNightId(text(row, 'night')),
  );

/** A night with readers begins: it finds all that was fetched in the ledger. */
export const tryFetched = (db: WritableDb): void =>
  void db.run(sql`
    UPDATE model_batches
    SET tries = tries + 1
    WHERE state IN ('ended', 'lost') AND taken_up_night IS NULL`);

export const takeUpFetched = (db: WritableDb, night: NightId): void =>
  void db.run(sql`
    UPDATE model_batches
    SET taken_up_night = ${night}
    WHERE state IN ('ended', 'lost') AND taken_up_night IS NULL`);

/** Those whose answers a night used, its own among them, oldest first. */
export const batchesUsedBy = (db: ReadableDb, night: NightId): readonly StoredBatch[] =>
  db
    .all(
      sql`SELECT number FROM model_batches WHERE night = ${night} OR taken_up_night = ${night} ORDER BY number`,
      numberOf,
    )
    .flatMap((number) => batchByNumber(db, number) ?? []);

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

/** Of these hashes, those that were asked in a batch which its owner stopped waiting for. */
export const stoppedAmong = (db: ReadableDb, hashes: readonly string[]): ReadonlySet<string> =>
  new Set(
    db.all(
      sql`
        SELECT DISTINCT q.content_hash
        FROM model_questions AS q
        JOIN model_calls AS c ON c.number = q.call
        JOIN model_batches AS b ON b.number = c.batch
        WHERE q.content_hash IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))
          AND b.stopped_at_ms IS NOT NULL`,
      (row) => text(row, 'content_hash'),
    ),
  );

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

export interface StoredBatch extends BatchView {
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
      SELECT b.number, b.night, b.state, b.server_id, b.began_at_ms, b.changed_at_ms, b.address, b.expires_at_ms,
        b.done_calls, b.looked_at_ms, b.trouble, b.stopped_at_ms,
        COUNT(c.number) AS calls,
        COALESCE(SUM(CASE WHEN e.call IS NULL THEN c.reserved_tokens END), 0) AS open_tokens,
        COALESCE(SUM(CASE WHEN e.call IS NULL THEN c.reserved_nano_usd END), 0) AS open_nano_usd,
        COALESCE(SUM(e.outcome = 'said'), 0) AS answered,
        COALESCE(SUM(e.outcome = 'unanswered'), 0) AS unanswered
      FROM model_batches AS b
      LEFT JOIN model_calls AS c ON c.batch = b.number
      LEFT JOIN model_call_ends AS e ON e.call = c.number
      WHERE b.number = ${number}
      GROUP BY b.number`,
    readBatch,
  );

// As Anthropic's service has it, where a server does not say.
const answeredWithinMs = 24 * 3_600_000;

function readBatch(row: Row): StoredBatch {
  const beganAtMs = timeMs(row, 'began_at_ms');
  const expiresAtMs = integerOrNull(row, 'expires_at_ms');
  const lookedAtMs = integerOrNull(row, 'looked_at_ms');
  const state = oneOf(row, 'state', states);
  return {
    expiresAtMs: epochMs(expiresAtMs ?? beganAtMs + answeredWithinMs),
    done: integerOrNull(row, 'done_calls'),
    lookedAtMs: lookedAtMs === null ? null : epochMs(lookedAtMs),
    trouble: textOrNull(row, 'trouble'),
    isStopping: integerOrNull(row, 'stopped_at_ms') !== null && (state === 'begun' || state === 'sent'),
    reserved: { tokens: integer(row, 'open_tokens'), usd: integer(row, 'open_nano_usd') / 1e9 },
    number: integer(row, 'number'),
    nightId: asNightId(text(row, 'night')),
    serverId: textOrNull(row, 'server_id'),
    state,
    beganAtMs,
    changedAtMs: timeMs(row, 'changed_at_ms'),
    calls: integer(row, 'calls'),
    answered: integer(row, 'answered'),
    unanswered: integer(row, 'unanswered'),
    address: textOrNull(row, 'address'),
  };
}
