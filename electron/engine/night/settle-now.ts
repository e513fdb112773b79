// Takes what memory files say into our own record outside of a night: after an import.
import type { EpochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { publish } from '../memory/versions.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { currentMemoryLines } from '../store/memory-files.ts';
import { currentMemory } from '../store/memory.ts';
import type { MemoryVersion } from '../../../shared/memory.ts';
import { settleFileMemory } from './file-memory.ts';

/** The memory as it stands once every line of every memory file is in it. A new version only where something moved. */
export function settleNow(db: WritableDb, nowMs: EpochMs): MemoryVersion {
  const settled = inTransaction<MemoryVersion, never>(db, () => {
    const before = currentMemory(db);
    const { entries, appeared, gone } = settleFileMemory(before.entries, currentMemoryLines(db), nowMs);
    const moved = appeared > 0 || entries.some((entry, i) => entry !== before.entries[i]);
    if (!moved) return ok(before);
    const reason = `Memory files: ${appeared} lines appeared, ${gone} are gone.`;
    return ok(publish(db, { author: 'import', reason, nightId: null, changeIds: [], nowMs, entries }));
  });
  return settled.ok ? settled.value : settled.error;
}
