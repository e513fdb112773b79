// The ledger of what models were asked: a row is written before a call is sent, and another when it has ended. What was
// answered is kept, so that nothing is asked, and paid for, twice.
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

const calls = `
-- Money in nano-dollars, so that sums are exact.
CREATE TABLE model_calls (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  night TEXT,
  role TEXT NOT NULL,
  model TEXT NOT NULL,
  about TEXT NOT NULL,
  -- Of all that was asked; empty where its words were forgotten.
  content_hash TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  -- Null for a call by itself.
  batch INTEGER REFERENCES model_batches (number),
  -- The most that it can cost, whatever is answered.
  reserved_tokens INTEGER NOT NULL CHECK (reserved_tokens >= 0),
  reserved_nano_usd INTEGER NOT NULL CHECK (reserved_nano_usd >= 0),
  began_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX model_calls_by_night ON model_calls (night, number);
CREATE INDEX model_calls_by_time ON model_calls (began_at_ms);
CREATE INDEX model_calls_by_hash ON model_calls (content_hash, number);
CREATE INDEX model_calls_by_batch ON model_calls (batch);

-- How a call ended. One without a row is under way, or our process ended before it: it counts with all that was reserved.
CREATE TABLE model_call_ends (
  call INTEGER PRIMARY KEY REFERENCES model_calls (number),
  outcome TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cache_write_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL,
  counted_tokens INTEGER NOT NULL,
  counted_nano_usd INTEGER NOT NULL,
  -- The server did not say what it took.
  is_reserved INTEGER NOT NULL CHECK (is_reserved IN (0, 1)),
  took_ms INTEGER NOT NULL,
  ended_at_ms INTEGER NOT NULL,
  request_id TEXT,
  detail TEXT
) STRICT;

-- Which words left the machine.
CREATE TABLE model_sent (
  call INTEGER NOT NULL REFERENCES model_calls (number),
  position INTEGER NOT NULL,
  session TEXT NOT NULL,
  turns INTEGER NOT NULL,
  sent_bytes INTEGER NOT NULL,
  masked INTEGER NOT NULL,
  PRIMARY KEY (call, position)
) STRICT, WITHOUT ROWID;

-- What was asked (as a hash) and answered. The same question is never sent again.
CREATE TABLE model_answers (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  call INTEGER NOT NULL REFERENCES model_calls (number),
  content_hash TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX model_answers_by_hash ON model_answers (content_hash, number);
CREATE INDEX model_answers_by_call ON model_answers (call);
`;

const batches = `
-- Batches that were handed in. The number is ours and is written before; the server's id comes with its answer.
CREATE TABLE model_batches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  night TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('begun', 'sent', 'ended', 'lost')),
  server_id TEXT,
  began_at_ms INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL
) STRICT;
`;

export const modelCalls: Migration = {
  number: 60,
  name: 'what models were asked, and what it cost',
  up: (db) => {
    db.script(batches);
    db.script(calls);
    for (const table of ['model_calls', 'model_call_ends', 'model_sent', 'model_answers']) {
      db.script(appendOnly(table));
    }
  },
};
