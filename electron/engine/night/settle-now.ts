// Takes what memory files say into our own record outside of a night: after an import.
import type { MemoryLine } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { addVersion } from '../memory/versions.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { currentMemoryLines } from '../store/memory-files.ts';
import { currentMemory } from '../store/memory.ts';
import { distrusted } from '../store/quarantine.ts';
import { pinnedEntries } from '../store/owners-word.ts';
import type { MemoryVersion } from '../../../shared/memory.ts';
import { settleFileMemory } from './file-memory.ts';

/** The memory as it stands once every line of every memory file is in it. A new version only where something moved. */
export function settleNow(db: WritableDb, nowMs: EpochMs): MemoryVersion {
  const settled = inTransaction<MemoryVersion, never>(db, () => {
    settle(db, nowMs);
    // Read when all that led to it is let go of: fifty thousand lines, thrice, are most of what a night may hold.
    return ok(currentMemory(db));
  });
  return settled.ok ? settled.value : settled.error;
}

function settle(db: WritableDb, nowMs: EpochMs): void {
  const before = currentMemory(db);
  const nobody = distrusted(db);
  const isBelieved = ({ place }: MemoryLine): boolean => !nobody.has(place.path) && !nobody.has(place.agent);
  const lines = currentMemoryLines(db).filter(isBelieved);
  const settled = settleFileMemory(before.entries, lines, nowMs, pinnedEntries(db));
  const { entries, appeared, gone } = settled;
  const moved = appeared > 0 || entries.some((entry, i) => entry !== before.entries[i]);
  if (!moved) return;
  // What was there when memory began was imported, whoever wrote it.
  const author = settled.isByAgents && before.number > 0 ? 'agent' : 'import';
  const reason = `Memory files: ${appeared} lines appeared, ${gone} are gone.`;
  addVersion(db, { author, reason, nightId: null, changeIds: [], nowMs, entries });
}
