// How much rarer something became: the ratio of two rates with an interval that holds at any size. Given how many
// occurrences there were in all, the share of them that fell after is binomial (Przyborowski and Wilenski 1940); its exact
// limits (Clopper and Pearson 1934) become those of the ratio. Over several rules: Mantel and Haenszel's pooled ratio, with
// the variance of Greenland and Robins (1985).
import type { Exposure } from '../../../shared/receipts.ts';

export interface RateRatio {
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const unknown: RateRatio = { ratio: null, low: null, high: null };

/** 0.05: two-sided 95 %. */
const alpha = 0.05;

/** Pure. */
export function rateRatio(before: Exposure, after: Exposure): RateRatio {
  const all = before.occurrences + after.occurrences;
  if (before.sessions === 0 || after.sessions === 0 || all === 0) return unknown;
  const share = shareLimits(after.occurrences, all);
  const scale = before.sessions / after.sessions;
  const toRatio = (p: number): number | null => (p >= 1 ? null : (p / (1 - p)) * scale);
  return {
    ratio: before.occurrences === 0 ? null : (after.occurrences / before.occurrences) * scale,
    low: toRatio(share.low),
    high: toRatio(share.high),
  };
}

/** Exact limits of a binomial share: `k` of `n`. */
export function shareLimits(k: number, n: number): { readonly low: number; readonly high: number } {
  return {
    // at `low`, so many or more had the chance of half of alpha; at `high`, so many or fewer
    low: k === 0 ? 0 : bisect((p) => atLeast(k, n, p) < alpha / 2),
    high: k === n ? 1 : bisect((p) => 1 - atLeast(k + 1, n, p) > alpha / 2),
  };
}

/** The p between 0 and 1 at which `isBelow` turns false; 50 halvings are more than a double holds. */
function bisect(isBelow: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance of k or more of n, summed from logarithms so that thousands of sessions do not run out of digits. */
function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  let logTerm = n * Math.log1p(-p);
  const step = Math.log(p) - Math.log1p(-p);
  let sum = 0;
  for (let at = 0; at <= n; at++) {
    if (at >= k) sum += Math.exp(logTerm);
    logTerm += Math.log((n - at) / (at + 1)) + step;
  }
  return Math.min(1, sum);
}

/** Pure. Each stratum is one rule. */
export function pooledRatio(
  strata: readonly { readonly before: Exposure; readonly after: Exposure }[],
): RateRatio {
  let [numerator, denominator, variance] = [0, 0, 0];
  for (const { before, after } of strata) {
    const sessions = before.sessions + after.sessions;
    if (before.sessions === 0 || after.sessions === 0) continue;
    numerator += (after.occurrences * before.sessions) / sessions;
    denominator += (before.occurrences * after.sessions) / sessions;
    variance +=
      ((before.occurrences + after.occurrences) * before.sessions * after.sessions) / (sessions * sessions);
  }
  if (numerator === 0 || denominator === 0) return unknown;
  const ratio = numerator / denominator;
  const spread = 1.96 * Math.sqrt(variance / (numerator * denominator));
  return { ratio, low: ratio * Math.exp(-spread), high: ratio * Math.exp(spread) };
}
