// When what changed by day is copied: after a burst, not too often, never beside other work, and also where nothing can
// be watched. Eyes, clock and copying are in the test's hand.
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../shared/engine.ts';
import { err, ok } from '../../shared/result.ts';
import type { WatchPlaces } from '../../shared/window.ts';
import type { EyesHear } from './eyes.ts';
import type { LongEnd } from './jobs.ts';
import { againMs, betweenMs, blindLookMs, createDayWatch, quietMs } from './watch.ts';

const report = { newFiles: 1 } as unknown as ImportReport;
type End = LongEnd<ImportReport>;

async function open(keepsWatch = true) {
  const did: string[] = [];
  const logged: string[] = [];
  const opened: WatchPlaces[] = [];
  const hears: EyesHear[] = [];
  const timers = new Set<{ readonly dueMs: number; readonly work: () => void }>();
  const ends: ((end: End) => void)[] = [];
  const state = { nowMs: 1_000_000, isBusy: false, places: { folders: ['/a'], files: ['/b'] } };
  const days = createDayWatch({
    keepsWatch,
    openEyes: (places, hear) => {
      opened.push(places);
      hears.push(hear);
      return { close: () => Promise.resolve(void did.push('eyes closed')) };
    },
    places: () => Promise.resolve(state.places),
    startImport: () => {
      did.push('copy');
      const end = Promise.withResolvers<End>();
      ends.push(end.resolve);
      return { end: end.promise, wake: () => did.push('woken'), stop: () => undefined };
    },
    isBusy: () => state.isBusy,
    onCopied: () => void did.push('copied'),
    log: (_level, text) => void logged.push(text),
    wall: () => state.nowMs,
    after: (delayMs, work) => {
      const timer = { dueMs: state.nowMs + delayMs, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  await days.begin();
  const pass = async (ms: number): Promise<void> => {
    state.nowMs += ms;
    for (const timer of timers) if (timer.dueMs <= state.nowMs && timers.delete(timer)) timer.work();
    await settled();
  };
  const end = async (with_: End = { kind: 'answered', answer: ok(report) }): Promise<void> => {
    ends.at(-1)?.(with_);
    await settled();
  };
  const change = (): void => hears.at(-1)?.onChange();
  const blind = (): void => hears.at(-1)?.onBlind('ENOSPC: no space for watches');
  return { days, did, logged, opened, state, pass, end, change, blind, timers };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('copying by day', () => {
  it('comes when a burst is over, once', async () => {
    const { did, change, pass, end } = await open();
    for (let i = 0; i < 8; i++) {
      change();
      await pass(quietMs - 1000);
    }
    expect(did).toEqual([]);
    await pass(1000);
    expect(did).toEqual(['copy']);
    await end();
    expect(did).toEqual(['copy', 'copied']);
    await pass(10 * betweenMs);
    expect(did).toHaveLength(2);
  });

  it('comes in the middle of a burst that has no end', async () => {
    const { did, change, pass } = await open();
    for (let i = 0; i < 40 && did.length === 0; i++) {
      change();
      await pass(2000);
    }
    expect(did).toEqual(['copy']);
  });

  it('comes no more than once a minute', async () => {
    const { did, change, pass, end } = await open();
    change();
    await pass(quietMs);
    await end();
    change();
    await pass(quietMs);
    expect(did).toEqual(['copy', 'copied']);
    await pass(betweenMs);
    expect(did).toEqual(['copy', 'copied', 'copy']);
  });

  it('never begins beside other work, and comes when that is done', async () => {
    const { did, change, pass, state } = await open();
    state.isBusy = true;
    change();
    await pass(quietMs);
    await pass(againMs);
    expect(did).toEqual([]);
    state.isBusy = false;
    await pass(againMs);
    expect(did).toEqual(['copy']);
  });

  it('gives way to what has more weight', async () => {
    const { did, change, pass, days } = await open();
    change();
    await pass(quietMs);
    days.giveWay();
    expect(did).toEqual(['copy', 'woken']);
  });

  it('that fails or is lost is logged, and comes again with the next change', async () => {
    const { did, logged, change, pass, end } = await open();
    const failure = { kind: 'disk-full', happened: 'The disk is full.', safe: '', todo: '' } as const;
    change();
    await pass(quietMs);
    await end({ kind: 'answered', answer: err(failure) });
    change();
    await pass(betweenMs);
    await end({ kind: 'lost', why: 'Its process ended.' });
    expect(logged.join('\n')).toMatch(/The disk is full[^]*Its process ended/u);
    expect(did).toEqual(['copy', 'copy']);
  });

  it('is not delayed for ever by a clock that was put back', async () => {
    const { did, change, pass, end, state } = await open();
    change();
    await pass(quietMs);
    await end();
    state.nowMs -= 86_400_000;
    change();
    await pass(quietMs);
    expect(did).toEqual(['copy', 'copied', 'copy']);
  });
});

describe('what is watched', () => {
  it('is looked through anew after a copy: a new project has memory files of its own', async () => {
    const { opened, state, change, pass, end, did } = await open();
    state.places = { folders: ['/a'], files: ['/b', '/c'] };
    change();
    await pass(quietMs);
    await end();
    expect(opened.map((one) => one.files)).toEqual([['/b'], ['/b', '/c']]);
    expect(did).toContain('eyes closed');
  });

  it('is nothing where nobody is to watch', async () => {
    const { opened } = await open(false);
    expect(opened).toEqual([]);
  });

  it('is let go of when the app rests', async () => {
    const { did, days, change, timers } = await open();
    change();
    await days.rest();
    change();
    expect(did).toEqual(['eyes closed']);
    expect(timers.size).toBe(0);
  });
});

describe('where the system gives no more watches', () => {
  it('there is a look every ten minutes, and it is said once', async () => {
    const { did, logged, days, blind, pass, end, opened } = await open();
    expect(days.notice()).toBeNull();
    blind();
    blind();
    expect(logged).toHaveLength(1);
    expect(days.notice()).toContain('every ten minutes');
    for (let i = 0; i < 3; i++) {
      await pass(blindLookMs);
      await end();
    }
    expect(did.filter((one) => one === 'copied')).toHaveLength(3);
    expect(opened).toHaveLength(1);
  });
});
