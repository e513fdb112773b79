// Groups the forms that speak of one thing: average-linkage clustering over shared, telling words. Pure and
// deterministic; a pair that shares no telling word is never looked at.
import { areMixed } from '../language/language.ts';
import { linkByAverage, type Pairs } from './average-linkage.ts';
import { weighSlips, type Form, type TermWeights } from './statement-forms.ts';

// A cluster grows while what joins it is, on the average, at least this like it. Calibrated on the tuning bank.
export const likenessMin = 0.45;
// A word that stands in more forms than this links none of them by itself: it bounds the pairs that are looked at.
const formsPerTermMax = 400;

// What a sentence turns down besides what it wants ("not unittest") is left unsaid in other wordings.
const turnedDownFactor = 0.5;

function weightOf(form: Form, terms: readonly string[], weights: TermWeights): number {
  const isAllDown = form.negated.size === form.terms.length;
  return terms.reduce(
    (sum, term) =>
      sum + (weights.get(term) ?? 0) * (form.negated.has(term) && !isAllDown ? turnedDownFactor : 1),
    0,
  );
}

// Different values of one kind and nothing that links them: two facts of one shape ("runs on Fly.io", "runs on Node 24").
const strangersFactor = 0.5;
// One shared word links two short sayings; two long ones may share one and speak of different things.
// A name, or a word that is hardly used in ordinary talk, may carry it alone.
const oneWordFactor = (weight: number, isNamed: boolean): number =>
  isNamed ? 1 : 0.6 + 0.4 * Math.min(1, Math.max(0, (weight - 0.8) / 0.15));
const wordyMin = 3;
// A saying as long as this says more than the one word that it shares, unless that is a name.
const longMin = 5;
const longFactor = 0.8;
// What sets a number in another's place ("15 euros now, no longer 12") is of one thing, whatever word of it others use too.
const turnFactor = 0.6;
const turnsMeasure = (form: Form): boolean => {
  const values = (form.sightings[0]?.signal.values ?? []).filter(({ kind }) => kind !== 'name');
  return values.some((v) => v.polarity === 'affirmed') && values.some((v) => v.polarity === 'negated');
};
// Words that only look alike in two languages link nothing; a name does.
const foreignFactor = 0.5;
const languageOf = (form: Form): string => form.sightings[0]?.signal.language ?? '';
// One wants what the other turns down.
const opposedFactor = 0.7;

/** The names and numbers that make a form this statement and no other. */
export function valuesOfForm(form: Form): readonly string[] {
  const values = form.sightings[0]?.signal.values ?? [];
  return values.filter((value) => value.polarity === 'affirmed').map((value) => value.word);
}

const isName = (form: Form, term: string): boolean =>
  form.sightings.some(({ signal }) =>
    signal.values.some((value) => value.word === term && value.kind === 'name'),
  );

/** Pairs of values that some form sets against each other: the old and the new. */
export function valueLinks(forms: readonly Form[]): ReadonlySet<string> {
  const links = new Set<string>();
  for (const form of forms) {
    const affirmed = form.terms.filter((term) => !form.negated.has(term));
    for (const down of form.negated) for (const up of affirmed) links.add([down, up].sort().join('|'));
  }
  return links;
}

// Two sayings that put the same slip right speak of one thing, where they share a word at all.
const slipBonus = 0.3;
const slipWordsMin = 2;

/** 0 to 1: how much of the rarer words of their slips both share. */
export function slipLikeness(a: Form, b: Form, slips: TermWeights): number {
  const shared = [...a.slipTerms].filter((term) => b.slipTerms.has(term));
  if (shared.length < slipWordsMin) return 0;
  const weigh = (terms: Iterable<string>): number =>
    [...terms].reduce((sum, term) => sum + (slips.get(term) ?? 0), 0);
  const smaller = Math.min(weigh(a.slipTerms), weigh(b.slipTerms));
  return smaller === 0 ? 0 : weigh(shared) / smaller;
}

/** 0 to 1: how much of the smaller form's weight both share. */
export function likeness(a: Form, b: Form, weights: TermWeights, links: ReadonlySet<string>): number {
  const shared = a.terms.filter((term) => b.terms.includes(term));
  const ofA = weightOf(a, a.terms, weights);
  const ofB = weightOf(b, b.terms, weights);
  const smaller = Math.min(ofA, ofB);
  const sharedWeight = ofA < ofB ? weightOf(a, shared, weights) : weightOf(b, shared, weights);
  if (smaller === 0 || sharedWeight === 0) return 0;
  let factor = 1;
  const [valuesA, valuesB] = [valuesOfForm(a), valuesOfForm(b)];
  if (
    valuesA.length > 0 &&
    valuesB.length > 0 &&
    !valuesA.some((v) => b.terms.includes(v)) &&
    !valuesB.some((v) => a.terms.includes(v))
  ) {
    const isLinked = valuesA.some((x) => valuesB.some((y) => links.has([x, y].sort().join('|'))));
    if (!isLinked) factor *= strangersFactor;
  }
  const [only] = shared;
  if (shared.length === 1 && turnsMeasure(a) !== turnsMeasure(b)) factor *= turnFactor;
  if (shared.length === 1 && only !== undefined && Math.min(a.terms.length, b.terms.length) >= wordyMin) {
    const isNamed = isName(a, only) || isName(b, only);
    factor *= oneWordFactor(weights.get(only) ?? 0, isNamed);
    if (!isNamed && Math.max(a.terms.length, b.terms.length) >= longMin) factor *= longFactor;
  }
  if (!areMixed(languageOf(a), languageOf(b)) && !shared.some((term) => isName(a, term) || isName(b, term)))
    factor *= foreignFactor;
  const opposed = shared.filter((term) => a.negated.has(term) !== b.negated.has(term));
  if (opposed.length === shared.length) factor *= opposedFactor;
  return (sharedWeight / smaller) * factor;
}

// All pairs that are looked at, counted before it is known which are the same: 400,000 take some 80 MB while they are
// weighed. Up to some ten thousand statements it is never reached; beyond, the words that most statements share link none.
const pairsMax = 400_000;

/** The places of the forms that hold a word; words that link nothing by themselves are left out. */
function placesByTerm(forms: readonly Form[]): ReadonlyMap<string, readonly number[]> {
  const byTerm = new Map<string, number[]>();
  for (const [index, form] of forms.entries()) {
    for (const term of form.terms) {
      const known = byTerm.get(term);
      if (known) known.push(index);
      else byTerm.set(term, [index]);
    }
  }
  const telling = [...byTerm].filter(([, places]) => places.length > 1 && places.length <= formsPerTermMax);
  let pairs = 0;
  const rarestFirst = telling.toSorted((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1));
  const kept = new Set<string>();
  for (const [term, places] of rarestFirst) {
    pairs += (places.length * (places.length - 1)) / 2;
    if (pairs > pairsMax) break;
    kept.add(term);
  }
  return new Map(telling.filter(([term]) => kept.has(term)));
}

/** Pairs as they are found. */
function createPairs(): { add(a: number, b: number, value: number): void; done(): Pairs } {
  let [a, b, likenesses] = [new Int32Array(1024), new Int32Array(1024), new Float64Array(1024)];
  let count = 0;
  const grow = (): void => {
    const [widerA, widerB, widerLikenesses] = [
      new Int32Array(count * 2),
      new Int32Array(count * 2),
      new Float64Array(count * 2),
    ];
    widerA.set(a);
    widerB.set(b);
    widerLikenesses.set(likenesses);
    [a, b, likenesses] = [widerA, widerB, widerLikenesses];
  };
  return {
    add(one, other, value) {
      if (count === a.length) grow();
      [a[count], b[count], likenesses[count]] = [one, other, value];
      count++;
    },
    done: () => ({
      a: a.subarray(0, count),
      b: b.subarray(0, count),
      likeness: likenesses.subarray(0, count),
    }),
  };
}

function pairsOf(forms: readonly Form[], weights: TermWeights): Pairs {
  const byTerm = placesByTerm(forms);
  const order = new Map([...byTerm.keys()].map((term, index) => [term, index]));
  const ranks = forms.map((form) => form.terms.flatMap((term) => order.get(term) ?? []));
  const links = valueLinks(forms);
  const slips = weighSlips(forms);
  const pairs = createPairs();
  let rank = -1;
  for (const places of byTerm.values()) {
    rank++;
    for (const [i, a] of places.entries()) {
      for (let j = i + 1; j < places.length; j++) {
        const b = places[j] ?? 0;
        // two that share several words meet at the first of them
        if (ranks[a]?.some((shared) => shared < rank && ranks[b]?.includes(shared))) continue;
        const [one, other] = [forms[a] as Form, forms[b] as Form];
        const said = likeness(one, other, weights, links);
        const value = said > 0 ? said + slipBonus * slipLikeness(one, other, slips) : 0;
        if (value > 0) pairs.add(a, b, value);
      }
    }
  }
  return pairs.done();
}

/** Connected components first: average linkage looks at all pairs of a component, and most components are small. */
function* componentsOf(count: number, pairs: Pairs): Generator<Pairs> {
  const { a, b, likeness: values } = pairs;
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? 0] ?? 0;
    return at;
  };
  for (let i = 0; i < values.length; i++) {
    if ((values[i] ?? 0) >= likenessMin) parent[root(a[i] ?? 0)] = root(b[i] ?? 0);
  }
  const byRoot = new Map<number, number[]>();
  for (let i = 0; i < values.length; i++) {
    const at = root(a[i] ?? 0);
    if (at !== root(b[i] ?? 0)) continue;
    const known = byRoot.get(at);
    if (known) known.push(i);
    else byRoot.set(at, [i]);
  }
  for (const places of byRoot.values()) {
    yield {
      a: Int32Array.from(places, (i) => a[i] ?? 0),
      b: Int32Array.from(places, (i) => b[i] ?? 0),
      likeness: Float64Array.from(places, (i) => values[i] ?? 0),
    };
  }
}

/** Every form is in exactly one group. Groups and their members keep the forms' order. */
export function clusterForms(forms: readonly Form[], weights: TermWeights): readonly (readonly Form[])[] {
  const groups: number[][] = [];
  const taken = new Set<number>();
  for (const component of componentsOf(forms.length, pairsOf(forms, weights))) {
    for (const members of linkByAverage(component, likenessMin)) {
      groups.push(members.toSorted((a, b) => a - b));
      for (const member of members) taken.add(member);
    }
  }
  for (const index of forms.keys()) if (!taken.has(index)) groups.push([index]);
  return groups
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((members) => members.flatMap((index) => forms[index] ?? []));
}
