// The outside world of an engine in this process or in one for long work, from what the app said at the start.
import type { EngineSetup } from '../../shared/engine-process.ts';
import { epochMs } from '../../shared/ids.ts';
import type { createEngine } from '../engine/index.ts';

export type EngineDeps = Parameters<typeof createEngine>[0];

/** The person's own history, or the sample that they asked for. */
export const depsFrom = (setup: EngineSetup, isSample: boolean): EngineDeps => ({
  clock: {
    now: () => setup.nowMs ?? epochMs(Date.now()),
    wall: () => epochMs(Date.now()),
    ticks: () => performance.now(),
  },
  home: setup.home,
  data: setup.data,
  keyFolder: setup.keyFolder,
  env: setup.env,
  // A window asks for the sample in so many words: nobody is shown made-up days as their own.
  sample: isSample ? setup.sample : null,
  isSampleWished: isSample,
  asksAboutInterrupted: true,
});
