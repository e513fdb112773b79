// What no rule names is told by its company: a random value on the lines beside a secret, where people keep their other
// ones.
import type { Finding } from './named-value.ts';
import { isGap, isReference } from './placeholder.ts';
import { isHashLike, looksRandom } from './randomness.ts';

// So far from a secret, in the same block of lines.
const nearMax = 160;
const randomMin = 24;
const value = /(?<![\w+/.-])[A-Za-z0-9+/_-]{24,200}={0,2}(?![\w+/.-])/g;

/** Random values on the lines beside what was found already. */
export function companyOf(text: string, found: readonly Finding[]): readonly Finding[] {
  return found.flatMap(({ start, end }) => {
    const from = Math.max(0, start - nearMax);
    const before = text.slice(from, start);
    const after = text.slice(end, end + nearMax);
    const above = before.slice(Math.max(0, before.lastIndexOf('\n\n') + 1));
    const blank = after.indexOf('\n\n');
    const below = blank < 0 ? after : after.slice(0, blank);
    return [
      // a word that the window cuts in two is no word
      ...valuesIn(above, start - above.length).filter((one) => one.start > from || from === 0),
      ...valuesIn(below, end).filter((one) => one.end < end + nearMax),
    ];
  });
}

const valuesIn = (part: string, at: number): readonly Finding[] =>
  [...part.matchAll(value)]
    .filter(([word]) => isRandomValue(word))
    .map((match) => ({
      start: at + match.index,
      end: at + match.index + match[0].length,
      kind: 'secret',
    }));

const isRandomValue = (word: string): boolean =>
  word.length >= randomMin &&
  /[a-z]/.test(word) &&
  /[A-Z]/.test(word) &&
  // "call_…", "toolu_…": what joins a call and its answer
  !/^[a-z]{3,8}_/.test(word) &&
  looksRandom(word) &&
  !isHashLike(word) &&
  !isGap(word) &&
  !isReference(word);
