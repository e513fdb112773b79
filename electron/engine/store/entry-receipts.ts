// What the newest night counted of each entry. Made anew by each night: a receipt is a count, and the log it is counted from
// stays.
import type { EntryReceipt } from '../../../shared/receipts.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import { bytes } from './rows.ts';

/** Within the transaction of the night. */
export function putEntryReceipts(db: WritableDb, receipts: readonly EntryReceipt[]): void {
  db.run(sql`DELETE FROM entry_receipts`);
  for (const receipt of receipts) {
    db.run(sql`
      INSERT INTO entry_receipts (entry, content)
      VALUES (${receipt.id}, ${pack(JSON.stringify(receipt))})`);
  }
}

export const entryReceipts = (db: ReadableDb): readonly EntryReceipt[] =>
  db.all(
    sql`
      SELECT content
      FROM entry_receipts
      ORDER BY entry`,
    (row) => JSON.parse(unpack(bytes(row, 'content'))) as EntryReceipt,
  );
