// One file changes from one moment to the next: the new bytes are written beside it, brought to the disk, and take its
// name in one step. By hand instead of a library, because the journal must know the name of the unfinished file, and
// because somebody may write into the old file in that very moment.
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../folders/make-folder.ts';

/** Tests stand at each of these doors: to end the process there, to fill the disk, to write in between. */
export type Step = (name: string) => void;

export interface Replacing {
  /** Absolute, links followed. */
  readonly realPath: string;
  readonly temporaryName: string;
  /** What the file must hold still; null: nothing may stand there. */
  readonly before: Buffer | null;
  /** Null takes the file away. */
  readonly after: Buffer | null;
  /** Null for a new file. */
  readonly mode: number | null;
}

export const temporaryPath = ({ realPath, temporaryName }: Replacing): string =>
  join(dirname(realPath), temporaryName);

/** Writes the new bytes beside the file and brings them to the disk. Nothing else is touched. */
export function prepare(replacing: Replacing, step: Step): void {
  const { after } = replacing;
  if (after === null) return;
  const path = temporaryPath(replacing);
  makeFolder(dirname(path));
  rmSync(path, { force: true });
  step('before the new file');
  const file = openSync(path, 'wx', replacing.mode ?? 0o644);
  try {
    const half = Math.floor(after.length / 2);
    writeAll(file, after.subarray(0, half));
    step('half of the new file');
    writeAll(file, after.subarray(half));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (replacing.mode !== null) chmodSync(path, replacing.mode);
  keepOwner(replacing.realPath, path);
  step('the new file is on the disk');
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** The super-user's files must not become of a person's file, nor the other way round. */
function keepOwner(from: string, to: string): void {
  if (process.platform === 'win32' || !existsSync(from)) return;
  const [old, made] = [statSync(from), statSync(to)];
  if (old.uid === made.uid && old.gid === made.gid) return;
  try {
    chownSync(to, old.uid, old.gid);
  } catch (error) {
    // Only the super-user may give files away; the rights are the same either way.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}

/** `overtaken`: somebody wrote it meanwhile. The file holds their bytes; ours are not there. */
export type Replaced = 'replaced' | 'overtaken';

export function replace(replacing: Replacing, step: Step): Replaced {
  const { realPath, before, after } = replacing;
  if (before === null) return create(replacing, step);
  const old = openSync(realPath, 'r');
  try {
    if (!readWhole(old).equals(before)) return dropped(replacing);
    step('checked once more');
    if (statSync(realPath).ino !== fstatSync(old).ino) return dropped(replacing);
    if (after === null) unlinkSync(realPath);
    else renameSync(temporaryPath(replacing), realPath);
    step('the name is given');
    // Whoever had the old file open may have written into it after we had looked: their bytes come back.
    const late = readWhole(old);
    if (late.equals(before)) return syncFolder(realPath);
    putBack(replacing, late, step);
    return 'overtaken';
  } finally {
    closeSync(old);
  }
}

function create(replacing: Replacing, step: Step): Replaced {
  const { realPath } = replacing;
  const { after } = replacing;
  step('checked once more');
  if (existsSync(realPath)) return dropped(replacing);
  if (after !== null && !linkAs(temporaryPath(replacing), realPath)) return dropped(replacing);
  step('the name is given');
  rmSync(temporaryPath(replacing), { force: true });
  return syncFolder(realPath);
}

/** A link is refused where somebody was quicker, which renaming is not. False for that. */
function linkAs(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return false;
    // Disks without links (FAT, some network drives).
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    renameSync(from, to);
    return true;
  }
}

function dropped(replacing: Replacing): Replaced {
  rmSync(temporaryPath(replacing), { force: true });
  return 'overtaken';
}

function putBack(replacing: Replacing, theirs: Buffer, step: Step): void {
  prepare({ ...replacing, after: theirs }, step);
  renameSync(temporaryPath(replacing), replacing.realPath);
  syncFolder(replacing.realPath);
}

function readWhole(file: number): Buffer {
  const { size } = fstatSync(file);
  const bytes = Buffer.alloc(size);
  let at = 0;
  for (let read = -1; read !== 0 && at < size; at += read) read = readSync(file, bytes, at, size - at, at);
  return bytes.subarray(0, at);
}

/** The new name is a change of the folder; without this a power cut may bring the old one back. */
function syncFolder(path: string): 'replaced' {
  if (process.platform === 'win32') return 'replaced';
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return 'replaced';
}

/** What stands there now; null for nothing. */
export const bytesAt = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);
