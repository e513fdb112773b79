// Makes one clean sentence of what was said, near to the words: what only opens or greases the talk is cut off.
import type { Reading } from '../language/words.ts';

const endMarks = /[.!?؟।。！？]["'”’)\]」』]*$/u;
// a sentence that is cut at one goes on elsewhere: "in Latin;"
const loose = /[,;:،；：、]+$/u;
// the dot of ".env" belongs to the name
const openMarks = /^(?:[\s,;:!–—、，：。！-]|\.(?![\p{L}_]))+/u;

/**
 * "No, a batch label is exactly 14 letters" → "A batch label is exactly 14 letters."
 * Words are cut at the beginning only; what is left stands as it was said.
 */
export function cleanSentence(reading: Reading, sentence: string): string {
  const start = reading.tokens[reading.openersEnd]?.start ?? 0;
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
