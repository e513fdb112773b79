// How much one night asks of a person. Beyond it the strongest changes are proposed and all others wait: each night derives
// them anew, so that what was decided makes room for the next.
import type { Verdict } from '../../../shared/dream.ts';
import { entryId, type ChangeId } from '../../../shared/ids.ts';
import type { Change } from '../../../shared/proposal.ts';

// A morning is twelve cards in three minutes, a card every fifteen seconds: so many are two hours, more than anybody reads
// of one night. No history of 600 sessions at once came near to a third of it.
const offeredMax = 480;

export interface Offered {
  readonly changes: readonly Change[];
  /** Passed every gate, and wait for nights to come. */
  readonly postponed: readonly Change[];
}

/** The smaller goes first: what was paid for, what memory says wrongly, what is sure, what only tidies up, what is not sure. */
function rankOf({ operation, flags }: Change): number {
  if (flags.includes('by-model')) return 0;
  if (flags.includes('weak-evidence')) return 4;
  if (operation === 'merge') return 3;
  return operation === 'replace' || operation === 'retire' ? 1 : 2;
}

/** Pure. The changes as they come, the best-scored first. `decided`: its owner's word stands, so they ask for nothing. */
export function offer(
  changes: readonly Change[],
  decided: ReadonlySet<ChangeId>,
  most: number = offeredMax,
): Offered {
  const asking = changes.filter(({ id }) => !decided.has(id));
  if (asking.length <= most) return { changes, postponed: [] };
  const postponed = new Set(asking.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(most));
  return { changes: changes.filter((change) => !postponed.has(change)), postponed: [...postponed] };
}

/** For whoever asks why such a theme is not in review. */
export function toldToWait(verdicts: readonly Verdict[], postponed: readonly Change[]): readonly Verdict[] {
  if (postponed.length === 0) return verdicts;
  const waiting = new Set<string>(postponed.flatMap(({ after }) => after?.id ?? []));
  return verdicts.map((verdict) =>
    verdict.decision === 'promote' && waiting.has(entryId('dream', verdict.theme.scope, verdict.theme.text))
      ? { ...verdict, reason: 'passed every gate; it waits for a later night, as this one had stronger ones' }
      : verdict,
  );
}
