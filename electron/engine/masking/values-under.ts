// What a mask in a kept text stands for, told from the same text as it stands in its file.
import { signOf, type Found } from './masker.ts';

export interface ValueUnder {
  /** Where its mask begins in the kept text. */
  readonly at: number;
  readonly kind: string;
  readonly value: string;
}

/**
 * `found`: what is masked in `raw`. Null where the two are not the same but for it: then no mask is known. What was found and
 * was left in the kept text has no mask.
 */
export function valuesUnder(
  kept: string,
  raw: string,
  found: readonly Found[],
): readonly ValueUnder[] | null {
  const values: ValueUnder[] = [];
  let at = 0;
  let from = 0;
  for (const { start, end, kind } of found) {
    const plain = raw.slice(from, start);
    if (!kept.startsWith(plain, at)) return null;
    at += plain.length;
    const value = raw.slice(start, end);
    const isMasked = kept.startsWith(signOf(kind), at);
    if (!isMasked && !kept.startsWith(value, at)) return null;
    if (isMasked) values.push({ at, kind, value });
    at += isMasked ? signOf(kind).length : value.length;
    from = end;
  }
  return kept.slice(at) === raw.slice(from) ? values : null;
}
