// "The printer at the counter takes 80 g", "the printer in the office takes 120 g": two things of one kind, not one that
// changed. Each has a word of its own that all its sayings hold and none of the other's does.
import type { Value } from '../../../shared/dream.ts';

/** What one saying says: its content words, and which of them are values. */
export interface Said {
  readonly text: string;
  readonly terms: Iterable<string>;
  readonly values: readonly Value[];
}

// Two stems of one word may differ in their ends, or one stand within the other ("kasse", "kassendrucker").
const lettersMin = 4;

const isLike = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < lettersMin) return false;
  const stem = short.length > lettersMin ? short.slice(0, -1) : short;
  return long.startsWith(stem) || long.endsWith(short);
};

/** Words that could tell which thing is meant: no number or time, and of the names none that is at issue. */
function subjectOf({ terms, values }: Said, atIssue: ReadonlySet<string>): readonly string[] {
  const measures = new Set(values.filter(({ kind }) => kind !== 'name').map(({ word }) => word));
  return [...terms].filter((term) => !measures.has(term) && !atIssue.has(term) && !/^\p{N}/u.test(term));
}

const without = (terms: readonly string[], others: readonly string[]): readonly string[] =>
  terms.filter((term) => !others.some((each) => isLike(term, each)));

type Sayings = readonly (readonly string[])[];

/** Words that all sayings of one side hold and none of the other's. */
function ownWords([first = [], ...more]: Sayings, other: Sayings): readonly string[] {
  const shared = first.filter((term) => more.every((terms) => terms.some((each) => isLike(term, each))));
  return without(shared, other.flat());
}

/** The word before and the word behind, of those that count; empty at an end. */
function neighboursOf(word: string, terms: readonly string[], text: string): readonly [string, string] {
  const plain = text.toLowerCase();
  const inOrder = terms.toSorted((a, b) => plain.indexOf(a) - plain.indexOf(b));
  const at = inOrder.indexOf(word);
  return [inOrder[at - 1] ?? '', inOrder[at + 1] ?? ''];
}

interface Subject {
  readonly text: string;
  readonly terms: readonly string[];
}

/**
 * One word stands where another stood. A single saying's words are all its own, so that it takes this to tell another thing
 * from other words for the same: "samples below a RIN of 6 are left out", "RIN cutoff is 7".
 */
function isOneSlot(a: Subject, b: Subject): boolean {
  const [ofA, ...moreA] = without(a.terms, b.terms);
  const [ofB, ...moreB] = without(b.terms, a.terms);
  if (ofA === undefined || ofB === undefined || moreA.length > 0 || moreB.length > 0) return false;
  const [beforeA, behindA] = neighboursOf(ofA, a.terms, a.text);
  const [beforeB, behindB] = neighboursOf(ofB, b.terms, b.text);
  return beforeA === beforeB && behindA === behindB;
}

/** Pure. `atIssue`: the names that one side has in the place of the other's. */
export function areTwoThings(a: readonly Said[], b: readonly Said[], atIssue: ReadonlySet<string>): boolean {
  const subjects = (side: readonly Said[]): readonly Subject[] =>
    side.map((said) => ({ text: said.text, terms: subjectOf(said, atIssue) }));
  const termsOf = (side: readonly Subject[]): Sayings => side.map(({ terms }) => terms);
  const [ofA, ofB] = [subjects(a), subjects(b)];
  if (ownWords(termsOf(ofA), termsOf(ofB)).length === 0) return false;
  if (ownWords(termsOf(ofB), termsOf(ofA)).length === 0) return false;
  const isTold = ofA.length > 1 && ofB.length > 1;
  return isTold || ofA.some((one) => ofB.some((other) => isOneSlot(one, other)));
}
