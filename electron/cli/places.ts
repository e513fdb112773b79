// Whose agents are read and where our own store lies. Two homes never share a store, and an explicit home is never
// mixed with what the environment says about this computer's own user.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../shared/engine.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Environment, World } from './world.ts';

export interface Places {
  readonly home: string;
  readonly data: string;
  /** Where the key of sealed copies lies: apart from what it opens. */
  readonly keyFolder: string;
  readonly env: Environment;
  /** Null where a home was named: a person who points at a folder wants that folder's memory and no invented one. */
  readonly sample: string | null;
}

export interface PlaceOptions {
  readonly home?: string;
  readonly data?: string;
}

type Surroundings = Pick<World, 'cwd' | 'env' | 'home' | 'platform' | 'sample'>;

const isBelow = (folder: string, place: string): boolean => {
  const way = path.relative(folder, place);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
};

/** Only what names a place below the home. A list of places counts when all of them lie there. */
const environmentBelow = (home: string, env: Environment): Environment =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) =>
        name !== 'HOME' &&
        value !== undefined &&
        value !== '' &&
        value.split(/[,;]/u).every((part) => path.isAbsolute(part.trim()) && isBelow(home, part.trim())),
    ),
  );

const givenBy =
  (env: Environment) =>
  (name: string): string | null => {
    const value = env[name];
    return value !== undefined && path.isAbsolute(value) ? value : null;
  };

/** The folder in which this platform keeps programs' settings. */
export function settingsFolder(platform: NodeJS.Platform, home: string, env: Environment): string {
  const given = givenBy(env);
  if (platform === 'darwin') return path.join(home, 'Library', 'Preferences', 'Slowwave');
  if (platform === 'win32') {
    return path.join(given('APPDATA') ?? path.join(home, 'AppData', 'Roaming'), 'Slowwave');
  }
  return path.join(given('XDG_CONFIG_HOME') ?? path.join(home, '.config'), 'slowwave');
}

/** The folder in which this platform keeps what programs store for a person. */
export function dataFolder(platform: NodeJS.Platform, home: string, env: Environment): string {
  const given = givenBy(env);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Slowwave');
  if (platform === 'win32') {
    return path.join(given('LOCALAPPDATA') ?? path.join(home, 'AppData', 'Local'), 'Slowwave');
  }
  return path.join(given('XDG_DATA_HOME') ?? path.join(home, '.local', 'share'), 'slowwave');
}

function kindOf(place: string): 'folder' | 'nothing' | 'other' {
  try {
    return statSync(place).isDirectory() ? 'folder' : 'other';
  } catch {
    return 'nothing';
  }
}

export function findPlaces(options: PlaceOptions, world: Surroundings): Result<Places, Failure> {
  const home = options.home === undefined ? world.home : path.resolve(world.cwd, options.home);
  if (kindOf(home) !== 'folder') {
    return err({
      kind: 'not-found',
      happened: `There is no folder ${home}.`,
      safe: 'Nothing was read or written.',
      todo: 'Name the home folder of the person whose agents are to be read: --home DIR.',
    });
  }
  const env = options.home === undefined ? world.env : environmentBelow(home, world.env);
  const data =
    options.data === undefined
      ? dataFolder(world.platform, home, env)
      : path.resolve(world.cwd, options.data);
  if (kindOf(data) === 'other') {
    return err({
      kind: 'wrong-input',
      happened: `${data} is a file; Slowwave keeps its store in a folder.`,
      safe: 'The file was not touched.',
      todo: 'Name a folder, new or earlier used by Slowwave: --data DIR.',
    });
  }
  const keyFolder = settingsFolder(world.platform, home, env);
  if (isBelow(data, keyFolder)) {
    return err({
      kind: 'wrong-input',
      happened: `The key that seals copies of files with secrets would lie in ${keyFolder}, inside the data folder.`,
      safe: 'Nothing was read or written.',
      todo: 'Name a data folder that does not hold it: --data DIR.',
    });
  }
  return ok({ home, data, keyFolder, env, sample: options.home === undefined ? world.sample : null });
}
