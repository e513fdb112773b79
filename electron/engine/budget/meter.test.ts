import { describe, expect, it } from 'vitest';
import { epochMs, nightId } from '../../../shared/ids.ts';
import type { BudgetSettings } from '../../../shared/settings.ts';
import { usualSettings } from '../../../shared/settings.ts';
import type { WritableDb } from '../store/db.ts';
import { openTempStore } from '../store/testing/temp-store.ts';
import { createMeter, type Wanted } from './meter.ts';
import { costOf, priceOf, priceTable } from './prices.ts';

const wanted: Wanted = {
  role: 'consolidator',
  model: 'claude-sonnet-5',
  about: 'a test',
  questions: [],
  attempt: 1,
  // 10,000 in at 2.50 (the dearest way) and 1,000 out at 10: 0.035 dollars
  bound: { inputTokens: 10_000, outputTokens: 1_000 },
  sent: [],
};
const october = Date.UTC(2025, 9, 31, 23, 59);
const table = priceTable(null);
const prices = table.ok ? table.value : null;

function meterOf(
  db: WritableDb,
  budget: Partial<BudgetSettings>,
  more: { night?: string; atMs?: number; elapsedMs?: number; tokensOnly?: boolean } = {},
) {
  if (prices === null) throw new Error('the table is read');
  return createMeter({
    db,
    night: nightId(more.night ?? 'a'),
    budget: { ...usualSettings.budget, ...budget },
    roundsMax: 2,
    prices,
    tokensOnly: more.tokensOnly ?? false,
    wall: () => epochMs(more.atMs ?? october),
    elapsedMs: () => more.elapsedMs ?? 0,
  });
}

const capOf = (meter: ReturnType<typeof meterOf>, more: Partial<Wanted> = {}): string | null => {
  const reserved = meter.reserve({ ...wanted, ...more });
  return reserved.ok ? null : reserved.error;
};

describe('a meter', () => {
  it.each([
    ['usd-night', { usdPerNight: 0.0349 }],
    ['usd-month', { usdPerMonth: 0.0349 }],
    ['tokens-night', { tokensPerNight: 10_999 }],
    ['tokens-month', { tokensPerMonth: 10_999 }],
  ] as const)('names the cap %s when a call could pass it', (cap, budget) => {
    const { db } = openTempStore();
    expect(capOf(meterOf(db, budget))).toBe(cap);
    expect(capOf(meterOf(db, { usdPerNight: 0.035, usdPerMonth: 0.035, tokensPerNight: 11_000 }))).toBe(null);
  });

  it('holds nights to their minutes, and grading to its rounds', () => {
    const { db } = openTempStore();
    expect(capOf(meterOf(db, { minutesPerNight: 1 }, { elapsedMs: 60_001 }))).toBe('minutes-night');
    const meter = meterOf(db, { usdPerNight: 100 });
    expect([1, 2, 3].map(() => capOf(meter, { role: 'grader' }))).toEqual([null, null, 'rounds-night']);
    const next = meterOf(db, { roundsPerMonth: 2 }, { night: 'b' });
    expect(capOf(next, { role: 'grader' })).toBe('rounds-month');
  });

  it('counts what has no end with all that was reserved, also for another process', () => {
    const { db } = openTempStore();
    const budget = { usdPerNight: 0.05 };
    expect(capOf(meterOf(db, budget))).toBe(null);
    expect(capOf(meterOf(db, budget))).toBe('usd-night');
  });

  it('gives back what a call did not cost', () => {
    const { db } = openTempStore();
    const meter = meterOf(db, { usdPerNight: 0.05 });
    const first = meter.reserve(wanted);
    if (!first.ok) throw new Error('it is let through');
    const usage = { inputTokens: 1000, outputTokens: 100, cacheWriteTokens: 0, cacheReadTokens: 0 };
    meter.settle(first.value, {
      outcome: 'said',
      usage,
      mayBePaid: true,
      tookMs: 5,
      requestId: null,
      detail: null,
    });
    expect(meter.spent()).toEqual({ tokens: 1100, usd: 0.003, calls: 1 });
    expect(capOf(meter)).toBe(null);
  });

  it('begins a new month with the month', () => {
    const { db } = openTempStore();
    expect(capOf(meterOf(db, { usdPerMonth: 0.05 }))).toBe(null);
    expect(capOf(meterOf(db, { usdPerMonth: 0.05 }, { night: 'b' }))).toBe('usd-month');
    const november = october + 120_000;
    expect(capOf(meterOf(db, { usdPerMonth: 0.05 }, { night: 'b', atMs: november }))).toBe(null);
  });

  it('asks no model without a price, but where its owner counts tokens alone', () => {
    const { db } = openTempStore();
    const unknown = { model: 'a-model-of-tomorrow' };
    expect(capOf(meterOf(db, {}), unknown)).toBe('no-price');
    expect(capOf(meterOf(db, {}, { tokensOnly: true }), unknown)).toBe(null);
    expect(capOf(meterOf(db, { tokensPerNight: 11_000 }, { tokensOnly: true }), unknown)).toBe(
      'tokens-night',
    );
  });
});

describe('the price table', () => {
  it('lets its owner correct a price, and says what is wrong with their file', () => {
    const own = priceTable(
      '{"models": {"claude-sonnet-5": {"input": 4, "output": 20}, "llama": {"input": 0, "output": 0}}}',
    );
    if (!own.ok) throw new Error('it is read');
    expect(priceOf(own.value, 'claude-sonnet-5')).toMatchObject({ input: 4, output: 20 });
    expect(priceOf(own.value, 'llama')).toMatchObject({ input: 0 });
    expect(priceOf(own.value, 'claude-opus-5')).toMatchObject({ input: 5, output: 25 });
    for (const broken of ['{', '[]', '{"models": {"a": {"input": -1, "output": 1}}}', '{"models": {"a": 3}}'])
      expect(priceTable(broken)).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
  });

  it('knows a dated name by its name, and guesses nothing else', () => {
    if (prices === null) throw new Error('the table is read');
    expect(priceOf(prices, 'claude-haiku-4-5-20251001')).toEqual(priceOf(prices, 'claude-haiku-4-5'));
    expect(priceOf(prices, 'claude-haiku-4-5-turbo')).toBe(null);
  });

  it('prices each kind of token by itself, to the nano-dollar', () => {
    const price = { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.2 };
    const usage = { inputTokens: 3, outputTokens: 5, cacheWriteTokens: 7, cacheReadTokens: 11 };
    expect(costOf(usage, price)).toBe(3 * 2000 + 5 * 10_000 + 7 * 2500 + 11 * 200);
    expect(costOf(usage, price, 0.5)).toBe(37_850);
  });
});
