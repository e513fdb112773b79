// Dreams, memory stores and sessions in Anthropic's own cloud, over the official SDK. What is only read is tried again by the
// SDK; what begins or ends a dream is asked once.
import Anthropic from '@anthropic-ai/sdk';
import type { BetaDream, DreamCreateParams } from '@anthropic-ai/sdk/resources/beta/dreams';
import type { ManagedDream, ManagedSession, ManagedStore } from '../../../shared/managed.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Managed, ManagedDocument, ModelFault, SendOptions } from '../deps.ts';
import { faultFrom, faultWords } from './faults.ts';

const listedMax = 100;
// An API's own limit for one store.
const memoriesMax = 2_000;

interface Given {
  readonly timeout: number;
  readonly signal: AbortSignal | null;
  readonly maxRetries: number;
}

async function tried<T>(
  work: (options: Given) => Promise<T>,
  { timeoutMs, signal }: SendOptions,
  maxRetries: number,
): Promise<Result<T, ModelFault>> {
  try {
    return ok(await work({ timeout: timeoutMs, signal: signal ?? null, maxRetries }));
  } catch (error) {
    return err(told(error, signal?.aborted ?? false));
  }
}

const reading = <T>(work: (options: Given) => Promise<T>, given: SendOptions) => tried(work, given, 2);
const acting = <T>(work: (options: Given) => Promise<T>, given: SendOptions) => tried(work, given, 0);

export function createManaged(wish: { readonly baseUrl: string; readonly key: string | null }): Managed {
  const client = new Anthropic({
    baseURL: wish.baseUrl,
    apiKey: wish.key ?? 'none',
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  });
  return { ...dreamCalls(client), ...storeCalls(client) };
}

type DreamCalls = Pick<Managed, 'dreams' | 'dream' | 'start' | 'cancel'>;

const dreamCalls = ({ beta: { dreams } }: Anthropic): DreamCalls => ({
  dreams: (given) => reading(async (o) => (await firstOf(dreams.list({}, o))).map(dreamOf), given),
  dream: (id, given) => reading(async (o) => dreamOf(await dreams.retrieve(id, {}, o)), given),
  start: ({ storeId, sessionIds, model, instructions }, given) => {
    const wish: DreamCreateParams = {
      inputs: [
        { type: 'memory_store', memory_store_id: storeId },
        { type: 'sessions', session_ids: [...sessionIds] },
      ],
      model,
      ...(instructions === null ? {} : { instructions }),
    };
    return acting(async (o) => dreamOf(await dreams.create(wish, o)), given);
  },
  cancel: (id, given) => acting(async (o) => dreamOf(await dreams.cancel(id, {}, o)), given),
});

const storeCalls = ({ beta }: Anthropic): Omit<Managed, keyof DreamCalls> => ({
  stores: (given) =>
    reading(
      async (o) =>
        (await firstOf(beta.memoryStores.list({}, o))).map(({ id, name }): ManagedStore => ({ id, name })),
      given,
    ),
  sessions: (given) =>
    reading(
      async (o) =>
        (await firstOf(beta.sessions.list({}, o))).map(
          ({ id, title, created_at: createdAt }): ManagedSession => ({ id, title, createdAt }),
        ),
      given,
    ),
  documents: (storeId, given) =>
    reading(async (o) => {
      const found: ManagedDocument[] = [];
      for await (const item of beta.memoryStores.memories.list(storeId, { view: 'full' }, o)) {
        if (item.type === 'memory') found.push({ path: item.path, content: item.content ?? '' });
        if (found.length >= memoriesMax) break;
      }
      return found;
    }, given),
});

async function firstOf<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of pages) {
    found.push(item);
    if (found.length >= listedMax) break;
  }
  return found;
}

/** Here 404 is about a dream or a store, not about a model. */
function told(error: unknown, isWoken: boolean): ModelFault {
  const fault = faultFrom(error, { hasBegun: false, isWoken });
  return fault.fault === 'no-such-model'
    ? { ...fault, detail: 'The server does not know it: a dream, a store, a session, or these calls at all.' }
    : { ...fault, detail: faultWords(fault.fault) };
}

const errorCharsMax = 300;

/** The price is not the server's to say. */
const dreamOf = (dream: BetaDream): Omit<ManagedDream, 'usd'> => ({
  id: dream.id,
  status: dream.status,
  model: dream.model.id,
  storeId: dream.inputs.flatMap((one) => (one.type === 'memory_store' ? one.memory_store_id : []))[0] ?? null,
  sessionIds: dream.inputs.flatMap((one) => (one.type === 'sessions' ? one.session_ids : [])),
  outputStoreId: dream.outputs[0]?.memory_store_id ?? null,
  instructions: dream.instructions,
  usage: {
    inputTokens: dream.usage.input_tokens,
    outputTokens: dream.usage.output_tokens,
    cacheWriteTokens: dream.usage.cache_creation_input_tokens,
    cacheReadTokens: dream.usage.cache_read_input_tokens,
  },
  error: dream.error === null ? null : `${dream.error.type}: ${dream.error.message}`.slice(0, errorCharsMax),
  createdAt: dream.created_at,
  endedAt: dream.ended_at,
});
