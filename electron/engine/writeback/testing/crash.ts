// Ends an apply at its n-th door, as a crash would: nothing of ours runs after it.
import type { Step } from '../replace.ts';

/** No code: nothing in the house takes it for a fault of a disk and handles it. */
export class Crash extends Error {}

export interface Doors {
  readonly step: Step;
  passed(): number;
}

/** 1 is the first; Infinity never ends, and counts. */
export function crashAt(nth: number): Doors {
  let passed = 0;
  return {
    step: () => {
      passed++;
      if (passed === nth) throw new Crash(`door ${nth}`);
    },
    passed: () => passed,
  };
}

/** A disk's answer at the first door of that name, at its n-th opening. */
export function faultAt(name: string, code: string, nth = 1): Step {
  let opened = 0;
  return (door) => {
    if (door !== name) return;
    opened++;
    if (opened === nth) throw Object.assign(new Error(`${code}: ${name}`), { code });
  };
}

/** Seeded, so that a failure can be had again (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
