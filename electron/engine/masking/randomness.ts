// Tells made-up words from random ones: keys and passwords that machines made have no syllables.

/** Letters of one case, letters of the other, digits: how often the class changes from one character to the next. */
export function classChanges(text: string): number {
  let changes = 0;
  let before = -1;
  for (let i = 0; i < text.length; i++) {
    const now = charClass(text.charCodeAt(i));
    if (before >= 0 && now !== before) changes++;
    before = now;
  }
  return text.length < 2 ? 0 : changes / (text.length - 1);
}

function charClass(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return 0;
  if (code >= 0x41 && code <= 0x5a) return 1;
  return code >= 0x30 && code <= 0x39 ? 2 : 3;
}

/** Shannon's measure in bits per character. */
export function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const hash = /^(?:[0-9a-f]{7,}|[0-9A-F]{7,})$/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** Hexadecimal or a UUID: far more often a sum or an id than a secret. */
export const isHashLike = (text: string): boolean => hash.test(text) || uuid.test(text);

/** 0.34 of letters alone: half of random ones change, of a camelCase name with short words a quarter. */
const changesWithoutDigit = 0.34;
const lengthWithoutDigit = 20;

/** Names in code are of words of three letters and more; of random letters such runs hold a half. */
const wordsShareMax = 0.8;

/** Upper and lower case meet too often for a name, and no words stand in it. */
export function isWild(text: string, changes: number): boolean {
  const inWords = (text.match(/[A-Z]?[a-z]{2,}/gu) ?? []).reduce((sum, word) => sum + word.length, 0);
  const letters = text.match(/[A-Za-z]/gu)?.length ?? 0;
  return classChanges(text) >= changes && inWords < letters * wordsShareMax;
}

const digitsOrMixed = (text: string): boolean =>
  /\d/u.test(text) || (text.length >= lengthWithoutDigit && isWild(text, changesWithoutDigit));

/**
 * 0.3: random base64 changes its class at 0.6 of its places, camelCase names at 0.15 to 0.25.
 * 3 bits: random text of 16 characters has 3.5 and more, "aaaa1111" has 1.
 */
export const looksRandom = (text: string): boolean =>
  text.length >= 16 &&
  digitsOrMixed(text) &&
  /[A-Za-z]/u.test(text) &&
  !isHashLike(text) &&
  classChanges(text.replace(/[^A-Za-z0-9]/gu, '')) >= 0.3 &&
  entropyBits(text) >= 3;
