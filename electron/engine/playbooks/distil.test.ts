import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionSignals } from '../../../shared/dream.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { booksOf } from './books.ts';
import { distil, entryIdOf, textOf, type ReadTurn } from './distil.ts';
import { session, sessions } from './testing/made-up-work.ts';

const readTurn: ReadTurn = (_, ordinal) => ({
  text: `turn ${ordinal}\nmore`,
  atMs: epochMs(1),
  origin: 'agent',
});
const offered = (all: readonly SessionSignals[]): readonly string[] =>
  distil(all, [], readTurn).themes.map(({ text, isUnasked }) => `${text}${isUnasked ? ' (weak)' : ''}`);

const good = ['make login', 'make deploy'];
const bad = ['make deploy!'];
const mended = ['make deploy!', 'make login', 'make deploy'];

describe('a step', () => {
  it('is a rule for sure where many sessions went well with it and badly without', () => {
    expect(offered([...sessions(8, 'good', good), ...sessions(5, 'bad', bad)])).toEqual([
      'Before `make deploy`, run `make login`.',
    ]);
  });

  it('is a weak one where it alone turned a failure, and others did it from the beginning', () => {
    const few = [...sessions(2, 'good', good), session('mended', mended)];
    expect(offered(few)).toEqual(['Before `make deploy`, run `make login`. (weak)']);
    expect(offered(few.slice(1))).toEqual([]);
  });

  it('is none where work went badly with it as well', () => {
    const mixed = [
      ...sessions(2, 'good', good),
      session('mended', mended),
      ...sessions(2, 'lost', ['make login', 'make deploy!']),
    ];
    expect(offered(mixed)).toEqual([]);
  });

  it('is none where a file was edited between: the edit may have mended it', () => {
    const edited = session('edited', ['make deploy!', 'edit', 'make login', 'make deploy']);
    expect(offered([...sessions(2, 'good', good), edited])).toEqual([]);
  });

  it('belongs to its project, and to none where a session stands in none', () => {
    const elsewhere = sessions(5, 'bad', bad).map((one) => ({ ...one, project: 'other' }));
    expect(offered([...sessions(8, 'good', good), ...elsewhere])).toEqual([]);
    expect(
      offered(
        [...sessions(8, 'g', good), ...sessions(5, 'b', bad)].map((one) => ({ ...one, project: null })),
      ),
    ).toEqual([]);
  });
});

it('says to leave out an option that alone made it fail, and never went well', () => {
  const all = [
    ...sessions(3, 'plain', ['make deploy']),
    session('fast', ['make deploy --fast!', 'make deploy']),
  ];
  expect(offered(all)).toEqual(['Run `make deploy` without `--fast`. (weak)']);
  expect(offered([...all, session('lucky', ['make deploy --fast'])])).toEqual([]);
});

it('names the check that found out what went wrong', () => {
  const all = [
    ...sessions(3, 'well', ['make deploy', '?make smoke']),
    ...sessions(3, 'caught', ['make deploy', '?make smoke!']),
  ];
  expect(offered(all)).toEqual(['After `make deploy`, run `make smoke`.']);
});

it('finds no rule in work where nothing made a difference', () => {
  // each step by the toss of a coin, each outcome by another: what is found is luck
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 12, maxLength: 12 }),
      (tosses) => {
        const all = tosses.map(([a, b, failed], at) =>
          session(`s${at}`, [
            ...(a ? ['make a'] : []),
            ...(b ? ['make b'] : []),
            failed ? 'make deploy!' : 'make deploy',
          ]),
        );
        found += distil(all, [], readTurn).themes.filter(({ isUnasked }) => !isUnasked).length > 0 ? 1 : 0;
      },
    ),
    { numRuns: 300 },
  );
  expect(found / 300).toBeLessThan(0.1);
});

it('gives the same whatever the order of the sessions', () => {
  const all = [...sessions(4, 'good', good), ...sessions(3, 'bad', bad), session('mended', mended)];
  const expected = distil(all, [], readTurn);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(distil(shuffled, [], readTurn)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

describe('a rule in memory', () => {
  const remembered = (all: readonly SessionSignals[]): MemoryEntry => {
    const [book] = booksOf(all);
    const rule = book?.rules.find(({ part }) => part === 'step');
    if (book === undefined || rule === undefined) throw new Error('no rule');
    return {
      id: entryIdOf(book, rule),
      text: textOf(rule, 'en'),
      kind: 'playbook',
      scope: 'project:shop',
      origin: 'dream',
      taint: 'tool',
      score: 1,
      dimensions: null,
      evidence: [],
      places: [],
      validity: { trueFromMs: null, trueUntilMs: null, knownFromMs: epochMs(1), retiredAtMs: null },
      status: 'active',
      closedBecause: null,
    };
  };
  const first = [...sessions(2, 'good', good), session('mended', mended)];

  it('is told again as it stands, so that no night offers it twice', () => {
    const entry = remembered(first);
    const { themes, ended } = distil(first, [entry], readTurn);
    expect(themes.map(({ text }) => text)).toEqual([entry.text]);
    expect(ended).toEqual([]);
  });

  it('ends where work goes badly with it as often as well', () => {
    const entry = remembered(first);
    const since = [...first, ...sessions(3, 'worse', ['make login', 'make deploy!'])];
    expect(distil(since, [entry], readTurn).ended).toEqual([
      { entryId: entry.id, because: 'it went badly in 3 of the 6 sessions that followed it' },
    ]);
    // what was never let in has nothing to end
    expect(distil(since, [], readTurn).ended).toEqual([]);
  });
});

it('quotes each rule to the letter, and no turn that holds a secret', () => {
  const all = [...sessions(8, 'good', good), ...sessions(5, 'bad', bad)];
  const [theme] = distil(all, [], readTurn).themes;
  expect(theme?.evidence.length).toBeGreaterThan(3);
  for (const { turn, quote } of theme?.evidence ?? [])
    expect(readTurn(all[0]?.session ?? session('x', []).session, turn)?.text).toContain(quote);
  const masked: ReadTurn = () => ({ text: 'deploy with ⟦masked:token⟧', atMs: null, origin: 'agent' });
  expect(distil(all, [], masked).themes[0]?.evidence).toEqual([]);
});
