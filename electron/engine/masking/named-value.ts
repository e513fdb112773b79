// Secrets that are known by their name only: `password = …` in every notation that we know, and "the key is …" in
// prose. Where a name of a secret was found, this reads on by hand from character to character, never back.
import { assertNever } from '../../../shared/result.ts';
import { isGap, isReference, isVocabulary, words } from './placeholder.ts';
import { classChanges, entropyBits, isHashLike, isWild, looksRandom } from './randomness.ts';
import { createSecretNames, type SecretName, type SecretWord } from './secret-words.ts';
import { isTradeName } from './word-make.ts';

export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** How far names and values may reach. */
const nameMax = 64;
const valueMax = 512;

interface Name extends SecretName {
  readonly start: number;
  readonly end: number;
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/**
 * env      `DB_PASSWORD=x` at a line's beginning: everything is a value
 * line     `password: x` alone on its line (YAML, INI)
 * flag     `--password x`, `-Password x`, `machine … password x`
 * code     anything else with a `=` or `:`
 * call     `setPassword("x")`, `("password", "x")`
 * prose    "the password is x"
 */
type Notation = 'env' | 'line' | 'flag' | 'code' | 'call' | 'prose';

export type FindNamedValue = (text: string, at: number, end: number, word: SecretWord) => Finding | null;

export function createNamedValues(): FindNamedValue {
  const secretName = createSecretNames();
  return (text, at, end, word) => {
    const name = nameAt(text, at, end, word, secretName);
    if (name === null || (name.family !== 'password' && !mayHold(text, name.end))) return null;
    // "pass" and "pwd" alone are words of every day: only what is plainly assigned to them.
    if (isWeakName(text.slice(name.start, name.end))) {
      return assigned(text, name) ?? spoken(text, name, strongPassword);
    }
    return (
      assigned(text, name) ??
      spoken(text, name) ??
      besides(text, name, word.family !== null) ??
      nearby(text, name) ??
      saidBefore(text, name)
    );
  };
}

/** How far behind its name the value of a key may begin, and how far in front of it. */
const nearbyMax = 80;
const beforeMax = 120;
/** A run of so many signs, a digit among them, may be a key; so may a longer one without. */
const runMin = 6;
const runWithoutDigitMin = 20;

/** Most names of keys stand where there is none: one look at the characters around saves the careful ones. */
function mayHold(text: string, end: number): boolean {
  if (text.charCodeAt(end) === 0x3d) return true;
  const limit = Math.min(text.length, end + nearbyMax + 64);
  let run = 0;
  let hasDigit = false;
  for (let i = Math.max(0, end - beforeMax); i < limit; i++) {
    const code = text.charCodeAt(i);
    const isSign = isLetterOrDigit(code) || code === 0x2d || code === 0x5f || code === 0x2b;
    if (!isSign) {
      run = 0;
      hasDigit = false;
      continue;
    }
    run++;
    hasDigit ||= code >= 0x30 && code <= 0x39;
    if ((hasDigit && run >= runMin) || run >= runWithoutDigitMin) return true;
  }
  return false;
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const isWeakName = (raw: string): boolean => /^(?:pass|pwd|pw)$/iu.test(raw);

const isNameChar = (code: number): boolean =>
  isLetterOrDigit(code) || code === 0x5f || code === 0x2d || code === 0x24;

function nameAt(
  text: string,
  at: number,
  end: number,
  word: SecretWord,
  secretName: (identifier: string) => SecretName | null,
): Name | null {
  if (word.family !== null) {
    return { start: at, end, family: word.family, kind: kindOfFamily(word.family) };
  }
  let start = at;
  while (start > 0 && at - start < nameMax && isJoined(text, start - 1)) start--;
  let stop = end;
  while (stop < text.length && stop - end < nameMax && isJoined(text, stop)) stop++;
  // "-----BEGIN", "token--": dashes at the ends belong to no name.
  while (stop > end && (text[stop - 1] === '-' || text[stop - 1] === '.')) stop--;
  // A piece of base64 is no name, whatever its letters spell.
  if (
    stop - start >= nameMax ||
    ('+/'.includes(text.charAt(start - 1) || ' ') && looksRandom(text.slice(start, stop)))
  )
    return null;
  const alone = secretName(text.slice(start, stop));
  // The word in front tells an "api key" from a "cache key"; a password is one whatever stands there.
  const name = alone?.family === 'password' ? alone : secretName(text.slice(wordBefore(text, start), stop));
  return name === null ? null : { ...name, start, end: stop };
}

/** Two words: "api key", "access token". The beginning of the word in front, or the name's own. */
function wordBefore(text: string, start: number): number {
  if (text.charCodeAt(start - 1) !== 0x20) return start;
  let first = start - 1;
  while (first > 0 && start - first < 15 && isLetterOrDigit(text.charCodeAt(first - 1))) first--;
  return start - 1 - first >= 2 ? first : start;
}

const kindOfFamily = (family: SecretName['family']): string => (family === 'password' ? 'password' : family);

/** Letters, digits, `_`, `-`, `$`, and a dot between two of them. */
function isJoined(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (isNameChar(code)) return true;
  return code === 0x2e && isNameChar(text.charCodeAt(i + 1)) && isNameChar(text.charCodeAt(i - 1));
}

// --- name, sign, value ---

// What closes the name: quotation marks, escaped ones too, brackets, Markdown's marks.
const closing = /\\{0,4}["'`\])*_]{0,4}/uy;
const blanks = /[ \t]{0,48}/uy;
const sign =
  /(?:(?:===?|!==?|:=|=>|\?=|\+=|->|=|:(?![-?+])|：|＝|\|(?=\s))(?!\/\/)|>(?=[^<>\n]{2,200}<)|\/?["']?>\s{0,40}<string>|(?:,\s{0,40}|\s{1,40})["']?value["']?\s{0,4}[:=])/uy;
const typeInBetween =
  /[ \t]{0,4}(?:str|string|String|&str|char\s?\*|std::string|\w{0,20}String)\??[ \t]{0,4}=(?!=)/uy;

const after = (shape: RegExp, text: string, at: number): number => {
  shape.lastIndex = at;
  return shape.test(text) ? shape.lastIndex : -1;
};

function assigned(text: string, name: Name): Finding | null {
  const closed = after(closing, text, name.end);
  const blank = after(blanks, text, closed);
  let value = after(sign, text, closed);
  if (value < 0) value = after(sign, text, blank);
  if (value < 0) return called(text, name, closed) ?? flagged(text, name, blank);
  const typed = after(typeInBetween, text, value);
  const from = after(marks, text, after(blanks, text, typed < 0 ? value : typed));
  const notation = notationOf(text, name, closed, value);
  return finding(text, name, valueAt(text, from, notation), notation);
}

const marks = /[*_]{0,3}[ \t]{0,3}/uy;

const leadMax = 40;
const ownersLead =
  /(?:^|[\s.])(?:my|our|mein|meine|mi|ma|mon|minha|meu|mia|mio|мой)\s+(?:[\p{L}-]{1,16}\s){0,2}$/iu;

function notationOf(text: string, name: Name, closed: number, value: number): Notation {
  const before = text.slice(Math.max(0, name.start - leadMax), name.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  // A line that begins further off is no list of settings.
  const lead = lineStart > 0 || before.length < leadMax ? before.slice(lineStart) : 'x';
  const bare = closed === name.end;
  if (bare && value === name.end + 1 && text[name.end] === '=' && isShellName(text, name, lead)) return 'env';
  if (/^--?[\w-]*$/u.test(text.slice(name.start, name.end)) && text[name.end] === '=') return 'flag';
  if (ownersLead.test(lead)) return 'line';
  // `password: KDFInput,` is one of several in a call or a type.
  if (/^[^\n"']{0,80}[,;]\s*(?:\n|$)/u.test(text.slice(value, value + 90))) return 'code';
  return /^\s*(?:[-+*>#] ?|\d+[→:|\t]\s*)*["'*_]{0,3}$/u.test(lead) ? 'line' : 'code';
}

const shellLead = /^\s*(?:[-+] ?)?(?:export |set |setx |ENV |ARG |declare -x |local |-e |--env[ =]|["'])$/iu;
const shellRow = /(?:^|\s)(?:-e|--env|export|env|ENV)\s(?:\w{1,40}=\S{0,80}\s){0,8}$/u;

/** `NAME=value` as a shell has it; `name=value,` inside of a call is code. */
function isShellName(text: string, name: Name, lead: string): boolean {
  if (/^[A-Z][A-Z0-9_]+$/u.test(text.slice(name.start, name.end))) return true;
  if (shellLead.test(lead) || shellRow.test(lead)) return true;
  const rest = text.slice(name.end, name.end + valueMax);
  const last = (rest.split('\n', 1)[0] ?? '').at(-1) ?? '';
  return lead === '' && last !== ',' && last !== ')' && last !== ';';
}

// `password x`: only where the name is a flag, a word of .netrc, or a line of a Dockerfile; SQL puts quotes around.
function flagged(text: string, name: Name, from: number): Finding | null {
  if (from === name.end) return null;
  const raw = text.slice(name.start, name.end);
  const isFlag = /^--?[A-Za-z]/u.test(raw);
  const before = text.slice(Math.max(0, name.start - 160), name.start);
  const isNetrc = raw === 'password' && /(?:machine|login)\s+\S+\s+(?:login\s+\S+\s+)?$/u.test(before);
  const isDocker = /(?:^|\n)\s*ENV\s+$/u.test(before);
  const isSql = name.family === 'password' && text[from] === "'";
  if (!isFlag && !isNetrc && !isDocker && !isSql) return null;
  const notation = isDocker ? 'env' : 'flag';
  return finding(text, name, valueAt(text, from, notation), notation);
}

const opened = /["']?\s{0,3}\(\s{0,8}(?=[fFrRbBuU@$]?["'`])/uy;
const pairedWith = /\s{0,3},\s{0,8}(?=[fFrRbBuU@$]?["'`])/uy;

function called(text: string, name: Name, closed: number): Finding | null {
  // ("password", "x"), setPassword("x"); in f(password, "x") the two have nothing to do with one another.
  let from = after(opened, text, name.end);
  if (from < 0 && closed > name.end) from = after(pairedWith, text, closed);
  return from < 0 ? null : finding(text, name, valueAt(text, from, 'call'), 'call');
}

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
]);
const quoteStart = /(?:[fFrRbBuU@$]{0,2})?(\\{0,7})(["'`“”„‘«「『《])/uy;

function valueAt(text: string, from: number, notation: Notation): Value | null {
  quoteStart.lastIndex = from;
  const quoted = quoteStart.exec(text);
  if (quoted) {
    const start = quoteStart.lastIndex;
    return {
      start,
      end: closeOf(text, start, quoted[1] ?? '', quotes.get(quoted[2] ?? '') ?? '"'),
      isQuoted: true,
    };
  }
  return bareValue(text, from, notation);
}

/** The closing mark escaped as the opening one was; where there is none, the line's end. */
function closeOf(text: string, start: number, escape: string, mark: string): number {
  const limit = Math.min(text.length, start + valueMax);
  for (let i = start; i < limit; i++) {
    if (text[i] === '\n') return i;
    if (text.startsWith(escape + mark, i)) return i;
    if (escape === '' && text[i] === '\\') i++;
  }
  return limit;
}

const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x3000;

/** Without marks: to the next blank. In code and in addresses some signs end it; at its end punctuation is none of it. */
function bareValue(text: string, from: number, notation: Notation): Value | null {
  const stops =
    notation === 'env' ? '"\'`' : notation === 'prose' ? '"\'`”’»」』，。；、！？' : '"\'`<>,;&|，。；、';
  let end = from;
  const limit = Math.min(text.length, from + valueMax);
  while (end < limit && !isBlank(text.charCodeAt(end)) && !stops.includes(text.charAt(end))) {
    // A written-out line end inside a quoted text.
    if (text[end] === '\\' && /[nrt"'\\]/u.test(text[end + 1] ?? '')) break;
    end++;
  }
  const trailing = /[.,;:!?)\]}*_]+$/u.exec(text.slice(Math.max(from, end - 8), end))?.[0].length ?? 0;
  const kept = notation === 'env' ? end : end - trailing;
  return kept > from ? { start: from, end: kept, isQuoted: false } : null;
}

function finding(text: string, name: Name, value: Value | null, notation: Notation): Finding | null {
  if (value === null || value.end <= value.start) return null;
  const found = text.slice(value.start, value.end);
  if (isGap(found) || !accepts(name, found, value.isQuoted, notation, text.slice(name.start, name.end)))
    return null;
  return { start: value.start, end: value.end, kind: name.kind };
}

// --- what is a secret under this name ---

function accepts(name: Name, value: string, isQuoted: boolean, notation: Notation, raw: string): boolean {
  if (value.length > valueMax || (!isQuoted && notation !== 'env' && isReference(value))) return false;
  switch (name.family) {
    case 'password':
      return acceptsPassword(value, isQuoted, notation, raw);
    case 'secret':
      return acceptsSecret(value, isQuoted, notation);
    case 'key':
      return isRandomKey(value);
    default:
      return assertNever(name.family);
  }
}

const isPath = (value: string): boolean =>
  /^(?:~?\/|\.{1,2}\/|[A-Za-z]:[\\/]|https?:\/\/[^:@]*$)/u.test(value);
const onlyLetters = (value: string): boolean => /^\p{L}+$/u.test(value);

function acceptsPassword(value: string, isQuoted: boolean, notation: Notation, raw: string): boolean {
  if (value.length < 3 || value.length > 256) return false;
  if (isPath(value) || (isWeakName(raw) && !isPlainlySecret(value, isQuoted, raw))) return false;
  if (/^\d+$/u.test(value)) return value.length >= 4;
  if (/\s/u.test(value)) return acceptsWords(value, raw);
  if (notation === 'call') return /\d|[^\p{L}\d_.-]/u.test(value) && value.length >= 5 && !namesSecret(value);
  if (onlyLetters(value)) return acceptsWord(value, isQuoted, notation);
  // A name in code: `hashed_password`, `password-input`, `userPassword2`.
  if (namesSecret(value) && /^[\w.$#[\]='"-]+$/u.test(value) && !/\d{3}/u.test(value) && notation !== 'env')
    return false;
  if (!isQuoted && notation === 'code' && /^[a-z][a-z]*(?:_[a-z]+)+$/u.test(value)) return false;
  if (!isQuoted && notation !== 'env' && /^[({[<&|=+]|[({[]$/u.test(value)) return false;
  return isQuoted || notation !== 'code' || /[\d!@#$%^&*+~-]/u.test(value);
}

/** "--- PASS: TestX", "pass: 12": a test's result is no password. */
const isPlainlySecret = (value: string, isQuoted: boolean, raw: string): boolean =>
  raw !== 'PASS' &&
  raw !== 'PWD' &&
  (isQuoted
    ? /\d/u.test(value) && value.length >= 6 && !/\s/u.test(value)
    : /\d/u.test(value) && /[A-Za-z]/u.test(value) && value.length >= 5 && !isNameLike(value));

/** A label or a message has words; so has a pass phrase. */
function acceptsWords(value: string, raw: string): boolean {
  if (/phrase/iu.test(raw)) return value.split(/\s+/u).length >= 3 && !/[.:?!]$/u.test(value);
  return (
    value.split(/\s+/u).length <= 2 && /\d/u.test(value) && /[A-Za-z]/u.test(value) && !namesSecret(value)
  );
}

/** Upper and lower case meet more often than in any name: nobody wrote this word. */
const wildChanges = 0.38;

function acceptsWord(value: string, isQuoted: boolean, notation: Notation): boolean {
  if (value.length < 4 || isVocabulary(value)) return false;
  if (value.length >= 10 && isWild(value, wildChanges)) return true;
  if (notation === 'env' || notation === 'flag') return true;
  const isName = /^[a-z]+(?:[A-Z][a-z]*)+$/u.test(value) || namesSecret(value);
  if (isName) return false;
  return isQuoted ? !/^[A-Z][a-z]+$/u.test(value) : notation === 'line' && /^[A-Za-z]{5,}$/u.test(value);
}

/** The value speaks of passwords and keys itself: it is their name, not one of them. */
const namesSecret = (value: string): boolean =>
  words(value).some((word) =>
    /^(?:pass(?:word|wd|phrase)?s?|pwd|secrets?|tokens?|keys?|credentials?|api|auth)$/u.test(word),
  ) || /password|passwd/iu.test(value);

function acceptsSecret(value: string, isQuoted: boolean, notation: Notation): boolean {
  // A secret in base64 may begin with a slash; AWS gives 40 signs.
  const isKnownLength = value.length === 40 && looksRandom(value);
  if (value.length < 6 || (isPath(value) && !isKnownLength) || /\s/u.test(value)) return false;
  if (/^[\d.,:TZ+_-]+$/u.test(value) || /^\d+(?:ms|s|m|h|d|k|kb|mb|gb|px|%)?$/iu.test(value)) return false;
  if (!isQuoted && /^[({[<&|=+]|[({[]$/u.test(value)) return false;
  if (!isQuoted && notation !== 'env' && notation !== 'flag' && (isIdentifier(value) || /[([{]/u.test(value)))
    return false;
  if (isNameLike(value)) return notation === 'env' && value.length >= 8 && !namesSecret(value);
  return /\d/u.test(value) ? value.length >= 8 || isQuoted : value.length >= 20 && classChanges(value) >= 0.2;
}

/** Words with few digits: `refresh_token_v2`, `my-app-tls`, `Uint8Array`, `HKDF-SHA256`. */
function isNameLike(value: string): boolean {
  if (!/^[A-Za-z@_$][\w.:/$@-]*$/u.test(value)) return false;
  const all = words(value);
  const letters = value.replace(/[^A-Za-z]/gu, '').length;
  // Random letters break into single ones where upper and lower case meet.
  return (
    letters >= all.length * 2.5 &&
    all.every((word) => /^\p{L}+\d{0,3}$|^\p{L}+\d{1,2}\p{L}+$|^\d{1,2}$/u.test(word))
  );
}

/** A name in code with one number in it: `ed25519Seed`. */
const isIdentifier = (value: string): boolean =>
  /^[A-Za-z_$]+\d{0,6}[A-Za-z_$]*$/u.test(value) && value.length < 40;

const isRandomKey = (value: string): boolean =>
  looksRandom(value) &&
  !/^sha\d+[-:]|\.[a-z]{2,4}\d?$|^https?:|^\/|^ssh-|^AAAA[BCE]3/u.test(value) &&
  !isHashLike(value);

// --- prose ---

const verbs =
  "is|are|was|will be|be|becomes?|to|ist|lautet|heißt|est|es|é|è|jest|to jest|je|är|er|on|este|là|adalah|это|є|هي|هو|היא|คือ|c'est|dir";
// "'s", "for the server", "of the wifi", then a verb, then the value.
const link = new RegExp(
  `(?:['’]s)?(?:\\s{1,2}(?!(?:${verbs})\\s)[\\p{L}'’-]{1,16}){0,4}?\\s{1,3}(?:${verbs})(?:\\s(?:now|just|set to|still|called|simply|currently|jetzt|maintenant))?\\s{0,2}:?\\s{1,3}`,
  'uy',
);
const foreignLink =
  /[ \t]{0,2}(?:就是|คือ|هي|هو|היא|改成|改为|設定為|设为|設為|是|为|為|は|が|은|는|이|가)?[ \t]{0,2}[:：=]?[ \t]{0,3}/uy;

function spoken(text: string, name: Name, accept: ((said: string) => boolean) | null = null): Finding | null {
  const isForeign = text.charCodeAt(name.end - 1) > 0x24f;
  const closed = after(closing, text, name.end);
  let from = after(link, text, name.end);
  if (from < 0) from = after(link, text, closed);
  if (from < 0) from = after(/['’]s\s{1,3}/uy, text, name.end);
  if (from < 0 && isForeign) from = after(foreignLink, text, name.end);
  if (from < 0) return null;
  const value = valueAt(text, from, 'prose');
  if (value === null) return null;
  const said = text.slice(value.start, value.end);
  if (isGap(said) || isReference(said) || /\s/u.test(said)) return null;
  const owned = /(?:\bmy|\bour|\bthe)\s+(?:[\w-]{1,16}\s+){0,2}$/iu.test(
    text.slice(Math.max(0, name.start - 48), name.start),
  );
  if (accept !== null) return accept(said) ? { start: value.start, end: value.end, kind: name.kind } : null;
  // "to" is a verb's as often as a value's: "reset the password to continue".
  const isClear = (owned || isForeign) && !/\bto\s+["'`]?$/u.test(text.slice(value.start - 6, value.start));
  return acceptsSaid(name, said, value, isClear, endsThere(text, value.end))
    ? { start: value.start, end: value.end, kind: name.kind }
    : null;
}

// "password Tr0ub4dor", "Password:\nTr0ub4dor", "пароль от базы — Tr0ub4dor": no verb, so only what can be nothing else.
const besideMax = 5;
const nextWord = /[ \t]{0,2}([:：,]?)(?:[ \t]{1,2}|\n[ \t]{0,8})["'`]?([^\s"`]{1,160})/uy;

function besides(text: string, name: Name, isForeign: boolean): Finding | null {
  if (name.family !== 'password') return null;
  let from = after(closing, text, name.end);
  let isPointedAt = true;
  for (let words = 0; words < besideMax; words++) {
    nextWord.lastIndex = from;
    const [, mark, word] = nextWord.exec(text) ?? [];
    if (word === undefined) return null;
    if (mark !== '') isPointedAt = mark !== ',';
    from = nextWord.lastIndex;
    const said = word.replace(/[.,;:!?)\]}']+$/u, '');
    const start = from - word.length;
    const isLabelled = words > 0 && isPointedAt && strong(said) && said.length >= 8;
    if (
      (isPointedAt || isForeign) &&
      (strongPassword(said) || (isLabelled && endsThere(text, start + said.length)))
    ) {
      return { start, end: start + said.length, kind: name.kind };
    }
    if (!/^[\p{L}'’,:：=–—-]+$/u.test(word)) return null;
    isPointedAt = /[:：=–—-]$/u.test(word);
  }
  return null;
}

// Names of the trade that look like passwords because a digit stands in them.
const tradeWords =
  /argon2|bcrypt|scrypt|sha\d|md5|base\d\d|utf|u?int\d|pbkdf|oauth|ed25519|x509|secp|aes|rsa|hmac|ipv[46]|web\d|e2e|s3|ec2|k8s|i18n|l10n|a11y|log4j|b64|mp\d|h26\d|v\d|2fa|mfa|otp|api|http|sql/iu;

/** Letters, digits in no name's order, and no word of the trade: a password wherever it stands. */
export const strongPassword = (said: string): boolean =>
  said.length >= 6 &&
  said.length <= 128 &&
  strong(said) &&
  !isNameLike(said) &&
  !isHashLike(said) &&
  !isGap(said) &&
  !isReference(said) &&
  !tradeWords.test(said) &&
  !namesSecret(said) &&
  !isPath(said) &&
  !/[/\\<>=]|^[\d.,:%-]+$/u.test(said);

/** Nothing follows the value but the sentence's end: "my password is swordfish." */
const endsThere = (text: string, end: number): boolean =>
  /^["'`”’»」』]?(?:[.,;!。，！]?(?:\s*\n|\s*$)|[.,;!。，！]\s|[。，！])/u.test(text.slice(end, end + 8));

function acceptsSaid(name: Name, said: string, value: Value, isOwned: boolean, isLast: boolean): boolean {
  if (said.length < 4 || isPath(said) || /^[\d.,:%-]+$/u.test(said))
    return name.family === 'password' && /^\d{4,}$/u.test(said);
  if (name.family === 'key')
    return (
      isRandomKey(said) ||
      (said.length >= 12 && strong(said) && classChanges(said) >= 0.2 && !isTradeName(said))
    );
  if (name.family === 'secret')
    return strong(said) && said.length >= 8 && !isNameLike(said) && !isTradeName(said);
  if (namesSecret(said) && !/\d/u.test(said)) return false;
  if (strong(said)) return true;
  if (!onlyLetters(said)) return value.isQuoted || /[!@#$%^&*]/u.test(said);
  // A plain word: only where it is somebody's, and the sentence ends with it.
  return (
    isOwned && isLast && said.length >= 5 && !isVocabulary(said) && !/(?:ed|ing|able|ible|ly)$/u.test(said)
  );
}

/** Letters and digits, and no date, version, or file. */
const strong = (said: string): boolean =>
  /\d/u.test(said) &&
  /[A-Za-z]/u.test(said) &&
  !/^\d{1,4}(?:st|nd|rd|th|ms|px|kb|mb|gb|s|m|h|d|x|k)?$|^v?\d+(?:\.\d+)+|^\d{4}-\d\d-\d\d|\.(?:ts|js|tsx|jsx|py|md|json|ya?ml|go|rs|sh|txt|env|html?|css|sql|toml|log)$|[()[\]{}]/iu.test(
    said,
  );

/** Behind the name on the same line: "the key for the tests, please: …". */
const randomRun = /[A-Za-z0-9_+/=~-]{20,400}/gu;
const randomRunMin = 20;

const isOfRun = (code: number): boolean =>
  isLetterOrDigit(code) ||
  code === 0x5f ||
  (code >= 0x2b && code <= 0x2f && code !== 0x2c && code !== 0x2e) ||
  code === 0x3d ||
  code === 0x7e;

/** Most lines hold none: a look at each twentieth character, and back from it, says so. */
function mayHoldRun(text: string, from: number): boolean {
  const to = Math.min(text.length, from + nearbyMax + 400);
  let start = from;
  while (start - from <= nearbyMax && start + randomRunMin <= to) {
    let at = start + randomRunMin - 1;
    while (at >= start && isOfRun(text.charCodeAt(at))) at--;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}

function nearby(text: string, name: Name): Finding | null {
  if (!mayHoldRun(text, name.end)) return null;
  const window = text.slice(name.end, name.end + nearbyMax + 400);
  const line = window.slice(0, endOfSaying(window));
  for (const run of line.matchAll(randomRun)) {
    if (run.index > nearbyMax) break;
    if (
      !isRandomKey(run[0]) ||
      isGap(run[0]) ||
      entropyBits(run[0]) < 3.7 ||
      /[/.]\w/u.test(line.charAt(run.index - 1) + 'x')
    )
      continue;
    const start = name.end + run.index;
    if (/^\.[a-z]{2,4}\b/u.test(text.slice(start + run[0].length, start + run[0].length + 6))) continue;
    return { start, end: start + run[0].length, kind: name.kind };
  }
  return null;
}

/** The line's end; where it ends with a colon, the end of the next line that says something. */
function endOfSaying(window: string): number {
  const end = window.indexOf('\n');
  if (end < 0) return window.length;
  if (!window.slice(0, end).trimEnd().endsWith(':')) return end;
  const next = /\S[^\n]*/u.exec(window.slice(end));
  return next ? end + next.index + next[0].length : end;
}

/** "use hunter22x as the password" */
function saidBefore(text: string, name: Name): Finding | null {
  if (name.family === 'key') return null;
  if (text.charCodeAt(name.start - 1) !== 0x20) return null;
  const from = Math.max(0, name.start - beforeMax);
  if (!/ (?:as|is) /u.test(text.slice(from, name.start))) return null;
  const before =
    /([^\s"'`]{6,80})(["'`]?)\s(?:as|is)\s(?:the|my|your|our|its|a|this)\s(?:[\w-]{1,20}\s){0,2}$/u.exec(
      text.slice(from, name.start),
    );
  const said = before?.[1];
  if (before === null || said === undefined || isGap(said) || isReference(said)) return null;
  if (!strong(said) || isNameLike(said) || isPath(said) || said.includes('/')) return null;
  return { start: from + before.index, end: from + before.index + said.length, kind: name.kind };
}
