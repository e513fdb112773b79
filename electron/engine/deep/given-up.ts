// "Frau Osterkamp geht in Rente", "nicht mehr an Frau Osterkamp": what a theme's sayings, taken together, turn down or leave
// behind. A line of memory that holds it is of the same thing where it shares a word with any of them.
import { languageOf } from '../language/language.ts';
import { readSentence } from '../language/words.ts';
import { isAmong, isOneOfSeveral, type Gist } from './sameness.ts';

/** What a theme left behind, and all the words in which it was spoken of. */
export interface GivenUp {
  readonly words: ReadonlySet<string>;
  /** What it names instead. */
  readonly instead: ReadonlySet<string>;
  readonly spoken: ReadonlySet<string>;
}

const affirms = ({ terms, negated }: Gist, word: string): boolean => terms.has(word) && !negated.has(word);

const tellsChange = ({ text, language }: Gist): boolean => {
  const { cueNames } = readSentence(text, languageOf(language));
  return cueNames.has('change') || cueNames.has('fromNowOn');
};

/** Turned down, and never wanted again after: what "back to X" brings back is not given up. */
function isTurnedDown(word: string, quotes: readonly Gist[]): boolean {
  const first = quotes.findIndex(({ negated }) => negated.has(word));
  return first >= 0 && !quotes.slice(first).some((quote) => affirms(quote, word));
}

/** "14 days now, the 21 was a covid thing": of two numbers in one sentence, the one that is never said again. */
function isOutnumbered(word: string, quotes: readonly Gist[]): boolean {
  const having = quotes.filter((quote) => affirms(quote, word));
  const [only] = having;
  if (having.length !== 1 || only === undefined || !tellsChange(only)) return false;
  const numbers = only.values.filter(({ kind }) => kind === 'number').map((value) => value.word);
  if (!numbers.includes(word)) return false;
  const others = numbers.filter((other) => other !== word);
  return others.some((other) => quotes.filter((quote) => affirms(quote, other)).length > 1);
}

// One saying tells too little of what it is about.
const quotesMin = 2;

/** Of a theme's quotes, oldest first. */
export function givenUpIn(quotes: readonly Gist[]): GivenUp {
  const spoken = new Set(quotes.flatMap(({ terms }) => [...terms]));
  const isTold = quotes.length >= quotesMin && quotes.some(tellsChange);
  const words = [...spoken].filter(
    (word) => isTold && (isTurnedDown(word, quotes) || isOutnumbered(word, quotes)),
  );
  const instead = [...spoken].filter((word) => !words.includes(word) && quotes.some((q) => affirms(q, word)));
  return { words: new Set(words), instead: new Set(instead), spoken };
}

const prefixMin = 4;
/** "Steuer" and "Steuerkram". */
const isBegunBy = (word: string, others: ReadonlySet<string>): boolean =>
  [...others].some((other) => other.length >= prefixMin && word.startsWith(other));

// A name that is given up needs one word more to show what it is about; a number two.
const [sharedForName, sharedForNumber] = [1, 2];

/** The word of the line that was given up; null where it holds none, or is of something else. */
export function givenUpOf(line: Gist, { words, instead, spoken }: GivenUp): string | null {
  for (const word of words) {
    if (!affirms(line, word) || isOneOfSeveral(word, line)) continue;
    if (line.values.some((value) => value.word !== word && instead.has(value.word) && value.kind !== 'time'))
      continue;
    const rest = [...line.terms].filter((term) => term !== word && !/^\p{N}/u.test(term));
    const shared = rest.filter((term) => isAmong(term, spoken) || isBegunBy(term, spoken)).length;
    const kind = line.values.find((value) => value.word === word)?.kind;
    // what is no name is said of many things: "Gethin has left the hall" closes nothing of other halls
    if (kind !== 'name' && kind !== 'number') continue;
    if (shared >= (kind === 'name' ? sharedForName : sharedForNumber)) return word;
  }
  return null;
}
