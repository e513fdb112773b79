// What became of the memories of a store, version for version, and taking the words out of one.
import type { ApiActor, ApiCalls, ApiPage, ApiRefusal, ApiVersion } from '../../../shared/dreams-api.ts';
import { ownStoreId } from '../../../shared/dreams-api.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  isHead,
  redactVersion,
  versionById,
  versionsListed,
  type StoredVersion,
} from '../store/api-stores.ts';
import type { ReadableDb } from '../store/db.ts';
import { bytesOf, sha256Of } from './content.ts';
import { ownVersions } from './own-store.ts';
import { refused } from './refusals.ts';
import { madeStore, type Asking } from './stores.ts';

type Told<T> = Result<T, ApiRefusal>;
type Args<N extends keyof ApiCalls> = ApiCalls[N]['args'];

const toldVersion = (storeId: string, version: StoredVersion): ApiVersion => {
  const { content, redactedBy } = version;
  return {
    id: version.id,
    storeId,
    memoryId: version.memoryId,
    operation: version.operation,
    path: version.path,
    content,
    contentSha256: content === null ? null : sha256Of(content),
    contentBytes: content === null ? null : bytesOf(content),
    createdAtMs: version.createdAtMs,
    createdBy: version.createdBy,
    redactedAtMs: version.redactedAtMs,
    redactedBy: redactedBy === null ? null : { kind: 'api', id: redactedBy },
  };
};

const inView = (version: ApiVersion, withContent: boolean): ApiVersion =>
  withContent ? version : { ...version, content: null };

export function listVersions(db: ReadableDb, wanted: Args<'api.versionList'>): Told<ApiPage<ApiVersion>> {
  const { storeId, limit, withContent } = wanted;
  const before = wanted.after === null ? null : Number(wanted.after);
  if (before !== null && !Number.isSafeInteger(before))
    return err(refused.invalid('page is no cursor of this list'));
  const { actorId } = wanted;
  // Nothing here was ever written by such an account.
  if (actorId?.kind === 'service') return ok({ items: [], after: null });
  const by: ApiActor | null = actorId === null ? null : { kind: actorId.kind, id: actorId.id };
  if (storeId === ownStoreId) return ok(ownPage(db, wanted, by, before ?? 0));
  const store = madeStore(db, storeId);
  if (!store.ok) return store;
  const found = versionsListed(db, store.value.number, { ...wanted, by, before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return ok({
    items: shown.map((version) => inView(toldVersion(storeId, version), withContent)),
    after: found.length > limit ? String(shown.at(-1)?.number ?? 0) : null,
  });
}

function ownPage(
  db: ReadableDb,
  wanted: Args<'api.versionList'>,
  by: ApiActor | null,
  from: number,
): ApiPage<ApiVersion> {
  const { memoryId, operation, fromMs, untilMs, limit } = wanted;
  const all = ownVersions(db).filter(
    (version) =>
      (memoryId === null || version.memoryId === memoryId) &&
      (operation === null || version.operation === operation) &&
      (by === null || (version.createdBy.kind === by.kind && version.createdBy.id === by.id)) &&
      version.createdAtMs >= (fromMs ?? 0) &&
      version.createdAtMs <= (untilMs ?? Infinity),
  );
  const items = all.slice(from, from + limit).map((version) => inView(version, wanted.withContent));
  return { items, after: from + limit < all.length ? String(from + limit) : null };
}

export function getVersion(db: ReadableDb, wanted: Args<'api.versionGet'>): Told<ApiVersion> {
  const { storeId, versionId } = wanted;
  if (storeId === ownStoreId) {
    const own = ownVersions(db).find(({ id }) => id === versionId);
    return own === undefined ? err(refused.noVersion(versionId)) : ok(own);
  }
  const store = madeStore(db, storeId);
  if (!store.ok) return store;
  const version = versionById(db, store.value.number, versionId);
  return version === null ? err(refused.noVersion(versionId)) : ok(toldVersion(storeId, version));
}

/** Takes the words out and leaves who and when. What stands in the store is changed or deleted first. */
export function redact({ db, nowMs }: Asking, wish: Args<'api.versionRedact'>): Told<ApiVersion> {
  const { storeId, versionId } = wish;
  if (storeId === ownStoreId) return err(refused.ownersOnly('taking words out of its history'));
  const store = madeStore(db, storeId);
  if (!store.ok) return store;
  const version = versionById(db, store.value.number, versionId);
  if (version === null) return err(refused.noVersion(versionId));
  if (isHead(db, version.number))
    return err(
      refused.invalid(`${versionId} is what the memory says now: update or delete the memory first`),
    );
  redactVersion(db, version.number, wish.keyId, nowMs);
  return getVersion(db, wish);
}
