// Tells the language of a few words: by their script where it says so, else by the function words.
import { languages, type Language } from './language.ts';
import { createKnownAnswers } from './known-answers.ts';
import { tokensOf } from './tokens.ts';

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'Kana'],
  [/\p{Script=Hangul}/gu, 'Hangul'],
  [/\p{Script=Han}/gu, 'Han'],
  [/\p{Script=Cyrillic}/gu, 'Cyrillic'],
  [/\p{Script=Arabic}/gu, 'Arabic'],
  [/\p{Script=Hebrew}/gu, 'Hebrew'],
  [/\p{Script=Devanagari}/gu, 'Devanagari'],
  [/\p{Script=Greek}/gu, 'Greek'],
  [/\p{Script=Thai}/gu, 'Thai'],
];

// One Chinese character says about as much as five letters of the tool names that stand between them.
const lettersPerSign = 5;

// Below it lie the Latin letters and what belongs to them; most texts hold nothing else.
const beyondLatin = /[^\u0000-\u036F]/u;

function scriptOf(text: string): string {
  if (!beyondLatin.test(text)) return 'Latin';
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  for (const [pattern, script] of scripts) {
    const signs = text.match(pattern)?.length ?? 0;
    if (signs > 0 && signs * lettersPerSign >= latin) return script;
  }
  return 'Latin';
}

// How many languages share a function word: "de" says little, "nicht" says all.
const sharedBy = new Map<string, number>();
for (const { tellingWords } of languages.values()) {
  for (const word of tellingWords) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
}

// As if every lexicon held as many threes of letters, and each of some eight thousand had been seen a little: a short
// lexicon would else look likelier wherever a text holds what none of them knows. Tuned on scripts/judgement/examples.
const sampleSize = 40_000;
const unseenCount = 0.2;

/** The languages of one script side by side: a word or three letters are looked up once for all of them. */
interface Rivals {
  readonly codes: readonly string[];
  readonly spelling: Spelling;
  /** The letters that each language writes its words with. */
  readonly letters: readonly ReadonlySet<string>[];
  /** The places of the languages that have a function word. */
  readonly functionWords: ReadonlyMap<string, readonly number[]>;
}

/** How likely threes of letters are in each language: a small model of how its lexicon's words are spelled. */
interface Spelling {
  /** Adds to each language's sum the logarithms for the threes of letters in the text; says how many there were. */
  addUp(text: string, sums: Float64Array): number;
}

const letterRuns = /[\p{L}\p{M}]+/gu;
const wordSpace = ' ';

/** Counts in rows of one width, all in one piece of memory. */
function createRows(width: number): {
  countOne(row: number, place: number): void;
  at(row: number, place: number): number;
} {
  let counts = new Uint32Array(1024 * width);
  return {
    countOne(row, place) {
      if (row * width + width > counts.length) {
        const wider = new Uint32Array(counts.length * 2);
        wider.set(counts);
        counts = wider;
      }
      const at = row * width + place;
      counts[at] = (counts[at] ?? 0) + 1;
    },
    at: (row, place) => counts[row * width + place] ?? 0,
  };
}

/** Each letter by a small number, so that three of them are one number too: no text is cut for them. */
function createSpelling(wordsOfEach: readonly string[]): Spelling {
  const lettersMax = 1290; // three of them stay below 2 to the 31st
  const numbers = new Map<number, number>();
  // forty thousand small lists would take four times what they hold
  const rows = new Map<number, number>();
  const counts = createRows(wordsOfEach.length);
  const likely = new Map<number, Float64Array>();
  const totals = wordsOfEach.map(() => 0);

  const numberOf = (code: number): number => numbers.get(code) ?? 0;
  const learn = (code: number): number => {
    const known = numbers.get(code) ?? Math.min(numbers.size + 1, lettersMax - 1);
    numbers.set(code, known);
    return known;
  };
  const eachThree = (text: string, number: (code: number) => number, met: (three: number) => void): void => {
    const space = number(wordSpace.charCodeAt(0));
    for (const word of text.toLowerCase().match(letterRuns) ?? []) {
      let pair = space;
      for (let i = 0; i <= word.length; i++) {
        const next = i < word.length ? number(word.charCodeAt(i)) : space;
        if (i > 0) met(pair * lettersMax + next);
        pair = (pair % lettersMax) * lettersMax + next;
      }
    }
  };
  const rowOf = (row: number | undefined): Float64Array =>
    Float64Array.from(totals, (total, place) => {
      const seen = row === undefined ? 0 : counts.at(row, place);
      return Math.log(((seen / total) * sampleSize + unseenCount) / (sampleSize + 8000 * unseenCount));
    });
  for (const [place, words] of wordsOfEach.entries()) {
    eachThree(words, learn, (three) => {
      const row = rows.get(three) ?? rows.size;
      rows.set(three, row);
      counts.countOne(row, place);
      totals[place] = (totals[place] ?? 0) + 1;
    });
  }
  const unseen = rowOf(undefined);
  // of forty thousand threes a person writes a few: their logarithms are taken when one is met
  const met = (three: number): Float64Array => {
    const seen = rows.get(three);
    if (seen === undefined) return unseen;
    const row = rowOf(seen);
    likely.set(three, row);
    return row;
  };
  return {
    addUp(text, sums) {
      let threes = 0;
      eachThree(text, numberOf, (three) => {
        threes++;
        const row = likely.get(three) ?? met(three);
        for (let place = 0; place < sums.length; place++)
          sums[place] = (sums[place] ?? 0) + (row[place] ?? 0);
      });
      return threes;
    },
  };
}

const wordsIn = ({ own }: Language): string =>
  [own.functionWords, own.emptyWords, own.times, ...Object.values(own.cues).flat()].join(' ');

const rivalsByScript = new Map<string, Rivals>();

function rivalsOf(script: string): Rivals {
  const known = rivalsByScript.get(script);
  if (known) return known;
  const candidates = [...languages.values()].filter(({ lexicon }) => lexicon.script === script);
  const words = candidates.length > 1 ? candidates.map(wordsIn) : [];
  const functionWords = new Map<string, number[]>();
  for (const [place, { tellingWords }] of candidates.entries()) {
    for (const word of tellingWords) functionWords.set(word, [...(functionWords.get(word) ?? []), place]);
  }
  const rivals = {
    codes: candidates.map(({ lexicon }) => lexicon.code),
    spelling: createSpelling(words),
    letters: words.map((all) => new Set(all.toLowerCase())),
    functionWords,
  };
  rivalsByScript.set(script, rivals);
  return rivals;
}

/** Mean log-likelihood of the text's threes of letters in each language; higher is likelier. */
function likelihoodsOf(text: string, rivals: Rivals): Float64Array {
  const sums = new Float64Array(rivals.codes.length);
  const threes = rivals.spelling.addUp(text, sums);
  return threes > 0 ? sums.map((sum) => sum / threes) : sums;
}

const beyondAscii = /[^\u0000-\u007F]/u;
const markedLetter = /[^\u0000-\u007F\P{L}]/gu;

/** How many letters with marks stand in the text that each language does not write. */
function foreignLettersIn(text: string, rivals: Rivals): Float64Array {
  if (!beyondAscii.test(text)) return new Float64Array(rivals.letters.length);
  const letters = new Set(text.toLowerCase().match(markedLetter));
  return Float64Array.from(rivals.letters, (own) => [...letters].filter((letter) => !own.has(letter)).length);
}

/** How many function words of each language there are, one that several share counting less. */
function functionWordsIn(text: string, rivals: Rivals): Float64Array {
  const found = new Float64Array(rivals.codes.length);
  for (const { text: word } of tokensOf(text)) {
    for (const place of rivals.functionWords.get(word) ?? [])
      found[place] = (found[place] ?? 0) + 1 / (sharedBy.get(word) ?? 1);
  }
  return found;
}

// A whole function word of one language alone settles it; below that its spelling has a say.
const wordsWeight = 1;
const spellingWeight = 1.5;
// A letter that a language does not write speaks against it; a second one in a name says nothing more.
const foreignWeight = -1;
const foreignMax = 2;
const fallbackWeight = 0.4;
// What names tools and gives no words away ("push", "status: done") is more often English than anything else.
const toolsLanguage = 'en';
const toolsWeight = 0.35;

/** What a text's own words say for each of its script's languages. */
interface Evidence {
  readonly codes: readonly string[];
  readonly scores: Float64Array;
}

const evidenceCharsMax = 600;

function evidenceIn(text: string): Evidence {
  const rivals = rivalsOf(scriptOf(text));
  const { codes } = rivals;
  if (codes.length < 2) return { codes, scores: new Float64Array(codes.length) };
  const found = functionWordsIn(text.slice(0, evidenceCharsMax), rivals);
  const likely = likelihoodsOf(text.slice(0, 300), rivals);
  const foreign = foreignLettersIn(text.slice(0, 300), rivals);
  const scores = Float64Array.from(
    codes,
    (_, place) =>
      wordsWeight * (found[place] ?? 0) +
      spellingWeight * (likely[place] ?? 0) +
      foreignWeight * Math.min(foreignMax, foreign[place] ?? 0),
  );
  return { codes, scores };
}

const evidence = createKnownAnswers<string, Evidence>(300);

/**
 * The code of the language that the text is most likely in.
 * `fallback`: what it is taken for where its words do not tell; the language of the words around it, for instance.
 */
export function detectLanguage(text: string, fallback?: string): string {
  const { codes, scores } =
    text.length <= evidenceCharsMax ? evidence.of(text, () => evidenceIn(text)) : evidenceIn(text);
  let best: string | null = null;
  let most = -Infinity;
  for (let place = 0; place < codes.length; place++) {
    const code = codes[place];
    const score =
      (scores[place] ?? 0) +
      (code === fallback ? fallbackWeight : 0) +
      (code === toolsLanguage ? toolsWeight : 0);
    if (code === undefined || (best !== null && score <= most + 1e-9)) continue;
    [best, most] = [code, score];
  }
  return best ?? fallback ?? 'en';
}
