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

/** Words for logging in. */
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

/**
 * Ways to speak of what opens something, or of keeping it quiet. Like the words for logging in they stand in harmless
 * sentences too, so near them only what is nothing but a password counts ("otter-abcd-1234", "otterAB!12cd").
 */
export const accessStems: readonly string[] = [
  'unlock',
  'vault',
  'keepass',
  'bitwarden',
  'master key',
  'credential',
  'passphrase',
  'pass=',
  'pin-',
  'pin ',
  'pin:',
  ' pw ',
  ' -w ',
  'wifi',
  'wi-fi',
  'wlan',
  'get in',
  'opens with',
  'admin using',
  'code for',
  'code is',
  'code est',
  'der code',
  'den code',
  'de code',
  'código',
  'codice',
  'kod do',
  'код ',
  'コード',
  '暗号',
  '暗码',
  '코드',
  'keep it to yourself',
  'keep this to yourself',
  'tell nobody',
  'tell no one',
  "don't share",
  'do not share',
  'between us',
  'weitersag',
  'behalt das für dich',
  'entre nous',
  'entre nosotros',
  'no se lo digas',
  'non dirlo',
  'não conta',
  'никому',
  'nikomu',
  '内緒',
  '别告诉',
  '保密',
];

/** In the same line, this far from the word. */
const nearMax = 80;
const lettersMin = 8;
const lettersMax = 64;
const token = /[^\s"'`“”„«»「」()[\]{}<>,;，。；：、]+/gu;

/** "eu-central-1", "node-22", "build.agent-3b": names of places and machines that are counted. */
const isCountedName = (text: string): boolean =>
  /^[a-z]{2,}(?:[-_.][a-z]{2,}){0,5}[-_.]?\d{1,2}[a-z]?$/u.test(text);

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
    isCountedName(bare) ||
    isHashLike(bare) ||
    isGap(bare) ||
    isReference(bare)
  )
    return false;
  return !passwordStems.some((stem) => bare.toLowerCase().includes(stem));
}

/** Words and digits tied together by hyphens, digits last, as password makers and people in a hurry write them. */
const isPassphrase = (text: string): boolean =>
  text.length >= 12 && text.length <= lettersMax && /^\p{L}{3,}(?:-[\p{L}\d]{2,}){1,5}-\d{3,}$/u.test(text);

/** A mark that no identifier has ("otterAB!12cd"), or a whole passphrase. */
const isUnmistakable = (text: string): boolean =>
  isPassphrase(text) || (looksLikePassword(text) && /[A-Za-z0-9][!$%^*][A-Za-z0-9]/u.test(text));

/** Beside a word for logging in, for what opens something, or for keeping it quiet. */
export const findUnmistakable = (text: string, start: number, end: number): Finding | null =>
  findNear(text, start, end, isUnmistakable);

/** Beside a word for a password. */
export const findSpokenPassword = (text: string, start: number, end: number): Finding | null =>
  findNear(text, start, end, looksLikePassword);

function findNear(
  text: string,
  start: number,
  end: number,
  isOne: (value: string) => boolean,
): Finding | null {
  // Looked for in a window: a text without line ends would else be gone through at every word.
  const from = Math.max(0, start - nearMax);
  const lineStart = from + text.slice(from, start).lastIndexOf('\n') + 1;
  const next = text.slice(end, end + nearMax).indexOf('\n');
  const lineEnd = next < 0 ? Math.min(text.length, end + nearMax) : end + next;
  for (const match of text.slice(lineStart, lineEnd).matchAll(token)) {
    const name = /^\w{1,40}=(?=.)/u.exec(match[0])?.[0].length ?? 0;
    const at = lineStart + match.index + name;
    // a window may cut a word in two
    const isWhole = at > lineStart || at === 0 || /\s/u.test(text[at - 1] ?? ' ');
    const value = match[0].slice(name).replace(/[.!?:…]+$/u, '');
    if (isWhole && !text.startsWith('⟦', at) && isOne(value)) {
      return { start: at, end: at + value.length, kind: 'password' };
    }
  }
  return null;
}
