// Keeps the scheduler over the person's own nights. It begins once something of theirs was read: before that there is
// nothing to dream about, and no store is made for the sake of a clock.
import { hostname } from 'node:os';
import type { NightState } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { ComputerNews } from '../../shared/engine-process.ts';
import type { Failure } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../../shared/result.ts';
import type { NextNight, NightRecord, PowerState } from '../../shared/schedule.ts';
import type { WholeEngine } from '../engine/index.ts';
import { createScheduler, type Scheduler, type SchedulerDeps } from '../engine/schedule/index.ts';

export interface NightWatchNeeds {
  readonly own: WholeEngine;
  readonly keepsWatch: boolean;
  readonly wall: () => EpochMs;
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly dream: SchedulerDeps['dream'];
  readonly newSessions: () => Promise<number>;
  readonly isBusy: () => boolean;
  readonly onChange: () => void;
}

export interface NightWatch {
  /** Begins the watch where there is something to keep; again and again does no harm. */
  begin(): void;
  /** For as long as the store is being put in another's place. */
  rest(): void;
  next(): NextNight;
  asked(): NightState['asked'];
  records(limit: number): Result<readonly NightRecord[], Failure>;
  pause(untilMs: EpochMs | null): Result<NextNight, Failure>;
  answerMissed(dream: boolean): Result<void, Failure>;
  settingsChanged(): void;
  tell(news: ComputerNews): void;
}

/** Where nobody can say, as in a browser, no night waits for a plug or for idle hands. */
const unknownPower: PowerState = { onBattery: false, idleMs: Number.MAX_SAFE_INTEGER };

export function createNightWatch(needs: NightWatchNeeds): NightWatch {
  let scheduler: Scheduler | null = null;
  let power = unknownPower;
  let zone: string | null = null;
  let made = 0;
  const zoneNow = (): string => zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const make = (): Scheduler => {
    made += 1;
    return createScheduler({
      clock: { wall: needs.wall },
      timers: { after: needs.after },
      zone: zoneNow,
      power: () => power,
      store: needs.own.nightStore,
      newSessions: needs.newSessions,
      dream: needs.dream,
      isBusy: needs.isBusy,
      onChange: needs.onChange,
      me: { by: `${hostname()}-${process.pid}-${needs.wall()}-${made}`, pid: process.pid, host: hostname() },
    });
  };
  return {
    begin: () => {
      if (scheduler !== null || !needs.keepsWatch || !needs.own.hasRead()) return;
      scheduler = make();
      scheduler.start();
    },
    rest: () => {
      scheduler?.stop();
      scheduler = null;
    },
    next: () => scheduler?.next() ?? noneYet(zoneNow()),
    asked: () => scheduler?.asked() ?? null,
    records: (limit) => (needs.own.hasStore() ? needs.own.nightStore.records(limit) : ok([])),
    pause: (untilMs) => {
      if (scheduler !== null) return scheduler.pause(untilMs);
      const paused = needs.own.nightStore.pause(untilMs, needs.wall());
      return paused.ok ? ok(noneYet(zoneNow())) : paused;
    },
    answerMissed: (dream) => scheduler?.answerMissed(dream) ?? err(nothingAsked),
    settingsChanged: () => scheduler?.settingsChanged(),
    tell: (news) => {
      switch (news.kind) {
        case 'power':
          power = news.state;
          return;
        case 'zone':
          zone = news.zone;
          scheduler?.timeZoneChanged();
          return;
        case 'suspend':
          scheduler?.suspended();
          return;
        case 'resume':
          scheduler?.resumed();
          return;
        case 'lock':
        case 'unlock':
          return;
        default:
          assertNever(news);
      }
    },
  };
}

/** What a dream that the clock began gives the scheduler: the receipt, also that of a night that was cut off. */
export const receiptOf = (end: {
  readonly receipt: Receipt | null;
  readonly failure: Failure | null;
}): Result<Receipt, Failure> => (end.receipt === null ? err(end.failure ?? noReceipt) : ok(end.receipt));

const noneYet = (zone: string): NextNight => ({
  dueAtMs: null,
  laterMs: [],
  zone,
  waitingFor: null,
  because: 'Nights begin once something was read.',
});

const nothingAsked: Failure = {
  kind: 'not-found',
  happened: 'No missed night waits for an answer.',
  safe: 'Nothing was changed.',
  todo: 'Start a dream of its own if you want one now.',
};

const noReceipt: Failure = {
  kind: 'not-reached',
  happened: 'The dream ended without a receipt.',
  safe: 'What was read is kept.',
  todo: 'Look into the log file.',
};
