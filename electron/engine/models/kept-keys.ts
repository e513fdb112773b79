// The key of a model's server, where a person gave it to us and no system's keychain is at hand: a file of its own, for its
// owner's eyes only, outside of the data folder, so that no backup and no copy of the data holds it.
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKeyLike, keyVariable, type KeyFor } from '../../../shared/models.ts';

export type { KeyFor };
export { isKeyLike, keyVariable };

export const keyFile = (folder: string, who: KeyFor): string => join(folder, `${who}.key`);

/** Null for none. */
export function readKeptKey(folder: string, who: KeyFor): string | null {
  try {
    const key = readFileSync(keyFile(folder, who), 'utf8').trim();
    return key === '' ? null : key;
  } catch {
    return null;
  }
}

/** The folder is there. Never half a key, and never one that others may read. */
export function keepKey(folder: string, who: KeyFor, key: string): void {
  const file = keyFile(folder, who);
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${key}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}

export const dropKey = (folder: string, who: KeyFor): void => rmSync(keyFile(folder, who), { force: true });
