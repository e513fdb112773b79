// /v1/memory_stores with memories and versions, as `client.beta.memoryStores` asks them.
import { z } from 'zod';
import { apiOperations, type ApiVersionListing, type ApiWritten } from '../../shared/dreams-api.ts';
import { ok } from '../../shared/result.ts';
import {
  answerWith,
  askApp,
  fullPageMax,
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
import {
  wireListed,
  wireMemory,
  wirePage,
  wireStore,
  wireVersion,
  type WireDeletedMemory,
  type WireDeletedStore,
} from './store-wire.ts';

// Whole numbers of characters are checked where they are kept; here only what kind of thing was sent.
const words = z.string('must be text');

export const storeCreateBody = z.strictObject({
  name: words,
  description: words.optional(),
  metadata: z.record(words, words).optional(),
});

export const storeUpdateBody = z.strictObject({
  name: words.nullable().optional(),
  description: words.nullable().optional(),
  metadata: z.record(words, words.nullable()).nullable().optional(),
});

export const memoryCreateBody = z.strictObject({ path: words, content: words.nullable() });

export const memoryUpdateBody = z.strictObject({
  path: words.nullable().optional(),
  content: words.nullable().optional(),
  precondition: z
    .strictObject({ type: z.literal('content_sha256'), content_sha256: words.optional() })
    .optional(),
});

const viewQuery = z.object({ view: z.enum(['basic', 'full'], 'must be basic or full').optional() });

export const storeListQuery = z.object({
  ...paging,
  'created_at[gte]': wireTime.optional(),
  'created_at[lte]': wireTime.optional(),
  include_archived: wireFlag.default(false),
});

export const memoryListQuery = z.object({
  ...paging,
  ...viewQuery.shape,
  depth: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  path_prefix: words
    .regex(/^\/(?:.*\/)?$/su, 'must start and end with "/"')
    .max(1_024, 'must be at most 1,024 bytes')
    .optional(),
});

const deleteQuery = z.object({ expected_content_sha256: words.optional() });

export const versionListQuery = z.object({
  ...paging,
  ...viewQuery.shape,
  'created_at[gte]': wireTime.optional(),
  'created_at[lte]': wireTime.optional(),
  memory_id: words.optional(),
  operation: z.enum(apiOperations, `must be one of ${apiOperations.join(', ')}`).optional(),
  session_id: words.optional(),
  api_key_id: words.optional(),
  service_account_id: words.optional(),
});

const storeOf = (ask: Ask): { readonly storeId: string } => ({ storeId: idOf(ask, 'store') });

async function createStore(ask: Ask): Promise<Outcome> {
  const body = await readBody(ask, storeCreateBody);
  if (!body.ok) return body;
  const { name, description = '', metadata = {} } = body.value;
  return answerWith(await askApp(ask, 'api.storeCreate', { name, description, metadata }, wireStore));
}

async function updateStore(ask: Ask): Promise<Outcome> {
  const body = await readBody(ask, storeUpdateBody);
  if (!body.ok) return body;
  const { name = null, description = null, metadata } = body.value;
  const change = { ...storeOf(ask), name, description, metadata: metadata ?? {} };
  return answerWith(await askApp(ask, 'api.storeUpdate', change, wireStore));
}

async function listStores(ask: Ask): Promise<Outcome> {
  const query = readQuery(ask, storeListQuery);
  if (!query.ok) return query;
  const { limit, page = null, include_archived: archivedToo } = query.value;
  const times = {
    fromMs: query.value['created_at[gte]'] ?? null,
    untilMs: query.value['created_at[lte]'] ?? null,
  };
  const wanted = { limit, after: page, archivedToo, ...times };
  return answerWith(await askApp(ask, 'api.storeList', wanted, (found) => wirePage(found, wireStore)));
}

async function deleteStore(ask: Ask): Promise<Outcome> {
  const shape = ({ storeId }: { readonly storeId: string }): WireDeletedStore => ({
    id: storeId,
    type: 'memory_store_deleted',
  });
  return answerWith(await askApp(ask, 'api.storeDelete', storeOf(ask), shape));
}

/** Written, or, in the person's own memory, waiting in their review: then the status says so, and a header by which id. */
async function tellWritten(
  told: Promise<Awaited<ReturnType<typeof askApp<'api.memoryCreate', ApiWritten>>>>,
  withContent: boolean,
): Promise<Outcome> {
  const written = await told;
  if (!written.ok) return written;
  const { memory, waitsAs } = written.value;
  return ok({ ...waiting(waitsAs), body: wireMemory(memory, withContent) });
}

const waiting = (waitsAs: string | null) =>
  waitsAs === null ? {} : { status: 202, headers: { 'slowwave-waits-in-review': waitsAs } };

async function createMemory(ask: Ask): Promise<Outcome> {
  const view = readQuery(ask, viewQuery);
  if (!view.ok) return view;
  const body = await readBody(ask, memoryCreateBody);
  if (!body.ok) return body;
  const { path, content } = body.value;
  const wish = { ...storeOf(ask), keyId: ask.keyId, path, content: content ?? '' };
  const told = askApp(ask, 'api.memoryCreate', wish, (written) => written);
  return tellWritten(told, view.value.view === 'full');
}

async function getMemory(ask: Ask): Promise<Outcome> {
  const view = readQuery(ask, viewQuery);
  if (!view.ok) return view;
  const wanted = { ...storeOf(ask), memoryId: idOf(ask, 'memory') };
  return answerWith(
    await askApp(ask, 'api.memoryGet', wanted, (memory) => wireMemory(memory, view.value.view !== 'basic')),
  );
}

async function updateMemory(ask: Ask): Promise<Outcome> {
  const view = readQuery(ask, viewQuery);
  if (!view.ok) return view;
  const body = await readBody(ask, memoryUpdateBody);
  if (!body.ok) return body;
  const { path = null, content = null, precondition } = body.value;
  const told = askApp(
    ask,
    'api.memoryUpdate',
    {
      ...storeOf(ask),
      keyId: ask.keyId,
      memoryId: idOf(ask, 'memory'),
      path,
      content,
      expectedSha256: precondition?.content_sha256 ?? null,
    },
    (written) => written,
  );
  return tellWritten(told, view.value.view === 'full');
}

async function listMemories(ask: Ask): Promise<Outcome> {
  const query = readQuery(ask, memoryListQuery);
  if (!query.ok) return query;
  const { limit, page = null, view, depth, path_prefix: prefix = null } = query.value;
  const withContent = view === 'full';
  const wanted = {
    ...storeOf(ask),
    limit: withContent ? Math.min(limit, fullPageMax) : limit,
    after: page,
    prefix,
    depth: depth === '1' ? (1 as const) : (0 as const),
    withContent,
  };
  return answerWith(await askApp(ask, 'api.memoryList', wanted, (found) => wirePage(found, wireListed)));
}

async function deleteMemory(ask: Ask): Promise<Outcome> {
  const query = readQuery(ask, deleteQuery);
  if (!query.ok) return query;
  const wish = {
    ...storeOf(ask),
    keyId: ask.keyId,
    memoryId: idOf(ask, 'memory'),
    expectedSha256: query.value.expected_content_sha256 ?? null,
  };
  const told = await askApp(ask, 'api.memoryDelete', wish, (deleted) => deleted);
  if (!told.ok) return told;
  const body: WireDeletedMemory = { id: told.value.memoryId, type: 'memory_deleted' };
  return ok({ ...waiting(told.value.waitsAs), body });
}

type VersionQuery = z.infer<typeof versionListQuery>;

function actorIn(query: VersionQuery): ApiVersionListing['actorId'] {
  const { session_id: session, api_key_id: key, service_account_id: account } = query;
  if (session !== undefined) return { kind: 'session', id: session };
  if (key !== undefined) return { kind: 'api', id: key };
  return account === undefined ? null : { kind: 'service', id: account };
}

async function listVersions(ask: Ask): Promise<Outcome> {
  const query = readQuery(ask, versionListQuery);
  if (!query.ok) return query;
  const { limit, page = null, view, memory_id: memoryId = null, operation = null } = query.value;
  const withContent = view === 'full';
  const wanted = {
    ...storeOf(ask),
    limit: withContent ? Math.min(limit, fullPageMax) : limit,
    after: page,
    fromMs: query.value['created_at[gte]'] ?? null,
    untilMs: query.value['created_at[lte]'] ?? null,
    memoryId,
    operation,
    actorId: actorIn(query.value),
    withContent,
  };
  return answerWith(await askApp(ask, 'api.versionList', wanted, (found) => wirePage(found, wireVersion)));
}

async function getVersion(ask: Ask): Promise<Outcome> {
  const view = readQuery(ask, viewQuery);
  if (!view.ok) return view;
  const wanted = { ...storeOf(ask), versionId: idOf(ask, 'version') };
  return answerWith(
    await askApp(ask, 'api.versionGet', wanted, (version) =>
      wireVersion(view.value.view === 'basic' ? { ...version, content: null } : version),
    ),
  );
}

const redact = async (ask: Ask): Promise<Outcome> => {
  const wish = { ...storeOf(ask), versionId: idOf(ask, 'version'), keyId: ask.keyId };
  return answerWith(await askApp(ask, 'api.versionRedact', wish, wireVersion));
};

const base = '/v1/memory_stores';

export const storeEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: base, run: createStore },
  { method: 'GET', path: base, run: listStores },
  {
    method: 'GET',
    path: `${base}/:store`,
    run: async (ask) => answerWith(await askApp(ask, 'api.storeGet', storeOf(ask), wireStore)),
  },
  { method: 'POST', path: `${base}/:store`, run: updateStore },
  { method: 'DELETE', path: `${base}/:store`, run: deleteStore },
  {
    method: 'POST',
    path: `${base}/:store/archive`,
    run: async (ask) => answerWith(await askApp(ask, 'api.storeArchive', storeOf(ask), wireStore)),
  },
  { method: 'POST', path: `${base}/:store/memories`, run: createMemory },
  { method: 'GET', path: `${base}/:store/memories`, run: listMemories },
  { method: 'GET', path: `${base}/:store/memories/:memory`, run: getMemory },
  { method: 'POST', path: `${base}/:store/memories/:memory`, run: updateMemory },
  { method: 'DELETE', path: `${base}/:store/memories/:memory`, run: deleteMemory },
  { method: 'GET', path: `${base}/:store/memory_versions`, run: listVersions },
  { method: 'GET', path: `${base}/:store/memory_versions/:version`, run: getVersion },
  { method: 'POST', path: `${base}/:store/memory_versions/:version/redact`, run: redact },
];
