// What was said of lines and blocks that somebody changed meanwhile, kept until Apply: a page that is closed forgets nothing.
import type { Migration } from '../migrate.ts';

const choices = `
CREATE TABLE file_choices (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  -- Sorted; empty for a block of ours.
  change_ids_json TEXT NOT NULL,
  -- asked: what was said before is taken back, or was carried out
  whose TEXT NOT NULL CHECK (whose IN ('mine', 'ours', 'asked')),
  -- What stood there when it was said, as it was shown.
  seen TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX file_choices_by_question ON file_choices (path, change_ids_json, number);
CREATE TRIGGER file_choices_are_never_updated
BEFORE UPDATE ON file_choices
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'file_choices are append-only');
END;
CREATE TRIGGER file_choices_are_never_deleted
BEFORE DELETE ON file_choices
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'file_choices are append-only');
END;
`;

export const fileChoices: Migration = {
  number: 200,
  name: 'what was said of changed lines',
  up: (db) => db.script(choices),
};
