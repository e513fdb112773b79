// What a person may answer to a proposed change, and what later nights know of those answers.
import type { FilesPlan } from './agent-files.ts';
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from './ids.ts';
import type { MemoryEntry, MemoryKind, Scope } from './memory.ts';
import type { Decision, Operation } from './proposal.ts';

/**
 * wrong         it is not so, and never was       outdated     it was so once
 * too-specific  true, but not worth a line        private      nothing that agents should be told
 * never-again   and nothing that says it, either: makes a block rule
 */
export const rejectReasons = ['wrong', 'outdated', 'too-specific', 'private', 'never-again'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** One answer, as a person gives it. An edit approves the change with other words. */
export type Ruling =
  | { readonly kind: 'approved' }
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'rejected'; readonly reason?: RejectReason | null }
  /** Left out: until tomorrow. */
  | { readonly kind: 'snoozed'; readonly untilMs?: EpochMs | null }
  /** Of an entry or of another change, by its id or the beginning of one. */
  | { readonly kind: 'duplicate'; readonly of: string };

export const feedbackKinds = ['rejected', 'edited', 'duplicate', 'rolled-back'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** What a person's answer teaches. Never changed; an answer that was taken back is left out when it is read. */
export interface Feedback {
  readonly changeId: ChangeId;
  readonly kind: FeedbackKind;
  readonly reason: RejectReason | null;
  readonly operation: Operation;
  /** In the dream's words; null for a change that left no entry. */
  readonly dreamText: string | null;
  /** In the person's words, for `edited`. */
  readonly yourText: string | null;
  readonly entryId: EntryId | null;
  readonly entryKind: MemoryKind | null;
  readonly scope: Scope | null;
  readonly closes: readonly EntryId[];
  /** What it was said to be the same as, for `duplicate`. */
  readonly duplicateOf: EntryId | null;
  readonly atMs: EpochMs;
}

/** Made by "never again"; lifted with its answer or by itself. */
export interface BlockRule {
  readonly number: number;
  readonly changeId: ChangeId;
  /** What must not be proposed, in the dream's words. */
  readonly text: string;
  readonly madeAtMs: EpochMs;
}

/** All that later nights obey. */
export interface OwnersWord {
  readonly feedback: readonly Feedback[];
  readonly rules: readonly BlockRule[];
  readonly pinned: ReadonlySet<EntryId>;
}

export const noWordYet: OwnersWord = { feedback: [], rules: [], pinned: new Set() };

/** What `review undo` took back. */
export interface Undone {
  readonly changeIds: readonly ChangeId[];
  /** What was answered: "rejected as outdated". */
  readonly was: string;
}

/** What its owner threw away of a night that did not see everything. A later night may propose it again. */
export interface Discarded {
  readonly night: NightId;
  readonly changeIds: readonly ChangeId[];
  readonly atMs: EpochMs;
}

export interface RolledBack {
  /** Null where nothing could be taken back. */
  readonly version: VersionNumber | null;
  readonly takenBack: readonly ChangeId[];
  /** They stay: what they touched was changed again since. */
  readonly conflicts: readonly { readonly changeId: ChangeId; readonly because: string }[];
}

/** What taking back would do, before it is done. */
export interface TakingBack {
  readonly rolled: RolledBack;
  /** In the words of the changes themselves. */
  readonly changes: readonly { readonly changeId: ChangeId; readonly title: string }[];
  /** What would then be written into agents' files. */
  readonly files: FilesPlan;
  /** Files in which somebody changed such a line since, and that were read since: they stay as they are. */
  readonly staysIn: readonly string[];
}

/** Which part of memory's history is taken back. */
export type RollBackTarget =
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'change'; readonly id: string }
  | { readonly kind: 'night'; readonly id: string };

/** What is known of an entry besides itself. */
export interface EntryNotes {
  /** The decision by which it stands as it does; left out where no change of a night made it so. */
  readonly letIn?: {
    readonly by: Decision['by'];
    readonly atMs: EpochMs;
    /** The night that proposed it; null where its owner did. */
    readonly night: { readonly id: NightId; readonly startedAtMs: EpochMs } | null;
  };
  readonly pinnedAtMs: EpochMs | null;
  /** The dream's own words, where its owner changed them. */
  readonly dreamText: string | null;
  /** Proofs that it lost when something was forgotten. */
  readonly lostQuotes: readonly { readonly atMs: EpochMs; readonly quotes: number }[];
}

export interface MemoryAsOf {
  readonly version: VersionNumber;
  /** The moment asked for; a session's is that of its first turn. */
  readonly atMs: EpochMs;
  /** The night that made the version; null for another hand. */
  readonly nightId: NightId | null;
  readonly entries: readonly MemoryEntry[];
}

/** How one line of a conflict stands beside the others from now on, in its owner's words. */
export interface ApartSide {
  readonly entry: string;
  readonly text: string;
  readonly scope: Scope;
}

/** Lines of different files that cannot both hold, or that say the same. */
export interface MemoryConflict {
  readonly id: string;
  readonly kind: 'contradiction' | 'repetition';
  /** Why they are shown together, for people. */
  readonly because: string;
  readonly entries: readonly MemoryEntry[];
}
