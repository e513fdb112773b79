// A night on a private copy of the store that is gone afterwards: the same proposal, and nothing was written.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DreamOptions, Failure, Listening, NightResult } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { connect, sql } from '../store/db.ts';
import { attempt } from '../store/failures.ts';
import { openStore, storeFileName } from '../store/open.ts';
import { dreamNight, type NightNeeds } from './night.ts';

/** Copies through SQLite, so that what still stands in the write-ahead log comes along. */
function copyStore(from: string, to: string): Result<null, Failure> {
  return attempt(() => {
    const connection = connect(from, { readOnly: true });
    try {
      connection.db.all(sql`VACUUM INTO ${to}`, () => null);
    } finally {
      connection.close();
    }
    return null;
  });
}

export async function dreamOnCopy(
  dataFolder: string,
  needs: Omit<NightNeeds, 'db'>,
  options: DreamOptions,
  listening: Listening,
): Promise<Result<NightResult, Failure>> {
  const wasThere = existsSync(dataFolder);
  const made = attempt(() => {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    return mkdtempSync(join(dataFolder, 'preview-'));
  });
  if (!made.ok) return made;
  const folder = made.value;
  try {
    const original = join(dataFolder, storeFileName);
    const copied = existsSync(original) ? copyStore(original, join(folder, storeFileName)) : null;
    if (copied && !copied.ok) return copied;
    const store = openStore({ dataFolder: folder, nowMs: needs.deps.clock.wall() });
    if (!store.ok) return store;
    try {
      return await dreamNight({ ...needs, db: store.value.db }, options, listening);
    } finally {
      store.value.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (!wasThere && readdirSync(dataFolder).length === 0) rmdirSync(dataFolder);
  }
}
