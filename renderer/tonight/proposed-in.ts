// How many changes a night proposed, of all kinds.
import type { Receipt } from '../../shared/dream.ts';

export const proposedIn = (receipt: Receipt): number =>
  Object.values(receipt.proposed).reduce((sum, n) => sum + n, 0);
