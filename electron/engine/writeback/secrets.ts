// Does a file hold a secret? Then no plain byte of it may lie in our own folder.
import type { Masker } from '../masking/masker.ts';
import { readableText } from './file-text.ts';

export const holdsSecret =
  (masker: Masker) =>
  (bytes: Uint8Array): boolean =>
    Object.keys(masker.mask(readableText(Buffer.from(bytes))).kinds).length > 0;
