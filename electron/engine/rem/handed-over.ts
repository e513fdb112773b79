// "Builds run on jenkins", "we moved the builds from jenkins to buildkite": one word gives way to another in a sentence that
// says so. Whether it is a name nobody can see who does not know the language: what tells is when the two were said.
import type { Announced } from './announced.ts';
import type { Form, TermWeights } from './statement-forms.ts';

/** One word gave way to another, and the forms that hold either of them. Places in the list of forms. */
interface HandOver {
  readonly gone: string;
  readonly fresh: string;
  readonly held: readonly number[];
}

/** A form with when it was said. */
interface Timed {
  readonly form: Form;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly announces: boolean;
  /** It goes back to what was before: "jenkins once more". */
  readonly returns: boolean;
  readonly places: ReadonlySet<string>;
}

function timedOf(form: Form): Timed {
  let [firstMs, lastMs, announces, returns] = [Infinity, -Infinity, false, false];
  const places = new Set<string>();
  for (const { signal, from } of form.sightings) {
    firstMs = Math.min(firstMs, signal.atMs ?? 0);
    lastMs = Math.max(lastMs, signal.atMs ?? 0);
    announces ||= signal.announcesChange;
    returns ||= signal.cues.includes('again');
    places.add(from.project ?? from.agent);
  }
  return { form, firstMs, lastMs, announces, returns, places };
}

// A word that stands in more forms than this is no value of one thing.
const formsPerWordMax = 16;

const affirms = ({ form }: Timed, word: string): boolean =>
  form.terms.includes(word) && !form.negated.has(word);

const isMeasure = (word: string, all: readonly Timed[]): boolean =>
  /^\p{N}+$/u.test(word) ||
  all.some(({ form }) =>
    form.sightings.some(({ signal }) =>
      signal.values.some((value) => value.word === word && value.kind === 'time'),
    ),
  );

const isName = (word: string, all: readonly Timed[]): boolean =>
  all.some(({ form }) =>
    form.sightings.some(({ signal }) =>
      signal.values.some((value) => value.word === word && value.kind === 'name'),
    ),
  );

/** Where each word stands. */
function placesByWord(all: readonly Timed[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const [at, { form }] of all.entries())
    for (const term of form.terms) {
      const known = byWord.get(term);
      if (known) known.push(at);
      else byWord.set(term, [at]);
    }
  return new Map([...byWord].filter(([, places]) => places.length <= formsPerWordMax));
}

const meet = (a: Timed, b: Timed): boolean => [...a.places].some((place) => b.places.has(place));

/** What is said of one word in one place. */
type Uses = (word: string) => readonly Timed[];

/** It was first said where a change is told, and comes back: a passing word ("too dear") is said once. */
function isFresh(word: string, bridge: Timed, uses: Uses): boolean {
  const own = uses(word);
  if (own.length === 0 || isMeasure(word, own)) return false;
  const [first] = own.toSorted((a, b) => a.firstMs - b.firstMs);
  const isTold = first !== undefined && (first.announces || first === bridge) && affirms(first, word);
  return isTold && (own.length > 1 || isName(word, own));
}

/** The word was said before the other one, in other sentences than it, and never alone after. */
function isGone(word: string, fresh: string, bridge: Timed, uses: Uses): boolean {
  const [own, ofFresh] = [uses(word), uses(fresh)];
  if (own.length === 0 || isMeasure(word, own)) return false;
  const freshMs = Math.min(...ofFresh.map(({ firstMs }) => firstMs));
  const alone = own.filter((one) => affirms(one, word) && !one.form.terms.includes(fresh));
  const before = alone.filter(({ firstMs }) => firstMs < freshMs);
  const isOver = alone.every((one) => one.lastMs < freshMs || one.announces || one.returns);
  if (before.length === 0 || !isOver) return false;
  // what is mostly wanted beside the new word is what both are said of
  const beside = ofFresh.filter(({ form, returns }) => form.terms.includes(word) && !returns);
  const turnedDown = beside.filter(({ form }) => form.negated.has(word));
  if (bridge.form.negated.has(word)) return turnedDown.length * 2 >= beside.length;
  return bridge.announces && isName(word, own) && isName(fresh, ofFresh);
}

/** Words of a thing: what a sentence says besides the two. */
const restOf = ({ form }: Timed, pair: ReadonlySet<string>): readonly string[] =>
  form.terms.filter((term) => !pair.has(term));

// Where all that two sentences share weighs less than this, they speak of different things.
const sharedWeightMin = 0.25;

/** The forms with either word that speak of the thing that the bridge speaks of. */
function heldBy(
  gone: string,
  fresh: string,
  uses: (word: string) => readonly number[],
  all: readonly Timed[],
  weights: TermWeights,
): readonly number[] {
  const pair = new Set([gone, fresh]);
  const places = [...new Set([...uses(gone), ...uses(fresh)])].sort((a, b) => a - b);
  const forms = places.flatMap((place) => all[place] ?? []);
  const newer = forms.filter(({ form }) => form.terms.includes(fresh));
  const older = forms.filter(({ form }) => !form.terms.includes(fresh));
  const isOf = (one: Timed, others: readonly Timed[]): boolean => {
    const words = new Set(others.filter((other) => other !== one).flatMap((other) => restOf(other, pair)));
    const shared = restOf(one, pair).filter((term) => words.has(term));
    return shared.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) >= sharedWeightMin;
  };
  const told = newer.filter((one) => one.announces || one.returns || one.form.terms.includes(gone));
  const related = newer.filter((one) => told.includes(one) || isOf(one, told));
  const before = older.filter((one) => one.form.negated.has(gone) || isOf(one, related));
  if (!before.some((one) => affirms(one, gone))) return [];
  const kept = new Set([...related, ...before]);
  const isKept = (one: Timed | undefined): boolean => one !== undefined && kept.has(one);
  return places.filter((place) => isKept(all[place]));
}

/** Pure. Of all forms; each pair once. */
function handOversIn(forms: readonly Form[], weights: TermWeights): readonly HandOver[] {
  const all = forms.map(timedOf);
  const byWord = placesByWord(all);
  const found = new Map<string, HandOver>();
  for (const bridge of all) {
    if (!bridge.announces && bridge.form.negated.size === 0) continue;
    const places = (word: string): readonly number[] =>
      (byWord.get(word) ?? []).filter((at) => {
        const one = all[at];
        return one !== undefined && meet(one, bridge);
      });
    const uses: Uses = (word) => places(word).flatMap((at) => all[at] ?? []);
    const { terms, negated } = bridge.form;
    for (const fresh of terms) {
      if (negated.has(fresh) || !isFresh(fresh, bridge, uses)) continue;
      for (const gone of terms) {
        const key = `${gone} ${fresh}`;
        if (gone === fresh || found.has(key) || !isGone(gone, fresh, bridge, uses)) continue;
        const held = heldBy(gone, fresh, places, all, weights);
        if (held.length > 0) found.set(key, { gone, fresh, held });
      }
    }
  }
  return [...found.values()];
}

/** What gave way to what within one subject. */
export const handedOverIn = (forms: readonly Form[], weights: TermWeights): readonly Announced[] =>
  handOversIn(forms, weights).map(({ gone, fresh }) => ({ gone: [gone], fresh: [fresh] }));

// A group of which less than this speaks of either word is of something else: only those forms come along.
const shareToJoin = 0.5;

/** Pure. Forms between which one word gives way to another become one group; all others stay as they are. */
export function joinHandedOver(
  groups: readonly (readonly Form[])[],
  weights: TermWeights,
): readonly (readonly Form[])[] {
  const forms = groups.flat();
  const overs = handOversIn(forms, weights);
  if (overs.length === 0) return groups;
  const groupOf = new Map(groups.flatMap((group, at) => group.map((form) => [form, at] as const)));
  const into = new Map<Form, number>();
  for (const { held } of overs) {
    const own = held.flatMap((place) => forms[place] ?? []);
    const known = own.flatMap((form) => into.get(form) ?? []);
    const target = Math.min(...known, ...own.flatMap((form) => groupOf.get(form) ?? []));
    for (const form of own) {
      const group = groups[groupOf.get(form) ?? -1] ?? [];
      const ofEither = group.filter((one) => own.includes(one)).length;
      for (const one of ofEither >= shareToJoin * group.length ? group : [form]) into.set(one, target);
    }
  }
  const joined = groups.map((group) => group.filter((form) => !into.has(form)));
  for (const [form, target] of [...into].sort(([a], [b]) => (a.key < b.key ? -1 : 1)))
    joined[target]?.push(form);
  return joined.filter((group) => group.length > 0);
}
