// Whose history a night reads: the agents found below home, or, on a computer without any, the sample's made-up person.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { nothingKnown } from '../sources/source.ts';
import { storeFileName } from '../store/open.ts';
import { findAll } from './gather.ts';
import { writeSample } from './sample.ts';

export interface HomeChoice {
  readonly home: string;
  /** Where the store lies. The sample has one of its own: made-up days never mix with a person's. */
  readonly dataFolder: string;
  readonly isSample: boolean;
}

/** A store that was begun is gone on with, even where the agents have cleaned up behind themselves. */
export function chooseHome(deps: Deps): HomeChoice {
  const own: HomeChoice = { home: deps.home, dataFolder: deps.data, isSample: false };
  if (deps.sample === null || existsSync(join(deps.data, storeFileName))) return own;
  const isEmpty = findAll(deps.home, deps.env, nothingKnown).every((found) => found.files.length === 0);
  if (!isEmpty) return own;
  const dataFolder = join(deps.data, 'sample');
  const home = join(dataFolder, 'home');
  if (!existsSync(home)) {
    // a sample that cannot be written leaves a person with their own empty home, and that night says so
    if (!writeSample({ sample: deps.sample, out: home, nowMs: deps.clock.now() }).ok) return own;
  }
  return { home, dataFolder, isSample: true };
}
