// What a sentence is about: its content words as stems, the values that make it this statement and no other, and
// which of them it turns down.
import type { Value } from '../../../shared/dream.ts';
import type { CueName } from './lexicon.ts';
import type { Language, NegationName } from './language.ts';
import { createKnownAnswers, type KnownAnswers } from './known-answers.ts';
import type { Found } from './pattern.ts';
import type { SamePhrase } from './same-words.ts';
import type { Token } from './tokens.ts';

export interface Term {
  readonly stem: string;
  readonly raw: string;
  readonly start: number;
  readonly negated: boolean;
  readonly kind: 'word' | Value['kind'];
  /** A file or an address: it names a place, and says nothing of it. */
  readonly isPath: boolean;
  /** One file, told by its ending. */
  readonly isFile: boolean;
  /** What is meant, the same in every language; null for a word that stands in no group of words for one thing. */
  readonly meaning: string | null;
}

export interface Reading {
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly cues: readonly Found<CueName>[];
  readonly cueNames: ReadonlySet<CueName>;
  readonly terms: readonly Term[];
  /** How many tokens stand before the first that is no opener ("No, …", "ok so …"). */
  readonly openersEnd: number;
}

const clauseEnd = /^[,،؛，、;；:：—–()（）.!?。！？…]$/u;

/** "No" opens the talk in "No, use X" and turns something down in "No X please": only a pause tells them apart. */
function isOnlyOpener(
  language: Language,
  text: string,
  tokens: readonly Token[],
  from: number,
  end: number,
): boolean {
  const next = tokens.find((token) => token.start >= end);
  if (!next || clauseEnd.test(next.text) || /^[.!?。！？…-]$/u.test(next.text)) return true;
  const walk = { text, tokens, starts: [from] };
  const start = tokens[from]?.start ?? 0;
  const turnsDown = language.negation
    .find(walk)
    .some((f) => f.name === 'next' && f.start >= start && f.start < end);
  const forbids = language.cues
    .find(walk)
    .some((f) => f.name === 'forbid' && f.start >= start && f.start < end);
  return !turnsDown && !forbids;
}

/** Openers may follow one another: "No, sorry, again: …". The index of the first token behind them. */
function openersEndOf(language: Language, text: string, tokens: readonly Token[]): number {
  let from = 0;
  for (let rounds = 0; rounds < 5; rounds++) {
    const found = language.openers.find({ text, tokens, starts: [from] });
    const end = Math.max(
      0,
      ...found.filter((f) => isOnlyOpener(language, text, tokens, from, f.end)).map((f) => f.end),
    );
    if (!end) break;
    let next = tokens.findIndex((token) => token.start >= end);
    if (next < 0) break;
    while (next < tokens.length && !tokens[next]?.isWord) next++;
    if (next >= tokens.length) break;
    from = next;
  }
  return from;
}

/** Where words are not set apart, "不再是" is cut as one word and begins with "不再". One sign begins many words. */
const opensToken = (token: Token, f: Found<NegationName>, { lexicon }: Language): boolean =>
  !lexicon.spaces && f.start === token.start && f.end < token.end && f.end - f.start > 1;

/** For each token: is it turned down by what stands around it? */
function negatedTokens(
  tokens: readonly Token[],
  found: readonly Found<NegationName>[],
  language: Language,
): readonly boolean[] {
  const negated = tokens.map(() => false);
  const isIn = (token: Token, f: Found<NegationName>): boolean =>
    // what stands in the gap of "moved … from" is not turned down; what follows it is
    f.pattern.includes('...')
      ? f.end === token.end
      : (f.start <= token.start && f.end >= token.end) || opensToken(token, f, language);
  const at = (token: Token, name: NegationName): boolean =>
    found.some((f) => f.name === name && isIn(token, f));
  let isDown = false;
  // "no longer to X": a word that ends a negation does so only once something was turned down
  let hasTurnedDown = false;
  for (const [index, token] of tokens.entries()) {
    if (at(token, 'next')) [isDown, hasTurnedDown] = [true, false];
    else if (clauseEnd.test(token.text) || (at(token, 'ends') && hasTurnedDown)) isDown = false;
    else if (isDown && token.isWord && !language.functionWords.has(token.text)) hasTurnedDown = true;
    negated[index] = isDown;
  }
  for (const f of found.filter((one) => one.name === 'previous'))
    turnDownBefore(f, tokens, negated, language);
  return negated;
}

const endsTopic = ({ text }: Token, { lexicon }: Language): boolean =>
  (lexicon.topicMarks ?? []).some((mark) =>
    lexicon.spaces ? text.length > mark.length + 1 && text.endsWith(mark) : text === mark,
  );

/** From the word back to where its clause, or what it says of its topic, begins. Where "not" stands in it already ("is not in X any more"), that counts. */
function turnDownBefore(
  f: Found<NegationName>,
  tokens: readonly Token[],
  negated: boolean[],
  language: Language,
): void {
  const from = tokens.findIndex((token) => token.start >= f.start);
  const says = ({ text, isWord }: Token): boolean => isWord && !language.functionWords.has(text);
  let [start, isSaid] = [from, false];
  while (start > 0) {
    const token = tokens[start - 1];
    if (token === undefined || clauseEnd.test(token.text)) break;
    // of what "連絡は Chatwork をやめて" speaks it says nothing ill
    if (isSaid && endsTopic(token, language)) break;
    isSaid ||= says(token);
    start--;
  }
  if (negated.slice(start, from).some(Boolean)) return;
  for (let i = start; i < from; i++) negated[i] = true;
}

const hasDigit = /\p{N}/u;
const mixedCase = /\p{Ll}\p{Lu}|\p{Lu}{2,}/u;
// "orders.ts" and "src/api/x.js" are files; "Fly.io" and "Node.js" are names.
const fileEndings =
  'ts tsx jsx mjs cjs py rs go rb php java kt swift c cc cpp h hpp cs md mdx txt csv tsv json jsonl yaml yml toml xml html css scss sass less sql sh bash bat ps1 r rmd qmd tex bib ipynb lock log env cfg ini conf doc docx xls xlsx pptx odt pdf png jpg jpeg gif svg webp mp3 wav flac mp4 mov gd tscn lua pl ex exs erl hs ml scala dart vue svelte astro tf hcl proto graphql prisma nf smk stl step dwg ino';
const isFile = new RegExp(
  `(?:/[^/\\s]*\\.[a-z]\\w{0,5}|[\\p{L}\\p{N}_)]\\.(?:${fileEndings.replaceAll(' ', '|')}))$`,
  'iu',
);
const isPath = /[/\\]/u;
const inner = /[\p{L}\p{N}][./:@#+\\_][\p{L}\p{N}]/u;

function kindOf(token: Token, stem: string, language: Language, isFirst: boolean): Term['kind'] {
  if (language.times.has(token.text) || language.times.has(stem)) return 'time';
  if (hasDigit.test(stem)) return 'number';
  if (inner.test(token.raw) || mixedCase.test(token.raw)) return 'name';
  const isLatin = /^\p{Script=Latin}+$/u.test(token.raw);
  if (isLatin && language.lexicon.script !== 'Latin') return 'name';
  const capital = /^\p{Lu}/u.test(token.raw) && !isFirst && language.lexicon.capitalNouns !== true;
  return capital ? 'name' : 'word';
}

/** A word without what is run together with it ("l'API") and without possessive and stray marks. */
function bareWord(token: Token, language: Language): { readonly word: string; readonly raw: string } {
  const elided = language.elision?.exec(token.text)?.[0].length ?? 0;
  const word = token.text
    .slice(elided)
    .replace(/['.:]+$/u, '')
    .replace(/'s$/u, '');
  return { word, raw: token.raw.slice(elided) };
}

/** The longer of two, with the other inside. */
const holds = (a: Found<NegationName>, b: Found<NegationName>): boolean =>
  a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;

interface Walked {
  readonly language: Language;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** "we moved", "바뀌었어요": that it changed is not what the sentence is about. "new address is" has a subject, "since Monday" a time. */
function isAloneIn(token: Token, cue: Found<CueName>, tokens: readonly Token[], language: Language): boolean {
  const { functionWords, times } = language;
  if (cue.start > token.start || cue.end < token.end) return false;
  const own = tokens.filter(
    ({ start, end, isWord, text }) =>
      isWord && cue.start <= start && cue.end >= end && !functionWords.has(text),
  );
  const isTime = times.has(token.text) || times.has(language.stem(token.text)) || hasDigit.test(token.text);
  return own.length === 1 && own[0] === token && !isTime;
}

/** A pattern with a gap begins with the last word of what says when. */
function beginsBefore(cue: Found<CueName>, { name, pattern, start }: Found<NegationName>): boolean {
  const head = pattern.split(' ... ')[0] ?? '';
  const isGapped = name === 'previous' && pattern.includes(' ... ');
  return isGapped && cue.start < start && cue.end === start + head.length;
}

interface Negations {
  readonly negated: readonly boolean[];
  /** "left", "dropped", "moved from": the turning itself is not what the sentence is about. */
  isTurn(token: Token): boolean;
}

/** The "no" of "no more than" is a part of it, and turns nothing else down. */
const isPartOf = (f: Found<NegationName>, phrases: readonly SamePhrase[]): boolean =>
  f.name === 'next' && phrases.some(({ start, end }) => start <= f.start && f.end <= end);

function negationsOf(
  { language, text, tokens }: Walked,
  cues: readonly Found<CueName>[],
  phrases: readonly SamePhrase[],
): Negations {
  // "don't forget to X" and "from now on X" turn nothing down
  const keeps = cues.filter((cue) => cue.name === 'remember' || cue.name === 'fromNowOn');
  const found = language.negation
    .find({ text, tokens, starts: [0] })
    .filter((f) => !isPartOf(f, phrases) && !keeps.some((cue) => cue.start <= f.start && cue.end >= f.end))
    // "from this week on it is X": the week is not what is left behind
    .filter((f) => !cues.some((cue) => beginsBefore(cue, f)))
    // the "than" of "never more than once" compares and turns nothing down
    .filter((f, _, all) => f.name === 'ends' || !all.some((one) => one.name === 'ends' && holds(one, f)));
  // a pattern of several words with an open one holds any verb: "n'o* plus"
  const changes = cues.filter(
    ({ name, pattern }) => name === 'change' && !/\s.*\*|\*.*\s|\.\.\./u.test(pattern),
  );
  // what stands in a gap of a pattern is no part of it
  const turns = found.filter((f) => f.name !== 'ends' && !f.pattern.includes('...'));
  return {
    negated: negatedTokens(tokens, found, language),
    isTurn: (token) =>
      turns.some((f) => (f.start <= token.start && f.end >= token.end) || opensToken(token, f, language)) ||
      changes.some((cue) => isAloneIn(token, cue, tokens, language)),
  };
}

type WordTerm = Omit<Term, 'negated' | 'start'>;

function readTerm(token: Token, language: Language, isFirst: boolean): WordTerm | null {
  const { lexicon, functionWords, emptyWords } = language;
  const { word, raw } = bareWord(token, language);
  const digits = lexicon.numbers[word];
  const isEmpty = functionWords.has(token.text) || functionWords.has(word) || emptyWords.has(word);
  if (isEmpty && digits === undefined) return null;
  // "one" and "two" are mostly pronouns and articles; from three on a number word counts
  if (digits !== undefined && Number(digits) < 3) return null;
  // "hall B" is another one than "hall D"
  const isLetter = !isFirst && word.length === 1 && /^\p{Lu}$/u.test(raw);
  if (word === '' || (word.length === 1 && lexicon.spaces && !hasDigit.test(word) && !isLetter)) return null;
  // what is no word keeps its ending; a name has the stem that it has where somebody types it in small letters
  const own = digits ?? (inner.test(raw) ? word : language.stem(word));
  const group = digits === undefined ? language.sameWords.groupOf(word, own) : null;
  const kind = kindOf({ ...token, raw }, own, language, isFirst);
  const isOfFile = isFile.test(raw);
  const place = { isPath: isPath.test(raw) || isOfFile, isFile: isOfFile };
  return { stem: group?.stem ?? own, raw, kind, ...place, meaning: group?.meaning ?? null };
}

// Of each language, in both places.
const termsKnownMax = 600;
interface KnownTerm {
  readonly term: WordTerm | null;
}
const knownTerms = new WeakMap<
  Language,
  Readonly<Record<'first' | 'later', KnownAnswers<string, KnownTerm>>>
>();

/** What a word is does not hang on where it stands, but for the first one of a sentence. */
function termOf(token: Token, language: Language, isFirst: boolean): WordTerm | null {
  let known = knownTerms.get(language);
  if (known === undefined) {
    known = { first: createKnownAnswers(termsKnownMax), later: createKnownAnswers(termsKnownMax) };
    knownTerms.set(language, known);
  }
  return known[isFirst ? 'first' : 'later'].of(token.raw, () => ({
    term: readTerm(token, language, isFirst),
  })).term;
}

/** Words that are told as one: the term stands where the first of them stands. */
const phraseTerm = (text: string, { start, end, group }: SamePhrase): Omit<Term, 'negated'> => ({
  ...group,
  raw: text.slice(start, end),
  start,
  kind: 'word',
  isPath: false,
  isFile: false,
});

/** "Frau Keller", "박도윤 님": a title stands beside it. */
function isTitled(
  token: Token,
  before: Token | undefined,
  behind: Token | undefined,
  language: Language,
): boolean {
  const { titles } = language;
  if (titles.nobody.has(token.text)) return false;
  const isTitle = (one: Token | undefined, words: ReadonlySet<string>): boolean =>
    one !== undefined && words.has(one.text.replace(/\.$/u, ''));
  return isTitle(before, titles.before) || isTitle(behind, titles.after);
}

function termsOf(
  { language, text, tokens }: Walked,
  openersEnd: number,
  cues: readonly Found<CueName>[],
): readonly Term[] {
  const phrases = language.sameWords.phrasesIn(text, tokens);
  const negations = negationsOf({ language, text, tokens }, cues, phrases);
  return tokens.flatMap((token, index) => {
    if (!token.isWord || negations.isTurn(token)) return [];
    const phrase = phrases.find(({ start, end }) => start <= token.start && token.end <= end);
    const negated = negations.negated[index] ?? false;
    if (phrase) return phrase.start === token.start ? [{ ...phraseTerm(text, phrase), negated }] : [];
    const term = termOf(token, language, index === 0 || index === openersEnd);
    if (term === null) return [];
    const before = tokens[index - 1]?.text === '.' ? tokens[index - 2] : tokens[index - 1];
    const isName = term.kind === 'word' && isTitled(token, before, tokens[index + 1], language);
    const kind = isName ? 'name' : term.kind;
    return [{ ...term, kind, start: token.start, negated }];
  });
}

// "By the way, fix the header": what is called out in front is this short.
const calledOutTokensMax = 4;

/** Where the sentence goes on after a short word in front and a comma; 0 where there is none. */
function afterFirstPause(tokens: readonly Token[]): number {
  const pause = tokens.findIndex((token) => clauseEnd.test(token.text));
  return pause > 0 && pause <= calledOutTokensMax && pause + 1 < tokens.length ? pause + 1 : 0;
}

// Of all languages together: in a text of thirty each would else hold its own. People and agents say much in the same
// words, and one night reads a sentence up to five times.
const readingsKnownMax = 300;
const readingCharsMax = 400;
const knownReadings = createKnownAnswers<string, Map<Language, Reading>>(readingsKnownMax);

/** Reads one sentence in a language. Pure. */
export function readSentence(text: string, language: Language): Reading {
  if (text.length > readingCharsMax) return readAnew(text, language);
  const readings = knownReadings.of(text, () => new Map());
  const known = readings.get(language);
  if (known !== undefined) return known;
  const reading = readAnew(text, language);
  readings.set(language, reading);
  return reading;
}

function readAnew(text: string, language: Language): Reading {
  const tokens = language.tokens(text);
  const openersEnd = openersEndOf(language, text, tokens);
  const firstWord = Math.max(
    0,
    tokens.findIndex((token) => token.isWord),
  );
  const starts = [...new Set([0, firstWord, openersEnd, afterFirstPause(tokens)])];
  const cues = language.cues.find({ text, tokens, starts });
  return {
    language,
    tokens,
    cues,
    cueNames: new Set(cues.map((cue) => cue.name)),
    terms: termsOf({ language, text, tokens }, openersEnd, cues),
    openersEnd,
  };
}

/** It says something of something: more than numbers and paths. */
export const namesSubject = (terms: readonly Term[]): boolean =>
  terms.some((term) => term.kind !== 'number' && !term.isPath);

/** Distinct stems, sorted. */
export const stemsOf = (terms: readonly Term[]): readonly string[] =>
  [...new Set(terms.map((term) => term.stem))].sort();

/** Distinct values with their polarity, sorted. A word that stands in both polarities is affirmed. */
export function valuesOf(terms: readonly Term[]): readonly Value[] {
  const values = new Map<string, Value>();
  for (const { stem, kind, negated } of terms) {
    if (kind === 'word') continue;
    const isAffirmed = !negated || values.get(stem)?.polarity === 'affirmed';
    values.set(stem, { word: stem, kind, polarity: isAffirmed ? 'affirmed' : 'negated' });
  }
  return [...values.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
}
