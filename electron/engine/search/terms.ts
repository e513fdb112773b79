// What a person looks for, read out of what they typed. Nothing in it is an operator: quotes, stars, "AND" and brackets
// can only help to rank, and no query is wrong.
import { detectLanguage } from '../language/detect.ts';
import type { Language } from '../language/language.ts';
import { languageOf, languages } from '../language/language.ts';
import { segmentsOf, plainCase } from '../language/tokens.ts';
import { foldWord, pairsOfRun, partsOfWord, spacelessRuns, wordRuns } from '../store/words.ts';

/** One thing to look for. A turn that holds every term answers the query whole. */
export type Term = WordTerm | SignsTerm;

export interface WordTerm {
  readonly kind: 'word';
  readonly folded: string;
  /** Its parts where it is written in camelCase; empty otherwise. */
  readonly parts: readonly string[];
  /** All other forms begin so; null where the word has no other forms. */
  readonly beginning: string | null;
  /** How surely another folded word is a form of this one: 1 the word itself, 0 not at all. */
  likeness(folded: string): number;
}

/** Signs of a script without spaces between its words. */
export interface SignsTerm {
  readonly kind: 'signs';
  readonly folded: string;
  /** Pairs of neighbours, or one sign alone. */
  readonly pairs: readonly string[];
}

export interface Query {
  readonly terms: readonly Term[];
  /** Terms that were written as one thing, by their places in `terms`: in quotation marks, or a path. */
  readonly phrases: readonly (readonly number[])[];
}

/** Longer queries are cut: nobody types them, and each word costs a look into the index. */
const queryCharsMax = 1000;
const termsMax = 24;

export function readQuery(typed: string): Query {
  const text = typed.slice(0, queryCharsMax).toWellFormed().normalize('NFKC');
  const language = languageOf(detectLanguage(text));
  const pieces = piecesOf(text).map((piece) => ({ ...piece, terms: termsOf(piece.text, language) }));
  const found = new Map<string, { readonly term: Term; readonly isEmpty: boolean }>();
  for (const { terms, isPhrase } of pieces) {
    for (const term of terms) {
      const isEmpty = !isPhrase && language.functionWords.has(plainCase(term.folded));
      if (!found.has(term.folded) || !isEmpty) found.set(term.folded, { term, isEmpty });
    }
  }
  const all = [...found.values()];
  const full = all.filter(({ isEmpty }) => !isEmpty);
  const terms = (full.length > 0 ? full : all).map(({ term }) => term).slice(0, termsMax);
  const at = new Map(terms.map((term, index) => [term.folded, index]));
  const phrases = pieces
    .filter((piece) => piece.isPhrase)
    .map((piece) => piece.terms.flatMap((term) => at.get(term.folded) ?? []))
    .filter((phrase) => phrase.length > 1);
  return { terms, phrases };
}

interface Piece {
  readonly text: string;
  readonly isPhrase: boolean;
}

const quoted = /"([^"]+)"|“([^”]+)”|«([^»]+)»|「([^」]+)」/gu;
/** Words held together by the marks of a path, an address, a version or a name in code. */
const heldTogether = /[\p{L}\p{N}][./\\:@_#-][\p{L}\p{N}]/u;

function piecesOf(text: string): readonly Piece[] {
  const pieces = [...text.matchAll(quoted)].map((match) => ({
    text: match.slice(1).find((inner) => inner !== undefined) ?? '',
    isPhrase: true,
  }));
  const rest = text.replace(quoted, ' ').split(/\s+/u);
  return [...rest.map((piece) => ({ text: piece, isPhrase: heldTogether.test(piece) })), ...pieces];
}

/** The words and the runs of signs, in the order in which they were typed. */
function termsOf(text: string, language: Language): readonly Term[] {
  const runs = [...text.matchAll(spacelessRuns)].map((match) => ({ at: match.index, text: match[0] }));
  const blank = text.replace(spacelessRuns, (run) => ' '.repeat(run.length));
  const words = [...blank.matchAll(wordRuns)].map((match) => ({ at: match.index, text: match[0] }));
  return [
    ...runs.flatMap((run) => signsOf(run.text, language).map((term) => ({ at: run.at, term }))),
    ...words.flatMap((word) => wordTerm(word.text, language).map((term) => ({ at: word.at, term }))),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ term }) => term);
}

/** A run as short as a word is looked for whole; in a longer one each word is. */
const wholeRunMax = 4;

function signsOf(run: string, language: Language): readonly SignsTerm[] {
  const whole = Array.from(run).length <= wholeRunMax;
  const words = whole ? [run] : segmentsOf(run, language.lexicon.code).map((token) => token.text);
  const full = words.filter((word) => !language.functionWords.has(word));
  return (full.length > 0 ? full : words).map((word) => {
    const pairs = pairsOfRun(word);
    return { kind: 'signs', folded: foldWord(word), pairs: pairs.length > 1 ? pairs.slice(0, -1) : pairs };
  });
}

/** No word of any language is longer; what is, is a key or a hash that was pasted. */
const wordCharsMax = 64;
/** A shorter stem says too little: "is" and "it" must not find "item". One syllable of Korean says as much as two letters. */
const stemCharsMin = 3;
const hangulStemMin = 1;

/** Stems of the query's own language and of English are what was most likely meant. */
const sureForm = 0.85;
const possibleForm = 0.55;

function wordTerm(word: string, own: Language): readonly WordTerm[] {
  const folded = foldWord(word);
  if (folded === '') return [];
  const parts = partsOfWord(word).map(foldWord);
  const base = { kind: 'word' as const, folded, parts: parts.length > 1 ? parts : [] };
  if (folded.length > wordCharsMax || !/^[\p{L}\p{M}]+$/u.test(word)) {
    return [{ ...base, beginning: null, likeness: (other) => (other === folded ? 1 : 0) }];
  }
  const stems = stemmings(word, own);
  const shared = stems.reduce((least, { stem }) => sharedBeginning(least, stem), folded);
  return [{ ...base, beginning: stems.length === 0 ? null : shared, likeness: likenessTo(folded, stems) }];
}

interface Stemming {
  readonly stem: string;
  readonly language: Language;
  readonly weight: number;
}

function sharedBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

// Kana is no script of Unicode's, and has no words with spaces.
const scripts = [...new Set([...languages.values()].map(({ lexicon }) => lexicon.script))]
  .filter((script) => script !== 'Kana')
  .map((script) => ({ script, whole: new RegExp(`^[\\p{Script=${script}}\\p{M}]+$`, 'u') }));

const scriptOf = (word: string): string => scripts.find(({ whole }) => whole.test(word))?.script ?? '';

/** A single word seldom tells its language, so every language of its script has a say. */
function stemmings(word: string, own: Language): readonly Stemming[] {
  const script = scriptOf(word);
  const [plain, folded] = [plainCase(word), foldWord(word)];
  const charsMin = script === 'Hangul' ? hangulStemMin : stemCharsMin;
  return (
    [...languages.values()]
      .filter(({ lexicon }) => lexicon.script === script)
      .map((language) => ({
        stem: foldWord(language.stem(plain)),
        language,
        weight: language === own || language.lexicon.code === 'en' ? sureForm : possibleForm,
      }))
      // A stem that is not how the word begins ("went", "go") cannot be looked up by its beginning.
      .filter(({ stem }) => stem.length >= charsMin && folded.startsWith(stem.slice(0, charsMin)))
  );
}

function likenessTo(folded: string, stems: readonly Stemming[]): (other: string) => number {
  const known = new Map<string, number>([[folded, 1]]);
  return (other) => {
    const before = known.get(other);
    if (before !== undefined) return before;
    const found = stems.reduce((best, one) => Math.max(best, isForm(other, folded, one) ? one.weight : 0), 0);
    if (known.size > 50_000) known.clear();
    known.set(other, found);
    return found;
  };
}

/**
 * Both have one stem; or the other lies between the stem and the word, as "configuracion" does between "configur" and
 * "configuraciones": without its accent the stemmer does not know its ending.
 */
function isForm(other: string, folded: string, { stem, language }: Stemming): boolean {
  if (!other.startsWith(stem.slice(0, 2))) return false;
  if (other.startsWith(stem) && folded.startsWith(other)) return true;
  return foldWord(language.stem(other)) === stem;
}
