// Brings an older file up to date: migrations in order, all in one transaction, after a full check and a copy. Either
// every one of them is in the file afterwards or the file is what it was.
import { existsSync, renameSync, rmSync, chmodSync } from 'node:fs';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { checkStore } from './check.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { inTransaction, sql } from './db.ts';
import { storeDamaged, storeNewer } from './failures.ts';
import { firstSchema } from './migrations/0010-first-schema.ts';
import { fileWrites } from './migrations/0030-file-writes.ts';
import { integer } from './rows.ts';

export interface Migration {
  /** In tens, so that a fix can slip between. It becomes the file's `user_version`. */
  readonly number: number;
  readonly name: string;
  up(db: WritableDb): void;
}

export const migrations: readonly Migration[] = [firstSchema, fileWrites];

/** "SLWV": says that a file is ours, whatever its name. */
export const applicationId = 0x534c_5756;

export const versionOf = (db: ReadableDb): number =>
  db.first(sql`PRAGMA user_version`, (row) => integer(row, 'user_version')) ?? 0;

export const applicationOf = (db: ReadableDb): number =>
  db.first(sql`PRAGMA application_id`, (row) => integer(row, 'application_id')) ?? 0;

export const newestVersion = (steps: readonly Migration[] = migrations): number => steps.at(-1)?.number ?? 0;

/** `path` is the file behind `db`: the copy is laid beside it. */
export function migrate(
  db: WritableDb,
  path: string,
  steps: readonly Migration[] = migrations,
): Result<void, Failure> {
  steps.forEach((step, index) =>
    assert(step.number > (steps[index - 1]?.number ?? 0), 'migrations in order'),
  );
  const found = versionOf(db);
  const known = newestVersion(steps);
  if (found > known) return err(storeNewer({ found, known }));
  if (found === known) return ok(undefined);
  if (found > 0) {
    const problems = checkStore(db);
    if (problems[0] !== undefined) return err(storeDamaged(problems[0]));
    copyBefore(db, path, steps.find((step) => step.number > found)?.number ?? known);
  }
  return inTransaction(db, () => walk(db, steps));
}

function walk(db: WritableDb, steps: readonly Migration[]): Result<void, Failure> {
  // Read again under the write lock: another process may have walked first.
  const from = versionOf(db);
  const known = newestVersion(steps);
  if (from > known) return err(storeNewer({ found: from, known }));
  for (const step of steps.filter((next) => next.number > from)) step.up(db);
  const broken = db.all(sql`PRAGMA foreign_key_check`, (row) => row);
  assert(broken.length === 0, `migrating left ${broken.length} rows that point nowhere`);
  db.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${known}`);
  return ok(undefined);
}

function copyBefore(db: WritableDb, path: string, nextNumber: number): void {
  const copy = `${path}.before-${String(nextNumber).padStart(4, '0')}`;
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  db.run(sql`VACUUM INTO ${unfinished}`);
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, copy);
  assert(existsSync(copy), `the copy stands at ${copy}`);
}
