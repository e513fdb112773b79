// Does a file hold a secret? Then no plain byte of it may lie in our own folder.
import type { Masker } from '../masking/masker.ts';
import { readableText } from './file-text.ts';

/** Also one that its owner let pass: they may take that back, and a copy's address must stay what it is. */
export const holdsSecret =
  (masker: Masker) =>
  (bytes: Uint8Array): boolean =>
    masker.find(readableText(Buffer.from(bytes))).length > 0;
