// Brings an older file up to date: migrations in order, all in one transaction, after a full check and a copy. Either
// every one of them is in the file afterwards or the file is what it was.
import { renameSync, rmSync, chmodSync } from 'node:fs';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { checkStore } from './check.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { connect, inTransaction, sql } from './db.ts';
import { failureOf, storeDamaged, storeNewer } from './failures.ts';
import { firstSchema } from './migrations/0010-first-schema.ts';
import { ownersWord } from './migrations/0020-owners-word.ts';
import { fileWrites } from './migrations/0030-file-writes.ts';
import { schedule } from './migrations/0050-schedule.ts';
import { modelCalls } from './migrations/0060-model-calls.ts';
import { modelQuestions } from './migrations/0061-model-questions.ts';
import { quarantine } from './migrations/0070-quarantine.ts';
import { serving } from './migrations/0080-serving.ts';
import { adoptedWeights } from './migrations/0090-adopted-weights.ts';
import { apiStores } from './migrations/0100-api-stores.ts';
import { apiDreams } from './migrations/0101-api-dreams.ts';
import { modelBatches } from './migrations/0110-model-batches.ts';
import { trustWindows } from './migrations/0120-trust-windows.ts';
import { expiredChanges } from './migrations/0140-expired-changes.ts';
import { notSecrets } from './migrations/0210-not-secrets.ts';
import { fileChoices } from './migrations/0200-file-choices.ts';
import { filePlacings } from './migrations/0150-file-placings.ts';
import { waitingBatches } from './migrations/0170-waiting-batches.ts';
import { linesWithoutReadings } from './migrations/0180-lines-without-readings.ts';
import { discards } from './migrations/0190-discards.ts';
import { integer, text } from './rows.ts';

export interface Migration {
  /** In tens, so that a fix can slip between. It becomes the file's `user_version`. */
  readonly number: number;
  readonly name: string;
  up(db: WritableDb): void;
}

export const migrations: readonly Migration[] = [
  firstSchema,
  ownersWord,
  fileWrites,
  schedule,
  modelCalls,
  modelQuestions,
  quarantine,
  serving,
  adoptedWeights,
  apiStores,
  apiDreams,
  modelBatches,
  trustWindows,
  expiredChanges,
  filePlacings,
  waitingBatches,
  linesWithoutReadings,
  discards,
  fileChoices,
  notSecrets,
];

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
    const copied = copyBefore(db, path, steps.find((step) => step.number > found)?.number ?? known);
    if (!copied.ok) return copied;
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

/** The copy gets its name only once it was read back and found whole. */
function copyBefore(db: WritableDb, path: string, nextNumber: number): Result<void, Failure> {
  const copy = `${path}.before-${String(nextNumber).padStart(4, '0')}`;
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  db.run(sql`VACUUM INTO ${unfinished}`);
  chmodSync(unfinished, 0o600);
  const problem = problemOfCopy(db, unfinished);
  if (problem !== null) {
    rmSync(unfinished, { force: true });
    return err(copyFailed(problem));
  }
  renameSync(unfinished, copy);
  return ok(undefined);
}

/** Null for a copy that is whole and holds as much as the original. */
export function problemOfCopy(db: ReadableDb, copy: string): string | null {
  const connection = connect(copy, { readOnly: true });
  try {
    const [problem] = checkStore(connection.db);
    if (problem !== undefined) return problem;
    const isSame = versionOf(connection.db) === versionOf(db) && rowCounts(connection.db) === rowCounts(db);
    return isSame ? null : 'it holds other rows than the store';
  } catch (error) {
    return failureOf(error)?.happened ?? 'it cannot be read';
  } finally {
    connection.close();
  }
}

/** How many rows each table holds, as one text to compare. The word index is made of shadow tables; they count, too. */
function rowCounts(db: ReadableDb): string {
  const tables = db.all(
    sql`
      SELECT name
      FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'
      ORDER BY name`,
    (row) => text(row, 'name'),
  );
  const counts = tables.map((name) => {
    const count = { ...sql``, text: `SELECT COUNT(*) AS rows FROM "${name}"` };
    return `${name}: ${db.first(count, (row) => integer(row, 'rows'))}`;
  });
  return counts.join('\n');
}

const copyFailed = (problem: string): Failure => ({
  kind: 'not-readable',
  happened: `The store's copy could not be made safely before bringing it up to date: ${problem}.`,
  safe: 'The store is as it was.',
  todo: 'Check the disk and its free space, then try again.',
});
