// What every agent's writer gives: files below a home folder, as rows of JSON or as text.
import type { Chance } from './chance.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Row = { readonly [key: string]: Json };

export interface HistoryFile {
  /** Below the home folder, with slashes. */
  readonly path: string;
  readonly rows: readonly Row[];
  /** What stands after the last whole line: a line that was cut, or the whole text of a file without rows. */
  readonly rest: string;
  readonly modifiedMs: number;
}

export interface WriterInput {
  /** The home folder's absolute path. */
  readonly home: string;
  readonly chance: Chance;
  /** The text of the memory file that the harness shows the agent; null for none. */
  readonly shownMemory: string | null;
}

export interface Clock {
  readonly iso: () => string;
  /** Goes on by some seconds. */
  readonly tick: () => void;
  readonly nowMs: () => number;
}

/** The time between two records of a session: some seconds, as chance will have it. */
export const createSessionClock = (startMs: number, chance: Chance): Clock => {
  let atMs = startMs;
  return {
    iso: () => new Date(atMs).toISOString(),
    tick: () => {
      atMs += 1500 + chance.whole(25_000);
    },
    nowMs: () => atMs,
  };
};
