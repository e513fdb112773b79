// Tells a sentence that was broken off ("from now on the header has to", "we should always, uh, hang on") from one that
// was said to its end. Half a rule is none: whoever left it open may not have known how it goes on.
import type { Reading } from '../language/words.ts';

const trailsOff = /(?:…|\.{2,}|[—–])["'”’)\]」』]*$/u;
const pauseBefore = /(?:[,،，、;；:…—–]|\.{2,}|\s-)\s*$/u;

/** The text is the sentence that the reading is of. It says something lasting, or nobody would ask. */
export function isHalfSaid(text: string, reading: Reading): boolean {
  const { language, tokens, cues, cueNames } = reading;
  const found = language.halfSaid.find({ text, tokens, starts: [0] });
  if (found.some(({ name }) => name === 'opens' || (name === 'duties' && cueNames.has('fromNowOn'))))
    return true;
  if (found.some(({ name, start }) => name === 'breaks' && pauseBefore.test(text.slice(0, start))))
    return true;
  const last = tokens.findLast(({ isWord }) => isWord);
  if (last === undefined || !trailsOff.test(text.trimEnd())) return false;
  return language.functionWords.has(last.text) || cues.some(({ end }) => end === last.end);
}
