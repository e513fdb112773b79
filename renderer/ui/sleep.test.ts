import { describe, expect, it } from 'vitest';
import { receipt } from '../fixtures/make.ts';
import { dreaming } from '../fixtures/nights.ts';
import { sleepOfReceipt, sleepOfRunning, ticksBetween } from './sleep.ts';

describe('a night as a stair', () => {
  it('draws each stage as long as it took, one after the other', () => {
    const sleep = sleepOfReceipt(receipt());
    expect(sleep.intervals.map(({ lane, startMs, endMs }) => [lane, endMs - startMs])).toEqual([
      ['awake', 38_000],
      ['light', 61_000],
      ['rem', 74_000],
      ['deep', 73_000],
    ]);
    expect(sleep.end).toBe('whole');
  });

  it('marks one proposal for each, in the stage that wrote them', () => {
    const sleep = sleepOfReceipt(receipt({ proposed: { add: 2, merge: 1 } }));
    expect(sleep.marks).toHaveLength(3);
    const last = sleep.intervals.at(-1);
    for (const { atMs } of sleep.marks) expect(atMs).toBeGreaterThan(last?.startMs ?? Infinity);
  });

  it('ends in a gap where it failed and in a cut where it was woken, and invents no stage', () => {
    const stageMs = { import: 1_000, light: 2_000, rem: 0, deep: 0, propose: 0 };
    const failed = sleepOfReceipt(receipt({ outcome: 'failed', stageMs, tookMs: 3_000, proposed: {} }));
    expect(failed.intervals.map(({ lane }) => lane)).toEqual(['awake', 'light']);
    expect(failed.end).toBe('gap');
    expect(sleepOfReceipt(receipt({ outcome: 'woken' })).end).toBe('cut');
  });

  it('goes on until now while it runs, with what is left as a forecast', () => {
    const { running } = dreaming;
    expect(running).not.toBeNull();
    if (running === null) return;
    const now = running.startedAtMs + 200_000;
    const sleep = sleepOfRunning(running, now);
    expect(sleep.intervals.at(-1)).toMatchObject({ lane: 'rem', endMs: now });
    expect(sleep.forecast.map(({ lane }) => lane)).toEqual(['deep']);
  });

  it('has round moments on its axis, and never more than there is room for', () => {
    for (const span of [61_000, 246_000, 3_700_000, 40_000_000]) {
      for (const room of [2, 3, 6, 99]) {
        const ticks = ticksBetween(1_000, 1_000 + span, room);
        expect(ticks.length).toBeLessThanOrEqual(Math.min(6, room));
        for (const tick of ticks) expect(tick % 1_000).toBe(0);
      }
    }
  });
});
