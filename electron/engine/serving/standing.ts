// Which entries may be served as rules: what their owner said and let in. Everything else is served as a note, with the
// reason, and a note is nothing to obey.
import type { EntryId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { ReadableDb } from '../store/db.ts';
import { decisionsOf, standingChanges } from '../store/proposals.ts';

export type Standing =
  { readonly kind: 'rule'; readonly because: string } | { readonly kind: 'note'; readonly because: string };

/** Entries that a person let in themselves, by the change that made them. */
export function seenByOwner(db: ReadableDb): ReadonlySet<EntryId> {
  const seen = new Set<EntryId>();
  for (const { change } of standingChanges(db, ['applied'])) {
    if (change.after === null) continue;
    if (decisionsOf(db, change.id).at(-1)?.by === 'you') seen.add(change.after.id);
  }
  return seen;
}

const note = (because: string): Standing => ({ kind: 'note', because });

/** Pure. */
export function standingOf(entry: MemoryEntry, seen: ReadonlySet<EntryId>): Standing {
  if (entry.status === 'closed') return note(`no longer so: ${entry.closedBecause ?? 'it was closed'}`);
  switch (entry.taint) {
    case 'person':
      break;
    case 'tool':
      break;
    case 'agent':
      return note('an agent’s own words, not the person’s');
    case 'file':
      return note('stands in a file of the project');
    case 'import':
    case 'web':
    case 'injected':
    case 'own':
      return note('from elsewhere, not from the person');
  }
  // A line that the person keeps in a file of their own is there because they want it there.
  if (entry.origin === 'file') return { kind: 'rule', because: 'the person’s own file' };
  if (!seen.has(entry.id)) return note('not yet looked at by the person');
  return {
    kind: 'rule',
    because: entry.taint === 'tool' ? 'seen in what tools did, approved by the person' : 'said by the person',
  };
}
