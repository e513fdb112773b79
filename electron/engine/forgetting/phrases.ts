// Finds phrases in text, many at once and quickly, also where only keyed hashes of them are known. A text is folded first
// (case, kinds of white space), character for character, so that places in it stay places in the original.

/** A phrase as it is looked for: the beginning is found by a rolling hash, and only then is it looked at closely. */
export interface Sought {
  /** How many characters of its beginning the hash is made of; one of `windows`. */
  readonly window: number;
  readonly rolling: number;
  /** Of the folded phrase, in UTF-16 units. */
  readonly length: number;
  /** Only where no letter or digit stands right before or after. */
  readonly isWhole: boolean;
  matches(folded: string): boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface PhraseFinder {
  /** In order, without overlaps. */
  ranges(text: string): readonly Range[];
  holds(text: string): boolean;
}

/** One pass over a text for each of them that is in use, however many phrases there are. */
const windows = [2, 3, 4, 6, 8, 12, 16, 24, 32] as const;

/** Up to so many letters a phrase is a word of its own only: "Ann" is not in "planning". */
const wholeLettersMax = 4;

const whiteSpace = /\s/gu;

export function fold(text: string): string {
  const lower = text.toLowerCase();
  // İ and a few more grow when they get small; they stay as they are.
  const even =
    lower.length === text.length
      ? lower
      : Array.from(text, (character) => {
          const small = character.toLowerCase();
          return small.length === character.length ? small : character;
        }).join('');
  return even.replace(whiteSpace, ' ');
}

/** The forms in which a phrase may stand in text: composed and decomposed. */
export const formsOf = (phrase: string): readonly string[] => [
  ...new Set(['NFC', 'NFD'].map((form) => fold(phrase.normalize(form).trim()))),
];

export const isWholeOnly = (folded: string): boolean =>
  /^[\p{L}\p{M}\p{N}]+$/u.test(folded) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(folded) &&
  Array.from(folded).length <= wholeLettersMax;

export const windowOf = (length: number): number => windows.findLast((window) => window <= length) ?? 2;

/** Of the first characters; `base` is any odd number, and secret where the hash is. */
export function rollingHash(folded: string, window: number, base: number): number {
  let hash = 0;
  for (let at = 0; at < window; at++) hash = (Math.imul(hash, base) + folded.charCodeAt(at)) | 0;
  return hash;
}

/** Any odd number does where nothing is secret. */
const plainBase = 0x0100_0193;

/** For phrases that are known; too short ones (one character) are left out. */
export const findPhrases = (phrases: readonly string[]): PhraseFinder =>
  createFinder(
    [...new Set(phrases.flatMap(formsOf))].flatMap((folded) => (folded.length < 2 ? [] : [soughtOf(folded)])),
    plainBase,
  );

function soughtOf(folded: string): Sought {
  const window = windowOf(folded.length);
  return {
    window,
    rolling: rollingHash(folded, window, plainBase),
    length: folded.length,
    isWhole: isWholeOnly(folded),
    matches: (found) => found === folded,
  };
}

export function createFinder(sought: readonly Sought[], base: number): PhraseFinder {
  const byWindow = new Map<number, Map<number, Sought[]>>();
  for (const one of sought) {
    const byHash = byWindow.get(one.window) ?? new Map<number, Sought[]>();
    byHash.set(one.rolling, [...(byHash.get(one.rolling) ?? []), one]);
    byWindow.set(one.window, byHash);
  }
  const find = (text: string, stopAtFirst: boolean): readonly Range[] => {
    const folded = fold(text);
    const found: Range[] = [];
    for (const [window, byHash] of byWindow) {
      roll(folded, window, base, (start, hash) => {
        for (const one of byHash.get(hash) ?? []) {
          const end = start + one.length;
          if (end > folded.length || !one.matches(folded.slice(start, end))) continue;
          if (one.isWhole && !standsAlone(text, start, end)) continue;
          found.push({ start, end });
          if (stopAtFirst) return true;
        }
        return false;
      });
      if (stopAtFirst && found.length > 0) break;
    }
    return found;
  };
  return {
    ranges: (text) => (byWindow.size === 0 ? [] : merged(find(text, false))),
    holds: (text) => byWindow.size > 0 && find(text, true).length > 0,
  };
}

/** Calls with the hash of every window of the text, until it is told to stop. */
function roll(
  text: string,
  window: number,
  base: number,
  at: (start: number, hash: number) => boolean,
): void {
  if (text.length < window) return;
  let leading = 1;
  for (let power = 1; power < window; power++) leading = Math.imul(leading, base);
  let hash = rollingHash(text, window, base);
  for (let start = 0; ; start++) {
    if (at(start, hash) || start + window >= text.length) return;
    const without = (hash - Math.imul(text.charCodeAt(start), leading)) | 0;
    hash = (Math.imul(without, base) + text.charCodeAt(start + window)) | 0;
  }
}

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

/** A word ends where no letter follows, or where a new one begins in camelCase. */
function standsAlone(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(start - 1, start), text.slice(end, end + 1)];
  const beginsHump = /\p{Ll}/u.test(before) && /\p{Lu}/u.test(text.slice(start, start + 1));
  const endsHump = /\p{Ll}/u.test(text.slice(end - 1, end)) && /\p{Lu}/u.test(after);
  return (
    (start === 0 || !letterOrDigit.test(before) || beginsHump) && (!letterOrDigit.test(after) || endsHump)
  );
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const out: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last !== undefined && range.start < last.end) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else out.push(range);
  }
  return out;
}

/** The text with a mark in the place of each range; the same string where there is none. */
export function blanked(text: string, ranges: readonly Range[], mark: string): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Where a place of the original lies in the blanked text; one inside a range moves to the end of its mark. */
export function placeIn(ranges: readonly Range[], mark: string, place: number): number {
  let moved = 0;
  for (const { start, end } of ranges) {
    if (place <= start) break;
    if (place < end) return start + moved + mark.length;
    moved += mark.length - (end - start);
  }
  return place + moved;
}
