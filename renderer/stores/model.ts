// The model that may help a night: how things stand, what it would cost, its prices, its rubric, and the calls of a night.
// Only `test`, and an estimate that is asked of the server, reach the network.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CallAnswer, Running } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type {
  BatchesWaiting,
  KeyFor,
  ModelEstimate,
  ModelPrice,
  ModelTest,
  ModelView,
  NightTrace,
  PriceList,
} from '../../shared/models.ts';
import type { Result } from '../../shared/result.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/** What came of the newest try of the connection; null while nobody tried. */
export type Tested = Result<ModelTest, Failure> | 'asking' | null;

export interface ModelStore {
  readonly status: RemoteStore<ModelView>;
  /** From what is known here, without asking the server. */
  readonly estimate: RemoteStore<ModelEstimate>;
  readonly prices: RemoteStore<PriceList>;
  /** What a night handed in and did not see the end of. */
  readonly batches: RemoteStore<BatchesWaiting>;
  /** By the Markdown of one; '' for the usual. */
  readonly rubric: Keyed<CallAnswer<'model.rubric'>>;
  /** By a night's id; `newestTrace` for the newest that asked. */
  readonly trace: Keyed<NightTrace>;
  readonly tested: Pick<StoreApi<Tested>, 'getState' | 'getInitialState' | 'subscribe'>;
  test(): Promise<void>;
  /** What was tried holds no more: another server is meant, or another key. */
  forgetTest(): void;
  /** Each gives the failure to show, or null. */
  setKey(who: KeyFor, key: string | null): Promise<Failure | null>;
  askBatches(): Promise<Failure | null>;
  stopBatch(batch: number, giveUp: boolean): Promise<Failure | null>;
  countByServer(): Promise<Failure | null>;
  setPrice(model: string, price: Pick<ModelPrice, 'input' | 'output'> | null): Promise<Failure | null>;
  /** While a run asks, its calls are asked for anew, whenever it has spent something. */
  onRun(running: Running): void;
  concernedBySettings(): readonly { refresh(): Promise<void> }[];
  concernedByNights(): readonly { refresh(): Promise<void> }[];
}

export const newestTrace = 'newest';
// A night may make hundreds of calls, and the eye wants no more.
const lookEveryMs = 1_000;

export function createModelStore(bridge: Bridge): ModelStore {
  const status = createRemote(() => bridge.call('model.status', {}));
  const estimate = createRemote(() => bridge.call('model.estimate', { ask: false }));
  const prices = createRemote(() => bridge.call('model.prices', {}));
  const batches = createRemote(() => bridge.call('model.batches', {}));
  const rubric = createKeyed((markdown) =>
    bridge.call('model.rubric', { markdown: markdown === '' ? null : markdown }),
  );
  const trace = createKeyed((night) =>
    bridge.call('model.trace', { night: night === newestTrace ? null : night }),
  );
  const tested = createStore<Tested>(() => null);
  let asked = 0;
  let spentBefore = 0;
  let lookedAtMs = 0;
  const taken = <T>(answer: Result<T, Failure>, into: RemoteStore<T>): Failure | null => {
    if (!answer.ok) return answer.error;
    into.put(answer.value);
    return null;
  };
  const forgetTest = (): void => {
    asked += 1;
    tested.setState(null, true);
  };
  return {
    status,
    estimate,
    prices,
    batches,
    rubric,
    trace,
    tested,
    async test() {
      asked += 1;
      const mine = asked;
      tested.setState('asking', true);
      const answer = await bridge.call('model.test', {});
      if (mine === asked) tested.setState(answer, true);
    },
    forgetTest,
    async setKey(who, key) {
      forgetTest();
      return taken(await bridge.call('model.key', { who, key }), status);
    },
    askBatches: async () => taken(await bridge.call('model.askBatches', {}), batches),
    stopBatch: async (batch, giveUp) =>
      taken(await bridge.call('model.stopBatch', { batch, giveUp }), batches),
    countByServer: async () => taken(await bridge.call('model.estimate', { ask: true }), estimate),
    setPrice: async (model, price) => taken(await bridge.call('model.setPrice', { model, price }), prices),
    onRun({ spent, events }) {
      const atMs = events[0]?.atMs ?? 0;
      if (spent.tokens === spentBefore || Math.abs(atMs - lookedAtMs) < lookEveryMs) return;
      spentBefore = spent.tokens;
      lookedAtMs = atMs;
      void trace.at(newestTrace).refresh();
    },
    concernedBySettings: () => [status, estimate, prices, batches],
    concernedByNights: () => [status, estimate, batches, ...trace.known()],
  };
}
