// Splits what is said of one thing by what it says: "the queue is RabbitMQ" and "the queue is SQS" are two stances of
// one subject. The newest one holds; what it took the place of is closed.
import type { Form, Sighting } from './statement-forms.ts';
import { compareSightings } from './statement-forms.ts';

export interface Stance {
  readonly forms: readonly Form[];
  readonly sightings: readonly Sighting[];
  /** The contested words that it affirms; empty where nothing is contested. */
  readonly holds: readonly string[];
  /** The contested words that held before, and do no longer. Empty for a stance that is itself closed. */
  readonly closes: readonly string[];
  /** Another stance took its place. */
  readonly isClosed: boolean;
}

const timeOf = (sighting: Sighting | undefined): number => sighting?.signal.atMs ?? 0;

const affirmedOf = (form: Form): readonly string[] => form.terms.filter((term) => !form.negated.has(term));

/** Words that some forms affirm and others turn down, with at least this many sightings on each side. */
const sideMin = 1;

interface Sides {
  up: number;
  down: number;
}

function sidesOf(forms: readonly Form[]): ReadonlyMap<string, Sides> {
  const sides = new Map<string, Sides>();
  for (const form of forms) {
    for (const term of form.terms) {
      const side = sides.get(term) ?? { up: 0, down: 0 };
      if (form.negated.has(term)) side.down += form.sightings.length;
      else side.up += form.sightings.length;
      sides.set(term, side);
    }
  }
  return sides;
}

const valueKindOf = (form: Form, term: string): string | null =>
  form.sightings[0]?.signal.values.find((value) => value.word === term)?.kind ?? null;

const announces = (form: Form): boolean => form.sightings.some((s) => s.signal.announcesChange);

/** The words over which the forms of one subject disagree. */
function contestedTerms(forms: readonly Form[]): ReadonlySet<string> {
  const contested = new Set<string>();
  const sides = sidesOf(forms);
  for (const form of forms) {
    // "we moved from X to Y": X was affirmed by others, so X and Y are alternatives
    const left = [...form.negated].filter((term) => (sides.get(term)?.up ?? 0) >= sideMin);
    if (!left.length) continue;
    const isChange = announces(form) || form.negated.size > 0;
    if (!isChange) continue;
    for (const term of left) contested.add(term);
    const kinds = new Set(left.map((term) => valueKindOf(form, term)));
    for (const term of affirmedOf(form)) {
      const kind = valueKindOf(form, term);
      if (kind !== null && (kinds.has(kind) || kinds.has(null))) contested.add(term);
    }
  }
  for (const term of rivalNumbers(forms)) contested.add(term);
  return contested;
}

/** Numbers and times of one kind that never stand in the same form: 18 and 24, Thursday and Friday. */
function rivalNumbers(forms: readonly Form[]): readonly string[] {
  const rivals = new Set<string>();
  for (const kind of ['number', 'time'] as const) {
    const sets = forms
      .map((form) => affirmedOf(form).filter((term) => valueKindOf(form, term) === kind))
      .filter((set) => set.length > 0);
    for (const [i, a] of sets.entries()) {
      for (const b of sets.slice(i + 1)) {
        if (a.some((term) => b.includes(term))) continue;
        for (const term of [...a, ...b]) rivals.add(term);
      }
    }
  }
  // a subject with many numbers is not one number that changed
  return rivals.size <= 4 ? [...rivals] : [];
}

interface Draft {
  readonly holds: readonly string[];
  readonly forms: Form[];
}

const sightingsOf = (forms: readonly Form[]): readonly Sighting[] =>
  forms.flatMap((form) => form.sightings).sort(compareSightings);

const overlaps = (a: readonly string[], b: readonly string[]): boolean => a.some((term) => b.includes(term));

function draftsOf(forms: readonly Form[], contested: ReadonlySet<string>): readonly Draft[] {
  const drafts: Draft[] = [];
  const silent: Form[] = [];
  for (const form of forms) {
    const holds = affirmedOf(form).filter((term) => contested.has(term));
    const known = drafts.filter((draft) => overlaps(draft.holds, holds));
    if (!holds.length) silent.push(form);
    else if (!known.length) drafts.push({ holds, forms: [form] });
    else {
      const [first, ...others] = known as [Draft, ...Draft[]];
      const merged = {
        holds: [...new Set([...known.flatMap((d) => d.holds), ...holds])].sort(),
        forms: [...first.forms, ...others.flatMap((d) => d.forms), form],
      };
      for (const old of known) drafts.splice(drafts.indexOf(old), 1);
      drafts.push(merged);
    }
  }
  // what affirms none of them belongs to the stance that turns down the same, else to the newest
  for (const form of silent) {
    const newestFirst = [...drafts].sort(
      (a, b) => timeOf(sightingsOf(b.forms).at(-1)) - timeOf(sightingsOf(a.forms).at(-1)),
    );
    const fitting = newestFirst.find(
      (draft) => ![...form.negated].some((term) => draft.holds.includes(term)),
    );
    (fitting ?? newestFirst[0])?.forms.push(form);
  }
  return drafts;
}

/** One subject's stances, the one that holds first. Without anything contested there is one stance. */
export function stancesOf(forms: readonly Form[]): readonly Stance[] {
  const drafts = draftsOf(forms, contestedTerms(forms));
  if (drafts.length < 2) {
    return [{ forms, sightings: sightingsOf(forms), holds: [], closes: [], isClosed: false }];
  }
  const byNewest = drafts
    .map((draft) => ({ ...draft, sightings: sightingsOf(draft.forms) }))
    .sort(
      (a, b) =>
        timeOf(b.sightings.at(-1)) - timeOf(a.sightings.at(-1)) || (a.holds.join() < b.holds.join() ? -1 : 1),
    );
  const [current] = byNewest;
  const others = byNewest
    .slice(1)
    .flatMap((draft) => draft.holds)
    .filter((term) => !current?.holds.includes(term));
  return byNewest.map((draft, index) => ({
    ...draft,
    closes: index === 0 ? [...new Set(others)].sort() : [],
    isClosed: index > 0,
  }));
}
