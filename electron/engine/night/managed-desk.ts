// What a person asks about dreams in Anthropic's own cloud: which there are, what starting one would send, how one goes on,
// and what it says, brought into their review.
import type { Failure, Listening } from '../../../shared/engine.ts';
import { instructionsFailure } from '../../../shared/instructions.ts';
import type { ManagedAnswers, ManagedDream, ManagedPlan, ManagedWish } from '../../../shared/managed.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { usualSettings, type ModelSettings } from '../../../shared/settings.ts';
import { costOf, priceOf, type PriceTable } from '../budget/prices.ts';
import type { Managed, ModelFault, SendOptions } from '../deps.ts';
import { openManaged } from '../models/index.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import { readSettings } from '../store/settings.ts';
import { bringDream } from './bring-dream.ts';
import { waitFor } from './mind.ts';
import { addressOf, keyOf, pricesFor, usualConsolidator } from './mind-settings.ts';
import type { ModelDeskNeeds } from './model-desk.ts';
import { modelFailure } from './model-failures.ts';

/** A server to speak with, and what is set of it. */
interface There {
  readonly managed: Managed;
  readonly address: string;
  readonly settings: ModelSettings;
  readonly prices: PriceTable;
}

// A person waits for these answers; a list of a hundred dreams comes in one of them.
const waitMs = 30_000;
const given: SendOptions = { timeoutMs: waitMs };

const noServer: Failure = {
  kind: 'wrong-input',
  happened: 'No server with managed dreams is chosen, or there is no key for it.',
  safe: 'Nothing was sent.',
  todo: 'Choose Claude and give a key: "slowwave model use claude", "slowwave model key".',
};

async function thereFor(needs: ModelDeskNeeds): Promise<Result<There, Failure>> {
  const { deps } = needs;
  const store = needs.hasStore() ? needs.store() : null;
  if (store !== null && !store.ok) return store;
  const read = attempt(() => (store === null ? usualSettings.model : readSettings(store.value.db).model));
  if (!read.ok) return read;
  const address = addressOf(read.value);
  const key = read.value.choice === 'none' ? null : keyOf(deps, read.value.choice);
  if (address === null || key === null) return err(noServer);
  const prices = pricesFor(deps);
  if (!prices.ok) return prices;
  const managed = await openManaged({ baseUrl: address, key });
  return ok({ managed, address, settings: read.value, prices: prices.value });
}

function priced({ prices }: There, dream: Omit<ManagedDream, 'usd'>): ManagedDream {
  const price = priceOf(prices, dream.model);
  return { ...dream, usd: price === null ? null : costOf(dream.usage, price) / 1e9 };
}

const told = <T>(found: Result<T, ModelFault>): Result<T, Failure> =>
  found.ok ? found : err(modelFailure(found.error));

/** The service's own limit, from the SDK's doc comments. */
const sessionsMax = 100;

function planFor(needs: ModelDeskNeeds, there: There, wish: ManagedWish): Result<ManagedPlan, Failure> {
  const tooLong = instructionsFailure(wish.instructions);
  if (tooLong !== null) return err(tooLong);
  const sessionIds = [...new Set(wish.sessionIds)].toSorted();
  if (sessionIds.length < 1 || sessionIds.length > sessionsMax || wish.storeId.trim() === '') {
    return err({
      kind: 'wrong-input',
      happened: `A managed dream wants one memory store and 1 to ${sessionsMax} sessions.`,
      safe: 'Nothing was sent.',
      todo: 'Name them: "slowwave managed list" shows what is there.',
    });
  }
  const model = wish.model ?? there.settings.consolidatorModel ?? usualConsolidator;
  const price = priceOf(there.prices, model);
  return ok({
    address: there.address,
    model,
    storeId: wish.storeId,
    sessionIds,
    instructions: wish.instructions === null ? null : needs.masker.mask(wish.instructions).text,
    price: price === null ? null : { input: price.input, output: price.output },
  });
}

const isOver = ({ status }: Pick<ManagedDream, 'status'>): boolean =>
  status !== 'pending' && status !== 'running';

// From half a second to half a minute: such a dream takes minutes to hours.
const lookMs = (looks: number): number => Math.min(30_000, 500 * 2 ** Math.min(looks, 6));
// So often a server may fail to answer before the watching ends.
const missesMax = 5;

async function watch(
  there: There,
  id: string,
  usdMax: number | null,
  { onProgress, signal }: Listening,
): Promise<Result<ManagedDream, Failure>> {
  let misses = 0;
  for (let looks = 0; ; looks++) {
    const found = await there.managed.dream(id, { ...given, signal });
    if (found.ok) {
      misses = 0;
      const dream = priced(there, found.value);
      const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = dream.usage;
      const tokens = inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens;
      const text = `${dream.id} is ${dream.status}`;
      const spent = { tokens, usd: dream.usd ?? 0 };
      onProgress?.({ kind: 'step', stage: 'deep', done: 0, total: 0, text, spent });
      if (isOver(dream)) return ok(dream);
      if (usdMax !== null && (dream.usd ?? 0) > usdMax) return cancel(there, id);
    } else {
      misses += 1;
      const isLasting = found.error.fault === 'key-invalid' || found.error.fault === 'no-such-model';
      if (isLasting || misses > missesMax || signal?.aborted === true) return err(modelFailure(found.error));
    }
    await waitFor(lookMs(looks), signal);
    if (signal?.aborted === true) {
      const fault = { fault: 'woken' as const, detail: 'The watching was ended. The dream goes on.' };
      return err(modelFailure(fault));
    }
  }
}

async function cancel(there: There, id: string): Promise<Result<ManagedDream, Failure>> {
  const ended = told(await there.managed.cancel(id, given));
  return ended.ok ? ok(priced(there, ended.value)) : ended;
}

const notOver = (dream: ManagedDream): Failure => ({
  kind: 'wrong-input',
  happened:
    dream.outputStoreId === null
      ? `The dream ${dream.id} is ${dream.status} and has no store that could be brought.`
      : `The dream ${dream.id} is ${dream.status}: what its store holds may be half of it.`,
  safe: 'Nothing was changed.',
  todo: isOver(dream)
    ? 'Bring it with --partial, or dream anew.'
    : 'Wait for its end: "slowwave managed watch".',
});

async function bring(
  needs: ModelDeskNeeds,
  there: There,
  id: string,
  isPartial: boolean,
): ReturnType<ManagedAnswers['managedBring']> {
  const found = told(await there.managed.dream(id, given));
  if (!found.ok) return found;
  const dream = priced(there, found.value);
  const isThere = dream.status === 'completed' || (isPartial && isOver(dream));
  if (!isThere || dream.outputStoreId === null) return err(notOver(dream));
  const after = told(await there.managed.documents(dream.outputStoreId, given));
  if (!after.ok) return after;
  const isInPlace = dream.storeId === null || dream.storeId === dream.outputStoreId;
  // A store that is gone since says nothing of what the dream left out.
  const before =
    isInPlace || dream.storeId === null ? null : await there.managed.documents(dream.storeId, given);
  const store = needs.store();
  if (!store.ok) return store;
  const { db } = store.value;
  return attemptResult(() =>
    ok({
      dream,
      ...bringDream({
        db,
        masker: needs.masker,
        nowMs: needs.deps.clock.now(),
        dream: dream.id,
        before: before?.ok === true ? before.value : [],
        after: after.value,
      }),
    }),
  );
}

const notAgreed = (address: string): Failure => ({
  kind: 'wrong-input',
  happened: `You have not agreed that this goes to ${address}.`,
  safe: 'Nothing was sent.',
  todo: 'Look at what would be sent, and say yes.',
});

export function createManagedDesk(needs: ModelDeskNeeds): ManagedAnswers {
  const withServer = async <T>(
    work: (there: There) => Promise<Result<T, Failure>> | Result<T, Failure>,
  ): Promise<Result<T, Failure>> => {
    const there = await thereFor(needs);
    return there.ok ? work(there.value) : there;
  };
  return {
    managedList: () =>
      withServer(async (there) => {
        const dreams = told(await there.managed.dreams(given));
        if (!dreams.ok) return dreams;
        const stores = told(await there.managed.stores(given));
        if (!stores.ok) return stores;
        const sessions = await there.managed.sessions(given);
        return ok({
          address: there.address,
          dreams: dreams.value.map((dream) => priced(there, dream)),
          stores: stores.value,
          sessions: sessions.ok ? sessions.value : null,
        });
      }),
    managedPlan: (wish) => withServer((there) => planFor(needs, there, wish)),
    managedStart: (wish) =>
      withServer(async (there) => {
        const plan = planFor(needs, there, wish);
        if (!plan.ok) return plan;
        if (wish.agreedTo !== there.address) return err(notAgreed(there.address));
        const started = told(await there.managed.start(plan.value, given));
        return started.ok ? ok(priced(there, started.value)) : started;
      }),
    managedWatch: (id, { usdMax }, listening) => withServer((there) => watch(there, id, usdMax, listening)),
    managedCancel: (id) => withServer((there) => cancel(there, id)),
    managedBring: (id, { partial }) => withServer((there) => bring(needs, there, id, partial)),
  };
}
