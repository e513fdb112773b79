// Something asked of the engine: loading, failed or ready. Asked again, it keeps showing what it knew until the answer is
// there; an answer that comes too late is dropped.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';

export type Remote<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** `stale`: asking again failed; what is shown is what was known before. */
  | { readonly kind: 'ready'; readonly value: T; readonly stale: Failure | null };

export interface RemoteStore<T> extends Pick<
  StoreApi<Remote<T>>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** Ends when the newest answer is there, also where something else asked meanwhile. */
  load(): Promise<void>;
  /** Asks again, if it was ever asked: what no screen has opened is not loaded. */
  refresh(): Promise<void>;
  /** What an answer to another question told us; it is newer than whatever is still on its way. */
  put(value: T): void;
  /** Null while it is not ready. */
  value(): T | null;
}

export function createRemote<T>(ask: () => Promise<Result<T, Failure>>): RemoteStore<T> {
  const store = createStore<Remote<T>>(() => ({ kind: 'loading' }));
  let asked = 0;
  let newest: Promise<void> = Promise.resolve();
  const put = (value: T): void => {
    asked += 1;
    newest = Promise.resolve();
    store.setState({ kind: 'ready', value, stale: null }, true);
  };
  const askOnce = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    if (store.getState().kind === 'failed') store.setState({ kind: 'loading' }, true);
    const answer = await ask();
    if (mine !== asked) return newest;
    const known = store.getState();
    if (answer.ok) put(answer.value);
    else if (known.kind === 'ready') store.setState({ ...known, stale: answer.error }, true);
    else store.setState({ kind: 'failed', failure: answer.error }, true);
    return undefined;
  };
  const load = (): Promise<void> => (newest = askOnce());
  const value = (): T | null => {
    const state = store.getState();
    return state.kind === 'ready' ? state.value : null;
  };
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    load,
    refresh: () => (asked === 0 ? Promise.resolve() : load()),
    put,
    value,
  };
}
