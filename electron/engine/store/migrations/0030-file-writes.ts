// Agents' memory files as the guard saw them, and the journal of what we wrote into them. One place for their bytes:
// what was there before a write and what a scan found are often the same.
import type { Migration } from '../migrate.ts';

/** As in the first schema: nothing changes what happened, but for a person's wish to forget. */
const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_are_never_updated
BEFORE UPDATE ON ${table}
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, '${table} are append-only');
END;
CREATE TRIGGER ${table}_are_never_deleted
BEFORE DELETE ON ${table}
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, '${table} are append-only');
END;
`;

const contents = `
-- Whole files, each once. The address is made of the plain bytes (see sealing.ts). A forgotten content keeps its row.
CREATE TABLE file_contents (
  address TEXT PRIMARY KEY,
  plain_bytes INTEGER NOT NULL,
  content BLOB NOT NULL,
  forgotten_at_ms INTEGER
) STRICT;
CREATE TRIGGER file_contents_are_never_updated
BEFORE UPDATE ON file_contents
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'file_contents are never changed');
END;
`;

const journal = `
-- One apply: several files that change together or not at all.
CREATE TABLE file_applies (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  reason TEXT NOT NULL,
  undoes INTEGER REFERENCES file_applies (number),
  begun_at_ms INTEGER NOT NULL
) STRICT;

-- Without an address: there was no file before, or there is none after.
CREATE TABLE file_writes (
  apply INTEGER NOT NULL REFERENCES file_applies (number),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  real_path TEXT NOT NULL,
  agent TEXT NOT NULL,
  before_address TEXT REFERENCES file_contents (address),
  after_address TEXT REFERENCES file_contents (address),
  mode INTEGER,
  temporary_name TEXT NOT NULL,
  rebased INTEGER NOT NULL CHECK (rebased IN (0, 1)),
  change_ids_json TEXT NOT NULL,
  entry_ids_json TEXT NOT NULL,
  -- Changes whose lines it gave back, because they went out of our record.
  taken_back_json TEXT NOT NULL,
  PRIMARY KEY (apply, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_writes_by_path ON file_writes (path, apply);
CREATE INDEX file_writes_by_before ON file_writes (before_address);
CREATE INDEX file_writes_by_after ON file_writes (after_address);

-- How an apply ended. One without a row was interrupted.
CREATE TABLE file_apply_ends (
  apply INTEGER PRIMARY KEY REFERENCES file_applies (number),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'undone')),
  recovered INTEGER NOT NULL CHECK (recovered IN (0, 1)),
  -- Positions of files that were left as others had changed them meanwhile.
  skipped_json TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
`;

const sightings = `
-- A memory file as it was seen, whenever it had changed. Thinned out with age, so rows may go. Without an address: gone.
CREATE TABLE file_sightings (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL,
  agent TEXT NOT NULL,
  address TEXT REFERENCES file_contents (address),
  mode INTEGER,
  lines_added INTEGER NOT NULL,
  lines_removed INTEGER NOT NULL,
  made_by TEXT NOT NULL CHECK (made_by IN ('first-seen', 'others', 'us')),
  apply INTEGER REFERENCES file_applies (number),
  seen_at_ms INTEGER NOT NULL,
  CHECK ((made_by = 'us') = (apply IS NOT NULL))
) STRICT;
CREATE INDEX file_sightings_by_path ON file_sightings (path, number);
CREATE INDEX file_sightings_by_address ON file_sightings (address);
CREATE INDEX file_sightings_by_time ON file_sightings (seen_at_ms, number);

CREATE TABLE pinned_sightings (
  sighting INTEGER PRIMARY KEY REFERENCES file_sightings (number),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE guard_scans (
  number INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL
) STRICT;

-- What the file system said of a file when it was last read: as long as it says the same, the file is not read again.
CREATE TABLE file_fingerprints (
  path TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
`;

const serving = `
-- Every line that agents were ever given from memory, as a hash of its words: it never comes back as new evidence.
CREATE TABLE served_lines (
  line_hash TEXT PRIMARY KEY,
  entry TEXT NOT NULL,
  first_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE agent_writing (
  agent TEXT PRIMARY KEY,
  mode TEXT NOT NULL CHECK (mode IN ('review', 'auto-duplicates', 'auto-with-undo', 'off')),
  budget_tokens INTEGER CHECK (budget_tokens > 0),
  set_at_ms INTEGER NOT NULL
) STRICT;
`;

export const fileWrites: Migration = {
  number: 30,
  name: 'what is written into agents’ files',
  up: (db) => {
    for (const part of [contents, journal, sightings, serving]) db.script(part);
    for (const table of ['file_applies', 'file_writes', 'file_apply_ends']) db.script(appendOnly(table));
  },
};
