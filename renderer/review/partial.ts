// A night that did not see everything: it was woken, or its model stopped at a limit. Pure.
import type { Receipt } from '../../shared/dream.ts';

export type PartialBy = 'woken' | 'budget';

/** Null for a night that saw everything. */
export function partialOf({ outcome, mind }: Pick<Receipt, 'outcome' | 'mind'>): PartialBy | null {
  if (outcome === 'woken') return 'woken';
  return mind?.state === 'budget' && outcome !== 'failed' ? 'budget' : null;
}
