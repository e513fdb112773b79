// What no rule names is told by its make or by its company: a word that nobody but a password maker writes, and a random
// value on the lines beside a secret, where people keep their other ones.
import type { Finding } from './named-value.ts';
import { isGap, isReference } from './placeholder.ts';
import { isHashLike, looksRandom } from './randomness.ts';

// Between white space, quotes or signs of a script without spaces; a path, an address or a name in code is no such word.
const wordMin = 10;
const wordMax = 64;
const inWord = /[A-Za-z0-9!_-]/;
const beside =
  /[\s"'`“”„«»「」:,;=()>\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const behind = /^(?:$|[.?!]*(?:$|[\s\\"'`“”„«»「」,;)<\p{L}]))/u;

/** Both cases, a digit, and an exclamation mark before a digit: "otterAB!12cd". Each "!" costs a look at its word only. */
export function strongWords(text: string): readonly Finding[] {
  const found: Finding[] = [];
  for (let mark = text.indexOf('!'); mark >= 0; mark = text.indexOf('!', mark + 1)) {
    if (!/[A-Za-z0-9]!\d/.test(text.slice(mark - 1, mark + 2))) continue;
    let [start, end] = [mark, mark + 1];
    while (start > 0 && mark - start < wordMax && inWord.test(text.charAt(start - 1))) start--;
    while (end < text.length && end - mark < wordMax && inWord.test(text.charAt(end))) end++;
    while (text.charAt(end - 1) === '!') end--;
    const word = text.slice(start, end);
    const lead = text.charAt(start - 1);
    // in JSON the "n" of a line's end looks like the word's first letter; what is masked is put right by the caller
    const stands =
      (start === 0 || lead === '\\' || beside.test(lead)) && behind.test(text.slice(end, end + 8));
    if (stands && isStrong(word)) found.push({ start, end, kind: 'password' });
  }
  return found;
}

const isStrong = (word: string): boolean =>
  word.length >= wordMin &&
  word.length <= wordMax &&
  /[a-z]/.test(word) &&
  /[A-Z]/.test(word) &&
  !/[_-]|!.*!/.test(word) &&
  (word.match(/\d/g)?.length ?? 0) >= 2;

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
