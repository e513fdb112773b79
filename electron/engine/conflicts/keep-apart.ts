// Lines of a conflict that all stay, each in words and a scope of its own: changes by their owner, approved as they are made,
// that wait for apply with all else and are taken back like any decision.
import type { ApartSide, MemoryConflict } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import { changeId, entryId, type EpochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change, ReviewItem } from '../../../shared/proposal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decide } from '../review/decide.ts';
import { findEntry } from '../review/find.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { currentMemory } from '../store/memory.ts';
import { byHand, putProposal } from '../store/proposals.ts';
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

interface Side {
  readonly entry: MemoryEntry;
  readonly text: string;
  readonly scope: ApartSide['scope'];
}

/** Every line of it once, in words. */
function meantBy(
  db: ReadableDb,
  conflict: MemoryConflict,
  sides: readonly ApartSide[],
): Result<readonly Side[], Failure> {
  const meant = new Map<string, Side>();
  for (const side of sides) {
    const id = findEntry(db, side.entry);
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
  { entry, text, scope }: Side,
  nowMs: EpochMs,
): readonly Change[] {
  if (text === entry.text && scope === entry.scope) return [];
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
  if (scope === entry.scope) return [{ ...common, id: idOf('replace'), operation: 'replace', after, closes }];
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
const nothingSaid = wrong(
  'Every line would stay as it is.',
  'Give one of them other words or another scope, or keep all as they are.',
);
const noWords = wrong('A line has no words.', 'Type it as it should stand.');
const leftOut = (entry: MemoryEntry): Failure =>
  wrong(`Nothing is said of ${entry.id}.`, 'Say of every line how it stands.');
