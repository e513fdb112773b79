// The morning paper: changes proposed against one memory version, each with its evidence, and what was decided.
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from './ids.ts';
import type { MemoryEntry } from './memory.ts';

export const operations = ['add', 'merge', 'replace', 'retire', 'share', 'note'] as const;
/**
 * add      a new entry                         merge   several entries that say the same become one
 * replace  a newer statement closes an older    retire  an entry is closed, nothing takes its place
 * share    an entry's scope widens              note    something worth seeing; memory does not change
 */
export type Operation = (typeof operations)[number];

/** Why a change wants a person's eye. A change without flags may be settled in our own record by itself. */
export type ChangeFlag = 'conflict' | 'contradiction' | 'quarantined' | 'weak-evidence';

export interface Change {
  readonly id: ChangeId;
  readonly nightId: NightId;
  readonly operation: Operation;
  /** One sentence for people: what would change and why. */
  readonly title: string;
  readonly why: string;
  /** The entry as it would stand; null for `retire`, which leaves none. */
  readonly after: MemoryEntry | null;
  /** The active entries that it closes, as they stood in the version that it was made against. */
  readonly closes: readonly { readonly entryId: EntryId; readonly because: string }[];
  readonly flags: readonly ChangeFlag[];
}

export type DecisionKind = 'approved' | 'rejected';

export interface Decision {
  readonly changeId: ChangeId;
  readonly kind: DecisionKind;
  readonly atMs: EpochMs;
  readonly by: 'you' | 'auto';
}

/** Where a change stands. `waiting` until decided; decided ones wait for `apply`. */
export type ChangeState = 'waiting' | 'approved' | 'rejected' | 'applied' | 'superseded';

export interface ReviewItem {
  readonly change: Change;
  readonly state: ChangeState;
  /** The entries it closes, with their texts, for showing before and after. */
  readonly before: readonly MemoryEntry[];
}

export interface Proposal {
  readonly nightId: NightId;
  readonly base: VersionNumber;
  readonly changes: readonly Change[];
}
