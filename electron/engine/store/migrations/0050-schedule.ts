// What a person has set, the one night that is due next, and one record for each night that was due.
import type { Migration } from '../migrate.ts';

const settings = `
-- One group of settings a row, by the name it has in shared/settings.ts. Groups that this version does not know stay.
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  set_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

const nights = `
-- The oldest night that has no record yet: the next one, or one that waits, is asked about or is being dreamt. One row,
-- so that of two processes only one can take it.
CREATE TABLE due_night (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  due_at_ms INTEGER NOT NULL,
  -- The wished time of the clock on the wall, as if it were UTC: it stays when the zone changes.
  wall_ms INTEGER NOT NULL,
  zone TEXT NOT NULL,
  -- The pattern it was computed from.
  rule TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ahead', 'due', 'late', 'asked', 'agreed', 'begun')),
  waiting_for TEXT CHECK (waiting_for IN ('power', 'idle', 'work')),
  -- Why it is late, for people.
  late_because TEXT,
  is_caught_up INTEGER NOT NULL CHECK (is_caught_up IN (0, 1)),
  attempts INTEGER NOT NULL,
  first_begun_at_ms INTEGER,
  claimed_by TEXT,
  claimed_pid INTEGER,
  claimed_host TEXT,
  claimed_at_ms INTEGER,
  -- Counts up while its holder lives. Not a time: clocks jump.
  beats INTEGER NOT NULL,
  CHECK ((state = 'begun') = (claimed_by IS NOT NULL)),
  CHECK ((claimed_by IS NULL) = (claimed_pid IS NULL)),
  CHECK ((claimed_by IS NULL) = (claimed_host IS NULL)),
  CHECK ((claimed_by IS NULL) = (claimed_at_ms IS NULL))
) STRICT;

-- Proof of sleep. A night is a time on the wall as well as a moment: neither comes twice.
CREATE TABLE scheduled_nights (
  due_at_ms INTEGER PRIMARY KEY,
  wall_ms INTEGER NOT NULL UNIQUE,
  zone TEXT NOT NULL,
  fate TEXT NOT NULL CHECK (fate IN ('ran', 'empty', 'missed', 'skipped', 'failed', 'woken')),
  because TEXT NOT NULL,
  night TEXT,
  started_at_ms INTEGER,
  ended_at_ms INTEGER NOT NULL,
  is_caught_up INTEGER NOT NULL CHECK (is_caught_up IN (0, 1))
) STRICT;
CREATE TRIGGER scheduled_nights_are_never_updated
BEFORE UPDATE ON scheduled_nights
BEGIN
  SELECT RAISE(ABORT, 'scheduled_nights are append-only');
END;
CREATE TRIGGER scheduled_nights_are_never_deleted
BEFORE DELETE ON scheduled_nights
BEGIN
  SELECT RAISE(ABORT, 'scheduled_nights are append-only');
END;
`;

export const schedule: Migration = {
  number: 50,
  name: 'settings, the due night and its records',
  up: (db) => {
    for (const part of [settings, nights]) db.script(part);
  },
};
