// The rows of stores that programs made: the stores, what stands in them, and every version of it. Versions are only
// added; a redaction blanks the words of one and keeps its row.
import type { ApiActor, ApiOperation, ApiStore, ApiStoreWish, ApiTimes } from '../../../shared/dreams-api.ts';
import { apiOperations } from '../../../shared/dreams-api.ts';
import { contentHash, type EpochMs } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytesOrNull, integer, oneOf, text, textOrNull, timeMs, timeMsOrNull } from './rows.ts';

export interface StoredStore extends ApiStore {
  readonly number: number;
}

export interface StoredMemory {
  readonly number: number;
  readonly id: string;
  readonly path: string;
  readonly content: string;
  readonly versionId: string;
  readonly createdAtMs: EpochMs;
  readonly updatedAtMs: EpochMs;
}

export interface StoredVersion {
  readonly number: number;
  readonly id: string;
  readonly memoryId: string;
  readonly operation: ApiOperation;
  readonly path: string | null;
  readonly content: string | null;
  readonly createdAtMs: EpochMs;
  readonly createdBy: ApiActor;
  readonly redactedAtMs: EpochMs | null;
  readonly redactedBy: string | null;
}

/** The number of a row makes its id another one than any other's. */
function nextNumber(db: ReadableDb, table: 'api_stores' | 'api_memories' | 'api_memory_versions'): number {
  const newest = db.first(sql`SELECT seq FROM sqlite_sequence WHERE name = ${table}`, (row) =>
    integer(row, 'seq'),
  );
  return (newest ?? 0) + 1;
}

export function addStore(db: WritableDb, wish: ApiStoreWish, nowMs: EpochMs): StoredStore {
  const number = nextNumber(db, 'api_stores');
  const id = `memstore_${contentHash('api store', String(number), String(nowMs))}`;
  db.run(sql`
    INSERT INTO api_stores (number, id, name, description, metadata_json, created_at_ms, updated_at_ms)
    VALUES (${number}, ${id}, ${wish.name}, ${wish.description}, ${JSON.stringify(wish.metadata)}, ${nowMs}, ${nowMs})`);
  const made = storeById(db, id);
  assert(made !== null, `the store ${id} was just made`);
  return made;
}

/** Null for one that was never there or was deleted. */
export const storeById = (db: ReadableDb, id: string): StoredStore | null =>
  db.first(
    sql`
      SELECT number, id, name, description, metadata_json, created_at_ms, updated_at_ms, archived_at_ms
      FROM api_stores
      WHERE id = ${id} AND deleted_at_ms IS NULL`,
    readStore,
  );

export interface StoresWanted extends ApiTimes {
  readonly archivedToo: boolean;
  /** Only older ones than this; null for all. */
  readonly before: number | null;
  readonly limit: number;
}

/** Newest first. */
export const storesListed = (db: ReadableDb, wanted: StoresWanted): readonly StoredStore[] =>
  db.all(
    sql`
      SELECT number, id, name, description, metadata_json, created_at_ms, updated_at_ms, archived_at_ms
      FROM api_stores
      WHERE deleted_at_ms IS NULL
        AND (${wanted.before} IS NULL OR number < ${wanted.before})
        AND (${wanted.archivedToo ? 1 : 0} = 1 OR archived_at_ms IS NULL)
        AND (${wanted.fromMs} IS NULL OR created_at_ms >= ${wanted.fromMs})
        AND (${wanted.untilMs} IS NULL OR created_at_ms <= ${wanted.untilMs})
      ORDER BY number DESC
      LIMIT ${wanted.limit}`,
    readStore,
  );

export const updateStore = (db: WritableDb, number: number, wish: ApiStoreWish, nowMs: EpochMs): void =>
  void db.run(sql`
    UPDATE api_stores
    SET name = ${wish.name}, description = ${wish.description}, metadata_json = ${JSON.stringify(wish.metadata)},
      updated_at_ms = ${nowMs}
    WHERE number = ${number}`);

export const archiveStore = (db: WritableDb, number: number, nowMs: EpochMs): void =>
  void db.run(sql`
    UPDATE api_stores
    SET archived_at_ms = ${nowMs}, updated_at_ms = ${nowMs}
    WHERE number = ${number} AND archived_at_ms IS NULL`);

/** Takes out its memories and every word of its versions; who wrote when stays. */
export function deleteStore(db: WritableDb, number: number, by: string, nowMs: EpochMs): void {
  db.run(sql`DELETE FROM api_memories WHERE store = ${number}`);
  db.run(sql`
    UPDATE api_memory_versions
    SET path = NULL, content = NULL, redacted_at_ms = ${nowMs}, redacted_by = ${by}
    WHERE store = ${number} AND redacted_at_ms IS NULL`);
  db.run(sql`
    UPDATE api_stores
    SET name = '', description = '', metadata_json = '{}', deleted_at_ms = ${nowMs}
    WHERE number = ${number}`);
}

export const memoryCount = (db: ReadableDb, store: number): number =>
  db.first(sql`SELECT COUNT(*) AS memories FROM api_memories WHERE store = ${store}`, (row) =>
    integer(row, 'memories'),
  ) ?? 0;

export const memoryById = (db: ReadableDb, store: number, id: string): StoredMemory | null =>
  db.first(
    sql`
      SELECT m.number, m.id, m.path, v.content, v.id AS version_id, m.created_at_ms, m.updated_at_ms
      FROM api_memories AS m
      JOIN api_memory_versions AS v ON v.number = m.version
      WHERE m.id = ${id} AND m.store = ${store}`,
    readMemory,
  );

export interface MemoriesWanted {
  /** Of the path; empty for all. */
  readonly prefix: string;
  /** Only paths after this one; empty for all. */
  readonly after: string;
  readonly limit: number;
}

/** By path. */
export const memoriesListed = (
  db: ReadableDb,
  store: number,
  wanted: MemoriesWanted,
): readonly StoredMemory[] =>
  db.all(
    sql`
      SELECT m.number, m.id, m.path, v.content, v.id AS version_id, m.created_at_ms, m.updated_at_ms
      FROM api_memories AS m
      JOIN api_memory_versions AS v ON v.number = m.version
      WHERE m.store = ${store} AND m.path > ${wanted.after}
        AND m.path >= ${wanted.prefix} AND m.path < ${`${wanted.prefix}\u{10FFFF}`}
      ORDER BY m.path, m.number
      LIMIT ${wanted.limit}`,
    readMemory,
  );

/** A memory that has this path, lies above it, or lies below it; null for none. */
export const memoryInTheWay = (
  db: ReadableDb,
  store: number,
  path: string,
  ancestors: readonly string[],
  except: string | null,
): { readonly id: string; readonly path: string } | null =>
  db.first(
    sql`
      SELECT id, path
      FROM api_memories
      WHERE store = ${store} AND id IS NOT ${except}
        AND (path = ${path} OR path IN (SELECT value FROM json_each(${JSON.stringify(ancestors)}))
          OR (path >= ${`${path}/`} AND path < ${`${path}/\u{10FFFF}`}))
      ORDER BY path
      LIMIT 1`,
    (row) => ({ id: text(row, 'id'), path: text(row, 'path') }),
  );

export interface VersionWish {
  readonly store: number;
  readonly memoryId: string;
  readonly operation: ApiOperation;
  readonly path: string;
  readonly content: string | null;
  readonly by: ApiActor;
  readonly nowMs: EpochMs;
}

function addVersion(db: WritableDb, wish: VersionWish): number {
  const number = nextNumber(db, 'api_memory_versions');
  const id = `memver_${contentHash('api version', String(number), wish.memoryId)}`;
  db.run(sql`
    INSERT INTO api_memory_versions (number, id, store, memory, operation, path, content, created_at_ms, made_by, maker)
    VALUES (${number}, ${id}, ${wish.store}, ${wish.memoryId}, ${wish.operation}, ${wish.path},
      ${wish.content === null ? null : pack(wish.content)}, ${wish.nowMs}, ${wish.by.kind}, ${wish.by.id})`);
  return number;
}

export interface MemoryWish {
  readonly store: number;
  readonly path: string;
  readonly content: string;
  readonly by: ApiActor;
  readonly nowMs: EpochMs;
}

/** Gives its id. The caller has checked that the path is free. */
export function addMemory(db: WritableDb, wish: MemoryWish): string {
  const number = nextNumber(db, 'api_memories');
  const id = `mem_${contentHash('api memory', String(number), String(wish.store))}`;
  const version = addVersion(db, { ...wish, memoryId: id, operation: 'created' });
  db.run(sql`
    INSERT INTO api_memories (number, id, store, path, version, created_at_ms, updated_at_ms)
    VALUES (${number}, ${id}, ${wish.store}, ${wish.path}, ${version}, ${wish.nowMs}, ${wish.nowMs})`);
  return id;
}

export function changeMemory(db: WritableDb, memoryId: string, wish: MemoryWish): void {
  const version = addVersion(db, { ...wish, memoryId, operation: 'modified' });
  db.run(sql`
    UPDATE api_memories
    SET path = ${wish.path}, version = ${version}, updated_at_ms = ${wish.nowMs}
    WHERE id = ${memoryId}`);
}

export function removeMemory(db: WritableDb, memoryId: string, wish: Omit<MemoryWish, 'content'>): void {
  addVersion(db, { ...wish, memoryId, operation: 'deleted', content: null });
  db.run(sql`DELETE FROM api_memories WHERE id = ${memoryId}`);
}

export interface VersionsWanted extends ApiTimes {
  readonly memoryId: string | null;
  readonly operation: ApiOperation | null;
  readonly by: ApiActor | null;
  /** Only older ones than this; null for all. */
  readonly before: number | null;
  readonly limit: number;
}

/** Newest first. */
export const versionsListed = (
  db: ReadableDb,
  store: number,
  wanted: VersionsWanted,
): readonly StoredVersion[] =>
  db.all(
    sql`
      SELECT number, id, memory, operation, path, content, created_at_ms, made_by, maker, redacted_at_ms, redacted_by
      FROM api_memory_versions
      WHERE store = ${store}
        AND (${wanted.before} IS NULL OR number < ${wanted.before})
        AND (${wanted.memoryId} IS NULL OR memory = ${wanted.memoryId})
        AND (${wanted.operation} IS NULL OR operation = ${wanted.operation})
        AND (${wanted.by?.kind ?? null} IS NULL OR made_by = ${wanted.by?.kind ?? null})
        AND (${wanted.by?.id ?? null} IS NULL OR maker = ${wanted.by?.id ?? null})
        AND (${wanted.fromMs} IS NULL OR created_at_ms >= ${wanted.fromMs})
        AND (${wanted.untilMs} IS NULL OR created_at_ms <= ${wanted.untilMs})
      ORDER BY number DESC
      LIMIT ${wanted.limit}`,
    readVersion,
  );

export const versionById = (db: ReadableDb, store: number, id: string): StoredVersion | null =>
  db.first(
    sql`
      SELECT number, id, memory, operation, path, content, created_at_ms, made_by, maker, redacted_at_ms, redacted_by
      FROM api_memory_versions
      WHERE id = ${id} AND store = ${store}`,
    readVersion,
  );

/** Whether a memory stands in its store by this version. */
export const isHead = (db: ReadableDb, version: number): boolean =>
  db.first(sql`SELECT 1 FROM api_memories WHERE version = ${version}`, () => true) ?? false;

export const redactVersion = (db: WritableDb, number: number, by: string, nowMs: EpochMs): void =>
  void db.run(sql`
    UPDATE api_memory_versions
    SET path = NULL, content = NULL, redacted_at_ms = ${nowMs}, redacted_by = ${by}
    WHERE number = ${number} AND redacted_at_ms IS NULL`);

const readStore = (row: Row): StoredStore => ({
  number: integer(row, 'number'),
  id: text(row, 'id'),
  name: text(row, 'name'),
  description: text(row, 'description'),
  metadata: JSON.parse(text(row, 'metadata_json')) as Readonly<Record<string, string>>,
  createdAtMs: timeMs(row, 'created_at_ms'),
  updatedAtMs: timeMs(row, 'updated_at_ms'),
  archivedAtMs: timeMsOrNull(row, 'archived_at_ms'),
});

function readMemory(row: Row): StoredMemory {
  const content = bytesOrNull(row, 'content');
  assert(content !== null, 'a memory that stands has its words');
  return {
    number: integer(row, 'number'),
    id: text(row, 'id'),
    path: text(row, 'path'),
    content: unpack(content),
    versionId: text(row, 'version_id'),
    createdAtMs: timeMs(row, 'created_at_ms'),
    updatedAtMs: timeMs(row, 'updated_at_ms'),
  };
}

function readVersion(row: Row): StoredVersion {
  const content = bytesOrNull(row, 'content');
  return {
    number: integer(row, 'number'),
    id: text(row, 'id'),
    memoryId: text(row, 'memory'),
    operation: oneOf(row, 'operation', apiOperations),
    path: textOrNull(row, 'path'),
    content: content === null ? null : unpack(content),
    createdAtMs: timeMs(row, 'created_at_ms'),
    createdBy: { kind: oneOf(row, 'made_by', ['api', 'session', 'user']), id: text(row, 'maker') },
    redactedAtMs: timeMsOrNull(row, 'redacted_at_ms'),
    redactedBy: textOrNull(row, 'redacted_by'),
  };
}
