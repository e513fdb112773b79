// Ctrl-C wakes long work: the first asks it to end at its next safe point, the second says so again, the third ends
// the process. So does the time limit: a person who pressed Ctrl-C never waits longer than that.
import type { Failure } from '../../shared/engine.ts';
import type { World } from './world.ts';

/** From the issue: what was woken ends within 5 s. */
export const wakeWithinMs = 5_000;

// One press reaches us up to three times: from the terminal, from npm and from our own launcher, all of which pass it
// on. Nobody presses twice in so short a time and means two things.
const onePressMs = 250;

export interface Wake {
  readonly signal: AbortSignal;
  /** Comes true when waiting any longer is over. */
  readonly givenUp: Promise<Failure>;
  end(): void;
}

const givenUpFailure = (happened: string): Failure => ({
  kind: 'woken',
  happened,
  safe: "Every step that was finished is kept whole; no agent's file was touched.",
  todo: 'Run the same command again: it goes on from what is kept.',
});

export function createWake(
  world: Pick<World, 'onInterrupt' | 'ticks'>,
  say: (line: string) => void,
  withinMs = wakeWithinMs,
): Wake {
  const abort = new AbortController();
  const givenUp = Promise.withResolvers<Failure>();
  let presses = 0;
  let lastPressTicks = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;

  const stopListening = world.onInterrupt(() => {
    const nowTicks = world.ticks();
    if (nowTicks - lastPressTicks < onePressMs) return;
    lastPressTicks = nowTicks;
    presses += 1;
    if (presses === 1) {
      say('Waking: it ends at the next safe point, within 5 s, and keeps what was found.');
      timer = setTimeout(
        () => givenUp.resolve(givenUpFailure('It was asked to wake, did not within 5 s, and was ended.')),
        withinMs,
      );
      abort.abort();
    } else if (presses === 2) {
      say('It is already waking. Once more ends it at once.');
    } else {
      givenUp.resolve(givenUpFailure('It was ended at once, before it could wake.'));
    }
  });

  return {
    signal: abort.signal,
    givenUp: givenUp.promise,
    end: () => {
      stopListening();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
