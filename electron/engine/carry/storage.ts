// What of Slowwave lies on the disk, by what it is and how large, and taking all of it away. A folder that a person named
// may hold things of theirs: only what is known to be ours, by its name, is counted and goes.
import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DeletedAll, StoragePart, StoragePartKind, StorageReport } from '../../../shared/carry.ts';
import { epochMs } from '../../../shared/ids.ts';
import { storeFileName } from '../store/open.ts';

/** In the data folder. The first that knows a name has it. */
const kindOfName: readonly (readonly [StoragePartKind, RegExp])[] = [
  ['store', new RegExp(String.raw`^${storeFileName}(?:-wal|-shm)?$`, 'u')],
  ['backups', /^before-restore-.+\.tar\.zst$/u],
  ['copies', new RegExp(String.raw`^${storeFileName}\.before-.+$`, 'u')],
  ['copies', /^(?:preview-\d+-|backup-|restore-)[A-Za-z0-9]+$/u],
  ['certificates', /^forgotten$/u],
  ['sample', /^sample$/u],
];

/** In the folder of settings: what opens sealed copies, what keeps forgotten things away, and keys of servers. */
const ownKeys = /^(?:seal|forget|not-secrets|dreams-api|claude|server)\.key$/u;

const kindOf = (name: string): StoragePartKind | null =>
  kindOfName.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

interface Size {
  readonly files: number;
  readonly bytes: number;
}

const sum = (sizes: readonly Size[]): Size => ({
  files: sizes.reduce((all, { files }) => all + files, 0),
  bytes: sizes.reduce((all, { bytes }) => all + bytes, 0),
});

/** Nothing where it went meanwhile: SQLite's log comes and goes. */
function sizeOf(path: string): Size {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { files: 0, bytes: 0 };
  if (!found.isDirectory()) return { files: 1, bytes: found.size };
  return sum(namesIn(path).map((name) => sizeOf(join(path, name))));
}

export function storageOf(dataFolder: string): StorageReport {
  const names = namesIn(dataFolder);
  const kinds = [...new Set(kindOfName.map(([kind]) => kind))];
  const parts = kinds.map((kind): StoragePart => {
    const sizes = names.filter((name) => kindOf(name) === kind).map((name) => sizeOf(join(dataFolder, name)));
    return { kind, ...sum(sizes) };
  });
  const backups = names
    .filter((name) => kindOf(name) === 'backups')
    .map((name) => {
      const path = join(dataFolder, name);
      const { size, mtimeMs } = lstatSync(path);
      return { path, bytes: size, atMs: epochMs(Math.round(mtimeMs)) };
    });
  return {
    folder: dataFolder,
    parts: parts.filter(({ files }) => files > 0),
    backups,
    bytes: sum(parts).bytes,
  };
}

/**
 * Takes away what is ours. The store must be closed: its log is empty then, and goes first, because SQLite would take a log
 * without its file for the next file's own.
 */
export function deleteAll(dataFolder: string, keyFolder: string): DeletedAll {
  const { bytes, parts } = storageOf(dataFolder);
  const ours = namesIn(dataFolder).filter((name) => kindOf(name) !== null);
  const lastOf = (name: string): number => Number(name === storeFileName);
  for (const name of ours.toSorted((a, b) => lastOf(a) - lastOf(b)))
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  const keys = namesIn(keyFolder).filter((name) => ownKeys.test(name));
  for (const name of keys) rmSync(join(keyFolder, name), { force: true });
  const left = namesIn(dataFolder);
  if (left.length === 0 && existsSync(dataFolder)) rmdirSync(dataFolder);
  return { folder: dataFolder, bytes, files: sum(parts).files, keys: keys.length, left };
}
