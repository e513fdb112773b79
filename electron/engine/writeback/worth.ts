// What a line is worth to its readers: its score, moved by what came of it since agents were given it.
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';

export interface Worth {
  /** From 0; to be compared with that of other lines only. */
  readonly value: number;
  /** For people. */
  readonly because: string;
}

// With fewer sessions that had it, nothing of it is known yet.
const loadedMin = 10;

/** Pure. `receipt` undefined: nothing was counted of it yet. */
export function worthOf(entry: Pick<MemoryEntry, 'score'>, receipt: EntryReceipt | undefined): Worth {
  // Of no score: a line that a person shared.
  const score = entry.score ?? 1;
  const by = (factor: number, because: string): Worth => ({ value: score * factor, because });
  if (receipt === undefined) return by(1, 'nothing is known of its use yet');
  const { harmed, helped, violated, applied, loaded, curve } = receipt;
  if (harmed > helped) return by(0.1, `found wrong ${harmed} times`);
  if (curve?.verdict === 'helps') return by(1.5, 'its mistake became rarer since it is served');
  if (helped > 0) return by(1.3, `said to have helped ${helped} times`);
  // A rule that is still broken is needed where it is; whether it is heard is another matter.
  if (violated > 0) return by(1.2, `still had to be said in ${violated} sessions`);
  if (applied === 0 && loaded >= loadedMin) return by(0.4, `followed in none of ${loaded} sessions`);
  if (applied !== null && applied > 0) return by(1.2, `followed in ${applied} of ${loaded} sessions`);
  return by(1, 'its use does not show');
}
