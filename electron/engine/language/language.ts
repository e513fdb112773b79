// A language made ready for use: its lexicon, compiled once.
import snowball from 'snowball-stemmers';
import { cueNames, type CueName, type Lexicon } from './lexicon.ts';
import { lexicons } from './lexicons/index.ts';
import { createMatcher, type Matcher } from './pattern.ts';
import { plainCase, segmentsOf, tokensOf, type Token } from './tokens.ts';

export type NegationName = 'next' | 'previous' | 'ends';

export interface Language {
  readonly lexicon: Lexicon;
  readonly functionWords: ReadonlySet<string>;
  readonly emptyWords: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly cues: Matcher<CueName>;
  readonly negation: Matcher<NegationName>;
  readonly openers: Matcher<'opener'>;
  /** Matches what is run together with a word; null where the language has no such thing. */
  readonly elision: RegExp | null;
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

function createStemmer(lexicon: Lexicon): (word: string) => string {
  const stemmer = lexicon.stemmer === null ? null : stemmerNamed(lexicon.stemmer);
  const english = stemmerNamed('english');
  const known = new Map<string, string>();
  const isLatin = lexicon.script === 'Latin';
  const beginnings = lexicon.beginnings ?? [];
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
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
    if (known.size > 50_000) known.clear();
    known.set(word, stem);
    return stem;
  };
}

function createLanguage(lexicon: Lexicon): Language {
  const { functionWords, emptyWords, times, abbreviations, cues, spaces } = lexicon;
  return {
    lexicon,
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
    openers: whenAsked(() => createMatcher({ opener: lexicon.openers.map((o) => `^${o}`) }, spaces)),
    elision:
      lexicon.elisions === undefined
        ? null
        : new RegExp(`^(?:${lexicon.elisions.replaceAll(' ', '|')})'(?=.)`, 'u'),
    tokens: spaces ? tokensOf : (text) => segmentsOf(text, lexicon.code),
    stem: createStemmer(lexicon),
  };
}

export const languages: ReadonlyMap<string, Language> = new Map(
  lexicons.map((lexicon) => [lexicon.code, createLanguage(lexicon)]),
);

/** The language of a code we have; English for any other. */
export function languageOf(code: string): Language {
  const language = languages.get(code) ?? languages.get('en');
  if (!language) throw new Error('broken promise: English is always there');
  return language;
}

export { cueNames };
