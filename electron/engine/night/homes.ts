// Whose history a night reads: the agents found below home, or, on a computer without any, the sample's made-up person.
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Deps } from '../deps.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { storeFileName } from '../store/open.ts';
import { attempt } from '../store/failures.ts';
import { findAll } from './gather.ts';
import { removeMadeFolders } from './made-folders.ts';
import { writeSample } from './sample.ts';

export interface HomeChoice {
  readonly home: string;
  /** Where the store lies. The sample has one of its own: made-up days never mix with a person's. */
  readonly dataFolder: string;
  readonly isSample: boolean;
  /** The uppermost folder that was made to lay the sample out; null where it lay there, or where there is none. */
  readonly made: string | null;
}

/** A store that was begun is gone on with, even where the agents have cleaned up behind themselves. */
export function chooseHome(deps: Deps): HomeChoice {
  const own: HomeChoice = { home: deps.home, dataFolder: deps.data, isSample: false, made: null };
  if (deps.sample === null || !(deps.isSampleWished === true || isEmpty(deps))) return own;
  const dataFolder = join(deps.data, 'sample');
  const home = join(dataFolder, 'home');
  if (existsSync(home)) return { home, dataFolder, isSample: true, made: null };
  const made = attempt(() => makeFolder(home, 0o700) ?? home);
  if (!made.ok) return own;
  const choice: HomeChoice = { home, dataFolder, isSample: true, made: made.value };
  if (writeSample({ sample: deps.sample, out: home, nowMs: deps.clock.now() }).ok) return choice;
  // a sample that cannot be written leaves a person with their own empty home, and that night says so
  takeSampleAway(choice);
  return own;
}

const isEmpty = ({ home, data, env }: Deps): boolean =>
  !existsSync(join(data, storeFileName)) && findAll(home, env, []).every((found) => found.files.length === 0);

/** Where this process laid the sample out, and it is to leave nothing behind. */
export function takeSampleAway({ home, made }: HomeChoice): void {
  if (made === null) return;
  rmSync(home, { recursive: true, force: true });
  if (made !== home) removeMadeFolders(dirname(home), made);
}
