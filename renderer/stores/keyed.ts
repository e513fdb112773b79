// Remote things of one kind, told apart by a key: a file by its path, an entry by its id. Each is asked for when it is
// seen first; only the newest are kept.
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface Keyed<T> {
  at(key: string): RemoteStore<T>;
  /** Those that were asked for and are kept. */
  known(): readonly RemoteStore<T>[];
}

// More than a person looks at before going back to the first.
const keptMax = 24;

export function createKeyed<T>(ask: (key: string) => Promise<Result<T, Failure>>): Keyed<T> {
  const stores = new Map<string, RemoteStore<T>>();
  return {
    at(key) {
      const known = stores.get(key);
      if (known !== undefined) return known;
      const store = createRemote(() => ask(key));
      stores.set(key, store);
      const [oldest] = stores.keys();
      if (stores.size > keptMax && oldest !== undefined) stores.delete(oldest);
      return store;
    },
    known: () => [...stores.values()],
  };
}
