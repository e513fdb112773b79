// What a person says to memory: every kind of decision with its words, what later nights learn from it, pins, rollbacks
// of a part, settled conflicts, and what was forgotten at their wish.
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

// SQLite cannot widen a CHECK: the table is made anew. Dropping it fires no triggers.
const decisions = `
-- The newest row of a change says where it stands. Decisions that were made in one go share a batch, the number of its
-- first row. A row that takes one back says what stands again, and which row it takes back.
CREATE TABLE change_events_anew (
  number INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('offered', 'approved', 'rejected', 'snoozed', 'duplicate', 'returned', 'applied', 'rolled-back',
      'superseded', 'conflict')),
  at_ms INTEGER NOT NULL,
  decided_by TEXT CHECK (decided_by IN ('you', 'auto')),
  reason TEXT CHECK (reason IN ('wrong', 'outdated', 'too-specific', 'private', 'never-again')),
  until_ms INTEGER,
  duplicate_of TEXT,
  -- The person's words; the dream's stay in the change.
  edited_text BLOB,
  batch INTEGER,
  undoes INTEGER,
  CHECK ((kind IN ('approved', 'rejected', 'snoozed', 'duplicate')) = (decided_by IS NOT NULL)),
  CHECK (reason IS NULL OR kind = 'rejected'),
  CHECK ((kind = 'snoozed') = (until_ms IS NOT NULL)),
  CHECK ((kind = 'duplicate') = (duplicate_of IS NOT NULL)),
  CHECK ((batch IS NOT NULL) = (decided_by IS NOT NULL AND undoes IS NULL))
) STRICT;
INSERT INTO change_events_anew (number, change_id, kind, at_ms, decided_by, batch)
SELECT number, change_id, kind, at_ms, decided_by, CASE WHEN decided_by IS NULL THEN NULL ELSE number END
FROM change_events
ORDER BY number;
DROP TABLE change_events;
ALTER TABLE change_events_anew RENAME TO change_events;
CREATE INDEX change_events_by_change ON change_events (change_id, number);
CREATE INDEX change_events_undone ON change_events (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_events_by_batch ON change_events (batch) WHERE batch IS NOT NULL;

-- What later nights learn from. It holds as long as its event was not taken back.
CREATE TABLE feedback (
  number INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES change_events (number),
  change_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('rejected', 'edited', 'duplicate', 'rolled-back')),
  content BLOB NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX feedback_by_event ON feedback (event);

-- "Never again". A rule may be lifted by itself; its row then goes.
CREATE TABLE block_rules (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  event INTEGER NOT NULL REFERENCES change_events (number),
  change_id TEXT NOT NULL,
  content BLOB NOT NULL,
  made_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX block_rules_by_event ON block_rules (event);

-- The newest row of an entry says whether it is pinned.
CREATE TABLE entry_pins (
  number INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_pins_by_entry ON entry_pins (entry, number);
`;

const versions = `
-- What a version takes back, where that is its purpose. For 'version' the target is the version that memory equals again.
CREATE TABLE version_rollbacks (
  version INTEGER PRIMARY KEY REFERENCES memory_versions (number),
  kind TEXT NOT NULL CHECK (kind IN ('version', 'change', 'night')),
  target TEXT NOT NULL,
  change_ids_json TEXT NOT NULL
) STRICT;
INSERT INTO version_rollbacks (version, kind, target, change_ids_json)
SELECT number, 'version', CAST(CAST(substr(reason, 24) AS INTEGER) AS TEXT), '[]'
FROM memory_versions
WHERE author = 'you' AND reason = 'Rolled back to version ' || CAST(substr(reason, 24) AS INTEGER) || '.';

CREATE TABLE settled_conflicts (
  conflict TEXT PRIMARY KEY,
  -- Null: both stay.
  kept_entry TEXT,
  change_id TEXT,
  at_ms INTEGER NOT NULL
) STRICT;
`;

const forgetting = `
-- Each wish to forget, with the certificate of how it was carried out. None of it holds what was forgotten.
CREATE TABLE forgettings (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('entry', 'session', 'source', 'word', 'redaction')),
  wished_by TEXT NOT NULL CHECK (wished_by IN ('you')),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE forgetting_certificates (
  forgetting INTEGER PRIMARY KEY REFERENCES forgettings (number),
  content BLOB NOT NULL
) STRICT;

-- Keeps what was forgotten from coming back. Keyed hashes: without the key, which lies elsewhere, nobody can tell what
-- they stand for, nor try words out.
CREATE TABLE tombstones (
  number INTEGER PRIMARY KEY,
  forgetting INTEGER NOT NULL REFERENCES forgettings (number),
  kind TEXT NOT NULL CHECK (kind IN ('session', 'turn', 'source', 'phrase', 'statement')),
  keyed_hash BLOB NOT NULL,
  -- For phrases and statements: what is needed to look for them; keyed hashes and lengths, too.
  content BLOB,
  UNIQUE (kind, keyed_hash)
) STRICT;

-- Text of one version of an entry that was blanked: the row stays, and this says when and by whose wish.
CREATE TABLE redactions (
  entry TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES memory_versions (number),
  forgetting INTEGER NOT NULL REFERENCES forgettings (number),
  PRIMARY KEY (entry, version, forgetting)
) STRICT, WITHOUT ROWID;

-- Proofs that entries lost with what was forgotten.
CREATE TABLE lost_support (
  entry TEXT NOT NULL,
  forgetting INTEGER NOT NULL REFERENCES forgettings (number),
  quotes INTEGER NOT NULL,
  PRIMARY KEY (entry, forgetting)
) STRICT, WITHOUT ROWID;
`;

const histories = [
  'change_events',
  'feedback',
  'entry_pins',
  'version_rollbacks',
  'forgettings',
  'forgetting_certificates',
  'tombstones',
  'redactions',
  'lost_support',
] as const;

export const ownersWord: Migration = {
  number: 20,
  name: 'what its owner says to memory',
  up: (db) => {
    for (const part of [decisions, versions, forgetting]) db.script(part);
    for (const table of histories) db.script(appendOnly(table));
  },
};
