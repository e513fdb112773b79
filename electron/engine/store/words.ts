// Which words of a turn can be searched. They are indexed as they were written: a query finds other forms of a word by
// looking through the vocabulary, so that nothing is stored twice and better stems need no new index. Scripts that set
// no spaces between words are indexed as pairs of neighbouring characters; no word is written in those scripts, so that
// both can share an index.
import { assertNever } from '../../../shared/result.ts';
import type { Turn } from '../../../shared/transcript.ts';

/** Of a tool's output the beginning says what it was; the rest would fill the index with paths and numbers. */
const resultCharsMax = 1000;
/** Of a command, as of a tool's output; a script written in one is better found by the words around it. */
const commandCharsMax = 300;

/** A run of signs without spaces. Marks and the long-vowel sign belong to it, punctuation of the same scripts not. */
export const spacelessRuns =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]&&[\p{L}\p{M}\p{N}]]+/gv;
/** What FTS5's unicode61 takes for a word with our categories. */
export const wordRuns = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;
/** Where a word in camelCase is put together. */
const humps = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/** What is indexed of a turn; null for nothing. */
export function wordsOfTurn(turn: Turn): string | null {
  const said = searchedText(turn);
  return said.trim() === '' ? null : wordsAndPairs(said);
}

function wordsAndPairs(text: string): string {
  const composed = text.normalize('NFKC');
  const runs = beyondLatin.test(composed) ? composed.match(spacelessRuns) : null;
  const words = runs === null ? composed : composed.replace(spacelessRuns, ' ');
  const parts = words.match(camelWords)?.flatMap(partsOfWord) ?? [];
  const pairs = runs?.flatMap(pairsOfRun) ?? [];
  return parts.length + pairs.length === 0 ? words : `${words} ${[...new Set(parts), ...pairs].join(' ')}`;
}

/** Quick to tell, and no script without spaces lies below. */
const beyondLatin = /[\u0E00-\uFFFF]/;
/** Names in code are written in plain letters. */
const camelWords = /\b[A-Z]*[a-z0-9]+[A-Z][A-Za-z0-9]*/g;

/** "orderService" is "order" and "Service"; a word without humps is itself. */
export const partsOfWord = (word: string): readonly string[] => word.split(humps);

/** The pairs of a run and its last character alone, so that a single character is found at the end of a run too. */
export function pairsOfRun(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** The words of a turn that are indexed, as they stand in it. */
export function searchedText(turn: Turn): string {
  switch (turn.kind) {
    case 'result':
      return turn.text.slice(0, resultCharsMax);
    case 'call':
      return turn.use === null
        ? ''
        : [turn.use.command?.slice(0, commandCharsMax), turn.use.target].filter(Boolean).join('\n');
    case 'message':
      return turn.spans
        .filter((span) => span.origin !== 'injected' && span.origin !== 'own')
        .map((span) => turn.text.slice(span.start, span.end))
        .join('\n');
    case 'thinking':
    case 'summary':
    case 'notice':
      return '';
    default:
      return assertNever(turn.kind);
  }
}

const plainLetters = /^[\x20-\x7E]*$/;
const hasMarks = /[\u0300-\u036F]/u;

/** A word as FTS5 keeps it: lower case, Latin letters without their marks. Letters of other scripts keep theirs. */
export function foldWord(word: string): string {
  if (plainLetters.test(word)) return word.toLowerCase();
  const apart = word.normalize('NFKD').toLowerCase();
  if (!hasMarks.test(apart)) return apart.normalize('NFC');
  return apart.replace(/(\p{Script=Latin})[\u0300-\u036F]+/gu, '$1').normalize('NFC');
}
