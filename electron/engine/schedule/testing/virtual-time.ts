// A computer's time that a test moves: a clock on the wall that can jump or go on while everything sleeps, and timers that
// count only while the computer is awake.
import type { EpochMs } from '../../../../shared/ids.ts';
import { epochMs } from '../../../../shared/ids.ts';
import type { Timers } from '../scheduler.ts';

interface Alarm {
  readonly owner: string;
  readonly atMs: number;
  readonly nth: number;
  readonly work: () => void;
}

export interface VirtualTime {
  readonly clock: { wall(): EpochMs };
  /** Those of one process. */
  timersOf(owner: string): Timers;
  /** Awake: timers fire on the way, and what they begin is done before the next. */
  pass(ms: number): Promise<void>;
  /** Asleep: the wall goes on and no timer counts. A negative number sets the clock back. */
  jump(ms: number): void;
  /** The alarms of a process that died are gone. */
  forgetAlarms(owner: string): void;
}

export function createVirtualTime(startMs: EpochMs): VirtualTime {
  let awakeMs = 0;
  let wallAheadMs: number = startMs;
  let made = 0;
  let alarms: Alarm[] = [];
  const wall = (): EpochMs => epochMs(awakeMs + wallAheadMs);
  const after = (owner: string, delayMs: number, work: () => void): (() => void) => {
    const alarm = { owner, atMs: awakeMs + Math.max(1, Math.ceil(delayMs)), nth: made++, work };
    alarms.push(alarm);
    return () => {
      alarms = alarms.filter((one) => one !== alarm);
    };
  };
  const pass = async (ms: number): Promise<void> => {
    const untilMs = awakeMs + ms;
    for (;;) {
      const next = alarms
        .filter((one) => one.atMs <= untilMs)
        .reduce<Alarm | null>((best, one) => (best === null || isBefore(one, best) ? one : best), null);
      if (next === null) break;
      alarms = alarms.filter((one) => one !== next);
      awakeMs = Math.max(awakeMs, next.atMs);
      next.work();
      await allDone();
    }
    awakeMs = untilMs;
  };
  return {
    clock: { wall },
    timersOf: (owner) => ({ after: (delayMs, work) => after(owner, delayMs, work) }),
    pass,
    jump: (ms) => {
      wallAheadMs += ms;
    },
    forgetAlarms: (owner) => {
      alarms = alarms.filter((one) => one.owner !== owner);
    },
  };
}

const isBefore = (one: Alarm, other: Alarm): boolean =>
  one.atMs === other.atMs ? one.nth < other.nth : one.atMs < other.atMs;

/** Lets promises that are kept already go on; a scheduler's longest chain has fewer links. */
export async function allDone(): Promise<void> {
  for (let nth = 0; nth < 12; nth++) await Promise.resolve();
}
