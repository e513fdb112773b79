// What made the difference: sessions in which something was done against sessions in which it was not, counted once
// each, with the chance that the difference is mere luck.

/** Sessions, by whether it was done and how the work went. */
export interface Contrast {
  readonly withWell: number;
  readonly withBadly: number;
  readonly withoutWell: number;
  readonly withoutBadly: number;
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * Fisher's exact test, one-sided: how likely the work would go at least this well with it if it made no difference.
 * 0 to 1; 1 where nothing can be told.
 */
export function luckOf({ withWell, withBadly, withoutWell, withoutBadly }: Contrast): number {
  const done = withWell + withBadly;
  const well = withWell + withoutWell;
  const all = done + withoutWell + withoutBadly;
  if (done === 0 || done === all) return 1;
  const total = logChoose(all, done);
  let luck = 0;
  for (let k = withWell; k <= Math.min(done, well); k++) {
    if (done - k > all - well) continue;
    luck += Math.exp(logChoose(well, k) + logChoose(all - well, done - k) - total);
  }
  return Math.min(1, luck);
}

/** -1 to 1: how much oftener work goes well with it, each side begun with one good and one bad session. */
export const gainOf = ({ withWell, withBadly, withoutWell, withoutBadly }: Contrast): number =>
  (withWell + 1) / (withWell + withBadly + 2) - (withoutWell + 1) / (withoutWell + withoutBadly + 2);
