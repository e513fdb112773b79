// In which language a text of somebody is, as far as its letters alone say: for the voice that reads it and the font that
// draws it. Latin letters are of too many languages to tell. Pure.

const scripts = [
  // Japanese is told by its own letters: it shares the others with Chinese.
  { lang: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, partMin: 0.1 },
  { lang: 'ko', letters: /\p{Script=Hangul}/gu, partMin: 0.3 },
  { lang: 'zh-CN', letters: /\p{Script=Han}/gu, partMin: 0.3 },
  { lang: 'th', letters: /\p{Script=Thai}/gu, partMin: 0.3 },
  { lang: 'el', letters: /\p{Script=Greek}/gu, partMin: 0.3 },
  { lang: 'he', letters: /\p{Script=Hebrew}/gu, partMin: 0.3 },
] as const;

// What a page shows at once; a transcript's end is in no other language than its beginning.
const charsLooked = 400;

/** Undefined where the letters do not tell. */
export function languageOfText(text: string): string | undefined {
  if (/^[\u0020-\u007e]*$/u.test(text)) return undefined;
  const head = text.slice(0, charsLooked);
  const all = head.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(({ letters, partMin }) => {
    const own = head.match(letters)?.length ?? 0;
    return own > 0 && own >= all * partMin;
  })?.lang;
}
