// Where a text holds what is looked for. The same rule finds turns, entries and the words that are shown bright.
import { foldWord, partsOfWord, spacelessRuns, wordRuns } from '../store/words.ts';
import type { Query, Term } from './terms.ts';

/** One place that holds a term. Offsets are UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The term's place in the query. */
  readonly term: number;
  /** 1 where it is the word as typed, less for another form of it. */
  readonly likeness: number;
}

/** In the order of the text; none overlap. */
export function marksIn(text: string, query: Query): readonly Mark[] {
  const marks = [...wordMarks(text, query.terms), ...signMarks(text, query.terms)];
  const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
  return sorted.filter((mark, index) => index === 0 || mark.start >= (sorted[index - 1]?.end ?? 0));
}

/** A text longer than a chapter is looked at as far as that. */
const charsMax = 50_000;

function wordMarks(text: string, terms: readonly Term[]): readonly Mark[] {
  if (!terms.some(({ kind }) => kind === 'word')) return [];
  const runs = [...text.slice(0, charsMax).matchAll(wordRuns)];
  const known = new Map<string, TermFound | null>();
  return runs.flatMap((run, index) => {
    let whole = known.get(run[0]);
    if (whole === undefined) {
      whole = bestTerm(foldWord(run[0]), terms);
      known.set(run[0], whole);
    }
    if (whole !== null) return [{ start: run.index, end: run.index + run[0].length, ...whole }];
    return [...humpMarks(run[0], run.index, terms), ...spreadMark(runs, index, terms)];
  });
}

type TermFound = Pick<Mark, 'term' | 'likeness'>;

function bestTerm(folded: string, terms: readonly Term[]): TermFound | null {
  let best: TermFound | null = null;
  for (const [term, one] of terms.entries()) {
    const likeness = one.kind === 'word' ? one.likeness(folded) : 0;
    if (likeness > (best?.likeness ?? 0)) best = { term, likeness };
  }
  return best;
}

/** "order" in "orderService". */
function humpMarks(word: string, at: number, terms: readonly Term[]): readonly Mark[] {
  if (!/[a-z0-9][A-Z]/.test(word)) return [];
  const parts = partsOfWord(word);
  if (parts.length === 1) return [];
  let start = at;
  return parts.flatMap((part) => {
    const [from, found] = [start, bestTerm(foldWord(part), terms)];
    start += part.length;
    return found === null ? [] : [{ start: from, end: start, ...found }];
  });
}

/** "order service" or "order_service" where "orderService" is looked for. */
function spreadMark(
  runs: readonly RegExpExecArray[],
  index: number,
  terms: readonly Term[],
): readonly Mark[] {
  return terms.flatMap((one, term) => {
    if (one.kind !== 'word' || one.parts.length === 0) return [];
    const words = runs.slice(index, index + one.parts.length);
    const last = words.at(-1);
    const first = words[0];
    const fits =
      words.length === one.parts.length && words.every((word, at) => foldWord(word[0]) === one.parts[at]);
    const lies = words.every((word, at) => at === 0 || word.index - endOf(words[at - 1]) <= 1);
    if (!fits || !lies || first === undefined) return [];
    return [{ start: first.index, end: endOf(last), term, likeness: 1 }];
  });
}

const endOf = (word: RegExpExecArray | undefined): number =>
  word === undefined ? 0 : word.index + word[0].length;

/** Half-width signs change their length when they are folded: then the whole run is marked. */
function signMarks(text: string, terms: readonly Term[]): readonly Mark[] {
  if (!terms.some(({ kind }) => kind === 'signs')) return [];
  return [...text.matchAll(spacelessRuns)].flatMap((run) => {
    const folded = foldWord(run[0]);
    const isTrue = folded.length === run[0].length;
    const whole = { start: run.index, end: run.index + run[0].length };
    return terms.flatMap((one, term) => {
      if (one.kind !== 'signs') return [];
      const places = placesOf(folded, one.folded, run.index);
      return (isTrue ? places : places.slice(0, 1).map(() => whole)).map((place) => ({
        ...place,
        term,
        likeness: 1,
      }));
    });
  });
}

function placesOf(text: string, what: string, offset: number): readonly { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(what); at !== -1; at = text.indexOf(what, at + what.length)) {
    places.push({ start: offset + at, end: offset + at + what.length });
  }
  return places;
}
