import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWanted, validateBank, type Item } from './bank.ts';
import { grade, readPrintedMemory, type Figures, type GradedEntry } from './grade.ts';
import { writeHistory } from './history.ts';
import type { Truth, TruthItem } from './plant.ts';
import { filesBelow, flat } from './spoken.ts';
import { says } from './words.ts';

const parsed = validateBank(
  JSON.parse(readFileSync(new URL('../../bench/banks/tune.json', import.meta.url), 'utf8')),
);
if (!parsed.ok) throw new Error(parsed.error.join('\n'));
const bank = parsed.value;
const person = bank.people[0];
if (person === undefined) throw new Error('the tuning bank has nobody');

/** A sentence about an item, as a faultless dream would word it. */
const sentence = (item: Item): string => {
  const texts = [...item.say, ...item.memory.map(({ line }) => line)];
  const calls = item.calls.map((call) => call.target).join(', then ');
  const failure = item.calls.find((call) => call.failed)?.output ?? '';
  return (
    texts.find((text) => says(text, item)) ?? `When it fails with "${flat(failure).slice(0, 160)}": ${calls}`
  );
};

let out = '';
let home = '';
let store = '';
let truth: Truth;
let perfect: readonly GradedEntry[];
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'slowwave-grade-'));
  store = join(out, 'data');
  mkdirSync(store);
  ({ home, truth } = writeHistory({
    bank,
    seed: 1,
    sessions: 90,
    nowMs: Date.parse('2026-11-20T03:00:00Z'),
    out,
  }));
  const dreamt = person.items
    .filter((item) => isWanted(item.type))
    .map((item): GradedEntry => {
      const told = truth.items.find((each) => each.id === item.id);
      const said = told?.said.find((each) => each.text.length > 3);
      return {
        text: sentence(item),
        scope: told?.scope ?? 'global',
        origin: 'dream',
        evidence: said === undefined ? [] : [{ session: said.at, quote: said.text }],
      };
    });
  const lines = truth.lines.map((text): GradedEntry => ({
    text,
    scope: 'global',
    origin: 'file',
    evidence: [],
  }));
  perfect = [...dreamt, ...lines];
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const gradeOf = (
  memory: readonly GradedEntry[],
  printed = JSON.stringify({ memory }),
): ReturnType<typeof grade> =>
  grade({ truth, memory: readPrintedMemory(JSON.stringify({ memory })), printed, home, store });
const figures = (memory: readonly GradedEntry[]): Figures => gradeOf(memory).figures;
const first = (): GradedEntry => {
  const [entry] = perfect;
  if (entry === undefined) throw new Error('nothing is planted');
  return entry;
};
const item = (test: (each: TruthItem) => boolean): TruthItem => {
  const found = truth.items.find(test);
  if (found === undefined) throw new Error('no such item');
  return found;
};
const withFirst = (change: Partial<GradedEntry>): readonly GradedEntry[] => [
  { ...first(), ...change },
  ...perfect.slice(1),
];

describe('grading', () => {
  it('finds nothing wrong with a perfect memory', () => {
    const { figures: all, misses, byType } = gradeOf(perfect);
    expect(misses).toEqual([]);
    expect(all).toMatchObject({ recall: 1, precision: 1, doubles: 0, misplaced: 0, leaks: 0, lost: 0 });
    expect(all).toMatchObject({ secretsOnDisk: 0, unsupported: 0, bare: 0 });
    expect(all.trueQuotes).toBe(all.quotes);
    expect(Object.values(byType).every((count) => count.found === count.wanted)).toBe(true);
  });

  it('sees that a planted thing was missed', () => {
    expect(figures(perfect.slice(1)).recall).toBeLessThan(1);
  });

  it('sees an entry that stands for nothing', () => {
    const stray = { ...first(), text: 'The moon is made of cheese.' };
    expect(figures([...perfect, stray]).precision).toBeLessThan(1);
  });

  it('lets an entry that closes a stale value pass', () => {
    const closing = { ...first(), text: 'Das Mehl kommt nicht mehr von der Mühle Kern.' };
    expect(figures([...perfect, closing]).precision).toBe(1);
  });

  it('sees the same thing said twice', () => {
    expect(figures([...perfect, { ...first(), text: `${first().text} Wirklich.` }]).doubles).toBe(1);
  });

  it('sees a rule in the wrong scope', () => {
    expect(figures(withFirst({ scope: 'project:elsewhere' })).misplaced).toBe(1);
  });

  it('sees what should have been left alone', () => {
    for (const text of [
      'Unser Mehl kommt von der Mühle Kern.',
      'Always use Bevy.',
      'Grumbold never says please.',
    ]) {
      expect(figures([...perfect, { ...first(), text }]).leaks, text).toBe(1);
    }
  });

  it('sees a secret in anything that was printed', () => {
    const { secrets } = item((each) => each.secrets.length > 0);
    expect(gradeOf(perfect, `{"memory":[],"note":"${secrets[0] ?? ''}"}`).figures.leaks).toBe(1);
  });

  it('sees that a line of a memory file is gone', () => {
    const [line] = truth.lines;
    expect(figures(perfect.filter((entry) => entry.text !== line)).lost).toBe(1);
  });

  it('sees a quote that nobody said, and one that is in another session', () => {
    const [evidence] = first().evidence;
    if (evidence === undefined) throw new Error('the first entry has evidence');
    const invented = figures(withFirst({ evidence: [{ ...evidence, quote: 'I never said this at all' }] }));
    expect(invented.trueQuotes).toBe(invented.quotes - 1);
    const elsewhere = figures(withFirst({ evidence: [{ ...evidence, session: crypto.randomUUID() }] }));
    expect(elsewhere.trueQuotes).toBe(elsewhere.quotes - 1);
  });

  it('sees a true quote that says something else', () => {
    const other = item((each) => each.id === 'signals-up').said[0];
    const evidence = [{ session: other?.at ?? '', quote: other?.text ?? '' }];
    const all = figures(withFirst({ evidence }));
    expect(all.unsupported).toBe(1);
    expect(all.trueQuotes).toBe(all.quotes);
  });

  it('sees an entry without any evidence', () => {
    expect(figures(withFirst({ evidence: [] })).bare).toBe(1);
  });

  it('takes a line that no file holds for one of the dream', () => {
    const invented = { ...first(), text: 'Der Laden hat eine Klingel.', origin: 'file' as const };
    expect(figures([...perfect, invented]).precision).toBeLessThan(1);
  });

  it('takes a page for no sentence', () => {
    expect(
      figures(withFirst({ text: `${first().text} ${'und so weiter '.repeat(40)}` })).recall,
    ).toBeLessThan(1);
  });
});

describe('looking for secrets on the disk', () => {
  const spilt = (put: (secret: Buffer) => void): number => {
    rmSync(store, { recursive: true, force: true });
    mkdirSync(store);
    put(Buffer.from(item((each) => each.secrets.length > 0).secrets[0] ?? ''));
    return figures(perfect).secretsOnDisk;
  };
  const around = (secret: Buffer): Buffer =>
    Buffer.concat([Buffer.from('before '), secret, Buffer.from(' after')]);

  it('finds one as it stands, two bytes a character, and in packed files', () => {
    expect(spilt((secret) => writeFileSync(join(store, 'plain'), around(secret)))).toBe(1);
    expect(
      spilt((secret) => writeFileSync(join(store, 'wide'), Buffer.from(secret.toString(), 'utf16le'))),
    ).toBe(1);
    expect(spilt((secret) => writeFileSync(join(store, 'gzip'), gzipSync(around(secret))))).toBe(1);
    expect(
      spilt((secret) => {
        writeFileSync(join(store, 'behind'), 'head');
        appendFileSync(join(store, 'behind'), zstdCompressSync(around(secret)));
      }),
    ).toBe(1);
  });

  it('finds one in a packed cell of a database, and leaves no file behind', () => {
    const path = join(store, 'slowwave.sqlite');
    const count = spilt((secret) => {
      const database = new Database(path);
      database.exec('CREATE TABLE blocks (bytes BLOB) STRICT');
      const padded = Buffer.concat([Buffer.from('x'.repeat(9000)), around(secret)]);
      database.prepare('INSERT INTO blocks VALUES (?)').run(zstdCompressSync(padded));
      database.close();
    });
    expect(count).toBe(1);
    expect(filesBelow(store)).toEqual([path]);
  });

  it('finds none where there is none', () => {
    expect(spilt(() => writeFileSync(join(store, 'empty'), 'nothing to see'))).toBe(0);
  });
});
