// Times in which memory believes nothing that a source says: a week in which somebody else had the keyboard.
import type { Migration } from '../migrate.ts';

const tables = `
-- From the first to the last millisecond, both within. An open end is the first or the last moment that a date can name.
CREATE TABLE source_trust_windows (
  place TEXT NOT NULL,
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  set_at_ms INTEGER NOT NULL,
  PRIMARY KEY (place, from_ms, until_ms),
  CHECK (from_ms <= until_ms)
) STRICT, WITHOUT ROWID;
`;

export const trustWindows: Migration = {
  number: 120,
  name: 'times in which a source is believed nothing',
  up: (db) => db.script(tables),
};
