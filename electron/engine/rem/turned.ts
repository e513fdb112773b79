// "The term is 30 days" in May, "the term is 14 days" in June: one sentence with another number, and nobody says that it
// changed. Its numbers keep the two apart until here.
import type { Form, Sighting } from './statement-forms.ts';

// Fewer words than this are no sentence: "at 9", "at 10".
const frameTermsMin = 2;
// Said once, it may be a slip of the tongue.
const sayingsMin = 2;

const timesOf = (sightings: readonly Sighting[]): readonly number[] =>
  sightings.map(({ signal }) => signal.atMs ?? 0);

/** Both were said often enough, and the older one never again once the newer one was. */
export function isTurned(a: readonly Sighting[], b: readonly Sighting[]): boolean {
  const isLast = (older: readonly Sighting[], newer: readonly Sighting[]): boolean =>
    Math.max(...timesOf(older)) < Math.min(...timesOf(newer));
  return a.length >= sayingsMin && b.length >= sayingsMin && (isLast(a, b) || isLast(b, a));
}

/** What is left of a form without the one number or time that it affirms; null where it has none, or several. */
function frameOf(form: Form): string | null {
  const [first] = form.sightings;
  const measures = (first?.signal.values ?? []).filter(
    ({ kind, polarity }) => kind !== 'name' && polarity === 'affirmed',
  );
  const [value, ...more] = measures;
  if (first === undefined || value === undefined || more.length > 0 || form.negated.size > 0) return null;
  const frame = form.terms.filter((term) => term !== value.word);
  if (frame.length < frameTermsMin || frame.length === form.terms.length) return null;
  return [first.from.project ?? first.from.agent, value.kind, ...frame].join(' ');
}

const sayingsOf = (forms: readonly Form[]): readonly Sighting[] => forms.flatMap((form) => form.sightings);

/** Pure, in one pass. Two groups of one sentence become one where the number turned; all others stay as they are. */
export function joinTurned(groups: readonly (readonly Form[])[]): readonly (readonly Form[])[] {
  const byFrame = new Map<string, Set<number>>();
  for (const [index, forms] of groups.entries())
    for (const frame of forms.flatMap((form) => frameOf(form) ?? []))
      byFrame.set(frame, (byFrame.get(frame) ?? new Set()).add(index));
  const partner = new Map<number, number>();
  for (const [a, b, ...more] of byFrame.values()) {
    // three of one frame are a table, not a change
    if (a === undefined || b === undefined || more.length > 0) continue;
    if (partner.has(a) || partner.has(b)) continue;
    if (isTurned(sayingsOf(groups[a] ?? []), sayingsOf(groups[b] ?? []))) partner.set(a, b).set(b, a);
  }
  return groups.flatMap((forms, index) => {
    const other = partner.get(index);
    if (other === undefined) return [forms];
    return other < index ? [] : [[...forms, ...(groups[other] ?? [])]];
  });
}
