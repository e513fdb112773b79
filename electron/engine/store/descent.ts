// What descends from an entry in the store: versions that hold it, changes that made it, files and agents that got it.
import type { EntryId } from '../../../shared/ids.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, text } from './rows.ts';

const listOf = (ids: readonly EntryId[]): string => JSON.stringify(ids);

/** Agents' files into which one of the entries was ever written, by path. */
export const filesReached = (db: ReadableDb, ids: readonly EntryId[]): readonly string[] =>
  db.all(
    sql`
      SELECT DISTINCT w.path AS path
      FROM file_writes AS w, json_each(w.entry_ids_json) AS e
      WHERE e.value IN (SELECT value FROM json_each(${listOf(ids)}))
      ORDER BY w.path`,
    (row) => text(row, 'path'),
  );

/** For each such file the entries. */
export function entriesInFiles(
  db: ReadableDb,
  ids: readonly EntryId[],
): ReadonlyMap<string, readonly string[]> {
  const rows = db.all(
    sql`
      SELECT w.path AS path, e.value AS entry
      FROM file_writes AS w, json_each(w.entry_ids_json) AS e
      WHERE e.value IN (SELECT value FROM json_each(${listOf(ids)}))
      GROUP BY w.path, e.value
      ORDER BY w.path, e.value`,
    (row) => ({ path: text(row, 'path'), entry: text(row, 'entry') }),
  );
  return new Map(
    [...Map.groupBy(rows, ({ path }) => path)].map(([path, all]) => [path, all.map(({ entry }) => entry)]),
  );
}

export const versionsHolding = (db: ReadableDb, ids: readonly EntryId[]): readonly number[] =>
  db.all(
    sql`
      SELECT DISTINCT version
      FROM memory_entries
      WHERE id IN (SELECT value FROM json_each(${listOf(ids)}))
      ORDER BY version`,
    (row) => integer(row, 'version'),
  );

/** How often an agent was given one of them on asking. */
export const servingsOf = (db: ReadableDb, ids: readonly EntryId[]): number =>
  db.first(
    sql`
      SELECT COUNT(DISTINCT serving) AS n
      FROM serving_entries
      WHERE entry IN (SELECT value FROM json_each(${listOf(ids)}))`,
    (row) => integer(row, 'n'),
  ) ?? 0;
