// Asks the word index for a query: which forms of each word were ever said, how rare it is, and which turns are worth
// reading. No text is read here; what it costs depends on how often the words were said, as in FTS5 itself.
import type { ReadableDb } from '../store/db.ts';
import type { FoundTurn, IndexedWord, SearchFilter, TurnWeights } from '../store/search.ts';
import {
  indexedWord,
  indexedWordsFrom,
  searchedStore,
  turnIdsMatching,
  turnsMatching,
  turnsOf,
} from '../store/search.ts';
import type { Query, SignsTerm, Term, WordTerm } from './terms.ts';

/** A term as the index knows it. */
export interface Known {
  /** In FTS5's language; null where no turn holds it. */
  readonly match: string | null;
  readonly turns: number;
  /** BM25's inverse document frequency, kept above zero. */
  readonly rarity: number;
}

/** Forms of one word are rarely more; the range of "con…" may hold thousands of words. */
const formsMax = 40;
const wordsLookedAtMax = 3000;

export function lookUp(db: ReadableDb, query: Query): readonly Known[] {
  const { turns } = searchedStore(db);
  return query.terms.map((term) => {
    const { match, held } = term.kind === 'word' ? lookUpWord(db, term) : lookUpSigns(db, term);
    const rarity = Math.log(1 + (turns - Math.min(held, turns) + 0.5) / (held + 0.5));
    return { match: held === 0 ? null : match, turns: held, rarity };
  });
}

interface LookedUp {
  readonly match: string;
  readonly held: number;
}

// A word of letters and digits needs no more than the quotation marks to mean nothing to FTS5.
const quote = (word: string): string => `"${word}"`;

function lookUpWord(db: ReadableDb, term: WordTerm): LookedUp {
  const itself = indexedWord(db, term.folded);
  const forms = formsOf(db, term).filter(({ word }) => word !== term.folded);
  const all = [...(itself === null ? [] : [itself]), ...forms.slice(0, formsMax)];
  const held = all.reduce((sum, { turns }) => sum + turns, 0);
  const words = all.map(({ word }) => quote(word));
  if (term.parts.length === 0) return { match: words.join(' OR '), held };
  const rarestPart = Math.min(...term.parts.map((part) => indexedWord(db, part)?.turns ?? 0));
  return {
    match: [...words, `(${term.parts.map(quote).join(' AND ')})`].join(' OR '),
    held: Math.max(held, rarestPart),
  };
}

/** The likeliest and most frequent first. */
function formsOf(db: ReadableDb, term: WordTerm): readonly IndexedWord[] {
  if (term.beginning === null) return [];
  return indexedWordsFrom(db, term.beginning, wordsLookedAtMax)
    .map((indexed) => ({ indexed, likeness: term.likeness(indexed.word) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || b.indexed.turns - a.indexed.turns)
    .map(({ indexed }) => indexed);
}

/** A sign alone begins some pair, wherever it stands in a run. */
function lookUpSigns(db: ReadableDb, term: SignsTerm): LookedUp {
  const [only] = term.pairs;
  if (only !== undefined && Array.from(only).length === 1) {
    const pairs = indexedWordsFrom(db, only, wordsLookedAtMax);
    return { match: `${quote(only)} *`, held: pairs.reduce((sum, { turns }) => sum + turns, 0) };
  }
  const held = Math.min(...term.pairs.map((pair) => indexedWord(db, pair)?.turns ?? 0));
  return { match: term.pairs.map(quote).join(' AND '), held };
}

export interface Wanted {
  readonly filter: SearchFilter;
  readonly weights: TurnWeights;
  readonly limit: number;
}

/** What a term in a neighbouring turn counts for, by distance: talk of one thing is spread over a question and its answer. */
const neighbours = [
  { distance: 1, share: 0.5 },
  { distance: 2, share: 0.25 },
] as const;
/** A word that more turns hold says next to nothing beside a rarer one. */
const listedMax = 20_000;
const scoredMax = 500;

/** The turns most worth reading, best first: those that hold every term; if they are few, those that hold some. */
export function candidates(
  db: ReadableDb,
  terms: readonly Term[],
  known: readonly Known[],
  wanted: Wanted,
): readonly FoundTurn[] {
  const there = known.filter((one): one is Known & { readonly match: string } => one.match !== null);
  if (there.length === 0) return [];
  const rarestFirst = there.toSorted((a, b) => a.turns - b.turns);
  const isWhole = there.length === terms.length;
  const whole = isWhole
    ? turnsMatching(db, rarestFirst.map(({ match }) => `(${match})`).join(' AND '), wanted)
    : [];
  if (whole.length >= wanted.limit || (isWhole && terms.length === 1)) return whole;
  if (there.length === 1) return turnsMatching(db, rarestFirst[0]?.match ?? '', wanted);
  const wholeIds = new Set(whole.map(({ id }) => id));
  const partly = turnsOf(db, scoreParts(db, rarestFirst), wanted).filter(({ id }) => !wholeIds.has(id));
  return [...whole, ...partly].slice(0, wanted.limit);
}

/** Each turn by the rarity of the terms that it and its neighbours hold. */
function scoreParts(
  db: ReadableDb,
  rarestFirst: readonly (Known & { readonly match: string })[],
): readonly (readonly [id: number, score: number])[] {
  const held = new Map<number, number>();
  for (const [index, { match }] of rarestFirst.entries()) {
    const isCommon = index > 0 && (rarestFirst[index]?.turns ?? 0) > listedMax;
    if (isCommon) continue;
    for (const id of turnIdsMatching(db, match, listedMax)) held.set(id, (held.get(id) ?? 0) | (1 << index));
  }
  const worthOf = createWorth(rarestFirst.map(({ rarity }) => rarity));
  const perScore = new Map<number, number[]>();
  for (const [id, own] of held) {
    let [seen, score] = [own, worthOf(own)];
    for (const { distance, share } of neighbours) {
      const around = (held.get(id - distance) ?? 0) | (held.get(id + distance) ?? 0);
      score += share * worthOf(around & ~seen);
      seen |= around;
    }
    const same = perScore.get(score);
    if (same === undefined) perScore.set(score, [id]);
    else same.push(id);
  }
  return best(perScore);
}

/** The same few sets of terms come up again and again. */
function createWorth(rarities: readonly number[]): (mask: number) => number {
  const known = new Map<number, number>();
  return (mask) => {
    const before = known.get(mask);
    if (before !== undefined) return before;
    const worth = rarities.reduce((sum, rarity, index) => sum + ((mask >> index) & 1) * rarity, 0);
    known.set(mask, worth);
    return worth;
  };
}

/** Scores are few and turns many: sorting the scores is enough. Of those with one score the latest imported. */
function best(perScore: ReadonlyMap<number, readonly number[]>): readonly (readonly [number, number])[] {
  const chosen: (readonly [number, number])[] = [];
  for (const [score, ids] of [...perScore].toSorted(([a], [b]) => b - a)) {
    for (const id of ids.toSorted((a, b) => b - a)) {
      if (chosen.length >= scoredMax) return chosen;
      chosen.push([id, score]);
    }
  }
  return chosen;
}
