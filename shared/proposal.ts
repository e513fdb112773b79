// The morning paper: changes proposed against one memory version, each with its evidence, and what was decided.
import type { RejectReason } from './decisions.ts';
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from './ids.ts';
import type { Evidence, MemoryEntry } from './memory.ts';

export const operations = ['add', 'merge', 'replace', 'retire', 'share', 'note'] as const;
/**
 * add      a new entry                         merge   several entries that say the same become one
 * replace  a newer statement closes an older    retire  an entry is closed, nothing takes its place
 * share    an entry's scope widens              note    something worth seeing; memory does not change
 */
export type Operation = (typeof operations)[number];

/**
 * Why a change wants a person's eye. A change without flags may be settled in our own record by itself.
 *
 * untrusted         it would carry words of a project's file or of an agent further than they stand
 * over-limit        the night wanted more than one night may do by itself
 * by-model          a model changed what the engine had decided
 * loses-correction  memory would no longer give the answer that a correction of its owner gave
 */
export const changeFlags = [
  'conflict',
  'contradiction',
  'quarantined',
  'weak-evidence',
  'untrusted',
  'over-limit',
  'loses-correction',
  'by-model',
] as const;
export type ChangeFlag = (typeof changeFlags)[number];

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
  /** What speaks against the entry that it retires, where no newer statement does; left out elsewhere. */
  readonly against?: { readonly text: string; readonly evidence: readonly Evidence[] };
}

/** An edit is an approval, in other words. */
export type DecisionKind = 'approved' | 'rejected' | 'snoozed' | 'duplicate';

export interface Decision {
  readonly changeId: ChangeId;
  readonly kind: DecisionKind;
  readonly atMs: EpochMs;
  readonly by: 'you' | 'auto';
  /** Why it was rejected, where its owner said so. */
  readonly reason?: RejectReason | null;
  /** For `snoozed`: when it waits again. */
  readonly untilMs?: EpochMs | null;
  /** For `duplicate`: the id of the entry or the change that says it already. */
  readonly duplicateOf?: string | null;
  /** For `approved`: its owner's words, which take the place of the dream's. */
  readonly editedText?: string | null;
}

/**
 * Where a change stands. `waiting` until decided; decided ones wait for `apply`. A snoozed one waits again by itself when
 * its time has come; one that was rolled back is offered by no night again.
 */
export const changeStates = [
  'waiting',
  'approved',
  'rejected',
  'snoozed',
  'duplicate',
  'applied',
  'rolled-back',
  'superseded',
] as const;
export type ChangeState = (typeof changeStates)[number];

export interface ReviewItem {
  /** As it would be applied: with its owner's words where they edited it. */
  readonly change: Change;
  readonly state: ChangeState;
  /** The entries it closes, with their texts, for showing before and after. */
  readonly before: readonly MemoryEntry[];
  /** The decision that holds now; null while it waits. */
  readonly decision: Decision | null;
  /** The dream's own words, kept beside the person's; null where they were not edited. */
  readonly dreamText: string | null;
  /** When it goes out of review by itself because nobody touched it; null or left out where it does not. */
  readonly expiresAtMs?: EpochMs | null;
  /** It was put off, and its time has come: it stands before the others. */
  readonly isReturned?: true;
}

export interface Proposal {
  readonly nightId: NightId;
  readonly base: VersionNumber;
  readonly changes: readonly Change[];
}
