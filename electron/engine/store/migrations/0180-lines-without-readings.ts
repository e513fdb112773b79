// What was understood of each line of a memory file was kept and never asked for: a third of the time of reading it, and
// a quarter of its room.
import type { Migration } from '../migrate.ts';

export const linesWithoutReadings: Migration = {
  number: 180,
  name: 'memory lines without readings',
  up: (db) => db.script(`ALTER TABLE memory_lines DROP COLUMN reading_json;`),
};
