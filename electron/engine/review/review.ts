// The morning: what is proposed is looked at, decided, and what was approved becomes one new memory version. A change
// whose ground has moved since it was proposed is not applied; it waits and says so.
import type { Failure, VersionSummary } from '../../../shared/engine.ts';
import type { ChangeId, EntryId, EpochMs, VersionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';
import { changeStates, type Change, type ReviewItem } from '../../../shared/proposal.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import { publish } from '../memory/versions.ts';
import { applyChanges } from '../proposal/apply.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { currentMemory, entryAt, versionSummary } from '../store/memory.ts';
import { pinnedEntries } from '../store/owners-word.ts';
import type { StandingChange } from '../store/proposals.ts';
import {
  decisionsOf,
  markApplied,
  markConflict,
  returnSnoozed,
  standingChanges,
} from '../store/proposals.ts';
import { expireUntouched, expiredIn, expiresAtMs } from './expire.ts';
import { findChange } from './find.ts';
import { groundOf } from './ground.ts';

/**
 * Every change that is waiting or decided but not applied: what came back first, then the newest night. With a time, what
 * was put off until then waits again.
 */
export function listReview(db: WritableDb, nowMs: EpochMs | null = null): readonly ReviewItem[] {
  if (nowMs !== null) {
    returnSnoozed(db, nowMs);
    expireUntouched(db, nowMs);
  }
  return standingChanges(db, ['waiting', 'approved', 'rejected', 'snoozed', 'duplicate']).map((standing) =>
    itemOf(db, standing),
  );
}

/** Those that went because nobody touched them, the newest first. */
export function listExpired(db: WritableDb, nowMs: EpochMs): readonly ReviewItem[] {
  expireUntouched(db, nowMs);
  return expiredIn(db, itemOf);
}

/** All that a night proposed, in whatever state. */
export const changesOfNight = (db: ReadableDb, night: string): readonly ReviewItem[] =>
  standingChanges(db, changeStates)
    .filter(({ change }) => change.nightId === night)
    .map((standing) => itemOf(db, standing));

/** By whole id or an unambiguous beginning of one, with or without `chg_`. */
export function showReview(db: ReadableDb, idOrBeginning: string): Result<ReviewItem, Failure> {
  const found = findChange(db, idOrBeginning);
  return found.ok ? ok(itemOf(db, found.value)) : found;
}

export interface Applied {
  /** Null where no memory changed: nothing was approved, or only notes. */
  readonly version: VersionSummary | null;
  readonly applied: readonly ChangeId[];
  /** Approved, but their ground has moved: they wait again, flagged. */
  readonly conflicts: readonly ChangeId[];
}

/** Publishes one memory version of all approved changes, or of some of them. */
export const applyApproved = (
  db: WritableDb,
  nowMs: EpochMs,
  only: ReadonlySet<ChangeId> | null = null,
): Result<Applied, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      // Oldest first, so that of two changes that touch one entry the earlier one goes through.
      const approved = standingChanges(db, ['approved'])
        .filter(({ change }) => only === null || only.has(change.id))
        .toSorted((a, b) => a.offer - b.offer);
      const memory = currentMemory(db);
      const { standing, conflicts } = sortOut(db, memory, approved);
      for (const change of conflicts) markConflict(db, change.id, nowMs);
      for (const change of standing) markApplied(db, change.id, nowMs);
      return ok({
        version: publishChanges(db, { memory, changes: standing, nowMs }),
        applied: standing.map((change) => change.id),
        conflicts: conflicts.map((change) => change.id),
      });
    }),
  );

function publishChanges(
  db: WritableDb,
  next: {
    readonly memory: MemoryVersion;
    readonly changes: readonly Change[];
    readonly nowMs: EpochMs;
  },
): VersionSummary | null {
  const changes = next.changes.filter((change) => change.operation !== 'note');
  if (changes.length === 0) return null;
  const nights = new Set(changes.map((change) => change.nightId));
  const [nightId] = nights;
  const version = publish(db, {
    author: changes.every((change) => decisionsOf(db, change.id).at(-1)?.by === 'auto') ? 'dream' : 'you',
    reason:
      changes.length === 1 ? 'Applied 1 approved change.' : `Applied ${changes.length} approved changes.`,
    nightId: nights.size === 1 ? (nightId ?? null) : null,
    changeIds: changes.map((change) => change.id),
    nowMs: next.nowMs,
    entries: applyChanges(next.memory.entries, changes, next.nowMs),
  });
  return versionSummary(db, version.number);
}

/** A change stands where every entry it touches is what it was when it was proposed, and no other change takes it. */
function sortOut(
  db: ReadableDb,
  memory: MemoryVersion,
  approved: readonly StandingChange[],
): { readonly standing: readonly Change[]; readonly conflicts: readonly Change[] } {
  const ground = groundOf(db, memory.entries);
  const taken = new Set<EntryId>();
  const standing: Change[] = [];
  const conflicts: Change[] = [];
  const pinned = pinnedEntries(db);
  for (const { change, base, decision } of approved) {
    const touched = touchedBy(change);
    // What its owner pinned moves by their own hand alone.
    const isHeld = decision?.by !== 'you' && touched.some((id) => pinned.has(id));
    const isFree = touched.every((id) => !taken.has(id));
    if (change.operation !== 'note' && (isHeld || !isFree || !ground.holds(change, base))) {
      conflicts.push(change);
      continue;
    }
    standing.push(change);
    for (const id of touched) taken.add(id);
  }
  return { standing, conflicts };
}

export function touchedBy(change: Change): readonly EntryId[] {
  if (change.operation === 'note') return [];
  const closed = change.closes.map(({ entryId }) => entryId);
  return change.after === null ? closed : [...new Set([...closed, change.after.id])];
}

/** What it closes, as it stood when it was proposed. */
export function itemOf(db: ReadableDb, standing: StandingChange): ReviewItem {
  const { change, state, base, decision, dreamText, isReturned } = standing;
  const before = change.closes.flatMap(({ entryId }) => entriesBefore(db, entryId, base));
  const shown = { change, state, before, decision, dreamText, expiresAtMs: expiresAtMs(standing) };
  return isReturned ? { ...shown, isReturned: true } : shown;
}

function entriesBefore(db: ReadableDb, id: EntryId, base: VersionNumber): readonly MemoryEntry[] {
  const entry = entryAt(db, id, base);
  return entry === null ? [] : [entry];
}
