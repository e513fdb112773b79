// Runs over work that a test holds in its hand: begun, followed, woken and ended.
import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { ImportReport, Progress } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { DreamDone, JobOf, LongEnd, StartLong } from './jobs.ts';
import { createRuns, stopped, wakeWithinMs, type RunWish } from './runs.ts';

const receipt = { nightId: 'ngt_1' } as unknown as Receipt;
const imported = { files: 3 } as unknown as ImportReport;
const done: DreamDone = { receipt, imported, waiting: 2, preview: null };
const dream: JobOf<'dream'> = {
  kind: 'dream',
  options: {
    preview: false,
    instructions: null,
    sessionsMax: null,
    sinceMs: null,
    apply: 'review',
    paths: [],
  },
};
const wish: RunWish = { job: dream, isSample: false, startedBy: 'you' };

function open() {
  const events: LiveEvent[] = [];
  const did: string[] = [];
  const timers: { readonly delayMs: number; readonly work: () => void; isOff: boolean }[] = [];
  const ended = Promise.withResolvers<LongEnd<DreamDone>>();
  let progress: (event: Progress) => void = () => undefined;
  let nowMs = 1000;
  const startLong = ((_job: unknown, options: { onProgress: (event: Progress) => void }) => {
    progress = options.onProgress;
    return { end: ended.promise, wake: () => did.push('wake'), stop: () => did.push('stop') };
  }) as unknown as StartLong;
  const runs = createRuns({
    startLong,
    now: () => epochMs((nowMs += 1)),
    after: (delayMs, work) => {
      const timer = { delayMs, work, isOff: false };
      timers.push(timer);
      return () => void (timer.isOff = true);
    },
    emit: (event) => void events.push(event),
    settleLost: () => Promise.resolve({ ...receipt, outcome: 'failed' as const }),
    onEnded: () => void did.push('ended'),
  });
  return { runs, events, did, timers, ended, step: (event: Progress) => progress(event) };
}

describe('a run', () => {
  it('has its name at once, and is one at a time', () => {
    const { runs } = open();
    const first = runs.start(wish);
    expect(first).toMatchObject({ ok: true });
    expect(runs.start(wish)).toMatchObject({ ok: false, error: { kind: 'store-busy' } });
    expect(runs.running()).toMatchObject({ kind: 'dream', startedBy: 'you', stage: null, isWaking: false });
  });

  it('is followed: each stage with its time, the five newest events, and how far it is', () => {
    const { runs, step } = open();
    runs.start(wish);
    step({ kind: 'stage', stage: 'import' });
    for (let i = 1; i <= 7; i++)
      step({ kind: 'step', stage: 'import', done: i, total: 9, text: `file ${i}` });
    step({ kind: 'stage', stage: 'light' });
    expect(runs.running()).toMatchObject({
      stage: 'light',
      done: 0,
      stages: [{ stage: 'import' }, { stage: 'light' }],
    });
    expect(runs.running()?.events.map((one) => one.text)).toEqual([7, 6, 5, 4, 3].map((i) => `file ${i}`));
    step({ kind: 'step', stage: 'light', done: 2, total: 9, text: 'Noticing · shop' });
    step({ kind: 'event', stage: 'light', text: 'Set aside', about: { kind: 'set-aside' }, passed: 4 });
    step({ kind: 'event', stage: 'deep', text: 'Looked', about: null });
    // What was done beside the steps moves none of them, and what is known stays known.
    expect(runs.running()).toMatchObject({
      done: 2,
      total: 9,
      passed: 4,
      events: [{ about: null }, { text: 'Set aside', about: { kind: 'set-aside' } }, { about: null }, {}, {}],
    });
  });

  it('ends with what came of it, and can be asked for afterwards', async () => {
    const { runs, ended, events, did } = open();
    const begun = runs.start(wish);
    if (!begun.ok) throw new Error('begun');
    ended.resolve({ kind: 'answered', answer: ok(done) });
    const end = await begun.value.ended;
    expect(end).toMatchObject({ run: begun.value.run, receipt, imported, waiting: 2, failure: null });
    expect(runs.end(begun.value.run)).toBe(end);
    expect(runs.end('run-of-another-day')).toBeNull();
    expect(events.at(-1)).toEqual({ kind: 'run-ended', end });
    expect(did).toEqual(['ended']);
    expect(runs.running()).toBeNull();
  });

  it('ends with the failure where it failed', async () => {
    const { runs, ended } = open();
    const begun = runs.start(wish);
    const failure = { kind: 'disk-full', happened: 'a', safe: 'b', todo: 'c' } as const;
    ended.resolve({ kind: 'answered', answer: err(failure) });
    expect(begun.ok && (await begun.value.ended)).toMatchObject({ receipt: null, failure });
  });

  it('whose process died has the receipt of a failed night', async () => {
    const { runs, ended } = open();
    const begun = runs.start(wish);
    ended.resolve({ kind: 'lost', why: 'It was interrupted.' });
    expect(begun.ok && (await begun.value.ended)).toMatchObject({
      receipt: { outcome: 'failed' },
      failure: { kind: 'not-reached', happened: 'It was interrupted.' },
    });
  });
});

describe('waking', () => {
  it('asks the work to end, once, and says so', () => {
    const { runs, did } = open();
    runs.start(wish);
    expect([runs.wake(), runs.wake()]).toEqual([runs.running()?.run, runs.running()?.run]);
    expect(did).toEqual(['wake']);
    expect(runs.running()?.isWaking).toBe(true);
  });

  it('stops what does not wake within five seconds, and calls that woken', async () => {
    const { runs, did, timers, ended } = open();
    const begun = runs.start(wish);
    runs.wake();
    expect(timers).toMatchObject([{ delayMs: wakeWithinMs }]);
    timers[0]?.work();
    expect(did).toEqual(['wake', 'stop']);
    ended.resolve({ kind: 'lost', why: stopped });
    expect(begun.ok && (await begun.value.ended)).toMatchObject({ failure: { kind: 'woken' } });
  });

  it('lets the timer go where it woke in time', async () => {
    const { runs, timers, ended } = open();
    const begun = runs.start(wish);
    runs.wake();
    ended.resolve({ kind: 'answered', answer: ok(done) });
    if (begun.ok) await begun.value.ended;
    expect(timers[0]?.isOff).toBe(true);
  });

  it('has nothing to do where nothing runs', async () => {
    const { runs } = open();
    expect(runs.wake()).toBeNull();
    await runs.close();
  });
});
