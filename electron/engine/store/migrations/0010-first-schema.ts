// The first tables. Never edited after a release: the next change is a migration of its own.
import type { Migration } from '../migrate.ts';

/** Refuses every change of a table's rows, in the schema itself. `forgetting` is the one opening. */
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

const bookkeeping = `
-- Holds its one row only while a person's wish to forget is carried out, inside that transaction.
CREATE TABLE forgetting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  since_ms INTEGER NOT NULL
) STRICT;

-- Who has the store open for writing. A row whose process is gone says that it was not closed.
CREATE TABLE openings (
  id INTEGER PRIMARY KEY,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE leases (
  kind TEXT PRIMARY KEY CHECK (kind IN ('dream', 'apply')),
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  what TEXT NOT NULL,
  taken_at_ms INTEGER NOT NULL,
  heartbeat_at_ms INTEGER NOT NULL
) STRICT;

-- Agents and kinds carry no CHECK here and below: a new agent must not need a new schema.
CREATE TABLE source_files (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  agent TEXT NOT NULL,
  kind TEXT NOT NULL,
  device TEXT NOT NULL,
  inode TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL,
  consumed_to INTEGER NOT NULL,
  head_hash BLOB NOT NULL,
  tail_hash BLOB NOT NULL,
  reader_state BLOB,
  last_read_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE skipped_lines (
  source_file INTEGER NOT NULL REFERENCES source_files (id) ON DELETE CASCADE,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  reason TEXT NOT NULL
    CHECK (reason IN ('not-json', 'glued', 'cut', 'unknown-type', 'too-long', 'wrong-shape')),
  detail TEXT NOT NULL,
  PRIMARY KEY (source_file, start_byte, end_byte)
) STRICT, WITHOUT ROWID;
`;

const transcripts = `
CREATE TABLE sessions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent TEXT NOT NULL,
  native_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('main', 'subagent', 'background')),
  parent_native_id TEXT,
  cwd TEXT,
  project TEXT,
  title TEXT,
  agent_version TEXT,
  first_at_ms INTEGER,
  last_at_ms INTEGER,
  turns INTEGER NOT NULL,
  person_turns INTEGER NOT NULL,
  tokens_in INTEGER NOT NULL,
  tokens_out INTEGER NOT NULL,
  source_path TEXT NOT NULL,
  imported_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_time ON sessions (last_at_ms, id);

-- What is long of many turns (words, spans, tool use), one line of JSON for each turn, compressed together.
-- AUTOINCREMENT: the number of a block that was forgotten is never given to another.
CREATE TABLE turn_blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  content BLOB NOT NULL
) STRICT;

-- Ids count up without gaps: the word index stores the steps between them, and small steps make it half as large.
-- Kind, origin and outcome are numbers for the same reason: turns.ts has the words for them. NULL: no outcome known.
CREATE TABLE turns (
  id INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES sessions (number),
  ordinal INTEGER NOT NULL,
  at_ms INTEGER,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
  origin INTEGER NOT NULL CHECK (origin BETWEEN 0 AND 7),
  outcome INTEGER CHECK (outcome BETWEEN 0 AND 3),
  exit_code INTEGER,
  of_person INTEGER NOT NULL CHECK (of_person IN (0, 1)),
  -- Of turn_blocks, which is written after its turns. No foreign key: that would look through all turns for each block
  -- (check.ts looks once). The same for turn_keys.turn.
  block INTEGER NOT NULL,
  block_start INTEGER NOT NULL,
  block_bytes INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX turns_by_session ON turns (session, ordinal);

-- The first 64 bits of each turn key's hash. The key itself lies with the words.
CREATE TABLE turn_keys (
  key_hash INTEGER PRIMARY KEY,
  turn INTEGER NOT NULL
) STRICT;

-- Turns that stand in several sessions (a fork copies what went before it): who holds them, and whose they are. Which
-- session was imported first must not matter, so this is decided anew for every holder; it is bookkeeping, not history.
CREATE TABLE turn_holders (
  turn INTEGER NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
  session INTEGER NOT NULL REFERENCES sessions (number),
  ordinal INTEGER NOT NULL,
  owns INTEGER NOT NULL CHECK (owns IN (0, 1)),
  PRIMARY KEY (turn, session)
) STRICT, WITHOUT ROWID;
CREATE INDEX turn_holders_by_session ON turn_holders (session, ordinal);

-- Which turns hold a word, and nothing more: with positions the index was two and a half times as large. Ranking reads
-- the turns themselves. Marks are letters (Thai, Devanagari); texts come in NFC.
CREATE VIRTUAL TABLE turn_words USING fts5 (
  words,
  content = '',
  columnsize = 0,
  detail = none,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
CREATE VIRTUAL TABLE turn_vocabulary USING fts5vocab (turn_words, row);
-- What is forgotten leaves the index at once, not at the next merge.
INSERT INTO turn_words (turn_words, rank) VALUES ('secure-delete', 1);
-- 16 MiB of new words are sorted in memory before they become a segment: an import of many files merges less.
INSERT INTO turn_words (turn_words, rank) VALUES ('hashsize', 16777216);
`;

const memoryFiles = `
-- A memory file as it was seen. A version without text says that the file was gone.
CREATE TABLE memory_file_versions (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  agent TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  modified_ms INTEGER,
  seen_at_ms INTEGER NOT NULL,
  content BLOB
) STRICT;
CREATE INDEX memory_file_versions_by_path ON memory_file_versions (path, id);

CREATE TABLE memory_lines (
  file_version INTEGER NOT NULL REFERENCES memory_file_versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  agent TEXT NOT NULL,
  heading TEXT,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  line INTEGER NOT NULL,
  line_text TEXT NOT NULL,
  scope TEXT NOT NULL,
  origin TEXT NOT NULL
    CHECK (origin IN ('person', 'agent', 'tool', 'file', 'import', 'web', 'injected', 'own')),
  at_ms INTEGER,
  reading_json TEXT NOT NULL,
  PRIMARY KEY (file_version, position)
) STRICT, WITHOUT ROWID;
`;

const nights = `
-- What Light made of a session. Made anew at any time from the turns, so it may be replaced.
CREATE TABLE session_signals (
  session INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
  engine_version INTEGER NOT NULL,
  turns_seen INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (session, engine_version)
) STRICT;

-- A night that has begun and has no receipt yet, and how far it came.
CREATE TABLE unfinished_nights (
  id TEXT PRIMARY KEY,
  started_at_ms INTEGER NOT NULL,
  now_ms INTEGER NOT NULL,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  engine_version INTEGER NOT NULL
) STRICT;
CREATE TABLE night_stages (
  night TEXT NOT NULL REFERENCES unfinished_nights (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('import', 'light', 'rem', 'deep', 'propose')),
  done_at_ms INTEGER NOT NULL,
  content BLOB,
  PRIMARY KEY (night, stage)
) STRICT;

CREATE TABLE nights (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  started_at_ms INTEGER NOT NULL,
  now_ms INTEGER NOT NULL,
  day TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'empty', 'woken', 'failed')),
  receipt BLOB NOT NULL,
  proposal BLOB NOT NULL,
  diary BLOB NOT NULL,
  verdicts BLOB NOT NULL
) STRICT;
CREATE INDEX nights_by_day ON nights (day, now_ms, number);
CREATE INDEX nights_by_time ON nights (now_ms, number);
`;

const proposals = `
-- A change as it was offered. Offered again only after it was superseded or applied.
CREATE TABLE changes (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  night TEXT NOT NULL,
  base INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX changes_by_id ON changes (id, number);

-- The newest row of a change says where it stands.
CREATE TABLE change_events (
  number INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('offered', 'approved', 'rejected', 'applied', 'superseded', 'conflict')),
  at_ms INTEGER NOT NULL,
  decided_by TEXT CHECK (decided_by IN ('you', 'auto')),
  CHECK ((kind IN ('approved', 'rejected')) = (decided_by IS NOT NULL))
) STRICT;
CREATE INDEX change_events_by_change ON change_events (change_id, number);
`;

const memory = `
CREATE TABLE memory_versions (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  parent INTEGER REFERENCES memory_versions (number),
  author TEXT NOT NULL CHECK (author IN ('dream', 'you', 'agent', 'import')),
  reason TEXT NOT NULL,
  night TEXT,
  change_ids_json TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  active INTEGER NOT NULL,
  added INTEGER NOT NULL,
  closed INTEGER NOT NULL
) STRICT;

-- Only what a version changed. An entry without content is not in the version (it was rolled back).
CREATE TABLE memory_entries (
  id TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES memory_versions (number),
  content BLOB,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX memory_entries_by_version ON memory_entries (version);
`;

const histories = [
  'turn_blocks',
  'turns',
  'turn_keys',
  'memory_file_versions',
  'memory_lines',
  'changes',
  'change_events',
  'memory_versions',
  'memory_entries',
] as const;

export const firstSchema: Migration = {
  number: 10,
  name: 'first schema',
  up: (db) => {
    for (const part of [bookkeeping, transcripts, memoryFiles, nights, proposals, memory]) db.script(part);
    for (const table of histories) db.script(appendOnly(table));
  },
};
