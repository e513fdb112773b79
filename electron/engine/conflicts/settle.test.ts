import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { publish } from '../memory/versions.ts';
import { decide } from '../review/decide.ts';
import { rollBackChange } from '../review/roll-back.ts';
import type { WritableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { changeState, putProposal } from '../store/proposals.ts';
import { firstNight, madeUpChange, madeUpEntry } from '../store/testing/made-up.ts';
import { failureFrom, noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { openConflicts, settleConflict } from './settle.ts';

const nowMs = epochMs(noonMs + 1000);
const line = (name: string, text: string, path: string): MemoryEntry =>
  madeUpEntry(name, {
    text,
    origin: 'file',
    places: [{ path, agent: 'codex', heading: null, startByte: 0, endByte: 1, line: 1 }],
  });
const two = line('two', 'Indent with 2 spaces.', 'a.md');
const four = line('four', 'Indent with 4 spaces.', 'b.md');
const [here, there] = [line('here', 'Use pytest.', 'a.md'), line('there', 'Use pytest.', 'b.md')];

function remembering(...entries: readonly MemoryEntry[]): WritableDb {
  const { db } = openTempStore();
  publish(db, {
    author: 'import',
    reason: 'A test.',
    nightId: null,
    changeIds: [],
    nowMs: noonMs,
    entries,
  });
  return db;
}
const statusOf = (db: WritableDb, { id }: MemoryEntry): string | null | undefined => {
  const entry = currentMemory(db).entries.find((one) => one.id === id);
  return entry?.status === 'closed' ? entry.closedBecause : entry?.status;
};

describe('settling', () => {
  it('keeps one line and closes the other, in one version by its owner that can be taken back', () => {
    const db = remembering(two, four);
    const [conflict] = openConflicts(db);
    const id = conflict?.id ?? '';
    const settled = valueOf(settleConflict(db, { conflict: id.slice(0, 9), keep: four.id, nowMs }));
    expect(settled).toMatchObject({ kept: { id: four.id }, closed: [{ id: two.id }] });
    expect(statusOf(db, two)).toBe('you kept “Indent with 4 spaces.” instead');
    expect(statusOf(db, four)).toBe('active');
    expect(currentMemory(db).author).toBe('you');
    expect(openConflicts(db)).toEqual([]);
    valueOf(rollBackChange(db, settled.changeId ?? '', nowMs));
    expect(openConflicts(db)).toHaveLength(1);
    valueOf(settleConflict(db, { conflict: id, keep: four.id, nowMs }));
    expect(openConflicts(db)).toEqual([]);
  });

  it('merges what says the same, with all its places', () => {
    const db = remembering(here, there);
    const [conflict] = openConflicts(db);
    valueOf(settleConflict(db, { conflict: conflict?.id ?? '', keep: here.id, nowMs }));
    const kept = currentMemory(db).entries.find(({ id }) => id === here.id);
    expect(kept?.places.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });

  it('leaves both where its owner wants both, and shows them no more', () => {
    const db = remembering(two, four);
    const [conflict] = openConflicts(db);
    valueOf(settleConflict(db, { conflict: conflict?.id ?? '', keep: null, nowMs }));
    expect(openConflicts(db)).toEqual([]);
    expect([statusOf(db, two), statusOf(db, four)]).toEqual(['active', 'active']);
  });

  it('applies nothing else that is approved', () => {
    const db = remembering(two, four);
    const salt = madeUpChange('salt');
    putProposal(db, { nightId: firstNight, base: currentMemory(db).number, changes: [salt] }, noonMs);
    valueOf(decide(db, [salt.id], { kind: 'approved', by: 'you', nowMs }));
    valueOf(settleConflict(db, { conflict: openConflicts(db)[0]?.id ?? '', keep: two.id, nowMs }));
    expect(changeState(db, salt.id)).toBe('approved');
  });

  it('refuses what is no conflict, and an entry that is not in it', () => {
    const db = remembering(two, four, here);
    const id = openConflicts(db)[0]?.id ?? '';
    expect(failureFrom(settleConflict(db, { conflict: 'cft_0000', keep: two.id, nowMs })).kind).toBe(
      'not-found',
    );
    expect(failureFrom(settleConflict(db, { conflict: id, keep: here.id, nowMs })).todo).toContain(two.id);
    expect(failureFrom(settleConflict(db, { conflict: id, keep: 'mem_nobody', nowMs })).kind).toBe(
      'not-found',
    );
  });
});
