// "Counsel in Okafor is Ms Adeyemi"; later "counsel in Okafor is Mr Penhaligon now": one subject that names another value,
// and says so. The names are nearly all that such sentences are made of, so their words alone would keep them apart.
import { indexWords } from '../language/shared-words.ts';
import type { Form, TermWeights } from './statement-forms.ts';

/** What a sentence that announces a change names anew, and what it takes the place of. Words, sorted. */
export interface Announced {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

const frameTermsMin = 2;
// So much of what is left without the names must be the same.
const frameShareMin = 0.6;

const announces = (form: Form): boolean => form.sightings.some(({ signal }) => signal.announcesChange);

/** A form with what is asked of it again and again, read once. */
interface Spoken {
  readonly form: Form;
  /** The place of its group. */
  readonly group: number;
  readonly announces: boolean;
  /** It names what was first named where a change was announced. */
  readonly carried: readonly string[];
  readonly firstMs: number;
  readonly lastMs: number;
  /** Names, numbers and times that it affirms. */
  readonly affirmed: readonly string[];
  /** What each word of its values is: a name, a number, a time. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

function spokenOf(form: Form, group: number, carriers: ReadonlySet<string>): Spoken {
  const [affirmed, kinds] = [new Set<string>(), new Map<string, Set<string>>()];
  let [firstMs, lastMs] = [Infinity, -Infinity];
  for (const { signal } of form.sightings) {
    firstMs = Math.min(firstMs, signal.atMs ?? 0);
    lastMs = Math.max(lastMs, signal.atMs ?? 0);
    for (const { word, kind, polarity } of signal.values) {
      if (polarity === 'affirmed') affirmed.add(word);
      kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
    }
  }
  return {
    form,
    group,
    announces: announces(form),
    carried: form.terms.filter((term) => carriers.has(term) && !form.negated.has(term)),
    firstMs,
    lastMs,
    affirmed: form.terms.filter((term) => affirmed.has(term) && !form.negated.has(term)),
    kinds,
  };
}

/** "Heroku" gives way to another name; to "Node 24", a name with a number, it does not. */
const kindsOf = ({ kinds }: Spoken, words: readonly string[]): string =>
  [...new Set(words.flatMap((word) => [...(kinds.get(word) ?? [])]))].toSorted().join();

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

/** Null where the newer one, which announces a change, names nothing that takes the place of what the older one names. */
function announcedBetween(older: Spoken, newer: Spoken, weights: TermWeights): Announced | null {
  if (older.lastMs > newer.firstMs) return null;
  const [before, after] = [older.form, newer.form];
  const gone = older.affirmed.filter((word) => !after.terms.includes(word) || after.negated.has(word));
  const fresh = newer.affirmed.filter((word) => !before.terms.includes(word));
  if (!newer.announces && !fresh.some((word) => newer.carried.includes(word))) return null;
  if (gone.length === 0 || fresh.length === 0 || kindsOf(older, gone) !== kindsOf(newer, fresh)) return null;
  const differing = new Set([...gone, ...fresh]);
  return frameShare(before, after, differing, weights) >= frameShareMin ? { gone, fresh } : null;
}

// A word in more forms than this is the subject of half of what is said. Who shares no rarer one is not looked at: where
// everybody announces something about one thing, every form would be held against all others.
const formsPerWordMax = 400;

/** What announces nothing, and could be what one that does takes the place of: it shares a frame with it. */
function createOlder(spoken: readonly Spoken[]): (newer: Spoken) => readonly Spoken[] {
  const older = spoken.filter((one) => !one.announces);
  const index = indexWords(
    older.map(({ form }) => form.terms),
    formsPerWordMax,
  );
  return (newer) => {
    const { form, affirmed } = newer;
    const rest = form.terms.filter((term) => !affirmed.includes(term) && !form.negated.has(term));
    // a frame of one word is one only where there is no other
    const isBare = rest.length <= 1;
    return index.sharing(form.terms, isBare ? 1 : frameTermsMin).flatMap((place) => older[place] ?? []);
  };
}

/** What each form of a subject that announces a change names anew, against each that it takes the place of. */
export function announcedIn(forms: readonly Form[], weights: TermWeights): readonly Announced[] {
  if (!forms.some(announces)) return [];
  const carriers = carriersIn(forms);
  const spoken = forms.map((form) => spokenOf(form, 0, carriers));
  const older = createOlder(spoken);
  return spoken
    .filter(mayAnnounce)
    .flatMap((newer) => older(newer).flatMap((before) => announcedBetween(before, newer, weights) ?? []));
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

const firstOf = ({ sightings }: Form): number =>
  sightings.reduce((first, { signal }) => Math.min(first, signal.atMs ?? 0), Infinity);

/** The first that names it announces it. */
const isFresh = (forms: readonly Form[]): boolean => {
  const [first] = forms.toSorted((a, b) => firstOf(a) - firstOf(b));
  return first !== undefined && announces(first);
};

/**
 * "We moved our mails to Brevo", and a week later "mails go out through Brevo": the name carries the announcement along, and
 * the second sentence is often the one that is worded like what held before.
 */
function carriersIn(forms: readonly Form[]): ReadonlySet<string> {
  const byName = new Map<string, Form[]>();
  for (const form of forms)
    for (const name of new Set(namesOf(form))) {
      const known = byName.get(name);
      if (known) known.push(form);
      else byName.set(name, [form]);
    }
  const carriers = [...byName].filter(([, own]) => own.length <= formsPerFreshMax && isFresh(own));
  return new Set(carriers.map(([name]) => name));
}

const mayAnnounce = ({ announces: says, carried }: Spoken): boolean => says || carried.length > 0;

/** Pure. Groups of forms between which a change is announced become one; all others stay as they are. */
export function joinAnnounced(
  groups: readonly (readonly Form[])[],
  weights: TermWeights,
): readonly (readonly Form[])[] {
  if (!groups.some((forms) => forms.some(announces))) return groups;
  const into = new Map<number, number>();
  for (const [first, ...others] of announcedTwice(groups))
    for (const other of others) if (first !== undefined && !into.has(other)) into.set(other, first);
  const carriers = carriersIn(groups.flat());
  const spoken = groups.flatMap((forms, group) => forms.map((form) => spokenOf(form, group, carriers)));
  const older = createOlder(spoken);
  const partners = new Map<number, number>();
  for (const newer of spoken) {
    if (!mayAnnounce(newer) || into.has(newer.group)) continue;
    for (const before of older(newer)) {
      const known = partners.get(newer.group) ?? Infinity;
      if (before.group === newer.group || before.group >= known) continue;
      if (announcedBetween(before, newer, weights) !== null) partners.set(newer.group, before.group);
    }
  }
  return merged(groups, new Map([...into, ...partners]));
}

function merged(
  groups: readonly (readonly Form[])[],
  into: ReadonlyMap<number, number>,
): readonly (readonly Form[])[] {
  const joined = new Map<number, Form[]>();
  for (const [index, forms] of groups.entries()) {
    const at = endOf(index, into);
    const together = joined.get(at);
    if (together) together.push(...forms);
    else joined.set(at, [...forms]);
  }
  return [...joined].sort(([a], [b]) => a - b).map(([, forms]) => forms);
}

/** Where the way ends; where two groups each announce a change of the other's, at the first of those that it goes round. */
function endOf(index: number, into: ReadonlyMap<number, number>): number {
  const way = new Set([index]);
  let end = index;
  for (let next = into.get(index); next !== undefined; next = into.get(next)) {
    if (way.has(next)) {
      const passed = [...way];
      return Math.min(...passed.slice(passed.indexOf(next)));
    }
    way.add(next);
    end = next;
  }
  return end;
}
