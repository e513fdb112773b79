// A memory's words as they are kept and as they are told.
import { createHash } from 'node:crypto';
import type { ApiMemory } from '../../../shared/dreams-api.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ApiRefusal } from '../../../shared/dreams-api.ts';
import type { Masker } from '../masking/masker.ts';
import type { StoredMemory } from '../store/api-stores.ts';
import { faultOfPath } from './paths.ts';
import { refused } from './refusals.ts';

/** From the SDK's doc comment on `content`. */
export const contentBytesMax = 102_400;
/** A store holds at most so many, as the hosted API has it. */
export const memoriesMax = 2_000;

/** Computed when it is asked for: a stored hash would outlive words that were forgotten, and they could be tried out. */
export const sha256Of = (content: string): string =>
  createHash('sha256').update(content, 'utf8').digest('hex');

export const bytesOf = (content: string): number => Buffer.byteLength(content, 'utf8');

export const toldMemory = (storeId: string, memory: StoredMemory, withContent: boolean): ApiMemory => ({
  id: memory.id,
  storeId,
  path: memory.path,
  content: withContent ? memory.content : null,
  contentSha256: sha256Of(memory.content),
  contentBytes: bytesOf(memory.content),
  versionId: memory.versionId,
  createdAtMs: memory.createdAtMs,
  updatedAtMs: memory.updatedAtMs,
});

/** As it may be kept: within its size, and without secrets, which nothing of ours holds. */
export function keptContent(masker: Masker, content: string): Result<string, ApiRefusal> {
  const tooLarge = refused.invalid(`content must be at most ${contentBytesMax} bytes of UTF-8`);
  if (bytesOf(content) > contentBytesMax) return err(tooLarge);
  if (!content.isWellFormed()) return err(refused.invalid('content must be UTF-8 text'));
  const masked = masker.mask(content).text;
  return bytesOf(masked) > contentBytesMax ? err(tooLarge) : ok(masked);
}

export function keptPath(masker: Masker, path: string): Result<string, ApiRefusal> {
  const fault = faultOfPath(path);
  if (fault !== null) return err(refused.invalid(fault));
  return masker.mask(path).text === path ? ok(path) : err(refused.invalid('path must not hold a secret'));
}
