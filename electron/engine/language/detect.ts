// Tells the language of a few words: by their script where it says so, else by the function words.
import { languageOf, languages } from './language.ts';
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

function scriptOf(text: string): string {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  for (const [pattern, script] of scripts) {
    const signs = text.match(pattern)?.length ?? 0;
    if (signs > 0 && signs * lettersPerSign >= latin) return script;
  }
  return 'Latin';
}

// How many languages share a function word: "de" says little, "nicht" says all.
const sharedBy = new Map<string, number>();
for (const { functionWords } of languages.values()) {
  for (const word of functionWords) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
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

interface Spelling {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

const spellings = new Map<string, Spelling>();

function spellingOf(code: string): Spelling {
  const known = spellings.get(code);
  if (known) return known;
  const { lexicon } = languageOf(code);
  const words = [
    lexicon.functionWords,
    lexicon.emptyWords,
    lexicon.times,
    ...Object.values(lexicon.cues).flat(),
  ];
  const counts = new Map<string, number>();
  const all = trigramsOf(words.join(' '));
  for (const trigram of all) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  const spelling = { counts, total: all.length };
  spellings.set(code, spelling);
  return spelling;
}

/** Mean log-likelihood of the text's threes of letters; higher is likelier. Smoothed by half a count. */
function likelihood(trigrams: readonly string[], code: string): number {
  const { counts, total } = spellingOf(code);
  const sum = trigrams.reduce(
    (all, trigram) => all + Math.log(((counts.get(trigram) ?? 0) + 0.5) / (total + 4000)),
    0,
  );
  return trigrams.length ? sum / trigrams.length : 0;
}

// A whole function word of one language alone settles it; below that its spelling has a say.
const wordsWeight = 1;
const spellingWeight = 1.5;
const fallbackWeight = 0.4;

/**
 * The code of the language that the text is most likely in.
 * `fallback`: what it is taken for where its words do not tell; the language of the words around it, for instance.
 */
export function detectLanguage(text: string, fallback?: string): string {
  const script = scriptOf(text);
  const candidates = [...languages.values()].filter(({ lexicon }) => lexicon.script === script);
  const only = candidates[0];
  if (!only) return fallback ?? 'en';
  if (candidates.length === 1) return only.lexicon.code;
  const words = tokensOf(text.slice(0, 600));
  const trigrams = trigramsOf(text.slice(0, 300));
  const likely = candidates.map(({ lexicon }) => likelihood(trigrams, lexicon.code));
  const best = candidates.map(({ lexicon, functionWords }, i) => {
    const found = words.reduce(
      (sum, { text: word }) => sum + (functionWords.has(word) ? 1 / (sharedBy.get(word) ?? 1) : 0),
      0,
    );
    const score =
      wordsWeight * found +
      spellingWeight * (likely[i] ?? 0) +
      (lexicon.code === fallback ? fallbackWeight : 0);
    return { code: lexicon.code, score };
  });
  return best.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a)).code;
}
