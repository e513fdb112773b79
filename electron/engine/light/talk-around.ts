// "Sorry to go on about this, but invoices go to Kim, I told you before": what stands before the "but" and after the last
// comma only greases the talk or presses the point. The sentence is what is left, so that neither its reading nor its
// entry is of the excuse; that it was said before still counts.
import { lastingCues } from '../language/cue-groups.ts';
import type { Language } from '../language/language.ts';
import type { CueName } from '../language/lexicon.ts';
import type { Sentence } from '../language/sentences.ts';
import type { Token } from '../language/tokens.ts';
import { readSentence, type Reading } from '../language/words.ts';

export interface Bare {
  readonly sentence: Sentence;
  /** What was cut off says that this was said before. */
  readonly wasSaidBefore: boolean;
}

// Longer than this it says something of its own.
const prefaceTokensMax = 12;
const codaTokensMax = 8;
const talkTermsMax = 2;
// What is left behind a preface names something of its own, and says something of it.
const restTermsMin = 2;

const prefaceCues: readonly CueName[] = ['smallTalk', 'self', 'again', 'guess', 'pointing'];
const codaCues: readonly CueName[] = ['again', 'smallTalk', 'wrong'];
const sayingCues: readonly CueName[] = [
  ...lastingCues,
  'must',
  'prefer',
  'custom',
  'forbid',
  'instead',
  'change',
  'only',
  'rolePlay',
  'reported',
  'hypothesis',
  'oneOff',
  'repair',
];

const pause = /^[,،，、;；—–]$/u;

/** "-지만" is an ending; all others are words. */
const isContrast = (word: string, contrasts: readonly string[]): boolean =>
  contrasts.some((one) => (one.startsWith('-') ? word.endsWith(one.slice(1)) : word === one));

/** It says nothing of its own: no rule, no name, hardly a word of a subject. */
const isTalk = (reading: Reading): boolean =>
  !sayingCues.some((cue) => reading.cueNames.has(cue)) &&
  reading.terms.length <= talkTermsMax &&
  reading.terms.every((term) => term.kind === 'word');

/** Where the sentence goes on after its preface; 0 where it has none. */
function prefaceEnd(text: string, tokens: readonly Token[], language: Language): number {
  const at = tokens.findIndex((token) => isContrast(token.text, language.lexicon.contrasts));
  const turn = tokens[at];
  const next = tokens.slice(at + 1).find((token) => token.isWord);
  if (turn === undefined || next === undefined || at > prefaceTokensMax) return 0;
  const preface = readSentence(text.slice(0, turn.end), language);
  const greases = preface.openersEnd > 0 || prefaceCues.some((cue) => preface.cueNames.has(cue));
  return greases && isTalk(preface) ? next.start : 0;
}

/** Where the coda begins, with its cues; null where there is none. */
function codaOf(
  text: string,
  tokens: readonly Token[],
  language: Language,
): { readonly start: number; readonly cues: ReadonlySet<CueName> } | null {
  const at = tokens.findLastIndex((token) => pause.test(token.text));
  const comma = tokens[at];
  if (comma === undefined || tokens.length - at - 1 > codaTokensMax) return null;
  const coda = readSentence(text.slice(comma.end), language);
  const presses = codaCues.some((cue) => coda.cueNames.has(cue));
  return presses && isTalk(coda) ? { start: comma.start, cues: coda.cueNames } : null;
}

/** The sentence without the talk around it; as it was where there is none. */
export function withoutTalkAround(sentence: Sentence, language: Language): Bare {
  const { text } = sentence;
  const tokens = language.tokens(text);
  const from = prefaceEnd(text, tokens, language);
  const coda = sentence.asks ? null : codaOf(text, tokens, language);
  const as = (start: number, end: number): Sentence => ({
    ...sentence,
    text: text.slice(start, end),
    start: sentence.start + start,
    end: sentence.start + end,
  });
  const termsIn = (start: number, end: number): number =>
    readSentence(text.slice(start, end), language).terms.length;
  const start = from > 0 && termsIn(from, text.length) >= restTermsMin ? from : 0;
  const hasCoda = coda !== null && coda.start > start && termsIn(start, coda.start) > 0;
  if (start === 0 && !hasCoda) return { sentence, wasSaidBefore: false };
  return {
    sentence: as(start, hasCoda ? coda.start : text.length),
    wasSaidBefore: hasCoda && coda.cues.has('again'),
  };
}
