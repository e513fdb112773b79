// Limits that hold however often one looks. A rule's curve is looked at every night until it says something, so limits made
// for one look would be wrong far more often than they say. Here the chance of being wrong is handed out beforehand, a part
// for each number of recurrences (alpha spending: Lan and DeMets 1983, in the steps of the count instead of a calendar), and
// the limits are computed so that exactly that part is used: together a confidence sequence (Darling and Robbins 1967).
//
// The law behind it is exact and knows no unknown rate. Where the sessions before end with the k-th occurrence, the rate
// before and the time before have a gamma law of shape k; then, as long as nothing changes, the number n of occurrences
// after, at a time x in units of the time before, is a Pólya process: from n to n + 1 at the rate (k + n) / (1 + x), which
// in y = log(1 + x) is simply k + n.

// Of the 5 % that a 95 % interval may be wrong, the upper limit has four: it decides whether a rule helps.
export const alphaHigh = 0.04;
export const alphaLow = 0.01;

// What helps is seen at few recurrences or never: most is handed out to these, and a tenth keeps for the many.
const kept = 0.88;
const tailShare = 0.1;
const spentAt = (step: number): number =>
  (1 - tailShare) * (1 - kept) * kept ** step + tailShare / ((step + 1) * (step + 2));

// log(1 + x) up to here: a hundred thousand times as long as before.
const farthest = 11.5;

/** How long one step of the grid is: fine enough that in it seldom more than one thing happens. */
const stepOf = (before: number): number => 1 / (64 + 4 * before);

/** Masses of paths that are still undecided, by the cell of the grid in which they came to a count. */
interface Arrivals {
  readonly mass: Float64Array;
  /** All cells from here on are empty. */
  readonly end: number;
}

const startOfAll = (cells: number): Arrivals => {
  const mass = new Float64Array(cells);
  mass[0] = 1;
  return { mass, end: 1 };
};

const sumOf = ({ mass, end }: Arrivals): number => mass.subarray(0, end).reduce((sum, one) => sum + one, 0);

/** What stays of those that were there, and of those that came within the step (evenly over it), over one step. */
const staying = (rate: number, step: number) => {
  const old = Math.exp(-rate * step);
  return { old, fresh: (1 - old) / (rate * step) };
};

/**
 * For 0 to `after` recurrences: the time, in units of the time before, that must pass with no more of them until it is said
 * that they became rarer. Null: longer than anybody waits. `before`: occurrences before, 1 or more. Pure.
 */
export function silencesNeeded(before: number, after: number): readonly (number | null)[] {
  const step = stepOf(before);
  const cells = Math.ceil(farthest / step);
  let arrivals = startOfAll(cells);
  const needed: (number | null)[] = [];
  for (let count = 0; count <= after; count++) {
    const { old, fresh } = staying(before + count, step);
    const next = new Float64Array(cells);
    const all = sumOf(arrivals);
    const spend = alphaHigh * spentAt(count);
    let [here, came, at] = [arrivals.mass[0] ?? 0, arrivals.mass[0] ?? 0, 0];
    // whoever is here at the limit, or comes later, is called rarer though nothing changed
    while (here + Math.max(0, all - came) > spend && at < cells - 1) {
      at += 1;
      const coming = arrivals.mass[at] ?? 0;
      next[at] = here * (1 - old) + coming * (1 - fresh);
      here = here * old + coming * fresh;
      came += coming;
    }
    needed.push(at >= cells - 1 ? null : Math.expm1(at * step));
    arrivals = { mass: next, end: at + 1 };
  }
  return needed;
}

/**
 * For 0 to `after` recurrences: the time, in units of the time before, within which the last of them must have come until it
 * is said that they became more frequent. 0 where it never is. Pure.
 */
export function hastesNeeded(before: number, after: number): readonly number[] {
  const step = stepOf(before);
  const cells = Math.ceil(farthest / step);
  let arrivals = startOfAll(cells);
  const needed = [0];
  for (let count = 1; count <= after; count++) {
    const { old, fresh } = staying(before + count - 1, step);
    const next = new Float64Array(cells);
    const spend = alphaLow * spentAt(count - 1);
    let here = arrivals.mass[0] ?? 0;
    let [came, last, isOpen] = [0, 0, true];
    const end = Math.min(cells, arrivals.end + Math.ceil(30 / (step * (before + count))));
    for (let at = 1; at < end; at++) {
      const coming = arrivals.mass[at] ?? 0;
      const arriving = here * (1 - old) + coming * (1 - fresh);
      here = here * old + coming * fresh;
      came += arriving;
      isOpen &&= came <= spend;
      if (isOpen) last = at;
      else next[at] = arriving;
    }
    needed.push(Math.expm1(last * step));
    arrivals = { mass: next, end };
  }
  return needed;
}
