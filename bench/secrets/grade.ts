// Judges what the store kept of one case: is the secret gone, did the look-alike stay, is everything around it whole?
import type { Case } from './cases.ts';

export interface Graded extends Case {
  /** Null where all is right. */
  readonly wrong: 'leaked' | 'masked-harmless' | 'damaged-around' | 'broke-json' | 'lost' | null;
  readonly shown: string;
}

/** So many characters in a row of a secret are one still; a shorter secret counts whole. */
const windowMax = 12;

const windowsOf = (part: string): readonly string[] => {
  const size = Math.min(windowMax, part.length);
  return Array.from({ length: part.length - size + 1 }, (_, at) => part.slice(at, at + size));
};

const leftOver = (one: Case, text: string): boolean =>
  one.parts.some((part) => windowsOf(part).some((window) => text.includes(window)));

/** Ids of the cases of which something stands in one of the texts, and the places of those texts. */
export const spilt = (
  cases: readonly Case[],
  texts: Iterable<{ readonly place: string; readonly text: string }>,
): ReadonlyMap<string, string> => {
  const owner = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, parts } of cases) {
    for (const window of parts.flatMap(windowsOf)) {
      if ((owner.get(window) ?? id) !== id) shared.add(window);
      owner.set(window, id);
    }
  }
  // The beginnings that all values of a kind have in common give none of them away.
  for (const window of shared) owner.delete(window);
  const short = [...owner.keys()].filter((window) => window.length < windowMax);
  const found = new Map<string, string>();
  for (const { place, text } of texts) {
    for (let at = 0; at + windowMax <= text.length; at++) {
      const id = owner.get(text.slice(at, at + windowMax));
      if (id !== undefined) found.set(id, place);
    }
    for (const window of short) if (text.includes(window)) found.set(owner.get(window) ?? '', place);
  }
  return found;
};

const isJson = (text: string): boolean => {
  try {
    const walk = (value: unknown): boolean => {
      // JSON that stands in a text of JSON must be JSON as well.
      if (typeof value === 'string') return !/^\s*(?:\{"|\[)/.test(value) || walk(JSON.parse(value));
      if (typeof value !== 'object' || value === null) return true;
      return Object.values(value).every(walk);
    };
    return walk(JSON.parse(text));
  } catch {
    return false;
  }
};

export const gradeCase = (one: Case, kept: string | null): Graded => {
  const wrong = ((): Graded['wrong'] => {
    if (kept === null) return 'lost';
    if (one.isSecret && leftOver(one, kept)) return 'leaked';
    if (!one.isSecret && kept !== one.text.replace(/\n$/, '')) return 'masked-harmless';
    if (one.json && !isJson(kept)) return 'broke-json';
    return one.around.every((line) => kept.includes(line)) ? null : 'damaged-around';
  })();
  return { ...one, wrong, shown: JSON.stringify(kept ?? '').slice(0, 400) };
};

export interface Tally {
  readonly secrets: number;
  readonly gone: number;
  readonly recall: number;
  readonly harmless: number;
  readonly maskedHarmless: number;
  readonly damagedAround: number;
  readonly jsonBroken: number;
  readonly lost: number;
  readonly precision: number;
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;

/** Precision: of the places that were masked, how many held a secret. A line that went along counts as wrongly masked. */
export const tally = (graded: readonly Graded[]): Tally => {
  const count = (keep: (one: Graded) => boolean): number => graded.filter(keep).length;
  const secrets = count((one) => one.isSecret);
  const gone = count((one) => one.isSecret && one.wrong !== 'leaked' && one.wrong !== 'lost');
  const maskedHarmless = count((one) => one.wrong === 'masked-harmless');
  const damagedAround = count((one) => one.wrong === 'damaged-around');
  return {
    secrets,
    gone,
    recall: share(gone, secrets),
    harmless: graded.length - secrets,
    maskedHarmless,
    damagedAround,
    jsonBroken: count((one) => one.wrong === 'broke-json'),
    lost: count((one) => one.wrong === 'lost'),
    precision: share(gone, gone + maskedHarmless + damagedAround),
  };
};
