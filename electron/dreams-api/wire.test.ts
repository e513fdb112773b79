// The shapes that we read and answer, held against the official SDK's own types. There is little to run here: where an
// update of the SDK changes a shape, this file does not compile any more, and says which.
import type {
  BetaDream,
  BetaDreamingErrorObject,
  DreamCreateParams,
  DreamListParams,
} from '@anthropic-ai/sdk/resources/beta/dreams';
import type {
  BetaManagedAgentsStreamSessionEvents,
  EventListParams,
} from '@anthropic-ai/sdk/resources/beta/sessions/events';
import type { Beta } from '@anthropic-ai/sdk/resources/beta/beta';
import type {
  BetaManagedAgentsDeletedMemory,
  BetaManagedAgentsErrorObject,
  BetaManagedAgentsMemory,
  BetaManagedAgentsMemoryListItem,
  BetaManagedAgentsMemoryPathConflictErrorObject,
  MemoryCreateParams,
  MemoryUpdateParams,
} from '@anthropic-ai/sdk/resources/beta/memory-stores/memories';
import type { BetaManagedAgentsMemoryVersion } from '@anthropic-ai/sdk/resources/beta/memory-stores/memory-versions';
import type {
  BetaManagedAgentsDeletedMemoryStore,
  BetaManagedAgentsMemoryStore,
  MemoryStoreCreateParams,
  MemoryStoreUpdateParams,
} from '@anthropic-ai/sdk/resources/beta/memory-stores/memory-stores';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { dreamCreateBody, dreamListQuery, eventListQuery } from './dream-endpoints.ts';
import type { WireDream, WireEvent } from './dream-wire.ts';
import type { WireError, WireErrorType } from './errors.ts';
import type {
  memoryCreateBody,
  memoryListQuery,
  memoryUpdateBody,
  storeCreateBody,
  storeListQuery,
  storeUpdateBody,
  versionListQuery,
} from './store-endpoints.ts';
import type {
  WireDeletedMemory,
  WireDeletedStore,
  WireMemory,
  WirePrefix,
  WireStore,
  WireVersion,
} from './store-wire.ts';

/** Readonly or not, and undefined or left out, are one in JSON. */
type Plain<T> = T extends readonly (infer E)[]
  ? readonly Plain<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
    : T;
/** The same fields, each the same, optional where it is optional there. */
// This is how TypeScript is asked whether two types are one.
/* oxlint-disable typescript/no-unnecessary-type-parameters */
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
/* oxlint-enable typescript/no-unnecessary-type-parameters */
/** Of a call's parameters those that are sent in the body. */
type Body<T> = Omit<T, 'betas' | 'workspace_id' | 'view' | 'memory_store_id'>;
type Query<T> = Exclude<keyof T, 'betas' | 'workspace_id' | 'memory_store_id'>;

/** A list is sent under its name with brackets. */
type Brackets<Names, Lists extends string> = Exclude<Names, Lists> | `${Lists}[]`;

/** Does not compile where the two differ; `shape` says which they are. */
const isSame = <A, B>(shape: string, same: Same<A, B>): void => {
  expect(same, shape).toBe(true);
};

describe('what is answered', () => {
  it('is what the SDK expects, field by field', () => {
    isSame<WireStore, BetaManagedAgentsMemoryStore>('a store', true);
    isSame<WireDeletedStore, BetaManagedAgentsDeletedMemoryStore>('a deleted store', true);
    isSame<WireMemory, BetaManagedAgentsMemory>('a memory', true);
    isSame<WireMemory | WirePrefix, BetaManagedAgentsMemoryListItem>('a line of a list', true);
    isSame<WireDeletedMemory, BetaManagedAgentsDeletedMemory>('a deleted memory', true);
    isSame<WireVersion, BetaManagedAgentsMemoryVersion>('a version', true);
    isSame<WireDream, BetaDream>('a dream', true);
    // Of a session's forty kinds of events a dream has eight: each must be one of theirs.
    const isEvent: Plain<WireEvent> extends Plain<BetaManagedAgentsStreamSessionEvents> ? true : false = true;
    expect(isEvent).toBe(true);
  });

  it('fails in the shape and with the types that the SDK knows', () => {
    isSame<keyof WireError, keyof Beta.BetaErrorResponse>('the body of an error', true);
    // The SDK has a class for "too large" and no type of body.
    type Known =
      | Beta.BetaErrorObject['type']
      | BetaDreamingErrorObject['type']
      | BetaManagedAgentsErrorObject['type']
      | 'request_too_large';
    isSame<WireErrorType, Extract<Known, WireErrorType>>('the types of errors', true);
    isSame<keyof WireError['error'], keyof BetaManagedAgentsMemoryPathConflictErrorObject>(
      'a path that is taken',
      true,
    );
  });
});

describe('what is read', () => {
  it('is what the SDK sends, field by field', () => {
    isSame<z.input<typeof storeCreateBody>, Body<MemoryStoreCreateParams>>('a new store', true);
    isSame<z.input<typeof dreamCreateBody>, Body<DreamCreateParams>>('a new dream', true);
    isSame<z.input<typeof storeUpdateBody>, Body<MemoryStoreUpdateParams>>('a changed store', true);
    isSame<z.input<typeof memoryCreateBody>, Body<MemoryCreateParams>>('a new memory', true);
    isSame<z.input<typeof memoryUpdateBody>, Body<MemoryUpdateParams>>('a changed memory', true);
  });

  it('knows every filter', () => {
    isSame<keyof z.input<typeof dreamListQuery>, Brackets<Query<DreamListParams>, 'statuses'> | 'statuses'>(
      'dreams',
      true,
    );
    isSame<keyof z.input<typeof eventListQuery>, Brackets<Query<EventListParams>, 'types'>>('events', true);
    isSame<keyof z.input<typeof storeListQuery>, Query<Beta.MemoryStoreListParams>>('stores', true);
    isSame<keyof z.input<typeof memoryListQuery>, Query<Beta.MemoryStores.MemoryListParams>>(
      'memories',
      true,
    );
    isSame<keyof z.input<typeof versionListQuery>, Query<Beta.MemoryStores.MemoryVersionListParams>>(
      'versions',
      true,
    );
  });
});
