// When nights fall and what became of each: the pattern, the conditions, the due time, and one record for every night
// that was due, whether it ran or not.
import type { EpochMs, NightId } from './ids.ts';

/** daily and weekdays: at an hour and minute of the zone's clock. cron: five fields, as node-cron reads them. */
export type SchedulePattern =
  | { readonly kind: 'daily'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'weekdays'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'cron'; readonly expression: string };

/** What is done about a night whose time went by while the computer slept or we were not running. */
export type CatchUp = 'on-wake' | 'ask' | 'skip';

export interface ScheduleSettings {
  readonly pattern: SchedulePattern;
  /** An IANA name; null: wherever the computer is. */
  readonly zone: string | null;
  /** Off: no night falls by itself. */
  readonly isOn: boolean;
  /** No night falls before it; null where not paused. */
  readonly pausedUntilMs: EpochMs | null;
  /** Waits for mains power. */
  readonly onPower: boolean;
  /** Waits until nobody has touched the computer for so long; 0: at once. */
  readonly idleMinutes: number;
  /** Fewer new sessions than this: the night is left out, and says so. 0: always. */
  readonly newSessionsMin: number;
  /** Minutes after midnight, in the zone, until which a late night may still begin; null: until the next is due. */
  readonly latestStartMinute: number | null;
  readonly catchUp: CatchUp;
  /** Minutes after midnight from which the morning's notification may be shown. */
  readonly wakeMinute: number;
}

/** Every night at 03:00, told of at 06:30: the hour that UX and other tools of this kind settled on. */
export const usualSchedule: ScheduleSettings = {
  pattern: { kind: 'daily', hour: 3, minute: 0 },
  zone: null,
  isOn: true,
  pausedUntilMs: null,
  onPower: false,
  idleMinutes: 0,
  newSessionsMin: 0,
  latestStartMinute: 10 * 60,
  catchUp: 'on-wake',
  wakeMinute: 6 * 60 + 30,
};

/** What of the computer decides whether a night may begin. */
export interface PowerState {
  readonly onBattery: boolean;
  readonly idleMs: number;
}

/** What keeps a due night from beginning now. */
export type WaitingFor = 'power' | 'idle' | 'answer';

export interface NextNight {
  /** Null where none is due: off, or a pattern that never comes. */
  readonly dueAtMs: EpochMs | null;
  /** After it, two more. */
  readonly laterMs: readonly EpochMs[];
  readonly zone: string;
  /** Set while a due night waits for a condition. */
  readonly waitingFor: WaitingFor | null;
  /** In a sentence for people, where no night is due or one waits. */
  readonly because: string | null;
}

/**
 * ran      it dreamt and proposed                empty     it dreamt and nothing was worth keeping
 * missed   its time went by                      skipped   a condition or the owner left it out
 * failed   it began and ended in a failure       woken     its owner ended it
 */
export type NightFate = 'ran' | 'empty' | 'missed' | 'skipped' | 'failed' | 'woken';

/** One for each night that was due, and never two: what "proof of sleep" shows. */
export interface NightRecord {
  readonly dueAtMs: EpochMs;
  readonly fate: NightFate;
  /** Why, in a sentence for people: "Missed 03:00: laptop asleep 01:10–07:42." */
  readonly because: string;
  readonly nightId: NightId | null;
  readonly startedAtMs: EpochMs | null;
  readonly endedAtMs: EpochMs;
  /** It began late, after sleep or a restart. */
  readonly isCaughtUp: boolean;
}
