// Waits for its turn to write. SQLite's own waiting looks ten times a second, and an import that writes one transaction
// after the other leaves gaps that are far shorter: somebody who only wants to write a decision would wait in vain.

/** A gap between two transactions is seldom shorter. */
const stepMs = 1;
/** Longer than any of our own transactions, short enough that a person is told who is at work. */
const stillMsMax = 5_000;
/** As long as others come along, one after the other, it goes on; but not for ever. */
const waitedMsMax = 60_000;

export interface Queue {
  /** Anything that is another whenever somebody else has written; null where it cannot be told. */
  readonly written: () => number | null;
  readonly isBusy: (error: unknown) => boolean;
  readonly sleep: (ms: number) => void;
}

/** Throws what the work throws; "busy" only once nobody has got any further for so long. */
export function patiently<T>(queue: Queue, work: () => T): T {
  let seen: number | null = null;
  let [waitedMs, stillMs] = [0, 0];
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!queue.isBusy(error) || stillMs >= stillMsMax || waitedMs >= waitedMsMax) throw error;
    }
    queue.sleep(stepMs);
    const now = queue.written();
    stillMs = now === seen ? stillMs + stepMs : 0;
    waitedMs += stepMs;
    seen = now;
  }
}

const nobody = new Int32Array(new SharedArrayBuffer(4));

/** Nobody wakes it. */
export const sleep = (ms: number): void => void Atomics.wait(nobody, 0, 0, ms);
