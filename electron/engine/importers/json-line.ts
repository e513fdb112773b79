// One line of a JSON-lines file into records, whatever the bytes. Crashes and second writers leave two records glued
// on one line, or one that was cut in the middle; what is whole in such a line is saved, and the fault is told.
import type { SkippedLine } from '../../../shared/transcript.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The string, or null where it is anything else or empty. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export interface LineFault {
  readonly reason: SkippedLine['reason'];
  readonly detail: string;
}

export interface ParsedLine {
  readonly records: readonly Json[];
  readonly fault: LineFault | null;
}

/** Never throws. An empty line holds nothing and is no fault. */
export function parseLine(line: string): ParsedLine {
  const whole = parseJson(line);
  if (isJson(whole)) return { records: [whole], fault: null };
  if (whole !== undefined) {
    return {
      records: [],
      fault: { reason: 'wrong-shape', detail: Array.isArray(whole) ? 'list' : typeof whole },
    };
  }
  // A power cut leaves runs of NUL before the next record.
  const trimmed = line.replace(/^[\0\s\uFEFF]+/, '');
  if (trimmed === '') {
    return { records: [], fault: line.includes('\0') ? { reason: 'not-json', detail: 'empty bytes' } : null };
  }
  const alone = trimmed.length < line.length ? parseJson(trimmed) : undefined;
  if (isJson(alone)) return { records: [alone], fault: null };
  return trimmed.startsWith('{') ? takeApart(trimmed) : notJson;
}

const notJson: ParsedLine = { records: [], fault: { reason: 'not-json', detail: '' } };

/** `undefined` is what no JSON text means. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The objects at the beginning of the text, one after the other, and where the last whole one ends. */
function takeApart(text: string): ParsedLine {
  const records: Json[] = [];
  let rest = text;
  while (rest.startsWith('{')) {
    const end = objectEnd(rest);
    const record = end === null ? undefined : parseJson(rest.slice(0, end));
    if (end === null || !isJson(record)) break;
    records.push(record);
    rest = rest.slice(end).trimStart();
  }
  if (rest === '') {
    return { records, fault: { reason: 'glued', detail: `${records.length} records` } };
  }
  const cut = rest.startsWith('{');
  const saved = cut ? recordAfterCut(rest) : null;
  if (saved !== null) records.push(saved);
  if (records.length === 0 && cut && objectEnd(rest) !== null) return notJson;
  const reason = cut ? 'cut' : records.length > 0 ? 'glued' : 'not-json';
  return { records, fault: { reason, detail: `${records.length} records kept` } };
}

/** The index after the brace that closes the object at 0, or null where it is never closed. */
function objectEnd(text: string): number | null {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return i + 1;
  }
  return null;
}

// How records of the agents we know begin. Inside a string the quotes would be escaped, so these are structure.
const recordBeginnings = /\{"(?:parentUuid|type|timestamp|sessionId|uuid|id)":/g;
/** How many beginnings are tried: each try reads the rest of the line once. */
const beginningsMax = 16;

/** A record was cut off and the next one follows on the same line: the next one is whole up to the line's end. */
function recordAfterCut(text: string): Json | null {
  let tries = 0;
  for (const match of text.matchAll(recordBeginnings)) {
    if (match.index === 0) continue;
    if (++tries > beginningsMax) return null;
    const record = parseJson(text.slice(match.index));
    if (isJson(record)) return record;
  }
  return null;
}
