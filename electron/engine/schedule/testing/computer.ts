// A computer with Slowwave on it, for tests: a real store, virtual time, and a dream that takes its time and ends as told.
import type { NightOutcome, Receipt } from '../../../../shared/dream.ts';
import type { Failure } from '../../../../shared/engine.ts';
import type { EpochMs } from '../../../../shared/ids.ts';
import { nightId } from '../../../../shared/ids.ts';
import type { Result } from '../../../../shared/result.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { NightRecord, ScheduleSettings } from '../../../../shared/schedule.ts';
import { usualSchedule } from '../../../../shared/schedule.ts';
import type { WritableDb } from '../../store/db.ts';
import { nightRecords } from '../../store/schedule.ts';
import { writeSettings } from '../../store/settings.ts';
import { madeUpReceipt } from '../../store/testing/made-up.ts';
import type { NightStore } from '../night-store.ts';
import { createNightStore } from '../night-store.ts';
import type { Scheduler, SchedulerDeps } from '../scheduler.ts';
import { createScheduler } from '../scheduler.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface Dream {
  readonly by: string;
  readonly startedBy: 'schedule' | 'catch-up';
  readonly startedAtMs: EpochMs;
}

export interface Computer {
  readonly db: WritableDb;
  readonly time: VirtualTime;
  zone: string;
  onBattery: boolean;
  idleMs: number;
  newSessions: number;
  countTakesMs: number;
  isBusy: boolean;
  /** Another process holds the store; real waiting for it would take seconds. */
  isStoreLocked: boolean;
  dreamTakesMs: number;
  dreamEnds: NightOutcome | Failure;
  /** Every dream that was begun, in order. */
  readonly dreams: Dream[];
  /** What happens in the store just before a dream gives its answer. */
  beforeDreamEnds: (by: string, startedAtMs: EpochMs) => void;
  dreamBegins: (by: string) => void;
  onWoken: (by: string) => void;
  /** Processes that die where they stand: no answer of theirs is heard again. */
  readonly diesNow: Set<string>;
  readonly dead: Set<string>;
  changes: number;
}

export const createComputer = (db: WritableDb, time: VirtualTime, zone: string): Computer => ({
  db,
  time,
  zone,
  onBattery: false,
  idleMs: 3_600_000,
  newSessions: 5,
  countTakesMs: 0,
  isBusy: false,
  isStoreLocked: false,
  dreamTakesMs: 600_000,
  dreamEnds: 'done',
  beforeDreamEnds: () => undefined,
  dreamBegins: () => undefined,
  onWoken: () => undefined,
  diesNow: new Set(),
  dreams: [],
  dead: new Set(),
  changes: 0,
});

/** A process of Slowwave on it, called `by`. `db`: its own connection. */
export function startProcess(
  computer: Computer,
  by: string,
  more: { readonly db?: WritableDb; readonly lookEveryMs?: number } = {},
): Scheduler {
  const { time } = computer;
  const deps: SchedulerDeps = {
    clock: time.clock,
    timers: time.timersOf(by),
    zone: () => computer.zone,
    power: () => ({ onBattery: computer.onBattery, idleMs: computer.idleMs }),
    store: lockable(
      computer,
      createNightStore(more.db ?? computer.db, (claim) => computer.dead.has(claim.by)),
    ),
    newSessions: () => counted(computer, by),
    dream: (startedBy, signal) => dream(computer, by, startedBy, signal),
    isBusy: () => computer.isBusy,
    onChange: () => {
      computer.changes++;
    },
    me: { by, pid: 1, host: 'here' },
    lookEveryMs: more.lookEveryMs ?? 60_000,
  };
  const scheduler = createScheduler(deps);
  scheduler.start();
  return scheduler;
}

const counted = (computer: Computer, by: string): number | Promise<number> =>
  computer.countTakesMs === 0
    ? computer.newSessions
    : new Promise((tell) => {
        computer.time.timersOf(by).after(computer.countTakesMs, () => tell(computer.newSessions));
      });

const lockable = (computer: Computer, store: NightStore): NightStore => ({
  ...store,
  move: (move) => (computer.isStoreLocked ? err(storeLocked) : store.move(move)),
  beat: (by) => (computer.isStoreLocked ? err(storeLocked) : store.beat(by)),
});

const storeLocked: Failure = {
  kind: 'store-busy',
  happened: 'Another process is writing to the store.',
  safe: 'Nothing was changed.',
  todo: 'Try again in a moment.',
};

function dream(
  computer: Computer,
  by: string,
  startedBy: Dream['startedBy'],
  signal: AbortSignal,
): Promise<Result<Receipt, Failure>> {
  const startedAtMs = computer.time.clock.wall();
  computer.dreamBegins(by);
  computer.dreams.push({ by, startedBy, startedAtMs });
  const id = nightId(by, String(startedAtMs), String(computer.dreams.length));
  return new Promise((tell) => {
    const end = (ends: NightOutcome | Failure): void =>
      tell(
        typeof ends === 'string'
          ? ok(madeUpReceipt(id, startedAtMs, { outcome: ends, because: `It ended: ${ends}.` }))
          : err(ends),
      );
    signal.addEventListener('abort', () => {
      computer.onWoken(by);
      end('woken');
    });
    computer.time.timersOf(by).after(computer.dreamTakesMs, () => {
      computer.beforeDreamEnds(by, startedAtMs);
      if (!computer.diesNow.has(by)) end(computer.dreamEnds);
    });
  });
}

export const setSchedule = (computer: Computer, more: Partial<ScheduleSettings>): void =>
  void writeSettings(computer.db, { schedule: { ...usualSchedule, ...more } }, computer.time.clock.wall());

/** Oldest first. */
export const recordsOf = (computer: Computer): readonly NightRecord[] =>
  nightRecords(computer.db, 100_000).toReversed();
