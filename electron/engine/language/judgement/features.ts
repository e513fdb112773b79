// What the judge sees of a sentence: its words and their neighbours, the beginnings and middles of words (so that
// endings and typing slips matter less), the cues of the lexicons, and its outer shape. Each feature is a number below
// `featuresMax`, by hashing, so that the weights are a small table and no vocabulary has to be kept.
import type { Reading } from '../words.ts';

/** 2 to the 15th: with a few hundred thousand features seen in training, collisions cost about a point of accuracy. */
export const featuresMax = 32_768;

// Longer sentences say nothing more of their kind than their first words do.
const tokensMax = 40;
const gramSizes: readonly number[] = [3, 4];
const signSizes: readonly number[] = [1, 2, 3];

/** FNV-1a, 32 bits, folded to the table's size. */
function indexOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return hash % featuresMax;
}

/** Digits, names and paths differ from sentence to sentence; that one stands there is what counts. */
function plainWord(text: string, raw: string, isFirst: boolean): string {
  if (/\p{N}/u.test(text)) return '#';
  if (/[/\\@]|\p{L}\.\p{L}/u.test(text)) return '<path>';
  if (!isFirst && /^\p{Lu}/u.test(raw) && /^\p{Script=Latin}+$/u.test(raw)) return '<Name>';
  return text;
}

function* gramsOf(word: string): Generator<string> {
  const letters = `_${word}_`;
  for (const size of gramSizes) {
    for (let i = 0; i + size <= letters.length; i++) yield letters.slice(i, i + size);
  }
}

function* wordFeatures(words: readonly string[], at: string): Generator<string> {
  const [first = '', second = '', third = ''] = words;
  yield `${at}^${first}`;
  yield `${at}^${first} ${second}`;
  yield `${at}^${first} ${second} ${third}`;
  yield `${at}$${words.at(-1) ?? ''}`;
  for (const [i, word] of words.entries()) {
    yield `${at}${word}`;
    const next = words[i + 1];
    if (next !== undefined) yield `${at}${word} ${next}`;
    const afterNext = words[i + 2];
    if (afterNext !== undefined) yield `${at}${word} … ${afterNext}`;
    if (word.length > 3) for (const gram of gramsOf(word)) yield `${at}~${gram}`;
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

/** Distinct, sorted. The text is the sentence that the reading is of. */
export function featuresOf(text: string, reading: Reading): readonly number[] {
  const { lexicon } = reading.language;
  const at = `${lexicon.code}|`;
  const tokens = reading.tokens.slice(0, tokensMax);
  const words = tokens
    .filter((token) => token.isWord)
    .map((token, i) => plainWord(token.text, token.raw, i === 0 || lexicon.capitalNouns === true));
  const found = new Set<number>();
  const add = (features: Iterable<string>): void => {
    for (const feature of features) found.add(indexOf(feature));
  };
  add(shapeFeatures(text, reading));
  add(cueFeatures(reading));
  add(wordFeatures(words, at));
  if (!lexicon.spaces)
    add(signFeatures(tokens.map((token) => (/\p{N}/u.test(token.text) ? '#' : token.text)).join(''), at));
  return [...found].sort((a, b) => a - b);
}
