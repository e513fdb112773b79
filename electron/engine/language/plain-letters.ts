// Letters as a reader takes them, whatever their code: look-alikes, accents, full width and case are one, and what is
// invisible is not there. Built once; each letter is then looked up.

/** Zero width, soft hyphen, direction marks, variation selectors, fillers. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const isInvisible = (code: number, letter: string): boolean =>
  ignorable.test(letter) ||
  // accents that stand apart from their letter; direction marks
  (code >= 0x0300 && code <= 0x036f) ||
  (code >= 0x202a && code <= 0x202e);

// What reads as a Latin letter in Cyrillic, Greek and Armenian.
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', і: 'i', ї: 'i',
  ј: 'j', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ё: 'e', й: 'и', ґ: 'г',
  α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y', η: 'n', ω: 'w',
  ո: 'n', ս: 'u', օ: 'o', ց: 'g', հ: 'h', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 's', ƅ: 'b', ɡ: 'g', ɩ: 'i', ɑ: 'a',
}; // prettier-ignore

/** Nothing to a reader. */
export const noLetter = 0;
const space = 0x20;

let table: Uint16Array | null = null;

/** Two thirds of the table: Han, Hangul, halves of pairs (what such a pair stands for is not in it), private use. */
const readsAsItself = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xd800 && code <= 0xf8ff);

function plainCode(code: number): number {
  const letter = String.fromCharCode(code);
  if (readsAsItself(code)) return code;
  if (isInvisible(code, letter)) return noLetter;
  if (/\s/u.test(letter)) return space;
  if (/[‘’ʼ＇`´]/u.test(letter)) return 0x27;
  if (/[‐‑‒–—−]/u.test(letter)) return 0x2d;
  const lower = letter.normalize('NFKC').toLowerCase();
  const known = lookAlikes[lower];
  if (known !== undefined) return known.charCodeAt(0);
  // only where accents are apart from letters: vowel signs of Indic scripts are letters of their own
  const base = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(lower)
    ? lower.normalize('NFKD')
    : lower;
  const first = base[0] ?? letter;
  return (lookAlikes[first] ?? first).charCodeAt(0);
}

/** For each UTF-16 unit the code of the letter that it reads as; `noLetter` for what nobody sees. */
export function plainLetters(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(0x1_0000);
  for (let code = 0; code < made.length; code++) made[code] = plainCode(code);
  table = made;
  return made;
}

/** The text as it reads. Shorter than the text where something in it cannot be seen. */
export function plainText(text: string): string {
  const letters = plainLetters();
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const code = letters[text.charCodeAt(i)] ?? noLetter;
    if (code !== noLetter && !(code === space && plain.endsWith(' '))) plain += String.fromCharCode(code);
  }
  return plain;
}
