import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { publish } from '../memory/versions.ts';
import { decide, undoLast } from '../review/decide.ts';
import { applyApproved, listReview } from '../review/review.ts';
import { rollBackChange } from '../review/roll-back.ts';
import type { WritableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { changeState, putProposal } from '../store/proposals.ts';
import { firstNight, madeUpChange, madeUpEntry } from '../store/testing/made-up.ts';
import { failureFrom, noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { keepApart, keepBoth } from './keep-apart.ts';
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

  it('keeps both apart, each in words and a scope of its own: staged, undone, and applied as two entries', () => {
    const db = remembering(two, four);
    const id = openConflicts(db)[0]?.id ?? '';
    const sides = [
      { entry: two.id, text: 'Indent Python with 2 spaces.', scope: two.scope },
      { entry: four.id, text: 'Indent with 4 spaces.', scope: 'agent:codex' },
    ] as const;
    const keep = () => keepApart(db, { conflict: id, sides, nowMs });
    expect(failureFrom(keepApart(db, { conflict: id, sides: sides.slice(0, 1), nowMs })).happened).toContain(
      four.id,
    );
    const before = [two, four].map((entry) => statusOf(db, entry));
    const items = valueOf(keep());
    expect(items.map(({ state, change }) => [state, change.operation])).toEqual([
      ['approved', 'replace'],
      ['approved', 'retire'],
      ['approved', 'add'],
    ]);
    // Staged: nothing has changed, and it is not asked again.
    expect([two, four].map((entry) => statusOf(db, entry))).toEqual(before);
    expect(openConflicts(db)).toEqual([]);
    valueOf(undoLast(db, nowMs));
    expect(openConflicts(db)).toHaveLength(1);
    expect(listReview(db)).toEqual([]);

    valueOf(keep());
    valueOf(applyApproved(db, nowMs));
    const active = currentMemory(db).entries.filter(({ status }) => status === 'active');
    expect(active.map(({ text, scope }) => `${scope}: ${text}`).toSorted()).toEqual(
      [`${two.scope}: Indent Python with 2 spaces.`, 'agent:codex: Indent with 4 spaces.'].toSorted(),
    );
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

describe('a change that would replace a line', () => {
  it('leaves both, each with a scope of its own, and one undo brings it back to wait', () => {
    const db = remembering(two);
    const after = madeUpEntry('tabs', { text: 'Indent with tabs.', scope: 'global' });
    const closes = [{ entryId: two.id, because: 'a newer statement' }];
    const change = { ...madeUpChange('tabs'), operation: 'replace', after, closes } as const;
    putProposal(db, { nightId: firstNight, base: currentMemory(db).number, changes: [change] }, noonMs);
    const sides = [
      { entry: two.id, text: two.text, scope: two.scope },
      { entry: 'new', text: 'Indent with tabs.', scope: 'project:till' },
    ] as const;
    const asItWas = [sides[0], { ...sides[1], scope: 'global' }] as const;
    expect(failureFrom(keepBoth(db, { change: change.id, sides: asItWas, nowMs })).kind).toBe('wrong-input');
    expect(failureFrom(keepBoth(db, { change: change.id, sides: [sides[0]], nowMs })).kind).toBe(
      'wrong-input',
    );

    const staged = valueOf(keepBoth(db, { change: change.id, sides, nowMs }));
    expect(staged.map((item) => [item.change.operation, item.state])).toEqual([['add', 'approved']]);
    expect(changeState(db, change.id)).toBe('duplicate');
    expect(failureFrom(keepBoth(db, { change: change.id, sides, nowMs })).kind).toBe('wrong-input');
    valueOf(undoLast(db, nowMs));
    expect(listReview(db, nowMs).map((item) => [item.change.id, item.state])).toEqual([
      [change.id, 'waiting'],
    ]);

    valueOf(keepBoth(db, { change: change.id, sides, nowMs }));
    valueOf(applyApproved(db, nowMs));
    const standing = currentMemory(db).entries.filter(({ status }) => status === 'active');
    expect(standing.map(({ text, scope }) => `${scope} ${text}`).toSorted()).toEqual(
      [`${two.scope} ${two.text}`, 'project:till Indent with tabs.'].toSorted(),
    );
  });
});
