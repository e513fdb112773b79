// How things stand on a made-up evening, for tests of what the shell shows.
import type { NightState, Running } from '../../../shared/contract.ts';
import { epochMs, type EpochMs } from '../../../shared/ids.ts';
import type { NightFate, NightRecord } from '../../../shared/schedule.ts';
import { usualSettings } from '../../../shared/settings.ts';
import type { Standing } from '../tray-view.ts';

/** Friday, 20 November 2026, 21:00 in UTC; the next night falls at 03:00. */
export const eveningMs: EpochMs = epochMs(Date.UTC(2026, 10, 20, 21));
export const dueAtMs: EpochMs = epochMs(Date.UTC(2026, 10, 21, 3));

export const dream: Running = {
  run: 'run-1',
  kind: 'dream',
  startedBy: 'schedule',
  startedAtMs: dueAtMs,
  stage: 'rem',
  done: 12,
  total: 41,
  stages: [],
  events: [],
  passed: null,
  spent: { tokens: 900, usd: 0.114 },
  isWaking: false,
};

export const recordOf = (fate: NightFate): NightRecord => ({
  dueAtMs,
  fate,
  because: 'Missed 03:00: laptop asleep 01:10–07:42.',
  nightId: null,
  startedAtMs: null,
  endedAtMs: epochMs(dueAtMs + 360_000),
  isCaughtUp: false,
});

export const quietNight: NightState = {
  running: null,
  next: { dueAtMs, laterMs: [], zone: 'UTC', waitingFor: null, because: null },
  last: null,
  records: [],
  asked: null,
  diagnosis: null,
  willRead: { newSessions: 0, perAgent: {}, memoryFiles: 0 },
  reviewWaiting: 0,
  interrupted: [],
  notices: [],
};

export const settingsInUtc = { ...usualSettings, schedule: { ...usualSettings.schedule, zone: 'UTC' } };

export const standing = (night: Partial<NightState> = {}, more: Partial<Standing> = {}): Standing => ({
  night: { ...quietNight, ...night },
  settings: settingsInUtc,
  isEngineLost: false,
  ...more,
});
