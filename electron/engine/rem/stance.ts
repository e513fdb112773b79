// Splits what is said of one thing by what it says: "the cache is Redis" and "the cache is Valkey" are two stances of
// one subject. The newest one holds; what it took the place of is closed.
import { areTwoThings, type Said } from '../language/two-things.ts';
import type { Announced } from './announced.ts';
import type { Form, Sighting } from './statement-forms.ts';
import { compareSightings } from './statement-forms.ts';
import { isTurned } from './turned.ts';

export interface Stance {
  readonly forms: readonly Form[];
  readonly sightings: readonly Sighting[];
  /** The contested words that it affirms; empty where nothing is contested. */
  readonly holds: readonly string[];
  /** The contested words that held before, and do no longer. Empty for a stance that is itself closed. */
  readonly closes: readonly string[];
  /** Another stance took its place. A stance of another thing of the same kind is neither closed nor closes anything. */
  readonly isClosed: boolean;
}

const timeOf = (sighting: Sighting | undefined): number => sighting?.signal.atMs ?? 0;
const affirmedOf = (form: Form): readonly string[] => form.terms.filter((term) => !form.negated.has(term));
const affirms = (form: Form, term: string): boolean => form.terms.includes(term) && !form.negated.has(term);
const countOf = (forms: readonly Form[]): number =>
  forms.reduce((sum, form) => sum + form.sightings.length, 0);

const valueKindOf = (form: Form, term: string): string | null =>
  form.sightings[0]?.signal.values.find((value) => value.word === term)?.kind ?? null;

const announces = (form: Form): boolean => form.sightings.some((s) => s.signal.announcesChange);

/** One value of the subject, and the forms that say so and nothing else. */
interface Side {
  readonly holds: ReadonlySet<string>;
  readonly forms: readonly Form[];
}

// A word that mostly stands beside the old value belongs to the subject, not to what took its place.
const besideShare = 0.34;

const isReturn = (form: Form): boolean => form.sightings.some(({ signal }) => signal.cues.includes('again'));

/** It says that something changed, and turns nothing down in words that are known to. */
const namesBothOf = (form: Form): boolean => (announces(form) || isReturn(form)) && form.negated.size === 0;

/** It names both the old and the new, as nobody did before: it is where the one gives way to the other. */
const isFirstWord = (form: Form, old: string, forms: readonly Form[]): boolean =>
  namesBothOf(form) &&
  forms.every((one) => !one.negated.has(old) || timeOf(one.sightings[0]) >= timeOf(form.sightings[0]));

/** What the forms that turn a value down put in its place: words that hardly ever stand beside the old value. */
function replacementsOf(old: string, forms: readonly Form[]): readonly string[] {
  const turning = forms.filter((form) => form.negated.has(old));
  const candidates = new Set(turning.flatMap(affirmedOf));
  return [...candidates].filter((term) => {
    const having = forms.filter((form) => affirms(form, term));
    const withOld = having.filter((form) => affirms(form, old));
    const isValue = having.some((form) => valueKindOf(form, term) !== null);
    if (isValue) return countOf(withOld) <= besideShare * countOf(having);
    const isAnnounced = turning.some((form) => affirms(form, term) && announces(form));
    // what announces a change may name both: "Ms Moss retires, Brook & Co do the books from now on"
    const beside = isAnnounced ? withOld.filter((form) => !isFirstWord(form, old, forms)) : withOld;
    return beside.length === 0 && (having.length >= 2 || isAnnounced);
  });
}

const unannouncedMin = 2;

/**
 * Both sides are said by turns, and nobody says that anything changed: that is one rule in several wordings ("use X, not
 * Y", "no Y without X"), not a change.
 */
function isTakenByTurns(old: string, forms: readonly Form[]): boolean {
  const turning = forms.filter((form) => form.negated.has(old));
  if (turning.some((form) => form.sightings.some((s) => s.signal.announcesChange))) return false;
  const down = sightingsOf(turning).map(timeOf);
  const up = sightingsOf(forms.filter((form) => affirms(form, old))).map(timeOf);
  // unannounced, one odd saying turns nothing
  if (down.length < unannouncedMin || up.length < unannouncedMin) return true;
  const isBefore = (a: readonly number[], b: readonly number[]): boolean => Math.max(...a) <= Math.min(...b);
  return !isBefore(up, down) && !isBefore(down, up);
}

/** What a form turns down that others affirm: values where it names any, else the words themselves. */
function turnedDownBy(form: Form, forms: readonly Form[]): readonly string[] {
  const known = [...form.negated].filter((term) => forms.some((other) => affirms(other, term)));
  const values = known.filter((term) => forms.some((other) => valueKindOf(other, term) !== null));
  return values.length > 0 ? values : known;
}

/** Values that some forms affirm and others turn down, each with what took its place. */
function switches(forms: readonly Form[]): Switched {
  const turnedDown = new Set(forms.flatMap((form) => turnedDownBy(form, forms)));
  return [...turnedDown]
    .filter((term) => !isTakenByTurns(term, forms))
    .sort()
    .map((old) => [old, replacementsOf(old, forms)] as const)
    .filter(([old, next]) => next.length > 0 || forms.some((form) => valueKindOf(form, old) !== null));
}

// Unannounced, a number must have been said so often for another one to be a change of it.
const rivalMin = 3;

function isSaidToChange(values: ReadonlySet<string>, forms: readonly Form[]): boolean {
  const having = forms.filter((form) => affirmedOf(form).some((term) => values.has(term)));
  if (having.some((form) => form.sightings.some((s) => s.signal.announcesChange))) return true;
  const sayings = [...values].map((value) => sightingsOf(having.filter((form) => affirms(form, value))));
  if (sayings.every(({ length }) => length >= rivalMin)) return true;
  const [a, b, ...more] = sayings;
  return a !== undefined && b !== undefined && more.length === 0 && isTurned(a, b);
}

/** Numbers and times of one kind that never stand in the same form: 18 and 24, Thursday and Friday. */
function rivals(forms: readonly Form[]): readonly (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  for (const kind of ['number', 'time'] as const) {
    const sets = forms
      .map((form) => affirmedOf(form).filter((term) => valueKindOf(form, term) === kind))
      .filter((set) => set.length > 0);
    const values = new Set(sets.flat());
    const areRivals = sets.some((a) => sets.some((b) => !a.some((term) => b.includes(term))));
    // a subject with many numbers is not one number that changed, nor are two of them that nobody says changed
    if (areRivals && values.size <= 4 && isSaidToChange(values, forms)) groups.push([...values].sort());
  }
  return groups;
}

type Switched = readonly (readonly [string, readonly string[]])[];

/** When a word was first said. */
const firstSaid = (term: string, forms: readonly Form[]): number =>
  Math.min(...forms.filter((form) => affirms(form, term)).map((form) => timeOf(form.sightings[0])));

/** Of "Ms Moss retires, Brook & Co do it now" and "X again, take Y out" what it leaves behind. */
function leftBehind(form: Form, switched: Switched, forms: readonly Form[]): ReadonlySet<string> {
  const gone = new Set<string>();
  if (!namesBothOf(form)) return gone;
  for (const [old, next] of switched)
    for (const fresh of next) {
      if (!affirms(form, old) || !affirms(form, fresh)) continue;
      // who goes back to something goes to what was said first; who says it first of all goes back to nothing
      if (isReturn(form)) gone.add(firstSaid(old, forms) < firstSaid(fresh, forms) ? fresh : old);
      else if (isFirstWord(form, old, forms)) gone.add(old);
    }
  return gone;
}

/** Joins values that are said together: "Thursday at 16:00". */
function sidesOf(values: ReadonlySet<string>, forms: readonly Form[], switched: Switched): readonly Side[] {
  const sides: { holds: Set<string>; forms: Form[] }[] = [];
  for (const form of forms) {
    const behind = leftBehind(form, switched, forms);
    const holds = affirmedOf(form).filter((term) => values.has(term) && !behind.has(term));
    const turnsDown = behind.size > 0 || [...form.negated].some((term) => values.has(term));
    if (!holds.length) continue;
    const known = sides.filter((side) => holds.some((term) => side.holds.has(term)));
    // "X lost too much, we use Y again" names both without turning one down: it joins no two sides
    if (known.length > 1 && !turnsDown) continue;
    const [first] = known;
    if (!first) sides.push({ holds: new Set(holds), forms: [form] });
    else {
      for (const term of holds)
        if (!sides.some((side) => side !== first && side.holds.has(term))) first.holds.add(term);
      first.forms.push(form);
    }
  }
  return sides;
}

const sightingsOf = (forms: readonly Form[]): readonly Sighting[] =>
  forms.flatMap((form) => form.sightings).sort(compareSightings);

/** What affirms none of the values joins the side that turns down the same; else the newest. */
function placeSilent(
  forms: readonly Form[],
  sides: readonly Side[],
  contested: ReadonlySet<string>,
): readonly Side[] {
  const placed = new Set(sides.flatMap((side) => side.forms));
  const newestFirst = [...sides].sort(
    (a, b) => timeOf(sightingsOf(b.forms).at(-1)) - timeOf(sightingsOf(a.forms).at(-1)),
  );
  const extra = new Map<Side, Form[]>();
  for (const form of forms) {
    if (placed.has(form)) continue;
    const turned = [...form.negated].filter((term) => contested.has(term));
    const fitting = newestFirst.find((side) => !turned.some((term) => side.holds.has(term)));
    const side = fitting ?? newestFirst[0];
    if (side) extra.set(side, [...(extra.get(side) ?? []), form]);
  }
  return newestFirst.map((side) => ({ ...side, forms: [...side.forms, ...(extra.get(side) ?? [])] }));
}

const oneStance = (forms: readonly Form[]): readonly Stance[] => [
  { forms, sightings: sightingsOf(forms), holds: [], closes: [], isClosed: false },
];

/** One subject's stances, the one that holds first. Without anything contested there is one stance. */
export function stancesOf(forms: readonly Form[], announced: readonly Announced[] = []): readonly Stance[] {
  const switched = switches(forms);
  const contested = new Set([
    ...switched.flatMap(([old, next]) => [old, ...next]),
    ...rivals(forms).flat(),
    ...announced.flatMap(({ gone, fresh }) => [...gone, ...fresh]),
  ]);
  if (contested.size === 0) return oneStance(forms);
  // with nothing named in its place, what turns a value down is a side of its own
  const bareTurns = forms.filter(
    (form) =>
      switched.some(([old]) => form.negated.has(old)) &&
      !affirmedOf(form).some((term) => contested.has(term)),
  );
  const pairs = announced.flatMap(({ gone, fresh }) => gone.map((old) => [old, fresh] as const));
  const sides = [...sidesOf(contested, forms, [...switched, ...pairs])];
  if (sides.length === 1 && bareTurns.length > 0) sides.push({ holds: new Set(), forms: bareTurns });
  if (sides.length < 2) return oneStance(forms);
  const drafts = placeSilent(forms, sides, contested)
    .map(({ holds, forms: own }) => ({ holds: [...holds].sort(), forms: own, sightings: sightingsOf(own) }))
    .sort(
      (a, b) =>
        timeOf(b.sightings.at(-1)) - timeOf(a.sightings.at(-1)) || (a.holds.join() < b.holds.join() ? -1 : 1),
    );
  const [first] = drafts;
  const current = new Set(first?.holds);
  const outdated = new Set(
    drafts.filter((draft) => draft !== first && first !== undefined && !isOfAnother(first, draft)),
  );
  // what was said once only is no stance that something could take the place of
  const lasting = [...outdated].filter((draft) => draft.sightings.length > 1);
  const closed = [...new Set(lasting.flatMap((draft) => draft.holds))]
    .filter((term) => !current.has(term))
    .sort();
  return drafts.map((draft) => ({
    ...draft,
    closes: draft === first ? closed : [],
    isClosed: outdated.has(draft),
  }));
}

type Draft = Pick<Stance, 'forms' | 'holds'>;

/** Each is of a thing of its own, and the newer one turns nothing down of what the older one holds. */
function isOfAnother(newer: Draft, older: Draft): boolean {
  if (newer.forms.some((form) => older.holds.some((term) => form.negated.has(term)))) return false;
  const atIssue = new Set([...newer.holds, ...older.holds]);
  const saidIn = ({ forms, holds }: Draft): readonly Said[] =>
    forms
      .filter((form) => holds.length === 0 || holds.some((term) => affirms(form, term)))
      .map((form) => {
        const { text = '', values = [] } = form.sightings[0]?.signal ?? {};
        return { text, terms: form.terms, values };
      });
  return areTwoThings(saidIn(newer), saidIn(older), atIssue);
}
