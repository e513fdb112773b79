// What the scheduler asks of the store, over SQLite: each answer is a value, also where the disk is full or the file busy.
import type { Receipt } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import type { NightRecord, ScheduleSettings } from '../../../shared/schedule.ts';
import type { WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import type { Claim, DueMove, DueNight } from '../store/schedule.ts';
import {
  beatDueNight,
  dueNight,
  isHolderGone,
  isRecorded,
  moveDueNight,
  nightRecords,
  receiptSince,
} from '../store/schedule.ts';
import { readSchedule, readSettings, writeSettings } from '../store/settings.ts';
import type { Night } from './due.ts';

type Answer<T> = Result<T, Failure>;

export interface NightStore {
  dueNight(): Answer<DueNight | null>;
  /** In one transaction; false where another process was first. */
  move(move: DueMove): Answer<boolean>;
  beat(by: string): Answer<boolean>;
  isRecorded(night: Night): Answer<boolean>;
  records(limit: number): Answer<readonly NightRecord[]>;
  receiptSince(sinceMs: EpochMs): Answer<Receipt | null>;
  schedule(): Answer<ScheduleSettings>;
  pause(untilMs: EpochMs | null, nowMs: EpochMs): Answer<void>;
  /** Certainly dead; false where it lives or where nobody can say. */
  isDead(claim: Claim): boolean;
}

export const createNightStore = (
  db: WritableDb,
  isDead: (claim: Claim) => boolean = isHolderGone,
): NightStore => ({
  dueNight: () => attempt(() => dueNight(db)),
  move: (move) => attemptResult(() => inTransaction(db, () => ok(moveDueNight(db, move)))),
  beat: (by) => attempt(() => beatDueNight(db, by)),
  isRecorded: (night) => attempt(() => isRecorded(db, night)),
  records: (limit) => attempt(() => nightRecords(db, limit)),
  receiptSince: (sinceMs) => attempt(() => receiptSince(db, sinceMs)),
  schedule: () => attempt(() => readSchedule(db)),
  pause: (untilMs, nowMs) =>
    attempt(() => {
      const { schedule } = readSettings(db);
      writeSettings(db, { schedule: { ...schedule, pausedUntilMs: untilMs } }, nowMs);
    }),
  isDead,
});
