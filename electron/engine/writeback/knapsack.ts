// Which of several things to carry within a weight that may not be passed, so that their worth is the greatest there is: the
// 0/1 knapsack, solved exactly by dynamic programming over whole weights.

export interface Thing {
  /** A whole number from 1. */
  readonly weight: number;
  /** From 0. */
  readonly value: number;
}

// Steps of a table row: beyond it weights are rounded up, by one part in two thousand at most.
const rowMax = 4000;

/** Pure. Whether each thing is carried, in the order given. Of two that are alike, the earlier one. */
export function carryBest(things: readonly Thing[], weightMax: number): readonly boolean[] {
  if (weightMax <= 0) return things.map(() => false);
  const scale = Math.max(1, weightMax / rowMax);
  const capacity = Math.floor(weightMax / scale);
  const weights = things.map(({ weight }) => Math.max(1, Math.ceil(weight / scale)));
  const best = new Float64Array(capacity + 1);
  const taken = things.map(() => new Uint8Array(capacity + 1));
  // From the last to the first, so that walking back meets the first things first and ties go to them.
  for (let at = things.length - 1; at >= 0; at--) {
    const [weight, value, row] = [weights[at] ?? 1, things[at]?.value ?? 0, taken[at]];
    for (let room = capacity; room >= weight; room--) {
      const withIt = (best[room - weight] ?? 0) + value;
      if (withIt < (best[room] ?? 0) || value === 0 || row === undefined) continue;
      best[room] = withIt;
      row[room] = 1;
    }
  }
  let room = capacity;
  return things.map((_, at) => {
    const isIn = taken[at]?.[room] === 1;
    if (isIn) room -= weights[at] ?? 0;
    return isIn;
  });
}
