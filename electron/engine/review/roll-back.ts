// Taking back: one change, one night, or everything since a version. Each is a new version, so it can be taken back
// itself; what was changed again since stays, and is named.
import type { Feedback, RolledBack } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from '../../../shared/ids.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { publish, rollBack, sameEntry } from '../memory/versions.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { currentMemory, entryAt, newestVersionNumber, versionSummariesOf } from '../store/memory.ts';
import { addFeedback } from '../store/owners-word.ts';
import type { StandingChange } from '../store/proposals.ts';
import { markApplied, markRolledBack, markSuperseded, standingChanges } from '../store/proposals.ts';
import { changesInForce, putRollback, without, type InForce } from '../store/rollbacks.ts';
import { feedbackOf } from './decide.ts';
import { findChange } from './find.ts';
import { touchedBy } from './review.ts';

/** Memory equals that version again. Changes that go out of it may be proposed anew; those that come back are applied. */
export const rollBackToVersion = (
  db: WritableDb,
  to: VersionNumber,
  nowMs: EpochMs,
): Result<RolledBack, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      const inForce = changesInForce(db);
      const now = inForce.at.at(-1) ?? new Set<ChangeId>();
      const then = inForce.at[to] ?? new Set<ChangeId>();
      const rolled = rollBack(db, to, nowMs);
      if (!rolled.ok) return rolled;
      const version = rolled.value.number;
      putRollback(db, { version, kind: 'version', target: String(to), changeIds: [] });
      const takenBack = [...without(now, then)];
      for (const id of takenBack) markSuperseded(db, id, nowMs);
      for (const id of without(then, now)) markApplied(db, id, nowMs);
      return ok({ version, takenBack, conflicts: [] });
    }),
  );

/** One change, and nothing else. Refused where what it touched was changed again since. */
export const rollBackChange = (db: WritableDb, typed: string, nowMs: EpochMs): Result<RolledBack, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      const found = findChange(db, typed);
      if (!found.ok) return found;
      const { change, state } = found.value;
      if (state !== 'applied' || !isInForce(changesInForce(db), change.id)) return err(notInForce(change.id));
      const reason = `Took back “${change.after?.text ?? change.title}”.`;
      const rolled = takeBack(db, [found.value], { kind: 'change', target: change.id, reason, nowMs });
      const [conflict] = rolled.conflicts;
      return conflict === undefined ? ok(rolled) : err(changedSince(change, conflict.because));
    }),
  );

/** Every change of one night that is in memory. What was changed again since stays and is named. */
export const rollBackNight = (db: WritableDb, night: NightId, nowMs: EpochMs): Result<RolledBack, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      const inForce = changesInForce(db);
      const changes = standingChanges(db, ['applied'])
        .filter(({ change }) => change.nightId === night && isInForce(inForce, change.id))
        .toSorted((a, b) => (inForce.since.get(b.change.id) ?? 0) - (inForce.since.get(a.change.id) ?? 0));
      if (changes.length === 0) return err(nothingOfNight(night));
      const reason = `Took back the night ${night}.`;
      return ok(takeBack(db, changes, { kind: 'night', target: night, reason, nowMs }));
    }),
  );

const isInForce = (inForce: InForce, id: ChangeId): boolean => inForce.at.at(-1)?.has(id) ?? false;

interface TakingBack {
  readonly kind: 'change' | 'night';
  readonly target: string;
  readonly reason: string;
  readonly nowMs: EpochMs;
}

/** The newest first: what one of them changed again is free once that one is taken back. */
function takeBack(db: WritableDb, changes: readonly StandingChange[], how: TakingBack): RolledBack {
  const { since } = changesInForce(db);
  const entries = new Map<EntryId, MemoryEntry>(currentMemory(db).entries.map((entry) => [entry.id, entry]));
  const takenBack: StandingChange[] = [];
  const conflicts: { readonly changeId: ChangeId; readonly because: string }[] = [];
  for (const standing of changes) {
    const { change } = standing;
    const appliedIn = since.get(change.id);
    assert(appliedIn !== undefined, `${change.id} went into memory in some version`);
    const moved = movedSince(db, entries, change, appliedIn);
    if (moved === null) {
      for (const id of touchedBy(change)) restore(db, entries, id, appliedIn);
      takenBack.push(standing);
    } else conflicts.push({ changeId: change.id, because: moved });
  }
  return { version: publishWithout(db, entries, takenBack, how), takenBack: idsOf(takenBack), conflicts };
}

const idsOf = (changes: readonly StandingChange[]): readonly ChangeId[] =>
  changes.map(({ change }) => change.id);

function publishWithout(
  db: WritableDb,
  entries: ReadonlyMap<EntryId, MemoryEntry>,
  takenBack: readonly StandingChange[],
  how: TakingBack,
): VersionNumber | null {
  if (takenBack.length === 0) return null;
  const { reason, nowMs, kind, target } = how;
  const { number } = publish(db, {
    author: 'you',
    reason,
    nightId: null,
    changeIds: [],
    nowMs,
    entries: [...entries.values()],
  });
  putRollback(db, { version: number, kind, target, changeIds: idsOf(takenBack) });
  for (const standing of takenBack) {
    const event = markRolledBack(db, standing.change.id, nowMs);
    addFeedback(db, event, rolledBackFeedback(db, standing, nowMs));
  }
  return number;
}

const rolledBackFeedback = (db: ReadableDb, standing: StandingChange, atMs: EpochMs): Feedback =>
  feedbackOf(db, standing, { atMs }, 'rolled-back');

/** Why it cannot be taken back by itself; null where it can. */
function movedSince(
  db: ReadableDb,
  entries: ReadonlyMap<EntryId, MemoryEntry>,
  change: Change,
  appliedIn: VersionNumber,
): string | null {
  for (const id of touchedBy(change)) {
    const now = entries.get(id) ?? null;
    const left = entryAt(db, id, appliedIn);
    if (sameEntry(withoutPlaces(now), withoutPlaces(left))) continue;
    const later = versionSummariesOf(db, id).find(({ number }) => number > appliedIn);
    const where = later === undefined ? '' : ` in version ${later.number} (${later.reason})`;
    return `“${(now ?? left)?.text ?? id}” was changed again${where}.`;
  }
  return null;
}

/** A line that moved within its file is the same line. */
const withoutPlaces = (entry: MemoryEntry | null): MemoryEntry | null =>
  entry === null ? null : { ...entry, places: [] };

function restore(
  db: ReadableDb,
  entries: Map<EntryId, MemoryEntry>,
  id: EntryId,
  appliedIn: VersionNumber,
): void {
  const before = entryAt(db, id, versionNumber(appliedIn - 1));
  if (before === null) {
    entries.delete(id);
    return;
  }
  const now = entries.get(id) ?? null;
  const hasMoved = now !== null && !sameEntry(now, entryAt(db, id, appliedIn));
  entries.set(id, hasMoved ? { ...before, places: now.places.slice(0, before.places.length) } : before);
}

/** Changes that were in memory once: what comes back must be seen by a person. */
export const wasInMemory = (db: ReadableDb): ReadonlySet<ChangeId> => {
  const { since, at } = changesInForce(db);
  return without(new Set(since.keys()), at.at(newestVersionNumber(db)) ?? new Set());
};

const notInForce = (id: ChangeId): Failure => ({
  kind: 'wrong-input',
  happened: `${id} is not in memory: it was never applied, or it was taken back already.`,
  safe: 'Nothing was changed.',
  todo: 'What was taken back comes back with "memory rollback VERSION" or by approving it again.',
});

const nothingOfNight = (night: NightId): Failure => ({
  kind: 'wrong-input',
  happened: `Nothing of the night ${night} is in memory.`,
  safe: 'Nothing was changed.',
  todo: '"memory history" tells what each version brought.',
});

const changedSince = (change: Change, because: string): Failure => ({
  kind: 'changed-meanwhile',
  happened: `${change.id} cannot be taken back by itself: ${because}`,
  safe: 'Nothing was changed.',
  todo: 'Take the later change back first, or go back to a whole version: memory rollback VERSION.',
});
