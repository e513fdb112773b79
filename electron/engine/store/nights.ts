// Nights: begun, carried on stage by stage, and ended with a receipt. A night that was killed is found here and gets
// its receipt too.
import type { NightOutcome, Receipt, Stage, Verdict } from '../../../shared/dream.ts';
import { stages } from '../../../shared/dream.ts';
import type { ChangeId, EpochMs, NightId } from '../../../shared/ids.ts';
import { asNightId, epochMs, versionNumber } from '../../../shared/ids.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, packList, packManyItems, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, bytesOrNull, integer, oneOf, text, timeMs, timeMsOrNull } from './rows.ts';

export interface NightBegun {
  readonly nightId: NightId;
  readonly startedAtMs: EpochMs;
  readonly nowMs: EpochMs;
  readonly sample: boolean;
  readonly engineVersion: number;
}

/** Written before the first stage. The same night again begins anew. */
export function beginNight(db: WritableDb, night: NightBegun): void {
  db.run(sql`DELETE FROM unfinished_nights WHERE id = ${night.nightId}`);
  db.run(sql`
    INSERT INTO unfinished_nights (id, started_at_ms, now_ms, sample, engine_version)
    VALUES (${night.nightId}, ${night.startedAtMs}, ${night.nowMs}, ${night.sample ? 1 : 0},
      ${night.engineVersion})`);
}

export interface StageDone {
  readonly stage: Stage;
  /** The real time, not the night's own. */
  readonly doneAtMs: EpochMs;
  /** What the stage handed on, as text of the night's own making; null for nothing. */
  readonly payload: string | null;
}

/** Says that a stage is done. */
export const markStage = (db: WritableDb, night: NightId, done: StageDone): void =>
  void db.run(sql`
    INSERT INTO night_stages (night, stage, done_at_ms, content)
    VALUES (${night}, ${done.stage}, ${done.doneAtMs}, ${done.payload === null ? null : pack(done.payload)})
    ON CONFLICT (night, stage) DO UPDATE SET
      done_at_ms = excluded.done_at_ms,
      content = excluded.content`);

export interface UnfinishedNight extends NightBegun {
  /** In the order of the stages. */
  readonly done: readonly StageDone[];
}

export const unfinishedNights = (db: ReadableDb): readonly UnfinishedNight[] =>
  db
    .all(
      sql`
        SELECT id, started_at_ms, now_ms, sample, engine_version
        FROM unfinished_nights
        ORDER BY started_at_ms, id`,
      (row): NightBegun => ({
        nightId: asNightId(text(row, 'id')),
        startedAtMs: timeMs(row, 'started_at_ms'),
        nowMs: timeMs(row, 'now_ms'),
        sample: integer(row, 'sample') === 1,
        engineVersion: integer(row, 'engine_version'),
      }),
    )
    .map((begun) => ({ ...begun, done: stagesOf(db, begun.nightId) }));

/**
 * Gives every unfinished night the receipt of a failed one. Only for the holder of the dream lease: a night that is at
 * work is unfinished too. Gives the receipts written.
 */
export function closeUnfinishedNights(db: WritableDb): readonly Receipt[] {
  return unfinishedNights(db).map((night) => {
    const receipt = failedReceipt(night, keptOf(db, night));
    const proposal: Proposal = { nightId: night.nightId, base: versionNumber(0), changes: [] };
    const earlier = nightById(db, night.nightId);
    if (earlier === null) putNight(db, { receipt, proposal, diary: receipt.because, verdicts: [] });
    // The same night was dreamt to its end before: that record is the better one.
    else db.run(sql`DELETE FROM unfinished_nights WHERE id = ${night.nightId}`);
    return receipt;
  });
}

export interface NightRecord {
  readonly receipt: Receipt;
  readonly proposal: Proposal;
  readonly diary: string;
  /** Kept for `explain`. */
  readonly verdicts: readonly Verdict[];
}

/** What a night of many sessions holds most of, as it lies in the store. */
export interface PackedNight {
  readonly proposal: Uint8Array;
  readonly verdicts: Uint8Array;
}

/** Piece by piece: as texts they would be a quarter of what a night of twenty thousand sessions holds in memory. */
export async function packNight({
  proposal: { changes, ...rest },
  verdicts,
}: Pick<NightRecord, 'proposal' | 'verdicts'>): Promise<PackedNight> {
  const end = ']}';
  const around = JSON.stringify({ ...rest, changes: [] }).slice(0, -end.length);
  return {
    proposal: await packManyItems(changes, [around, end]),
    verdicts: await packManyItems(verdicts),
  };
}

/**
 * Ends a night, begun or not, and lets go of its stages. The same night again takes the place of its record.
 * `packed`: beforehand, where there is much of it.
 */
export function putNight(
  db: WritableDb,
  night: NightRecord,
  packed: PackedNight = {
    proposal: pack(JSON.stringify(night.proposal)),
    verdicts: packList(night.verdicts),
  },
): void {
  const { receipt } = night;
  assert(receipt.nightId === night.proposal.nightId, `receipt and proposal of one night: ${receipt.nightId}`);
  db.run(sql`DELETE FROM unfinished_nights WHERE id = ${receipt.nightId}`);
  db.run(sql`
    INSERT INTO nights (id, started_at_ms, now_ms, day, outcome, receipt, proposal, diary, verdicts)
    VALUES (${receipt.nightId}, ${receipt.startedAtMs}, ${receipt.nowMs}, ${dayOf(receipt.nowMs)},
      ${receipt.outcome}, ${pack(JSON.stringify(receipt))}, ${packed.proposal},
      ${pack(night.diary)}, ${packed.verdicts})
    ON CONFLICT (id) DO UPDATE SET
      started_at_ms = excluded.started_at_ms,
      now_ms = excluded.now_ms,
      day = excluded.day,
      outcome = excluded.outcome,
      receipt = excluded.receipt,
      proposal = excluded.proposal,
      diary = excluded.diary,
      verdicts = excluded.verdicts`);
}

export const nightById = (db: ReadableDb, id: NightId): NightRecord | null =>
  db.first(
    sql`
      SELECT receipt, proposal, diary, verdicts
      FROM nights
      WHERE id = ${id}`,
    readNight,
  );

/** Its text alone; empty for a night that is not known. */
export const diaryOf = (db: ReadableDb, id: NightId): string =>
  db.first(
    sql`
      SELECT diary
      FROM nights
      WHERE id = ${id}`,
    (row) => unpack(bytes(row, 'diary')),
  ) ?? '';

/** When the newest night began that proposed one of these; null where none did. */
export const nightOfChanges = (db: ReadableDb, ids: readonly ChangeId[]): EpochMs | null =>
  db.first(
    sql`
      SELECT max(n.started_at_ms) AS started_at_ms
      FROM changes AS c
      JOIN nights AS n ON n.id = c.night
      WHERE c.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    (row) => timeMsOrNull(row, 'started_at_ms'),
  );

/** Oldest first, one after another: ten thousand nights never lie in memory together. */
export function* everyNight(db: ReadableDb): Generator<NightRecord, void, void> {
  for (const { nightId } of listNights(db).toReversed()) {
    const night = nightById(db, nightId);
    if (night !== null) yield night;
  }
}

/** By the night's own clock, then by the order in which they were dreamt. */
export const newestNight = (db: ReadableDb): NightRecord | null =>
  db.first(
    sql`
      SELECT receipt, proposal, diary, verdicts
      FROM nights
      ORDER BY now_ms DESC, number DESC
      LIMIT 1`,
    readNight,
  );

/** `day`: YYYY-MM-DD of the night's own clock, in UTC. Newest first. */
export const nightsOn = (db: ReadableDb, day: string): readonly NightRecord[] =>
  db.all(
    sql`
      SELECT receipt, proposal, diary, verdicts
      FROM nights
      WHERE day = ${day}
      ORDER BY now_ms DESC, number DESC`,
    readNight,
  );

/** The receipts of all nights, newest first. */
export const allReceipts = (db: ReadableDb): readonly Receipt[] =>
  db.all(
    sql`
      SELECT receipt
      FROM nights
      ORDER BY now_ms DESC, number DESC`,
    (row) => JSON.parse(unpack(bytes(row, 'receipt'))) as Receipt,
  );

export interface NightSummary {
  readonly nightId: NightId;
  readonly startedAtMs: EpochMs;
  readonly nowMs: EpochMs;
  readonly outcome: NightOutcome;
}

/** Newest first. */
export const listNights = (db: ReadableDb): readonly NightSummary[] =>
  db.all(
    sql`
      SELECT id, started_at_ms, now_ms, outcome
      FROM nights
      ORDER BY now_ms DESC, number DESC`,
    (row) => ({
      nightId: asNightId(text(row, 'id')),
      startedAtMs: timeMs(row, 'started_at_ms'),
      nowMs: timeMs(row, 'now_ms'),
      outcome: oneOf(row, 'outcome', outcomes),
    }),
  );

const outcomes = ['done', 'empty', 'woken', 'failed'] as const satisfies readonly NightOutcome[];

const dayOf = (atMs: EpochMs): string => new Date(atMs).toISOString().slice(0, 10);

function stagesOf(db: ReadableDb, night: NightId): readonly StageDone[] {
  const done = db.all(
    sql`
      SELECT stage, done_at_ms, content
      FROM night_stages
      WHERE night = ${night}
      ORDER BY stage`,
    (row): StageDone => {
      const content = bytesOrNull(row, 'content');
      return {
        stage: oneOf(row, 'stage', stages),
        doneAtMs: timeMs(row, 'done_at_ms'),
        payload: content === null ? null : unpack(content),
      };
    },
  );
  return stages.flatMap((stage) => done.filter((one) => one.stage === stage));
}

/** What was there when such a night was settled: what it had read and noticed, and what nights before it had. */
interface Kept {
  readonly read: Receipt['read'];
  /** Sessions that it, or one before it, noticed whole. */
  readonly noticed: number;
}

function keptOf(db: ReadableDb, { startedAtMs, engineVersion }: UnfinishedNight): Kept {
  const kept = db.first(
    sql`
      WITH files AS (
        SELECT id FROM memory_file_versions AS v
        WHERE v.content IS NOT NULL AND v.id = (SELECT MAX(id) FROM memory_file_versions WHERE path = v.path))
      SELECT
        COUNT(*) AS sessions,
        COUNT(g.session) AS noticed,
        TOTAL(s.imported_at_ms >= ${startedAtMs}) AS new_sessions,
        TOTAL(s.turns) AS turns,
        TOTAL(s.tokens_in + s.tokens_out) AS tokens,
        (SELECT COUNT(*) FROM files) AS memory_files,
        (SELECT COUNT(*) FROM memory_lines WHERE file_version IN (SELECT id FROM files)) AS memory_lines
      FROM sessions AS s
      LEFT JOIN session_signals AS g
        ON g.session = s.number AND g.engine_version = ${engineVersion} AND g.turns_seen = s.turns
      WHERE s.turns > 0`,
    (row): Kept => ({
      noticed: integer(row, 'noticed'),
      read: {
        sessions: integer(row, 'sessions'),
        newSessions: integer(row, 'new_sessions'),
        turns: integer(row, 'turns'),
        tokens: integer(row, 'tokens'),
        memoryFiles: integer(row, 'memory_files'),
        memoryLines: integer(row, 'memory_lines'),
        // counted as they are read, and that is gone with the process
        skippedLines: 0,
        maskedSecrets: 0,
      },
    }),
  );
  assert(kept !== null, 'counts have one row');
  return kept;
}

function failedReceipt(night: UnfinishedNight, { read, noticed }: Kept): Receipt {
  const next = stages.find((stage) => !night.done.some((one) => one.stage === stage));
  const where = next === undefined ? 'after its last stage' : `in its ${next} stage`;
  const lastMs = night.done.at(-1)?.doneAtMs ?? night.startedAtMs;
  return {
    nightId: night.nightId,
    startedAtMs: night.startedAtMs,
    nowMs: night.nowMs,
    outcome: 'failed',
    because: `The night was cut off ${where}: its process ended. ${noticed} of ${read.sessions} sessions are noticed and kept; nothing was proposed.`,
    preview: false,
    sample: night.sample,
    read,
    found: { signals: 0, byKind: {}, themes: 0, leftOut: {} },
    proposed: {},
    turnedDown: {},
    nearestMisses: [],
    instructions: null,
    stageMs: stageTimes(night),
    tookMs: Math.max(0, lastMs - night.startedAtMs),
    cost: { tokens: 0, usd: 0 },
    engineVersion: night.engineVersion,
  };
}

function stageTimes(night: UnfinishedNight): Receipt['stageMs'] {
  const times = { import: 0, light: 0, rem: 0, deep: 0, propose: 0 };
  let before = epochMs(night.startedAtMs);
  for (const { stage, doneAtMs } of night.done) {
    times[stage] = Math.max(0, doneAtMs - before);
    before = doneAtMs;
  }
  return times;
}

const readNight = (row: Row): NightRecord => ({
  receipt: JSON.parse(unpack(bytes(row, 'receipt'))) as Receipt,
  proposal: JSON.parse(unpack(bytes(row, 'proposal'))) as Proposal,
  diary: unpack(bytes(row, 'diary')),
  verdicts: JSON.parse(unpack(bytes(row, 'verdicts'))) as readonly Verdict[],
});
