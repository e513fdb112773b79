// Looks after batches that a night handed in and did not see the end of: when the app starts or the computer wakes, and
// then less and less often while one waits. What came is settled, and the night that waited for it is gone on with. It asks
// only where a key and a consent stand, spends nothing itself, and leaves the rest to the run that it begins.
import type { Failure } from '../../shared/engine.ts';
import { epochMs, type EpochMs, type NightId } from '../../shared/ids.ts';
import type { BatchesResumed, BatchesWaiting } from '../../shared/models.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WholeEngine } from '../engine/index.ts';

export interface BatchWatchNeeds {
  readonly own: Pick<WholeEngine, 'hasStore' | 'modelResume' | 'modelWaiting'>;
  readonly keepsWatch: boolean;
  readonly wall: () => EpochMs;
  readonly after: (delayMs: number, work: () => void) => () => void;
  /** Other long work is being done: a night that waits for its own batch settles it itself. */
  readonly isBusy: () => boolean;
  /** Begins to go on with a night. */
  readonly goOn: (night: NightId) => Result<unknown, Failure>;
  readonly onChange: () => void;
  readonly log: (level: 'info' | 'warn', text: string) => void;
}

export interface BatchWatch {
  /** Looks at once: the app starts, the computer wakes, a run has ended, or something was set. */
  begin(): void;
  rest(): Promise<void>;
  waiting(): Promise<Result<BatchesWaiting, Failure>>;
  /** At its owner's wish: the failure is theirs to see. */
  askNow(): Promise<Result<BatchesWaiting, Failure>>;
}

const minuteMs = 60_000;
const longestMs = 60 * minuteMs;

/** Most batches are answered within an hour; after a fault it is asked half as often each time. */
export function nextLookMs(ageMs: number, faults: number): number {
  const usual = ageMs < 10 * minuteMs ? minuteMs : ageMs < longestMs ? 5 * minuteMs : 15 * minuteMs;
  return faults === 0 ? usual : Math.min(longestMs, Math.max(usual, minuteMs * 2 ** Math.min(faults, 6)));
}

interface Self {
  readonly needs: BatchWatchNeeds;
  callOff: (() => void) | null;
  looking: Promise<Result<BatchesResumed, Failure>> | null;
  isStopped: boolean;
  faults: number;
  lookedAtMs: EpochMs | null;
  /** Null while nothing is waited for. */
  nextAtMs: EpochMs | null;
  /** As a window knows it. */
  told: string;
}

export function createBatchWatch(needs: BatchWatchNeeds): BatchWatch {
  const self: Self = {
    needs,
    callOff: null,
    looking: null,
    isStopped: true,
    faults: 0,
    lookedAtMs: null,
    nextAtMs: null,
    told: '',
  };
  return {
    begin: () => {
      if (!needs.keepsWatch) return;
      self.isStopped = false;
      self.faults = 0;
      self.nextAtMs = needs.wall();
      void tick(self);
    },
    rest: async () => {
      self.isStopped = true;
      self.callOff?.();
      await self.looking;
    },
    waiting: () => waitingNow(self),
    askNow: async () => {
      const found = await look(self);
      return found.ok ? waitingNow(self) : found;
    },
  };
}

async function waitingNow({ needs, nextAtMs, isStopped }: Self): Promise<Result<BatchesWaiting, Failure>> {
  const found = await needs.own.modelWaiting();
  if (!found.ok) return found;
  const { waiting, because } = found.value;
  const isLookedAfter = waiting.length > 0 && because === null && !isStopped;
  return ok({ waiting, because, nextLookAtMs: isLookedAfter ? nextAtMs : null });
}

/** Each minute, by the wall: a timer does not count while the computer sleeps, and a clock may be set back. */
async function tick(self: Self): Promise<void> {
  const { needs } = self;
  self.callOff?.();
  self.callOff = null;
  if (self.isStopped) return;
  const nowMs = needs.wall();
  const isSetBack = self.lookedAtMs !== null && nowMs < self.lookedAtMs;
  const isDue = self.nextAtMs === null || nowMs >= self.nextAtMs || isSetBack;
  if (isDue && !needs.isBusy() && needs.own.hasStore() && (await isToLookAfter(self))) await look(self);
  arm(self);
}

/** Two that were begun together leave one timer. */
function arm(self: Self): void {
  self.callOff?.();
  self.callOff = self.isStopped ? null : self.needs.after(minuteMs, () => void tick(self));
}

/** A window is told where another process handed one in, or settled it. */
async function isToLookAfter(self: Self): Promise<boolean> {
  const found = await self.needs.own.modelWaiting();
  if (!found.ok) return false;
  const { waiting, because } = found.value;
  tell(self, JSON.stringify([waiting, because]));
  // With none open one may still be to be gone on with: asking for that reaches nobody.
  return because === null;
}

function tell(self: Self, told: string): void {
  const hasChanged = self.told !== '' && self.told !== told;
  self.told = told;
  if (hasChanged) self.needs.onChange();
}

/** One at a time: who asks meanwhile gets the same answer. */
function look(self: Self): Promise<Result<BatchesResumed, Failure>> {
  self.looking ??= lookOnce(self).finally(() => (self.looking = null));
  return self.looking;
}

async function lookOnce(self: Self): Promise<Result<BatchesResumed, Failure>> {
  const { needs } = self;
  const found = await needs.own.modelResume({});
  const nowMs = needs.wall();
  self.lookedAtMs = nowMs;
  if (!found.ok) {
    // Another process dreams: it settles what it finds, and here one looks again soon.
    self.faults = found.error.kind === 'store-busy' ? 0 : self.faults + 1;
    self.nextAtMs = epochMs(nowMs + nextLookMs(0, self.faults));
    return found;
  }
  const { waiting, settled, goesOn } = found.value;
  const [oldest] = waiting;
  self.faults = waiting.some(({ trouble }) => trouble !== null) ? self.faults + 1 : 0;
  self.nextAtMs =
    oldest === undefined ? null : epochMs(nowMs + nextLookMs(nowMs - oldest.beganAtMs, self.faults));
  for (const { number, answered, calls } of settled)
    needs.log('info', `Batch ${number} was fetched: ${answered} of ${calls} answered.`);
  if (goesOn !== null && !self.isStopped && !needs.isBusy()) {
    const begun = needs.goOn(goesOn);
    needs.log(
      begun.ok ? 'info' : 'warn',
      begun.ok ? `The night ${goesOn} is gone on with.` : begun.error.happened,
    );
  }
  if (waiting.length + settled.length > 0) needs.onChange();
  return found;
}
