// What a change means: the one definition of how entries come out of entries and changes. Nothing is ever taken out: what
// ends is closed and says why.
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { goneFromFile, type MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { assert, assertNever } from '../../../shared/result.ts';

/** Pure. Gives the entries sorted by id; changes that touch different entries may come in any order. */
export function applyChanges(
  entries: readonly MemoryEntry[],
  changes: readonly Change[],
  nowMs: EpochMs,
): readonly MemoryEntry[] {
  const next = new Map<EntryId, MemoryEntry>(entries.map((entry) => [entry.id, entry]));
  assert(next.size === entries.length, 'every entry stands once');
  for (const change of changes) applyChange(next, change, nowMs);
  return [...next.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function applyChange(next: Map<EntryId, MemoryEntry>, change: Change, nowMs: EpochMs): void {
  switch (change.operation) {
    case 'note':
      return;
    case 'retire':
      assert(change.after === null, `${change.id} retires and leaves nothing`);
      closeEntries(next, change, nowMs);
      return;
    case 'add':
    case 'merge':
    case 'replace':
    case 'share':
      assert(change.after !== null, `${change.id} (${change.operation}) says what comes after`);
      closeEntries(next, change, nowMs);
      // An entry may come after itself (a wider scope, more evidence): then it is not closed.
      next.set(change.after.id, change.after);
      return;
    default:
      assertNever(change.operation);
  }
}

function closeEntries(next: Map<EntryId, MemoryEntry>, change: Change, nowMs: EpochMs): void {
  for (const { entryId, because } of change.closes) {
    const entry = next.get(entryId);
    assert(entry !== undefined, `${change.id} closes ${entryId}, which is not there`);
    // Closed before: that stays the reason and the time. A line that is only gone would speak again if it came back.
    if (entry.status === 'closed' && entry.closedBecause !== goneFromFile) continue;
    next.set(entryId, closed(entry, change, { because, nowMs }));
  }
}

function closed(
  entry: MemoryEntry,
  change: Change,
  how: { readonly because: string; readonly nowMs: EpochMs },
): MemoryEntry {
  // What is replaced was true until the newer statement was. A merge only says the same in one place.
  const endedMs = change.operation === 'replace' ? (change.after?.validity.trueFromMs ?? null) : null;
  return {
    ...entry,
    status: 'closed',
    closedBecause: how.because,
    validity: {
      ...entry.validity,
      trueUntilMs: entry.validity.trueUntilMs ?? endedMs,
      retiredAtMs: how.nowMs,
    },
  };
}
