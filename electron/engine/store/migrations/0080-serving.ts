// What agents were given besides their files, what they and their owner said of it, what each entry has earned, and what is
// laid out at night for the sessions to come.
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

const given = `
-- Each answer that an agent asked for. Nothing of the question is kept.
CREATE TABLE servings (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('search', 'read', 'explain', 'briefing', 'memory')),
  -- The name that the asking program gives itself.
  client TEXT NOT NULL,
  agent TEXT,
  project TEXT,
  tokens INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE serving_entries (
  serving INTEGER NOT NULL REFERENCES servings (number),
  entry TEXT NOT NULL,
  PRIMARY KEY (serving, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX serving_entries_by_entry ON serving_entries (entry, serving);

-- "This helped", "this was wrong". The newest word of the owner on an entry holds; of agents each counts.
CREATE TABLE entry_feedback (
  number INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('helped', 'wrong', 'taken-back')),
  made_by TEXT NOT NULL CHECK (made_by IN ('you', 'agent')),
  client TEXT NOT NULL,
  project TEXT,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_feedback_by_entry ON entry_feedback (entry, number);
`;

const derived = `
-- Laid out by a night, one for each project that is likely to be worked in. Made anew by any night.
CREATE TABLE briefings (
  night TEXT NOT NULL,
  project TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (night, project)
) STRICT, WITHOUT ROWID;
CREATE INDEX briefings_by_project ON briefings (project, made_at_ms);

-- What the newest night saw of each entry: shown, applied, said again. Made anew by any night.
CREATE TABLE entry_receipts (
  entry TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const serving: Migration = {
  number: 80,
  name: 'what agents are served, and what comes of it',
  up: (db) => {
    for (const part of [given, derived]) db.script(part);
    for (const table of ['servings', 'serving_entries', 'entry_feedback']) db.script(appendOnly(table));
  },
};
