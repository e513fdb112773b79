// The evidence reader: which quote is open, and the transcript around it. Any screen opens it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CallAnswer, EvidenceView } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Evidence } from '../../shared/memory.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Remote } from './remote.ts';

export interface EvidenceState {
  /** Null while closed. */
  readonly open: {
    readonly all: readonly Evidence[];
    readonly at: number;
    readonly isPoison: boolean;
  } | null;
  readonly view: Remote<EvidenceView>;
}

export interface EvidenceStore extends Pick<
  StoreApi<EvidenceState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  open(all: readonly Evidence[], at: number, isPoison?: boolean): void;
  turnTo(at: number): void;
  /** The file of a place, or of the quote that is open, in the system's file manager where there is one. */
  reveal(
    place?: Pick<Evidence, 'session' | 'agent'>,
  ): Promise<Result<CallAnswer<'evidence.reveal'>, Failure>>;
  close(): void;
}

/** Messages before and after the quoted one. */
const around = 6;

export function createEvidenceStore(bridge: Bridge): EvidenceStore {
  const store = createStore<EvidenceState>(() => ({ open: null, view: { kind: 'loading' } }));
  const load = async (): Promise<void> => {
    const { open } = store.getState();
    const quote = open?.all[open.at];
    if (quote === undefined) return;
    store.setState({ view: { kind: 'loading' } });
    const answer = await bridge.call('evidence.get', {
      session: quote.session,
      agent: quote.agent,
      turn: quote.turn,
      quote: quote.quote,
      around,
    });
    // Another quote may have been opened meanwhile.
    if (store.getState().open !== open) return;
    store.setState({
      view: answer.ok
        ? { kind: 'ready', value: answer.value, stale: null }
        : { kind: 'failed', failure: answer.error },
    });
  };
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    open(all, at, isPoison = false) {
      store.setState({ open: { all, at, isPoison } });
      void load();
    },
    turnTo(at) {
      store.setState(({ open }) => ({ open: open === null ? null : { ...open, at } }));
      void load();
    },
    async reveal(place) {
      const { open } = store.getState();
      const quote = place ?? open?.all[open.at];
      if (quote === undefined) return ok({ path: null, isShown: false });
      return bridge.call('evidence.reveal', { session: quote.session, agent: quote.agent });
    },
    close: () => store.setState({ open: null }),
  };
}
