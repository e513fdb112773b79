// Blanks secrets out of text before anything is stored. One cheap pass finds the places where a secret may be; only
// there the careful rules look. What is left in place of a secret says what it was and nothing of it.
import { companyOf, strongWords } from './company.ts';
import { assertNever } from '../../../shared/result.ts';
import { createKeywordScan } from './keyword-scan.ts';
import { maskClose, maskOpen, type Masked, type Masker } from './masker.ts';
import { createNamedValues, strongPassword, type Finding } from './named-value.ts';
import { isGap } from './placeholder.ts';
import { findPrivateKey, privateKeyMarks } from './private-key.ts';
import { looksRandom } from './randomness.ts';
import { shapeRules, type ShapeRule } from './rules.ts';
import { secretWords } from './secret-words.ts';
import {
  accessStems,
  findUnmistakable,
  findSpokenPassword,
  loginStems,
  passwordStems,
} from './spoken-password.ts';

type Look = (text: string, start: number, end: number) => Finding | null;

/** Masking one secret can bring another into the window of a rule. Each round masks at least one; more never came. */
const roundsMax = 8;

export function createMasker(): Masker {
  const looks = looksByKeyword();
  const keywords = [...looks.keys()];
  const looksAt = [...looks.values()];
  const scan = createKeywordScan(keywords);

  const findings = (text: string): readonly Finding[] => {
    const found: Finding[] = [];
    scan.scan(text, (keyword, start, end) => {
      for (const look of looksAt[keyword] ?? []) {
        const finding = look(text, start, end);
        if (finding) found.push(finding);
      }
    });
    const named = [...found, ...discordTokens(text), ...strongWords(text)];
    return [...named, ...companyOf(text, named)];
  };

  return {
    mask(text) {
      const kinds: Record<string, number> = {};
      let masked = text;
      for (let round = 0; round < roundsMax; round++) {
        const secrets = merged(masked, findings(masked)).map((one) => besideEscapes(masked, one));
        if (secrets.length === 0) break;
        for (const { kind } of secrets) kinds[kind] = (kinds[kind] ?? 0) + 1;
        masked = replaced(masked, secrets);
      }
      return { text: masked, kinds } satisfies Masked;
    },
  };
}

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
  for (const stem of [...loginStems, ...accessStems]) add(stem, findUnmistakable);
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

function replaced(text: string, secrets: readonly Finding[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, kind } of secrets) {
    parts.push(text.slice(at, start), maskOpen, kind, maskClose);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
