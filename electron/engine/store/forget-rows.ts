// Goes through every text of every table and lets it be changed, JSON inside of blobs included: what a person wants
// forgotten may stand anywhere, also where a table was added later. Only inside `whileForgetting`.
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, SqlValue, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, text } from './rows.ts';
import { asAddress, type Sealer } from './sealing.ts';
import { blankContents, type Blanking } from './snapshots.ts';

/** Rows that others take care of: transcripts, what must not change, and what holds no words. */
const leftAlone = new Set([
  'turn_blocks',
  'turns',
  'turn_keys',
  'turn_holders',
  'session_signals',
  'file_contents',
  'tombstones',
  'forgetting',
  'forgettings',
  'forgetting_certificates',
  'redactions',
  'lost_support',
  'not_secrets',
  'leases',
  'openings',
]);

/** Columns whose words are ours or the system's: what a thing is, its id, its hash, a time zone. */
const ownWords =
  /^(?:agent|kind|role|model|author|outcome|decided_by|wished_by|stage|origin|mode|made_by|day|night|change_id|entry|conflict|kept_entry|address|before_address|after_address|content_hash|head_hash|tail_hash|line_hash|fingerprint|device|inode|change_ids_json|entry_ids_json|skipped_json|duplicate_of|zone|rule|fate|state|waiting_for|claimed_by|claimed_host|key)$/u;
const ownWordsIn = new Set([
  'change_events.reason',
  'skipped_lines.reason',
  'changes.id',
  'nights.id',
  'memory_entries.id',
  'api_stores.id',
  'api_memories.id',
  'api_memory_versions.id',
  'api_memory_versions.memory',
  'api_memory_versions.operation',
  'api_memory_versions.maker',
  'api_memory_versions.redacted_by',
  'api_dreams.id',
  'api_dreams.store_id',
  'api_dreams.status',
  'api_dreams.output_id',
  'api_dreams.session_id',
  'api_dreams.error_type',
  'model_questions.item_name',
  'model_batches.server_id',
  'model_batches.taken_up_night',
  'model_nights.goes_on_night',
  'model_nights.reader',
  'model_nights.consolidator',
  'model_nights.grader',
]);

/** Blobs and texts that hold JSON; every other one is text. */
const jsonIn = new Set([
  'file_set_aside.content',
  'nights.receipt',
  'nights.proposal',
  'nights.verdicts',
  'night_stages.content',
  'changes.content',
  'feedback.content',
  'memory_entries.content',
  'briefings.content',
  'model_answers.content',
  'api_stores.metadata_json',
  'api_dreams.session_ids_json',
  'api_dreams.model_json',
  'api_dream_events.content',
]);

export interface Changes {
  /** Of plain text. */
  text(value: string, place: string): string;
  /** Of parsed JSON; gives the same value where nothing changes. */
  json(value: unknown, place: string): unknown;
}

interface Column {
  readonly name: string;
  readonly isBlob: boolean;
  readonly isNumber: boolean;
  readonly isKey: boolean;
}

/** Gives how many values were changed. */
export function changeEveryText(db: WritableDb, changes: Changes): number {
  let changed = 0;
  for (const table of openTables(db)) {
    if (!leftAlone.has(table)) changed += changeTable(db, table, changes);
  }
  return changed;
}

/** But for those that their own schema keeps shut even for a wish to forget: the search for what is left names them. */
function openTables(db: ReadableDb): readonly string[] {
  const shut = new Set(
    db.all(
      sql`
        SELECT DISTINCT tbl_name AS name
        FROM sqlite_schema
        WHERE type = 'trigger' AND sql LIKE '%BEFORE UPDATE%RAISE(ABORT%' AND sql NOT LIKE '%forgetting%'
        ORDER BY tbl_name`,
      (row) => text(row, 'name'),
    ),
  );
  return tablesOf(db).filter((table) => !shut.has(table));
}

const tablesOf = (db: ReadableDb): readonly string[] =>
  db.all(
    sql`
      SELECT name
      FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'turn_words%' AND sql NOT LIKE 'CREATE VIRTUAL%'
      ORDER BY name`,
    (row) => text(row, 'name'),
  );

/** Made of names in our own schema only. */
const ask = (words: string, values: readonly SqlValue[] = []): ReturnType<typeof sql> => ({
  ...sql``,
  text: words,
  values,
});

const columnsOf = (db: ReadableDb, table: string): readonly Column[] =>
  db.all(ask(`PRAGMA table_info("${table}")`), (row) => ({
    name: text(row, 'name'),
    isBlob: text(row, 'type') === 'BLOB',
    isNumber: text(row, 'type') === 'INTEGER',
    isKey: integer(row, 'pk') > 0,
  }));

interface TableShape {
  readonly table: string;
  readonly keys: readonly string[];
  readonly wordy: readonly Column[];
  /** A hash of the content stands beside it. */
  readonly isHashed: boolean;
}

/** Null for a table without words. */
function shapeOf(db: ReadableDb, table: string): TableShape | null {
  const columns = columnsOf(db, table);
  const wordy = columns.filter(
    ({ name, isNumber }) => !isNumber && !ownWords.test(name) && !ownWordsIn.has(`${table}.${name}`),
  );
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const isHashed = columns.some(({ name }) => name === 'content_hash');
  return wordy.length === 0 || keys.length === 0 ? null : { table, keys, wordy, isHashed };
}

/** Keys first: the rows are found again by them, so that never more than one lies in memory. */
function eachRow(db: ReadableDb, shape: TableShape, see: (row: Row, at: readonly SqlValue[]) => void): void {
  const { table, keys, wordy } = shape;
  const wanted = [...new Set([...keys, ...wordy.map(({ name }) => name)])];
  const rows = db.all(
    ask(`SELECT ${keys.join(', ')} FROM "${table}" ORDER BY ${keys.join(', ')}`),
    (row) => row,
  );
  for (const key of rows) {
    const at = keys.map((name) => valueIn(key, name));
    const row = db.first(
      ask(`SELECT ${wanted.join(', ')} FROM "${table}" WHERE ${whereKeys(keys)}`, at),
      (found) => found,
    );
    if (row !== null) see(row, at);
  }
}

const whereKeys = (keys: readonly string[]): string => keys.map((key) => `${key} = ?`).join(' AND ');

interface NewValue {
  readonly name: string;
  readonly value: SqlValue;
}

function putValues(
  db: WritableDb,
  shape: TableShape,
  at: readonly SqlValue[],
  values: readonly NewValue[],
): void {
  if (values.length === 0) return;
  const set = values.map(({ name }) => `${name} = ?`).join(', ');
  db.run(
    ask(`UPDATE "${shape.table}" SET ${set} WHERE ${whereKeys(shape.keys)}`, [
      ...values.map(({ value }) => value),
      ...at,
    ]),
  );
}

function changeTable(db: WritableDb, table: string, changes: Changes): number {
  const shape = shapeOf(db, table);
  if (shape === null) return 0;
  let changed = 0;
  eachRow(db, shape, (row, at) => {
    const next = shape.wordy.flatMap((column) => {
      const place = `${table}.${column.name}`;
      const isJson = jsonIn.has(place);
      return changedValue(column, row, (before) =>
        isJson ? changedJson(before, place, changes) : changes.text(before, place),
      );
    });
    changed += next.length;
    // Against a plain hash of what stood there anybody could try words out.
    const hash = next.length > 0 && shape.isHashed ? [{ name: 'content_hash', value: '' }] : [];
    putValues(db, shape, at, [...next, ...hash]);
  });
  return changed;
}

/** Hold no id of an entry or of a change. */
const withoutIds = new Set([
  'turn_blocks',
  'turns',
  'turn_keys',
  'turn_holders',
  'session_signals',
  'file_contents',
  'tombstones',
  'forgetting',
  'forgettings',
  'forgetting_certificates',
  'not_secrets',
  'leases',
  'openings',
]);

/** Every text of every table, names of things and keys of rows included: for ids that must become others everywhere. */
export function renameEverywhere(db: WritableDb, rename: (text: string) => string): void {
  for (const table of openTables(db).filter((name) => !withoutIds.has(name))) {
    const columns = columnsOf(db, table);
    const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name);
    const wordy = columns.filter(({ name, isNumber }) => !isNumber && !name.endsWith('_hash'));
    if (wordy.length === 0 || keys.length === 0) continue;
    const shape = { table, keys, wordy, isHashed: false };
    eachRow(db, shape, (row, at) => {
      const next = wordy.flatMap((column) => changedValue(column, row, rename));
      putValues(db, shape, at, next);
    });
  }
}

/** Blobs that are no packed text. */
const packedOtherwise = new Set(['turn_blocks', 'file_contents', 'tombstones', 'not_secrets']);

/** Every text of every table but for the transcripts' blocks and what is kept of files. */
export function everyText(db: ReadableDb, see: (text: string, place: string) => void): void {
  for (const table of tablesOf(db)) {
    const shape = shapeOf(db, table);
    if (shape === null || packedOtherwise.has(table)) continue;
    eachRow(db, shape, (row) => {
      for (const { name } of shape.wordy) {
        const value = valueIn(row, name);
        if (typeof value === 'string') see(value, `${table}.${name}`);
        else if (value instanceof Uint8Array) see(unpack(value), `${table}.${name}`);
      }
    });
  }
}

function valueIn(row: Row, name: string): SqlValue {
  const value = row[name];
  assert(
    value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array,
    `a value of SQLite in ${name}`,
  );
  return value;
}

/** None where it stays as it is. */
function changedValue(column: Column, row: Row, change: (before: string) => string): readonly NewValue[] {
  const { name } = column;
  const value = valueIn(row, name);
  if (value === null || typeof value === 'number') return [];
  const before = typeof value === 'string' ? value : unpack(value as Uint8Array);
  const after = change(before);
  return after === before ? [] : [{ name, value: column.isBlob ? pack(after) : after }];
}

function changedJson(json: string, place: string, changes: Changes): string {
  const value: unknown = JSON.parse(json);
  const changed = changes.json(value, place);
  return changed === value ? json : JSON.stringify(changed);
}

/** Every word of ours that a text of the store may hold by its making: names of tables and columns, and what they allow. */
export const schemaText = (db: ReadableDb): string =>
  db
    .all(sql`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid`, (row) => text(row, 'sql'))
    .join('\n');

/** Counts of entries hold their words as well; the next night counts anew from what is left. */
export const forgetReceipts = (db: WritableDb): void => void db.run(sql`DELETE FROM entry_receipts`);

/** A source file that is not known any more is read whole again; what is known of it is dropped by its keys then. */
export function forgetSourceFiles(db: WritableDb, holds: (path: string, state: string) => boolean): number {
  const found = db.all(
    sql`
      SELECT id, path, reader_state
      FROM source_files
      ORDER BY id`,
    (row) => {
      const state = row['reader_state'];
      return {
        id: integer(row, 'id'),
        path: text(row, 'path'),
        state: state instanceof Uint8Array ? unpack(state) : '',
      };
    },
  );
  const gone = found.filter(({ path, state }) => holds(path, state));
  db.run(sql`
    DELETE FROM source_files
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(gone.map(({ id }) => id))}))`);
  return gone.length;
}

/** What Light made of a session is made anew from what is left of it. */
export function forgetSignals(db: WritableDb, holds: (text: string) => boolean): void {
  const sessions = db.all(
    sql`
      SELECT session, engine_version
      FROM session_signals
      ORDER BY session, engine_version`,
    (row) => [integer(row, 'session'), integer(row, 'engine_version')] as const,
  );
  for (const [session, engine] of sessions) {
    const content = db.first(
      sql`
        SELECT content
        FROM session_signals
        WHERE session = ${session} AND engine_version = ${engine}`,
      (row) => unpack(bytes(row, 'content')),
    );
    if (content !== null && stringsIn(JSON.parse(content)).some(holds))
      db.run(sql`DELETE FROM session_signals WHERE session = ${session} AND engine_version = ${engine}`);
  }
}

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...stringsIn(one)]);
};

/** A line that holds it is no memory any more. */
export function forgetMemoryLines(db: WritableDb, holds: (line: string, path: string) => boolean): number {
  const lines = db.all(
    sql`
      SELECT file_version, position, path, line_text
      FROM memory_lines
      ORDER BY file_version, position`,
    (row) => ({
      at: [integer(row, 'file_version'), integer(row, 'position')] as const,
      holds: holds(text(row, 'line_text'), text(row, 'path')),
    }),
  );
  const gone = lines.filter((line) => line.holds);
  for (const { at } of gone)
    db.run(sql`DELETE FROM memory_lines WHERE file_version = ${at[0]} AND position = ${at[1]}`);
  return gone.length;
}

/** Every state of the files that was read. Gives how many files those were. */
export function forgetMemoryFiles(db: WritableDb, paths: readonly string[]): number {
  const json = JSON.stringify(paths);
  db.run(sql`DELETE FROM memory_lines WHERE path IN (SELECT value FROM json_each(${json}))`);
  db.run(sql`DELETE FROM memory_file_versions WHERE path IN (SELECT value FROM json_each(${json}))`);
  return paths.length;
}

export const memoryFilesKnown = (
  db: ReadableDb,
): readonly { readonly path: string; readonly agent: string }[] =>
  db.all(
    sql`
      SELECT DISTINCT path, agent
      FROM memory_file_versions
      UNION
      SELECT DISTINCT path, agent
      FROM file_sightings
      ORDER BY path, agent`,
    (row) => ({ path: text(row, 'path'), agent: text(row, 'agent') }),
  );

/** What the guard and the journal keep of files: their bytes are blanked, and the guard forgets that it saw them. */
export function forgetFileCopies(
  db: WritableDb,
  sealer: Sealer,
  isGone: (path: string) => boolean,
  blanking: Blanking,
): number {
  const paths = db
    .all(
      sql`
        SELECT DISTINCT path
        FROM file_sightings
        UNION
        SELECT DISTINCT path
        FROM file_writes
        UNION
        SELECT path
        FROM file_fingerprints
        ORDER BY path`,
      (row) => text(row, 'path'),
    )
    .filter(isGone);
  const json = JSON.stringify(paths);
  const addresses = db.all(
    sql`
      SELECT address
      FROM file_contents
      WHERE forgotten_at_ms IS NULL
        AND (address IN (SELECT s.address FROM file_sightings AS s WHERE s.path IN (SELECT value FROM json_each(${json})))
          OR address IN (SELECT b.before_address FROM file_writes AS b WHERE b.path IN (SELECT value FROM json_each(${json})))
          OR address IN (SELECT a.after_address FROM file_writes AS a WHERE a.path IN (SELECT value FROM json_each(${json}))))
      ORDER BY address`,
    (row) => asAddress(text(row, 'address')),
  );
  blankContents(db, sealer, addresses, blanking);
  db.run(sql`
    DELETE FROM pinned_sightings
    WHERE sighting IN (
      SELECT s.number FROM file_sightings AS s WHERE s.path IN (SELECT value FROM json_each(${json})))`);
  db.run(sql`DELETE FROM file_sightings WHERE path IN (SELECT value FROM json_each(${json}))`);
  db.run(sql`DELETE FROM file_fingerprints WHERE path IN (SELECT value FROM json_each(${json}))`);
  return addresses.length;
}

/** Lines that agents were given of these entries: their hashes could be tried out. */
export const forgetServedLines = (db: WritableDb, entries: readonly string[]): void =>
  void db.run(sql`
    DELETE FROM served_lines
    WHERE entry IN (SELECT value FROM json_each(${JSON.stringify(entries)}))`);

export interface EntryRow {
  readonly id: string;
  readonly version: number;
  readonly content: string;
}

/** Every state of every entry. */
export const everyEntryRow = (db: ReadableDb): readonly EntryRow[] =>
  db.all(
    sql`
      SELECT id, version, content
      FROM memory_entries
      WHERE content IS NOT NULL
      ORDER BY version, id`,
    (row) => {
      const content = row['content'];
      assert(content instanceof Uint8Array, 'the content of an entry is bytes');
      return { id: text(row, 'id'), version: integer(row, 'version'), content: unpack(content) };
    },
  );

export const putEntryRow = (db: WritableDb, row: EntryRow): void =>
  void db.run(sql`
    UPDATE memory_entries
    SET content = ${pack(row.content)}
    WHERE id = ${row.id} AND version = ${row.version}`);
