import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { EntryChange } from './memory.ts';
import {
  appendVersion,
  currentMemory,
  entryAt,
  entryIdsFrom,
  memoryAt,
  newestVersionNumber,
  versionSummaries,
  versionSummariesOf,
} from './memory.ts';
import { integer } from './rows.ts';
import { madeUpEntry } from './testing/made-up.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';

const tea = madeUpEntry('tea');
const bread = madeUpEntry('bread', { validity: { ...tea.validity, knownFromMs: epochMs(noonMs - 1) } });
const set = (entry: typeof tea): EntryChange => ({ id: entry.id, entry });

function append(db: WritableDb, number: number, changed: readonly EntryChange[]): void {
  const head = {
    number: versionNumber(number),
    parent: number === 1 ? null : versionNumber(number - 1),
    author: 'you',
    reason: `Version ${number}.`,
    nightId: null,
    changeIds: [],
    createdAtMs: epochMs(noonMs + number),
    active: 0,
    added: changed.length,
    closed: 0,
  } as const;
  appendVersion(db, head, changed);
}

describe('memory versions', () => {
  it('begin with an empty one', () => {
    const { db } = openTempStore();
    expect(newestVersionNumber(db)).toBe(0);
    expect(currentMemory(db)).toMatchObject({ number: 0, parent: null, entries: [] });
    expect(memoryAt(db, versionNumber(1))).toBeNull();
  });

  it('store what they change and show the whole', () => {
    const { db } = openTempStore();
    append(db, 1, [set(tea), set(bread)]);
    const strong = { ...tea, text: 'Strong tea.' };
    append(db, 2, [set(strong)]);
    append(db, 3, [{ id: bread.id, entry: null }]);
    expect(memoryAt(db, versionNumber(1))?.entries).toEqual([bread, tea]);
    expect(memoryAt(db, versionNumber(2))?.entries).toEqual([bread, strong]);
    expect(currentMemory(db)).toMatchObject({
      number: 3,
      parent: 2,
      reason: 'Version 3.',
      entries: [strong],
    });
    const rows = db.first(sql`SELECT COUNT(*) AS rows FROM memory_entries`, (row) => integer(row, 'rows'));
    expect(rows).toBe(4);
  });

  it('give one entry as each of them left it', () => {
    const { db } = openTempStore();
    append(db, 1, [set(tea)]);
    append(db, 2, [{ id: tea.id, entry: null }]);
    append(db, 3, [set({ ...tea, text: 'Green tea.' })]);
    const texts = [0, 1, 2, 3].map((number) => entryAt(db, tea.id, versionNumber(number))?.text ?? null);
    expect(texts).toEqual([null, 'Remember tea.', null, 'Green tea.']);
    expect(versionSummariesOf(db, bread.id)).toEqual([]);
    expect(versionSummariesOf(db, tea.id).map((version) => version.number)).toEqual([3, 2, 1]);
    expect(versionSummaries(db).map((version) => version.reason)).toEqual([
      'Version 3.',
      'Version 2.',
      'Version 1.',
    ]);
    expect(entryIdsFrom(db, 'mem_', 5)).toEqual([tea.id]);
  });

  it('follow one another without a gap', () => {
    const { db } = openTempStore();
    append(db, 1, [set(tea)]);
    expect(() => append(db, 3, [set(bread)])).toThrow(/follows the newest/);
    expect(() => append(db, 1, [set(bread)])).toThrow(/follows the newest/);
  });
});
