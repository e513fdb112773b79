// Readers of what programs ask through the Dreams API, once the host has made questions of it: the same limits as there,
// rounded up; which of them hold exactly is said by the answer.
import { z } from 'zod';
import { apiDreamStatuses, apiOperations, type ApiCalls } from '../../shared/dreams-api.ts';
import * as p from './pieces.ts';

const store = { storeId: p.id };
const key = { keyId: p.id };
const paging = { limit: z.int().min(1).max(1_000), after: p.orNull(z.string().max(4_096)) };
const times = { fromMs: p.orNull(p.time), untilMs: p.orNull(p.time) };
// In characters: what is longer than the limit in bytes is told so by the answer.
const content = z.string().max(1_048_576);
const path = z.string().max(8_192);
const sha256 = p.orNull(z.string().max(200));
const word = z.string().max(20_000);
const words = z.record(z.string().max(1_000), word);

export const apiReaders: { readonly [N in keyof ApiCalls]: p.Reads<ApiCalls[N]['args']> } = {
  'api.storeCreate': z.strictObject({ name: word, description: word, metadata: words }),
  'api.storeGet': z.strictObject(store),
  'api.storeUpdate': z.strictObject({
    ...store,
    name: p.orNull(word),
    description: p.orNull(word),
    metadata: z.record(z.string().max(1_000), p.orNull(word)),
  }),
  'api.storeList': z.strictObject({ ...paging, ...times, archivedToo: p.flag }),
  'api.storeArchive': z.strictObject(store),
  'api.storeDelete': z.strictObject(store),
  'api.memoryCreate': z.strictObject({ ...store, ...key, path, content }),
  'api.memoryGet': z.strictObject({ ...store, memoryId: p.id }),
  'api.memoryUpdate': z.strictObject({
    ...store,
    ...key,
    memoryId: p.id,
    path: p.orNull(path),
    content: p.orNull(content),
    expectedSha256: sha256,
  }),
  'api.memoryList': z.strictObject({
    ...store,
    ...paging,
    prefix: p.orNull(path),
    depth: z.union([z.literal(0), z.literal(1)]),
    withContent: p.flag,
  }),
  'api.memoryDelete': z.strictObject({ ...store, ...key, memoryId: p.id, expectedSha256: sha256 }),
  'api.versionList': z.strictObject({
    ...store,
    ...paging,
    ...times,
    memoryId: p.orNull(p.id),
    operation: p.orNull(z.enum(apiOperations)),
    actorId: p.orNull(z.strictObject({ kind: z.enum(['api', 'session', 'user', 'service']), id: p.id })),
    withContent: p.flag,
  }),
  'api.versionGet': z.strictObject({ ...store, versionId: p.id }),
  'api.versionRedact': z.strictObject({ ...store, ...key, versionId: p.id }),
  'api.dreamCreate': z.strictObject({
    ...store,
    // How many are too many is said by the answer.
    sessionIds: z.array(p.id).max(10_000),
    model: z.strictObject({ id: word, speed: p.orNull(z.literal('standard')) }),
    instructions: p.orNull(word),
    isInPlace: p.flag,
  }),
  'api.dreamGet': z.strictObject({ dreamId: p.id }),
  'api.dreamList': z.strictObject({
    ...paging,
    statuses: z.array(z.enum(apiDreamStatuses)).max(100),
    afterMs: p.orNull(p.time),
    beforeMs: p.orNull(p.time),
    archivedToo: p.flag,
  }),
  'api.dreamCancel': z.strictObject({ dreamId: p.id }),
  'api.dreamArchive': z.strictObject({ dreamId: p.id }),
  'api.events': z.strictObject({ sessionId: p.id, after: p.ordinal }),
};
