// Nights whose process ended in the middle: each gets its receipt.
import type { Receipt } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { WritableDb } from '../store/db.ts';
import { release, takeLease, thisProcess } from '../store/lease.ts';
import { closeUnfinishedNights, unfinishedNights } from '../store/nights.ts';

export function settleLostNights(db: WritableDb, wallMs: EpochMs): Result<readonly Receipt[], Failure> {
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
