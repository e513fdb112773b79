// The two ways to add a memory version: publish what comes next, or roll back to what was. Nothing old is changed; a
// rollback is a new version equal to an older one, so it can be rolled back itself.
import type { MemoryDiff, VersionSummary, Failure } from '../../../shared/engine.ts';
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from '../../../shared/ids.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import type { EntryChange } from '../store/memory.ts';
import {
  appendVersion,
  currentMemory,
  memoryAt,
  versionSummaries,
  versionSummariesOf,
} from '../store/memory.ts';

export interface Publication {
  readonly author: MemoryVersion['author'];
  readonly reason: string;
  readonly nightId: NightId | null;
  readonly changeIds: readonly ChangeId[];
  readonly nowMs: EpochMs;
  /** All entries of the next version, those that did not change too. Their order does not matter. */
  readonly entries: readonly MemoryEntry[];
}

/** Adds the next version, even where it equals the one before. The caller holds the transaction. */
export function publish(db: WritableDb, publication: Publication): MemoryVersion {
  addVersion(db, publication);
  return currentMemory(db);
}

/** As `publish`, for whoever reads the new version when what it was made of is let go of. */
export function addVersion(db: WritableDb, publication: Publication): void {
  const before = currentMemory(db);
  const next = entriesById(publication.entries);
  assert(next.size === publication.entries.length, 'every entry stands once in a version');
  const diff = diffEntries(before.entries, publication.entries);
  const head = {
    number: versionNumber(before.number + 1),
    parent: before.number === 0 ? null : before.number,
    author: publication.author,
    reason: publication.reason,
    nightId: publication.nightId,
    changeIds: publication.changeIds,
    createdAtMs: publication.nowMs,
    active: publication.entries.filter((entry) => entry.status === 'active').length,
    added: diff.added.length,
    closed: diff.closed.length,
  };
  appendVersion(db, head, changedEntries(before.entries, next));
}

/** Adds a version equal to an older one. 0 is the empty memory before the first. */
export function rollBack(db: WritableDb, to: VersionNumber, nowMs: EpochMs): Result<MemoryVersion, Failure> {
  const older = memoryAt(db, to);
  if (older === null) return err(noVersion(to));
  return ok(
    publish(db, {
      author: 'you',
      reason: `Rolled back to version ${to}.`,
      nightId: null,
      changeIds: [],
      nowMs,
      entries: older.entries,
    }),
  );
}

export function diffVersions(
  db: ReadableDb,
  span: { readonly from: VersionNumber; readonly to: VersionNumber },
): Result<MemoryDiff, Failure> {
  const from = memoryAt(db, span.from);
  if (from === null) return err(noVersion(span.from));
  const to = memoryAt(db, span.to);
  if (to === null) return err(noVersion(span.to));
  return ok({ ...span, ...diffEntries(from.entries, to.entries) });
}

/** All versions, or those that changed one entry; newest first. */
export const history = (db: ReadableDb, entry: EntryId | null): readonly VersionSummary[] =>
  entry === null ? versionSummaries(db) : versionSummariesOf(db, entry);

/** Entries are plain values whose keys come in one order when they are read back, but not when they are made. */
export const sameEntry = (a: MemoryEntry | null, b: MemoryEntry | null): boolean =>
  a === b || (a !== null && b !== null && canonical(a) === canonical(b));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join()}}`;
}

const entriesById = (entries: readonly MemoryEntry[]): ReadonlyMap<EntryId, MemoryEntry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

function changedEntries(
  before: readonly MemoryEntry[],
  next: ReadonlyMap<EntryId, MemoryEntry>,
): readonly EntryChange[] {
  const earlier = entriesById(before);
  const written = [...next.values()].filter((entry) => !sameEntry(entry, earlier.get(entry.id) ?? null));
  const gone = before.filter((entry) => !next.has(entry.id));
  return [
    ...written.map((entry) => ({ id: entry.id, entry })),
    ...gone.map((entry) => ({ id: entry.id, entry: null })),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a person sees of the way from one list to the other: a closed entry counts as one that is not there. */
function diffEntries(
  from: readonly MemoryEntry[],
  to: readonly MemoryEntry[],
): Pick<MemoryDiff, 'added' | 'closed' | 'changed'> {
  const active = (entry: MemoryEntry | undefined): entry is MemoryEntry => entry?.status === 'active';
  const [before, after] = [entriesById(from), entriesById(to)];
  return {
    added: to.filter((entry) => active(entry) && !active(before.get(entry.id))),
    closed: from
      .filter((entry) => active(entry) && !active(after.get(entry.id)))
      // As it stands now, with the reason it was closed for; as it was, where it is gone altogether.
      .map((entry) => after.get(entry.id) ?? entry),
    changed: from.flatMap((entry) => {
      const now = after.get(entry.id);
      return active(entry) && active(now) && !sameEntry(entry, now) ? [{ before: entry, after: now }] : [];
    }),
  };
}

const noVersion = (number: VersionNumber): Failure => ({
  kind: 'not-found',
  happened: `There is no memory version ${number}.`,
  safe: 'Nothing was changed.',
  todo: 'See the versions with "memory history".',
});
