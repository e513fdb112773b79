// Patterns that their owner does not want to see. One row among the settings, under a name that no group of theirs has.
import type { EpochMs } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { text } from './rows.ts';

const key = 'mutedPatterns';

export function mutedPatterns(db: ReadableDb): ReadonlySet<string> {
  const stored = db.first(sql`SELECT json FROM settings WHERE key = ${key}`, (row) => text(row, 'json'));
  const ids: unknown = stored === null ? [] : JSON.parse(stored);
  return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
}

/** A pattern that never comes again costs a few bytes; more than these and the oldest is forgotten. */
const mutedMax = 2_000;

export function mutePattern(db: WritableDb, id: string, muted: boolean, atMs: EpochMs): void {
  const others = [...mutedPatterns(db)].filter((one) => one !== id);
  const ids = muted ? [...others, id].slice(-mutedMax) : others;
  db.run(sql`
    INSERT INTO settings (key, json, set_at_ms)
    VALUES (${key}, ${JSON.stringify(ids)}, ${atMs})
    ON CONFLICT (key) DO UPDATE SET
      json = excluded.json,
      set_at_ms = excluded.set_at_ms`);
}
