// Blanks secrets out of text before anything is stored. One cheap pass finds the places where a secret may be; only
// there the careful rules look. What is left in place of a secret says what it was and nothing of it.
import { chosenPasswords } from './chosen-password.ts';
import { companyOf } from './company.ts';
import { assertNever } from '../../../shared/result.ts';
import { blankedAt, laidOver } from './found.ts';
import { createKeywordScan } from './keyword-scan.ts';
import { maskClose, maskOpen, signOf, type Found, type Masked, type Masker } from './masker.ts';
import { createNamedValues, strongPassword, type Finding } from './named-value.ts';
import { isGap } from './placeholder.ts';
import { findPrivateKey, privateKeyMarks } from './private-key.ts';
import { looksRandom } from './randomness.ts';
import { shapeRules, type ShapeRule } from './rules.ts';
import { secretWords } from './secret-words.ts';
import { findSpokenPassword, passwordStems } from './spoken-password.ts';

type Look = (text: string, start: number, end: number) => Finding | null;

/** Masking one secret can bring another into the window of a rule. Each round masks at least one; more never came. */
const roundsMax = 8;

/**
 * How many careful looks a text may cost. Looks and not milliseconds, so that the same text gives the same result on any
 * machine. Of 2,093 texts of real transcripts the busiest wanted a tenth of it; one that is nothing but names of
 * passwords wants many times as much, and took a minute a megabyte.
 */
const looksAtLeast = 8_000;
const looksPerChar = 1 / 6;

/** What stands in place of a text, or of its rest, that would take more: nothing of it is stored. */
export const notLookedAt = 'not-looked-at';

interface Looked {
  readonly findings: readonly Finding[];
  /** Where the looks were used up; null where all of the text was seen. */
  readonly upTo: number | null;
  readonly looks: number;
}

export function createMasker(): Masker {
  const careful = looksByKeyword();
  const keywords = [...careful.keys()];
  const looksAt = [...careful.values()];
  const scan = createKeywordScan(keywords);

  const look = (text: string, looksMax: number): Looked => {
    const findings: Finding[] = [];
    let looks = 0;
    let upTo: number | null = null;
    let masks: ReturnType<typeof masksOf> | null = null;
    let next = 0;
    scan.scan(text, (keyword, start, end) => {
      if (upTo !== null) return;
      const here = looksAt[keyword] ?? [];
      if (looks + here.length > looksMax) {
        masks ??= masksOf(text);
        while ((masks[next]?.[1] ?? Infinity) <= start) next++;
        // what a mask says is nothing to look at
        if ((masks[next]?.[0] ?? Infinity) > start) upTo = start;
        return;
      }
      looks += here.length;
      for (const one of here) {
        const finding = one(text, start, end);
        if (finding) findings.push(finding);
      }
    });
    findings.push(...discordTokens(text), ...chosenPasswords(text));
    if (findings.length > 0) findings.push(...companyOf(text, findings));
    return { findings, upTo, looks };
  };

  const work = (text: string, onRound: ((found: readonly Found[]) => void) | null): Masked => {
    const kinds: Record<string, number> = {};
    const budget = looksAtLeast + Math.floor(text.length * looksPerChar);
    let left = budget;
    let masked = text;
    let isCut = false;
    for (let round = 0; round < roundsMax; round++) {
      // half of it for the first round: what is masked is looked at again
      const seen = look(masked, round === 0 ? budget / 2 : left);
      left = Math.max(0, left - seen.looks);
      // most texts hold none
      if (seen.findings.length === 0 && seen.upTo === null) return { text: masked, kinds };
      const whole = seen.upTo === null ? masked : masked.slice(0, seen.upTo);
      const secrets = merged(whole, within(seen.findings, whole.length)).map((one) =>
        besideEscapes(whole, one),
      );
      if (secrets.length === 0 && seen.upTo === null) return { text: masked, kinds };
      isCut ||= seen.upTo !== null;
      for (const { kind } of secrets) kinds[kind] = (kinds[kind] ?? 0) + 1;
      const rest = seen.upTo === null ? [] : [{ start: seen.upTo, end: masked.length, kind: notLookedAt }];
      if (rest.length > 0) kinds[notLookedAt] = 1;
      onRound?.([...secrets, ...rest]);
      masked = blankedAt(whole, secrets) + (rest.length === 0 ? '' : notLookedAtMask);
    }
    if (isCut) onRound?.([{ start: 0, end: masked.length, kind: notLookedAt }]);
    return isCut ? { text: notLookedAtMask, kinds } : { text: masked, kinds };
  };

  return {
    mask: (text) => work(text, null),
    find(text) {
      let found: readonly Found[] = [];
      work(text, (more) => (found = laidOver(found, more)));
      return found;
    },
  };
}

const notLookedAtMask = signOf(notLookedAt);

/** What begins before the cut, to the cut. */
const within = (findings: readonly Finding[], end: number): readonly Finding[] =>
  findings.filter(({ start }) => start < end).map((one) => (one.end > end ? { ...one, end } : one));

function looksByKeyword(): ReadonlyMap<string, readonly Look[]> {
  const looks = new Map<string, Look[]>();
  const add = (keyword: string, look: Look): void => {
    looks.set(keyword, [...(looks.get(keyword) ?? []), look]);
  };
  for (const rule of shapeRules) {
    for (const keyword of rule.keywords) add(keyword, (text, start) => findShape(text, start, rule));
  }
  for (const mark of privateKeyMarks) add(mark, (text, start) => findPrivateKey(text, start, mark));
  const findNamedValue = createNamedValues();
  for (const word of secretWords)
    add(word.word, (text, start, end) => findNamedValue(text, start, end, word));
  for (const keyword of ['akia', 'asia']) add(keyword, awsSecret);
  for (const stem of passwordStems) add(stem, findSpokenPassword);
  return looks;
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function findShape(text: string, at: number, rule: ShapeRule): Finding | null {
  if (at < rule.before || (rule.needsEdge && isLetterOrDigit(text.charCodeAt(at - 1)))) return null;
  if (rule.lineNeeds !== null && !rule.lineNeeds.test(lineBefore(text, at))) return null;
  rule.shape.lastIndex = at - rule.before;
  const place = rule.shape.exec(text)?.indices;
  const [start, end] = place?.[1] ?? place?.[0] ?? [0, 0];
  if (start === end) return null;
  const value = text.slice(start, end);
  return isGap(value) || !holds(value, rule.check) ? null : { start, end, kind: rule.kind };
}

/** How much of a command line is looked at for the command's name. */
const lineMax = 400;

function lineBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - lineMax), at);
  return window.slice(window.lastIndexOf('\n') + 1);
}

function holds(value: string, check: ShapeRule['check']): boolean {
  switch (check) {
    case 'none':
      return true;
    case 'digit':
      return /\d/u.test(value) && (value.length >= 8 || /[A-Za-z]/u.test(value));
    case 'mixed':
      return /\d/u.test(value) && /[A-Za-z]/u.test(value) && !/^\d+$/u.test(value);
    case 'random':
      return looksRandom(value.replace(/^[a-z]{2,8}[-_]/u, ''));
    case 'basic-auth':
      return decodesToUserAndPassword(value);
    case 'password':
      return strongPassword(value);
    default:
      return assertNever(check);
  }
}

function decodesToUserAndPassword(value: string): boolean {
  try {
    return /^[\x20-\x7e]{0,200}:[\x20-\x7e]{1,400}$/u.test(
      atob(value.replace(/-/gu, '+').replace(/_/gu, '/')),
    );
  } catch {
    return false;
  }
}

/** How far behind a key id its secret is looked for: both stand on neighbouring lines or in one row of a table. */
const awsNear = 300;
const awsBody = /(?<![A-Za-z0-9/+=_.-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/u;

function awsSecret(text: string, at: number): Finding | null {
  if (!/^(?:AKIA|ASIA)[A-Z0-9]{16}/u.test(text.slice(at, at + 20))) return null;
  const from = at + 20;
  const found = awsBody.exec(text.slice(from, from + awsNear));
  if (found === null || !looksRandom(found[0]) || isGap(found[0])) return null;
  return { start: from + found.index, end: from + found.index + 40, kind: 'aws-secret' };
}

const discordShape = /(?<=(?<![\w-])[MNO][A-Za-z0-9][\w-]{21,27})\.[\w-]{6}\.[\w-]{27,45}(?![\w-])/uy;
const discordBefore = /(?<![\w-])[MNO][\w-]{22,28}$/u;

/** Three parts with dots between, the middle one of six characters: nothing else gives a bot's token away. */
function discordTokens(text: string): readonly Finding[] {
  const found: Finding[] = [];
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (text.charCodeAt(dot + 7) !== 0x2e) continue;
    discordShape.lastIndex = dot;
    if (!discordShape.test(text)) continue;
    const lead = discordBefore.exec(text.slice(Math.max(0, dot - 32), dot))?.[0] ?? '';
    const whole = text.slice(dot - lead.length, discordShape.lastIndex);
    if (looksRandom(whole))
      found.push({ start: dot - lead.length, end: discordShape.lastIndex, kind: 'discord-token' });
  }
  return found;
}

/** What only its name gave away; a shape tells more. */
const namedOnly = new Set(['key', 'secret', 'token', 'api-key', 'password']);

/** In order, without overlaps: the one that begins first gives the name. What a mask says is not looked at again. */
function merged(text: string, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  const masks = masksOf(text);
  const out: Finding[] = [];
  let next = 0;
  for (const finding of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while ((masks[next]?.[1] ?? Infinity) <= finding.start) next++;
    if ((masks[next]?.[0] ?? Infinity) < finding.end) continue;
    const last = out.at(-1);
    if (last === undefined || finding.start >= last.end) out.push(finding);
    else {
      const kind = namedOnly.has(last.kind) ? finding.kind : last.kind;
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, finding.end), kind };
    }
  }
  return out;
}

function masksOf(text: string): readonly (readonly [number, number])[] {
  const masks: (readonly [number, number])[] = [];
  for (let at = text.indexOf(maskOpen); at >= 0; at = text.indexOf(maskOpen, at + 1)) {
    // No kind is longer; what is not closed by then is no mask of ours.
    const close = text.slice(at, at + 40).indexOf(maskClose);
    if (close >= 0) masks.push([at, at + close + 1]);
  }
  return masks;
}

const escapeAtStart = /^(?:[nrtbf]|u[0-9a-f]{4})/iu;
const backslashesAtEnd = /\\{1,8}$/u;

/**
 * A text may be JSON, in which a mask must not cut an escape in two: `\n` in front of a value stays whole, and so does
 * the backslash that belongs to the mark behind it.
 */
function besideEscapes(text: string, finding: Finding): Finding {
  const found = text.slice(finding.start, finding.end);
  const lead = text.charAt(finding.start - 1) === '\\' ? (escapeAtStart.exec(found)?.[0].length ?? 0) : 0;
  const tail = /["'nrt\\]/u.test(text.charAt(finding.end))
    ? (backslashesAtEnd.exec(found)?.[0].length ?? 0)
    : 0;
  const [start, end] = [finding.start + lead, finding.end - tail];
  return start < end ? { ...finding, start, end } : finding;
}
