// The memories of a store: documents under paths, each change a version.
import type {
  ApiCalls,
  ApiMemory,
  ApiPage,
  ApiPrefix,
  ApiRefusal,
  ApiWritten,
} from '../../../shared/dreams-api.ts';
import { ownStoreId } from '../../../shared/dreams-api.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  addMemory,
  changeMemory,
  memoriesListed,
  memoryById,
  memoryCount,
  memoryInTheWay,
  removeMemory,
  type StoredMemory,
  type StoredStore,
} from '../store/api-stores.ts';
import type { ReadableDb } from '../store/db.ts';
import { keptContent, keptPath, memoriesMax, sha256Of, toldMemory } from './content.ts';
import { ownMemories, proposeAdd, proposeChange, proposeRemoval } from './own-store.ts';
import { foldersAbove } from './paths.ts';
import { refused } from './refusals.ts';
import { madeStore, openStoreOf, type Asking } from './stores.ts';

type Told<T> = Result<T, ApiRefusal>;
type Args<N extends keyof ApiCalls> = ApiCalls[N]['args'];

export function createMemory(asking: Asking, wish: Args<'api.memoryCreate'>): Told<ApiWritten> {
  const { db, masker, nowMs } = asking;
  if (wish.storeId === ownStoreId) return proposeAdd(asking, wish);
  const store = openStoreOf(db, wish.storeId);
  if (!store.ok) return store;
  const path = keptPath(masker, wish.path);
  if (!path.ok) return path;
  const content = keptContent(masker, wish.content);
  if (!content.ok) return content;
  const free = freePath(db, store.value, path.value, null);
  if (free !== null) return err(free);
  if (memoryCount(db, store.value.number) >= memoriesMax)
    return err(refused.invalid(`a memory store holds at most ${memoriesMax} memories`));
  const by = { kind: 'api', id: wish.keyId } as const;
  const id = addMemory(db, {
    store: store.value.number,
    path: path.value,
    content: content.value,
    by,
    nowMs,
  });
  return written(db, store.value, id);
}

function freePath(
  db: ReadableDb,
  store: StoredStore,
  path: string,
  except: string | null,
): ApiRefusal | null {
  const other = memoryInTheWay(db, store.number, path, foldersAbove(path), except);
  return other === null ? null : refused.taken(path, other);
}

function written(db: ReadableDb, store: StoredStore, id: string): Told<ApiWritten> {
  const memory = memoryById(db, store.number, id);
  return memory === null
    ? err(refused.noMemory(id))
    : ok({ memory: toldMemory(store.id, memory, true), waitsAs: null });
}

export function getMemory(db: ReadableDb, wanted: Args<'api.memoryGet'>): Told<ApiMemory> {
  const { storeId, memoryId } = wanted;
  if (storeId === ownStoreId) {
    const own = ownMemories(db).find(({ id }) => id === memoryId);
    return own === undefined ? err(refused.noMemory(memoryId)) : ok(toldMemory(storeId, own, true));
  }
  const store = madeStore(db, storeId);
  if (!store.ok) return store;
  const memory = memoryById(db, store.value.number, memoryId);
  return memory === null ? err(refused.noMemory(memoryId)) : ok(toldMemory(storeId, memory, true));
}

export function updateMemory(asking: Asking, wish: Args<'api.memoryUpdate'>): Told<ApiWritten> {
  const { db, masker, nowMs } = asking;
  if (wish.storeId === ownStoreId) return proposeChange(asking, wish);
  const store = openStoreOf(db, wish.storeId);
  if (!store.ok) return store;
  const before = memoryById(db, store.value.number, wish.memoryId);
  if (before === null) return err(refused.noMemory(wish.memoryId));
  const path = wish.path === null ? ok(before.path) : keptPath(masker, wish.path);
  if (!path.ok) return path;
  const content = wish.content === null ? ok(before.content) : keptContent(masker, wish.content);
  if (!content.ok) return content;
  // What is there already is no change, and needs no precondition.
  if (path.value === before.path && content.value === before.content)
    return written(db, store.value, before.id);
  if (isStale(before, wish.expectedSha256)) return err(refused.stale());
  const free = path.value === before.path ? null : freePath(db, store.value, path.value, before.id);
  if (free !== null) return err(free);
  const by = { kind: 'api', id: wish.keyId } as const;
  const next = { store: store.value.number, path: path.value, content: content.value, by, nowMs };
  changeMemory(db, before.id, next);
  return written(db, store.value, before.id);
}

const isStale = (memory: StoredMemory, expected: string | null): boolean =>
  expected !== null && expected !== sha256Of(memory.content);

export function deleteMemory(
  asking: Asking,
  wish: Args<'api.memoryDelete'>,
): Told<{ readonly memoryId: string; readonly waitsAs: string | null }> {
  const { db, nowMs } = asking;
  if (wish.storeId === ownStoreId) return proposeRemoval(asking, wish);
  const store = madeStore(db, wish.storeId);
  if (!store.ok) return store;
  const memory = memoryById(db, store.value.number, wish.memoryId);
  if (memory === null) return err(refused.noMemory(wish.memoryId));
  if (isStale(memory, wish.expectedSha256)) return err(refused.stale());
  const by = { kind: 'api', id: wish.keyId } as const;
  removeMemory(db, memory.id, { store: store.value.number, path: memory.path, by, nowMs });
  return ok({ memoryId: memory.id, waitsAs: null });
}

/** By path. A folder stands where the first memory in it would. */
export function listMemories(
  db: ReadableDb,
  wanted: Args<'api.memoryList'>,
): Told<ApiPage<ApiMemory | ApiPrefix>> {
  const { storeId, withContent, limit } = wanted;
  const prefix = wanted.prefix ?? '';
  const pages = storeId === ownStoreId ? ok(ownPages(db, prefix)) : storedPages(db, storeId, prefix);
  if (!pages.ok) return pages;
  const items: (ApiMemory | ApiPrefix)[] = [];
  let after = wanted.after ?? '';
  for (;;) {
    const [memory] = pages.value(after, 1);
    if (memory === undefined) return ok({ items, after: null });
    if (items.length === limit) return ok({ items, after });
    const folder = wanted.depth === 1 ? folderBelow(memory.path, prefix) : null;
    items.push(folder === null ? toldMemory(storeId, memory, withContent) : { prefix: folder });
    // Past all that lies in the folder: no sign of a path stands behind this one.
    after = folder === null ? memory.path : `${folder}\u{10FFFF}`;
  }
}

/** The first folder below the prefix that a path lies in; null where it lies there itself. */
function folderBelow(path: string, prefix: string): string | null {
  const base = prefix === '' ? '/' : prefix;
  const end = path.indexOf('/', base.length);
  return end < 0 ? null : path.slice(0, end + 1);
}

type Pages = (after: string, limit: number) => readonly StoredMemory[];

function storedPages(db: ReadableDb, storeId: string, prefix: string): Told<Pages> {
  const store = madeStore(db, storeId);
  if (!store.ok) return store;
  const { number } = store.value;
  return ok((after, limit) => memoriesListed(db, number, { prefix, after, limit }));
}

function ownPages(db: ReadableDb, prefix: string): Pages {
  const all = ownMemories(db).filter(({ path }) => path.startsWith(prefix));
  return (after, limit) => all.filter(({ path }) => comesAfter(path, after)).slice(0, limit);
}

/** As SQLite has it: by the bytes of UTF-8. */
const comesAfter = (path: string, after: string): boolean =>
  Buffer.compare(Buffer.from(path, 'utf8'), Buffer.from(after, 'utf8')) > 0;
