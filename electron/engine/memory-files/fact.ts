// A file of Claude's own memory holds one fact: a head of `key: value` lines, then a body. The head is read by hand:
// these are a few plain lines, not a language.
import type { MemoryKind } from '../../../shared/memory.ts';
import type { Line } from './lines.ts';

export interface FactHead {
  readonly name: string | null;
  readonly description: string | null;
  readonly type: string | null;
  /** The first line of the body, from 0. */
  readonly bodyLine: number;
}

/** A head is a handful of lines. */
const headLinesMax = 100;

export function factHead(lines: readonly Line[]): FactHead | null {
  if (lines[0]?.text.trimEnd() !== '---') return null;
  const end = lines.slice(1, headLinesMax).findIndex((line) => /^(?:---|\.\.\.)\s*$/u.test(line.text)) + 1;
  if (end === 0) return null;
  const values = new Map<string, string>();
  let key: string | null = null;
  for (const { text } of lines.slice(1, end)) {
    // `type` stands at the top (older) or below `metadata:`.
    const found = /^\s*([\w-]{1,60}):(?:\s+(.*))?$/u.exec(text);
    if (found) {
      key = found[1] ?? '';
      values.set(key, unquoted(found[2] ?? ''));
    } else if (key !== null && /^\s+\S/u.test(text)) {
      // A long value goes on, indented.
      values.set(key, `${values.get(key)?.replace(/^[>|][+-]?$/u, '') ?? ''} ${text.trim()}`.trim());
    }
  }
  const valueOf = (name: string): string | null => values.get(name) || null;
  return {
    name: valueOf('name'),
    description: valueOf('description'),
    type: valueOf('type'),
    bodyLine: end + 1,
  };
}

function unquoted(value: string): string {
  const text = value.trim();
  const quote = text[0];
  if ((quote !== '"' && quote !== "'") || !text.endsWith(quote) || text.length < 2) return text;
  const inside = text.slice(1, -1);
  return quote === '"' ? inside.replace(/\\(["\\])/gu, '$1') : inside.replaceAll("''", "'");
}

// Claude's four types. What the user told it about how to work is a preference; the rest are facts and pointers.
const kindByType: Readonly<Record<string, MemoryKind>> = {
  user: 'fact',
  feedback: 'preference',
  project: 'fact',
  reference: 'note',
};

export const kindOfType = (type: string | null): MemoryKind | null =>
  type === null ? null : (kindByType[type] ?? null);
