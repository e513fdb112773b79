// What an archive is made of: a snapshot of the store, and every row of it as plain values.
import { chmodSync, rmSync } from 'node:fs';
import type { CarriedCounts } from '../../../shared/carry.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { checkStore } from './check.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { connect, sql } from './db.ts';
import { applicationId, applicationOf, migrations, newestVersion, versionOf } from './migrate.ts';
import { isCompressed, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { integer, text } from './rows.ts';
import { readTurn } from './turns.ts';

/** A copy through SQLite, so that what still stands in the log comes along; nobody holds it open, and it is whole. */
export function snapshotStore(db: WritableDb, to: string): readonly string[] {
  rmSync(to, { force: true });
  db.run(sql`VACUUM INTO ${to}`);
  chmodSync(to, 0o600);
  const copy = connect(to, { readOnly: false });
  try {
    copy.db.script('DELETE FROM leases; DELETE FROM openings;');
    return checkStore(copy.db);
  } finally {
    copy.close();
  }
}

/** Reads a store that nobody works on. */
export function whileReading<T>(path: string, work: (db: ReadableDb) => T): T {
  const connection = connect(path, { readOnly: true });
  try {
    return work(connection.db);
  } finally {
    connection.close();
  }
}

export type StoreFit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'damaged'; readonly problem: string };

/** Can a file be taken over as our store? */
export const fitOf = (path: string): StoreFit =>
  whileReading(path, (db): StoreFit => {
    const found = versionOf(db);
    if (applicationOf(db) !== applicationId || found === 0) return { kind: 'not-ours' };
    const known = newestVersion();
    if (found > known) return { kind: 'newer', found, known };
    const problem = checkStore(db)[0] ?? strangerIn(db, found) ?? undefined;
    return problem === undefined ? { kind: 'fits' } : { kind: 'damaged', problem };
  });

const rulesOf = (db: ReadableDb): ReadonlyMap<string, string> =>
  new Map(
    db.all(
      sql`SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')`,
      (row) => [text(row, 'name'), text(row, 'sql')],
    ),
  );

/**
 * A file may carry rules that run with what we do in it, and a stranger's may carry other ones than ours: every trigger
 * and view must be to the letter what a store of that version has. Null where all are.
 */
function strangerIn(db: ReadableDb, version: number): string | null {
  const fresh = connect(':memory:', { readOnly: false });
  try {
    for (const step of migrations.filter(({ number }) => number <= version)) step.up(fresh.db);
    const ours = rulesOf(fresh.db);
    const theirs = rulesOf(db);
    const strange = [...theirs].find(([name, rule]) => ours.get(name) !== rule);
    const missing = [...ours.keys()].find((name) => !theirs.has(name));
    if (strange !== undefined) return 'it holds a rule that is not ours';
    return missing === undefined ? null : 'a rule of ours is missing in it';
  } finally {
    fresh.close();
  }
}

export const carriedCounts = (db: ReadableDb): CarriedCounts => {
  const counts = db.first(
    sql`
      SELECT
        (SELECT COUNT(*) FROM sessions) AS sessions,
        (SELECT COUNT(*) FROM turns) AS turns,
        (SELECT COUNT(DISTINCT path) FROM memory_file_versions) AS memory_files,
        (SELECT COUNT(*) FROM nights) AS nights,
        (SELECT COUNT(DISTINCT id) FROM changes) AS changes,
        (SELECT COUNT(*) FROM change_events WHERE decided_by IS NOT NULL) AS decisions,
        (SELECT COUNT(*) FROM memory_versions) AS versions,
        (SELECT active FROM memory_versions ORDER BY number DESC LIMIT 1) AS active`,
    (row): CarriedCounts => ({
      sessions: integer(row, 'sessions'),
      turns: integer(row, 'turns'),
      memoryFiles: integer(row, 'memory_files'),
      nights: integer(row, 'nights'),
      changes: integer(row, 'changes'),
      decisions: integer(row, 'decisions'),
      versions: integer(row, 'versions'),
      activeEntries: row['active'] === null ? 0 : integer(row, 'active'),
    }),
  );
  return counts ?? noCounts;
};

const noCounts: CarriedCounts = {
  sessions: 0,
  turns: 0,
  memoryFiles: 0,
  nights: 0,
  changes: 0,
  decisions: 0,
  versions: 0,
  activeEntries: 0,
};

/** Nothing was ever read into it or decided in it. */
export const isEmptyStore = (db: ReadableDb): boolean =>
  Object.values(carriedCounts(db)).every((count) => count === 0);

/** Tables whose rows are told otherwise: turns with their words, and the index made of them. */
const toldOtherwise = new Set(['turn_blocks', 'turns', 'turn_keys', 'leases', 'openings', 'forgetting']);

export const tablesToCarry = (db: ReadableDb): readonly string[] =>
  db
    .all(
      sql`
        SELECT name
        FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'turn_words%'
          AND sql NOT LIKE 'CREATE VIRTUAL%'
        ORDER BY name`,
      (row) => text(row, 'name'),
    )
    .filter((name) => !toldOtherwise.has(name));

/** One line of JSON for each row. What is packed is unpacked; bytes that are no text (sealed ones) stay as base64. */
export function* rowsOf(db: ReadableDb, table: string): Generator<string, void, void> {
  const keys = db
    .all({ ...sql``, text: `PRAGMA table_info("${table}")` }, (row) => ({
      name: text(row, 'name'),
      key: integer(row, 'pk'),
    }))
    .filter(({ key }) => key > 0)
    .map(({ name }) => name);
  const order = keys.length > 0 ? keys.join(', ') : 'rowid';
  // A page at a time: a row may be large, and there may be many.
  const pageRows = 500;
  for (let from = 0; ; from += pageRows) {
    const page = {
      ...sql``,
      text: `SELECT * FROM "${table}" ORDER BY ${order} LIMIT ${pageRows} OFFSET ${from}`,
    };
    const lines = db.all(page, lineOf);
    yield* lines;
    if (lines.length < pageRows) return;
  }
}

const lineOf = (row: Row): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? plainOf(value) : typeof value === 'bigint' ? String(value) : value,
      ]),
    ),
  );

function plainOf(value: Uint8Array): unknown {
  const bytes = Buffer.from(value);
  const words = isCompressed(bytes) ? Buffer.from(unpack(bytes), 'utf8') : bytes;
  const asText = words.toString('utf8');
  if (!Buffer.from(asText, 'utf8').equals(words)) return { base64: bytes.toString('base64') };
  if (!/^[[{]/u.test(asText)) return asText;
  try {
    return JSON.parse(asText) as unknown;
  } catch {
    // A note that begins with a bracket.
    return asText;
  }
}

export interface CarriedTurn extends Turn {
  /** Of the session that owns it. */
  readonly session: string;
}

/** In the order of import. */
export function* everyTurn(db: ReadableDb): Generator<CarriedTurn, void, void> {
  for (let after = 0; ;) {
    const some = db.all(
      sql`
        SELECT t.id, s.id AS session_id, COALESCE(h.ordinal, t.ordinal) AS ordinal, t.at_ms, t.kind, t.origin,
          t.outcome, t.exit_code, t.block, t.block_start, t.block_bytes
        FROM turns AS t
        LEFT JOIN turn_holders AS h ON h.turn = t.id AND h.owns = 1
        JOIN sessions AS s ON s.number = COALESCE(h.session, t.session)
        WHERE t.id > ${after}
        ORDER BY t.id
        LIMIT 500`,
      (row) => ({ id: integer(row, 'id'), session: text(row, 'session_id'), turn: readTurn(db, row) }),
    );
    for (const { session, turn } of some) yield { session, ...turn };
    const last = some.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
