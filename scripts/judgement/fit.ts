// Logistic regression with a ridge, fitted on all examples at once by L-BFGS (Liu and Nocedal, 1989). Nothing in it is
// left to chance: the same examples give the same weights, byte for byte.

export interface Taught {
  readonly features: readonly number[];
  readonly lasts: boolean;
}

export interface Model {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** A sentence's features share its weight: a long one says no more than a short one. */
export const logitOf = ({ bias, weights }: Model, features: readonly number[]): number =>
  bias + features.reduce((sum, index) => sum + (weights[index] ?? 0), 0) / Math.sqrt(features.length || 1);

// Of .02, .05, .1, .2 and .4 it was best in the folds.
const ridge = 0.1;
const rounds = 60;
// How many steps back L-BFGS remembers; 5 to 10 are usual.
const remembered = 8;
const enough = 3e-4;

type Vector = Float64Array<ArrayBuffer>;
const dot = (a: Vector, b: Vector): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
/** a + by · b, into a new one. */
const plus = (a: Vector, by: number, b: Vector): Vector => a.map((value, i) => value + by * (b[i] ?? 0));

interface Loss {
  readonly value: number;
  readonly gradient: Vector;
}

interface Weighed {
  readonly features: Int32Array;
  readonly share: number;
  readonly sign: 1 | -1;
  readonly weight: number;
}

/** Rules and talk weigh the same, however many there are of each. */
function weighed(taught: readonly Taught[]): readonly Weighed[] {
  const rules = taught.filter(({ lasts }) => lasts).length;
  return taught.map(({ features, lasts }) => ({
    features: Int32Array.from(features),
    share: 1 / Math.sqrt(features.length || 1),
    sign: lasts ? 1 : -1,
    weight: taught.length / 2 / (lasts ? rules : taught.length - rules),
  }));
}

/** The bias is the last place; it is not held back. */
function lossOf(taught: readonly Weighed[], at: Vector): Loss {
  const biasAt = at.length - 1;
  const gradient = at.map((value, i) => (i === biasAt ? 0 : ridge * value));
  let value = dot(gradient, at) / 2;
  for (const { features, share, sign, weight } of taught) {
    let sum = 0;
    for (const index of features) sum += at[index] ?? 0;
    const margin = sign * ((at[biasAt] ?? 0) + sum * share);
    value += weight * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
    const pull = (-sign * weight) / (1 + Math.exp(margin));
    const each = pull * share;
    for (const index of features) gradient[index] = (gradient[index] ?? 0) + each;
    gradient[biasAt] = (gradient[biasAt] ?? 0) + pull;
  }
  return { value, gradient };
}

interface Step {
  readonly moved: Vector;
  readonly turned: Vector;
  readonly curve: number;
}

/** Against the gradient, bent by what the last steps told of the loss's curve. */
function directionOf(gradient: Vector, steps: readonly Step[]): Vector {
  let direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { moved, turned, curve } of steps.toReversed()) {
    const share = dot(moved, direction) / curve;
    shares.push(share);
    direction = plus(direction, -share, turned);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const size = last.curve / dot(last.turned, last.turned);
    direction = direction.map((value) => value * size);
  }
  for (const { moved, turned, curve } of steps)
    direction = plus(direction, (shares.pop() ?? 0) - dot(turned, direction) / curve, moved);
  return direction;
}

const halvingsMax = 20;
// Armijo's usual share of what the slope promises.
const promisedShare = 1e-4;

export function fit(examples: readonly Taught[], featuresMax: number): Model {
  const taught = weighed(examples);
  let at = new Float64Array(featuresMax + 1);
  let loss = lossOf(taught, at);
  let steps: readonly Step[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = directionOf(loss.gradient, steps);
    const slope = dot(direction, loss.gradient);
    let length = round === 0 ? 1 / Math.sqrt(dot(loss.gradient, loss.gradient) || 1) : 1;
    let next = plus(at, length, direction);
    let ahead = lossOf(taught, next);
    for (let i = 0; i < halvingsMax && ahead.value > loss.value + promisedShare * length * slope; i++) {
      length /= 2;
      next = plus(at, length, direction);
      ahead = lossOf(taught, next);
    }
    const moved = plus(next, -1, at);
    const turned = plus(ahead.gradient, -1, loss.gradient);
    const curve = dot(moved, turned);
    const gained = (loss.value - ahead.value) / loss.value;
    [at, loss] = [next, ahead];
    if (gained < enough) break;
    if (curve > 0) steps = [...steps, { moved, turned, curve }].slice(-remembered);
  }
  return { bias: at[featuresMax] ?? 0, weights: at.subarray(0, featuresMax) };
}
