// Tells the language of a few words: by their script where it says so, else by the function words.
import { languages, type Language } from './language.ts';
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

/** Threes of letters of each language, counted over all words that its lexicon holds: a small model of its spelling. */
const trigramsOf = (text: string): readonly string[] => {
  const found: string[] = [];
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const framed = ` ${word} `;
    for (let i = 0; i + 3 <= framed.length; i++) found.push(framed.slice(i, i + 3));
  }
  return found;
};

// As if every lexicon held as many threes of letters, and each of some eight thousand had been seen a little: a short
// lexicon would else look likelier wherever a text holds what none of them knows. Tuned on scripts/judgement/examples.
const sampleSize = 40_000;
const unseenCount = 0.2;

interface Spelling {
  readonly letters: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function spellingOf({ own: lexicon }: Language): Spelling {
  const words = [
    lexicon.functionWords,
    lexicon.emptyWords,
    lexicon.times,
    ...Object.values(lexicon.cues).flat(),
  ];
  const counts = new Map<string, number>();
  const all = trigramsOf(words.join(' '));
  for (const trigram of all) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  return { letters: new Set(words.join(' ').toLowerCase()), counts, total: all.length };
}

/** The languages of one script side by side: a word or three letters are looked up once for all of them. */
interface Rivals {
  readonly codes: readonly string[];
  /** How likely three letters are in each language, as logarithms. */
  readonly trigrams: ReadonlyMap<string, Float64Array>;
  /** The same for letters that none of them knows. */
  readonly unseen: Float64Array;
  /** The letters that each language writes its words with. */
  readonly letters: readonly ReadonlySet<string>[];
  /** The places of the languages that have a function word. */
  readonly functionWords: ReadonlyMap<string, readonly number[]>;
}

const rivalsByScript = new Map<string, Rivals>();

function rivalsOf(script: string): Rivals {
  const known = rivalsByScript.get(script);
  if (known) return known;
  const candidates = [...languages.values()].filter(({ lexicon }) => lexicon.script === script);
  const spellings = candidates.length > 1 ? candidates.map(spellingOf) : [];
  const likelihoods = (trigram: string): Float64Array =>
    Float64Array.from(spellings, ({ counts, total }) =>
      Math.log(
        (((counts.get(trigram) ?? 0) / total) * sampleSize + unseenCount) / (sampleSize + 8000 * unseenCount),
      ),
    );
  const trigrams = new Set(spellings.flatMap(({ counts }) => [...counts.keys()]));
  const functionWords = new Map<string, number[]>();
  for (const [place, { tellingWords: words }] of candidates.entries()) {
    for (const word of words) functionWords.set(word, [...(functionWords.get(word) ?? []), place]);
  }
  const rivals = {
    codes: candidates.map(({ lexicon }) => lexicon.code),
    trigrams: new Map([...trigrams].map((trigram) => [trigram, likelihoods(trigram)])),
    unseen: likelihoods(''),
    letters: spellings.map(({ letters }) => letters),
    functionWords,
  };
  rivalsByScript.set(script, rivals);
  return rivals;
}

/** Mean log-likelihood of the text's threes of letters in each language; higher is likelier. */
function likelihoodsOf(trigrams: readonly string[], rivals: Rivals): Float64Array {
  const sums = new Float64Array(rivals.codes.length);
  for (const trigram of trigrams) {
    const row = rivals.trigrams.get(trigram) ?? rivals.unseen;
    for (let place = 0; place < sums.length; place++) sums[place] = (sums[place] ?? 0) + (row[place] ?? 0);
  }
  return trigrams.length > 0 ? sums.map((sum) => sum / trigrams.length) : sums;
}

const markedLetter = /[^\u0000-\u007F\P{L}]/gu;

/** How many letters with marks stand in the text that each language does not write. */
function foreignLettersIn(text: string, rivals: Rivals): Float64Array {
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

/**
 * The code of the language that the text is most likely in.
 * `fallback`: what it is taken for where its words do not tell; the language of the words around it, for instance.
 */
export function detectLanguage(text: string, fallback?: string): string {
  const rivals = rivalsOf(scriptOf(text));
  const [only] = rivals.codes;
  if (only === undefined) return fallback ?? 'en';
  if (rivals.codes.length === 1) return only;
  const found = functionWordsIn(text.slice(0, 600), rivals);
  const likely = likelihoodsOf(trigramsOf(text.slice(0, 300)), rivals);
  const foreign = foreignLettersIn(text.slice(0, 300), rivals);
  const best = rivals.codes.map((code, place) => {
    const score =
      wordsWeight * (found[place] ?? 0) +
      spellingWeight * (likely[place] ?? 0) +
      foreignWeight * Math.min(foreignMax, foreign[place] ?? 0) +
      (code === fallback ? fallbackWeight : 0) +
      (code === toolsLanguage ? toolsWeight : 0);
    return { code, score };
  });
  return best.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a)).code;
}
