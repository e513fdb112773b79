// A password in a sentence of any language and any order: "marmotFZ!47 als Passwort nehmen". Where a word for password
// stands, what near it looks like one and like nothing else is one.
import type { Finding } from './named-value.ts';
import { isGap, isReference } from './placeholder.ts';
import { isHashLike } from './randomness.ts';
import { isTradeName } from './word-make.ts';

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

/** Beside a word for a password. */
export function findSpokenPassword(text: string, start: number, end: number): Finding | null {
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
    if (isWhole && !text.startsWith('⟦', at) && looksLikePassword(value) && !isTradeName(value)) {
      return { start: at, end: at + value.length, kind: 'password' };
    }
  }
  return null;
}
