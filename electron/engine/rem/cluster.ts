// Groups the forms that speak of one thing: average-linkage clustering over shared, telling words. Pure and
// deterministic; a pair that shares no telling word is never looked at.
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
  isNamed ? 1 : 0.75 + 0.25 * Math.min(1, Math.max(0, (weight - 0.8) / 0.15));
const wordyMin = 3;
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
  if (shared.length === 1 && only !== undefined && Math.min(a.terms.length, b.terms.length) >= wordyMin) {
    factor *= oneWordFactor(weights.get(only) ?? 0, isName(a, only));
  }
  if (languageOf(a) !== languageOf(b) && !shared.some((term) => isName(a, term))) factor *= foreignFactor;
  const opposed = shared.filter((term) => a.negated.has(term) !== b.negated.has(term));
  if (opposed.length === shared.length) factor *= opposedFactor;
  return (sharedWeight / smaller) * factor;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

function pairsOf(forms: readonly Form[], weights: TermWeights): readonly Pair[] {
  const byTerm = new Map<string, number[]>();
  for (const [index, form] of forms.entries()) {
    for (const term of form.terms) {
      const known = byTerm.get(term);
      if (known) known.push(index);
      else byTerm.set(term, [index]);
    }
  }
  const links = valueLinks(forms);
  const slips = weighSlips(forms);
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const indexes of byTerm.values()) {
    if (indexes.length > formsPerTermMax) continue;
    for (const [i, a] of indexes.entries()) {
      for (const b of indexes.slice(i + 1)) {
        const key = a * forms.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        const [one, other] = [forms[a] as Form, forms[b] as Form];
        const said = likeness(one, other, weights, links);
        const value = said > 0 ? said + slipBonus * slipLikeness(one, other, slips) : 0;
        if (value > 0) pairs.push({ a, b, likeness: value });
      }
    }
  }
  return pairs;
}

interface Cluster {
  readonly members: number[];
  /** Sum of the likenesses to each other cluster, for the average. */
  readonly sums: Map<number, number>;
}

function nearest(clusters: ReadonlyMap<number, Cluster>): Pair | null {
  let best: Pair | null = null;
  for (const [a, cluster] of clusters) {
    for (const [b, sum] of cluster.sums) {
      if (b <= a) continue;
      const size = cluster.members.length * (clusters.get(b)?.members.length ?? 1);
      const average = sum / size;
      if (average >= likenessMin && (!best || average > best.likeness + 1e-9))
        best = { a, b, likeness: average };
    }
  }
  return best;
}

function join(clusters: Map<number, Cluster>, a: number, b: number): void {
  const [into, from] = [clusters.get(a), clusters.get(b)];
  if (!into || !from) return;
  into.members.push(...from.members);
  into.sums.delete(b);
  for (const [other, sum] of from.sums) {
    if (other === a) continue;
    into.sums.set(other, (into.sums.get(other) ?? 0) + sum);
    const theirs = clusters.get(other)?.sums;
    theirs?.delete(b);
    theirs?.set(a, into.sums.get(other) ?? 0);
  }
  clusters.delete(b);
}

/** Connected components first: average linkage looks at all pairs of a component, and components are small. */
function componentsOf(count: number, pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  for (const { a, b, likeness: value } of pairs) if (value >= likenessMin) parent[root(a)] = root(b);
  const byRoot = new Map<number, Pair[]>();
  for (const pair of pairs) {
    if (root(pair.a) !== root(pair.b)) continue;
    const known = byRoot.get(root(pair.a));
    if (known) known.push(pair);
    else byRoot.set(root(pair.a), [pair]);
  }
  return [...byRoot.values()];
}

function clusterComponent(pairs: readonly Pair[]): Map<number, Cluster> {
  const clusters = new Map<number, Cluster>();
  const of = (index: number): Cluster => {
    let cluster = clusters.get(index);
    if (!cluster) clusters.set(index, (cluster = { members: [index], sums: new Map() }));
    return cluster;
  };
  for (const { a, b, likeness: value } of pairs) {
    of(a).sums.set(b, value);
    of(b).sums.set(a, value);
  }
  for (let best = nearest(clusters); best; best = nearest(clusters)) join(clusters, best.a, best.b);
  return clusters;
}

/** Every form is in exactly one group. Groups and their members keep the forms' order. */
export function clusterForms(forms: readonly Form[], weights: TermWeights): readonly (readonly Form[])[] {
  const groups: number[][] = [];
  const taken = new Set<number>();
  for (const component of componentsOf(forms.length, pairsOf(forms, weights))) {
    for (const { members } of clusterComponent(component).values()) {
      groups.push(members.sort((a, b) => a - b));
      for (const member of members) taken.add(member);
    }
  }
  for (const index of forms.keys()) if (!taken.has(index)) groups.push([index]);
  return groups
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((members) => members.flatMap((index) => forms[index] ?? []));
}
