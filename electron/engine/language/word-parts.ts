// What of a word stands in other words of its root and in the compounds that hold it: for likeness alone, where "EPSG:25832"
// and "25832", "100K" and "100 K", "montażem" and "montuje" should meet. Never for telling what a sentence says.

// Endings differ ("изображения", "изображениям"): of a longer word its beginning counts.
const beginningLetters = 6;
// A syllable of Hangul holds two or three letters, and particles are written on the word.
const beginningSyllables = 2;
const beginningKana = 3;

const marks = /[./:@#+\\_'’-]+/u;
const digitsOrLetters = /\p{N}+|[^\p{N}]+/gu;
const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;

/** Signs two by two: "小数点" as 小数 and 数点. A single sign is a part of too many words. */
const pairsOf = (signs: string): readonly string[] =>
  Array.from({ length: Math.max(0, signs.length - 1) }, (_, at) => signs.slice(at, at + 2));

function beginningOf(part: string): readonly string[] {
  if (/^\p{N}+$/u.test(part)) return [part.replace(/^0+(?=.)/u, '')];
  if (han.test(part)) return pairsOf(part);
  if (kana.test(part)) return [part.slice(0, beginningKana)];
  if (hangul.test(part)) return [part.slice(0, beginningSyllables)];
  return [part.slice(0, beginningLetters)];
}

/** Of a stem, in order: what stands between its marks, digits apart from letters, each by its beginning. */
export const partsOfWord = (stem: string): readonly string[] =>
  stem
    .split(marks)
    .flatMap((piece) => piece.match(digitsOrLetters) ?? [])
    .flatMap(beginningOf);

/** Of a whole text: Han signs two by two, also where a dictionary cuts between them. */
export const hanPairsOf = (text: string): readonly string[] =>
  (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(pairsOf);
