// When an entry says a planted thing: by its words, whatever the case, the marks and the Markdown around them.

/** Scripts that write without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** Small letters, plain apostrophes, one space between words and one at either end. */
export const plain = (text: string): string => {
  const marks = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[^\p{L}\p{N}\p{M}.'+#@:&%€$£=<>]+/gu, ' ');
  // A stop or a colon belongs to a word only inside it: 9.30, fly.io, a:b.
  const words = marks.split(' ').map((word) => word.replace(/^[.':]+(?=[\p{L}\p{N}])|[.':]+$/gu, ''));
  return ` ${words.filter((word) => word !== '').join(' ')} `;
};

/** Whether plain text has the word or words; `word*` is the beginning of a word. */
export const hasWord = (plainText: string, word: string): boolean => {
  const open = word.endsWith('*');
  const wanted = plain(open ? word.slice(0, -1) : word).trim();
  if (wanted === '') return false;
  if (unspaced.test(wanted)) return plainText.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''));
  // Latin words inside Chinese stand without spaces: 用pnpm安装.
  const spread = plainText.replace(
    /(?<=\p{Script=Han})(?=[\p{Script=Latin}\p{N}])|(?<=[\p{Script=Latin}\p{N}])(?=\p{Script=Han})/gu,
    ' ',
  );
  return spread.includes(` ${wanted}${open ? '' : ' '}`);
};

export interface Wording {
  readonly must: readonly (readonly string[])[];
  readonly mustNot: readonly string[];
}

/** An entry is a sentence. What is longer is a page, and stands for nothing. */
export const sentenceMax = 400;

export const says = (text: string, { must, mustNot }: Wording): boolean => {
  if (must.length === 0 || text.length > sentenceMax) return false;
  const words = plain(text);
  return (
    must.every((group) => group.some((word) => hasWord(words, word))) &&
    !mustNot.some((word) => hasWord(words, word))
  );
};

/** Which of the words a text has, for telling whether a change of letters changed what it says. */
export const wordsHad = (text: string, { must, mustNot }: Wording): string => {
  const words = plain(text);
  return [...must.flat(), ...mustNot].map((word) => (hasWord(words, word) ? '1' : '0')).join('');
};
