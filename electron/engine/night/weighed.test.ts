import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faintCue, type SessionSignals, type Signal } from '../../../shared/dream.ts';
import { sessionId } from '../../../shared/ids.ts';
import { chooseStrongest, createUnweighed } from './weighed.ts';

interface Said {
  readonly words: string;
  readonly strength?: number;
  readonly faint?: boolean;
}

const signal = ({ words, strength = 0, faint = false }: Said, at: number): Signal => ({
  id: `${words} ${String(at)}`,
  kind: 'fact',
  text: words,
  quotes: [{ ordinal: at, text: words }],
  origin: 'person',
  language: 'en',
  terms: words.split(' ').sort(),
  negated: [],
  values: [],
  cues: faint ? [faintCue] : [],
  strength,
  cued: strength,
  lasts: 0.5,
  afterSlip: false,
  slipTerms: [],
  announcesChange: false,
  atMs: null,
  steps: [],
  error: null,
  task: null,
});

const session = (name: string, said: readonly Said[], work = ''): SessionSignals => ({
  session: sessionId('claude-code', name),
  agent: 'claude-code',
  nativeId: name,
  project: null,
  signals: said.map(signal),
  language: 'en',
  ordinary: {},
  failedFixes: [],
  work,
  leftOut: { task: 1 },
});

const weighed = (sessions: readonly SessionSignals[], most: number): readonly SessionSignals[] => {
  const choose = chooseStrongest(sessions, most);
  return sessions.flatMap((one) => choose(one) ?? []);
};
const texts = (sessions: readonly SessionSignals[]): readonly string[] =>
  sessions.flatMap(({ signals }) => signals.map(({ text }) => text));

describe('what a night weighs of more than it can', () => {
  const days = [
    session('a', [{ words: 'use pnpm' }, { words: 'ask first', faint: true }]),
    session('b', [{ words: 'no tabs', strength: 0.9 }, { words: 'older talk' }]),
    session('c', [{ words: 'pnpm use' }, { words: 'newer talk' }]),
  ];

  it('is what was said again, then what is worded most like a rule, then the newest, and last what only supports', () => {
    expect([2, 3, 4, 5, 6].map((most) => texts(weighed(days, most)))).toEqual([
      ['use pnpm', 'pnpm use'],
      ['use pnpm', 'no tabs', 'pnpm use'],
      ['use pnpm', 'no tabs', 'pnpm use', 'newer talk'],
      ['use pnpm', 'no tabs', 'older talk', 'pnpm use', 'newer talk'],
      texts(days),
    ]);
  });

  it('is never more than it can, and all where that is little', () => {
    const said = fc.record({
      words: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
      faint: fc.boolean(),
    });
    const history = fc.array(fc.tuple(fc.array(said, { maxLength: 4 }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 40 }), (drawn, most) => {
        const all = drawn.map(([one, works], n) => session(`s${String(n)}`, one, works ? 'ran' : ''));
        const kept = weighed(all, most);
        expect(texts(kept).length).toBe(Math.min(most, texts(all).length));
        expect(kept.length).toBeLessThanOrEqual(most);
        const some = all.filter(({ signals, work }) => signals.length > 0 || work !== '');
        if (texts(all).length <= most && some.length <= most) expect(kept).toEqual(some);
      }),
    );
  });

  it('keeps what was done in the newest sessions, where room is left', () => {
    const worked = ['a', 'b', 'c'].map((name) => session(name, [], 'ran'));
    expect(weighed([...days, ...worked], 4).map(({ nativeId }) => nativeId)).toEqual(['a', 'b', 'c', 'c']);
  });

  it('counts what it left', () => {
    const choose = chooseStrongest(days, 3);
    const left = createUnweighed();
    for (const one of days) left.add(one, choose(one));
    expect(left.sums()).toEqual({ signals: 2, byKind: { fact: 2 }, leftOut: {} });
    const none = createUnweighed();
    none.add(session('d', [{ words: 'gone' }]), null);
    expect(none.sums()).toEqual({ signals: 1, byKind: { fact: 1 }, leftOut: { task: 1 } });
  });
});
