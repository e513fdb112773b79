// Skills that their owner turned down, by what they said. One row among the settings, as for muted patterns.
import type { EpochMs } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { text } from './rows.ts';

const key = 'refusedSkills';
const refusedMax = 500;

export function refusedSkills(db: ReadableDb): ReadonlySet<string> {
  const stored = db.first(sql`SELECT json FROM settings WHERE key = ${key}`, (row) => text(row, 'json'));
  const ids: unknown = stored === null ? [] : JSON.parse(stored);
  return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
}

export function refuseSkill(db: WritableDb, hash: string, atMs: EpochMs): void {
  const hashes = [...refusedSkills(db), hash].slice(-refusedMax);
  db.run(sql`
    INSERT INTO settings (key, json, set_at_ms)
    VALUES (${key}, ${JSON.stringify(hashes)}, ${atMs})
    ON CONFLICT (key) DO UPDATE SET
      json = excluded.json,
      set_at_ms = excluded.set_at_ms`);
}
