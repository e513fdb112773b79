// "Counsel in Okafor is Ms Adeyemi"; later "counsel in Okafor is Mr Penhaligon now": one subject that names another value,
// and says so. The names are nearly all that such sentences are made of, so their words alone would keep them apart.
import type { Form, TermWeights } from './statement-forms.ts';

/** What a sentence that announces a change names anew, and what it takes the place of. Words, sorted. */
export interface Announced {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

const frameTermsMin = 2;
// So much of what is left without the names must be the same.
const frameShareMin = 0.6;

const timesOf = (form: Form): readonly number[] => form.sightings.map(({ signal }) => signal.atMs ?? 0);
const announces = (form: Form): boolean => form.sightings.some(({ signal }) => signal.announcesChange);

/** Names, numbers and times that a form affirms. */
function valuesAffirmed(form: Form): readonly string[] {
  const values = new Set(
    form.sightings.flatMap(({ signal }) =>
      signal.values.filter(({ polarity }) => polarity === 'affirmed').map(({ word }) => word),
    ),
  );
  return form.terms.filter((term) => values.has(term) && !form.negated.has(term));
}

/** "Heroku" gives way to another name; to "Node 24", a name with a number, it does not. */
const kindsOf = (form: Form, words: readonly string[]): string =>
  [
    ...new Set(
      form.sightings.flatMap(({ signal }) =>
        signal.values.filter(({ word }) => words.includes(word)).map(({ kind }) => kind),
      ),
    ),
  ]
    .toSorted()
    .join();

const weigh = (terms: readonly string[], weights: TermWeights): number =>
  terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);

/** 0 to 1: how much of the smaller frame both share; a frame is a form without the values that differ. */
function frameShare(a: Form, b: Form, differing: ReadonlySet<string>, weights: TermWeights): number {
  const frameOf = ({ terms }: Form): readonly string[] => terms.filter((term) => !differing.has(term));
  const [frameA, frameB] = [frameOf(a), frameOf(b)];
  const smaller = Math.min(weigh(frameA, weights), weigh(frameB, weights));
  const shared = frameA.filter((term) => frameB.includes(term));
  // "the shop runs on Node 24", "the shop is deployed to Fly.io": one word is no frame, unless it is all there is
  const isFrame = shared.length >= frameTermsMin || Math.max(frameA.length, frameB.length) === 1;
  return smaller === 0 || !isFrame ? 0 : weigh(shared, weights) / smaller;
}

/** Null where the newer form announces nothing that takes the place of what the older one names. */
export function announcedBetween(older: Form, newer: Form, weights: TermWeights): Announced | null {
  if (!announces(newer) || announces(older)) return null;
  if (Math.max(...timesOf(older)) > Math.min(...timesOf(newer))) return null;
  const [before, after] = [valuesAffirmed(older), valuesAffirmed(newer)];
  const gone = before.filter((word) => !newer.terms.includes(word) || newer.negated.has(word));
  const fresh = after.filter((word) => !older.terms.includes(word));
  if (gone.length === 0 || fresh.length === 0 || kindsOf(older, gone) !== kindsOf(newer, fresh)) return null;
  const differing = new Set([...gone, ...fresh]);
  return frameShare(older, newer, differing, weights) >= frameShareMin ? { gone, fresh } : null;
}

/** Of all pairs of forms; a word that one of them affirms beside a fresh one is no longer gone. */
export function announcedIn(forms: readonly Form[], weights: TermWeights): readonly Announced[] {
  const newer = forms.filter(announces);
  return newer.flatMap((after) =>
    forms.flatMap((before) => {
      const found = announcedBetween(before, after, weights);
      return found === null ? [] : [found];
    }),
  );
}

// A name in more forms than this is everywhere, and ties nothing together.
const formsPerFreshMax = 8;

const namesOf = (form: Form): readonly string[] =>
  form.sightings.flatMap(({ signal }) =>
    signal.values.filter(({ kind }) => kind === 'name').map(({ word }) => word),
  );

const placeOf = (form: Form): string =>
  form.sightings.map(({ from }) => from.project ?? from.agent).toSorted()[0] ?? '';

/**
 * "The queue is on Dahu from now on", "we moved the jobs to Dahu": who announces one new name twice speaks of one change.
 * By the name and the place: the groups that announce it, where it was never said before it was announced.
 */
function announcedTwice(groups: readonly (readonly Form[])[]): readonly (readonly number[])[] {
  // who types "dahu" once in small letters means the same as "Dahu"
  const names = new Set(groups.flat().flatMap(namesOf));
  const byName = new Map<string, { readonly forms: Form[]; readonly groups: Map<string, Set<number>> }>();
  for (const [index, forms] of groups.entries())
    for (const form of forms)
      for (const name of form.terms.filter((term) => names.has(term) && !form.negated.has(term))) {
        const known = byName.get(name) ?? { forms: [], groups: new Map<string, Set<number>>() };
        byName.set(name, known);
        known.forms.push(form);
        if (!announces(form)) continue;
        const place = placeOf(form);
        known.groups.set(place, (known.groups.get(place) ?? new Set()).add(index));
      }
  return [...byName.values()]
    .filter(({ forms }) => forms.length <= formsPerFreshMax && isFresh(forms))
    .flatMap((known) => [...known.groups.values()])
    .filter((together) => together.size > 1)
    .map((together) => [...together].sort((a, b) => a - b));
}

/** The first that names it announces it. */
const isFresh = (forms: readonly Form[]): boolean => {
  const [first] = forms.toSorted((a, b) => Math.min(...timesOf(a)) - Math.min(...timesOf(b)));
  return first !== undefined && announces(first);
};

/** Pure. Groups of forms between which a change is announced become one; all others stay as they are. */
export function joinAnnounced(
  groups: readonly (readonly Form[])[],
  weights: TermWeights,
): readonly (readonly Form[])[] {
  const byTerm = new Map<string, Set<number>>();
  for (const [index, forms] of groups.entries())
    for (const term of forms.flatMap((form) => form.terms))
      byTerm.set(term, (byTerm.get(term) ?? new Set()).add(index));
  const into = new Map<number, number>();
  for (const [first, ...others] of announcedTwice(groups))
    for (const other of others) if (first !== undefined && !into.has(other)) into.set(other, first);
  for (const [index, forms] of groups.entries()) {
    if (into.has(index) || !forms.some(announces)) continue;
    const near = new Set(
      forms.flatMap((form) => form.terms).flatMap((term) => [...(byTerm.get(term) ?? [])]),
    );
    const partner = [...near]
      .sort((a, b) => a - b)
      .find((other) => other !== index && areJoined(groups[other] ?? [], forms, weights));
    if (partner !== undefined) into.set(index, partner);
  }
  return merged(groups, into);
}

const areJoined = (older: readonly Form[], newer: readonly Form[], weights: TermWeights): boolean =>
  newer.some((after) => older.some((before) => announcedBetween(before, after, weights) !== null));

function merged(
  groups: readonly (readonly Form[])[],
  into: ReadonlyMap<number, number>,
): readonly (readonly Form[])[] {
  const end = (index: number, rounds = groups.length): number => {
    const next = into.get(index);
    return next === undefined || rounds === 0 ? index : end(next, rounds - 1);
  };
  const joined = new Map<number, Form[]>();
  for (const [index, forms] of groups.entries()) {
    const at = end(index);
    joined.set(at, [...(joined.get(at) ?? []), ...forms]);
  }
  return [...joined].sort(([a], [b]) => a - b).map(([, forms]) => forms);
}
