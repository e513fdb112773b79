// Where a change goes whose file is gone, as its owner said it; and which states of memory files a night has read.
import type { Migration } from '../migrate.ts';

const placings = `
CREATE TABLE file_placings (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  -- asked: what was said before is taken back
  how TEXT NOT NULL CHECK (how IN ('recreate', 'elsewhere', 'drop', 'asked')),
  -- For elsewhere: the file that takes its place.
  other_path TEXT,
  change_ids_json TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX file_placings_by_path ON file_placings (path, number);
CREATE TRIGGER file_placings_are_never_updated
BEFORE UPDATE ON file_placings
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'file_placings are append-only');
END;
CREATE TRIGGER file_placings_are_never_deleted
BEFORE DELETE ON file_placings
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'file_placings are append-only');
END;
`;

// The newest state of any memory file when the night ended; null for a night that was cut off. Of nights before this
// column nobody knows it, and what was read until now was looked at by one of them or waits for the next.
const filesSeen = `
ALTER TABLE nights ADD COLUMN files_seen INTEGER;
UPDATE nights
SET files_seen = (SELECT MAX(id) FROM memory_file_versions)
WHERE outcome IN ('done', 'empty');
`;

export const filePlacings: Migration = {
  number: 150,
  name: 'where changes of missing files go',
  up: (db) => db.script(placings + filesSeen),
};
