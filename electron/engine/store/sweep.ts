// After rows were forgotten: empties SQLite's log and writes the file anew, so that no free page holds what was in them.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { failureOf } from './failures.ts';
import { storeFileName } from './open.ts';
import { isAlive } from './processes.ts';
import { integer, text } from './rows.ts';

export interface Swept {
  readonly logEmptied: boolean;
  readonly fileRewritten: boolean;
}

/** Outside of transactions. Another process that reads meanwhile can keep the log from being emptied: then it says so. */
export function sweepStore(db: WritableDb, dataFolder: string): Swept {
  const log = `${join(dataFolder, storeFileName)}-wal`;
  const isEmpty = (): boolean => !existsSync(log) || statSync(log).size === 0;
  // What was merged away in the word index is written out, not only marked.
  const optimized = tried(() => db.run(sql`INSERT INTO turn_words (turn_words) VALUES ('optimize')`));
  const emptied = tried(() => db.script('PRAGMA wal_checkpoint(TRUNCATE)'));
  const rewritten = emptied && tried(() => db.script('VACUUM'));
  tried(() => db.script('PRAGMA wal_checkpoint(TRUNCATE)'));
  return { logEmptied: isEmpty(), fileRewritten: optimized && rewritten };
}

/** How many others have the store open now. */
export const othersAtWork = (db: ReadableDb): number =>
  db
    .all(sql`SELECT pid, host FROM openings ORDER BY id`, (row) => ({
      pid: integer(row, 'pid'),
      host: text(row, 'host'),
    }))
    .filter(({ pid, host }) => pid !== process.pid && (host !== hostname() || isAlive(pid))).length;

function tried(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    // A busy or full disk: said in the certificate, and tried again at the next opening.
    if (failureOf(error) === null) throw error;
    return false;
  }
}

/** Older copies of the whole store: before a migration, before a restore, of a preview that was cut off. */
export function removeOldCopies(dataFolder: string): number {
  const copies = readdirSync(dataFolder).filter((name) => isOldCopy(name));
  for (const name of copies) rmSync(join(dataFolder, name), { recursive: true, force: true });
  return copies.length;
}

const isOldCopy = (name: string): boolean =>
  name.startsWith(`${storeFileName}.before-`) ||
  name.startsWith('before-restore-') ||
  /^(?:preview-\d+|backup|restore)-[A-Za-z0-9]+$/u.test(name);
