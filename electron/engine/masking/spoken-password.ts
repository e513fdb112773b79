// A password in a sentence of any language and any order: "marmotFZ!47 als Passwort nehmen". Where a word for password
// stands, what near it looks like one and like nothing else is one.
import type { Finding } from './named-value.ts';
import { isGap, isReference } from './placeholder.ts';
import { isHashLike } from './randomness.ts';

/** Beginnings of words for password that the rules for names and values do not know in any order. Lower case. */
export const passwordStems: readonly string[] = [
  'passwor',
  'kennwort',
  'wachtwoord',
  'contrase',
  'senha',
  'mot de passe',
  'password',
  'lösenord',
  'losenord',
  'passord',
  'adgangskode',
  'salasana',
  'hasł',
  'haslo',
  'heslo',
  'şifre',
  'парол',
  '密码',
  '密碼',
  '口令',
  'パスワード',
  '暗証',
  '비밀번호',
  '암호',
  'كلمة المرور',
  'पासवर्ड',
];

/** Words for logging in: near them only what holds a mark that no identifier has ("otterAB!12cd") is a password. */
export const loginStems: readonly string[] = [
  'log in',
  'login',
  'logon',
  'log on',
  'sign in',
  'anmeld',
  'einlogg',
  'connecte',
  'iniciar sesi',
  'accedi ',
  'inlogg',
  'zalogu',
  'войти',
  'входи',
  '登录',
  '登錄',
  'ログイン',
  '로그인',
];

/** In the same line, this far from the word. */
const nearMax = 80;
const lettersMin = 8;
const lettersMax = 64;
const token = /[^\s"'`“”„«»「」()[\]{}<>,;，。；：、]+/gu;

const isDatedOrNumbered = (text: string): boolean =>
  /^[A-Z]{2,10}-\d+$/u.test(text) || /^\d{4}-\d\d(?:-\d\d)?/u.test(text) || /^v?\d+(?:\.\d+)+/u.test(text);

/** Letters and digits, and either both cases or a mark between them: no word, number, path, date or version. */
export function looksLikePassword(text: string): boolean {
  const bare = text.replace(/[.!?:…]+$/u, '');
  if (bare.length < lettersMin || bare.length > lettersMax) return false;
  if (!/\p{L}/u.test(bare) || !/\d/u.test(bare) || /[/\\=@]/u.test(bare)) return false;
  const hasMark = /[A-Za-z0-9][-_!$%^*+#&?~.][A-Za-z0-9]/u.test(bare);
  const hasBothCases = /\p{Ll}/u.test(bare) && /\p{Lu}/u.test(bare);
  if (!hasMark && !hasBothCases) return false;
  if (
    /\.[a-z]{1,5}$/iu.test(bare) ||
    isDatedOrNumbered(bare) ||
    isHashLike(bare) ||
    isGap(bare) ||
    isReference(bare)
  )
    return false;
  return !passwordStems.some((stem) => bare.toLowerCase().includes(stem));
}

/** Beside a word for logging in. */
export const findLoginPassword = (text: string, start: number, end: number): Finding | null =>
  findNear(
    text,
    start,
    end,
    (value) => looksLikePassword(value) && /[A-Za-z0-9][!$%^*][A-Za-z0-9]/u.test(value),
  );

/** Beside a word for a password. */
export const findSpokenPassword = (text: string, start: number, end: number): Finding | null =>
  findNear(text, start, end, looksLikePassword);

function findNear(
  text: string,
  start: number,
  end: number,
  isOne: (value: string) => boolean,
): Finding | null {
  const lineStart = Math.max(text.lastIndexOf('\n', start) + 1, start - nearMax);
  const next = text.indexOf('\n', end);
  const lineEnd = Math.min(next < 0 ? text.length : next, end + nearMax);
  for (const match of text.slice(lineStart, lineEnd).matchAll(token)) {
    const at = lineStart + match.index;
    // a window may cut a word in two
    const isWhole = at > lineStart || at === 0 || /\s/u.test(text[at - 1] ?? ' ');
    const value = match[0].replace(/[.!?:…]+$/u, '');
    if (isWhole && !text.startsWith('⟦', at) && isOne(value)) {
      return { start: at, end: at + value.length, kind: 'password' };
    }
  }
  return null;
}
