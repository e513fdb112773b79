// Settles a conflict once: the owner keeps one of the lines, and the others are closed in our record, by a change like any
// other, so that it can be taken back and written into agents' files like any other.
import type { MemoryConflict } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { ChangeId, EpochMs } from '../../../shared/ids.ts';
import { changeId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { findEntry } from '../review/find.ts';
import { applyApproved } from '../review/review.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { currentMemory } from '../store/memory.ts';
import { byHand, changeState, putProposal, standingChanges, writeDecision } from '../store/proposals.ts';
import { conflictsLeft, putSettledConflict } from '../store/settled-conflicts.ts';
import { findConflicts } from './find.ts';

/** Those that nobody has settled, nor said anything to that waits for apply. */
export function openConflicts(db: ReadableDb): readonly MemoryConflict[] {
  const left = conflictsLeft(db);
  const staged = new Set(
    standingChanges(db, ['approved'])
      .filter(({ change }) => change.nightId === byHand)
      .flatMap(({ change }) => change.closes.map(({ entryId }) => entryId)),
  );
  return findConflicts(currentMemory(db).entries).filter(
    ({ id, entries }) => !left.has(id) && entries.every((entry) => !staged.has(entry.id)),
  );
}

export interface Settling {
  /** The id or the beginning of one. */
  readonly conflict: string;
  /** The entry that stays; null: all of them do, and are not shown again. */
  readonly keep: string | null;
  readonly nowMs: EpochMs;
}

export interface Settled {
  readonly conflict: MemoryConflict;
  readonly kept: MemoryEntry | null;
  readonly closed: readonly MemoryEntry[];
  /** What `memory rollback --change` takes; null where nothing was closed. */
  readonly changeId: ChangeId | null;
}

export const settleConflict = (db: WritableDb, settling: Settling): Result<Settled, Failure> =>
  attemptResult(() =>
    inTransaction<Settled, Failure>(db, () => {
      const found = findConflict(db, settling.conflict);
      if (!found.ok) return found;
      const conflict = found.value;
      if (settling.keep === null) {
        putSettledConflict(db, { id: conflict.id, kept: null, changeId: null, atMs: settling.nowMs });
        return ok({ conflict, kept: null, closed: [], changeId: null });
      }
      const keep = findEntry(db, settling.keep);
      if (!keep.ok) return keep;
      const kept = conflict.entries.find(({ id }) => id === keep.value);
      if (kept === undefined) return err(notInIt(settling.keep, conflict));
      const change = changeOf(conflict, kept);
      const closed = conflict.entries.filter(({ id }) => id !== kept.id);
      const applied = applyNow(db, change, settling.nowMs);
      if (!applied.ok) return applied;
      putSettledConflict(db, { id: conflict.id, kept: kept.id, changeId: change.id, atMs: settling.nowMs });
      return ok({ conflict, kept, closed, changeId: change.id });
    }),
  );

export function findConflict(db: ReadableDb, typed: string): Result<MemoryConflict, Failure> {
  const wanted = typed.trim().toLowerCase();
  const beginning = wanted.startsWith('cft_') ? wanted : `cft_${wanted}`;
  const found = wanted === '' ? [] : openConflicts(db).filter(({ id }) => id.startsWith(beginning));
  const [only, another] = found;
  if (only === undefined) return err(noConflict(typed));
  return another === undefined ? ok(only) : err(ambiguous(typed));
}

function changeOf(conflict: MemoryConflict, kept: MemoryEntry): Change {
  const others = conflict.entries.filter(({ id }) => id !== kept.id);
  const isRepetition = conflict.kind === 'repetition';
  const operation = isRepetition ? 'merge' : 'replace';
  return {
    id: changeId(operation, 'by hand', kept.id, ...others.map(({ id }) => id)),
    nightId: byHand,
    operation,
    title: kept.text,
    why: `You settled it: ${conflict.because}`,
    after: isRepetition
      ? {
          ...kept,
          scope: others.every(({ scope }) => scope === kept.scope) ? kept.scope : 'global',
          evidence: [...kept.evidence, ...others.flatMap(({ evidence }) => evidence)],
          places: [...kept.places, ...others.flatMap(({ places }) => places)],
        }
      : kept,
    closes: others.map(({ id }) => ({
      entryId: id,
      because: isRepetition ? `says the same as “${kept.text}”` : `you kept “${kept.text}” instead`,
    })),
    flags: [],
  };
}

/** This change alone: what else is approved waits for its own apply. */
function applyNow(db: WritableDb, change: Change, nowMs: EpochMs): Result<null, Failure> {
  const base = currentMemory(db).number;
  const isNew = changeState(db, change.id);
  assert(isNew !== 'waiting' && isNew !== 'approved', `${change.id} is decided as it is made`);
  putProposal(db, { nightId: byHand, base, changes: [change] }, nowMs, { keepOlder: true, anew: true });
  writeDecision(db, { changeId: change.id, kind: 'approved', atMs: nowMs, by: 'you' });
  const applied = applyApproved(db, nowMs, new Set([change.id]));
  if (!applied.ok) return applied;
  assert(applied.value.applied.length === 1, `${change.id} stands on memory as it is`);
  return ok(null);
}

const noConflict = (typed: string): Failure => ({
  kind: 'not-found',
  happened: `There is no open conflict “${typed}”.`,
  safe: 'Nothing was changed.',
  todo: '"slowwave conflicts" lists them with their ids.',
});

const ambiguous = (typed: string): Failure => ({
  kind: 'wrong-input',
  happened: `Several conflicts begin with “${typed}”.`,
  safe: 'Nothing was changed.',
  todo: 'Type more of the id.',
});

export const notInIt = (typed: string, conflict: MemoryConflict): Failure => ({
  kind: 'wrong-input',
  happened: `${typed} is none of the ${conflict.entries.length} lines of ${conflict.id}.`,
  safe: 'Nothing was changed.',
  todo: `Keep one of ${conflict.entries.map(({ id }) => id).join(', ')}.`,
});
