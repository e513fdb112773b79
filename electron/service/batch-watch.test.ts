// When batches are looked after, and when a night is gone on with. Clock, timers and the engine's answers are in the
// test's hand.
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/engine.ts';
import { asNightId, epochMs } from '../../shared/ids.ts';
import type { BatchesResumed, BatchView } from '../../shared/models.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createBatchWatch, nextLookMs } from './batch-watch.ts';

const night = asNightId('ngt_0000000000000001');
const beganAtMs = epochMs(1_000_000);
const minuteMs = 60_000;

const waiting = (over: Partial<BatchView> = {}): BatchView => ({
  number: 1,
  nightId: night,
  serverId: 'msgbatch_1',
  state: 'sent',
  beganAtMs,
  changedAtMs: beganAtMs,
  calls: 41,
  answered: 0,
  unanswered: 0,
  expiresAtMs: epochMs(beganAtMs + 24 * 60 * minuteMs),
  done: null,
  lookedAtMs: null,
  trouble: null,
  isStopping: false,
  reserved: { tokens: 1, usd: 0.1 },
  ...over,
});

const still: BatchesResumed = { settled: [], waiting: [waiting()], answers: 0, goesOn: null };
const there: BatchesResumed = { settled: [waiting()], waiting: [], answers: 41, goesOn: night };
const none: BatchesResumed = { settled: [], waiting: [], answers: 0, goesOn: null };

const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

function open(keepsWatch = true) {
  const did: string[] = [];
  const timers = new Set<{ readonly dueMs: number; readonly work: () => void }>();
  const state = {
    nowMs: beganAtMs + 5 * minuteMs,
    /** What timers count, whatever the clock on the wall says. */
    ticksMs: 0,
    isBusy: false,
    because: null as string | null,
    answer: ok(still) as Result<BatchesResumed, Failure>,
  };
  const watch = createBatchWatch({
    own: {
      hasStore: () => true,
      modelResume: () => {
        did.push('look');
        return Promise.resolve(state.answer);
      },
      modelWaiting: () => Promise.resolve(ok({ waiting: [waiting()], because: state.because })),
    },
    keepsWatch,
    wall: () => epochMs(state.nowMs),
    after: (delayMs, work) => {
      const timer = { dueMs: state.ticksMs + delayMs, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    isBusy: () => state.isBusy,
    goOn: (id) => {
      did.push(`go on with ${id}`);
      state.answer = ok(none);
      return ok(null);
    },
    onChange: () => undefined,
    log: () => undefined,
  });
  /** Minute by minute; gives how often it looked. */
  const pass = async (minutes: number): Promise<number> => {
    const before = did.length;
    for (let i = 0; i < minutes; i++) {
      state.nowMs += minuteMs;
      state.ticksMs += minuteMs;
      for (const timer of timers) if (timer.dueMs <= state.ticksMs && timers.delete(timer)) timer.work();
      await settled();
    }
    return did.length - before;
  };
  const begin = async (): Promise<void> => {
    watch.begin();
    await settled();
  };
  return { watch, did, state, pass, begin };
}

describe('the watch over batches', () => {
  it('looks at once when the app starts, and then less and less often', async () => {
    const { did, pass, begin } = open();
    await begin();
    expect(did).toEqual(['look']);
    expect(await pass(5)).toBe(5);
    expect(await pass(50)).toBeLessThanOrEqual(11);
    expect(await pass(60)).toBe(4);
  });

  it('goes on with the night once, by itself, when all of it is there', async () => {
    const { did, state, pass, begin } = open();
    await begin();
    state.answer = ok(there);
    await pass(1);
    expect(did).toEqual(['look', 'look', `go on with ${night}`]);
    await pass(30);
    expect(did.filter((one) => one.startsWith('go on'))).toHaveLength(1);
  });

  it('rests while a run is at work, and looks when it has ended', async () => {
    const { did, state, pass, begin } = open();
    state.isBusy = true;
    await begin();
    await pass(30);
    expect(did).toEqual([]);
    state.isBusy = false;
    await begin();
    expect(did).toEqual(['look']);
  });

  it('asks nobody without a key or a consent, and says why', async () => {
    const { watch, did, state, pass, begin } = open();
    state.because = 'You have not agreed.';
    await begin();
    await pass(30);
    expect(did).toEqual([]);
    expect(await watch.waiting()).toMatchObject({
      value: { because: 'You have not agreed.', nextLookAtMs: null },
    });
    state.because = null;
    await begin();
    expect(did).toEqual(['look']);
  });

  it('asks an overloaded service at most once an hour in the end, and is told of each fault once asked', async () => {
    const { watch, state, pass, begin } = open();
    state.answer = ok({ ...still, waiting: [waiting({ trouble: 'overloaded' })] });
    await begin();
    expect(await pass(4 * 60)).toBeLessThanOrEqual(9);
    const gone: Failure = { kind: 'not-reached', happened: 'x', safe: 'y', todo: 'z' };
    state.answer = err(gone);
    expect(await watch.askNow()).toEqual(err(gone));
    expect(nextLookMs(0, 50)).toBe(60 * minuteMs);
  });

  it('looks again when a computer slept past the time, or its clock was set back', async () => {
    const { did, state, pass, begin } = open();
    state.nowMs = beganAtMs + 120 * minuteMs;
    await begin();
    state.nowMs += 8 * 60 * minuteMs;
    await pass(1);
    expect(did).toHaveLength(2);
    state.nowMs -= 5 * 60 * minuteMs;
    await pass(1);
    expect(did).toHaveLength(3);
  });

  it('does nothing in a host that keeps no watch, but answers who asks', async () => {
    const { watch, did, pass, begin } = open(false);
    await begin();
    await pass(30);
    expect(did).toEqual([]);
    expect(await watch.askNow()).toMatchObject({ ok: true });
  });
});
