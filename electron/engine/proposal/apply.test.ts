import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { publish, rollBack } from '../memory/versions.ts';
import { memoryAt } from '../store/memory.ts';
import { madeUpChange, madeUpEntry, madeUpEntryId } from '../store/testing/made-up.ts';
import { noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { applyChanges } from './apply.ts';

const [tea, bread] = [madeUpEntry('tea'), madeUpEntry('bread')];
const laterMs = epochMs(noonMs + 1000);
const closing = (...entries: readonly MemoryEntry[]): Change['closes'] =>
  entries.map((entry) => ({ entryId: entry.id, because: `Something newer than ${entry.text}` }));
const find = (entries: readonly MemoryEntry[], name: string): MemoryEntry | undefined =>
  entries.find((entry) => entry.id === madeUpEntryId(name));

describe('what a change means', () => {
  it('add puts an entry beside the others', () => {
    const next = applyChanges([tea], [madeUpChange('salt')], laterMs);
    expect(next).toHaveLength(2);
    expect(find(next, 'tea')).toEqual(tea);
    expect(find(next, 'salt')).toEqual(madeUpEntry('salt'));
  });

  it('merge closes what is now said in one place', () => {
    const change = madeUpChange('meal', { operation: 'merge', closes: closing(tea, bread) });
    const next = applyChanges([tea, bread], [change], laterMs);
    expect(next.filter((entry) => entry.status === 'active')).toEqual([madeUpEntry('meal')]);
    expect(find(next, 'tea')).toMatchObject({
      status: 'closed',
      closedBecause: 'Something newer than Remember tea.',
      validity: { retiredAtMs: laterMs, trueUntilMs: null },
    });
  });

  it('replace says until when the older statement was true', () => {
    const after = madeUpEntry('green tea', {
      validity: { ...tea.validity, trueFromMs: epochMs(noonMs - 5) },
    });
    const change = madeUpChange('green tea', { operation: 'replace', after, closes: closing(tea) });
    expect(find(applyChanges([tea], [change], laterMs), 'tea')?.validity).toEqual({
      ...tea.validity,
      trueUntilMs: noonMs - 5,
      retiredAtMs: laterMs,
    });
  });

  it('retire closes and puts nothing in its place', () => {
    const change = madeUpChange('no tea', { operation: 'retire', after: null, closes: closing(tea) });
    const next = applyChanges([tea, bread], [change], laterMs);
    expect(next.map((entry) => entry.status).toSorted()).toEqual(['active', 'closed']);
  });

  it('share lets an entry come after itself', () => {
    const wide = madeUpEntry('tea', { scope: 'project:lantern' });
    const change = madeUpChange('tea', { operation: 'share', after: wide, closes: closing(tea) });
    expect(applyChanges([tea], [change], laterMs)).toEqual([wide]);
  });

  it('note changes nothing', () => {
    const change = madeUpChange('note', { operation: 'note' });
    expect(applyChanges([tea], [change], laterMs)).toEqual([tea]);
  });

  it('closing what is closed keeps the first reason', () => {
    const change = madeUpChange('no tea', { operation: 'retire', after: null, closes: closing(tea) });
    const once = applyChanges([tea], [change], laterMs);
    const again = { ...change, closes: [{ entryId: tea.id, because: 'Another reason.' }] };
    expect(applyChanges(once, [again], epochMs(laterMs + 1))).toEqual(once);
  });

  it('stops where a change closes an entry that is not there', () => {
    const change = madeUpChange('no tea', { operation: 'retire', after: null, closes: closing(tea) });
    expect(() => applyChanges([bread], [change], laterMs)).toThrow(/not there/);
  });
});

const names = Array.from({ length: 8 }, (_, index) => `entry ${index}`);
const entries = names.map((name, index) => madeUpEntry(name, { text: `Text ${index}.` }));

/** Changes that touch different entries: each closes some of its own and may leave something new. */
const independentChanges = fc
  .record({
    operations: fc.array(
      fc.constantFrom<Change['operation']>('add', 'merge', 'replace', 'retire', 'share', 'note'),
      {
        maxLength: 6,
      },
    ),
    owners: fc.array(fc.nat(5), { minLength: names.length, maxLength: names.length }),
  })
  .map(({ operations, owners }) =>
    operations.map((operation, number): Change => {
      const own = entries.filter((_, index) => owners[index] === number);
      const closes = operation === 'add' || operation === 'note' ? [] : closing(...own);
      const after = operation === 'retire' ? null : madeUpEntry(`new ${number}`);
      return madeUpChange(`change ${number}`, { operation, closes, after });
    }),
  );

describe('the laws of applying', () => {
  it('keeps every entry: what is closed stays', () => {
    fc.assert(
      fc.property(independentChanges, (changes) => {
        const next = new Set(applyChanges(entries, changes, laterMs).map((entry) => entry.id));
        expect(entries.every((entry) => next.has(entry.id))).toBe(true);
      }),
    );
  });

  it('does not mind the order of changes that touch different entries', () => {
    const shuffled = independentChanges.chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc.shuffledSubarray([...changes], { minLength: changes.length, maxLength: changes.length }),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([changes, otherChanges, otherEntries]) => {
        const expected = applyChanges(entries, changes, laterMs);
        expect(applyChanges(otherEntries, otherChanges, laterMs)).toEqual(expected);
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(independentChanges, (changes) => {
        const before = JSON.stringify([entries, changes]);
        applyChanges(entries, changes, laterMs);
        expect(JSON.stringify([entries, changes])).toBe(before);
      }),
    );
  });

  it('applied and rolled back gives the same entries', () => {
    fc.assert(
      fc.property(independentChanges, (changes) => {
        const { db, close } = openTempStore();
        const common = {
          author: 'you',
          reason: 'A test.',
          nightId: null,
          changeIds: [],
          nowMs: noonMs,
        } as const;
        publish(db, { ...common, entries });
        publish(db, { ...common, entries: applyChanges(entries, changes, laterMs) });
        const back = valueOf(rollBack(db, versionNumber(1), noonMs));
        expect(back.entries).toEqual(memoryAt(db, versionNumber(1))?.entries);
        expect(back.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        close();
      }),
      { numRuns: 25 },
    );
  });
});
