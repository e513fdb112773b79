// A password of a person's own make, told in a sentence that may hold no word for it. What makes a word look like one
// and what its sentence says of handing something over are weighed together.
import { hintStems, type Hint } from './handing-over-words.ts';
import type { Finding } from './named-value.ts';
import { isGap, isReference } from './placeholder.ts';
import { assert } from '../../../shared/result.ts';
import { isHashLike } from './randomness.ts';
import { machineMin, weightOfMake } from './word-make.ts';

const letter = 1;
const capital = 2;
const digit = 4;
const joint = 8;
const mark = 16;
const slash = 32;

/** What each character of a word is; 0 ends it. Letters of other scripts do: they are written up against a value. */
const classOf = ((): Uint8Array => {
  const table = new Uint8Array(0x250);
  for (let code = 0x61; code <= 0x7a; code++) table[code] = letter;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = capital;
  for (let code = 0x30; code <= 0x39; code++) table[code] = digit;
  for (let code = 0xc0; code < 0x250; code++) table[code] = letter;
  for (const char of '-_.') table[char.charCodeAt(0)] = joint;
  for (const char of '!?#$%&*+@^~') table[char.charCodeAt(0)] = mark;
  table[0x2f] = slash;
  return table;
})();

const wordMin = 9;
const numberMin = 5;
const wordMax = 72;

const anyDigit = /[0-9]/g;

/** From digit to digit: every word that holds one is looked at once, and costs no more than its length. */
export function chosenPasswords(text: string): readonly Finding[] {
  const found: Finding[] = [];
  let behind = 0;
  anyDigit.lastIndex = 0;
  // the next digit is found by a regular expression: three times as fast as a look at each character
  while (anyDigit.test(text)) {
    let at = anyDigit.lastIndex - 1;
    let start = at;
    let seen = 0;
    while (start > behind && classAt(text, start - 1) !== 0) seen |= classAt(text, --start);
    while (at < text.length && classAt(text, at) !== 0) seen |= classAt(text, at++);
    behind = at;
    anyDigit.lastIndex = at + 1;
    if (at - start < numberMin || at - start > wordMax) continue;
    const finding = isWorthALook(text, start, at, seen) ? weighed(text, start, at) : linked(text, start, at);
    if (finding !== null) found.push(finding);
  }
  return found;
}

const isDigit = (text: string, at: number): boolean => (text.charCodeAt(at) - 0x30) >>> 0 <= 9;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x250 ? (classOf[code] ?? 0) : 0;
}

/** A path, a name in code, a version: told before anything is taken out of the text. */
function isWorthALook(text: string, start: number, end: number, seen: number): boolean {
  const length = end - start;
  if (length < wordMin || (seen & letter) === 0) return false;
  const isLong = length >= machineMin && (seen & capital) !== 0;
  if ((seen & slash) !== 0 || isLong) return isLong;
  if ((seen & mark) !== 0) return true;
  const last = text.charCodeAt(end - 1) === 0x2e ? end - 2 : end - 1;
  return (seen & (joint | capital)) !== 0 && isDigit(text, last) && isDigit(text, last - 1);
}

/** So much and it is one. */
const enough = 4;

function weighed(text: string, start: number, end: number): Finding | null {
  // in JSON the "n" of a line's end looks like the word's first letter
  const isEscaped = text.charAt(start - 1) === '\\' && /[nrt]/u.test(text.charAt(start));
  const from = isEscaped ? start + 1 : start;
  const whole = text.slice(from, end).replace(/[.?]+$/u, '');
  // a sentence's "!" and a password's look alike
  const bare = whole.endsWith('!') ? whole.replace(/!+$/u, '') : '';
  const weight = Math.max(weightOfMake(whole), weightOfMake(bare));
  if (weight === 0) return linked(text, start, end);
  if (!stands(text, from, from + whole.length) || isGap(whole) || isReference(whole)) return null;
  return weight + hintsAround(text, start, end) < enough
    ? null
    : { start: from, end: from + whole.length, kind: 'password' };
}

/** A part of an address, of a call or of a name in code is no word of a sentence. */
const stands = (text: string, start: number, end: number): boolean =>
  !/[(<[{|/]/u.test(text.charAt(end)) && !/[)\]}>|/]/u.test(text.charAt(start - 1));

const weights: Readonly<Record<Hint, number>> = {
  name: 3,
  signIn: 2,
  opens: 2,
  network: 2,
  hush: 2,
  user: 1,
  next: 1,
  use: 1,
  now: 1,
  changed: 1,
  fails: 1,
  other: -3,
};

interface Stem {
  readonly text: string;
  readonly hint: Hint;
  /** The word ends with it. */
  readonly isWhole: boolean;
  /** Its script has blanks between words, and puts nothing in front of them. */
  readonly needsEdge: boolean;
}
const edged = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;

/** As a hurried hand writes it: without one of its letters, or with two of them the other way round. */
const mistyped = (word: string): readonly string[] =>
  word.length < 6 || !/^\p{L}+$/u.test(word)
    ? []
    : Array.from({ length: word.length - 2 }, (_, at) => at + 1).flatMap((at) => [
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
      ]);

const stemsByStart = ((): ReadonlyMap<number, readonly Stem[]> => {
  const all = new Map<number, Stem[]>();
  for (const [hint, list] of hintStems) {
    for (const raw of list.split('|')) {
      for (const text of [raw.trimEnd(), ...(hint === 'name' ? mistyped(raw) : [])]) {
        const stem = { text, hint, isWhole: raw.endsWith(' '), needsEdge: edged.test(text.charAt(0)) };
        all.set(startOf(text, 0), [...(all.get(startOf(text, 0)) ?? []), stem]);
      }
    }
  }
  return all;
})();

function startOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);
}

const nearMax = 100;

/** In the word's own line, so far from it; where no word stands before it in the line, in the one above as well. */
function hintsAround(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - nearMax), start);
  const after = text.slice(end, end + nearMax);
  const lineAt = before.lastIndexOf('\n') + 1;
  const own = before.slice(lineAt);
  const lineAbove = before.slice(before.lastIndexOf('\n', lineAt - 2) + 1, Math.max(0, lineAt - 1)).trim();
  // rows of base64 are no sentence
  const above = /\p{L}{2}/u.test(own) || !/\s/u.test(lineAbove) ? '' : lineAbove;
  const below = after.indexOf('\n');
  const line = ` ${above} ${own}\n${below < 0 ? after : after.slice(0, below)} `.toLowerCase();
  const said = new Set<Hint>();
  for (let at = 0; at + 1 < line.length; at++) {
    for (const stem of stemsByStart.get(startOf(line, at)) ?? [])
      if (isSaid(line, at, stem)) said.add(stem.hint);
  }
  return [...said].reduce((sum, hint) => sum + weights[hint], 0);
}

/** What stands between a name and its value: a few words, a colon, a quotation mark; no other value. */
const link = /^[\p{L}\p{M}]*(?:[\s'’,-]{1,2}[\p{L}\p{M}]{1,16}){0,6}\s?[:：=]?\s{0,2}(?:["'“「]|«\s?)?$/u;
const linkMax = 60;

/** What of ASCII may stand in a link; of other characters any may. */
const linkChars = ((): Uint8Array => {
  const table = new Uint8Array(0x80);
  for (let code = 0; code < 0x80; code++) {
    if (/[\p{L}\s',:="-]/u.test(String.fromCharCode(code))) table[code] = 1;
  }
  return table;
})();

/** ASCII letters as one number, whatever their case: two exactly, more by hashing. */
const pairOf = (first: number, second: number): number => ((first | 0x20) << 8) | second | 0x20;
const withNext = (letters: number, next: number): number => (letters * 8191 + (next | 0x20)) & 0xffff;

/** By their first two letters, three and four: most places of a line are told by that to be none of them. */
interface Beginnings {
  readonly pairs: Uint8Array;
  readonly threes: Uint8Array;
  readonly fours: Uint8Array;
}
/** What a table says of letters: none begins so, one goes on, one is told by them as far as it is ASCII. */
const goesOn = 1;
const told = 2;

function beginningsOf(hints: readonly Hint[]): Beginnings {
  const newTable = (): Uint8Array => new Uint8Array(0x1_0000);
  const [pairs, threes, fours] = [newTable(), newTable(), newTable()];
  const mark = (table: Uint8Array, letters: number, isAll: boolean): void => {
    table[letters] = Math.max(table[letters] ?? 0, isAll ? told : goesOn);
  };
  for (const { text, hint } of [...stemsByStart.values()].flat()) {
    if (!hints.includes(hint)) continue;
    const codes = text.split('').map((char) => char.charCodeAt(0));
    // what holds another sign would reach behind the beginning of a link
    const isHeld = codes.every((code) => (linkChars[code] ?? 1) === 1);
    assert(isHeld, `a name that no link can hold: ${text}`);
    const [first = 0, second = 0, third = 0x80, fourth = 0x80] = codes;
    const pair = pairOf(first, second);
    mark(pairs, pair, third >= 0x80);
    if (third >= 0x80) continue;
    const three = withNext(pair, third);
    mark(threes, three, fourth >= 0x80);
    if (fourth < 0x80) mark(fours, withNext(three, fourth), true);
  }
  return { pairs, threes, fours };
}

function beginAt({ pairs, threes, fours }: Beginnings, text: string, at: number): boolean {
  const pair = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1));
  if (pairs[pair] !== goesOn) return pairs[pair] === told;
  const three = withNext(pair, text.charCodeAt(at + 2));
  if (threes[three] !== goesOn) return threes[three] === told;
  return fours[withNext(three, text.charCodeAt(at + 3))] === told;
}

const names = beginningsOf(['name']);
/** Only right behind a colon. */
const nearNames = beginningsOf(['name', 'network', 'opens']);

const pointsAt = (code: number): boolean => code === 0x3a || code === 0x3d || code >= 0x80;

/** Backwards from a value as far as a link goes; false where no name can stand there. Letters beyond ASCII may be one. */
function mayBeNamed(text: string, start: number): boolean {
  const isPointedAt = pointsAt(text.charCodeAt(start - 1)) || pointsAt(text.charCodeAt(start - 2));
  const beginnings = isPointedAt ? nearNames : names;
  for (let at = start - 1; at >= Math.max(0, start - linkMax); at--) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return true;
    if (linkChars[code] === 0 || code === 0x0a) return false;
    if (beginAt(beginnings, text, at) && standsThere(text, at, start)) return true;
  }
  return false;
}

/** A whole one of them, before the value: the tables tell by four letters, and by a sum of those. */
function standsThere(text: string, at: number, before: number): boolean {
  const near = text.slice(at, Math.min(before, at + linkMax)).toLowerCase();
  return stemsByStart.get(startOf(near, 0))?.some((stem) => near.startsWith(stem.text)) ?? false;
}

/** Five to eight digits, but no day ("20231107"). */
function isShortNumber(text: string, start: number, end: number): boolean {
  if (end - start < numberMin || end - start > 8) return false;
  for (let at = start; at < end; at++) if (!isDigit(text, at)) return false;
  return end - start < 8 || !/^(?:19|20)/u.test(text.slice(start, start + 2));
}

/** A number, or what looks like a sum: only behind a word for a password, with nothing but words between. */
function linked(text: string, start: number, whole: number): Finding | null {
  const end = text.charCodeAt(whole - 1) === 0x2e ? whole - 1 : whole;
  const isSum = end - start >= 32 && end - start <= 36 && isHashLike(text.slice(start, end));
  if ((!isSum && !isShortNumber(text, start, end)) || !mayBeNamed(text, start)) return null;
  const lead = text.charAt(start - 1);
  const isNumber = !isSum && /[\s:：=]/u.test(lead);
  if (!isNumber && !isSum) return null;
  if (!/[\s:：="'«“「]/u.test(lead) || /[\p{L}\d([{/]/u.test(text.charAt(whole))) return null;
  const before = text.slice(Math.max(0, start - linkMax), start).toLowerCase();
  const isPointedAt = /[:：=]\s?$/u.test(before);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  let isNamed = false;
  for (let at = 0; at + 1 < line.length; at++) {
    for (const stem of stemsByStart.get(startOf(line, at)) ?? []) {
      if (!isSaid(line, at, stem)) continue;
      // "the password's hash is …"
      if (stem.hint === 'other') return null;
      const isNear =
        stem.hint === 'name' ||
        (isPointedAt && (stem.hint === 'network' || (isNumber && stem.hint === 'opens')));
      isNamed ||= isNear && link.test(line.slice(at + stem.text.length));
    }
  }
  return isNamed ? { start, end, kind: 'password' } : null;
}

const isSaid = (line: string, at: number, stem: Stem): boolean =>
  line.startsWith(stem.text, at) &&
  !(stem.needsEdge && edged.test(line.charAt(at - 1))) &&
  !(stem.isWhole && edged.test(line.charAt(at + stem.text.length)));
