// What its owner said is no secret: the masker leaves that very value where all of what it would blank is that, and blanks
// everything else as it would without that word.
import { maskedAt } from './found.ts';
import type { Masker } from './masker.ts';

export interface NotSecrets {
  readonly isEmpty: boolean;
  /** Of all that one mask would stand for, to the letter. */
  holds(kind: string, value: string): boolean;
}

export const nothingListed: NotSecrets = { isEmpty: true, holds: () => false };

/**
 * All is found first as though nothing was listed, so that a value that stays cannot bring another one out from under its
 * mask: what is left is always what would be blanked, without those values. With an empty list it costs nothing.
 */
export const leaving = (masker: Masker, now: () => NotSecrets): Masker => ({
  mask(text) {
    const listed = now();
    if (listed.isEmpty) return masker.mask(text);
    const found = masker.find(text);
    return maskedAt(
      text,
      found.filter(({ start, end, kind }) => !listed.holds(kind, text.slice(start, end))),
    );
  },
  find: (text) => masker.find(text),
});
