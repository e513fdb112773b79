// What stands in an archive, and under which names. Older programs tell a newer format by its number.
import type { CarriedCounts } from '../../../shared/carry.ts';

export const formatName = 'slowwave-backup';
export const formatVersion = 1;
/** Comes last: only then all hashes are known. */
export const manifestName = 'manifest.json';
export const storeName = 'store/slowwave.db';

export interface Manifest {
  readonly format: string;
  readonly formatVersion: number;
  readonly madeAtMs: number;
  readonly counts: CarriedCounts;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type ManifestFault = 'not-ours' | 'newer';

/** Read strictly: it comes from a file that anybody may have made. */
export function readManifest(json: string): Manifest | ManifestFault {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'not-ours';
  }
  if (!isRecord(value) || value['format'] !== formatName || typeof value['formatVersion'] !== 'number')
    return 'not-ours';
  if (value['formatVersion'] > formatVersion) return 'newer';
  const { files, counts, madeAtMs } = value;
  const isWhole =
    typeof madeAtMs === 'number' &&
    isRecord(counts) &&
    Object.values(counts).every((count) => typeof count === 'number') &&
    Array.isArray(files) &&
    files.every(
      (file) =>
        isRecord(file) &&
        typeof file['name'] === 'string' &&
        typeof file['bytes'] === 'number' &&
        typeof file['sha256'] === 'string',
    );
  return isWhole ? (value as unknown as Manifest) : 'not-ours';
}

export const readMe = `A backup of Slowwave: everything it knew, in one archive.

memory/memory.md   what is remembered, for people
diaries/           one Markdown file for each night
json/              every row of every table, one JSON value a line; memory.json is memory as it stood
store/slowwave.db  the store itself: "slowwave restore FILE" takes it over
manifest.json      the format's version, counts, and the size and SHA-256 of every file

Not in it: the keys that open sealed copies of files with secrets and that keep forgotten things from coming back.
They lie in Slowwave's settings folder (seal.key, forget.key); keep a copy of that folder yourself.
`;
