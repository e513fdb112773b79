// Memory stores that programs made through the Dreams API: documents under paths, and every state that each ever had.
import type { Migration } from '../migrate.ts';

// That two memories of a store never have one path is held where paths are checked (memory-stores/paths.ts), and not by an
// index: forgetting a word may make two of them alike.
const stores = `
CREATE TABLE api_stores (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  metadata_json TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  archived_at_ms INTEGER,
  -- Its row stays, without words.
  deleted_at_ms INTEGER
) STRICT;

-- What stands in a store now; its content is that of its newest version.
CREATE TABLE api_memories (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  store INTEGER NOT NULL REFERENCES api_stores (number),
  path TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX api_memories_by_path ON api_memories (store, path);

CREATE TABLE api_memory_versions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  store INTEGER NOT NULL REFERENCES api_stores (number),
  memory TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('created', 'modified', 'deleted')),
  -- Both are null once it was redacted; the content of a deletion is null from the first.
  path TEXT,
  content BLOB,
  created_at_ms INTEGER NOT NULL,
  made_by TEXT NOT NULL CHECK (made_by IN ('api', 'session', 'user')),
  maker TEXT NOT NULL,
  redacted_at_ms INTEGER,
  redacted_by TEXT
) STRICT;
CREATE INDEX api_memory_versions_by_memory ON api_memory_versions (memory, number);
CREATE INDEX api_memory_versions_by_store ON api_memory_versions (store, number);

-- Redacting takes the words out and leaves who and when; nothing else may change a version.
CREATE TRIGGER api_memory_versions_are_never_updated
BEFORE UPDATE ON api_memory_versions
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
  AND NOT (OLD.redacted_at_ms IS NULL AND NEW.redacted_at_ms IS NOT NULL
    AND NEW.path IS NULL AND NEW.content IS NULL AND NEW.id = OLD.id AND NEW.store = OLD.store
    AND NEW.memory = OLD.memory AND NEW.operation = OLD.operation AND NEW.created_at_ms = OLD.created_at_ms
    AND NEW.made_by = OLD.made_by AND NEW.maker = OLD.maker)
BEGIN
  SELECT RAISE(ABORT, 'api_memory_versions are append-only');
END;
CREATE TRIGGER api_memory_versions_are_never_deleted
BEFORE DELETE ON api_memory_versions
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'api_memory_versions are append-only');
END;
`;

export const apiStores: Migration = {
  number: 100,
  name: 'memory stores of the Dreams API',
  up: (db) => db.script(stores),
};
