// The one door to SQLite: what may be asked of a readable and of a writable database, the `sql` tag, and transactions.
// A query that takes ReadableDb cannot write: the type has no way to, and a statement that would is refused.
import Database from 'better-sqlite3';
import type { Result } from '../../../shared/result.ts';
import { assert } from '../../../shared/result.ts';
import { patiently, sleep } from './patience.ts';
import type { Row } from './rows.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Made by the `sql` tag only, so that a value can never become a part of the statement. */
export interface Sql {
  readonly [madeBySqlTag]: true;
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export interface ReadableDb {
  readonly [readable]: true;
  all<T>(question: Sql, read: (row: Row) => T): readonly T[];
  /** The first row, or null for none. */
  first<T>(question: Sql, read: (row: Row) => T): T | null;
}

export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
  run(command: Sql): { readonly changes: number; readonly rowId: number };
  /** Statements of our own making without values: migrations and pragmas. */
  script(text: string): void;
  /** See `inTransaction`. */
  transaction<T, E>(work: () => Result<T, E>): Result<T, E>;
}

export interface Connection {
  readonly db: WritableDb;
  readonly close: () => void;
}

/**
 * Takes the write lock at once, so that what was read inside stays true until the end. Rolls back on a throw and on a
 * returned error. Inside another transaction it is a savepoint: only its own part is taken back.
 */
export const inTransaction = <T, E>(db: WritableDb, work: () => Result<T, E>): Result<T, E> =>
  db.transaction(work);

export function connect(path: string, options: { readonly readOnly: boolean }): Connection {
  const raw = new Database(path, { readonly: options.readOnly, timeout: busyMs });
  // Rules that stand in the file itself may call nothing that reaches out of it.
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  const prepared = new Map<string, Database.Statement<unknown[], Row>>();
  const statement = (text: string): Database.Statement<unknown[], Row> => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = raw.prepare<unknown[], Row>(text);
    prepared.set(text, made);
    return made;
  };
  const reading = (question: Sql): Database.Statement<unknown[], Row> => {
    const found = statement(question.text);
    assert(found.readonly, `a question that writes: ${question.text}`);
    return found;
  };
  const db: WritableDb = {
    [readable]: true,
    [writable]: true,
    all: (question, read) => {
      const found: ReturnType<typeof read>[] = [];
      // one after another: as rows and as what is read of them, ten thousand would lie in memory twice
      for (const row of reading(question).iterate(...question.values)) found.push(read(row));
      return found;
    },
    first: (question, read) => {
      const row = reading(question).get(...question.values);
      return row === undefined ? null : read(row);
    },
    run: (command) => {
      const write = (): Database.RunResult => statement(command.text).run(...command.values);
      const done = raw.inTransaction ? write() : inTurn(raw, write);
      return { changes: done.changes, rowId: Number(done.lastInsertRowid) };
    },
    script: (text) => void raw.exec(text),
    transaction: (work) => runTransaction(raw, work),
  };
  return { db, close: () => void raw.close() };
}

/** What SQLite itself waits where it is not for writing: 5 s, as in patience.ts. */
const busyMs = 5000;

/** Whoever wants to write waits as patience.ts has it. */
function inTurn<T>(raw: Database.Database, work: () => T): T {
  raw.pragma('busy_timeout = 0');
  try {
    return patiently(
      {
        written: () => dataVersion(raw),
        isBusy: (error) => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'),
        sleep,
      },
      work,
    );
  } finally {
    raw.pragma(`busy_timeout = ${busyMs}`);
  }
}

/** Another one after each commit of somebody else. */
function dataVersion(raw: Database.Database): number | null {
  const version: unknown = raw.pragma('data_version', { simple: true });
  return typeof version === 'number' ? version : null;
}

function runTransaction<T, E>(raw: Database.Database, work: () => Result<T, E>): Result<T, E> {
  const nested = raw.inTransaction;
  const [begin, commit, rollBack] = nested
    ? (['SAVEPOINT inner_work', 'RELEASE inner_work', 'ROLLBACK TO inner_work; RELEASE inner_work'] as const)
    : (['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const);
  if (nested) raw.exec(begin);
  else inTurn(raw, () => raw.exec(begin));
  try {
    const result = work();
    raw.exec(result.ok ? commit : rollBack);
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; then there is nothing left to take back.
    if (raw.inTransaction) raw.exec(rollBack);
    throw error;
  }
}

// One text per place in the source, so that the statement prepared for it is found again.
const texts = new WeakMap<TemplateStringsArray, string>();

export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.join('?');
    texts.set(parts, text);
  }
  return { [madeBySqlTag]: true, text, values };
}

const readable: unique symbol = Symbol('readable');
const writable: unique symbol = Symbol('writable');
const madeBySqlTag: unique symbol = Symbol('sql');
