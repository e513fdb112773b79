// Sentences that are said in one breath, on several days and each time in other words, speak of one thing though they
// share no word: "The cents are gone again. No rounding."
import type { Form, Sighting } from './statement-forms.ts';
import { countWordings } from './wording.ts';

/** Two groups of forms, and the sentences of theirs that stood side by side. */
interface Meeting {
  readonly groups: readonly [number, number];
  readonly pairs: (readonly [Sighting, Sighting])[];
}

/** What is kept of one subject: its forms, and sentences of it that stood side by side in one message. */
export interface Subject {
  readonly forms: readonly Form[];
  readonly pairs: readonly (readonly [Sighting, Sighting])[];
}

// Once is chance; and a rule that is pasted into every session stands beside its neighbours each time in the same words.
const sessionsMin = 2;
const wordingsMin = 2;
// What follows everything ("thanks, the rest is fine") belongs to nothing.
const shareOfSmaller = 0.5;
const shareOfLarger = 0.34;

const placeOf = ({ signal, from }: Sighting): string => `${from.session}|${signal.quotes[0]?.ordinal ?? -1}`;
const textOf = ({ signal }: Sighting): string => signal.quotes[0]?.text ?? signal.text;
const sessionsOf = (sightings: readonly Sighting[]): number =>
  new Set(sightings.map(({ from }) => from.session)).size;

/** Neighbours among the statements of one message, in the order in which they were said. */
function meetingsOf(groups: readonly (readonly Form[])[]): readonly Meeting[] {
  const groupOf = new Map<string, { readonly group: number; readonly sighting: Sighting }>();
  for (const [group, forms] of groups.entries())
    for (const form of forms)
      for (const sighting of form.sightings)
        groupOf.set(`${sighting.from.session}|${sighting.signal.id}`, { group, sighting });
  const meetings = new Map<string, Meeting>();
  for (const from of new Set([...groupOf.values()].map(({ sighting }) => sighting.from))) {
    const said = from.signals.flatMap((signal) => groupOf.get(`${from.session}|${signal.id}`) ?? []);
    for (const [at, one] of said.entries()) {
      const next = said[at + 1];
      if (!next || next.group === one.group || placeOf(next.sighting) !== placeOf(one.sighting)) continue;
      const both = [one.group, next.group].sort((a, b) => a - b) as [number, number];
      const meeting = meetings.get(both.join()) ?? { groups: both, pairs: [] };
      meetings.set(both.join(), meeting);
      meeting.pairs.push([one.sighting, next.sighting]);
    }
  }
  return [...meetings.values()];
}

function isOneSubject({ groups, pairs }: Meeting, sessionsIn: readonly number[]): boolean {
  const together = sessionsOf(pairs.map(([first]) => first));
  const [a, b] = groups.map((group) => sessionsIn[group] ?? 0) as [number, number];
  return (
    together >= sessionsMin &&
    together >= shareOfSmaller * Math.min(a, b) &&
    together >= shareOfLarger * Math.max(a, b) &&
    [0, 1].every((side) => countWordings(pairs.map((pair) => textOf(pair[side] ?? pair[0]))) >= wordingsMin)
  );
}

/** Pure. Groups that keep company become one subject; all others stay as they are. */
export function joinCompanions(groups: readonly (readonly Form[])[]): readonly Subject[] {
  const sessionsIn = groups.map((forms) => sessionsOf(forms.flatMap((form) => form.sightings)));
  const parent = groups.map((_, index) => index);
  const root = (at: number): number => {
    const above = parent[at] ?? at;
    return above === at ? at : root(above);
  };
  const joining = meetingsOf(groups).filter((meeting) => isOneSubject(meeting, sessionsIn));
  for (const { groups: met } of joining) {
    const [a, b] = met.map(root).sort((x, y) => x - y) as [number, number];
    parent[b] = a;
  }
  const subjects = new Map<number, { forms: Form[]; pairs: (readonly [Sighting, Sighting])[] }>();
  for (const [index, forms] of groups.entries()) {
    const subject = subjects.get(root(index)) ?? { forms: [], pairs: [] };
    subjects.set(root(index), subject);
    subject.forms.push(...forms);
  }
  for (const { groups: met, pairs } of joining) subjects.get(root(met[0]))?.pairs.push(...pairs);
  return [...subjects.values()];
}

// Longer than one clean sentence may be, two of them are two entries' worth.
const charsMax = 220;

/** Both sentences as one wording; null where that would be too long. */
export function inOneBreath([first, second]: readonly [Sighting, Sighting]): Sighting | null {
  const text = `${first.signal.text} ${second.signal.text}`;
  if (text.length > charsMax) return null;
  const stronger = first.signal.strength >= second.signal.strength ? first : second;
  const merged = (a: readonly string[], b: readonly string[]): readonly string[] =>
    [...new Set([...a, ...b])].sort();
  return {
    from: first.from,
    signal: {
      ...stronger.signal,
      text,
      quotes: [...first.signal.quotes, ...second.signal.quotes],
      terms: merged(first.signal.terms, second.signal.terms),
      negated: merged(first.signal.negated, second.signal.negated),
      cues: stronger.signal.cues,
    },
  };
}
