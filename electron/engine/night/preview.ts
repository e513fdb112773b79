// A night on a private copy of the store that is gone afterwards: the same proposal, and nothing was written.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DreamOptions, Failure, Listening, NightResult } from '../../../shared/engine.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { connect, sql, type WritableDb } from '../store/db.ts';
import { attempt } from '../store/failures.ts';
import { openStore, storeFileName } from '../store/open.ts';
import { isAlive } from '../store/processes.ts';
import { removeMadeFolders } from './made-folders.ts';
import { dreamNight, type NightNeeds } from './night.ts';

/** Copies through SQLite, so that what still stands in the write-ahead log comes along. */
function copyStore(from: string, to: string): Result<null, Failure> {
  return attempt(() => {
    // not read-only: a reader that may not write leaves SQLite's helper files behind when it is the last one to close
    const connection = connect(from, { readOnly: false });
    try {
      connection.db.run(sql`VACUUM INTO ${to}`);
    } finally {
      connection.close();
    }
    return null;
  });
}

/** Who dreams over the store itself does not dream over the copy. */
const freeCopy = (db: WritableDb): void => void db.run(sql`DELETE FROM leases`);

const previewName = /^preview-(\d+)-/u;

/** What a preview left that was killed. */
function sweep(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = previewName.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}

interface Place {
  /** The copy's folder. */
  readonly folder: string;
  /** The uppermost folder that was made for it; null where the data folder was there. */
  readonly made: string | null;
}

function makePlace(dataFolder: string): Place {
  const made = makeFolder(dataFolder, 0o700);
  if (made === null) sweep(dataFolder);
  return { folder: mkdtempSync(join(dataFolder, `preview-${process.pid}-`)), made };
}

/** Takes the copy away, and the folders that were made for it where nothing else lies in them by now. */
function clearPlace(dataFolder: string, { folder, made }: Place): void {
  rmSync(folder, { recursive: true, force: true });
  if (made !== null) removeMadeFolders(dataFolder, made);
}

type PreviewNeeds = Omit<NightNeeds, 'db'> & {
  /** What its owner has said of what is read: the copy says it as the store does. */
  readonly know: (db: WritableDb) => void;
};

async function dreamIn(
  folder: string,
  original: string,
  dream: (db: WritableDb) => Promise<Result<NightResult, Failure>>,
  needs: PreviewNeeds,
): Promise<Result<NightResult, Failure>> {
  const copied = existsSync(original) ? copyStore(original, join(folder, storeFileName)) : ok(null);
  if (!copied.ok) return copied;
  const store = openStore({ dataFolder: folder, nowMs: needs.deps.clock.wall() });
  if (!store.ok) return store;
  try {
    freeCopy(store.value.db);
    needs.know(store.value.db);
    return await dream(store.value.db);
  } catch (error) {
    return attempt(() => {
      throw error;
    });
  } finally {
    store.value.close();
  }
}

export async function dreamOnCopy(
  dataFolder: string,
  needs: PreviewNeeds,
  options: DreamOptions,
  listening: Listening,
): Promise<Result<NightResult, Failure>> {
  const place = attempt(() => makePlace(dataFolder));
  if (!place.ok) return place;
  try {
    const original = join(dataFolder, storeFileName);
    return await dreamIn(
      place.value.folder,
      original,
      (db) => dreamNight({ ...needs, db }, options, listening),
      needs,
    );
  } finally {
    clearPlace(dataFolder, place.value);
  }
}
