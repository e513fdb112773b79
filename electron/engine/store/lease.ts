// One night at a time, one apply at a time: who is at work writes it down, and the next one is told who and since when.
import { hostname } from 'node:os';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { inTransaction, sql } from './db.ts';
import { attemptResult } from './failures.ts';
import { isAlive } from './processes.ts';
import type { Row } from './rows.ts';
import { integer, text, timeMs } from './rows.ts';

export type LeaseKind = 'dream' | 'apply';

export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** For people: "the command line", "the nightly run". */
  readonly what: string;
}

export interface Lease {
  readonly kind: LeaseKind;
  readonly holder: Holder;
  readonly takenAtMs: EpochMs;
}

/** A heart that has not beaten for so long has stopped: the longest step between two beats takes seconds. */
export const silenceMaxMs = 10 * 60 * 1000;

export const thisProcess = (what: string): Holder => ({ pid: process.pid, host: hostname(), what });

/** `nowMs` is the real time, never the night's own. */
export function takeLease(
  db: WritableDb,
  kind: LeaseKind,
  holder: Holder,
  nowMs: EpochMs,
): Result<Lease, Failure> {
  const taken = attemptResult(() => inTransaction(db, () => takeFree(db, kind, holder, nowMs)));
  if (taken.ok || taken.error.kind !== 'store-busy') return taken;
  // whoever writes at this moment may be the holder: reading is allowed meanwhile, so it can be named
  const standing = leaseOf(db, kind);
  return standing !== null && isHeld(standing, holder.host, nowMs) ? err(busy(standing)) : taken;
}

function takeFree(db: WritableDb, kind: LeaseKind, holder: Holder, nowMs: EpochMs): Result<Lease, Failure> {
  const standing = leaseOf(db, kind);
  if (standing !== null && isHeld(standing, holder.host, nowMs)) return err(busy(standing));
  db.run(sql`
    INSERT INTO leases (kind, pid, host, what, taken_at_ms, heartbeat_at_ms)
    VALUES (${kind}, ${holder.pid}, ${holder.host}, ${holder.what}, ${nowMs}, ${nowMs})
    ON CONFLICT (kind) DO UPDATE SET
      pid = excluded.pid,
      host = excluded.host,
      what = excluded.what,
      taken_at_ms = excluded.taken_at_ms,
      heartbeat_at_ms = excluded.heartbeat_at_ms`);
  return ok({ kind, holder, takenAtMs: nowMs });
}

/** False where another process has taken it over meanwhile: whoever is told so stops. */
export const beat = (db: WritableDb, lease: Lease, nowMs: EpochMs): boolean =>
  db.run(sql`
    UPDATE leases
    SET heartbeat_at_ms = ${nowMs}
    WHERE kind = ${lease.kind}
      AND pid = ${lease.holder.pid}
      AND host = ${lease.holder.host}
      AND taken_at_ms = ${lease.takenAtMs}`).changes === 1;

/** Does nothing where it is no longer ours. */
export const release = (db: WritableDb, lease: Lease): void =>
  void db.run(sql`
    DELETE FROM leases
    WHERE kind = ${lease.kind}
      AND pid = ${lease.holder.pid}
      AND host = ${lease.holder.host}
      AND taken_at_ms = ${lease.takenAtMs}`);

export interface Standing extends Lease {
  readonly heartbeatAtMs: EpochMs;
}

export const leaseOf = (db: ReadableDb, kind: LeaseKind): Standing | null =>
  db.first(
    sql`
      SELECT pid, host, what, taken_at_ms, heartbeat_at_ms
      FROM leases
      WHERE kind = ${kind}`,
    (row: Row): Standing => ({
      kind,
      holder: { pid: integer(row, 'pid'), host: text(row, 'host'), what: text(row, 'what') },
      takenAtMs: timeMs(row, 'taken_at_ms'),
      heartbeatAtMs: epochMs(integer(row, 'heartbeat_at_ms')),
    }),
  );

function isHeld(standing: Standing, host: string, nowMs: EpochMs): boolean {
  if (nowMs - standing.heartbeatAtMs > silenceMaxMs) return false;
  return standing.holder.host !== host || isAlive(standing.holder.pid);
}

const busy = (standing: Standing): Failure => ({
  kind: 'store-busy',
  happened: `${standing.holder.what} (process ${standing.holder.pid} on ${standing.holder.host}) is at work since ${new Date(standing.takenAtMs).toISOString()}.`,
  safe: 'Nothing was changed.',
  todo: 'Wait until it is done, or end it, and try again.',
});
