// What an asker is told that cannot be done as asked: in one sentence, with the kind of error that Anthropic's API has
// for it.
import type { ApiRefusal, ApiRefusalKind } from '../../../shared/dreams-api.ts';
import { ownStoreId } from '../../../shared/dreams-api.ts';

const refusal = (kind: ApiRefusalKind, message: string): ApiRefusal => ({ kind, message, conflict: null });

export const refused = {
  invalid: (message: string) => refusal('invalid_request_error', message),
  noStore: (id: string) => refusal('not_found_error', `memory store ${id} was not found`),
  noMemory: (id: string) => refusal('not_found_error', `memory ${id} was not found`),
  noVersion: (id: string) => refusal('not_found_error', `memory version ${id} was not found`),
  noDream: (id: string) => refusal('not_found_error', `dream ${id} was not found`),
  noSession: (id: string) => refusal('not_found_error', `session ${id} was not found`),
  held: (store: string, dream: string) =>
    refusal('conflict_error', `memory store ${store} is held by dream ${dream}, which has not fully stopped`),
  archived: (id: string) =>
    refusal(
      'invalid_request_error',
      `memory store ${id} is archived: it can be read and deleted, not written`,
    ),
  stale: () =>
    refusal(
      'memory_precondition_failed_error',
      'the memory has another content_sha256 by now: retrieve it, then try again',
    ),
  taken: (path: string, other: { readonly id: string; readonly path: string }): ApiRefusal => ({
    kind: 'memory_path_conflict_error',
    message: other.path === path ? `path ${path} is taken` : `path ${path} overlaps ${other.path}`,
    conflict: { memoryId: other.id, path: other.path },
  }),
  ownersOnly: (what: string) =>
    refusal(
      'permission_error',
      `${ownStoreId} is the memory of the person at this computer: ${what} is theirs alone, in Slowwave itself`,
    ),
  turnedDown: () =>
    refusal(
      'permission_error',
      'the owner of this memory has turned this change down, and it is not offered again',
    ),
} as const;
