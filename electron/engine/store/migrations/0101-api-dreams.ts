// Dreams that programs asked for, and what happened in each, as its event stream told it.
import type { Migration } from '../migrate.ts';

const dreams = `
CREATE TABLE api_dreams (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  -- The store that it reads: one of api_stores, or the person's own memory.
  store_id TEXT NOT NULL,
  -- The agents' own ids, as they were given, sorted.
  session_ids_json TEXT NOT NULL,
  model_json TEXT NOT NULL,
  instructions TEXT,
  is_in_place INTEGER NOT NULL CHECK (is_in_place IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'completed', 'failed', 'canceled')),
  -- Not stopped yet, or not fully: it may still write.
  is_at_work INTEGER NOT NULL CHECK (is_at_work IN (0, 1)),
  output_id TEXT,
  session_id TEXT,
  night TEXT,
  error_type TEXT,
  error_message TEXT,
  created_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  archived_at_ms INTEGER
) STRICT;
CREATE INDEX api_dreams_at_work ON api_dreams (number) WHERE is_at_work = 1;
CREATE INDEX api_dreams_by_session ON api_dreams (session_id);

CREATE TABLE api_dream_events (
  dream INTEGER NOT NULL REFERENCES api_dreams (number),
  number INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (dream, number)
) STRICT, WITHOUT ROWID;
`;

export const apiDreams: Migration = {
  number: 101,
  name: 'dreams of the Dreams API',
  up: (db) => db.script(dreams),
};
