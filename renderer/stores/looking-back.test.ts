// The stores of Memory, Diary and Patterns over a scripted app.
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/contract.ts';
import { err, ok } from '../../shared/result.ts';
import { createFixtureBridge, unreachable, usualData } from '../fixtures/answers.ts';
import { memoryStates, patternStates } from '../fixtures/looking-back.ts';
import { copies, fileView } from '../fixtures/memory.ts';
import { createDiaryStore, newestNight } from './diary.ts';
import { createKeyed } from './keyed.ts';
import { createMemoryStore, pairKey } from './memory.ts';
import { createPatternsStore } from './patterns.ts';

const now = () => usualData.now;
const bridgeWith = (instead: Partial<Answers>) =>
  createFixtureBridge({ ...usualData, ...patternStates.whole, instead });

describe('things told apart by a key', () => {
  it('are the same store for the same key, and only the newest are kept', () => {
    const keyed = createKeyed((key) => Promise.resolve(ok(key)));
    const first = keyed.at('0');
    expect(keyed.at('0')).toBe(first);
    for (let i = 1; i <= 30; i++) keyed.at(String(i));
    expect(keyed.known().length).toBeLessThan(30);
    expect(keyed.at('0')).not.toBe(first);
  });
});

describe('the store of memory', () => {
  it('asks for a difference from the older to the newer', async () => {
    const memory = createMemoryStore(bridgeWith(memoryStates.whole.instead), now);
    const diff = memory.diff.at(pairKey(2, 4));
    await diff.load();
    expect([diff.value()?.from, diff.value()?.to]).toEqual([2, 4]);
  });

  it('asks anew for what was seen after a version was brought back, and for nothing else', async () => {
    const asked: string[] = [];
    const bridge = bridgeWith({
      'memory.list': () => {
        asked.push('list');
        return Promise.resolve(ok([]));
      },
    });
    const memory = createMemoryStore(bridge, now);
    await memory.rollBack(2);
    expect(asked).toEqual([]);
    await memory.entries.load();
    await memory.rollBack(2);
    expect(asked).toEqual(['list', 'list']);
  });

  it('brings files back from the copy before the deed, and leaves alone what has none', async () => {
    const restored: (readonly number[])[] = [];
    const bridge = bridgeWith({
      'guard.restore': ({ copies: numbers }) => {
        restored.push(numbers);
        return Promise.resolve(ok({ apply: 1, written: [], questions: [] }));
      },
    });
    const deed = { agent: 'codex', what: 'removed', linesAdded: 0, linesRemoved: 4 } as const;
    const memory = createMemoryStore(bridge, now);
    const [newest, oldest] = copies.map(({ copy }) => copy);
    await memory.undoDeeds([
      { ...deed, path: '~/a.md', copy: newest ?? 0 },
      { ...deed, path: '~/b.md', copy: oldest ?? 0 },
    ]);
    expect(restored).toEqual([[oldest]]);
  });

  it('joins the next lines of a long file to those that are shown', async () => {
    const view = fileView('~/long.md');
    const asked: number[] = [];
    const bridge = bridgeWith({
      'memory.file': ({ fromLine }) => {
        asked.push(fromLine);
        const lines = view.lines.map((line) => ({ ...line, line: line.line + fromLine - 1 }));
        return Promise.resolve(ok({ ...view, lines, linesLeft: fromLine === 1 ? 8 : 0 }));
      },
    });
    const memory = createMemoryStore(bridge, now);
    await memory.file.at('~/long.md').load();
    expect(await memory.moreLines('~/long.md')).toBeNull();
    const shown = memory.file.at('~/long.md').value();
    expect(asked).toEqual([1, view.lines.length + 1]);
    expect([shown?.lines.at(-1)?.line, shown?.linesLeft]).toEqual([2 * view.lines.length, 0]);
  });

  it('gives a failure back and keeps what it knew', async () => {
    const bridge = bridgeWith({ 'memory.pin': () => Promise.resolve(err(unreachable)) });
    const memory = createMemoryStore(bridge, now);
    expect(await memory.pin('mem_x', true)).toEqual(unreachable);
  });
});

describe('the store of the diary', () => {
  it('asks for a night by its date, and for the newest by none', async () => {
    const dates: (string | null)[] = [];
    const answer = bridgeWith({});
    const diary = createDiaryStore({
      ...answer,
      call: (name, args) => {
        if ('date' in args) dates.push(args.date);
        return answer.call(name, args);
      },
    });
    await diary.page.at('2026-11-20').load();
    await diary.page.at(newestNight).load();
    expect(dates).toEqual(['2026-11-20', null]);
  });
});

describe('the store of patterns', () => {
  it('mutes at once, and takes it back where it could not be kept', async () => {
    const store = createPatternsStore(
      bridgeWith({ 'pattern.mute': () => Promise.resolve(err(unreachable)) }),
    );
    await store.patterns.load();
    const isMuted = () => store.patterns.value()?.find(({ id }) => id === 'ptn_npm')?.isMuted;
    const muting = store.mute('ptn_npm', true);
    expect(isMuted()).toBe(true);
    expect(await muting).toEqual(unreachable);
    expect(isMuted()).toBe(false);
  });

  it('asks anew for another number of days only', async () => {
    const days: number[] = [];
    const store = createPatternsStore(
      bridgeWith({
        'pattern.list': (args) => {
          days.push(args.days);
          return Promise.resolve(ok([]));
        },
      }),
    );
    store.move({ agent: 'codex' });
    store.move({ days: 30 });
    expect(days).toEqual([]);
    store.move({ days: 90 });
    expect(days).toEqual([90]);
  });

  it('finds the quotes of the same words only', async () => {
    const store = createPatternsStore(bridgeWith(patternStates.whole.instead));
    await store.patterns.load();
    const pattern = store.patterns.value()?.find(({ conflictId }) => conflictId === null);
    if (pattern === undefined) throw new Error('the fixture has patterns');
    const found = await store.evidence(pattern);
    expect(found.ok && found.value.length).toBe(1);
    const other = createPatternsStore(bridgeWith({ 'memory.explain': () => Promise.resolve(ok([])) }));
    expect(await other.evidence(pattern)).toEqual(ok([]));
  });
});
