// Nights whose process or worker ended in the middle: what they held is let go of, and each gets its receipt.
import { hostname } from 'node:os';
import type { Receipt } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { WritableDb } from '../store/db.ts';
import { leaseOf, release, takeLease, thisProcess, type LeaseKind } from '../store/lease.ts';
import { closeUnfinishedNights, unfinishedNights } from '../store/nights.ts';

/** `mine`: the names in leases that a dead worker of this process may have left behind. */
export function settleLostNights(
  db: WritableDb,
  mine: readonly string[],
  wallMs: EpochMs,
): Result<readonly Receipt[], Failure> {
  for (const kind of ['dream', 'apply'] as const) letGo(db, kind, mine);
  if (unfinishedNights(db).length === 0) return ok([]);
  const lease = takeLease(db, 'dream', thisProcess('settling what was cut off'), wallMs);
  // Somebody dreams: what is unfinished is theirs, or will be settled by them.
  if (!lease.ok) return lease.error.kind === 'store-busy' ? ok([]) : lease;
  try {
    return ok(closeUnfinishedNights(db));
  } finally {
    release(db, lease.value);
  }
}

function letGo(db: WritableDb, kind: LeaseKind, mine: readonly string[]): void {
  const lease = leaseOf(db, kind);
  if (lease === null) return;
  const { pid, host, what } = lease.holder;
  if (pid === process.pid && host === hostname() && mine.includes(what)) release(db, lease);
}
