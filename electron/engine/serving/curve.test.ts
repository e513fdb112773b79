import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryId, epochMs, sessionId } from '../../../shared/ids.ts';
import type { CurveVerdict } from '../../../shared/receipts.ts';
import type { SessionTimes } from '../store/project-sessions.ts';
import { repeatCurve } from './curve.ts';
import { whoHad, type Loading } from './exposure.ts';
import { pooledRatio, rateRatio, shareLimits } from './rate-ratio.ts';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 0, 1);
const projects = ['shop', 'site', 'api'];

/** Mulberry32: the same seed, the same year. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A year of two to four sessions a day. */
function yearOf(chance: () => number): readonly SessionTimes[] {
  return Array.from({ length: 365 }, (_, day) =>
    Array.from({ length: 2 + Math.floor(chance() * 3) }, (_unused, at): SessionTimes => {
      const native = `s-${day}-${at}`;
      return {
        id: sessionId('claude-code', native),
        agent: 'claude-code',
        nativeId: native,
        project: projects[Math.floor(chance() * projects.length)] ?? 'shop',
        firstAtMs: epochMs(startMs + day * dayMs + at * 3_600_000),
        turns: 10,
      };
    }),
  ).flat();
}

type Effect = 'helps' | 'does nothing' | 'never served';

/** Said with a fixed chance per session; taken in some days after its third saying; from then on the effect, if any. */
function judged(chance: () => number, effect: Effect, name: string): CurveVerdict {
  const sessions = yearOf(chance);
  const rate = 0.05 + chance() * 0.1;
  const left = effect === 'helps' ? chance() * 0.15 : 1;
  const delayMs = (1 + chance() * 6) * dayMs;
  const occurredIn = new Set<string>();
  let servedMs: number | null = null;
  for (const { id, firstAtMs } of sessions) {
    const at = firstAtMs ?? 0;
    const isServed = servedMs !== null && at >= servedMs;
    if (chance() < (isServed ? rate * left : rate)) {
      occurredIn.add(id);
      if (occurredIn.size === 3 && effect !== 'never served') servedMs = at + delayMs;
    }
  }
  const id = entryId(name);
  const loadings: readonly Loading[] =
    servedMs === null ? [] : [{ entryId: id, agent: 'claude-code', fromMs: servedMs, untilMs: null }];
  const had = whoHad({ id, scope: 'global' }, loadings, [], sessions);
  const nowMs = epochMs(startMs + 366 * dayMs);
  return repeatCurve({ scope: 'global', had, sessions, occurredIn, isOlderThanUs: false, nowMs }).verdict;
}

const seeds = process.env['LONG'] === '1' ? 400 : 25;
const rulesPerYear = 8;

function tallies(effect: Effect): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let seed = 0; seed < seeds; seed++) {
    const chance = chanceOf(seed * 3 + effect.length);
    for (let rule = 0; rule < rulesPerYear; rule++) {
      const verdict = judged(chance, effect, `${seed}-${rule}`);
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
  }
  return counts;
}

describe('the repeat-mistake curve over made-up years', () => {
  it('says "helps" of rules that help, hardly ever of rules that do nothing, and nothing of those never served', () => {
    const [helping, idle, never] = [tallies('helps'), tallies('does nothing'), tallies('never served')];
    const all = seeds * rulesPerYear;
    const found = helping['helps'] ?? 0;
    const wrong = idle['helps'] ?? 0;
    const told = { precision: found / (found + wrong), recall: found / all };
    expect(told.precision, JSON.stringify({ helping, idle })).toBeGreaterThanOrEqual(0.9);
    expect(told.recall, JSON.stringify({ helping, idle })).toBeGreaterThanOrEqual(0.9);
    expect(never).toEqual({ 'never-served': all });
    expect(helping['worse'] ?? 0).toBe(0);
  });

  it('calls it too early where even silence would prove nothing yet', () => {
    const sessions = yearOf(chanceOf(1)).slice(0, 40);
    const occurredIn = new Set(sessions.slice(0, 3).map(({ id }) => id));
    const served = sessions[10]?.firstAtMs ?? 0;
    const had = whoHad(
      { id: entryId('x'), scope: 'global' },
      [{ entryId: entryId('x'), agent: 'claude-code', fromMs: served, untilMs: null }],
      [],
      sessions.slice(0, 14),
    );
    const curve = repeatCurve({
      scope: 'global',
      had,
      sessions: sessions.slice(0, 14),
      occurredIn,
      isOlderThanUs: false,
      nowMs: epochMs(startMs + 20 * dayMs),
    });
    expect(curve).toMatchObject({
      verdict: 'too-early',
      before: { occurrences: 3 },
      after: { occurrences: 0 },
    });
  });
});

describe('the ratio of two rates', () => {
  it('has the limits that tables give', () => {
    // Clopper and Pearson's own example, as in every table of exact limits: 4 of 20, 95 %.
    const { low, high } = shareLimits(4, 20);
    expect(low).toBeCloseTo(0.0573, 4);
    expect(high).toBeCloseTo(0.4366, 4);
    // Rule of three's exact form: 0 of 30.
    expect(shareLimits(0, 30).high).toBeCloseTo(1 - 0.025 ** (1 / 30), 6);
  });

  it('lies between its limits, and is turned over when the two sides are', () => {
    const side = fc.record({
      sessions: fc.integer({ min: 1, max: 400 }),
      occurrences: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { ratio, low, high } = rateRatio(before, after);
        if (ratio === null || low === null) return;
        expect(low).toBeLessThanOrEqual(ratio + 1e-9);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(ratio - 1e-9);
        const turned = rateRatio(after, before);
        if (turned.high !== null && low > 0) expect(turned.high).toBeCloseTo(1 / low, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('pools several rules into the ratio that they share', () => {
    const strata = [
      { before: { sessions: 100, occurrences: 20 }, after: { sessions: 100, occurrences: 5 } },
      { before: { sessions: 50, occurrences: 20 }, after: { sessions: 200, occurrences: 20 } },
    ];
    const { ratio, low, high } = pooledRatio(strata);
    expect(ratio).toBeCloseTo(0.25, 10);
    expect(low).toBeGreaterThan(0.14);
    expect(high).toBeLessThan(0.45);
  });
});
