import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { WritableDb } from '../store/db.ts';
import { sql } from '../store/db.ts';
import { currentMemory, memoryAt } from '../store/memory.ts';
import { integer } from '../store/rows.ts';
import { madeUpChangeId, madeUpEntry, firstNight } from '../store/testing/made-up.ts';
import { failureFrom, noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { diffVersions, history, publish, rollBack, sameEntry } from './versions.ts';

const [tea, bread, salt] = [madeUpEntry('tea'), madeUpEntry('bread'), madeUpEntry('salt')];
const closed = (entry: MemoryEntry): MemoryEntry => ({
  ...entry,
  status: 'closed',
  closedBecause: 'No more.',
});
const put = (db: WritableDb, ...entries: readonly MemoryEntry[]) =>
  publish(db, { author: 'you', reason: 'A test.', nightId: null, changeIds: [], nowMs: noonMs, entries });

describe('publishing', () => {
  it('adds a version that says who, why and what of', () => {
    const { db } = openTempStore();
    put(db, tea);
    const changeIds = [madeUpChangeId('bread')];
    const version = publish(db, {
      author: 'dream',
      reason: 'Applied 1 approved change.',
      nightId: firstNight,
      changeIds,
      nowMs: epochMs(noonMs + 1),
      entries: [closed(tea), bread],
    });
    expect(version).toMatchObject({ number: 2, parent: 1, author: 'dream', nightId: firstNight, changeIds });
    expect(version.entries).toHaveLength(2);
    expect(history(db, null)[0]).toMatchObject({ number: 2, active: 1, added: 1, closed: 1 });
  });

  it('stores only what differs, however the keys of an entry are ordered', () => {
    const { db } = openTempStore();
    put(db, tea, bread);
    const { text, ...rest } = bread;
    put(db, { ...tea, text: 'Green tea.' }, { ...rest, text });
    const rows = db.first(sql`SELECT COUNT(*) AS rows FROM memory_entries`, (row) => integer(row, 'rows'));
    expect(rows).toBe(3);
  });

  it('refuses a list in which an entry stands twice', () => {
    const { db } = openTempStore();
    expect(() => put(db, tea, tea)).toThrow(/stands once/);
  });
});

describe('rolling back', () => {
  it('adds a version equal to the older one, and can itself be rolled back', () => {
    const { db } = openTempStore();
    put(db, tea);
    put(db, closed(tea), bread);
    const back = valueOf(rollBack(db, versionNumber(1), noonMs));
    expect(back).toMatchObject({ number: 3, parent: 2, author: 'you', reason: 'Rolled back to version 1.' });
    expect(back.entries).toEqual([tea]);
    const forth = valueOf(rollBack(db, versionNumber(2), noonMs));
    expect(forth.entries).toEqual(memoryAt(db, versionNumber(2))?.entries);
    expect(valueOf(rollBack(db, versionNumber(0), noonMs)).entries).toEqual([]);
    expect(failureFrom(rollBack(db, versionNumber(9), noonMs)).kind).toBe('not-found');
  });

  it('gives back any version of any history', () => {
    const entry = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      text: fc.string(),
      open: fc.boolean(),
    });
    const list = fc.uniqueArray(entry, { selector: (one) => one.name });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), fc.nat(), (lists, pick) => {
        const { db, close } = openTempStore();
        for (const entries of lists) {
          put(
            db,
            ...entries.map(({ name, text, open }) => {
              const made = madeUpEntry(name, { text });
              return open ? made : closed(made);
            }),
          );
        }
        const to = versionNumber(pick % (lists.length + 1));
        const older = memoryAt(db, to)?.entries;
        expect(valueOf(rollBack(db, to, noonMs)).entries).toEqual(older);
        expect(currentMemory(db).number).toBe(lists.length + 1);
        close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('the difference of two versions', () => {
  it('names what came, what was closed and what reads otherwise', () => {
    const { db } = openTempStore();
    put(db, tea, bread);
    const green = { ...tea, text: 'Green tea.' };
    put(db, green, closed(bread), salt);
    expect(valueOf(diffVersions(db, { from: versionNumber(1), to: versionNumber(2) }))).toEqual({
      from: 1,
      to: 2,
      added: [salt],
      closed: [closed(bread)],
      changed: [{ before: tea, after: green }],
    });
    const back = valueOf(diffVersions(db, { from: versionNumber(2), to: versionNumber(1) }));
    expect([back.added, back.closed]).toEqual([[bread], [salt]]);
    expect(failureFrom(diffVersions(db, { from: versionNumber(1), to: versionNumber(7) })).kind).toBe(
      'not-found',
    );
  });

  it('is nothing between a version and a rollback to it', () => {
    const { db } = openTempStore();
    put(db, tea, closed(bread));
    put(db, salt);
    rollBack(db, versionNumber(1), noonMs);
    expect(valueOf(diffVersions(db, { from: versionNumber(1), to: versionNumber(3) }))).toMatchObject({
      added: [],
      closed: [],
      changed: [],
    });
  });
});

describe('the history of one entry', () => {
  it('names the versions that changed it, newest first', () => {
    const { db } = openTempStore();
    put(db, tea);
    put(db, tea, bread);
    put(db, closed(tea), bread);
    expect(history(db, tea.id).map((version) => version.number)).toEqual([3, 1]);
    expect(history(db, null)).toHaveLength(3);
  });
});

describe('the same entry', () => {
  it('is told by content', () => {
    expect(sameEntry(tea, { ...tea })).toBe(true);
    expect(sameEntry(tea, { ...tea, score: 0.1 })).toBe(false);
    expect(sameEntry(null, null)).toBe(true);
    expect(sameEntry(tea, null)).toBe(false);
  });
});
