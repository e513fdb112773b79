// Memory stores, memories and versions in the shapes of Anthropic's API. Their own SDK's types say what these are;
// wire.test.ts does not compile when they say something else.
import type {
  ApiActor,
  ApiMemory,
  ApiOperation,
  ApiPage,
  ApiPrefix,
  ApiStore,
  ApiVersion,
} from '../../shared/dreams-api.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';

export interface WirePage<T> {
  readonly data: readonly T[];
  readonly next_page: string | null;
}

export interface WireStore {
  readonly id: string;
  readonly type: 'memory_store';
  readonly name: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created_at: string;
  readonly updated_at: string;
  readonly archived_at: string | null;
}

export interface WireDeletedStore {
  readonly id: string;
  readonly type: 'memory_store_deleted';
}

export interface WireMemory {
  readonly id: string;
  readonly type: 'memory';
  readonly memory_store_id: string;
  readonly path: string;
  readonly content?: string | null;
  readonly content_sha256: string;
  readonly content_size_bytes: number;
  readonly memory_version_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface WirePrefix {
  readonly path: string;
  readonly type: 'memory_prefix';
}

export interface WireDeletedMemory {
  readonly id: string;
  readonly type: 'memory_deleted';
}

export type WireActor =
  | { readonly type: 'session_actor'; readonly session_id: string }
  | { readonly type: 'api_actor'; readonly api_key_id: string }
  | { readonly type: 'user_actor'; readonly user_id: string }
  | { readonly type: 'service_account_actor'; readonly service_account_id: string };

export interface WireVersion {
  readonly id: string;
  readonly type: 'memory_version';
  readonly memory_id: string;
  readonly memory_store_id: string;
  readonly operation: ApiOperation;
  readonly path?: string | null;
  readonly content?: string | null;
  readonly content_sha256?: string | null;
  readonly content_size_bytes?: number | null;
  readonly created_at: string;
  readonly created_by?: WireActor;
  readonly redacted_at?: string | null;
  readonly redacted_by?: WireActor;
}

/** RFC 3339. */
export const timeOf = (ms: EpochMs): string => new Date(ms).toISOString();
export const timeOrNull = (ms: EpochMs | null): string | null => (ms === null ? null : timeOf(ms));

/** A cursor is opaque to whoever holds it: what it means may change with any version. */
export const cursorOf = (after: string): string => Buffer.from(after, 'utf8').toString('base64url');
export const afterOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');

export const wirePage = <T, W>(page: ApiPage<T>, shape: (item: T) => W): WirePage<W> => ({
  data: page.items.map(shape),
  next_page: page.after === null ? null : cursorOf(page.after),
});

export const wireStore = (store: ApiStore): WireStore => ({
  id: store.id,
  type: 'memory_store',
  name: store.name,
  description: store.description,
  metadata: store.metadata,
  created_at: timeOf(store.createdAtMs),
  updated_at: timeOf(store.updatedAtMs),
  archived_at: timeOrNull(store.archivedAtMs),
});

export const wireMemory = (memory: ApiMemory, withContent: boolean): WireMemory => ({
  id: memory.id,
  type: 'memory',
  memory_store_id: memory.storeId,
  path: memory.path,
  content: withContent ? memory.content : null,
  content_sha256: memory.contentSha256,
  content_size_bytes: memory.contentBytes,
  memory_version_id: memory.versionId,
  created_at: timeOf(memory.createdAtMs),
  updated_at: timeOf(memory.updatedAtMs),
});

export const wireListed = (item: ApiMemory | ApiPrefix): WireMemory | WirePrefix =>
  'prefix' in item ? { path: item.prefix, type: 'memory_prefix' } : wireMemory(item, true);

function wireActor(actor: ApiActor): WireActor {
  switch (actor.kind) {
    case 'api':
      return { type: 'api_actor', api_key_id: actor.id };
    case 'session':
      return { type: 'session_actor', session_id: actor.id };
    case 'user':
      return { type: 'user_actor', user_id: actor.id };
    default:
      return assertNever(actor);
  }
}

export const wireVersion = (version: ApiVersion): WireVersion => ({
  id: version.id,
  type: 'memory_version',
  memory_id: version.memoryId,
  memory_store_id: version.storeId,
  operation: version.operation,
  path: version.path,
  content: version.content,
  content_sha256: version.contentSha256,
  content_size_bytes: version.contentBytes,
  created_at: timeOf(version.createdAtMs),
  created_by: wireActor(version.createdBy),
  redacted_at: timeOrNull(version.redactedAtMs),
  ...(version.redactedBy === null ? {} : { redacted_by: wireActor(version.redactedBy) }),
});
