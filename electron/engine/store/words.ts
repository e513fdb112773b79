// Which words of a turn can be searched. Scripts that set no spaces between words are indexed as pairs of neighbouring
// characters; everything else as words. The two can share an index: no word is written in those scripts.
import type { Turn } from '../../../shared/transcript.ts';

/** Of a tool's output the beginning says what it was; the rest would fill the index with paths and numbers. */
const resultCharsMax = 1000;

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
// What FTS5's unicode61 takes for a word with our categories.
const wordLike = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** What is indexed of a turn; null for nothing. */
export function wordsOfTurn(turn: Turn): string | null {
  const said = searchableText(turn);
  return said.trim() === '' ? null : wordsAndPairs(said);
}

function wordsAndPairs(text: string): string {
  const composed = text.normalize('NFC');
  const runs = composed.match(spaceless);
  if (runs === null) return composed;
  return `${composed.replace(spaceless, ' ')} ${runs.flatMap(pairsOfRun).join(' ')}`;
}

/** The pairs of a run and its last character alone, so that a single character is found at the end of a run too. */
function pairsOfRun(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

function searchableText(turn: Turn): string {
  if (turn.kind === 'result') return turn.text.slice(0, resultCharsMax);
  if (turn.kind !== 'message') return '';
  const spoken = turn.spans.filter((span) => span.origin !== 'injected' && span.origin !== 'own');
  return spoken.map((span) => turn.text.slice(span.start, span.end)).join('\n');
}

/** One thing to look for: a word, or a pair of neighbouring characters. */
export interface SearchTerm {
  /** As it stands in a text that went through `fold`. */
  readonly folded: string;
  /** As the index is asked for it. */
  readonly match: string;
}

/** What is looked for in a query that a person typed, each thing once. */
export function searchTerms(query: string): readonly SearchTerm[] {
  const composed = query.normalize('NFC');
  const words = composed.replace(spaceless, ' ').match(wordLike) ?? [];
  const runs = composed.match(spaceless) ?? [];
  const terms = [
    ...words.map((word) => ({ folded: fold(word), match: `"${word}"` })),
    ...runs.flatMap(termsOfRun),
  ];
  return [...new Map(terms.map((term) => [term.folded, term])).values()];
}

/** All pairs of the run; a single character is the beginning of any pair. */
function termsOfRun(run: string): readonly SearchTerm[] {
  const pairs = pairsOfRun(run);
  if (pairs.length === 1) return [{ folded: fold(run), match: `"${run}" *` }];
  return pairs.slice(0, -1).map((pair) => ({ folded: fold(pair), match: `"${pair}"` }));
}

/** As FTS5 folds words: lower case, and letters without the marks of Latin, Greek and Cyrillic. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]+/g, '')
    .normalize('NFC')
    .toLowerCase();

/** How often the term stands in the folded text, and never more often than matters for ranking. */
export function occurrences(foldedText: string, term: SearchTerm, most: number): number {
  let count = 0;
  let from = foldedText.indexOf(term.folded);
  while (from !== -1 && count < most) {
    count += 1;
    from = foldedText.indexOf(term.folded, from + term.folded.length);
  }
  return count;
}
