import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { madeUpEntry } from '../store/testing/made-up.ts';
import { gistOf } from './sameness.ts';
import { repeatsOf, shelve } from './reconcile.ts';
import { createSameAbroad } from './same-abroad.ts';

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

const line = (text: string, scope: MemoryEntry['scope'] = 'global'): MemoryEntry =>
  madeUpEntry(text, { text, scope, origin: 'file' });

const joined = (...lines: readonly MemoryEntry[]): readonly (readonly string[])[] =>
  repeatsOf(shelve(lines), new Set()).map(({ keep, close }) =>
    [keep, ...close].flatMap((id) => lines.flatMap((one) => (one.id === id ? one.text : []))).toSorted(),
  );

describe('lines of memory files that were taken for two languages', () => {
  const short = 'Physio: Mr. Adeyemi (Kirkgate)';
  const long = "Hanne's physiotherapist is Mr Adeyemi, on Kirkgate.";
  const besides = [
    line('Hanne lives near Skipton.'),
    line('The sheep are counted each evening at dusk.'),
    line('Hay is ordered in May.'),
  ];

  const inGerman = [
    line('Die Schafe werden jeden Abend gezählt.'),
    line('Das Heu wird im Mai bestellt.'),
    line('Der Tierarzt kommt immer am ersten Montag.'),
  ];

  it('are read in both, and joined where they say the same in both', () => {
    expect(gistOf(short).language).not.toBe(gistOf(long).language);
    expect(joined(line(short), line(long), ...besides)).toEqual([[long, short]]);
    expect(joined(line(short), line(long), ...inGerman)).toEqual([[long, short]]);
  });

  it.each([
    ["Hanne's physiotherapist is Mr Adeyemi, not on Kirkgate.", 'it turns down what the other wants'],
    ["Hanne's physiotherapist is not Mr Adeyemi on Kirkgate.", 'it turns the person down'],
    ["Hanne's physiotherapist is Mr Okafor, on Kirkgate.", 'it names somebody else'],
    ["Hanne's dentist is Mr Adeyemi, on Kirkgate.", 'it is of another thing'],
  ])('stay two: %s (%s)', (other) => {
    expect(joined(line(short), line(other), ...besides)).toEqual([]);
    expect(joined(line(short), line(other), ...inGerman)).toEqual([]);
  });

  it('stay two where the "not" is heard in neither, but in the language of most', () => {
    const read = (text: string, language: string) => ({ gist: gistOf(text, language) });
    const most = besides.map(({ text }) => read(text, 'en'));
    const found = (other: string): number => {
      const lines = [read('Physio: Adeyemi (Kirkgate)', 'tr'), read(other, 'fi'), ...most];
      return lines.flatMap(createSameAbroad(lines)).length;
    };
    expect(found('Physio: Adeyemi, Kirkgate')).toBe(2);
    expect(found('Physio: not Adeyemi, Kirkgate')).toBe(0);
  });

  it('stay two in two projects', () => {
    expect(joined(line(short, 'project:barn'), line(long, 'project:farm'))).toEqual([]);
  });

  it('are not looked for among thousands', () => {
    const two = [short, long].map((text) => ({ gist: gistOf(text) }));
    const gates = Array.from({ length: 2000 }, (_, n) => ({
      gist: gistOf(`Gate ${String(n)} opens late.`, 'en'),
    }));
    const found = (lines: typeof two): number => lines.flatMap(createSameAbroad(lines)).length;
    expect(found([...two, ...gates.slice(0, 100)])).toBe(2);
    expect(found([...two, ...gates])).toBe(0);
  });
});
