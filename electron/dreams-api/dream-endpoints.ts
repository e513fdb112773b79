// /v1/dreams as `client.beta.dreams` asks it, and the events of the session that runs a dream.
import { z } from 'zod';
import { apiDreamStatuses, type ApiDreamWish } from '../../shared/dreams-api.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { wireDream, wireEvent, type WireEvent } from './dream-wire.ts';
import {
  answerWith,
  askApp,
  idOf,
  paging,
  readBody,
  readQuery,
  wireFlag,
  wireTime,
  type Ask,
  type Endpoint,
  type Outcome,
} from './endpoint.ts';
import { invalid, type ApiError } from './errors.ts';
import { cursorOf, wirePage } from './store-wire.ts';
import { streamEvents } from './event-stream.ts';

const words = z.string('must be text');

export const dreamCreateBody = z.strictObject({
  inputs: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('memory_store'), memory_store_id: words }),
      z.strictObject({ type: z.literal('sessions'), session_ids: z.array(words) }),
    ]),
    'must be a list',
  ),
  model: z.union(
    [words, z.strictObject({ id: words, speed: z.enum(['standard', 'fast']).nullable().optional() })],
    'must be an id, or an id with a speed',
  ),
  instructions: words.nullable().optional(),
  output_behavior: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('create_new') }),
      z.strictObject({ type: z.literal('update_existing'), memory_store_id: words }),
    ])
    .optional(),
});

export const dreamListQuery = z.object({
  ...paging,
  'statuses[]': z.array(z.enum(apiDreamStatuses, `must be of ${apiDreamStatuses.join(', ')}`)).optional(),
  statuses: z.enum(apiDreamStatuses).optional(),
  'created_at[gt]': wireTime.optional(),
  'created_at[lt]': wireTime.optional(),
  include_archived: wireFlag.default(false),
});

export const eventListQuery = z.object({
  ...paging,
  limit: paging.limit.default(100),
  order: z.enum(['asc', 'desc'], 'must be asc or desc').default('asc'),
  'types[]': z.array(words).optional(),
  'created_at[gt]': wireTime.optional(),
  'created_at[gte]': wireTime.optional(),
  'created_at[lt]': wireTime.optional(),
  'created_at[lte]': wireTime.optional(),
});

type CreateBody = z.infer<typeof dreamCreateBody>;

/** What must fit together within the question itself. */
function wishOf({
  inputs,
  model,
  instructions,
  output_behavior: output,
}: CreateBody): Result<ApiDreamWish, ApiError> {
  const stores = inputs.flatMap((input) => (input.type === 'memory_store' ? [input.memory_store_id] : []));
  const sessions = inputs.flatMap((input) => (input.type === 'sessions' ? [input.session_ids] : []));
  const [[storeId], [sessionIds]] = [stores, sessions];
  if (storeId === undefined || stores.length > 1 || sessionIds === undefined || sessions.length > 1)
    return err(invalid('inputs must hold exactly one memory_store and exactly one sessions'));
  if (output?.type === 'update_existing' && output.memory_store_id !== storeId)
    return err(invalid('output_behavior: memory_store_id must be the memory store of inputs'));
  const { id, speed = null } = typeof model === 'string' ? { id: model } : model;
  if (speed === 'fast') return err(invalid('model: speed must be standard'));
  if (id.length < 1 || id.length > 256) return err(invalid('model: id must have 1 to 256 characters'));
  return ok({
    storeId,
    sessionIds,
    model: { id, speed },
    instructions: instructions ?? null,
    isInPlace: output?.type === 'update_existing',
  });
}

async function createDream(ask: Ask): Promise<Outcome> {
  const body = await readBody(ask, dreamCreateBody);
  if (!body.ok) return body;
  const wish = wishOf(body.value);
  return wish.ok ? answerWith(await askApp(ask, 'api.dreamCreate', wish.value, wireDream)) : wish;
}

async function listDreams(ask: Ask): Promise<Outcome> {
  const query = readQuery(ask, dreamListQuery);
  if (!query.ok) return query;
  const { limit, page = null, include_archived: archivedToo, statuses } = query.value;
  const wanted = {
    limit,
    after: page,
    archivedToo,
    statuses: [...(query.value['statuses[]'] ?? []), ...(statuses === undefined ? [] : [statuses])],
    afterMs: query.value['created_at[gt]'] ?? null,
    beforeMs: query.value['created_at[lt]'] ?? null,
  };
  return answerWith(await askApp(ask, 'api.dreamList', wanted, (found) => wirePage(found, wireDream)));
}

const ofDream = (ask: Ask): { readonly dreamId: string } => ({ dreamId: idOf(ask, 'dream') });

/** As many as a session has; a dream's are some hundreds at most, so they are paged here. */
async function listEvents(ask: Ask): Promise<Outcome> {
  const query = readQuery(ask, eventListQuery);
  if (!query.ok) return query;
  const sessionId = idOf(ask, 'session');
  const told = await askApp(ask, 'api.events', { sessionId, after: 0 }, ({ events }) =>
    events.filter(({ atMs }) => isWithin(query.value, atMs)).map((event) => wireEvent(sessionId, event)),
  );
  if (!told.ok) return told;
  const types = query.value['types[]'];
  const all = told.value.filter(({ type }) => types === undefined || types.includes(type));
  const ordered: readonly WireEvent[] = query.value.order === 'asc' ? all : all.toReversed();
  const from = Number(query.value.page ?? 0);
  if (!Number.isSafeInteger(from)) return err(invalid('page: is no cursor of this list'));
  const next = from + query.value.limit;
  const data = ordered.slice(from, next);
  return ok({ body: { data, next_page: next < ordered.length ? cursorOf(String(next)) : null } });
}

function isWithin(query: z.infer<typeof eventListQuery>, atMs: number): boolean {
  return (
    atMs > (query['created_at[gt]'] ?? -1) &&
    atMs >= (query['created_at[gte]'] ?? 0) &&
    atMs < (query['created_at[lt]'] ?? Infinity) &&
    atMs <= (query['created_at[lte]'] ?? Infinity)
  );
}

const base = '/v1/dreams';

export const dreamEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: base, run: createDream },
  { method: 'GET', path: base, run: listDreams },
  {
    method: 'GET',
    path: `${base}/:dream`,
    run: async (ask) => answerWith(await askApp(ask, 'api.dreamGet', ofDream(ask), wireDream)),
  },
  {
    method: 'POST',
    path: `${base}/:dream/cancel`,
    run: async (ask) => answerWith(await askApp(ask, 'api.dreamCancel', ofDream(ask), wireDream)),
  },
  {
    method: 'POST',
    path: `${base}/:dream/archive`,
    run: async (ask) => answerWith(await askApp(ask, 'api.dreamArchive', ofDream(ask), wireDream)),
  },
  { method: 'GET', path: '/v1/sessions/:session/events', run: listEvents },
  { method: 'GET', path: '/v1/sessions/:session/events/stream', run: streamEvents },
];
