// When two statements say the same, and when one takes the other's place. Likeness of words alone never merges: numbers,
// dates, names and negations keep two statements apart.
import type { Value } from '../../../shared/dream.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { readSentence, stemsOf, valuesOf } from '../language/words.ts';

/** As much of a set as is asked of a statement's words. */
export type Words = Pick<ReadonlySet<string>, 'has' | 'size' | typeof Symbol.iterator>;

/** A statement reduced to what it says. */
export interface Gist {
  readonly text: string;
  readonly language: string;
  readonly terms: Words;
  readonly negated: Words;
  readonly values: readonly Value[];
}

// One for all that turn nothing down: most of fifty thousand lines.
const none: ReadonlySet<string> = new Set();

// What a line says, it says in its beginning; a line of a whole page would cost its square.
const readCharsMax = 2_000;

export function gistOf(text: string, language = detectLanguage(text)): Gist {
  const reading = readSentence(text.slice(0, readCharsMax), languageOf(language));
  const affirmed = new Set(reading.terms.filter((t) => !t.negated).map((t) => t.stem));
  const negated = reading.terms.filter((t) => t.negated && !affirmed.has(t.stem)).map((t) => t.stem);
  return {
    text,
    language,
    terms: new Set(stemsOf(reading.terms)),
    negated: negated.length === 0 ? none : new Set(negated),
    values: valuesOf(reading.terms),
  };
}

const sharedOf = (a: Words, b: Words): readonly string[] => [...a].filter((term) => b.has(term));

const valueKinds = ['name', 'number', 'time'] as const;

const affirmedValues = (gist: Gist, kind: Value['kind']): readonly string[] =>
  gist.values.filter((v) => v.kind === kind && v.polarity === 'affirmed').map((v) => v.word);

/** Both name values of one kind, and none of them is the same. */
export function rivalValues(a: Gist, b: Gist, kind: Value['kind']): readonly [string, string] | null {
  const [ofA, ofB] = [affirmedValues(a, kind), affirmedValues(b, kind)];
  const [firstA, firstB] = [ofA[0], ofB[0]];
  if (firstA === undefined || firstB === undefined) return null;
  return ofA.some((v) => b.terms.has(v)) || ofB.some((v) => a.terms.has(v)) ? null : [firstA, firstB];
}

// Two stems of one word may differ in their ends ("koningin", "koninginn"; "traduir", "traduct"): so many letters in
// common, and this share. A word may also be clipped: "physio".
const stemLettersMin = 4;
const stemShareMin = 0.7;
const clippedLettersMin = 5;

function areNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < stemLettersMin || /\p{N}/u.test(long)) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (same >= clippedLettersMin && same === short.length) return true;
  return same >= stemLettersMin && same >= stemShareMin * long.length;
}

// What joins the parts of a compound in German and its neighbours: "Bauantrag-s-plan".
const linkLettersMax = 2;
const partLettersMin = 4;

/** The two words of the other statement that this one is made of; itself where it is no compound of such. */
function partsOf(term: string, others: readonly string[]): readonly string[] {
  if (term.length < 2 * partLettersMin || others.includes(term)) return [term];
  for (const first of others) {
    if (first.length < partLettersMin || !term.startsWith(first)) continue;
    const rest = term.slice(first.length);
    const second = others.find((one) => one.length >= partLettersMin && endsWithPart(rest, one));
    if (second !== undefined) return [first, second];
  }
  return [term];
}

function endsWithPart(rest: string, part: string): boolean {
  const at = rest.indexOf(part);
  return at >= 0 && at <= linkLettersMax && rest.length - at - part.length <= linkLettersMax;
}

/** Its words, compounds of the other's words taken apart. */
function takenApart(terms: Words, others: Words): Words {
  const words = [...others];
  const parts = [...terms].flatMap((term) => partsOf(term, words));
  return parts.length === terms.size ? terms : new Set(parts);
}

/** The words of the smaller statement that the larger one says too, also with another ending. */
function nearlyShared(a: Words, b: Words): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return [...small].filter((term) => isAmong(term, large)).length;
}

/** The words hold it, or nearly. */
export const isAmong = (term: string, words: Words): boolean =>
  words.has(term) || [...words].some((other) => areNear(term, other));

/** 0 to 1: the shared words as a share of the smaller statement's. */
export function overlapOf(a: Gist, b: Gist): number {
  const smaller = Math.min(a.terms.size, b.terms.size);
  return smaller === 0 ? 0 : sharedOf(a.terms, b.terms).length / smaller;
}

/** One wants what the other turns down. Where both turn something down, a word may stand on this side or that of the "not". */
export function isOpposed(a: Gist, b: Gist): boolean {
  const shared = sharedOf(a.terms, b.terms);
  const onlyA = shared.some((term) => a.negated.has(term) && !b.negated.has(term));
  const onlyB = shared.some((term) => b.negated.has(term) && !a.negated.has(term));
  if (onlyA && onlyB) return true;
  return (onlyA && b.negated.size === 0) || (onlyB && a.negated.size === 0);
}

// The smaller statement stands almost whole in the larger one, and the larger says at most twice as much.
const sameOverlapMin = 0.85;
const sizeRatioMin = 0.5;

/**
 * Both say the same thing, certainly enough to merge them. A few words do not always tell their language: where the two
 * were taken for different ones, they are read in one.
 */
export const isSame = (a: Gist, b: Gist): boolean => sameAs(a)(b);

/** As `isSame`, for one that is held against many: it is read in each language once. */
export function sameAs(a: Gist): (b: Gist) => boolean {
  const readings = new Map([[a.language, a]]);
  const readIn = (language: string): Gist => {
    const known = readings.get(language) ?? gistOf(a.text, language);
    readings.set(language, known);
    return known;
  };
  return (b) =>
    a.language === b.language
      ? saysSame(a, b)
      : saysSame(readIn(b.language), b) || saysSame(a, gistOf(b.text, a.language));
}

function saysSame(a: Gist, b: Gist): boolean {
  const [ofA, ofB] = [takenApart(a.terms, b.terms), takenApart(b.terms, a.terms)];
  const [small, large] = [Math.min(ofA.size, ofB.size), Math.max(ofA.size, ofB.size)];
  if (small === 0 || small / large < sizeRatioMin || isOpposed(a, b)) return false;
  if (small === 1 && large > 1) return false;
  if (valueKinds.some((kind) => rivalValues(a, b, kind) !== null)) return false;
  if (sharedOf(ofA, ofB).length === 0) return false;
  const shared = nearlyShared(ofA, ofB);
  const overlap = shared / small;
  // "Call me Nora" is no short way of "Nora's dog is called Pipa": two words stand in many sentences
  const isShort = small < shortTermsMax && large > small;
  if (isShort && (namesMore(a, b) || namesMore(b, a))) return false;
  if (overlap >= sameOverlapMin) return true;
  // other words for the same: much is shared, and what is not shared names nothing
  const isMuch = overlap >= looseOverlapMin && shared >= (turnDownAlike(a, b) ? 2 : looseSharedMin);
  const hasChoice = small - shared === 1 && large - shared === 1 && standAlike(a, b);
  return isMuch && !hasChoice && !namesMore(a, b) && !namesMore(b, a);
}

interface Place {
  /** What stands right before the word, content or none. */
  readonly behind: string;
  readonly between: string;
}

/** Where the one word stands that the other statement does not say. */
function placeOfOwn(gist: Gist, other: Gist): Place | null {
  const { terms, tokens } = readSentence(gist.text, languageOf(gist.language));
  const at = terms.findIndex(({ stem }) => !isAmong(stem, other.terms));
  const own = terms[at];
  if (own === undefined) return null;
  const words = tokens.filter((token) => token.isWord);
  const behind = words[words.findIndex((token) => token.start === own.start) - 1]?.text ?? '';
  return { behind, between: `${terms[at - 1]?.stem ?? ''}|${terms[at + 1]?.stem ?? ''}` };
}

/**
 * One word stands where another stood: that is a choice ("pnpm", "npm"), not another wording. What is turned down stands in
 * nobody's place ("issues are no longer in Redmine, see YouTrack").
 */
export function isChoice(a: Gist, b: Gist): boolean {
  const own = (one: Gist, other: Gist): number =>
    [...one.terms].filter((term) => !one.negated.has(term) && !isAmong(term, other.terms)).length;
  return own(a, b) === 1 && own(b, a) === 1 && standAlike(a, b);
}

function standAlike(a: Gist, b: Gist): boolean {
  const [inA, inB] = [placeOfOwn(a, b), placeOfOwn(b, a)];
  return inA === null || inB === null || inA.behind === inB.behind || inA.between === inB.between;
}

const shortTermsMax = 3;
const looseOverlapMin = 0.66;
const looseSharedMin = 3;

/** Both turn the same thing down. */
const turnDownAlike = (a: Gist, b: Gist): boolean =>
  a.negated.size > 0 &&
  a.negated.size === b.negated.size &&
  [...a.negated].every((term) => b.negated.has(term));

/** It names a thing, a number or a time that the other does not. */
const namesMore = (a: Gist, b: Gist): boolean => a.values.some(({ word }) => !b.terms.has(word));

export interface Newer extends Gist {
  /** What it says held before. */
  readonly closesValues: ReadonlySet<string>;
  readonly announcesChange: boolean;
  /** Said more than once by the owner: where it only disagrees, it still is the newer word. */
  readonly isRepeated: boolean;
}

/**
 * One word of several names the subject only where the statement begins with it: "the stand-up is each day at 9:30" is of
 * the stand-up, "the seminar of the lab is at 11" is not of the lab.
 */
const isHead = (term: string | undefined, { text, language }: Gist): boolean =>
  term !== undefined && readSentence(text, languageOf(language)).terms[0]?.stem === term;

const valueWords = (gist: Gist): ReadonlySet<string> => new Set(gist.values.map((v) => v.word));

// "A, B and C": commas join its parts, and a short word the last.
const comma = /^\s*[,、，;/&+]\s*\p{L}{0,4}\s*$/u;
const joiner = /^\s*\p{L}{1,4}\s*$/u;

/** The line lists several names, of which this is one: what is said of the one says nothing of the others. */
export function isOneOfSeveral(word: string, line: Gist): boolean {
  const { terms } = readSentence(line.text.slice(0, readCharsMax), languageOf(line.language));
  const at = terms.findIndex(({ stem, kind }) => stem === word && kind === 'name');
  if (at < 0) return false;
  const between = (first: number): string => {
    const [one, next] = [terms[first], terms[first + 1]];
    if (one?.kind !== 'name' || next?.kind !== 'name' || one.negated !== next.negated) return '-';
    return line.text.slice(one.start + one.raw.length, next.start);
  };
  const joins = [between(at - 2), between(at - 1), between(at), between(at + 1)];
  const [before2 = '', before = '', after = '', after2 = ''] = joins;
  if (comma.test(before) || comma.test(after)) return true;
  return (joiner.test(before) && comma.test(before2)) || (joiner.test(after) && comma.test(after2));
}

/** Both name one thing, number or time, and none that rules the other's out. */
const shareValue = (a: Gist, b: Gist): boolean =>
  valueKinds.some((kind) => affirmedValues(a, kind).some((word) => affirmedValues(b, kind).includes(word))) &&
  !valueKinds.some((kind) => rivalValues(a, b, kind) !== null);

/** The one word in which two lines differ that cannot both hold: "a slot holds 24", "a slot holds 32". */
export function rivalWord(line: Gist, other: Gist): { readonly own: string; readonly others: string } | null {
  const only = (one: Gist, than: Gist): readonly string[] =>
    [...one.terms].filter((term) => !isAmong(term, than.terms));
  const [own, others] = [only(line, other), only(other, line)];
  if (line.negated.size > 0 || other.negated.size > 0 || !isChoice(line, other)) return null;
  const [mine, theirs] = [own[0], others[0]];
  const isFrame = line.terms.size - own.length >= 2;
  return isFrame && mine !== undefined && theirs !== undefined ? { own: mine, others: theirs } : null;
}

/**
 * Why the newer statement takes the older one's place, or null. `isSure`: the newer one says so itself; otherwise they
 * only disagree.
 */
export function closing(
  newer: Newer,
  older: Gist,
): { readonly word: string; readonly isSure: boolean } | null {
  const olderAffirms = [...older.terms].filter((term) => !older.negated.has(term));
  const newerAffirms = new Set([...newer.terms].filter((term) => !newer.negated.has(term)));
  const shared = sharedOf(newer.terms, older.terms);
  const turnedDown = olderAffirms.filter(
    (term) => (newer.negated.has(term) || newer.closesValues.has(term)) && !newerAffirms.has(term),
  );
  // what both affirm of the contested words is no contradiction
  for (const word of turnedDown) {
    const others = shared.filter((term) => term !== word).length;
    const isValue =
      valueWords(newer).has(word) || valueWords(older).has(word) || newer.closesValues.has(word);
    if (isOneOfSeveral(word, older)) {
      if (others >= 2) return { word, isSure: false };
      continue;
    }
    if (isValue && others >= 1) return { word, isSure: true };
    // all else that the older one says, the newer says too: only this word is another
    const isReplaced = others >= 1 && others === olderAffirms.length - 1 && newerAffirms.size > others;
    if (isReplaced) return { word, isSure: newer.announcesChange || newer.isRepeated };
    // "Ann left accounts, bills go to Tom" turns nothing down of "bills go to Tom in accounts"
    if (!isValue && shareValue(newer, older)) continue;
    if (others >= 2 && newerAffirms.size > 0)
      return { word, isSure: newer.announcesChange || newer.isRepeated };
    if (newer.closesValues.has(word) && olderAffirms.length <= 2)
      return { word, isSure: newer.announcesChange || newer.isRepeated };
  }
  for (const kind of ['number', 'time', 'name'] as const) {
    const rivals = rivalValues(newer, older, kind);
    // another name is another thing, unless it is said that something changed
    if (!rivals || (kind === 'name' && (!newer.announcesChange || shared.length < 2))) continue;
    const rest = (gist: Gist): number =>
      [...gist.terms].filter(
        (t) => !valueWords(gist).has(t) || gist.values.some((v) => v.word === t && v.kind === 'name'),
      ).length;
    const [smaller, larger] = [rest(newer), rest(older)].sort((a, b) => a - b) as [number, number];
    const isOneSubject =
      shared.length >= 2 || smaller === 1 || shared.length >= 0.5 * larger || isHead(shared[0], older);
    if (shared.length >= 1 && smaller > 0 && shared.length >= 0.5 * smaller && isOneSubject) {
      return { word: rivals[1], isSure: newer.announcesChange || newer.isRepeated };
    }
  }
  return null;
}
