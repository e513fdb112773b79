// What can go wrong with a file on a disk, as values: three short sentences for a person. Anything else is our own
// mistake and is thrown on.
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { DamagedKey } from './keys.ts';

/** Runs work that touches the disk; a failure that a disk may have becomes a value. */
export function attempt<T>(work: () => T): Result<T, Failure> {
  try {
    return ok(work());
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  }
}

/** The same for work that already answers with a Result. */
export function attemptResult<T>(work: () => Result<T, Failure>): Result<T, Failure> {
  const tried = attempt(work);
  return tried.ok ? tried.value : tried;
}

/** What an error of SQLite, of the file system or of decompression means for a person; null where it is no such error. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof DamagedKey) return damagedKey(error.path);
  const code = codeOf(error);
  if (code === null) return null;
  if (fullCodes.some((start) => code.startsWith(start))) return diskFull;
  if (damageCodes.some((start) => code.startsWith(start)))
    return storeDamaged('It cannot be read as it stands.');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return storeBusy;
  if (code.startsWith('SQLITE_IOERR')) return diskFails(code);
  if (closedCodes.some((start) => code.startsWith(start))) return notWritable(code);
  return null;
}

// SHMSIZE: SQLite could not grow its shared-memory file, which only a full disk refuses.
const fullCodes = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'] as const;
const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'ZSTD_'] as const;
const closedCodes = [
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_PERM',
  'SQLITE_AUTH',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'ENAMETOOLONG',
  'ELOOP',
] as const;

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const diskFull: Failure = {
  kind: 'disk-full',
  happened: 'The disk is full, so the last step could not be written.',
  safe: 'Everything stored before it is unchanged.',
  todo: 'Free some space and try again.',
};

const storeBusy: Failure = {
  kind: 'store-busy',
  happened: 'Another process is writing to the store.',
  safe: 'Nothing was changed.',
  todo: 'Try again in a moment.',
};

export const storeDamaged = (what: string): Failure => ({
  kind: 'store-damaged',
  happened: `The store is damaged. ${what}`,
  safe: "It was left as it is; your agents' own files are untouched.",
  todo: 'Put a copy of slowwave.db back, or move the file away to start anew from the transcripts.',
});

export const storeNewer = (versions: { readonly found: number; readonly known: number }): Failure => ({
  kind: 'store-newer',
  happened: `The store was written by a newer Slowwave (its version is ${versions.found}, this one knows ${versions.known}).`,
  safe: 'It was not touched.',
  todo: 'Use the newer Slowwave, or choose another data folder.',
});

const damagedKey = (path: string): Failure => ({
  kind: 'not-readable',
  happened: `A key of Slowwave is damaged: ${path}.`,
  safe: 'Nothing was changed, and the file was left as it is.',
  todo: 'Put it back from your own copy of that folder. Moved away, a new one is made, and what was told by the old one is not known any more.',
});

const diskFails = (code: string): Failure => ({
  kind: 'not-readable',
  happened: `The disk gave an error (${code}).`,
  safe: 'The last step was taken back.',
  todo: 'Check the disk, then try again.',
});

const notWritable = (code: string): Failure => ({
  kind: 'not-readable',
  happened: `The data folder cannot be opened or written (${code}).`,
  safe: 'Nothing was changed.',
  todo: 'Check that the folder is yours and may be written, or choose another one.',
});
