// Memory stores: those that programs made, and the person's own memory among them, which is nobody else's to change.
import type { ApiCalls, ApiPage, ApiRefusal, ApiStore, ApiStoreChange } from '../../../shared/dreams-api.ts';
import { ownStoreId } from '../../../shared/dreams-api.ts';
import { epochMs, type EpochMs } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Masker } from '../masking/masker.ts';
import {
  addStore,
  archiveStore,
  deleteStore,
  storeById,
  storesListed,
  updateStore,
  type StoredStore,
} from '../store/api-stores.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { versionSummaries } from '../store/memory.ts';
import { refused } from './refusals.ts';

/** What a store may be called and hold beside its memories: from the SDK's doc comments. */
export const nameCharsMax = 255;
export const descriptionCharsMax = 1_024;
export const metadataPairsMax = 16;
export const metadataKeyCharsMax = 64;
export const metadataValueCharsMax = 512;

export interface Asking {
  readonly db: WritableDb;
  readonly masker: Masker;
  readonly nowMs: EpochMs;
}

type Told<T> = Result<T, ApiRefusal>;
type Args<N extends keyof ApiCalls> = ApiCalls[N]['args'];

const told = ({ number: _number, ...store }: StoredStore): ApiStore => store;

/** The person's own memory, as if it were a store like the others. */
export function ownStore(db: ReadableDb): ApiStore {
  const versions = versionSummaries(db);
  const nothingYet = epochMs(0);
  return {
    id: ownStoreId,
    name: 'Slowwave',
    description:
      'The memory of the person at this computer. What is written to it waits for their review before it holds.',
    metadata: {},
    createdAtMs: versions.at(-1)?.createdAtMs ?? nothingYet,
    updatedAtMs: versions.at(-1)?.createdAtMs ?? nothingYet,
    archivedAtMs: null,
  };
}

export function getStore(db: ReadableDb, id: string): Told<ApiStore> {
  if (id === ownStoreId) return ok(ownStore(db));
  const store = storeById(db, id);
  return store === null ? err(refused.noStore(id)) : ok(told(store));
}

/** A store that programs made; the person's own is refused by what is asked of it. */
export function madeStore(db: ReadableDb, id: string): Told<StoredStore> {
  const store = storeById(db, id);
  return store === null ? err(refused.noStore(id)) : ok(store);
}

export function openStoreOf(db: ReadableDb, id: string): Told<StoredStore> {
  const store = madeStore(db, id);
  return store.ok && store.value.archivedAtMs !== null ? err(refused.archived(id)) : store;
}

export function createStore({ db, masker, nowMs }: Asking, wish: Args<'api.storeCreate'>): Told<ApiStore> {
  const fault = faultOf(wish.name, wish.description, wish.metadata);
  return fault === null ? ok(told(addStore(db, masked(masker, wish), nowMs))) : err(refused.invalid(fault));
}

export function changeStore({ db, masker, nowMs }: Asking, change: ApiStoreChange): Told<ApiStore> {
  if (change.storeId === ownStoreId) return err(refused.ownersOnly('changing its name or description'));
  const store = openStoreOf(db, change.storeId);
  if (!store.ok) return store;
  const { name, description, metadata } = store.value;
  const next = {
    name: change.name ?? name,
    description: change.description ?? description,
    metadata: mergedMetadata(metadata, change.metadata),
  };
  const fault = faultOf(next.name, next.description, next.metadata);
  if (fault !== null) return err(refused.invalid(fault));
  updateStore(db, store.value.number, masked(masker, next), nowMs);
  return getStore(db, change.storeId);
}

function mergedMetadata(
  before: ApiStore['metadata'],
  change: ApiStoreChange['metadata'],
): ApiStore['metadata'] {
  const next = { ...before, ...change };
  return Object.fromEntries(
    Object.entries(next).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}

const masked = (masker: Masker, wish: Args<'api.storeCreate'>): Args<'api.storeCreate'> => ({
  name: masker.mask(wish.name).text,
  description: masker.mask(wish.description).text,
  metadata: Object.fromEntries(
    Object.entries(wish.metadata).map(([key, value]) => [masker.mask(key).text, masker.mask(value).text]),
  ),
});

/** As the API counts: in code points. */
const charsOf = (words: string): number => Array.from(words).length;

function faultOf(name: string, description: string, metadata: ApiStore['metadata']): string | null {
  const chars = charsOf(name);
  if (chars < 1 || chars > nameCharsMax) return `name must have 1 to ${nameCharsMax} characters`;
  if (/\p{Cc}/u.test(name)) return 'name must not hold control characters';
  if (charsOf(description) > descriptionCharsMax)
    return `description must have at most ${descriptionCharsMax} characters`;
  const pairs = Object.entries(metadata);
  if (pairs.length > metadataPairsMax) return `metadata must have at most ${metadataPairsMax} pairs`;
  const isWide = ([key, value]: readonly [string, string]): boolean =>
    key.length < 1 || charsOf(key) > metadataKeyCharsMax || charsOf(value) > metadataValueCharsMax;
  return pairs.some(isWide)
    ? `metadata keys must have 1 to ${metadataKeyCharsMax} characters and values at most ${metadataValueCharsMax}`
    : null;
}

/** Newest first; the person's own, which is the oldest of all, stands at the end. */
export function listStores(db: ReadableDb, wanted: Args<'api.storeList'>): Told<ApiPage<ApiStore>> {
  const before = wanted.after === null ? null : Number(wanted.after);
  if (before !== null && !Number.isSafeInteger(before))
    return err(refused.invalid('page is no cursor of this list'));
  const { fromMs, untilMs, archivedToo, limit } = wanted;
  const found = storesListed(db, { fromMs, untilMs, archivedToo, before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const more = found.length > limit ? (shown.at(-1)?.number ?? null) : null;
  const own = ownStore(db);
  const isOwnMeant = (fromMs ?? 0) <= own.createdAtMs && own.createdAtMs <= (untilMs ?? Infinity);
  if (more === null && isOwnMeant) {
    if (shown.length < limit) return ok({ items: [...shown.map(told), own], after: null });
    return ok({ items: shown.map(told), after: String(shown.at(-1)?.number ?? 0) });
  }
  return ok({ items: shown.map(told), after: more === null ? null : String(more) });
}

export function archive({ db, nowMs }: Asking, id: string): Told<ApiStore> {
  if (id === ownStoreId) return err(refused.ownersOnly('archiving it'));
  const store = madeStore(db, id);
  if (!store.ok) return store;
  archiveStore(db, store.value.number, nowMs);
  return getStore(db, id);
}

export function remove({ db, nowMs }: Asking, id: string): Told<{ readonly storeId: string }> {
  if (id === ownStoreId) return err(refused.ownersOnly('deleting it'));
  const store = madeStore(db, id);
  if (!store.ok) return store;
  deleteStore(db, store.value.number, 'deleted with its store', nowMs);
  return ok({ storeId: id });
}
