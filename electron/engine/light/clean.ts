// Makes one clean sentence of what was said, near to the words: what only opens or greases the talk is cut off.
import type { CueName } from '../language/lexicon.ts';
import type { Reading } from '../language/words.ts';

const endMarks = /[.!?؟।。！？]["'”’)\]」』]*$/u;
// a sentence that is cut at one goes on elsewhere: "in Latin;"
const loose = /[,;:،；：、]+$/u;
// the dot of ".env" belongs to the name
const openMarks = /^(?:[\s,;:!–—、，：。！-]|\.(?![\p{L}_]))+/u;

// "Wrong unit: kilometres": so many words between an opener and a colon are what it is the wrong one of.
const namedWordsMax = 3;

/**
 * Where the sentence begins behind its openers. "Remember that …" is cut off whole; where what follows would not be a
 * sentence by itself, the opener stays: "Merk dir, dass …", "Wrong unit: …".
 */
function bodyStart({ tokens, openersEnd, cues, language }: Reading): number {
  const from = tokens[openersEnd]?.start ?? 0;
  const opensWith = (name: CueName): boolean => cues.some((cue) => cue.name === name && cue.end <= from);
  const first = tokens[openersEnd]?.text ?? '';
  if (opensWith('remember')) {
    if (language.clauseTurners.has(first)) return 0;
    if (language.clauseWords.has(first)) return tokens[openersEnd + 1]?.start ?? from;
  }
  const named = tokens.slice(openersEnd, openersEnd + namedWordsMax + 1);
  const colon = named.findIndex(({ text }) => /^[:：]$/u.test(text));
  const follows = tokens[openersEnd - 1]?.isWord === true;
  return opensWith('wrong') && follows && colon > 0 ? 0 : from;
}

/**
 * "No, a batch label is exactly 14 letters" → "A batch label is exactly 14 letters."
 * Words are cut at the beginning only; what is left stands as it was said.
 */
export function cleanSentence(reading: Reading, sentence: string): string {
  const start = bodyStart(reading);
  // the mark of a command belongs to it
  const from = sentence[start - 1] === '`' ? start - 1 : start;
  const body = sentence.slice(from).replace(openMarks, '').replace(/\s+/gu, ' ').trim().replace(loose, '');
  const first = body[0] ?? '';
  // a name of a tool keeps its small letter
  const firstWord = /^[\p{L}\p{N}]+/u.exec(body)?.[0] ?? '';
  const isPlainWord =
    reading.language.functionWords.has(firstWord) || reading.language.emptyWords.has(firstWord);
  const capital = isPlainWord ? first.toUpperCase() : first;
  const { fullStop, spaces } = reading.language.lexicon;
  const ending = endMarks.test(body) ? '' : (fullStop ?? (spaces ? '.' : '。'));
  return capital + body.slice(1) + ending;
}
