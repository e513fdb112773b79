// A batch is fetched by whoever starts next, perhaps without the night that asked: so it says where it went, and each thing
// that was asked in it keeps the name under which it was sent.
import type { Migration } from '../migrate.ts';

export const modelBatches: Migration = {
  number: 110,
  name: 'batches that outlive the night that asked',
  up: (db) =>
    db.script(`
ALTER TABLE model_batches ADD COLUMN address TEXT;
ALTER TABLE model_questions ADD COLUMN item_name TEXT;
`),
};
