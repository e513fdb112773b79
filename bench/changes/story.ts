// The stories of the changes exam: what one person says over weeks. In `stories.json` a value changes; in
// `look-alikes.json` a second one is said that takes nobody's place.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Story {
  readonly id: string;
  readonly language: string;
  /** How the change is announced; of a look-alike, why it is none. */
  readonly kind: string;
  readonly trade: string;
  /** What holds at first, as all its sayings word it. */
  readonly was: string;
  readonly now: string;
  /** First the old value's sayings, then the new one's; of a value that comes back, its own once more. */
  readonly phases: readonly (readonly string[])[];
}

export type Book = 'stories' | 'look-alikes';
export type Half = 'open' | 'kept';

const folder = import.meta.dirname;

export const readBook = (book: Book): readonly Story[] =>
  // our own file, written in this shape
  JSON.parse(readFileSync(join(folder, `${book}.json`), 'utf8')) as readonly Story[];

/** The kept half's misses are never listed, so that nobody tunes on them. */
export const halfOf = (book: Book, { id }: Story): Half =>
  Number.parseInt(createHash('sha256').update(`${book} ${id}`).digest('hex').slice(0, 2), 16) % 2 === 0
    ? 'open'
    : 'kept';

/** It names the value, not just a longer word that ends like it ("npm" in "pnpm"). */
export function names(text: string, value: string): boolean {
  const escaped = value.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const isSign = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(value);
  const usual = /^\p{N}/u.test(value) ? String.raw`(?<!\p{N})` : String.raw`(?<![\p{L}\p{N}])`;
  const start = isSign || value.startsWith('-') ? '' : usual;
  return new RegExp(start + escaped, 'u').test(text.toLowerCase());
}
