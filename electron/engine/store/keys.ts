// Keys that lie outside the data folder, each a file of random bytes of its own: whoever gets hold of the data folder
// alone has none of them.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../folders/make-folder.ts';

/** What HMAC-SHA-256 and AES-256 take. */
export const keyBytes = 32;

export interface KeyPlace {
  readonly folder: string;
  readonly name: string;
}

/** Where keys lie for a home: the platform's folder for settings, as the command line chose it, else the home's own. */
export const keyFolderOf = (deps: { readonly keyFolder?: string; readonly home: string }): string =>
  deps.keyFolder ?? join(deps.home, '.config', 'slowwave');

/** Null where it was never made, or is no key any more. */
export function readKey({ folder, name }: KeyPlace): Buffer | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const key = readFileSync(path);
  return key.length === keyBytes ? key : null;
}

/** What stands under a key's name is none. Nothing of ours leaves that: it is for its owner to put back or to take away. */
export class DamagedKey extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`no key: ${path}`);
    this.path = path;
  }
}

/** Whoever comes second takes the first one's key; a key that was cut off by a crash never stands under its name. */
export function readOrMakeKey(place: KeyPlace): Buffer {
  const standing = readKey(place);
  if (standing !== null) return standing;
  makeFolder(place.folder, 0o700);
  const path = join(place.folder, place.name);
  const unfinished = `${path}.${process.pid}`;
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(keyBytes));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  const made = readKey(place);
  if (made === null) throw new DamagedKey(path);
  return made;
}
