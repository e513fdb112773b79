// What was thrown away of nights that did not see everything.
import type { Migration } from '../migrate.ts';

const made = `
CREATE TABLE discards (
  number INTEGER PRIMARY KEY,
  night TEXT NOT NULL,
  change_ids_json TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  -- The discard that this one takes back.
  undoes INTEGER REFERENCES discards (number)
) STRICT;
CREATE TRIGGER discards_are_never_updated
BEFORE UPDATE ON discards
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'discards are append-only');
END;
CREATE TRIGGER discards_are_never_deleted
BEFORE DELETE ON discards
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'discards are append-only');
END;
`;

export const discards: Migration = {
  number: 190,
  name: 'what was thrown away of partial nights',
  up: (db) => db.script(made),
};
