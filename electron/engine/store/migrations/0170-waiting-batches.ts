// A batch may outlive its night by a day: what the server said of it last, whether its owner still waits for it, and which
// night made something of its answers. A night that asks a model says how it was wished, so that it can be gone on with.
import type { Migration } from '../migrate.ts';

export const waitingBatches: Migration = {
  number: 170,
  name: 'batches that are waited for, and nights that go on with them',
  up: (db) =>
    db.script(`
-- Null where the server did not say.
ALTER TABLE model_batches ADD COLUMN expires_at_ms INTEGER;
ALTER TABLE model_batches ADD COLUMN done_calls INTEGER;
ALTER TABLE model_batches ADD COLUMN looked_at_ms INTEGER;
-- What stood in the way of the last look.
ALTER TABLE model_batches ADD COLUMN trouble TEXT;
-- Its owner waits no longer.
ALTER TABLE model_batches ADD COLUMN stopped_at_ms INTEGER;
-- The night that used its answers, and how often one began to.
ALTER TABLE model_batches ADD COLUMN taken_up_night TEXT;
ALTER TABLE model_batches ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
UPDATE model_batches SET taken_up_night = night WHERE state IN ('ended', 'lost');

CREATE INDEX model_batches_open ON model_batches (number) WHERE state IN ('begun', 'sent');

CREATE TABLE model_nights (
  night TEXT PRIMARY KEY,
  -- The night whose batch it goes on with; null for one that begins.
  goes_on_night TEXT,
  mode TEXT NOT NULL,
  reader TEXT NOT NULL,
  consolidator TEXT NOT NULL,
  grader TEXT NOT NULL,
  -- Null: the cap that is set.
  nano_usd_max INTEGER,
  instructions TEXT,
  sessions_max INTEGER,
  since_ms INTEGER
) STRICT;
`),
};
