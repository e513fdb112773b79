// The morning: what is proposed is looked at, decided, and what was approved becomes one new memory version. A change
// whose ground has moved since it was proposed is not applied; it waits and says so.
import type { Failure, VersionSummary } from '../../../shared/engine.ts';
import type { ChangeId, EntryId, EpochMs, VersionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';
import type { Change, ChangeState, Decision, DecisionKind, ReviewItem } from '../../../shared/proposal.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { publish, sameEntry } from '../memory/versions.ts';
import { applyChanges } from '../proposal/apply.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { currentMemory, entryAt, versionSummary } from '../store/memory.ts';
import type { StandingChange } from '../store/proposals.ts';
import {
  changeById,
  changeIdsFrom,
  decisionsOf,
  markApplied,
  markConflict,
  standingChanges,
  writeDecision,
} from '../store/proposals.ts';

/** Every change that is waiting or decided but not applied, newest night first. */
export const listReview = (db: ReadableDb): readonly ReviewItem[] =>
  standingChanges(db, ['waiting', 'approved', 'rejected']).map((standing) => itemOf(db, standing));

/** By whole id or an unambiguous beginning of one, with or without `chg_`. */
export function showReview(db: ReadableDb, idOrBeginning: string): Result<ReviewItem, Failure> {
  const found = findChange(db, idOrBeginning);
  return found.ok ? ok(itemOf(db, found.value)) : found;
}

export interface Decided {
  readonly kind: DecisionKind;
  readonly by: Decision['by'];
  readonly nowMs: EpochMs;
}

/** All of them or none. A decision may be changed until it is applied. */
export const decide = (
  db: WritableDb,
  ids: readonly string[],
  decided: Decided,
): Result<readonly ReviewItem[], Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      const items: ReviewItem[] = [];
      for (const id of ids) {
        const found = findChange(db, id);
        if (!found.ok) return found;
        const { change, state } = found.value;
        if (state === 'applied' || state === 'superseded') return err(tooLate(change.id, state));
        if (state !== decided.kind) {
          writeDecision(db, { changeId: change.id, kind: decided.kind, atMs: decided.nowMs, by: decided.by });
        }
        const standing = changeById(db, change.id);
        assert(standing !== null, `${change.id} was just decided`);
        items.push(itemOf(db, standing));
      }
      return ok(items);
    }),
  );

export interface Applied {
  /** Null where no memory changed: nothing was approved, or only notes. */
  readonly version: VersionSummary | null;
  readonly applied: readonly ChangeId[];
  /** Approved, but their ground has moved: they wait again, flagged. */
  readonly conflicts: readonly ChangeId[];
}

/** Publishes one memory version of all approved changes. */
export const applyApproved = (db: WritableDb, nowMs: EpochMs): Result<Applied, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      // Oldest first, so that of two changes that touch one entry the earlier one goes through.
      const approved = standingChanges(db, ['approved']).toSorted((a, b) => a.offer - b.offer);
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
  const now = new Map<EntryId, MemoryEntry>(memory.entries.map((entry) => [entry.id, entry]));
  const taken = new Set<EntryId>();
  const standing: Change[] = [];
  const conflicts: Change[] = [];
  for (const { change, base } of approved) {
    const touched = touchedBy(change);
    const isFree = touched.every((id) => !taken.has(id));
    const isUnmoved = touched.every((id) => sameEntry(now.get(id) ?? null, entryAt(db, id, base)));
    const closesActive = change.closes.every(({ entryId }) => now.get(entryId)?.status === 'active');
    if (change.operation !== 'note' && !(isFree && isUnmoved && closesActive)) {
      conflicts.push(change);
      continue;
    }
    standing.push(change);
    for (const id of touched) taken.add(id);
  }
  return { standing, conflicts };
}

function touchedBy(change: Change): readonly EntryId[] {
  if (change.operation === 'note') return [];
  const closed = change.closes.map(({ entryId }) => entryId);
  return change.after === null ? closed : [...new Set([...closed, change.after.id])];
}

function findChange(db: ReadableDb, typed: string): Result<StandingChange, Failure> {
  const wanted = typed.trim().toLowerCase();
  const beginning = wanted.startsWith('chg_') ? wanted : `chg_${wanted}`;
  const ids = wanted === '' ? [] : changeIdsFrom(db, beginning, 2);
  const [first, second] = ids;
  if (first === undefined) return err(noChange(typed));
  if (second !== undefined && first !== beginning) return err(ambiguous(typed));
  const found = changeById(db, first);
  assert(found !== null, `${first} was just found`);
  return ok(found);
}

/** What it closes, as it stood when it was proposed. */
function itemOf(db: ReadableDb, { change, state, base }: StandingChange): ReviewItem {
  return { change, state, before: change.closes.flatMap(({ entryId }) => entriesBefore(db, entryId, base)) };
}

function entriesBefore(db: ReadableDb, id: EntryId, base: VersionNumber): readonly MemoryEntry[] {
  const entry = entryAt(db, id, base);
  return entry === null ? [] : [entry];
}

const noChange = (typed: string): Failure => ({
  kind: 'not-found',
  happened: `No proposed change has the id "${typed}".`,
  safe: 'Nothing was changed.',
  todo: 'See the ids with "review list".',
});

const ambiguous = (typed: string): Failure => ({
  kind: 'wrong-input',
  happened: `Several proposed changes begin with "${typed}".`,
  safe: 'Nothing was changed.',
  todo: 'Type more of the id.',
});

const tooLate = (id: ChangeId, state: Extract<ChangeState, 'applied' | 'superseded'>): Failure => ({
  kind: 'wrong-input',
  happened:
    state === 'applied'
      ? `${id} is applied already.`
      : `${id} is no longer proposed: a later night did not propose it again.`,
  safe: 'Nothing was changed.',
  todo:
    state === 'applied' ? 'Roll the memory back to undo it.' : 'See what is proposed now with "review list".',
});
