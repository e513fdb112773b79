// What the judge sees of a sentence: its words and their neighbours, the beginnings and middles of words (so that
// endings and typing slips matter less), the cues of the lexicons, and its outer shape. Each feature is a number below
// `featuresMax`, by hashing, so that the weights are a small table and no vocabulary has to be kept.
import type { Reading } from '../words.ts';

/** 2 to the 17th: of the few hundred thousand features seen in training fewer share a place; it is a point of accuracy. */
export const featuresMax = 131_072;

// Longer sentences say nothing more of their kind than their first words do.
const tokensMax = 40;
const gramSizes: readonly number[] = [3, 4];
const signSizes: readonly number[] = [1, 2, 3];

// FNV-1a, 32 bits. A feature is hashed part by part: put together as texts, features were most of what a night allocates.
const nothing = 0x811c9dc5;
const prime = 0x01000193;

function hashed(before: number, text: string, from = 0, to = text.length): number {
  let hash = before;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash;
}

/** Folded to the table's size. */
const indexOf = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 0) % featuresMax;

type Add = (hash: number) => void;

/** Digits, names and paths differ from sentence to sentence; that one stands there is what counts. */
function plainWord(text: string, raw: string, isFirst: boolean): string {
  if (/\p{N}/u.test(text)) return '#';
  if (/[/\\@]|\p{L}\.\p{L}/u.test(text)) return '<path>';
  if (!isFirst && /^\p{Lu}/u.test(raw) && /^\p{Script=Latin}+$/u.test(raw)) return '<Name>';
  return text;
}

function addGrams(word: string, before: number, add: Add): void {
  const letters = `_${word}_`;
  for (const size of gramSizes) {
    for (let i = 0; i + size <= letters.length; i++) add(hashed(before, letters, i, i + size));
  }
}

/** `at^first`, `at^first second`, `at^first second third`, `at$last`; of each word `at word`, with its neighbours, `at~gram`. */
function addWords(words: readonly string[], at: string, add: Add): void {
  const [first = '', second = '', third = ''] = words;
  const before = hashed(nothing, at);
  const one = hashed(hashed(before, '^'), first);
  const two = hashed(hashed(one, ' '), second);
  add(one);
  add(two);
  add(hashed(hashed(two, ' '), third));
  add(hashed(hashed(before, '$'), words.at(-1) ?? ''));
  const beforeGram = hashed(before, '~');
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const itself = hashed(before, word);
    add(itself);
    const next = words[i + 1];
    if (next !== undefined) add(hashed(hashed(itself, ' '), next));
    const afterNext = words[i + 2];
    if (afterNext !== undefined) add(hashed(hashed(itself, ' … '), afterNext));
    if (word.length > 3) addGrams(word, beforeGram, add);
  }
}

/** Signs of a script without spaces, alone and with their neighbours. */
function* signFeatures(text: string, at: string): Generator<string> {
  const signs = Array.from(text);
  for (const size of signSizes) {
    for (let i = 0; i + size <= signs.length; i++) yield `${at}:${signs.slice(i, i + size).join('')}`;
  }
  yield `${at}^${signs.slice(0, 2).join('')}`;
  yield `${at}$${signs.slice(-3).join('')}`;
}

function* shapeFeatures(text: string, reading: Reading): Generator<string> {
  const { tokens, terms } = reading;
  const words = tokens.filter((token) => token.isWord).length;
  yield `length ${Math.min(6, Math.floor(Math.log2(words + 1) * 1.5))}`;
  yield `terms ${Math.min(5, terms.length)}`;
  if (/[.。！!]$/u.test(text)) yield 'ends';
  if (/[?？]$/u.test(text)) yield 'asks';
  if (/^\p{Ll}/u.test(text)) yield 'begins small';
  if (/[,،，、;；]/u.test(text)) yield 'pauses';
  if (/[:：]/u.test(text)) yield 'colon';
  if (terms.some((term) => term.kind === 'number')) yield 'number';
  if (terms.some((term) => term.kind === 'name')) yield 'name';
  if (terms.some((term) => term.kind === 'time')) yield 'time';
  if (terms.some((term) => term.negated)) yield 'turns down';
  if (terms.some((term) => term.isPath)) yield 'path';
}

function* cueFeatures(reading: Reading): Generator<string> {
  const names = [...reading.cueNames].sort();
  for (const [i, name] of names.entries()) {
    yield `cue ${name}`;
    for (const other of names.slice(i + 1)) yield `cue ${name} ${other}`;
  }
  if (names.length === 0) yield 'no cue';
}

/** What is meant, whichever language says it: what was taught in one is known in all. */
function* meaningFeatures({ terms }: Reading): Generator<string> {
  for (const { meaning, negated } of terms) {
    if (meaning === null) continue;
    yield `means ${meaning}`;
    if (negated) yield `means not ${meaning}`;
  }
}

/** Distinct, sorted. The text is the sentence that the reading is of. */
export function featuresOf(text: string, reading: Reading): readonly number[] {
  const { lexicon } = reading.language;
  const at = `${lexicon.code}|`;
  const tokens = reading.tokens.slice(0, tokensMax);
  const words = tokens
    .filter((token) => token.isWord)
    .map((token, i) => plainWord(token.text, token.raw, i === 0 || lexicon.capitalNouns === true));
  const found = new Set<number>();
  const add: Add = (hash) => void found.add(indexOf(hash));
  const addAll = (features: Iterable<string>): void => {
    for (const feature of features) add(hashed(nothing, feature));
  };
  addAll(shapeFeatures(text, reading));
  addAll(cueFeatures(reading));
  addAll(meaningFeatures(reading));
  addWords(words, at, add);
  if (!lexicon.spaces)
    addAll(signFeatures(tokens.map((token) => (/\p{N}/u.test(token.text) ? '#' : token.text)).join(''), at));
  return [...found].sort((a, b) => a - b);
}
