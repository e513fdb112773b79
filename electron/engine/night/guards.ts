// What stands between a night's proposal and memory besides a person: the drill, the no-harm gate, the limits.
import type { Drill, Exceeded, SessionSignals, Verdict } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { drill } from './drill.ts';
import { exceededBy, heldToLimits } from './limits.ts';
import { holdBack, newerWordsOf, questionsOf, sitExam, type Lost } from './no-harm.ts';

export interface Guards {
  readonly drill: Drill;
  readonly exceeded: readonly Exceeded[];
  readonly lost: readonly Lost[];
}

export interface Guarded {
  readonly changes: readonly Change[];
  readonly guards: Guards;
}

/** Pure. The changes as they may be offered; those that a guard holds carry its flag, and wait for a person. */
export function guard(
  changes: readonly Change[],
  known: {
    readonly entries: readonly MemoryEntry[];
    readonly sessions: readonly SessionSignals[];
    readonly verdicts: readonly Verdict[];
    readonly nowMs: EpochMs;
  },
): Guarded {
  const lost = sitExam(changes, known.entries, questionsOf(known.sessions), newerWordsOf(known.verdicts));
  const exceeded = exceededBy(changes, known.entries);
  return {
    changes: heldToLimits(holdBack(changes, lost), exceeded),
    guards: { drill: drill(known.nowMs), exceeded, lost },
  };
}

/** Where a canary got through, nothing is settled by itself: the next one may be real. */
export const maySettle = ({ drill: { failed } }: Guards): boolean => failed === 0;
