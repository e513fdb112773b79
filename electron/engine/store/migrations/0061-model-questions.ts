// One call may ask several things at once; each is known by a hash of its own, so that none is asked a second time.
import type { Migration } from '../migrate.ts';

export const modelQuestions: Migration = {
  number: 61,
  name: 'what each call to a model asked',
  up: (db) =>
    db.script(`
CREATE TABLE model_questions (
  call INTEGER NOT NULL REFERENCES model_calls (number),
  position INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  -- The words that it is about, for a wish to forget: with them the hash goes.
  about TEXT NOT NULL,
  PRIMARY KEY (call, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX model_questions_by_hash ON model_questions (content_hash);
CREATE TRIGGER model_questions_are_never_updated
BEFORE UPDATE ON model_questions
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'model_questions are append-only');
END;
CREATE TRIGGER model_questions_are_never_deleted
BEFORE DELETE ON model_questions
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'model_questions are append-only');
END;
`),
};
