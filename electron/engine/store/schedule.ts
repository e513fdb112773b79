// The night that is due next and the records of those that were. Every move of the due night says what it saw: where
// another process has moved it meanwhile, nothing is written.
import { hostname } from 'node:os';
import type { Receipt } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { asNightId } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { NightFate, NightRecord } from '../../../shared/schedule.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { unpack } from './packing.ts';
import { isAlive } from './processes.ts';
import type { Row } from './rows.ts';
import { bytes, integer, oneOf, text, textOrNull, timeMs, timeMsOrNull } from './rows.ts';

/**
 * ahead    its time has not come, or nobody has looked since it came
 * due      its time came while we looked on; it begins as soon as nothing keeps it
 * late     its time went by unseen; it begins as soon as nothing keeps it
 * asked    its time went by unseen; its owner is asked
 * agreed   its owner said: dream it now
 * begun    somebody dreams it
 */
export const dueStates = ['ahead', 'due', 'late', 'asked', 'agreed', 'begun'] as const;
export type DueState = (typeof dueStates)[number];

export const keptBy = ['power', 'idle', 'work'] as const;
export type KeptBy = (typeof keptBy)[number];

/** Who dreams it. `by` is one scheduler of one process, `beats` counts up while it lives. */
export interface Claim {
  readonly by: string;
  readonly pid: number;
  readonly host: string;
  readonly atMs: EpochMs;
}

/** `by`: new for each scheduler, for instance a random UUID. */
export const holderHere = (by: string): Omit<Claim, 'atMs'> => ({ by, pid: process.pid, host: hostname() });

/** Certainly gone. Of another machine nobody can say; it is known by its beats. */
export const isHolderGone = (claim: Claim): boolean => claim.host === hostname() && !isAlive(claim.pid);

export interface DueNight {
  readonly dueAtMs: EpochMs;
  /** The wished time of the clock on the wall, as if it were UTC. */
  readonly wallMs: number;
  readonly zone: string;
  readonly rule: string;
  readonly state: DueState;
  readonly waitingFor: KeptBy | null;
  readonly lateBecause: string | null;
  readonly isCaughtUp: boolean;
  readonly attempts: number;
  readonly firstBegunAtMs: EpochMs | null;
  readonly claim: Claim | null;
  readonly beats: number;
}

export const dueNight = (db: ReadableDb): DueNight | null =>
  db.first(
    sql`
      SELECT due_at_ms, wall_ms, zone, rule, state, waiting_for, late_because, is_caught_up, attempts,
        first_begun_at_ms, claimed_by, claimed_pid, claimed_host, claimed_at_ms, beats
      FROM due_night
      WHERE id = 1`,
    readDueNight,
  );

export interface DueMove {
  /** What was seen; null for no row. */
  readonly from: DueNight | null;
  /** What is due from now on; null for nothing. */
  readonly to: DueNight | null;
  /** What became of `from`, where the move settles it. */
  readonly record: NightRecord | null;
}

/** Within the caller's transaction. False where the due night is no longer what was seen. */
export function moveDueNight(db: WritableDb, { from, to, record }: DueMove): boolean {
  if (!isSame(dueNight(db), from)) return false;
  if (record !== null) {
    assert(from !== null && from.dueAtMs === record.dueAtMs, `a record of the due night: ${record.dueAtMs}`);
    // Never two of one night, and none is changed: should one stand there already, it stays.
    if (!isRecorded(db, from)) putRecord(db, record, from);
  }
  db.run(sql`DELETE FROM due_night`);
  if (to !== null) putDueNight(db, to);
  return true;
}

/** What tells one standing of the due night from the next. Beats do not. */
const isSame = (one: DueNight | null, other: DueNight | null): boolean =>
  one === null || other === null
    ? one === other
    : one.dueAtMs === other.dueAtMs &&
      one.state === other.state &&
      one.attempts === other.attempts &&
      one.zone === other.zone &&
      one.rule === other.rule &&
      one.claim?.by === other.claim?.by;

function putDueNight(db: WritableDb, night: DueNight): void {
  const { claim } = night;
  db.run(sql`
    INSERT INTO due_night (id, due_at_ms, wall_ms, zone, rule, state, waiting_for, late_because, is_caught_up,
      attempts, first_begun_at_ms, claimed_by, claimed_pid, claimed_host, claimed_at_ms, beats)
    VALUES (1, ${night.dueAtMs}, ${night.wallMs}, ${night.zone}, ${night.rule}, ${night.state},
      ${night.waitingFor}, ${night.lateBecause}, ${night.isCaughtUp ? 1 : 0}, ${night.attempts},
      ${night.firstBegunAtMs}, ${claim?.by ?? null}, ${claim?.pid ?? null}, ${claim?.host ?? null},
      ${claim?.atMs ?? null}, ${night.beats})`);
}

function putRecord(db: WritableDb, record: NightRecord, night: DueNight): void {
  db.run(sql`
    INSERT INTO scheduled_nights (due_at_ms, wall_ms, zone, fate, because, night, started_at_ms, ended_at_ms,
      is_caught_up)
    VALUES (${record.dueAtMs}, ${night.wallMs}, ${night.zone}, ${record.fate}, ${record.because},
      ${record.nightId}, ${record.startedAtMs}, ${record.endedAtMs}, ${record.isCaughtUp ? 1 : 0})`);
}

/** Says that whoever dreams it is alive. False where it is no longer theirs. */
export const beatDueNight = (db: WritableDb, by: string): boolean =>
  db.run(sql`
    UPDATE due_night
    SET beats = beats + 1
    WHERE claimed_by = ${by}`).changes === 1;

/** Has this night a record, by its moment or by its time on the wall? */
export const isRecorded = (
  db: ReadableDb,
  night: { readonly dueAtMs: EpochMs; readonly wallMs: number },
): boolean =>
  db.first(
    sql`
      SELECT 1 AS found
      WHERE EXISTS (SELECT 1 FROM scheduled_nights WHERE due_at_ms = ${night.dueAtMs})
        OR EXISTS (SELECT 1 FROM scheduled_nights WHERE wall_ms = ${night.wallMs})`,
    () => true,
  ) ?? false;

/** Newest first. */
export const nightRecords = (db: ReadableDb, limit: number): readonly NightRecord[] =>
  db.all(
    sql`
      SELECT due_at_ms, fate, because, night, started_at_ms, ended_at_ms, is_caught_up
      FROM scheduled_nights
      ORDER BY due_at_ms DESC
      LIMIT ${limit}`,
    readRecord,
  );

/** A night that was dreamt to an end at or after a moment: what a process that died may have left without a record. */
export const receiptSince = (db: ReadableDb, sinceMs: EpochMs): Receipt | null =>
  db.first(
    sql`
      SELECT receipt
      FROM nights
      WHERE started_at_ms >= ${sinceMs} AND outcome <> 'failed'
      ORDER BY started_at_ms, number
      LIMIT 1`,
    (row) => JSON.parse(unpack(bytes(row, 'receipt'))) as Receipt,
  );

const fates = [
  'ran',
  'empty',
  'missed',
  'skipped',
  'failed',
  'woken',
] as const satisfies readonly NightFate[];

function readRecord(row: Row): NightRecord {
  const night = textOrNull(row, 'night');
  return {
    dueAtMs: timeMs(row, 'due_at_ms'),
    fate: oneOf(row, 'fate', fates),
    because: text(row, 'because'),
    nightId: night === null ? null : asNightId(night),
    startedAtMs: timeMsOrNull(row, 'started_at_ms'),
    endedAtMs: timeMs(row, 'ended_at_ms'),
    isCaughtUp: integer(row, 'is_caught_up') === 1,
  };
}

function readDueNight(row: Row): DueNight {
  const state = oneOf(row, 'state', dueStates);
  return {
    dueAtMs: timeMs(row, 'due_at_ms'),
    wallMs: integer(row, 'wall_ms'),
    zone: text(row, 'zone'),
    rule: text(row, 'rule'),
    state,
    waitingFor: textOrNull(row, 'waiting_for') === null ? null : oneOf(row, 'waiting_for', keptBy),
    lateBecause: textOrNull(row, 'late_because'),
    isCaughtUp: integer(row, 'is_caught_up') === 1,
    attempts: integer(row, 'attempts'),
    firstBegunAtMs: timeMsOrNull(row, 'first_begun_at_ms'),
    claim: state === 'begun' ? readClaim(row) : null,
    beats: integer(row, 'beats'),
  };
}

const readClaim = (row: Row): Claim => ({
  by: text(row, 'claimed_by'),
  pid: integer(row, 'claimed_pid'),
  host: text(row, 'claimed_host'),
  atMs: timeMs(row, 'claimed_at_ms'),
});
