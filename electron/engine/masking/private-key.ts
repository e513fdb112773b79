// Private keys in lines of base64: whole, cut off at either end, with line numbers in front, or with written-out line
// ends. Read line by line with a limit, never with a pattern over the whole.
import type { Finding } from './named-value.ts';

/** The longest key that is followed: 16,384-bit RSA has 13,000 characters; PGP blocks with many keys are longer. */
const keyMax = 65_536;

const beginning = /-----BEGIN[ ]?(?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?(?:-----|\b)/uy;
const ending = /-----END[ ]?(?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?/uy;

/** In lower case, as the scan finds them. The rest are the first bytes of keys of each kind, in base64. */
export const privateKeyMarks = [
  '-----begin',
  '-----end',
  'private-lines:',
  'b3blbnnzac1rzxktdje',
  'ibaakc',
  'ibaakb',
  'ibadanbgkqhkig9w0baqefaasc',
  'mhccaqeei',
  'mighageambmgbyqgsm49',
  'mc4caqawbqydk2vwbcie',
] as const;

// One line of a key's body: what an editor, a diff, a program's print may put in front, base64, what may stand behind.
// A word of a letter or two in front is a numbered or quoted line's.
const bodyLine =
  /[\s>|+#*"',]{0,24}(?:\d{1,6}(?:[→:|.)\t]|\s{1,4}))?[\s|+"']{0,8}[A-Za-z0-9+/]{16,400}={0,3}[\s"',;+)\\]{0,8}$/u;
const headerLine = /^[\s>|+"']{0,12}(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID)\s{0,2}:/u;
const shortLine = /^[\s>|+"']{0,24}(?:\d{1,6}[→:|.\t]\s{0,4})?[A-Za-z0-9+/]{1,400}={0,3}[\s"',;+)\\]{0,8}$/u;
/** One value's end and the next one's beginning: whatever comes behind belongs to another text. */
const betweenValues = /[[\]{}]|["']\s{0,4}[,:]\s{0,4}\\{0,7}["']/u;
const checksum = /^[\s>|+"']{0,12}=[A-Za-z0-9+/]{4}[\s"',\\]{0,4}$/u;

export function findPrivateKey(text: string, at: number, mark: string): Finding | null {
  if (mark === '-----begin') return afterBeginning(text, at);
  if (mark === '-----end') return beforeEnding(text, at);
  if (mark === 'private-lines:') return bodyFrom(text, lineAfter(text, at), 0);
  // The mark stands in the first line, with at most a few characters of base64 before it.
  let start = at;
  while (start > 0 && at - start < 12 && /[A-Za-z0-9+/]/u.test(text.charAt(start - 1))) start--;
  const isLead = /^(?:MII|b3Bl|MHc|MIG|MC4)/u.test(text.slice(start, start + 4));
  return isLead ? bodyFrom(text, start, 24) : null;
}

function afterBeginning(text: string, at: number): Finding | null {
  beginning.lastIndex = at;
  if (!beginning.test(text)) return null;
  const start = beginning.lastIndex;
  const end = endingAfter(text, start);
  // Brackets stand in no key: the end mark is another text's.
  if (end !== null && /[[\]{}]/u.test(text.slice(start, end))) return bodyFrom(text, start, 0);
  if (end !== null && /[A-Za-z0-9+/]{16}/u.test(text.slice(start, end))) return trimmed(text, start, end);
  return end === null ? bodyFrom(text, start, 0) : null;
}

/** The end mark that belongs to this key: the next row of dashes, unless another key begins there. */
function endingAfter(text: string, start: number): number | null {
  let dashes = text.indexOf('-----', start);
  // What closes the beginning itself.
  if (dashes === start) dashes = text.indexOf('-----', start + 5);
  if (dashes < 0 || dashes - start > keyMax) return null;
  ending.lastIndex = dashes;
  return ending.test(text) ? dashes : null;
}

function trimmed(text: string, start: number, end: number): Finding | null {
  const body = text.slice(start, end);
  const lead = /^(?:-----)?(?:\\+[nr]|\s)*/u.exec(body)?.[0].length ?? 0;
  const tail = /(?:(?:\\+[nr]|\s)*)$/u.exec(body.slice(-40))?.[0].length ?? 0;
  return end - tail > start + lead ? { start: start + lead, end: end - tail, kind: 'private-key' } : null;
}

const lineAfter = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** Every line from here on that can be a key's; at least `charsMin` characters of it. */
function bodyFrom(text: string, from: number, charsMin: number): Finding | null {
  const limit = Math.min(text.length, from + keyMax);
  let at = from;
  let end = from;
  while (at < limit) {
    const next = lineBreak(text, at, limit);
    const line = text.slice(at, next.start);
    const isBody =
      !betweenValues.test(line) &&
      (shortLine.test(line) || bodyLine.test(line) || headerLine.test(line) || checksum.test(line));
    const cut = isBody ? null : /^[\s>|+"'\d→:]{0,24}[A-Za-z0-9+/=]{16,}/u.exec(line);
    if (isBody) end = next.start;
    else if (cut) end = at + cut[0].length;
    if (cut || (!isBody && line.trim() !== '' && !/^-{0,5}$/u.test(line.trim()))) break;
    at = next.end;
  }
  const found = trimmed(text, from, end);
  return found !== null && found.end - found.start >= Math.max(charsMin, 16) ? found : null;
}

/** Longer lines are no key's: base64 is broken at 64 to 76 signs, and by few programs not at all. */
const lineMax = 8192;

/** A line's end, real or written out as `\\n`. */
function lineBreak(
  text: string,
  at: number,
  limit: number,
): { readonly start: number; readonly end: number } {
  const end = Math.min(limit, at + lineMax);
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) return { start: i, end: i + 1 };
    if (code !== 0x5c) continue;
    const escape = /^\\{1,4}(?:r\\{1,4})?n/u.exec(text.slice(i, i + 10))?.[0];
    if (escape !== undefined) return { start: i, end: i + escape.length };
  }
  return { start: end, end };
}

/** A key whose beginning is not shown: the lines of base64 in front of its end mark. */
function beforeEnding(text: string, at: number): Finding | null {
  ending.lastIndex = at;
  if (!ending.test(text)) return null;
  const floor = Math.max(0, at - keyMax);
  let start = at;
  while (start > floor) {
    const from = lineStartBefore(text, start);
    const body = text.slice(from, start).replace(/(?:\\{1,4}[nr]|\s){1,8}$/u, '');
    if (body !== '' && !shortLine.test(body) && !checksum.test(body)) break;
    start = from;
  }
  // Its beginning is there: then it was found from there.
  beginning.lastIndex = lineStartBefore(text, start);
  if (beginning.test(text)) return null;
  const found = trimmed(text, start, at);
  return found !== null && /[A-Za-z0-9+/]{16}/u.test(text.slice(found.start, found.end)) ? found : null;
}

/** Where the line begins that ends here, looked for a few hundred signs back. */
function lineStartBefore(text: string, end: number): number {
  const from = Math.max(0, end - 420);
  const line = text.slice(from, end).replace(/(?:\\{1,4}[nr]|\s){1,8}$/u, '');
  const broken = Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\\n') + 1);
  return broken <= 0 ? from : from + broken + 1;
}
