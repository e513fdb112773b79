// Every state that every entry of the person's own memory ever had: what versions of single memories are made of.
import { asEntryId, asNightId, type EntryId, type EpochMs, type NightId } from '../../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { unpack } from './packing.ts';
import { bytesOrNull, integer, oneOf, text, textOrNull, timeMs, timeMsOrNull } from './rows.ts';

export interface EntryState {
  readonly id: EntryId;
  readonly version: number;
  /** Null where the entry is not in that version: an older one without it came back. */
  readonly entry: MemoryEntry | null;
  /** As it was before; null for the first state. */
  readonly before: MemoryEntry | null;
  readonly atMs: EpochMs;
  readonly author: MemoryVersion['author'];
  readonly nightId: NightId | null;
  /** Null where its words were not taken out. */
  readonly redactedAtMs: EpochMs | null;
}

const authors = ['dream', 'you', 'agent', 'import'] as const satisfies readonly MemoryVersion['author'][];

/** Oldest first. `only`: of one entry. */
export function entryStates(db: ReadableDb, only: EntryId | null = null): readonly EntryState[] {
  const newest = new Map<EntryId, MemoryEntry | null>();
  return db.all(
    sql`
      SELECT e.id, e.version, e.content, v.created_at_ms, v.author, v.night,
        (SELECT MIN(f.at_ms) FROM redactions AS r JOIN forgettings AS f ON f.number = r.forgetting
          WHERE r.entry = e.id AND r.version = e.version) AS redacted_at_ms
      FROM memory_entries AS e
      JOIN memory_versions AS v ON v.number = e.version
      WHERE ${only} IS NULL OR e.id = ${only}
      ORDER BY e.version, e.id`,
    (row) => {
      const id = asEntryId(text(row, 'id'));
      const content = bytesOrNull(row, 'content');
      const night = textOrNull(row, 'night');
      const entry = content === null ? null : (JSON.parse(unpack(content)) as MemoryEntry);
      const before = newest.get(id) ?? null;
      newest.set(id, entry);
      return {
        id,
        version: integer(row, 'version'),
        entry,
        before,
        atMs: timeMs(row, 'created_at_ms'),
        author: oneOf(row, 'author', authors),
        nightId: night === null ? null : asNightId(night),
        redactedAtMs: timeMsOrNull(row, 'redacted_at_ms'),
      };
    },
  );
}
