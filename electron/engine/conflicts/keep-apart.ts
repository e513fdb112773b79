// Lines of a conflict that all stay, each in words and a scope of its own: changes by their owner, approved as they are made,
// that wait for apply with all else and are taken back like any decision.
import type { ApartSide, MemoryConflict } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import { changeId, entryId, type EpochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change, ReviewItem } from '../../../shared/proposal.ts';
import { assert, err, ok, type Result } from '../../../shared/result.ts';
import { decide } from '../review/decide.ts';
import { findChange, findEntry } from '../review/find.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { currentMemory } from '../store/memory.ts';
import { byHand, lastDecisions, putProposal, writeDecision } from '../store/proposals.ts';
import { findConflict, notInIt } from './settle.ts';

export interface KeepingApart {
  /** The id or the beginning of one. */
  readonly conflict: string;
  /** One for each of its lines. */
  readonly sides: readonly ApartSide[];
  readonly nowMs: EpochMs;
}

export const keepApart = (
  db: WritableDb,
  { conflict: typed, sides, nowMs }: KeepingApart,
): Result<readonly ReviewItem[], Failure> =>
  attemptResult(() =>
    inTransaction<readonly ReviewItem[], Failure>(db, () => {
      const found = findConflict(db, typed);
      if (!found.ok) return found;
      const meant = meantBy(db, found.value, sides);
      if (!meant.ok) return meant;
      const changes = meant.value.flatMap((side) => changesOf(found.value, side, nowMs));
      if (changes.length === 0) return err(nothingSaid);
      const base = currentMemory(db).number;
      putProposal(db, { nightId: byHand, base, changes }, nowMs, { keepOlder: true, anew: true });
      const ids = changes.map(({ id }) => id);
      return decide(db, ids, { kind: 'approved', by: 'you', nowMs });
    }),
  );

export interface KeepingBoth {
  /** The change that would put one line in the place of others; its id or the beginning of one. */
  readonly change: string;
  /** One for each line that it would close, by its entry, and one for its own, by the id of its entry or as "new". */
  readonly sides: readonly ApartSide[];
  readonly nowMs: EpochMs;
}

/**
 * What stands and what was said since both stay. The change itself is set aside as said already by the line that takes its
 * place, in one go with it, so that one undo brings all of it back.
 */
export const keepBoth = (
  db: WritableDb,
  { change: typed, sides, nowMs }: KeepingBoth,
): Result<readonly ReviewItem[], Failure> =>
  attemptResult(() =>
    inTransaction<readonly ReviewItem[], Failure>(db, () => {
      const found = findChange(db, typed);
      if (!found.ok) return found;
      const { change, state } = found.value;
      const { after } = change;
      if (change.operation !== 'replace' || after === null || state !== 'waiting')
        return err(noTwoSides(change.id));
      const closed = new Set(change.closes.map(({ entryId: id }) => id));
      const current = currentMemory(db);
      const before = current.entries.filter(({ id, status }) => closed.has(id) && status === 'active');
      if (before.length === 0) return err(noTwoSides(change.id));
      const conflict: MemoryConflict = {
        id: change.id,
        kind: 'contradiction',
        because: change.title,
        entries: [...before, after],
      };
      const named = sides.map((side) => (side.entry === 'new' ? { ...side, entry: after.id } : side));
      const meant = meantBy(db, conflict, named);
      if (!meant.ok) return meant;
      const old = meant.value.filter(({ entry }) => entry.id !== after.id);
      const [said] = meant.value.filter(({ entry }) => entry.id === after.id);
      if (said === undefined) return err(leftOut(after));
      const isSame = old.every(({ entry, text, scope }) => text === entry.text && scope === entry.scope);
      if (isSame && said.text === after.text && said.scope === after.scope) return err(nothingSaid);
      const [, added] = changesOf(conflict, { ...said, isNew: true }, nowMs);
      assert(added !== undefined, 'a line that is new is added');
      const changes = [...old.flatMap((side) => changesOf(conflict, side, nowMs)), added];
      putProposal(db, { nightId: byHand, base: current.number, changes }, nowMs, {
        keepOlder: true,
        anew: true,
      });
      const decided = decide(
        db,
        changes.map(({ id }) => id),
        { kind: 'approved', by: 'you', nowMs },
      );
      const [first] = lastDecisions(db);
      if (!decided.ok || first === undefined) return decided;
      const aside = {
        changeId: change.id,
        kind: 'duplicate',
        atMs: nowMs,
        by: 'you',
        duplicateOf: added.id,
      } as const;
      writeDecision(db, aside, first.batch);
      return decided;
    }),
  );

interface Side {
  readonly entry: MemoryEntry;
  readonly text: string;
  readonly scope: ApartSide['scope'];
  /** It stands nowhere yet. */
  readonly isNew?: boolean;
}

/** Every line of it once, in words. */
function meantBy(
  db: ReadableDb,
  conflict: MemoryConflict,
  sides: readonly ApartSide[],
): Result<readonly Side[], Failure> {
  const meant = new Map<string, Side>();
  for (const side of sides) {
    // What a change would leave stands nowhere yet.
    const offered = conflict.entries.find((one) => one.id === side.entry);
    const id = offered === undefined ? findEntry(db, side.entry) : ok(offered.id);
    if (!id.ok) return id;
    const entry = conflict.entries.find((one) => one.id === id.value);
    if (entry === undefined) return err(notInIt(side.entry, conflict));
    const text = side.text.replace(/\s+/gu, ' ').trim();
    if (text === '') return err(noWords);
    meant.set(entry.id, { entry, text, scope: side.scope });
  }
  const left = conflict.entries.find(({ id }) => !meant.has(id));
  return left === undefined ? ok([...meant.values()]) : err(leftOut(left));
}

/**
 * Other words in the same scope take the line's place in its file. Another scope is served by other files: the line goes
 * from where it stands, and is added where it holds.
 */
function changesOf(
  conflict: MemoryConflict,
  { entry, text, scope, isNew = false }: Side,
  nowMs: EpochMs,
): readonly Change[] {
  if (!isNew && text === entry.text && scope === entry.scope) return [];
  const after: MemoryEntry = {
    ...entry,
    id: entryId('by hand', scope, text, entry.id),
    text,
    scope,
    origin: 'dream',
    taint: 'person',
    places: [],
    validity: { ...entry.validity, knownFromMs: nowMs, retiredAtMs: null },
  };
  const because = `you gave it words and a scope of its own: “${text}”`;
  const common = { nightId: byHand, title: text, why: `You settled it: ${conflict.because}`, flags: [] };
  const closes = [{ entryId: entry.id, because }];
  const idOf = (operation: Change['operation']): Change['id'] =>
    changeId(operation, 'by hand, apart', entry.id, scope, text);
  if (scope === entry.scope && !isNew)
    return [{ ...common, id: idOf('replace'), operation: 'replace', after, closes }];
  return [
    { ...common, id: idOf('retire'), operation: 'retire', title: entry.text, after: null, closes },
    { ...common, id: idOf('add'), operation: 'add', after, closes: [] },
  ];
}

const wrong = (happened: string, todo: string): Failure => ({
  kind: 'wrong-input',
  happened,
  safe: 'Nothing was changed.',
  todo,
});
const noTwoSides = (id: string): Failure =>
  wrong(
    `${id} does not wait to put one line in the place of another.`,
    'Keeping both is for a change that replaces a line and waits for a decision.',
  );
const nothingSaid = wrong(
  'Every line would stay as it is.',
  'Give one of them other words or another scope, or keep all as they are.',
);
const noWords = wrong('A line has no words.', 'Type it as it should stand.');
const leftOut = (entry: MemoryEntry): Failure =>
  wrong(`Nothing is said of ${entry.id}.`, 'Say of every line how it stands.');
