// A language made ready for use: its lexicon, compiled once.
import snowball from 'snowball-stemmers';
import { asking } from './asking.ts';
import { clauseTurners, clauseWords } from './clause-words.ts';
import { halfSaid } from './half-said.ts';
import { cueNames, type CueName, type Lexicon } from './lexicon.ts';
import { lexicons } from './lexicons/index.ts';
import { createMatcher, type Matcher } from './pattern.ts';
import { createSameWords, type SameWords } from './same-words.ts';
import { titles } from './titles.ts';
import { plainCase, segmentsOf, tokensOf, type Token } from './tokens.ts';

export type HalfSaidName = 'opens' | 'duties' | 'breaks';
export type NegationName = 'next' | 'previous' | 'ends';

export interface Language {
  /** As it is written in its file. */
  readonly own: Lexicon;
  /** With what its speakers mix in. */
  readonly lexicon: Lexicon;
  /** Its own function words: they give it away. */
  readonly tellingWords: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly emptyWords: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly cues: Matcher<CueName>;
  readonly negation: Matcher<NegationName>;
  readonly openers: Matcher<'opener'>;
  readonly openWords: Matcher<'open'>;
  readonly halfSaid: Matcher<HalfSaidName>;
  /** Orders that are worded as questions. */
  readonly requests: Matcher<'request'>;
  /** What asks for a nod at the end of a sentence, without its question mark. */
  readonly tags: ReadonlySet<string>;
  /** Titles that stand before a name, those that stand behind one, and who bears one without a name. */
  readonly titles: Readonly<Record<'before' | 'after' | 'nobody', ReadonlySet<string>>>;
  /** "that" behind "remember". */
  readonly clauseWords: ReadonlySet<string>;
  /** The same where the clause has another order of words than a sentence. */
  readonly clauseTurners: ReadonlySet<string>;
  /** Matches what is run together with a word; null where the language has no such thing. */
  readonly elision: RegExp | null;
  readonly sameWords: SameWords;
  tokens(text: string): readonly Token[];
  stem(word: string): string;
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(plainCase(list).split(/\s+/u).filter(Boolean));

interface Stemmer {
  stem(word: string): string;
}

/** Made when the first word asks for it: of twenty languages a person speaks two. */
function stemmerNamed(name: string): Stemmer {
  let made: Stemmer | null = null;
  return { stem: (word) => (made ??= snowball.newStemmer(name)).stem(word) };
}

function whenAsked<Name>(make: () => Matcher<Name>): Matcher<Name> {
  let made: Matcher<Name> | null = null;
  return { find: (walk) => (made ??= make()).find(walk) };
}

// Of each language; the words that somebody writes in a year. Up to 2 MB.
const stemsKnownMax = 20_000;
const isBareNumber = /^[0-9]+$/u;

function sameWordsWhenAsked(make: () => SameWords): SameWords {
  let made: SameWords | null = null;
  const ready = (): SameWords => (made ??= make());
  return {
    groupOf: (word, stem) => ready().groupOf(word, stem),
    phrasesIn: (text, tokens) => ready().phrasesIn(text, tokens),
  };
}

function createStemmer(lexicon: Lexicon): (word: string) => string {
  const stemmer = lexicon.stemmer === null ? null : stemmerNamed(lexicon.stemmer);
  const english = stemmerNamed('english');
  const known = new Map<string, string>();
  const isLatin = lexicon.script === 'Latin';
  const beginnings = lexicon.beginnings ?? [];
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    // numbers have no stem, are as many as lines, and would fill what is known of words
    if (isBareNumber.test(word)) return word;
    let stem = word;
    // names of tools and files are written in Latin letters in every language, and inflected as in English
    if (!isLatin && /^[a-z]+$/u.test(word)) stem = english.stem(word);
    else if (stemmer && /^[\p{L}\p{M}']+$/u.test(word)) stem = stemmer.stem(word);
    else {
      const beginning = beginnings.find((start) => word.length > start.length + 2 && word.startsWith(start));
      stem = word.slice(beginning?.length ?? 0);
      const ending = lexicon.endings.find((end) => stem.length > end.length + 1 && stem.endsWith(end));
      if (ending !== undefined) stem = stem.slice(0, -ending.length);
    }
    if (known.size >= stemsKnownMax) known.clear();
    known.set(word, stem);
    return stem;
  };
}

/** Both lists, the language's own first. */
function mixed(own: Lexicon): Lexicon {
  const other = lexicons.find(({ code }) => code === own.mixedWith);
  if (other === undefined) return own;
  const cues = Object.fromEntries(cueNames.map((name) => [name, [...own.cues[name], ...other.cues[name]]]));
  return {
    ...own,
    functionWords: `${own.functionWords} ${other.functionWords}`,
    emptyWords: `${own.emptyWords} ${other.emptyWords}`,
    times: `${own.times} ${other.times}`,
    abbreviations: `${own.abbreviations} ${other.abbreviations}`,
    cues: { ...own.cues, ...cues },
    negatesNext: [...own.negatesNext, ...other.negatesNext],
    negatesPrevious: [...own.negatesPrevious, ...other.negatesPrevious],
    endsNegation: [...own.endsNegation, ...other.endsNegation],
    contrasts: [...own.contrasts, ...other.contrasts],
    openers: [...own.openers, ...other.openers],
    numbers: { ...other.numbers, ...own.numbers },
  };
}

function createLanguage(own: Lexicon): Language {
  const lexicon = mixed(own);
  const { functionWords, emptyWords, times, abbreviations, cues, spaces } = lexicon;
  const stem = createStemmer(lexicon);
  return {
    own,
    lexicon,
    tellingWords: wordsOf(own.functionWords),
    functionWords: wordsOf(functionWords),
    emptyWords: wordsOf(emptyWords),
    times: wordsOf(times),
    abbreviations: wordsOf(abbreviations),
    cues: whenAsked(() => createMatcher(cues, spaces)),
    negation: whenAsked(() =>
      createMatcher(
        { next: lexicon.negatesNext, previous: lexicon.negatesPrevious, ends: lexicon.endsNegation },
        spaces,
      ),
    ),
    openWords: whenAsked(() => createMatcher({ open: lexicon.openWords ?? [] }, spaces)),
    openers: whenAsked(() => createMatcher({ opener: lexicon.openers.map((o) => `^${o}`) }, spaces)),
    halfSaid: whenAsked(() => {
      const { opens = [], duties = [], breaks = [] } = halfSaid[own.code] ?? {};
      return createMatcher({ opens, duties, breaks }, spaces);
    }),
    requests: whenAsked(() => createMatcher({ request: asking[own.code]?.requests ?? [] }, spaces)),
    tags: new Set(asking[own.code]?.tags ?? []),
    titles: {
      before: wordsOf(titles[own.code]?.before ?? ''),
      after: wordsOf(titles[own.code]?.after ?? ''),
      nobody: wordsOf(titles[own.code]?.nobody ?? ''),
    },
    clauseWords: wordsOf(clauseWords[own.code] ?? ''),
    clauseTurners: wordsOf(clauseTurners[own.code] ?? ''),
    elision:
      lexicon.elisions === undefined
        ? null
        : new RegExp(`^(?:${lexicon.elisions.replaceAll(' ', '|')})'(?=.)`, 'u'),
    tokens: spaces ? tokensOf : (text) => segmentsOf(text, lexicon.code),
    sameWords: sameWordsWhenAsked(() => createSameWords(lexicon, stem)),
    stem,
  };
}

export const languages: ReadonlyMap<string, Language> = new Map(
  lexicons.map((lexicon) => [lexicon.code, createLanguage(lexicon)]),
);

/** Speakers of the one put words of the other into it: the same word means the same in both. */
export const areMixed = (a: string, b: string): boolean =>
  a === b || languages.get(a)?.lexicon.mixedWith === b || languages.get(b)?.lexicon.mixedWith === a;

/** The language of a code we have; English for any other. */
export function languageOf(code: string): Language {
  const language = languages.get(code) ?? languages.get('en');
  if (!language) throw new Error('broken promise: English is always there');
  return language;
}

export { cueNames };
