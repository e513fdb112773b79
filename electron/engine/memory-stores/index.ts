// Answers every question about memory stores: each in one transaction, so that what was looked at still holds when it is
// written.
import type { ApiCalls } from '../../../shared/dreams-api.ts';
import type { Failure } from '../../../shared/engine.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { dreamsAtWork } from '../store/api-dreams.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { attempt } from '../store/failures.ts';
import type { Store } from '../store/open.ts';
import {
  cancelDream,
  createDream,
  eventsAfter,
  getDream,
  listDreams,
  putDreamAway,
  settle,
  type DreamKeeping,
} from './dreams.ts';
import { createMemory, deleteMemory, getMemory, listMemories, updateMemory } from './memories.ts';
import { archive, changeStore, createStore, getStore, listStores, remove, type Asking } from './stores.ts';
import { getVersion, listVersions, redact } from './versions.ts';

export type StoreAnswers = {
  readonly [N in keyof ApiCalls]: (
    args: ApiCalls[N]['args'],
  ) => Promise<Result<ApiCalls[N]['answer'], Failure>>;
};

export interface StoresNeeds {
  readonly deps: Deps;
  readonly masker: Masker;
  store(): Result<Store, Failure>;
}

export function createStoreAnswers(needs: StoresNeeds): StoreAnswers {
  const look = async <T>(work: (db: WritableDb) => T): Promise<Result<T, Failure>> => {
    const store = needs.store();
    return store.ok ? attempt(() => work(store.value.db)) : store;
  };
  const write = async <T, E>(
    work: (asking: Asking) => Result<T, E>,
  ): Promise<Result<Result<T, E>, Failure>> => {
    const store = needs.store();
    if (!store.ok) return store;
    const { db } = store.value;
    const nowMs = needs.deps.clock.wall();
    return attempt(() => inTransaction(db, () => work({ db, masker: needs.masker, nowMs })));
  };
  return {
    'api.dreamCreate': (wish) => write((asking) => createDream(asking, wish)),
    'api.dreamGet': ({ dreamId }) => look((db) => getDream(db, dreamId)),
    'api.dreamList': (wanted) => look((db) => listDreams(db, wanted)),
    'api.dreamCancel': ({ dreamId }) => write((asking) => cancelDream(asking, dreamId)),
    'api.dreamArchive': ({ dreamId }) => write((asking) => putDreamAway(asking, dreamId)),
    'api.events': ({ sessionId, after }) => look((db) => eventsAfter(db, sessionId, after)),
    'api.storeCreate': (wish) => write((asking) => createStore(asking, wish)),
    'api.storeGet': ({ storeId }) => look((db) => getStore(db, storeId)),
    'api.storeUpdate': (change) => write((asking) => changeStore(asking, change)),
    'api.storeList': (wanted) => look((db) => listStores(db, wanted)),
    'api.storeArchive': ({ storeId }) => write((asking) => archive(asking, storeId)),
    'api.storeDelete': ({ storeId }) => write((asking) => remove(asking, storeId)),
    'api.memoryCreate': (wish) => write((asking) => createMemory(asking, wish)),
    'api.memoryGet': (wanted) => look((db) => getMemory(db, wanted)),
    'api.memoryUpdate': (wish) => write((asking) => updateMemory(asking, wish)),
    'api.memoryList': (wanted) => look((db) => listMemories(db, wanted)),
    'api.memoryDelete': (wish) => write((asking) => deleteMemory(asking, wish)),
    'api.versionList': (wanted) => look((db) => listVersions(db, wanted)),
    'api.versionGet': (wanted) => look((db) => getVersion(db, wanted)),
    'api.versionRedact': (wish) => write((asking) => redact(asking, wish)),
  };
}

/** For the app that runs the dreams. */
export function createDreamKeeping(needs: StoresNeeds): DreamKeeping {
  return {
    atWork: () => {
      const store = needs.store();
      return store.ok ? attempt(() => dreamsAtWork(store.value.db)) : store;
    },
    settle: (id, ending, events) => {
      const store = needs.store();
      if (!store.ok) return;
      const nowMs = needs.deps.clock.wall();
      attempt(() =>
        inTransaction(store.value.db, () => ok(settle(store.value.db, id, ending, events, nowMs))),
      );
    },
  };
}
