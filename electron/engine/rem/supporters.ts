// Sayings that make no rule of their own, such as a request worded like any other, but may speak of one that another
// saying makes: "Give the weights in grams", beside "recipes are in grams here, always". They count where and how often a
// thing was said, and nothing else: they join no groups, close nothing and lend no words.
import { onlySupports } from '../../../shared/dream.ts';
import { likeness, likenessMin } from './cluster.ts';
import type { Form, Sighting, TermWeights } from './statement-forms.ts';

// They must name what the thing is about, in more than a passing word.
const termsMin = 2;
// What is asked for each day is held against few groups: those that share one of its rarest words, and of a group the first
// wordings. So its cost grows with the number of such sayings and no faster.
const rarestTerms = 3;
const groupsPerTermMax = 40;
const formsPerGroupMax = 12;

interface Told {
  readonly own: readonly Form[];
  readonly faint: readonly Form[];
}

const isFaint = ({ signal }: Sighting): boolean => onlySupports(signal);

/** Forms of sayings that stand on their own, and of those that only support. */
export function splitFaint(forms: readonly Form[]): Told {
  const part = (isWanted: (sighting: Sighting) => boolean): readonly Form[] =>
    forms.flatMap((form) => {
      const sightings = form.sightings.filter(isWanted);
      if (sightings.length === form.sightings.length) return [form];
      return sightings.length === 0 ? [] : [{ ...form, sightings }];
    });
  return { own: part((sighting) => !isFaint(sighting)), faint: part(isFaint) };
}

/** The groups of each word, but for words that stand in too many to tell them apart. */
function groupsByTerm(groups: readonly (readonly Form[])[]): ReadonlyMap<string, readonly number[]> {
  const byTerm = new Map<string, Set<number>>();
  for (const [at, forms] of groups.entries())
    for (const form of forms)
      for (const term of form.terms) {
        const known = byTerm.get(term) ?? new Set<number>();
        byTerm.set(term, known.add(at));
      }
  return new Map([...byTerm].filter(([, { size }]) => size <= groupsPerTermMax).map(([t, g]) => [t, [...g]]));
}

// One word in common is no more than a subject; two are what is said of it.
const sharedTermsMin = 2;
// What was said in two sessions by itself is a subject that comes back.
const sessionsOfOwn = 2;

function mayStandFor(form: Form, group: readonly Form[]): boolean {
  const shared = form.terms.filter((term) => group.some(({ terms }) => terms.includes(term)));
  const sessions = new Set(group.flatMap(({ sightings }) => sightings.map(({ from }) => from.session)));
  return shared.length >= sharedTermsMin || sessions.size >= sessionsOfOwn;
}

/** Pure. For each group, by its place, the sightings that support it; each faint form supports at most one group. */
export function supportersOf(
  groups: readonly (readonly Form[])[],
  faint: readonly Form[],
  weights: TermWeights,
  links: ReadonlySet<string>,
): ReadonlyMap<number, readonly Sighting[]> {
  const byTerm = groupsByTerm(groups);
  const found = new Map<number, Sighting[]>();
  for (const form of faint) {
    if (form.terms.length < termsMin) continue;
    const rarest = form.terms
      .flatMap((term) => (byTerm.has(term) ? [byTerm.get(term) ?? []] : []))
      .toSorted((a, b) => a.length - b.length)
      .slice(0, rarestTerms);
    let [best, most] = [-1, 0];
    for (const at of new Set(rarest.flat())) {
      const forms = (groups[at] ?? []).slice(0, formsPerGroupMax);
      const mean = forms.reduce((sum, own) => sum + likeness(form, own, weights, links), 0) / forms.length;
      if (mean > most) [best, most] = [at, mean];
    }
    if (most >= likenessMin && mayStandFor(form, groups[best] ?? []))
      found.set(best, [...(found.get(best) ?? []), ...form.sightings]);
  }
  return found;
}
