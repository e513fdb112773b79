// Which weights nights score by: each time its owner adopted others or went back, one row.
import type { Migration } from '../migrate.ts';

const adopted = `
CREATE TABLE adopted_weights (
  number INTEGER PRIMARY KEY,
  -- Six numbers by name, as JSON; null: back to the usual ones.
  weights TEXT,
  -- How many decisions they were learned from.
  decisions INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TRIGGER adopted_weights_are_never_updated
BEFORE UPDATE ON adopted_weights
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'adopted_weights are append-only');
END;
CREATE TRIGGER adopted_weights_are_never_deleted
BEFORE DELETE ON adopted_weights
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN
  SELECT RAISE(ABORT, 'adopted_weights are append-only');
END;
`;

export const adoptedWeights: Migration = {
  number: 90,
  name: 'weights that were adopted',
  up: (db) => db.script(adopted),
};
