// What every component may reach: stores, words, formats, the clock and the list of actions.
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../shared/contract.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { assert } from '../../shared/result.ts';
import type { RemoteStore, Remote } from '../stores/remote.ts';
import type { Stores } from '../stores/stores.ts';
import type { Formats } from '../words/formats.ts';
import type { Tell } from '../words/told.ts';
import type { Language, Say } from '../words/words.ts';
import { actionIds, type ActionId, type ActionRegistry, type Handlers } from './actions.ts';

export interface AppThings {
  readonly bridge: Bridge;
  readonly stores: Stores;
  readonly actions: ActionRegistry;
  readonly now: () => EpochMs;
  readonly isMac: boolean;
}

/** In the language and zone of the moment. */
export interface Wording {
  readonly language: Language;
  readonly say: Say;
  /** What the engine says; null where it is not known to say this. */
  readonly tell: Tell;
  /** The same as a text of its own: what is not known stays as it is. */
  readonly told: (text: string) => string;
  /** The kind of a secret that was masked, in words: "[GitHub token]". */
  readonly secret: (kind: string) => string;
  readonly formats: Formats;
}

const ThingsContext = createContext<AppThings | null>(null);
const WordingContext = createContext<Wording | null>(null);

interface AppContextProps {
  readonly things: AppThings;
  readonly wording: Wording;
  readonly children: ReactNode;
}

export const AppContext = ({ things, wording, children }: AppContextProps) => (
  <ThingsContext value={things}>
    <WordingContext value={wording}>{children}</WordingContext>
  </ThingsContext>
);

export function useApp(): AppThings {
  const things = useContext(ThingsContext);
  assert(things !== null, 'a component stands outside of the app');
  return things;
}

export function useWords(): Wording {
  const wording = useContext(WordingContext);
  assert(wording !== null, 'a component stands outside of the app');
  return wording;
}

/** Reads a remote store, and asks for it when it is seen the first time. */
export function useRemote<T>(store: RemoteStore<T>): Remote<T> {
  useEffect(() => {
    if (store.getState() === store.getInitialState()) void store.load();
  }, [store]);
  return useStore(store);
}

/** The value, or null while it is not there: for parts of a screen that can wait. */
export function useValue<T>(store: RemoteStore<T>): T | null {
  const state = useRemote(store);
  return state.kind === 'ready' ? state.value : null;
}

/** Says what rows of the list of actions do while the component is on screen. Handlers may change freely. */
export function useActions(handlers: Handlers, isOverlay = false): void {
  const { actions } = useApp();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const possible = actionIds.filter((id) => id in handlers);
  const signature = possible.map((id) => (handlers[id] === null ? `!${id}` : id)).join(' ');
  useEffect(() => {
    const entries = signature
      .split(' ')
      .filter((name) => name !== '')
      .map((name): readonly [string, (() => void) | null] => {
        const id = actionIds.find((each) => each === name);
        return id === undefined ? [name.slice(1), null] : [id, () => latest.current[id]?.()];
      });
    return actions.add(Object.fromEntries(entries), isOverlay);
  }, [actions, signature, isOverlay]);
}

/** What an action does now; null while it cannot be done. */
export function useAction(id: ActionId): (() => void) | null {
  const { actions } = useApp();
  const subscribe = useCallback((onChange: () => void) => actions.subscribe(onChange), [actions]);
  const isPossible = useSyncExternalStore(subscribe, () => actions.handler(id) !== null);
  return useMemo(() => (isPossible ? () => actions.handler(id)?.() : null), [actions, id, isPossible]);
}
