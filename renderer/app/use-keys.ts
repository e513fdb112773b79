// The keys of an action as they are now, for whatever shows them.
import { useStore } from 'zustand';
import { useApp } from './AppContext.tsx';
import type { ActionId } from './actions.ts';
import { keysOf, type OwnKeys } from './keys.ts';

const none: OwnKeys = {};

export function useOwnKeys(): OwnKeys {
  const { stores } = useApp();
  const settings = useStore(stores.settings.settings);
  return settings.kind === 'ready' ? settings.value.keys : none;
}

export function useKeys(): (id: ActionId) => readonly string[] {
  const own = useOwnKeys();
  return (id) => keysOf(id, own);
}
