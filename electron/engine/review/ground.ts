// Whether an entry is still what it was when a change was proposed. What the day copied of agents' files moves lines and
// takes some out; that alone is no reason to let a decision of its owner fall: what stands in the file now is asked about
// where it would be written.
import type { EntryId, VersionNumber } from '../../../shared/ids.ts';
import { goneFromFile, type MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { sameEntry } from '../memory/versions.ts';
import type { ReadableDb } from '../store/db.ts';
import { linesOfNights, newestMemoryFile } from '../store/memory-files.ts';
import { entryAt } from '../store/memory.ts';

export interface Ground {
  /** All that the change touches is as it was when it was proposed against that version. */
  holds(change: Change, base: VersionNumber): boolean;
}

export function groundOf(db: ReadableDb, entries: readonly MemoryEntry[]): Ground {
  const now = new Map<EntryId, MemoryEntry>(entries.map((entry) => [entry.id, entry]));
  let seen: ReturnType<typeof linesOfNights> | null = null;
  // Fifty thousand lines are read only where one of them matters.
  const nights = (): ReturnType<typeof linesOfNights> => (seen ??= linesOfNights(db));
  const isGoneByDay = (entry: MemoryEntry): boolean =>
    entry.closedBecause === goneFromFile &&
    entry.places.every(
      ({ path }) => nights().get(path)?.has(entry.text) === true || newestMemoryFile(db, path)?.text === null,
    );
  const isAsItWas = (id: EntryId, base: VersionNumber): boolean => {
    const [entry, then] = [now.get(id) ?? null, entryAt(db, id, base)];
    return sameEntry(entry, then) || (entry !== null && then !== null && isSameLine(entry, then));
  };
  return {
    holds({ closes, after }, base) {
      const isClosable = ({ entryId }: Change['closes'][number]): boolean => {
        const entry = now.get(entryId);
        if (entry?.status === 'active') return isAsItWas(entryId, base);
        return entry !== undefined && entryId !== after?.id && isGoneByDay(entry);
      };
      return closes.every(isClosable) && (after === null || isAsItWas(after.id, base));
    },
  };
}

/** It stands elsewhere in its file, or counts its own line's place as evidence: it says what it said. */
const isSameLine = (entry: MemoryEntry, then: MemoryEntry): boolean =>
  entry.origin === 'file' && sameEntry({ ...entry, places: then.places, evidence: then.evidence }, then);
