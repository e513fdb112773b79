// Different words for one thing: "alerts" and "notifications", "manually" and "by hand". Whatever somebody wrote, it is
// read as the first word of its group, so that two sayings of one rule share it. The groups are data that a person can
// read and extend: same-words/<code>.json, what means one thing in every language in same-words/any.json.
import type { Lexicon, Pattern } from './lexicon.ts';
import { createMatcher, type Found } from './pattern.ts';
import { sameWords } from './same-words/index.ts';
import { plainCase, type Token } from './tokens.ts';

/** By what is meant, in English: the words that say it, the plainest first; `word*` and phrases as in every lexicon. */
export type WordGroups = Readonly<Record<string, readonly Pattern[]>>;

/** A group of words for one thing. */
export interface Group {
  /** What is meant, in English: the same in every language. */
  readonly meaning: string;
  /** The stem that stands for all of them: that of the first. */
  readonly stem: string;
}

/** Words that are told as one, and where they stand. */
export interface SamePhrase {
  readonly start: number;
  readonly end: number;
  readonly group: Group;
}

export interface SameWords {
  /** Null for a word without one. */
  groupOf(word: string, stem: string): Group | null;
  /** Set phrases, none over another, in the order of the text. */
  phrasesIn(text: string, tokens: readonly Token[]): readonly SamePhrase[];
}

/** A group of the same name in another list adds its words to the own one's. */
function groupsOf(lexicon: Lexicon): WordGroups {
  const lists = [lexicon.code, lexicon.mixedWith ?? '', 'any'].map((code) => sameWords[code] ?? {});
  const merged = new Map<string, readonly Pattern[]>();
  for (const [meaning, words] of lists.flatMap((list) => Object.entries(list)))
    merged.set(meaning, [...(merged.get(meaning) ?? []), ...words]);
  return Object.fromEntries(merged);
}

const singleWord = /^[\p{L}\p{N}\p{M}_'’]+$/u;
const beginning = /^[\p{L}\p{N}\p{M}_'’]+\*$/u;
// A beginning is looked up by so many letters of it.
const keyLetters = 3;

interface Beginning {
  readonly letters: string;
  readonly group: Group;
}

interface Compiled {
  readonly byStem: ReadonlyMap<string, Group>;
  readonly beginnings: ReadonlyMap<string, readonly Beginning[]>;
  /** By what is meant. */
  readonly phrases: Readonly<Record<string, readonly Pattern[]>>;
  readonly groups: ReadonlyMap<string, Group>;
}

function compile(lexicon: Lexicon, stem: (word: string) => string): Compiled {
  const byStem = new Map<string, Group>();
  const beginnings = new Map<string, Beginning[]>();
  const phrases: Record<string, Pattern[]> = {};
  const groups = new Map<string, Group>();
  for (const [meaning, words] of Object.entries(groupsOf(lexicon))) {
    const group = { meaning, stem: stem(plainCase(words[0] ?? '').replaceAll('*', '')) };
    groups.set(meaning, group);
    for (const pattern of words.map(plainCase)) {
      if (!lexicon.spaces || !(singleWord.test(pattern) || beginning.test(pattern)))
        (phrases[meaning] ??= []).push(pattern);
      else if (pattern.endsWith('*')) {
        const letters = pattern.slice(0, -1);
        const key = letters.slice(0, keyLetters);
        beginnings.set(key, [...(beginnings.get(key) ?? []), { letters, group }]);
      } else if (!byStem.has(stem(pattern))) byStem.set(stem(pattern), group);
    }
  }
  return { byStem, beginnings, phrases, groups };
}

/** The longest at each place, from left to right. */
function apart(found: readonly Found<string>[]): readonly Found<string>[] {
  const kept: Found<string>[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

export function createSameWords(lexicon: Lexicon, stem: (word: string) => string): SameWords {
  const { byStem, beginnings, phrases, groups } = compile(lexicon, stem);
  const matcher = createMatcher(phrases, lexicon.spaces);
  const isNone = Object.keys(phrases).length === 0;
  return {
    groupOf: (word, own) =>
      byStem.get(own) ??
      beginnings.get(word.slice(0, keyLetters))?.find(({ letters }) => word.startsWith(letters))?.group ??
      null,
    phrasesIn(text, tokens) {
      if (isNone) return [];
      const found = matcher.find({ text, tokens, starts: [0] });
      if (found.length === 0) return [];
      // in a text without spaces letters may meet across two words
      const begins = new Set(tokens.map((token) => token.start));
      return apart(found.filter(({ start }) => begins.has(start))).flatMap(({ name, start, end }) => {
        const group = groups.get(name);
        return group ? [{ start, end, group }] : [];
      });
    },
  };
}
