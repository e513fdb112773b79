// Lines that say the same and were taken for two languages: few words do not always tell theirs ("Physio: Mr. Adeyemi
// (Kirkgate)", "Hanne's physiotherapist is Mr Adeyemi, on Kirkgate."), and stems of two languages do not meet.
import { indexWords } from '../language/shared-words.ts';
import { plainCase, tokensOf } from '../language/tokens.ts';
import { gistOf, isChoice, isOpposed, isSame, type Gist } from './sameness.ts';

// Each is read in up to three languages; among more lines than this nothing is looked for.
const linesMax = 2_000;
// A word that more lines hold leads to none of them.
const linesPerWordMax = 100;
// Of the shorter one's words as they are written, so many and this share stand in the other.
const sharedMin = 2;
const sharedShareMin = 0.5;
const nearestMax = 40;

interface Line {
  readonly gist: Gist;
}

const spelled = ({ text }: Gist): ReadonlySet<string> =>
  new Set(tokensOf(text).flatMap((token) => (token.isWord ? plainCase(token.text) : [])));

function shareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= sharedMin && shared >= sharedShareMin * Math.min(a.size, b.size);
}

/** The language that most of them were taken for; of equals, the first. */
function usualOf(lines: readonly Line[]): string {
  const counts = new Map<string, number>();
  for (const { gist } of lines) counts.set(gist.language, (counts.get(gist.language) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0];
}

/**
 * Pure. For one of `lines`, those of another language that say the same read in its language and in theirs: where a "not"
 * is heard in one of the two alone, they do not.
 */
export function createSameAbroad<T extends Line>(lines: readonly T[]): (line: T) => readonly T[] {
  const usual = usualOf(lines);
  const isOneLanguage = lines.every(({ gist }) => gist.language === usual);
  if (isOneLanguage || lines.length > linesMax) return () => [];
  const words = new Map(lines.map((line) => [line, spelled(line.gist)]));
  const wordsOf = (line: T): ReadonlySet<string> => words.get(line) ?? new Set();
  const index = indexWords(words.values(), linesPerWordMax);
  const readings = new Map<string, Gist>();
  const readIn = (language: string, gist: Gist): Gist => {
    if (language === gist.language) return gist;
    const key = `${language} ${gist.text}`;
    const reading = readings.get(key) ?? gistOf(gist.text, language);
    readings.set(key, reading);
    return reading;
  };
  const saySame = (a: Gist, b: Gist): boolean =>
    [a.language, b.language].every((language) => {
      const [inOne, inOther] = [readIn(language, a), readIn(language, b)];
      return isSame(inOne, inOther) && !isChoice(inOne, inOther);
    }) && !isOpposed(readIn(usual, a), readIn(usual, b));
  return (line) =>
    index
      .nearest(wordsOf(line), sharedMin, nearestMax)
      .toSorted((a, b) => a - b)
      .flatMap((place) => lines[place] ?? [])
      .filter(
        (other) =>
          other.gist.language !== line.gist.language &&
          shareWords(wordsOf(line), wordsOf(other)) &&
          saySame(line.gist, other.gist),
      );
}
