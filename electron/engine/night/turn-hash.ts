// Tells a turn as it is kept from any other, and from itself before something was forgotten in it: a place in it holds for
// those words alone.
import { createHash } from 'node:crypto';
import type { Turn } from '../../../shared/transcript.ts';

/** 96 bits of SHA-256 over the turn's key and its words, as 16 characters. */
export const turnHash = ({ key, text }: Pick<Turn, 'key' | 'text'>): string =>
  createHash('sha256').update(`${key.length}\0${key}${text}`).digest('base64url').slice(0, 16);
