// Looks through the kept copies of agents' files, sealed ones included.
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { text } from './rows.ts';
import type { Sealer } from './sealing.ts';
import { asAddress } from './sealing.ts';
import { readContent } from './snapshots.ts';

/** How many of them hold it. One that nobody can open any more holds nothing that can be read. */
export const contentsHolding = (db: ReadableDb, sealer: Sealer, holds: (plain: Buffer) => boolean): number =>
  db
    .all(
      sql`
        SELECT address
        FROM file_contents
        WHERE forgotten_at_ms IS NULL
        ORDER BY address`,
      (row) => asAddress(text(row, 'address')),
    )
    .filter((address) => {
      const content = readContent(db, sealer, address);
      return content.ok && holds(content.value);
    }).length;
