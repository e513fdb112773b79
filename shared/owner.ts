// What a memory's owner may ask of the engine beyond looking: decide, take back, pin, settle, forget, and carry away.
import type { BackupReport, DeletedAll, RestoreReport, StorageReport, VerifyReport } from './carry.ts';
import type {
  ApartSide,
  BlockRule,
  Discarded,
  EntryNotes,
  MemoryAsOf,
  MemoryConflict,
  RollBackTarget,
  RolledBack,
  Ruling,
  Undone,
} from './decisions.ts';
import type { Failure } from './engine.ts';
import type { ForgetCertificate, ForgetPreview, ForgetTarget } from './forgetting.ts';
import type { ChangeId, EntryId, EpochMs } from './ids.ts';
import type { MarkedNotSecret, MaskDecision, MaskLook, MaskPlace, NotSecret } from './masked.ts';
import type { MemoryEntry } from './memory.ts';
import type { ReviewItem } from './proposal.ts';
import type {
  BlastRadius,
  QuarantineItem,
  SourceTrust,
  Trust,
  TrustEffect,
  TrustWindow,
} from './quarantine.ts';
import type { Result } from './result.ts';

type Answer<T> = Promise<Result<T, Failure>>;

export interface SettledConflict {
  readonly conflict: MemoryConflict;
  /** Null: all of its lines stay. */
  readonly kept: MemoryEntry | null;
  readonly closed: readonly MemoryEntry[];
  readonly changeId: ChangeId | null;
}

export interface OwnersAnswers {
  /** What gave orders in somebody else's voice, whatever its owner said to it. Each question by id or a beginning of it. */
  quarantine(): Answer<readonly QuarantineItem[]>;
  quarantineShow(id: string): Answer<QuarantineItem>;
  quarantineDismiss(id: string): Answer<QuarantineItem>;
  /** Nothing of where it came from becomes memory any more. */
  quarantineBlock(id: string): Answer<QuarantineItem>;
  /** Into review, flagged; `confirm` repeats what the finding names. */
  quarantineRelease(id: string, confirm: string): Answer<QuarantineItem>;
  /** All that descends from it, and every file that it reached. Purging is forgetting it. */
  blast(target: BlastRadius['target']): Answer<BlastRadius>;
  /** Places that are believed otherwise than by their kind. */
  sourceTrust(): Answer<readonly SourceTrust[]>;
  /** `window`: then only; null or left out for at all times. `owner` lifts what was set for that window. */
  setSourceTrust(place: string, trust: Trust, window?: TrustWindow | null): Answer<readonly SourceTrust[]>;
  /** What believing nothing of it would change; asking changes nothing. */
  trustEffect(place: string, window: TrustWindow): Answer<TrustEffect>;
  /** All of them or none; each by its id or an unambiguous beginning of one. Staged until it is applied. */
  reviewRule(ids: readonly string[], ruling: Ruling): Answer<readonly ReviewItem[]>;
  /** Takes back the last decision; called again, the one before it. */
  reviewUndo(): Answer<Undone>;
  /** All that still waits of a night that did not see everything; null: of the newest. Taken back by `reviewUndo`. */
  reviewDiscard(night: string | null): Answer<Discarded>;
  /** What can still be taken back of that; null for nothing. */
  reviewDiscarded(): Answer<Discarded | null>;
  /** Changes that went because nobody touched them, the newest first. */
  reviewExpired(): Answer<readonly ReviewItem[]>;
  /** One of them waits again; gives those that are left. */
  reviewBringBack(id: string): Answer<readonly ReviewItem[]>;
  blockRules(): Answer<readonly BlockRule[]>;
  /** Gives those that are left. */
  liftRule(number: number): Answer<readonly BlockRule[]>;
  memoryPin(id: string, pinned: boolean): Answer<MemoryEntry>;
  pinnedEntries(): Answer<readonly EntryId[]>;
  memoryNotes(id: string): Answer<EntryNotes>;
  /** At a moment, or when the first turn of a session was said. */
  memoryAsOf(moment: { readonly atMs: EpochMs } | { readonly session: string }): Answer<MemoryAsOf>;
  memoryTakeBack(target: RollBackTarget): Answer<RolledBack>;
  conflicts(): Answer<readonly MemoryConflict[]>;
  /** `keep`: the entry that stays; null for all of them. */
  /** All lines stay, each in words and a scope of its own: changes that are approved and wait for apply. */
  keepApart(id: string, sides: readonly ApartSide[]): Answer<readonly ReviewItem[]>;
  /** Of a change that would replace lines: they stay beside what it says. Approved and undone in one go. */
  keepBoth(change: string, sides: readonly ApartSide[]): Answer<readonly ReviewItem[]>;
  settleConflict(id: string, keep: string | null): Answer<SettledConflict>;
  /** What it would take along. Changes nothing. */
  forgetPreview(target: ForgetTarget): Answer<ForgetPreview>;
  forget(target: ForgetTarget): Answer<ForgetCertificate>;
  redact(version: number, entry: string): Answer<ForgetCertificate>;
  /** Newest first. */
  notSecrets(): Answer<readonly NotSecret[]>;
  /** Reads the turn in its file again. Changes nothing. */
  lookAtMask(place: MaskPlace): Answer<MaskLook>;
  /** From the next reading on that very value is left; what was read stays as it is. */
  markNotSecret(decision: MaskDecision): Answer<MarkedNotSecret>;
  /** A secret again, from the next reading on. */
  markSecret(number: number): Answer<readonly NotSecret[]>;
  /** Oldest first. */
  forgetCertificates(): Answer<readonly ForgetCertificate[]>;
  /** Absolute paths. */
  backup(file: string, options: { readonly replace: boolean }): Answer<BackupReport>;
  restore(file: string, options: { readonly replace: boolean }): Answer<RestoreReport>;
  /** Reads a backup as restoring would; changes nothing. */
  verifyBackup(file: string): Answer<VerifyReport>;
  storage(): Answer<StorageReport>;
  /** The store, its copies, backups made before a restore, and our keys. `confirm`: `deleteAllWords` of carry.ts. */
  deleteAll(confirm: string): Answer<DeletedAll>;
}
