// Takes an archive over as our store: unpacked beside it, checked from the first byte to the last row, and then put in its
// place in one step. What was there before is backed up first, and never lost.
import { existsSync, mkdtempSync, openSync, closeSync, fsyncSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CarriedCounts, RestoreReport } from '../../../shared/carry.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { assertNever, err, ok } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { carriedCounts, fitOf, isEmptyStore, whileReading } from '../store/carrying.ts';
import type { ReadableDb } from '../store/db.ts';
import { attempt, failureOf, storeNewer } from '../store/failures.ts';
import { storeFileName, type Store } from '../store/open.ts';
import { othersAtWork } from '../store/sweep.ts';
import { wishesToForget } from '../store/tombstones.ts';
import { backUp } from './backup.ts';
import { storeName } from './format.ts';
import { readArchive } from './read.ts';

export interface Restoring {
  readonly dataFolder: string;
  readonly file: string;
  /** What is there may go, once it is backed up. */
  readonly replace: boolean;
  readonly nowMs: EpochMs;
  readonly memoryMarkdown: (db: ReadableDb) => string;
  /** Opens the store that is there; only asked where one is. */
  readonly openStore: () => Result<Store, Failure>;
  readonly closeStore: () => void;
}

export async function restore(work: Restoring): Promise<Result<RestoreReport, Failure>> {
  const made = attempt(() => {
    makeFolder(work.dataFolder, 0o700);
    return mkdtempSync(join(work.dataFolder, 'restore-'));
  });
  if (!made.ok) return made;
  try {
    return await restoreVia(work, made.value);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    rmSync(made.value, { recursive: true, force: true });
  }
}

async function restoreVia(work: Restoring, staging: string): Promise<Result<RestoreReport, Failure>> {
  const archive = await readArchive(work.file, staging);
  if (!archive.ok) return archive;
  const unpacked = join(staging, storeName);
  const counts = checkUnpacked(work.file, unpacked, archive.value.counts);
  if (!counts.ok) return counts;
  const before = await makeRoom(work);
  if (!before.ok) return before;
  putInPlace(unpacked, join(work.dataFolder, storeFileName));
  // Brings an older store up to date, or says why not; its copy and the backup are there by now.
  const opened = work.openStore();
  if (!opened.ok) return opened;
  const inArchive = wishesToForget(opened.value.db);
  return ok({
    path: work.file,
    madeAtMs: epochMs(archive.value.madeAtMs),
    counts: counts.value,
    before: before.value.kept,
    forgottenSince: [...before.value.wishes].filter((wish) => !inArchive.has(wish)).length,
  });
}

export function checkUnpacked(
  file: string,
  path: string,
  expected: CarriedCounts,
): Result<CarriedCounts, Failure> {
  const fit = fitOf(path);
  switch (fit.kind) {
    case 'fits':
      break;
    case 'newer':
      return err(storeNewer(fit));
    case 'not-ours':
    case 'damaged':
      return err(damaged(file, fit.kind === 'damaged' ? fit.problem : 'its store is no store of ours'));
    default:
      return assertNever(fit);
  }
  const counts = countsOf(path);
  if (counts === null) return ok(expected);
  const isSame = JSON.stringify(Object.entries(counts)) === JSON.stringify(Object.entries(expected));
  return isSame ? ok(counts) : err(damaged(file, 'its store holds other rows than its manifest says'));
}

/** Null for a store that is older than this way of counting. */
function countsOf(path: string): CarriedCounts | null {
  try {
    return whileReading(path, carriedCounts);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR') return null;
    throw error;
  }
}

interface Before {
  /** Where the store that was there is kept now; null where there was none, or an empty one. */
  readonly kept: string | null;
  /** What its owner had it forget. */
  readonly wishes: ReadonlySet<string>;
}

async function makeRoom(work: Restoring): Promise<Result<Before, Failure>> {
  if (!existsSync(join(work.dataFolder, storeFileName))) return ok({ kept: null, wishes: new Set() });
  const standing = work.openStore();
  if (!standing.ok) return standing;
  const { db } = standing.value;
  if (othersAtWork(db) > 0) return err(busy);
  const wishes = wishesToForget(db);
  if (isEmptyStore(db)) {
    work.closeStore();
    return ok({ kept: null, wishes });
  }
  if (!work.replace) return err(notEmpty(carriedCounts(db)));
  const stamp = new Date(work.nowMs).toISOString().replace(/[:.]/gu, '-');
  const kept = await backUp({
    db,
    dataFolder: work.dataFolder,
    file: join(work.dataFolder, `before-restore-${stamp}.tar.zst`),
    replace: true,
    nowMs: work.nowMs,
    memoryMarkdown: work.memoryMarkdown,
  });
  work.closeStore();
  return kept.ok ? ok({ kept: kept.value.path, wishes }) : kept;
}

/** The log of the old file must not be taken for the new one's. */
function putInPlace(unpacked: string, path: string): void {
  rmSync(`${path}-wal`, { force: true });
  rmSync(`${path}-shm`, { force: true });
  renameSync(unpacked, path);
  const folder = openSync(join(path, '..'), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const damaged = (file: string, problem: string): Failure => ({
  kind: 'store-damaged',
  happened: `The store in ${file} is not whole: ${problem}.`,
  safe: 'Your own store was not touched.',
  todo: 'Use another copy of the archive.',
});

const busy: Failure = {
  kind: 'store-busy',
  happened: 'Another Slowwave has the store open.',
  safe: 'Nothing was changed.',
  todo: 'Close it, then restore again.',
};

const notEmpty = (counts: CarriedCounts): Failure => ({
  kind: 'wrong-input',
  happened: `There is a store already: ${counts.sessions} sessions, ${counts.activeEntries} entries of memory, ${counts.versions} versions.`,
  safe: 'It was not touched.',
  todo: 'Say --replace to take the archive in its place; what is there is backed up first.',
});
