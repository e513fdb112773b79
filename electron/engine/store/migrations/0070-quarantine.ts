// What was set aside because it gives orders in somebody else's voice, what its owner said to it, and whom memory
// believes. The words themselves stand with the session's signals, and go with them.
import type { Migration } from '../migrate.ts';

const tables = `
CREATE TABLE set_aside (
  session INTEGER NOT NULL,
  engine_version INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (session, engine_version, id),
  FOREIGN KEY (session, engine_version) REFERENCES session_signals (session, engine_version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What a memory file held: found anew whenever the file is read.
CREATE TABLE file_set_aside (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  agent TEXT NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX file_set_aside_by_path ON file_set_aside (path);

-- The newest row of a finding says where it stands.
CREATE TABLE set_aside_rulings (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('dismissed', 'released', 'blocked', 'waiting')),
  change_id TEXT,
  at_ms INTEGER NOT NULL,
  CHECK ((kind = 'released') = (change_id IS NOT NULL))
) STRICT;
CREATE INDEX set_aside_rulings_by_id ON set_aside_rulings (id, number);
CREATE TRIGGER set_aside_rulings_are_never_updated
BEFORE UPDATE ON set_aside_rulings
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'set_aside_rulings are append-only');
END;
CREATE TRIGGER set_aside_rulings_are_never_deleted
BEFORE DELETE ON set_aside_rulings
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'set_aside_rulings are append-only');
END;

-- Places that are believed otherwise than by their kind.
CREATE TABLE source_trust (
  place TEXT PRIMARY KEY,
  trust TEXT NOT NULL CHECK (trust IN ('owner', 'nobody')),
  set_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const quarantine: Migration = {
  number: 70,
  name: 'what was set aside, and whom memory believes',
  up: (db) => db.script(tables),
};
