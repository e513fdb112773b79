// How long copies of memory files are kept: every one for 30 days, one a day for a year, one a month after that. What is
// pinned stays, and so does the newest of each file.
import type { EpochMs } from '../../../shared/ids.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import type { WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import type { Sighting } from '../store/snapshots.ts';
import { dropSightings, sightingsOf, watchedPaths } from '../store/snapshots.ts';

const dayMs = 24 * 60 * 60 * 1000;
const keepAllDays = 30;
const keepDailyDays = 365;

/** Pure: which of a file's sightings may go. Of a day or a month the last one stays: what the file had become. */
export function spent(sightings: readonly Sighting[], nowMs: EpochMs): readonly Sighting[] {
  const newestFirst = sightings.toSorted((a, b) => b.number - a.number);
  const kept = new Set<string>();
  return newestFirst.filter((sighting, index) => {
    const span = spanOf(sighting, nowMs);
    const isLast = span === null || !kept.has(span);
    if (span !== null) kept.add(span);
    return index > 0 && !sighting.isPinned && !isLast;
  });
}

/** What a sighting is the only one of; null: it stays anyway. */
function spanOf(sighting: Sighting, nowMs: EpochMs): string | null {
  const days = (nowMs - sighting.seenAtMs) / dayMs;
  if (days <= keepAllDays) return null;
  const date = new Date(sighting.seenAtMs).toISOString();
  return days <= keepDailyDays ? `day ${date.slice(0, 10)}` : `month ${date.slice(0, 7)}`;
}

export const thinOut = (
  db: WritableDb,
  nowMs: EpochMs,
): Result<{ readonly sightings: number; readonly contents: number }, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      const gone = watchedPaths(db).flatMap((path) => spent(sightingsOf(db, path), nowMs));
      const { contents } = dropSightings(
        db,
        gone.map((sighting) => sighting.number),
      );
      return ok({ sightings: gone.length, contents });
    }),
  );
