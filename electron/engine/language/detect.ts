// Tells the language of a few words: by their script where it says so, else by the function words.
import { languages } from './language.ts';
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

/**
 * The code of the language that the text is most likely in.
 * `fallback`: what it is taken for where its words do not tell; the language of the words around it, for instance.
 */
export function detectLanguage(text: string, fallback = 'en'): string {
  const script = scriptOf(text);
  const candidates = [...languages.values()].filter(({ lexicon }) => lexicon.script === script);
  const only = candidates[0];
  if (!only) return fallback;
  if (candidates.length === 1) return only.lexicon.code;
  const tokens = tokensOf(text);
  let best = { code: fallback, score: 0.5 };
  for (const { lexicon, functionWords } of candidates) {
    let score = lexicon.code === fallback ? 0.4 : 0;
    for (const { text: word } of tokens) if (functionWords.has(word)) score += 1 / (sharedBy.get(word) ?? 1);
    if (score > best.score + 1e-9) best = { code: lexicon.code, score };
  }
  const fallbackFits = candidates.some(({ lexicon }) => lexicon.code === best.code);
  return fallbackFits ? best.code : only.lexicon.code;
}
