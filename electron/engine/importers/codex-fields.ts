// Careful looks at values that Codex writes and nobody promised the shape of.
import { isJson, listOf, textOf, type Json } from './json-line.ts';

export const fieldsOf = (value: unknown): Json => (isJson(value) ? value : {});

export const wholeNumberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null;

/** What the text means as JSON; null for what is none. */
export function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text of a message: a string, or a list of items that each hold a text. */
export function textOfContent(content: unknown): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .map((item) => (typeof item === 'string' ? item : (textOf(fieldsOf(item)['text']) ?? '')))
    .filter((text) => text !== '')
    .join('\n');
}

/** A type's name as it may be shown: short, and never a piece of somebody's text. */
export function shownType(...parts: readonly unknown[]): string {
  const names = parts.filter((part) => typeof part === 'string' && /^[\w.-]{1,40}$/u.test(part));
  return names.length > 0 ? names.join('/') : 'no type';
}

/** The time in the first 48 bits of a version 7 UUID; null for any other id. */
export function timeOfUuid7(id: unknown): number | null {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu.exec(
    typeof id === 'string' ? id : '',
  );
  return found ? Number.parseInt(`${found[1] ?? ''}${found[2] ?? ''}`, 16) : null;
}

export function timeOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}
