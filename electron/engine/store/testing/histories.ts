// Every row of every table that refuses change, as text: for "nothing of it was lost, and nothing was altered".
import type { ReadableDb } from '../db.ts';
import { sql } from '../db.ts';
import { text } from '../rows.ts';

const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** By table, in the order of the table. */
export function historyRows(db: ReadableDb): ReadonlyMap<string, readonly string[]> {
  const tables = db.all(
    sql`
      SELECT DISTINCT tbl_name AS name
      FROM sqlite_schema
      WHERE type = 'trigger' AND sql LIKE '%append-only%'
      ORDER BY tbl_name`,
    (row) => text(row, 'name'),
  );
  return new Map(
    tables.map((table) => [
      table,
      db.all({ ...sql``, text: `SELECT * FROM ${table}` }, (row) => JSON.stringify(row, asText)),
    ]),
  );
}

/** Rows that were there before and are not there now, as they were. */
export const lostRows = (
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): readonly string[] =>
  [...before].flatMap(([table, rows]) => {
    const now = new Set(after.get(table) ?? []);
    return rows.filter((row) => !now.has(row)).map((row) => `${table} ${row}`);
  });
