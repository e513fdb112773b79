// What programs ask through the interface that speaks like Anthropic's Dreams API: memory stores, their memories and
// versions. The host turns HTTP into these questions and these answers into the shapes of that API.
import { contentHash, type EpochMs } from './ids.ts';
import type { Result } from './result.ts';

/** The one store that is the person's own memory. What is written to it waits for their review. */
export const ownStoreId = 'memstore_own';

/** In Anthropic's words; what each means there stands in their SDK's own types. */
export type ApiRefusalKind =
  | 'invalid_request_error'
  | 'permission_error'
  | 'not_found_error'
  | 'conflict_error'
  | 'memory_precondition_failed_error'
  | 'memory_path_conflict_error';

export interface ApiRefusal {
  readonly kind: ApiRefusalKind;
  /** One sentence for a person. Repeats ids and paths, never content. */
  readonly message: string;
  /** For a path that is taken. */
  readonly conflict: { readonly memoryId: string; readonly path: string } | null;
}

export interface ApiStore {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAtMs: EpochMs;
  readonly updatedAtMs: EpochMs;
  readonly archivedAtMs: EpochMs | null;
}

export interface ApiMemory {
  readonly id: string;
  readonly storeId: string;
  readonly path: string;
  /** Null where it was not asked for. */
  readonly content: string | null;
  readonly contentSha256: string;
  readonly contentBytes: number;
  readonly versionId: string;
  readonly createdAtMs: EpochMs;
  readonly updatedAtMs: EpochMs;
}

/** A memory as it was written, or as it would stand once its owner has approved it. */
export interface ApiWritten {
  readonly memory: ApiMemory;
  /** The change that waits in review; null where it was written at once. */
  readonly waitsAs: string | null;
}

/** Stands for all memories below a path. */
export interface ApiPrefix {
  readonly prefix: string;
}

export type ApiActor =
  | { readonly kind: 'api'; readonly id: string }
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'user'; readonly id: string };

export const apiOperations = ['created', 'modified', 'deleted'] as const;
export type ApiOperation = (typeof apiOperations)[number];

export interface ApiVersion {
  readonly id: string;
  readonly storeId: string;
  readonly memoryId: string;
  readonly operation: ApiOperation;
  /** Null once it was redacted. */
  readonly path: string | null;
  /** Null where it was not asked for, was redacted, or the memory was deleted. */
  readonly content: string | null;
  readonly contentSha256: string | null;
  readonly contentBytes: number | null;
  readonly createdAtMs: EpochMs;
  readonly createdBy: ApiActor;
  readonly redactedAtMs: EpochMs | null;
  readonly redactedBy: ApiActor | null;
}

/** `after`: what to ask with for the next page; null at the end. */
export interface ApiPage<T> {
  readonly items: readonly T[];
  readonly after: string | null;
}

/** `after`: what the page before gave. */
export interface ApiPaging {
  readonly limit: number;
  readonly after: string | null;
}

export interface ApiStoreWish {
  readonly name: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ApiStoreChange {
  readonly storeId: string;
  /** Null leaves it as it is. */
  readonly name: string | null;
  readonly description: string | null;
  /** Null takes a key out; keys that are not named stay. */
  readonly metadata: Readonly<Record<string, string | null>>;
}

/** Both inclusive; null for no bound. */
export interface ApiTimes {
  readonly fromMs: EpochMs | null;
  readonly untilMs: EpochMs | null;
}

export interface ApiMemoryListing extends ApiPaging {
  readonly storeId: string;
  /** Ends with a slash; null for the whole store. */
  readonly prefix: string | null;
  /** 1: what lies deeper is told by its prefix. */
  readonly depth: 0 | 1;
  readonly withContent: boolean;
}

export interface ApiVersionListing extends ApiPaging, ApiTimes {
  readonly storeId: string;
  readonly memoryId: string | null;
  readonly operation: ApiOperation | null;
  readonly actorId: { readonly kind: ApiActor['kind'] | 'service'; readonly id: string } | null;
  readonly withContent: boolean;
}

interface ApiCall<A, R> {
  readonly args: A;
  /** What the asker did wrong is an answer; what the app could not do is a failure of the call. */
  readonly answer: Result<R, ApiRefusal>;
}

interface OfStore {
  readonly storeId: string;
}
interface OfMemory extends OfStore {
  readonly memoryId: string;
}
interface OfVersion extends OfStore {
  readonly versionId: string;
}
/** The id of the key that was shown. */
interface ByKey {
  readonly keyId: string;
}

export interface ApiStoreCalls {
  readonly 'api.storeCreate': ApiCall<ApiStoreWish, ApiStore>;
  readonly 'api.storeGet': ApiCall<OfStore, ApiStore>;
  readonly 'api.storeUpdate': ApiCall<ApiStoreChange, ApiStore>;
  readonly 'api.storeList': ApiCall<
    ApiPaging & ApiTimes & { readonly archivedToo: boolean },
    ApiPage<ApiStore>
  >;
  readonly 'api.storeArchive': ApiCall<OfStore, ApiStore>;
  readonly 'api.storeDelete': ApiCall<OfStore, OfStore>;
  readonly 'api.memoryCreate': ApiCall<
    OfStore & ByKey & { readonly path: string; readonly content: string },
    ApiWritten
  >;
  readonly 'api.memoryGet': ApiCall<OfMemory, ApiMemory>;
  readonly 'api.memoryUpdate': ApiCall<
    OfMemory &
      ByKey & {
        readonly path: string | null;
        readonly content: string | null;
        readonly expectedSha256: string | null;
      },
    ApiWritten
  >;
  readonly 'api.memoryList': ApiCall<ApiMemoryListing, ApiPage<ApiMemory | ApiPrefix>>;
  readonly 'api.memoryDelete': ApiCall<
    OfMemory & ByKey & { readonly expectedSha256: string | null },
    { readonly memoryId: string; readonly waitsAs: string | null }
  >;
  readonly 'api.versionList': ApiCall<ApiVersionListing, ApiPage<ApiVersion>>;
  readonly 'api.versionGet': ApiCall<OfVersion, ApiVersion>;
  readonly 'api.versionRedact': ApiCall<OfVersion & ByKey, ApiVersion>;
}

/** The engine without a model: it works with what was said in so many words. */
export const localModel = 'slowwave-local';

export const apiDreamStatuses = ['pending', 'running', 'completed', 'failed', 'canceled'] as const;
export type ApiDreamStatus = (typeof apiDreamStatuses)[number];

export interface ApiDream {
  readonly id: string;
  readonly status: ApiDreamStatus;
  /** What it reads. */
  readonly storeId: string;
  /** The agents' own ids, sorted. */
  readonly sessionIds: readonly string[];
  readonly model: { readonly id: string; readonly speed: 'standard' | null };
  readonly instructions: string | null;
  /** It writes into what it reads; else into a copy of it. */
  readonly isInPlace: boolean;
  /** Null until it is there. */
  readonly outputId: string | null;
  /** The session whose events tell of it; null until it has begun. */
  readonly sessionId: string | null;
  readonly error: { readonly type: string; readonly message: string } | null;
  readonly createdAtMs: EpochMs;
  readonly endedAtMs: EpochMs | null;
  readonly archivedAtMs: EpochMs | null;
}

/** What happened in a dream's session. The number counts from 1 in each session. */
export type ApiEvent = { readonly number: number; readonly atMs: EpochMs } & (
  | { readonly kind: 'running' | 'idle' | 'terminated' | 'interrupted' }
  | { readonly kind: 'message'; readonly text: string }
  | {
      readonly kind: 'tool';
      readonly tool: 'read' | 'write';
      readonly input: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'done'; readonly tool: number; readonly text: string }
  | { readonly kind: 'error'; readonly message: string }
);

/** The session in which a dream runs, once it does. */
export const sessionOfDream = (dreamId: string): string => `sesn_${contentHash('api session', dreamId)}`;

/** One memory that a dream wrote. */
export interface ApiDreamWrite {
  readonly operation: ApiOperation;
  readonly path: string;
}

export type ApiDreamWish = Pick<ApiDream, 'storeId' | 'sessionIds' | 'model' | 'instructions' | 'isInPlace'>;

export interface ApiDreamListing extends ApiPaging {
  /** Empty for every one. */
  readonly statuses: readonly ApiDreamStatus[];
  /** Both exclusive. */
  readonly afterMs: EpochMs | null;
  readonly beforeMs: EpochMs | null;
  readonly archivedToo: boolean;
}

interface OfDream {
  readonly dreamId: string;
}

export interface ApiDreamCalls {
  readonly 'api.dreamCreate': ApiCall<ApiDreamWish, ApiDream>;
  readonly 'api.dreamGet': ApiCall<OfDream, ApiDream>;
  readonly 'api.dreamList': ApiCall<ApiDreamListing, ApiPage<ApiDream>>;
  readonly 'api.dreamCancel': ApiCall<OfDream, ApiDream>;
  readonly 'api.dreamArchive': ApiCall<OfDream, ApiDream>;
  /** All of a session so far, in their order, from a number on. */
  readonly 'api.events': ApiCall<
    { readonly sessionId: string; readonly after: number },
    { readonly events: readonly ApiEvent[]; readonly isOver: boolean }
  >;
}

export interface ApiCalls extends ApiStoreCalls, ApiDreamCalls {}
