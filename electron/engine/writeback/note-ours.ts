// Tells the guard which state of a file is our own hand's, so that it knows others' from it.
import type { EpochMs } from '../../../shared/ids.ts';
import type { WritableDb } from '../store/db.ts';
import type { Sealer } from '../store/sealing.ts';
import type { Sighting } from '../store/snapshots.ts';
import { addSighting, keepContent, newestSighting } from '../store/snapshots.ts';
import { countLines } from './diff.ts';
import { readableText } from './file-text.ts';

/** What stood there before is noted too, if nobody had seen it yet. The caller holds the transaction. */
export function noteOurs(
  deps: { readonly db: WritableDb; readonly sealer: Sealer; readonly nowMs: EpochMs },
  file: Pick<Sighting, 'path' | 'agent' | 'mode' | 'apply'>,
  sides: { readonly before: Buffer | null; readonly after: Buffer | null },
): void {
  const { db, sealer, nowMs } = deps;
  const address = (bytes: Buffer | null): Sighting['address'] =>
    bytes === null ? null : keepContent(db, sealer, bytes);
  const known = newestSighting(db, file.path);
  const before = address(sides.before);
  const readable = (bytes: Buffer | null): string => (bytes === null ? '' : readableText(bytes));
  if (known === null ? before !== null : known.address !== before) {
    const lines = { linesAdded: 0, linesRemoved: 0 };
    const madeBy = known === null ? 'first-seen' : 'others';
    addSighting(db, { ...file, ...lines, apply: null, address: before, madeBy, seenAtMs: nowMs });
  }
  const lines = countLines(readable(sides.before), readable(sides.after));
  addSighting(db, {
    ...file,
    address: address(sides.after),
    madeBy: 'us',
    linesAdded: lines.added,
    linesRemoved: lines.removed,
    seenAtMs: nowMs,
  });
}
