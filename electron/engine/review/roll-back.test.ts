import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryId, VersionNumber } from '../../../shared/ids.ts';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { publish, sameEntry } from '../memory/versions.ts';
import type { WritableDb } from '../store/db.ts';
import { sql } from '../store/db.ts';
import { currentMemory, memoryAt, newestVersionNumber } from '../store/memory.ts';
import { feedbackInForce } from '../store/owners-word.ts';
import { changeState, putProposal, refusedChangeIds } from '../store/proposals.ts';
import { changesInForce, versionAsOf } from '../store/rollbacks.ts';
import { unpack } from '../store/packing.ts';
import { bytesOrNull, integer, text, textOrNull } from '../store/rows.ts';
import { openStore } from '../store/open.ts';
import {
  firstNight,
  madeUpChange,
  madeUpChangeId,
  madeUpEntry,
  madeUpEntryId,
  secondNight,
} from '../store/testing/made-up.ts';
import { failureFrom, noonMs, openTempStore, tempFolder, valueOf } from '../store/testing/temp-store.ts';
import { decide } from './decide.ts';
import { applyApproved } from './review.ts';
import { rollBackChange, rollBackNight, rollBackToVersion, wasInMemory } from './roll-back.ts';

const at = (step: number) => epochMs(noonMs + step * 1000);
const [tea, bread] = [madeUpEntry('tea'), madeUpEntry('bread')];

function remembering(...entries: readonly MemoryEntry[]): WritableDb {
  const { db } = openTempStore();
  publish(db, {
    author: 'import',
    reason: 'A test.',
    nightId: null,
    changeIds: [],
    nowMs: at(0),
    entries,
  });
  return db;
}

function applied(db: WritableDb, step: number, ...changes: readonly Change[]): VersionNumber {
  const [first] = changes;
  const nightId = first?.nightId ?? firstNight;
  putProposal(db, { nightId, base: newestVersionNumber(db), changes }, at(step), { keepOlder: true });
  const ids = changes.map(({ id }) => id);
  valueOf(decide(db, ids, { kind: 'approved', by: 'you', nowMs: at(step) }));
  const done = valueOf(applyApproved(db, at(step)));
  expect(done.applied).toEqual(ids);
  return newestVersionNumber(db);
}

const ending = (name: string, entry: MemoryEntry, more: Partial<Change> = {}): Change =>
  madeUpChange(name, {
    operation: 'retire',
    after: null,
    closes: [{ entryId: entry.id, because: 'over' }],
    ...more,
  });
const active = (db: WritableDb): readonly string[] =>
  currentMemory(db)
    .entries.filter(({ status }) => status === 'active')
    .map(({ text }) => text)
    .toSorted();

describe('taking one change back', () => {
  it('takes that one back and leaves the rest of its night', () => {
    const db = remembering(tea);
    applied(db, 1, madeUpChange('salt'), ending('no tea', tea), madeUpChange('oil'));
    const rolled = valueOf(rollBackChange(db, madeUpChangeId('no tea'), at(2)));
    expect(rolled.takenBack).toEqual([madeUpChangeId('no tea')]);
    expect(active(db)).toEqual(['Remember oil.', 'Remember salt.', 'Remember tea.']);
    expect(currentMemory(db)).toMatchObject({ author: 'you', parent: 2, number: 3 });
    expect(changeState(db, madeUpChangeId('no tea'))).toBe('rolled-back');
    expect(refusedChangeIds(db)).toContain(madeUpChangeId('no tea'));
    expect(feedbackInForce(db)).toMatchObject([{ kind: 'rolled-back', operation: 'retire' }]);
  });

  it('refuses where a later change touched the same, and names it', () => {
    const db = remembering();
    applied(db, 1, madeUpChange('salt'));
    applied(db, 2, ending('no salt', madeUpEntry('salt')));
    const failure = failureFrom(rollBackChange(db, madeUpChangeId('salt'), at(3)));
    expect(failure.kind).toBe('changed-meanwhile');
    expect(failure.happened).toContain('in version 3');
    expect(newestVersionNumber(db)).toBe(3);
    valueOf(rollBackChange(db, madeUpChangeId('no salt'), at(3)));
    valueOf(rollBackChange(db, madeUpChangeId('salt'), at(4)));
    expect(active(db)).toEqual([]);
  });

  it('takes a line that moved within its file for the same line, and leaves it where it is now', () => {
    const place = { path: '/m', agent: 'codex', heading: null, startByte: 0, endByte: 4, line: 1 } as const;
    const line = madeUpEntry('line', { origin: 'file', places: [place] });
    const db = remembering(line);
    applied(db, 1, ending('no line', line));
    const moved = { ...place, startByte: 9, endByte: 13, line: 2 };
    publish(db, {
      author: 'import',
      reason: 'moved',
      nightId: null,
      changeIds: [],
      nowMs: at(2),
      entries: currentMemory(db).entries.map((entry) => ({ ...entry, places: [moved] })),
    });
    valueOf(rollBackChange(db, madeUpChangeId('no line'), at(3)));
    expect(currentMemory(db).entries).toEqual([{ ...line, places: [moved] }]);
  });

  it('says so where it is not in memory, and comes back by approval', () => {
    const db = remembering();
    const salt = madeUpChange('salt');
    applied(db, 1, salt);
    valueOf(rollBackChange(db, salt.id, at(2)));
    expect(failureFrom(rollBackChange(db, salt.id, at(3))).happened).toContain('not in memory');
    expect(wasInMemory(db)).toEqual(new Set([salt.id]));
    valueOf(decide(db, [salt.id], { kind: 'approved', by: 'you', nowMs: at(3) }));
    valueOf(applyApproved(db, at(3)));
    expect(active(db)).toEqual(['Remember salt.']);
    expect(feedbackInForce(db)).toEqual([]);
    expect(wasInMemory(db).size).toBe(0);
  });
});

describe('taking a night back', () => {
  it('takes back all that came from it, in whatever versions, and names what was changed since', () => {
    const db = remembering(tea, bread);
    applied(db, 1, madeUpChange('salt'), ending('no tea', tea));
    applied(db, 2, madeUpChange('oil', { nightId: secondNight }));
    applied(db, 3, madeUpChange('rice'));
    applied(db, 4, ending('no salt', madeUpEntry('salt'), { nightId: secondNight }));
    const rolled = valueOf(rollBackNight(db, firstNight, at(5)));
    expect(rolled.takenBack).toEqual([madeUpChangeId('rice'), madeUpChangeId('no tea')]);
    expect(rolled.conflicts).toEqual([
      {
        changeId: madeUpChangeId('salt'),
        because: '“Remember salt.” was changed again in version 5 (Applied 1 approved change.).',
      },
    ]);
    expect(active(db)).toEqual(['Remember bread.', 'Remember oil.', 'Remember tea.']);
  });

  it('takes a chain of its own changes back from the newest on', () => {
    const db = remembering();
    applied(db, 1, madeUpChange('salt'));
    applied(db, 2, ending('no salt', madeUpEntry('salt')));
    expect(valueOf(rollBackNight(db, firstNight, at(3))).conflicts).toEqual([]);
    expect(currentMemory(db).entries).toEqual([]);
    expect(failureFrom(rollBackNight(db, firstNight, at(4))).kind).toBe('wrong-input');
  });
});

describe('taking a version back', () => {
  it('and taking that back brings the changes with it', () => {
    const db = remembering(tea);
    const two = applied(db, 1, madeUpChange('salt'));
    valueOf(rollBackToVersion(db, versionNumber(1), at(2)));
    expect(changeState(db, madeUpChangeId('salt'))).toBe('superseded');
    expect(active(db)).toEqual(['Remember tea.']);
    const again = valueOf(rollBackToVersion(db, two, at(3)));
    expect(changeState(db, madeUpChangeId('salt'))).toBe('applied');
    expect(active(db)).toEqual(['Remember salt.', 'Remember tea.']);
    valueOf(rollBackToVersion(db, versionNumber((again.version ?? 0) - 1), at(4)));
    expect(active(db)).toEqual(['Remember tea.']);
  });

  it('knows rollbacks that were made before the log of them', () => {
    const db = remembering(tea);
    applied(db, 1, madeUpChange('salt'));
    valueOf(rollBackToVersion(db, versionNumber(1), at(2)));
    expect(changesInForce(db).at.map(({ size }) => size)).toEqual([0, 0, 1, 0]);
  });
});

describe('an older store', () => {
  it('keeps its decisions and its rollbacks when it is brought up to date', async () => {
    const { firstSchema } = await import('../store/migrations/0010-first-schema.ts');
    const dataFolder = tempFolder();
    const old = valueOf(openStore({ dataFolder, nowMs: noonMs, steps: [firstSchema] }));
    old.db.script(`
      INSERT INTO memory_versions VALUES (1, NULL, 'import', 'x', NULL, '[]', 1, 0, 0, 0);
      INSERT INTO memory_versions VALUES (2, 1, 'you', 'Rolled back to version 0.', NULL, '[]', 2, 0, 0, 0);
      INSERT INTO memory_versions VALUES (3, 2, 'you', 'Rolled back to version 1, nearly.', NULL, '[]', 2, 0, 0, 0);
      INSERT INTO change_events (change_id, kind, at_ms, decided_by)
      VALUES ('chg_a', 'offered', 1, NULL), ('chg_a', 'approved', 2, 'you'), ('chg_a', 'applied', 3, NULL);
    `);
    old.close();
    const { db } = openTempStore(dataFolder);
    const rollbacks = db.all(
      sql`SELECT version, target FROM version_rollbacks ORDER BY version`,
      (row) => `${integer(row, 'version')}→${textOrNull(row, 'target')}`,
    );
    expect(rollbacks).toEqual(['2→0']);
    const batches = db.all(sql`SELECT batch FROM change_events ORDER BY number`, (row) => row['batch']);
    expect(batches).toEqual([null, 2, null]);
    expect(() => db.script('DELETE FROM change_events')).toThrow('append-only');
  });
});

describe('laws', () => {
  const same = (a: readonly MemoryEntry[], b: readonly MemoryEntry[]): boolean =>
    a.length === b.length && a.every((entry, index) => sameEntry(entry, b[index] ?? null));
  const names = ['a', 'b', 'c', 'd', 'e'] as const;
  type Step =
    | { readonly kind: 'add' | 'end'; readonly name: (typeof names)[number] }
    | { readonly kind: 'change' | 'version'; readonly nth: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constantFrom('add' as const, 'end' as const), name: fc.constantFrom(...names) }),
    fc.record({ kind: fc.constantFrom('change' as const, 'version' as const), nth: fc.nat(20) }),
  );

  /** Does a step where it can be done; says whether a version came of it. */
  function walk(db: WritableDb, one: Step, nth: number, made: string[]): void {
    const memory = new Map<EntryId, MemoryEntry>(currentMemory(db).entries.map((e) => [e.id, e]));
    if ('name' in one) {
      const entry = madeUpEntry(one.name);
      const isActive = memory.get(madeUpEntryId(one.name))?.status === 'active';
      if (isActive !== (one.kind === 'end')) return;
      const name = `${one.kind} ${one.name} ${nth}`;
      const change =
        one.kind === 'end' ? ending(name, entry) : madeUpChange(name, { after: { ...entry, score: nth } });
      made.push(change.id);
      applied(db, nth, change);
      return;
    }
    if (one.kind === 'change') {
      const id = made[one.nth % Math.max(1, made.length)];
      if (id !== undefined) rollBackChange(db, id, at(nth));
      return;
    }
    valueOf(rollBackToVersion(db, versionNumber(one.nth % (newestVersionNumber(db) + 1)), at(nth)));
  }

  it('apply, then roll back, gives the same entries; nothing old ever changes; as-of equals a replay of the log', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { db, close } = openTempStore();
        const made: string[] = [];
        const replay: (readonly MemoryEntry[])[] = [[]];
        const moments: VersionNumber[] = [versionNumber(0)];
        for (const [index, one] of steps.entries()) {
          walk(db, one, index + 1, made);
          const newest = newestVersionNumber(db);
          while (replay.length <= newest)
            replay.push(memoryAt(db, versionNumber(replay.length))?.entries ?? []);
          moments.push(newest);
          // what was in force equals what the states of changes say
          const inForce = changesInForce(db).at.at(-1) ?? new Set();
          for (const id of made) {
            const state = changeState(db, madeUpIdOf(id));
            expect(state === 'applied').toBe(inForce.has(madeUpIdOf(id)));
          }
        }
        for (const [index, newest] of moments.entries()) expect(versionAsOf(db, at(index))).toBe(newest);
        for (const [number, entries] of replay.entries()) {
          expect(same(memoryAt(db, versionNumber(number))?.entries ?? [], entries)).toBe(true);
          expect(same(replayed(db, number), entries)).toBe(true);
        }
        const before = currentMemory(db);
        if (before.entries.every(({ id }) => id !== madeUpEntryId('z'))) {
          const change = madeUpChange('z');
          applied(db, 100, change);
          valueOf(rollBackChange(db, change.id, at(101)));
          expect(same(currentMemory(db).entries, before.entries)).toBe(true);
          valueOf(rollBackToVersion(db, versionNumber(before.number + 1), at(102)));
          expect(currentMemory(db).entries).toHaveLength(before.entries.length + 1);
          valueOf(rollBackToVersion(db, before.number, at(103)));
          expect(same(currentMemory(db).entries, before.entries)).toBe(true);
        }
        close();
      }),
      { numRuns: process.env['LONG'] === undefined ? 25 : 300, seed: 20_251_001 },
    );
  }, 600_000);

  const madeUpIdOf = (id: string): ReturnType<typeof madeUpChangeId> =>
    id as ReturnType<typeof madeUpChangeId>;

  /** From the rows alone, in the order in which they were written. */
  function replayed(db: WritableDb, version: number): readonly MemoryEntry[] {
    const standing = new Map<string, MemoryEntry>();
    const rows = db.all(
      sql`SELECT id, content FROM memory_entries WHERE version <= ${version} ORDER BY version, id`,
      (row) => ({ id: text(row, 'id'), content: bytesOrNull(row, 'content') }),
    );
    for (const { id, content } of rows) {
      if (content === null) standing.delete(id);
      else standing.set(id, JSON.parse(unpack(content)) as MemoryEntry);
    }
    return [...standing.values()].toSorted(
      (a, b) => a.validity.knownFromMs - b.validity.knownFromMs || (a.id < b.id ? -1 : 1),
    );
  }
});
