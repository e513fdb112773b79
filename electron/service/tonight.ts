// What Tonight shows, put together. Looking through every agent's folder takes a moment, so what was found is kept for a
// minute, and while something is at work nobody looks at all.
import type { NightState } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { ok, type Result } from '../../shared/result.ts';
import { diagnose } from '../engine/schedule/index.ts';
import type { Engines } from './engines.ts';
import type { NightWatch } from './night-watch.ts';
import type { Runs } from './runs.ts';

export interface TonightNeeds {
  readonly engines: Engines;
  readonly runs: Runs;
  readonly nights: NightWatch;
  readonly wall: () => number;
  /** News of the service itself, besides the engine's. */
  readonly notices: () => readonly string[];
}

export interface Tonight {
  state(): Promise<Result<NightState, Failure>>;
  newSessions(): Promise<number>;
  /** What will be read is not what it was. */
  forget(): void;
}

const keptMs = 60_000;
const recordsMax = 14;
/** A diagnosis tells of empty nights in a row; with more of them than these it says the same. */
const receiptsMax = 20;

export function createTonight({ engines, runs, nights, wall, notices }: TonightNeeds): Tonight {
  let kept: { readonly atMs: number; readonly found: NightState['willRead'] } | null = null;
  const willRead = async (): Promise<Result<NightState['willRead'], Failure>> => {
    const isFresh = kept !== null && Math.abs(wall() - kept.atMs) < keptMs;
    if (kept !== null && (isFresh || runs.running() !== null)) return ok(kept.found);
    if (runs.running() !== null) return ok({ newSessions: 0, perAgent: {}, memoryFiles: 0 });
    const found = await engines.shown().willRead();
    if (found.ok) kept = { atMs: wall(), found: found.value };
    return found;
  };
  return {
    forget: () => void (kept = null),
    newSessions: async () => {
      const found = await engines.own.willRead();
      return found.ok ? found.value.newSessions : 0;
    },
    state: async () => {
      const shown = engines.shown();
      const found = await willRead();
      if (!found.ok) return found;
      const receipts = await shown.receipts(receiptsMax);
      if (!receipts.ok) return receipts;
      const waiting = await shown.reviewWaiting();
      if (!waiting.ok) return waiting;
      const interrupted = await shown.interruptedApplies();
      if (!interrupted.ok) return interrupted;
      const records = nights.records(recordsMax);
      if (!records.ok) return records;
      return ok({
        running: runs.running(),
        next: nights.next(),
        last: receipts.value[0] ?? null,
        records: records.value,
        asked: nights.asked(),
        diagnosis: diagnose(receipts.value),
        willRead: found.value,
        reviewWaiting: waiting.value,
        interrupted: interrupted.value,
        notices: [...shown.notices(), ...notices()],
      });
    },
  };
}
