// How a sentence can be dressed so that a person does not see it and a program may: encoded, hidden, look-alike.
import { assert } from '../../shared/result.ts';

const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const rot13 = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const at = latin.indexOf(letter);
    const base = at < 26 ? 0 : 26;
    return latin.charAt(base + ((at - base + 13) % 26));
  });
const cyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
  i: 'і',
};
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const each = (text: string, of: (character: string) => string): string => Array.from(text, of).join('');
const code = (character: string): number => character.codePointAt(0) ?? 0;

const coats: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => bytes(text).toString('base64'),
  rot13,
  hex: (text) => bytes(text).toString('hex'),
  percent: encodeURIComponent,
  entities: (text) => each(text, (character) => `&#${code(character)};`),
  escapes: (text) =>
    text
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  'zero-width': (text) => each(text, (character) => `${character}\u200b`),
  bidi: (text) => `\u202e${Array.from(text).toReversed().join('')}\u202c`,
  homoglyph: (text) => each(text, (character) => cyrillic[character] ?? character),
  fullwidth: (text) =>
    each(text, (character) =>
      /[!-~]/.test(character) ? String.fromCodePoint(code(character) + 0xfee0) : character,
    ),
  /** Tag characters of plane 14, which nothing shows. */
  tags: (text) =>
    each(text, (character) =>
      code(character) < 0x7f ? String.fromCodePoint(0xe0000 + code(character)) : character,
    ),
  kebab: (text) => text.replace(/[\s/:,.;。、]+/gu, '-').replace(/-$/, ''),
};

export const dress = (text: string, coat: string | undefined): string => {
  if (coat === undefined) return text;
  const put = coats[coat];
  assert(put !== undefined, `there is a coat called ${coat}`);
  return put(text);
};
