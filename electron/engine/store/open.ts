// Opens the one file of the store, `slowwave.db`, private to its owner: refuses what is newer or damaged before touching
// it, looks it over after an unclean end, and brings it up to date.
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { quickCheck } from './check.ts';
import type { Connection, ReadableDb, WritableDb } from './db.ts';
import { connect, sql } from './db.ts';
import { attemptResult, failureOf, storeDamaged, storeNewer } from './failures.ts';
import type { Migration } from './migrate.ts';
import { applicationId, applicationOf, migrate, migrations, newestVersion, versionOf } from './migrate.ts';
import { isAlive } from './processes.ts';
import { integer } from './rows.ts';

export const storeFileName = 'slowwave.db';

export interface Store {
  readonly db: WritableDb;
  readonly path: string;
  /** The last process did not close it. It was looked over and is whole. */
  readonly wasUnclean: boolean;
  readonly close: () => void;
}

export interface ReadOnlyStore {
  readonly db: ReadableDb;
  readonly path: string;
  readonly close: () => void;
}

export interface OpenOptions {
  readonly dataFolder: string;
  /** The real time. */
  readonly nowMs: EpochMs;
  readonly readOnly?: boolean;
  /** For tests of migrating. */
  readonly steps?: readonly Migration[];
}

export function openStore(options: OpenOptions & { readonly readOnly: true }): Result<ReadOnlyStore, Failure>;
export function openStore(options: OpenOptions & { readonly readOnly?: false }): Result<Store, Failure>;
export function openStore(options: OpenOptions): Result<Store | ReadOnlyStore, Failure> {
  return attemptResult<Store | ReadOnlyStore>(() =>
    options.readOnly === true ? openForReading(options) : openForWriting(options),
  );
}

function openForWriting(options: OpenOptions): Result<Store, Failure> {
  const path = join(options.dataFolder, storeFileName);
  makePlace(options.dataFolder, path);
  const leftOver = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  return opened(path, false, (connection) => {
    const steps = options.steps ?? migrations;
    const refused = refuse(connection.db, steps);
    if (refused !== null) return err(refused);
    setPragmas(connection.db);
    const isNew = versionOf(connection.db) === 0;
    const wasUnclean = !isNew && endedUnclean(connection.db, leftOver);
    if (wasUnclean) {
      const problem = quickCheck(connection.db)[0];
      if (problem !== undefined) return err(storeDamaged(problem));
    }
    const migrated = migrate(connection.db, path, steps);
    if (!migrated.ok) return migrated;
    return ok({ ...held(connection, options.nowMs), path, wasUnclean });
  });
}

function openForReading(options: OpenOptions): Result<ReadOnlyStore, Failure> {
  const path = join(options.dataFolder, storeFileName);
  if (!existsSync(path)) return err(noStore);
  return opened(path, true, (connection) => {
    const steps = options.steps ?? migrations;
    const refused = refuse(connection.db, steps);
    if (refused !== null) return err(refused);
    if (versionOf(connection.db) < newestVersion(steps)) return err(olderStore);
    return ok({ db: connection.db, path, close: () => connection.close() });
  });
}

/** Whatever goes wrong after the file was opened, it is closed again. */
function opened<T>(
  path: string,
  readOnly: boolean,
  use: (connection: Connection) => Result<T, Failure>,
): Result<T, Failure> {
  const connection = connect(path, { readOnly });
  try {
    const result = use(connection);
    if (!result.ok) connection.close();
    return result;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function makePlace(folder: string, path: string): void {
  makeFolder(folder, 0o700);
  // SQLite gives its -wal and -shm files the rights of the main file, so it must have them from the first byte.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

/** Nothing is written before these questions are answered. */
function refuse(db: ReadableDb, steps: readonly Migration[]): Failure | null {
  const found = versionOf(db);
  const application = applicationOf(db);
  const tables =
    db.first(sql`SELECT COUNT(*) AS tables FROM sqlite_schema`, (row) => integer(row, 'tables')) ?? 0;
  if (tables > 0 && application !== applicationId) {
    return storeDamaged("It is another program's file with the store's name.");
  }
  const known = newestVersion(steps);
  return found > known ? storeNewer({ found, known }) : null;
}

/** 64 MiB is enough for reading and modest for a laptop. */
const mappedBytesMax = 67_108_864;

/**
 * For work that goes through the whole store: the file's pages would stay with us one by one, and count as our memory,
 * though each is needed once.
 */
export async function withoutMapping<T>(db: WritableDb, work: () => Promise<T>): Promise<T> {
  db.script('PRAGMA mmap_size = 0');
  try {
    return await work();
  } finally {
    db.script(`PRAGMA mmap_size = ${mappedBytesMax}`);
  }
}

function setPragmas(db: WritableDb): void {
  // WAL with NORMAL: a power cut may lose the newest transactions, never the file. Forgotten bytes are overwritten
  // (secure_delete).
  db.script(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA secure_delete = ON;
    PRAGMA mmap_size = ${mappedBytesMax};
    PRAGMA journal_size_limit = 67108864;
  `);
}

interface Opening {
  readonly id: number;
  readonly alive: boolean;
}

function endedUnclean(db: WritableDb, leftOver: boolean): boolean {
  const openings = db.all(
    sql`
      SELECT id, pid
      FROM openings
      WHERE host = ${hostname()}
      ORDER BY id`,
    (row): Opening => ({ id: integer(row, 'id'), alive: isAlive(integer(row, 'pid')) }),
  );
  const gone = openings.filter((opening) => !opening.alive);
  for (const opening of gone) db.run(sql`DELETE FROM openings WHERE id = ${opening.id}`);
  // The last process to close takes the -wal away; one that is left with nobody at work was left by a crash.
  return gone.length > 0 || (leftOver && openings.length === 0);
}

function held(connection: Connection, nowMs: EpochMs): Pick<Store, 'db' | 'close'> {
  const { db } = connection;
  const opening = db.run(sql`
    INSERT INTO openings (pid, host, opened_at_ms)
    VALUES (${process.pid}, ${hostname()}, ${nowMs})`);
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    try {
      db.run(sql`DELETE FROM openings WHERE id = ${opening.rowId}`);
    } catch (error) {
      // A full or busy disk must not keep us from closing; the next opening looks the file over instead.
      if (failureOf(error) === null) throw error;
    } finally {
      connection.close();
    }
  };
  return { db, close };
}

const noStore: Failure = {
  kind: 'not-found',
  happened: 'There is no store yet.',
  safe: 'Nothing was changed.',
  todo: 'Import something first, or run a night.',
};

const olderStore: Failure = {
  kind: 'not-readable',
  happened: 'The store is from an older Slowwave and has not been brought up to date yet.',
  safe: 'Nothing was changed.',
  todo: 'Open it once for writing, for instance with an import.',
};
