// What the app says by itself: one polite sentence for screen readers, and short messages that a person can answer.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../shared/engine.ts';

export interface Message {
  readonly id: number;
  readonly tone: 'plain' | 'danger';
  readonly title: string;
  readonly text: string | null;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export interface NewsState {
  /** For screen readers; `at` tells two equal sentences apart. */
  readonly announced: { readonly text: string; readonly at: number };
  readonly messages: readonly Message[];
}

export interface NewsStore extends Pick<StoreApi<NewsState>, 'getState' | 'getInitialState' | 'subscribe'> {
  announce(text: string): void;
  tell(message: {
    readonly title: string;
    readonly text?: string;
    readonly action?: Message['action'];
  }): void;
  /** A question that failed: what happened, what is safe, what to do. */
  fail(failure: Failure): void;
  dismiss(id: number): void;
}

// More would hide what they are about.
const messagesMax = 3;

export function createNews(): NewsStore {
  const store = createStore<NewsState>(() => ({ announced: { text: '', at: 0 }, messages: [] }));
  let last = 0;
  const add = (message: Omit<Message, 'id'>): void => {
    last += 1;
    const next = { id: last, ...message };
    store.setState(({ messages }) => ({ messages: [...messages, next].slice(-messagesMax) }));
  };
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    announce: (text) => store.setState(({ announced }) => ({ announced: { text, at: announced.at + 1 } })),
    tell: ({ title, text, action }) =>
      add({ tone: 'plain', title, text: text ?? null, action: action ?? null }),
    fail: ({ happened, safe, todo }) =>
      add({ tone: 'danger', title: happened, text: `${safe} ${todo}`, action: null }),
    dismiss: (id) => store.setState(({ messages }) => ({ messages: messages.filter((m) => m.id !== id) })),
  };
}
