// The key that programs show to the Dreams API: one line in a file of its own, which only its owner may read, beside the
// other keys and outside of the data folder. It is read anew for each request, so that a renewed one holds at once.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../engine/folders/make-folder.ts';

const fileName = 'dreams-api.key';
const form = /^slw-[\w-]{43}$/u;

/** Null where it was never made, or is no key any more. */
export function readApiKey(keyFolder: string): string | null {
  const path = join(keyFolder, fileName);
  if (!existsSync(path)) return null;
  const line = readFileSync(path, 'utf8').trim();
  return form.test(line) ? line : null;
}

/** Whoever comes second takes the first one's key. */
export function readOrMakeApiKey(keyFolder: string): string {
  const standing = readApiKey(keyFolder);
  if (standing !== null) return standing;
  const path = join(keyFolder, fileName);
  const unfinished = writeNew(keyFolder);
  try {
    // A file that is no key stands in nobody's way.
    if (existsSync(path)) renameSync(unfinished, path);
    else linkSync(unfinished, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readApiKey(keyFolder) ?? renewApiKey(keyFolder);
}

/** The one before opens nothing from now on. */
export function renewApiKey(keyFolder: string): string {
  const unfinished = writeNew(keyFolder);
  renameSync(unfinished, join(keyFolder, fileName));
  return readFileSync(join(keyFolder, fileName), 'utf8').trim();
}

/** 256 bits of chance. Whole on the disk before it gets its name. */
function writeNew(keyFolder: string): string {
  makeFolder(keyFolder, 0o700);
  const unfinished = join(keyFolder, `${fileName}.${process.pid}`);
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, `slw-${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return unfinished;
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In a time that tells nothing of where they differ. */
export const isSameKey = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

/** Names a key and tells nothing of it. */
export const keyIdOf = (key: string): string =>
  `apikey_${hashOf(`id of ${key}`).toString('hex').slice(0, 24)}`;
