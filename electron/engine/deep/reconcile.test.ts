import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { madeUpEntry } from '../store/testing/made-up.ts';
import { gistOf } from './sameness.ts';
import { repeatsOf, shelve } from './reconcile.ts';

const entry = (text: string): MemoryEntry => madeUpEntry(text, { text, scope: 'project:shop' });
const others = (count: number): readonly MemoryEntry[] =>
  Array.from({ length: count }, (_, n) =>
    entry(`The invoice ${String(n)} of customer ${String(n * 7)} goes to folder ${String(n * 13)}.`),
  );

describe('entries that could say the same', () => {
  it('share a good part of their words, and not just one', () => {
    const near = entry('Write the weekly report in German.');
    const shelf = shelve([...others(50), near, entry('The report of the customer is late.')]);
    const likely = shelf.likely(gistOf('The weekly report is written in German.').terms);
    expect(likely.map(({ entry: one }) => one.text)).toEqual([near.text]);
  });

  it('are asked for again and again with the same answer', () => {
    const shelf = shelve(others(50));
    const { terms } = gistOf('The invoice 7 of customer 49 goes to folder 91.');
    expect(shelf.likely(terms)).toEqual(shelf.likely(terms));
    expect(shelf.likely(terms)).not.toEqual([]);
  });

  it('are few, however many lines speak of the same thing', () => {
    const shelf = shelve(others(1500));
    const { terms } = gistOf('The invoice 7 of customer 49 goes to folder 91.');
    expect(shelf.likely(terms).length).toBeLessThanOrEqual(40);
    expect(shelf.likely(terms).map(({ entry: one }) => one.text)).toContain(
      'The invoice 7 of customer 49 goes to folder 91.',
    );
  });

  it('are found among thousands of lines that share words with them', () => {
    const twins = [
      entry('Write the weekly report in German.'),
      entry('The weekly report: write it in German.'),
    ];
    const repeats = repeatsOf(shelve([...others(1000), ...twins]), new Set());
    expect(repeats.map(({ keep, close }) => [keep, ...close].toSorted())).toEqual([
      twins.map(({ id }) => id).toSorted(),
    ]);
  });
});
