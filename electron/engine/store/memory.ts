// Memory versions, only ever added. A version stores what it changed, so ten thousand nights do not copy every entry.
import type { ChangeId, EntryId, VersionNumber } from '../../../shared/ids.ts';
import { asEntryId, asNightId, epochMs, versionNumber } from '../../../shared/ids.ts';
import type { VersionSummary } from '../../../shared/engine.ts';
import type { MemoryEntry, MemoryVersion, Validity } from '../../../shared/memory.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, bytesOrNull, integer, integerOrNull, oneOf, text, textOrNull, timeMs } from './rows.ts';

export interface EntryChange {
  readonly id: EntryId;
  /** Null where the entry is not in the new version at all: an older version without it came back. */
  readonly entry: MemoryEntry | null;
}

export interface VersionHead extends Omit<MemoryVersion, 'entries'> {
  readonly active: number;
  readonly added: number;
  readonly closed: number;
}

export function appendVersion(db: WritableDb, head: VersionHead, changed: readonly EntryChange[]): void {
  assert(head.number === newestVersionNumber(db) + 1, `version ${head.number} follows the newest`);
  db.run(sql`
    INSERT INTO memory_versions (number, parent, author, reason, night, change_ids_json, created_at_ms, active, added,
      closed)
    VALUES (${head.number}, ${head.parent}, ${head.author}, ${head.reason}, ${head.nightId},
      ${JSON.stringify(head.changeIds)}, ${head.createdAtMs}, ${head.active}, ${head.added}, ${head.closed})`);
  for (const { id, entry } of changed) {
    assert(entry === null || entry.id === id, `entry ${id} under its own id`);
    db.run(sql`
      INSERT INTO memory_entries (id, version, content)
      VALUES (${id}, ${head.number}, ${entry === null ? null : pack(JSON.stringify(entry))})`);
  }
}

/** 0 before the first version. */
export const newestVersionNumber = (db: ReadableDb): VersionNumber =>
  versionNumber(
    db.first(
      sql`
        SELECT MAX(number) AS newest
        FROM memory_versions`,
      (row) => integerOrNull(row, 'newest'),
    ) ?? 0,
  );

export function currentMemory(db: ReadableDb): MemoryVersion {
  const newest = newestVersionNumber(db);
  const memory = memoryAt(db, newest);
  assert(memory !== null, `version ${newest} is there`);
  return memory;
}

/** The memory as that version left it; version 0 is the empty one before the first. Null for a version that is not there. */
export function memoryAt(db: ReadableDb, version: VersionNumber): MemoryVersion | null {
  const head = version === 0 ? emptyHead : versionHead(db, version);
  if (head === null) return null;
  const { active: _active, added: _added, closed: _closed, ...rest } = head;
  return { ...rest, entries: entriesAt(db, version) };
}

/** One entry as a version left it; null where that version has none. */
export const entryAt = (db: ReadableDb, id: EntryId, version: VersionNumber): MemoryEntry | null =>
  db.first(
    sql`
      SELECT content
      FROM memory_entries
      WHERE id = ${id} AND version <= ${version}
      ORDER BY version DESC
      LIMIT 1`,
    readEntry,
  );

/** In the order in which they became known, so that the order never tells how a version came about. */
function entriesAt(db: ReadableDb, version: VersionNumber): readonly MemoryEntry[] {
  const sharing = createSharing();
  return db
    .all(
      sql`
        SELECT e.content
        FROM memory_entries AS e
        WHERE e.version = (SELECT MAX(n.version) FROM memory_entries AS n
            WHERE n.id = e.id AND n.version <= ${version})
          AND e.content IS NOT NULL
        ORDER BY e.id`,
      (row) => {
        const entry = readEntry(row);
        return entry === null ? null : sharing(entry);
      },
    )
    .flatMap((entry) => (entry === null ? [] : [entry]))
    .toSorted((a, b) => a.validity.knownFromMs - b.validity.knownFromMs || (a.id < b.id ? -1 : 1));
}

/**
 * Each of fifty thousand lines of a file names its path twice and says its words twice: as they are read, those are
 * copies, and a third of what memory takes.
 */
function createSharing(): (entry: MemoryEntry) => MemoryEntry {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
  const validities = new Map<string, Validity>();
  const sharedValidity = (validity: Validity): Validity => {
    const key = JSON.stringify(validity);
    const first = validities.get(key);
    if (first === undefined) validities.set(key, validity);
    return first ?? validity;
  };
  return (entry) => ({
    ...entry,
    validity: sharedValidity(entry.validity),
    evidence: entry.evidence.map((one) => ({
      ...one,
      session: shared(one.session),
      quote: one.quote === entry.text ? entry.text : one.quote,
      project: one.project === null ? null : shared(one.project),
    })),
    places: entry.places.map((place) => ({
      ...place,
      path: shared(place.path),
      heading: place.heading === null ? null : shared(place.heading),
    })),
  });
}

/** Newest first. */
export const versionSummaries = (db: ReadableDb): readonly VersionSummary[] =>
  db.all(
    sql`
      SELECT v.number, v.parent, v.author, v.reason, v.night, v.change_ids_json, v.created_at_ms, v.active, v.added,
        v.closed, r.target AS restores
      FROM memory_versions AS v
      LEFT JOIN version_rollbacks AS r ON r.version = v.number AND r.kind = 'version'
      ORDER BY v.number DESC`,
    (row) => {
      const restores = textOrNull(row, 'restores');
      return {
        ...readSummary(row),
        ...(restores === null ? {} : { restores: versionNumber(Number(restores)) }),
      };
    },
  );

/** The versions that changed the entry, newest first. */
export const versionSummariesOf = (db: ReadableDb, entry: EntryId): readonly VersionSummary[] =>
  db.all(
    sql`
      SELECT v.number, v.parent, v.author, v.reason, v.night, v.change_ids_json, v.created_at_ms, v.active, v.added,
        v.closed
      FROM memory_entries AS e
      JOIN memory_versions AS v ON v.number = e.version
      WHERE e.id = ${entry}
      ORDER BY v.number DESC`,
    readSummary,
  );

/** The changes that the versions were made of in which the entry came to stand as it did, newest first. */
export const changesBehind = (db: ReadableDb, entry: EntryId): readonly ChangeId[] =>
  db
    .all(
      sql`
        SELECT v.change_ids_json
        FROM memory_entries AS e
        JOIN memory_versions AS v ON v.number = e.version
        WHERE e.id = ${entry}
        ORDER BY v.number DESC`,
      (row) => JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
    )
    .flat();

/** Ids of entries, of any version, that begin so; at most `limit`. */
export const entryIdsFrom = (db: ReadableDb, beginning: string, limit: number): readonly EntryId[] =>
  db.all(
    sql`
      SELECT DISTINCT id
      FROM memory_entries
      WHERE id >= ${beginning} AND id < ${`${beginning}\u{10FFFF}`}
      ORDER BY id
      LIMIT ${limit}`,
    (row) => asEntryId(text(row, 'id')),
  );

export const versionSummary = (db: ReadableDb, version: VersionNumber): VersionSummary | null => {
  const head = versionHead(db, version);
  return head === null ? null : summaryOf(head);
};

const versionHead = (db: ReadableDb, version: VersionNumber): VersionHead | null =>
  db.first(
    sql`
      SELECT number, parent, author, reason, night, change_ids_json, created_at_ms, active, added, closed
      FROM memory_versions
      WHERE number = ${version}`,
    readHead,
  );

const emptyHead: VersionHead = {
  number: versionNumber(0),
  parent: null,
  author: 'import',
  reason: 'Nothing is remembered yet.',
  nightId: null,
  changeIds: [],
  createdAtMs: epochMs(0),
  active: 0,
  added: 0,
  closed: 0,
};

const authors = ['dream', 'you', 'agent', 'import'] as const satisfies readonly MemoryVersion['author'][];

function readHead(row: Row): VersionHead {
  const parent = integerOrNull(row, 'parent');
  const night = textOrNull(row, 'night');
  return {
    number: versionNumber(integer(row, 'number')),
    parent: parent === null ? null : versionNumber(parent),
    author: oneOf(row, 'author', authors),
    reason: text(row, 'reason'),
    nightId: night === null ? null : asNightId(night),
    changeIds: JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
    createdAtMs: timeMs(row, 'created_at_ms'),
    active: integer(row, 'active'),
    added: integer(row, 'added'),
    closed: integer(row, 'closed'),
  };
}

const readSummary = (row: Row): VersionSummary => summaryOf(readHead(row));

function summaryOf(head: VersionHead): VersionSummary {
  const { changeIds: _changeIds, ...summary } = head;
  return summary;
}

function readEntry(row: Row): MemoryEntry | null {
  const content = bytesOrNull(row, 'content');
  return content === null ? null : (JSON.parse(unpack(bytes(row, 'content'))) as MemoryEntry);
}
