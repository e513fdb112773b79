// Finds the patterns of a lexicon in a sentence. Patterns are indexed by how they begin, so that a sentence is walked
// once however many patterns there are.
import type { Pattern } from './lexicon.ts';
import { createKnownAnswers } from './known-answers.ts';
import { plainCase, tokensOf, type Token } from './tokens.ts';

interface Part {
  readonly word: string;
  readonly isPrefix: boolean;
  /** Up to four words may stand before it. */
  readonly afterGap: boolean;
}

interface Compiled<Name> {
  readonly name: Name;
  readonly pattern: Pattern;
  readonly parts: readonly Part[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

export interface Found<Name> {
  readonly name: Name;
  readonly pattern: Pattern;
  /** Places in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** What a matcher walks: the tokens, the text, and where a sentence may be said to begin (after "no, " too). */
export interface Walk {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly starts: readonly number[];
}

export interface Matcher<Name> {
  find(walk: Walk): readonly Found<Name>[];
}

const gapWordsMax = 4;
const gapLettersMax = 8;

function anchorsOf(pattern: Pattern): { atStart: boolean; atEnd: boolean; body: string } {
  const atStart = pattern.startsWith('^');
  const atEnd = pattern.endsWith('$');
  return { atStart, atEnd, body: pattern.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).trim() };
}

/** Thirty languages' patterns begin with the same few hundred words, over and over: each part stands in memory once. */
function createPartShelf(): (part: Part) => Part {
  const known = new Map<string, Part>();
  return (part) => {
    const key = `${part.isPrefix ? '*' : ''}${part.afterGap ? '.' : ''} ${part.word}`;
    const first = known.get(key);
    if (first === undefined) known.set(key, part);
    return first ?? part;
  };
}

function compileWords<Name>(
  name: Name,
  pattern: Pattern,
  shared: (part: Part) => Part,
): Compiled<Name> | null {
  const { atStart, atEnd, body } = anchorsOf(pattern);
  const parts: Part[] = [];
  for (const [chunkIndex, chunk] of body.split('...').entries()) {
    for (const [index, token] of tokensOf(chunk.replaceAll('*', '\u0001')).entries()) {
      if (token.raw === '\u0001') {
        const last = parts.pop();
        if (last) parts.push({ ...last, isPrefix: true });
        continue;
      }
      parts.push({ word: token.text, isPrefix: false, afterGap: chunkIndex > 0 && index === 0 });
    }
  }
  return parts.length ? { name, pattern, parts: parts.map(shared), atStart, atEnd } : null;
}

const partFits = (part: Part, token: Token): boolean =>
  part.word === '#'
    ? /\p{N}/u.test(token.text)
    : part.word === '@'
      ? /^\p{Lu}\p{Ll}/u.test(token.raw)
      : part.isPrefix
        ? token.text.startsWith(part.word)
        : token.text === part.word;

/** The index of the token after the match, or -1. */
function matchAt<Name>(compiled: Compiled<Name>, tokens: readonly Token[], from: number): number {
  let at = from;
  for (const part of compiled.parts) {
    const last = part.afterGap ? at + gapWordsMax : at;
    while (at <= last && at < tokens.length && !partFits(part, tokens[at] as Token)) at++;
    if (at > last || at >= tokens.length) return -1;
    at++;
  }
  return at;
}

const isLast = (tokens: readonly Token[], next: number): boolean =>
  tokens.slice(next).every((token) => !token.isWord);

// Of each matcher; half of what is written is some hundred words.
const wordsKnownMax = 400;
const noPatterns: readonly never[] = [];

function wordMatcher<Name>(lists: Readonly<Record<string, readonly Pattern[]>>): Matcher<Name> {
  const byWord = new Map<string, Compiled<Name>[]>();
  const byPrefix = new Map<string, Compiled<Name>[]>();
  let prefixMax = 0;
  let isAtStartOnly = true;
  const shared = createPartShelf();
  for (const [name, patterns] of Object.entries(lists)) {
    for (const pattern of patterns) {
      const compiled = compileWords(name as Name, pattern, shared);
      const first = compiled?.parts[0];
      if (!compiled || !first) continue;
      const index = first.isPrefix ? byPrefix : byWord;
      index.set(first.word, [...(index.get(first.word) ?? []), compiled]);
      if (first.isPrefix) prefixMax = Math.max(prefixMax, first.word.length);
      isAtStartOnly &&= compiled.atStart;
    }
  }
  const beginningWith = (word: string): readonly Compiled<Name>[] => {
    const candidates = [...(byWord.get(word) ?? [])];
    if (/\p{N}/u.test(word)) candidates.push(...(byWord.get('#') ?? []));
    for (let length = 1; length <= Math.min(prefixMax, word.length); length++) {
      candidates.push(...(byPrefix.get(word.slice(0, length)) ?? []));
    }
    return candidates.length > 0 ? candidates : noPatterns;
  };
  const known = createKnownAnswers<string, readonly Compiled<Name>[]>(wordsKnownMax);
  return {
    find({ tokens, starts }) {
      const found: Found<Name>[] = [];
      const findAt = (index: number): void => {
        const token = tokens[index];
        if (token === undefined) return;
        for (const candidate of known.of(token.text, () => beginningWith(token.text))) {
          if (candidate.atStart && !starts.includes(index)) continue;
          const next = matchAt(candidate, tokens, index);
          const last = tokens[next - 1];
          if (next < 0 || !last || (candidate.atEnd && !isLast(tokens, next))) continue;
          found.push({ name: candidate.name, pattern: candidate.pattern, start: token.start, end: last.end });
        }
      };
      if (isAtStartOnly) for (const index of [...new Set(starts)].sort((a, b) => a - b)) findAt(index);
      else for (let index = 0; index < tokens.length; index++) findAt(index);
      return found;
    },
  };
}

interface LetterPattern<Name> {
  readonly name: Name;
  readonly pattern: Pattern;
  readonly chunks: readonly string[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The place after the match, or -1. */
function lettersAt<Name>(compiled: LetterPattern<Name>, text: string, from: number): number {
  let at = from;
  for (const [index, chunk] of compiled.chunks.entries()) {
    const found = index === 0 ? (text.startsWith(chunk, at) ? at : -1) : text.indexOf(chunk, at);
    if (found < 0 || found - at > gapLettersMax) return -1;
    at = found + chunk.length;
  }
  return at;
}

/** Full-width signs as plain ones, each for one, so that places stay what they are. */
const foldWidth = (text: string): string =>
  text.replace(/[！-～]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0));

const endMarks = /^[\s.。！!？?～~…]*$/u;

function letterMatcher<Name>(lists: Readonly<Record<string, readonly Pattern[]>>): Matcher<Name> {
  const byLetter = new Map<string, LetterPattern<Name>[]>();
  for (const [name, patterns] of Object.entries(lists)) {
    for (const pattern of patterns) {
      const { atStart, atEnd, body } = anchorsOf(pattern);
      const chunks = plainCase(body.replaceAll('*', ''))
        .split(/\.\.\.|…/u)
        .map((chunk) => chunk.trim())
        .filter(Boolean);
      const first = chunks[0]?.[0];
      if (first === undefined) continue;
      const compiled = { name: name as Name, pattern, chunks, atStart, atEnd };
      byLetter.set(first, [...(byLetter.get(first) ?? []), compiled]);
    }
  }
  return {
    find({ text, tokens, starts }) {
      const lower = foldWidth(text.toLowerCase());
      const startPlaces = starts.map((index) => tokens[index]?.start ?? 0);
      const found: Found<Name>[] = [];
      for (let at = 0; at < lower.length; at++) {
        for (const candidate of byLetter.get(lower[at] as string) ?? []) {
          if (candidate.atStart && !startPlaces.includes(at)) continue;
          const end = lettersAt(candidate, lower, at);
          if (end < 0 || (candidate.atEnd && !endMarks.test(lower.slice(end)))) continue;
          found.push({ name: candidate.name, pattern: candidate.pattern, start: at, end });
        }
      }
      return found;
    },
  };
}

export const createMatcher = <Name extends string>(
  lists: Readonly<Record<Name, readonly Pattern[]>>,
  spaces: boolean,
): Matcher<Name> => (spaces ? wordMatcher<Name>(lists) : letterMatcher<Name>(lists));
