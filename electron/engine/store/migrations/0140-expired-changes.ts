// Changes that nobody touched for so long that they went out of review by themselves.
import type { Migration } from '../migrate.ts';

const expired = `
CREATE TABLE expired_changes (
  number INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL,
  -- When the newest words that proved it were said: a night offers it again once there are newer ones.
  proof_at_ms INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX expired_changes_by_change ON expired_changes (change_id, number);
CREATE TRIGGER expired_changes_are_never_updated
BEFORE UPDATE ON expired_changes
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'expired_changes are append-only');
END;
CREATE TRIGGER expired_changes_are_never_deleted
BEFORE DELETE ON expired_changes
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'expired_changes are append-only');
END;
`;

export const expiredChanges: Migration = {
  number: 140,
  name: 'changes that expired',
  up: (db) => db.script(expired),
};
