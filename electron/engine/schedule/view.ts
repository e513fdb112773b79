// What a person is shown of the night to come: when, what it waits for, and why there is none.
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import type { NextNight, NightRecord, ScheduleSettings, WaitingFor } from '../../../shared/schedule.ts';
import type { DueNight } from '../store/schedule.ts';
import { latestStart } from './decide.ts';
import { nextDue } from './due.ts';
import { clock, dayAndClock, nameOf, waitsInWords } from './words.ts';

export interface Outlook {
  readonly nowMs: EpochMs;
  /** Null where they could not be read. */
  readonly settings: ScheduleSettings | null;
  readonly row: DueNight | null;
  readonly zone: string;
  readonly trouble: Failure | null;
}

export const nextView = (
  outlook: Outlook,
): { readonly next: NextNight; readonly asked: NightRecord | null } => ({
  next: nextOf(outlook),
  asked: outlook.row?.state === 'asked' ? askedRecord(outlook.row, outlook.nowMs) : null,
});

function nextOf({ nowMs, settings, row, zone, trouble }: Outlook): NextNight {
  const none = { dueAtMs: null, laterMs: [], zone, waitingFor: null };
  if (settings === null) return { ...none, because: trouble?.happened ?? null };
  if (!settings.isOn) return { ...none, because: 'Nights are turned off.' };
  const after = (ms: EpochMs): EpochMs | null => nextDue(settings.pattern, zone, ms);
  const withLater = (dueAtMs: EpochMs | null, waitingFor: WaitingFor | null, because: string | null) => {
    const second = dueAtMs === null ? null : after(dueAtMs);
    const third = second === null ? null : after(second);
    const laterMs = [second, third].filter((ms) => ms !== null);
    return { dueAtMs, laterMs, zone, waitingFor, because: because ?? trouble?.happened ?? null };
  };
  const { pausedUntilMs } = settings;
  if (pausedUntilMs !== null && pausedUntilMs > nowMs) {
    const because = `Paused until ${dayAndClock(zone, pausedUntilMs)}.`;
    return withLater(after(epochMs(pausedUntilMs - 1)), null, because);
  }
  if (row === null) {
    const dueAtMs = after(nowMs);
    return withLater(dueAtMs, null, dueAtMs === null ? 'This schedule never comes.' : null);
  }
  const [dueAtMs, waitingFor, because] = standing(row, settings, after);
  return withLater(dueAtMs, waitingFor, because);
}

type Standing = readonly [EpochMs | null, WaitingFor | null, string | null];

function standing(
  row: DueNight,
  settings: ScheduleSettings,
  after: (ms: EpochMs) => EpochMs | null,
): Standing {
  switch (row.state) {
    case 'ahead':
      return [row.dueAtMs, null, null];
    case 'begun':
      return [after(row.dueAtMs), null, null];
    case 'asked':
      return [
        after(row.dueAtMs),
        'answer',
        `Missed ${nameOf(row)}: ${row.lateBecause ?? 'its time went by'}.`,
      ];
    case 'due':
    case 'late':
    case 'agreed':
      return waiting(row, settings);
    default:
      return assertNever(row.state);
  }
}

function waiting(row: DueNight, settings: ScheduleSettings): Standing {
  if (row.waitingFor === null) return [row.dueAtMs, null, null];
  const latestMs = row.state === 'agreed' ? null : latestStart({ row, settings });
  const until = latestMs === null ? '' : `, until ${clock(row.zone, latestMs)} at the latest`;
  const because = `Due ${nameOf(row)}: ${waitsInWords[row.waitingFor]}${until}.`;
  return [row.dueAtMs, row.waitingFor === 'work' ? null : row.waitingFor, because];
}

/** Not in the store: it gets its record when it is answered, or when nobody did. */
const askedRecord = (row: DueNight, nowMs: EpochMs): NightRecord => ({
  dueAtMs: row.dueAtMs,
  fate: 'missed',
  because: `Missed ${nameOf(row)}: ${row.lateBecause ?? 'its time went by'}.`,
  nightId: null,
  startedAtMs: null,
  endedAtMs: nowMs,
  isCaughtUp: false,
});
