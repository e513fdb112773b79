// How much rarer something became: the ratio of two rates, with limits that hold at every look (any-look.ts). Over several
// rules: Mantel and Haenszel's pooled ratio, with limits that hold at every look as well.
import type { Exposure } from '../../../shared/receipts.ts';
import { alphaHigh, alphaLow, hastesNeeded, silencesNeeded } from './any-look.ts';

export interface RateRatio {
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const unknown: RateRatio = { ratio: null, low: null, high: null };

/**
 * Pure. A rule is taken in because it occurred for the k-th time: we count until an occurrence, not for a time. The limits
 * are made for that; the estimate leaves that occurrence out (Haldane 1945).
 */
export function rateRatio(before: Exposure, after: Exposure): RateRatio {
  if (before.occurrences === 0 || before.sessions === 0 || after.sessions === 0) return unknown;
  const longer = after.sessions / before.sessions;
  const silence = silencesNeeded(before.occurrences, after.occurrences).at(-1) ?? null;
  const haste = hastesNeeded(before.occurrences, after.occurrences).at(-1) ?? 0;
  const others = { sessions: before.sessions - 1, occurrences: before.occurrences - 1 };
  const estimate = (after.occurrences * others.sessions) / (after.sessions * others.occurrences);
  return {
    ratio: others.occurrences === 0 || others.sessions === 0 ? null : estimate,
    low: haste / longer,
    high: silence === null ? null : silence / longer,
  };
}

export interface BothSides {
  readonly before: Exposure;
  readonly after: Exposure;
}

// Ratios that the pooled limits look for, from a hundredth to a hundred times, evenly by their logarithm.
const sought = Array.from({ length: 48 }, (_, at) => 100 ** ((at + 0.5) / 48));

/**
 * How much better some ratio on that side explains what was seen than `ratio` does: the mean of the likelihood ratios over
 * the ratios sought, under the law of any-look.ts, for all rules together. It is a martingale if `ratio` is true, so that it
 * is seldom large on any night (Ville 1939; mixed as by Robbins 1970). As a logarithm.
 */
function doubtOf(strata: readonly BothSides[], ratio: number, side: 'high' | 'low'): number {
  const logs = sought.map((times) => {
    const other = side === 'high' ? 1 / times : times;
    return strata.reduce((sum, { before, after }) => {
      const longer = (ratio * after.sessions) / before.sessions;
      const seen = before.occurrences + after.occurrences;
      const gain = Math.log1p(longer) - Math.log1p(other * longer);
      return sum + after.occurrences * Math.log(other) + seen * gain;
    }, 0);
  });
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
}

// Ratios beyond these are no limit.
const [ratioMin, ratioMax] = [1e-4, 1e4];

/** The ratio at which doubt reaches what is allowed; null where no ratio is doubted so much. */
function limitOf(strata: readonly BothSides[], side: 'high' | 'low'): number | null {
  const enough = -Math.log(side === 'high' ? alphaHigh : alphaLow);
  let [open, doubted] = side === 'high' ? [ratioMin, ratioMax] : [ratioMax, ratioMin];
  if (doubtOf(strata, doubted, side) < enough) return null;
  for (let round = 0; round < 40; round++) {
    const middle = Math.sqrt(open * doubted);
    if (doubtOf(strata, middle, side) < enough) open = middle;
    else doubted = middle;
  }
  return doubted;
}

/** Pure. Each stratum is one rule; those without a before tell nothing. */
export function pooledRatio(strata: readonly BothSides[]): RateRatio {
  const telling = strata.filter(
    ({ before, after }) => before.occurrences > 0 && before.sessions > 0 && after.sessions > 0,
  );
  if (telling.length === 0) return unknown;
  let [numerator, denominator] = [0, 0];
  for (const { before, after } of telling) {
    const sessions = before.sessions + after.sessions;
    numerator += (after.occurrences * before.sessions) / sessions;
    denominator += (before.occurrences * after.sessions) / sessions;
  }
  const ratio = numerator / denominator;
  return { ratio, low: limitOf(telling, 'low') ?? 0, high: limitOf(telling, 'high') };
}
