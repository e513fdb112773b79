import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryId, epochMs, sessionId } from '../../../shared/ids.ts';
import type { CurveVerdict } from '../../../shared/receipts.ts';
import type { SessionTimes } from '../store/project-sessions.ts';
import { repeatCurve } from './curve.ts';
import { whoHad, type Loading } from './exposure.ts';
import { hastesNeeded, silencesNeeded } from './any-look.ts';
import { pooledRatio, rateRatio } from './rate-ratio.ts';

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

/** Of all counts that a year comes to, once for each number of occurrences before. */
function remembered<T>(
  of: (before: number, after: number) => readonly T[],
): (before: number) => readonly T[] {
  const known = new Map<number, readonly T[]>();
  return (before) => {
    const limits = known.get(before) ?? of(before, 600);
    known.set(before, limits);
    return limits;
  };
}
const silences = remembered(silencesNeeded);
const hastes = remembered(hastesNeeded);
const silence = (before: number, after: number): number => silences(before)[after] ?? Infinity;
const haste = (before: number, after: number): number => hastes(before)[after] ?? 0;

interface Looks {
  readonly everRarer: boolean;
  readonly everMore: boolean;
  readonly rarerAtLast: boolean;
}

/** A year of three sessions a day, looked at after each: `left` times the mistakes since it is served. */
function yearOfLooks(chance: () => number, left: number): Looks {
  const rate = 0.05 + chance() * 0.1;
  const delay = Math.ceil((1 + chance() * 6) * 3);
  let [before, beforeSessions, after, servedAt] = [0, 0, 0, Infinity];
  let [everRarer, everMore, rarerAtLast] = [false, false, false];
  for (let at = 0; at < 3 * 365; at++) {
    const isServed = at >= servedAt;
    const occurs = chance() < (isServed ? rate * left : rate);
    if (!isServed) {
      beforeSessions += 1;
      if (occurs) before += 1;
      if (before === 3 && servedAt === Infinity) servedAt = at + delay;
      continue;
    }
    if (occurs) after += 1;
    const longer = (at - servedAt + 1) / beforeSessions;
    rarerAtLast = longer > silence(before, after);
    everRarer ||= rarerAtLast;
    everMore ||= longer < haste(before, after);
  }
  return { everRarer, everMore, rarerAtLast };
}

describe('looked at after every session of a year', () => {
  const years = process.env['LONG'] === '1' ? 20_000 : 1000;
  const shareOf = (left: (chance: () => number) => number) => {
    const chance = chanceOf(11);
    const all = Array.from({ length: years }, () => yearOfLooks(chance, left(chance)));
    const share = (is: (one: Looks) => boolean): number => all.filter(is).length / years;
    return {
      rarer: share((one) => one.everRarer),
      more: share((one) => one.everMore),
      atLast: share((one) => one.rarerAtLast),
    };
  };

  const idle = shareOf(() => 1);

  it('a rule that changes nothing is called rarer in fewer than 4 of 100 years on any day, and more frequent in 1', () => {
    expect(idle.rarer).toBeLessThan(0.04);
    expect(idle.more).toBeLessThan(0.01);
  });

  it('a rule that makes mistakes more frequent is never called rarer, and is found out', () => {
    const harming = shareOf(() => 6);
    expect(harming.rarer).toBeLessThan(0.005);
    expect(harming.more).toBeGreaterThan(0.5);
  });

  it('a rule that helps is told so, with a precision and a recall of nine in ten or more', () => {
    const helping = shareOf((chance) => chance() * 0.15);
    expect(helping.atLast).toBeGreaterThanOrEqual(0.9);
    expect(helping.rarer / (helping.rarer + idle.rarer)).toBeGreaterThanOrEqual(0.9);
    expect(helping.more).toBeLessThan(0.005);
  });
});

describe('limits for every look', () => {
  /** The law that they are made for: the next one comes at the rate (before + count) / (1 + x). */
  const strays = (
    before: number,
    chance: () => number,
  ): { readonly high: boolean; readonly low: boolean } => {
    let y = 0;
    for (let count = 0; count < 60; count++) {
      y -= Math.log(1 - chance()) / (before + count);
      const x = Math.expm1(y);
      if (x > silence(before, count)) return { high: true, low: false };
      if (x < haste(before, count + 1)) return { high: false, low: true };
    }
    return { high: false, low: false };
  };

  it.each([1, 3, 12])('stray no more often than was handed out, with %d occurrences before', (before) => {
    const chance = chanceOf(before);
    const all = Array.from({ length: 8000 }, () => strays(before, chance));
    const high = all.filter((one) => one.high).length / all.length;
    // sixty counts use nearly all of it: far less would be timid
    expect(high).toBeGreaterThan(0.03);
    expect(high).toBeLessThan(0.043);
    expect(all.filter((one) => one.low).length / all.length).toBeLessThan(0.012);
  });
});

describe('the ratio of two rates', () => {
  it('lies between its limits', () => {
    const side = fc.record({
      sessions: fc.integer({ min: 1, max: 400 }),
      occurrences: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { ratio, low, high } = rateRatio(before, after);
        if (ratio === null || low === null || before.sessions < 2 * before.occurrences) return;
        expect(low).toBeLessThanOrEqual(ratio + 1e-9);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(ratio - 1e-9);
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
    expect(low).toBeGreaterThan(0.08);
    expect(high).toBeLessThan(0.6);
  });
});
