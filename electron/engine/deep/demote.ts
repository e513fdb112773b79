// Demotes by what an entry has earned: one that was found wrong, or is carried for nothing, is proposed to be retired. It
// always waits for a person's eye; forgetting is earned here, never guessed from age.
import type { EntryId } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';

export interface Demotion {
  readonly entryId: EntryId;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

// One agent may be wrong, or be told to say so by a page; two times, or the owner's own word, are a reason to ask.
const harmedMin = 2;
// Carried so often without its subject coming up once; two months of everyday work.
const loadedMin = 40;

/** Pure. The costliest first. */
export function demotionsOf(
  entries: readonly MemoryEntry[],
  receipts: readonly EntryReceipt[],
  pinned: ReadonlySet<EntryId>,
): readonly Demotion[] {
  const active = new Map(entries.filter((one) => one.status === 'active').map((one) => [one.id, one]));
  return receipts
    .toSorted((a, b) => b.rentTokens - a.rentTokens || (a.id < b.id ? -1 : 1))
    .flatMap((receipt): readonly Demotion[] => {
      const entry = active.get(receipt.id);
      if (entry === undefined || pinned.has(entry.id)) return [];
      const because = harmOf(receipt) ?? idleness(entry, receipt);
      return because === null ? [] : [{ entryId: entry.id, because, evidence: quotesFor(entry, receipt) }];
    });
}

const times = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

function harmOf({ isCalledWrong, harmed, helped }: EntryReceipt): string | null {
  if (isCalledWrong) return 'you said that it is wrong';
  // What helped as often as it harmed is a matter of where it is served, not of whether.
  if (harmed < harmedMin || harmed <= helped) return null;
  return `found wrong ${times(harmed, 'time')} and helpful ${times(helped, 'time')}`;
}

/** A line of a person's own file is theirs to keep, however idle. */
function idleness(entry: MemoryEntry, receipt: EntryReceipt): string | null {
  const { loaded, applied, handedOut, violated, rentTokens } = receipt;
  if (entry.origin !== 'dream' || applied !== 0) return null;
  if (loaded < loadedMin || handedOut > 0 || violated > 0) return null;
  return `loaded in ${times(loaded, 'session')} and used in none of them, at ${rentTokens} tokens a month`;
}

/** No quote, no change: what spoke against it, or else the words that it was once made from. */
const quotesFor = (entry: MemoryEntry, receipt: EntryReceipt): readonly Evidence[] =>
  receipt.harmed > 0 && receipt.evidence.length > 0 ? receipt.evidence : entry.evidence;
