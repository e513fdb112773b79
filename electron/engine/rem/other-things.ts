// "Our flour comes from Metro now", and the butter, as before, from Selgros: who says the old name of another thing after the
// change, or the new one before it, does not speak of what changed. Such sentences are a subject of their own.
import type { Announced } from './announced.ts';
import type { Form } from './statement-forms.ts';

const affirms = (form: Form, word: string): boolean => form.terms.includes(word) && !form.negated.has(word);
const announces = (form: Form): boolean => form.sightings.some(({ signal }) => signal.announcesChange);
const timesOf = (form: Form): readonly number[] => form.sightings.map(({ signal }) => signal.atMs ?? 0);

/** Words of a form that name no value. */
function thingsOf(form: Form, pair: ReadonlySet<string>): readonly string[] {
  const values = new Set(form.sightings.flatMap(({ signal }) => signal.values.map(({ word }) => word)));
  return form.terms.filter((term) => !values.has(term) && !pair.has(term));
}

interface Era {
  readonly fromMs: number;
  readonly word: string;
}

/** Which of the two held from when on, by what was announced. */
function erasOf(told: readonly Form[], gone: string, fresh: string): readonly Era[] {
  const eras = told.flatMap((form) =>
    [gone, fresh]
      .filter((word) => affirms(form, word))
      .flatMap((word, _, both) => (both.length > 1 ? [] : timesOf(form).map((fromMs) => ({ fromMs, word })))),
  );
  return [{ fromMs: -Infinity, word: gone }, ...eras.toSorted((a, b) => a.fromMs - b.fromMs)];
}

const heldAt = (eras: readonly Era[], atMs: number): string | undefined =>
  eras.findLast(({ fromMs }) => fromMs <= atMs)?.word;

// One sentence may be a slip; two in which the same thing stands are about it.
const formsMin = 2;

function otherThing(forms: readonly Form[], gone: string, fresh: string): readonly Form[] {
  const pair = new Set([gone, fresh]);
  const told = forms.filter((form) => announces(form) && form.terms.some((term) => pair.has(term)));
  const [first, ...more] = told.map((form) => thingsOf(form, pair));
  const changed = new Set(first?.filter((term) => more.every((terms) => terms.includes(term))));
  if (changed.size === 0) return [];
  const isOf = (form: Form): boolean => form.terms.some((term) => changed.has(term));
  const own = new Set(forms.filter(isOf).flatMap(({ terms }) => terms));
  const odd = forms.filter((form) => !isOf(form) && form.terms.some((term) => pair.has(term)));
  const eras = erasOf(told, gone, fresh);
  const isAgainst = (form: Form): boolean =>
    [gone, fresh].some(
      (word) => affirms(form, word) && timesOf(form).some((atMs) => heldAt(eras, atMs) !== word),
    );
  for (const thing of new Set(odd.flatMap((form) => thingsOf(form, pair)))) {
    const about = odd.filter((form) => form.terms.includes(thing));
    if (!own.has(thing) && about.length >= formsMin && about.some(isAgainst)) return about;
  }
  return [];
}

/** Pure. The forms of what changed, then those of each other thing; one list where there is none. */
export function splitOtherThings(
  forms: readonly Form[],
  announcedIn: (forms: readonly Form[]) => readonly Announced[],
): readonly (readonly Form[])[] {
  for (const { gone, fresh } of announcedIn(forms))
    for (const old of gone)
      for (const next of fresh) {
        const about = otherThing(forms, old, next);
        if (about.length === 0) continue;
        const rest = forms.filter((form) => !about.includes(form));
        return [...splitOtherThings(rest, announcedIn), about];
      }
  return [forms];
}
