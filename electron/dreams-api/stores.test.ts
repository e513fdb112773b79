// Memory stores, memories and versions, asked by the official SDK of a real host over a real engine process.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import Anthropic, {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  PermissionDeniedError,
  RateLimitError,
} from '@anthropic-ai/sdk';
import { ownStoreId } from '../../shared/dreams-api.ts';
import { renewApiKey } from '../api-key/key-file.ts';
import { openApi, refusal, type OpenedApi } from './testing/open-api.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenedApi;
let stores: Anthropic['beta']['memoryStores'];
beforeAll(async () => {
  api = await openApi({ home: 'empty' });
  stores = api.client.beta.memoryStores;
});
afterAll(() => api.close());

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const newStore = async (name = 'Shop'): Promise<string> => (await stores.create({ name })).id;

async function allOf<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of pages) found.push(item);
  return found;
}

describe('memory stores', () => {
  it('are created, retrieved, updated key by key, archived and deleted', async () => {
    const made = await stores.create({
      name: 'User Preferences',
      description: 'Per-user preferences.',
      metadata: { team: 'shop', tier: 'one' },
    });
    expect(made).toEqual({
      id: expect.stringMatching(/^memstore_\w+$/u) as unknown,
      type: 'memory_store',
      name: 'User Preferences',
      description: 'Per-user preferences.',
      metadata: { team: 'shop', tier: 'one' },
      created_at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/u) as unknown,
      updated_at: made.created_at,
      archived_at: null,
    });
    expect(await stores.retrieve(made.id)).toEqual(made);
    const changed = await stores.update(made.id, {
      description: '',
      metadata: { tier: null, owner: 'sam' },
    });
    expect(changed).toMatchObject({
      name: 'User Preferences',
      description: '',
      metadata: { team: 'shop', owner: 'sam' },
    });
    const archived = await stores.archive(made.id);
    expect(archived.archived_at).not.toBeNull();
    expect(await stores.archive(made.id)).toEqual(archived);
    expect(await stores.delete(made.id)).toEqual({ id: made.id, type: 'memory_store_deleted' });
    expect((await refusal(stores.retrieve(made.id))).status).toBe(404);
  });

  it('are listed newest first, page by page to the end, without archived ones unless these are asked for', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.unshift(await newStore(`Store ${at}`));
    await stores.archive(ids[2] ?? '');
    const first = await stores.list({ limit: 2 });
    expect(first.data).toHaveLength(2);
    expect(first.next_page).toMatch(/^[\w-]+$/u);
    const listed = (await allOf(stores.list({ limit: 2 }))).map(({ id }) => id);
    expect(listed.filter((id) => ids.includes(id))).toEqual([ids[0], ids[1], ids[3], ids[4]]);
    expect(listed.at(-1)).toBe(ownStoreId);
    expect(new Set(listed).size).toBe(listed.length);
    const withArchived = await allOf(stores.list({ limit: 3, include_archived: true }));
    expect(withArchived.map(({ id }) => id)).toContain(ids[2]);
    const { created_at: at } = await stores.retrieve(ids[0] ?? '');
    const since = await allOf(stores.list({ 'created_at[gte]': at }));
    expect(since.map(({ id }) => id)).toContain(ids[0]);
    expect(await allOf(stores.list({ 'created_at[lte]': '2001-01-01T00:00:00Z', limit: 1 }))).toMatchObject([
      { id: ownStoreId },
    ]);
  });

  it.each([
    ['no name', { name: '' }],
    ['a name too long', { name: 'n'.repeat(256) }],
    ['a control character in its name', { name: 'a\u0007b' }],
    ['a description too long', { name: 'n', description: 'd'.repeat(1_025) }],
    [
      'too many pairs',
      { name: 'n', metadata: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`k${at}`, 'v'])) },
    ],
    ['a key too long', { name: 'n', metadata: { ['k'.repeat(65)]: 'v' } }],
    ['a value too long', { name: 'n', metadata: { k: 'v'.repeat(513) } }],
  ])('with %s are refused', async (_, params) => {
    const error = await refusal(stores.create(params));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error.type).toBe('invalid_request_error');
  });
});

describe('memories', () => {
  it('are created, retrieved, renamed, changed and deleted, and keep their id', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/notes/todo.md', content: 'Buy milk.\n' });
    expect(made).toMatchObject({
      id: expect.stringMatching(/^mem_/u) as unknown,
      type: 'memory',
      memory_store_id: store,
      path: '/notes/todo.md',
      content: null,
      content_sha256: sha256('Buy milk.\n'),
      content_size_bytes: 10,
      memory_version_id: expect.stringMatching(/^memver_/u) as unknown,
    });
    const whole = await stores.memories.retrieve(made.id, { memory_store_id: store });
    expect(whole.content).toBe('Buy milk.\n');
    const basic = await stores.memories.retrieve(made.id, { memory_store_id: store, view: 'basic' });
    expect(basic.content).toBeNull();
    const changed = await stores.memories.update(made.id, {
      memory_store_id: store,
      path: '/done.md',
      content: 'Bought.',
      precondition: { type: 'content_sha256', content_sha256: made.content_sha256 },
      view: 'full',
    });
    expect(changed).toMatchObject({ id: made.id, path: '/done.md', content: 'Bought.' });
    expect(changed.memory_version_id).not.toBe(made.memory_version_id);
    expect(
      await stores.memories.delete(made.id, {
        memory_store_id: store,
        expected_content_sha256: changed.content_sha256,
      }),
    ).toEqual({ id: made.id, type: 'memory_deleted' });
    expect((await refusal(stores.memories.retrieve(made.id, { memory_store_id: store }))).status).toBe(404);
  });

  it('change nothing and add no version where they say it already, whatever the precondition', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/a', content: 'same' });
    const again = await stores.memories.update(made.id, {
      memory_store_id: store,
      content: 'same',
      precondition: { type: 'content_sha256', content_sha256: sha256('other') },
    });
    expect(again.memory_version_id).toBe(made.memory_version_id);
  });

  it('with a stale hash are left as they are', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/a', content: 'one' });
    const stale = sha256('none');
    for (const asked of [
      () =>
        stores.memories.update(made.id, {
          memory_store_id: store,
          content: 'two',
          precondition: { type: 'content_sha256', content_sha256: stale },
        }),
      () => stores.memories.delete(made.id, { memory_store_id: store, expected_content_sha256: stale }),
    ]) {
      const error = await refusal(asked());
      expect(error).toBeInstanceOf(ConflictError);
      expect(error.type).toBe('memory_precondition_failed_error');
    }
    expect((await stores.memories.retrieve(made.id, { memory_store_id: store })).content).toBe('one');
  });

  it('never share a path, nor stand where a folder is', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/notes/todo.md', content: 'x' });
    const other = await stores.memories.create(store, { path: '/other', content: 'y' });
    for (const asked of [
      () => stores.memories.create(store, { path: '/notes/todo.md', content: 'z' }),
      () => stores.memories.create(store, { path: '/notes', content: 'z' }),
      () => stores.memories.create(store, { path: '/notes/todo.md/deeper', content: 'z' }),
      () => stores.memories.update(other.id, { memory_store_id: store, path: '/notes' }),
    ]) {
      const error = await refusal(asked());
      expect(error.status).toBe(409);
      expect(error.type).toBe('memory_path_conflict_error');
      expect(error.error).toMatchObject({
        type: 'error',
        error: { conflicting_memory_id: made.id, conflicting_path: '/notes/todo.md' },
        request_id: expect.stringMatching(/^req_/u) as unknown,
      });
    }
    await stores.memories.create(store, { path: '/notes-archive', content: 'z' });
  });

  it.each([
    ['no slash', 'notes.md'],
    ['that climbs', '/notes/../secret'],
    ['with a dot', '/./a'],
    ['with an empty segment', '/notes//a'],
    ['that ends with a slash', '/notes/'],
    ['of 21 segments', '/a'.repeat(21)],
    ['of 1,025 bytes', `/${'a'.repeat(1_024)}`],
    ['that is not NFC', '/cafe\u0301'],
    ['with a control character', '/a\u0000b'],
    ['with a format character', '/a\u202eb'],
    ['with a line separator', '/a\u2028b'],
  ])('under a path %s are refused', async (_, path) => {
    const error = await refusal(stores.memories.create(await newStore(), { path, content: 'x' }));
    expect(error.status).toBe(400);
    expect(error.type).toBe('invalid_request_error');
  });

  it('hold 102,400 bytes and not one more', async () => {
    const store = await newStore();
    const whole = 'é'.repeat(51_200);
    const made = await stores.memories.create(store, { path: '/large', content: whole });
    expect(made.content_size_bytes).toBe(102_400);
    const error = await refusal(stores.memories.create(store, { path: '/larger', content: `${whole}x` }));
    expect([error.status, error.type]).toEqual([400, 'invalid_request_error']);
  });

  it('in an archived store can be read and deleted, not written', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/a', content: 'x' });
    await stores.archive(store);
    for (const asked of [
      () => stores.memories.create(store, { path: '/b', content: 'x' }),
      () => stores.memories.update(made.id, { memory_store_id: store, content: 'y' }),
      () => stores.update(store, { name: 'New' }),
    ]) {
      expect((await refusal(asked())).type).toBe('invalid_request_error');
    }
    expect((await stores.memories.retrieve(made.id, { memory_store_id: store })).content).toBe('x');
    await stores.memories.delete(made.id, { memory_store_id: store });
  });

  it('are listed by path, by folder, with or without contents, to the end', async () => {
    const store = await newStore();
    const paths = ['/a.md', '/n/1', '/n/2', '/n/deep/3', '/n-archive/4', '/z.md'];
    for (const path of paths) await stores.memories.create(store, { path, content: path });
    const all = await allOf(stores.memories.list(store, { limit: 2, view: 'full' }));
    expect(all.map(({ path }) => path)).toEqual([...paths].toSorted());
    expect(all.every((item) => item.type === 'memory' && item.content === item.path)).toBe(true);
    const below = await allOf(stores.memories.list(store, { path_prefix: '/n/', limit: 1 }));
    expect(below.map(({ path }) => path)).toEqual(['/n/1', '/n/2', '/n/deep/3']);
    const top = await allOf(stores.memories.list(store, { depth: 1, limit: 1 }));
    expect(top.map(({ type, path }) => `${type} ${path}`)).toEqual([
      'memory /a.md',
      'memory_prefix /n-archive/',
      'memory_prefix /n/',
      'memory /z.md',
    ]);
    expect((await refusal(stores.memories.list(store, { path_prefix: '/n' }))).status).toBe(400);
    expect((await refusal(stores.memories.list(store, { limit: 101 }))).status).toBe(400);
  });

  it('hold no secret: its kind is kept and its value never', async () => {
    const store = await newStore();
    const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
    const made = await stores.memories.create(store, {
      path: '/keys',
      content: `token: ${token}`,
      view: 'full',
    });
    expect(made.content).not.toContain(token);
    expect(made.content_sha256).toBe(sha256(made.content ?? ''));
  });
});

describe('versions', () => {
  it('tell every change and who made it, and a redacted one keeps only that', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/a', content: 'one' });
    const changed = await stores.memories.update(made.id, { memory_store_id: store, content: 'two' });
    await stores.memories.delete(made.id, { memory_store_id: store });
    const versions = await allOf(stores.memoryVersions.list(store, { memory_id: made.id, limit: 1 }));
    expect(versions.map(({ operation }) => operation)).toEqual(['deleted', 'modified', 'created']);
    const [deleted, , created] = versions;
    expect(deleted).toMatchObject({ path: '/a', content: null, content_sha256: null });
    expect(created).toMatchObject({
      id: made.memory_version_id,
      content: null,
      content_sha256: sha256('one'),
    });
    const whole = await stores.memoryVersions.retrieve(made.memory_version_id, { memory_store_id: store });
    expect(whole).toMatchObject({ content: 'one', created_by: { type: 'api_actor' } });
    const full = await allOf(stores.memoryVersions.list(store, { view: 'full', operation: 'modified' }));
    expect(full).toMatchObject([{ id: changed.memory_version_id, content: 'two' }]);
    const keyId = whole.created_by?.type === 'api_actor' ? whole.created_by.api_key_id : '';
    expect(await allOf(stores.memoryVersions.list(store, { api_key_id: keyId }))).toHaveLength(3);
    expect(await allOf(stores.memoryVersions.list(store, { service_account_id: 'svac_1' }))).toEqual([]);
    const redacted = await stores.memoryVersions.redact(made.memory_version_id, { memory_store_id: store });
    expect(redacted).toMatchObject({
      path: null,
      content: null,
      content_sha256: null,
      content_size_bytes: null,
      created_by: whole.created_by,
      redacted_by: { type: 'api_actor', api_key_id: keyId },
    });
    expect(await stores.memoryVersions.redact(made.memory_version_id, { memory_store_id: store })).toEqual(
      redacted,
    );
  });

  it('that stand in the store cannot be redacted', async () => {
    const store = await newStore();
    const made = await stores.memories.create(store, { path: '/a', content: 'one' });
    const asked = stores.memoryVersions.redact(made.memory_version_id, { memory_store_id: store });
    expect((await refusal(asked)).type).toBe('invalid_request_error');
  });
});

describe('the key', () => {
  it('is asked for, also of whoever opened the page, and a wrong one is refused as the API refuses it', async () => {
    const error = await refusal(api.clientWith('slw-wrong').beta.memoryStores.list());
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.type).toBe('authentication_error');
    expect(error.requestID).toMatch(/^req_/u);
    const byToken = await fetch(`${api.url}/v1/memory_stores`, {
      headers: { Authorization: 'Bearer a-token-for-tests-0123456789abcdef' },
    });
    expect(byToken.status).toBe(401);
  });

  it('is taken both as x-api-key and as Authorization', async () => {
    for (const headers of [{ 'x-api-key': api.key }, { Authorization: `Bearer ${api.key}` }]) {
      expect((await fetch(`${api.url}/v1/memory_stores`, { headers })).status).toBe(200);
    }
  });

  it('is nothing to a page of another site', async () => {
    const reply = await fetch(`${api.url}/v1/memory_stores`, {
      headers: { 'x-api-key': api.key, Origin: 'https://evil.example' },
    });
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ type: 'error', error: { type: 'permission_error' } });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('that was renewed holds at once, and the one before no longer', async () => {
    const other = await openApi({ home: 'empty' });
    const renewed = renewApiKey(other.keyFolder);
    expect((await refusal(other.client.beta.memoryStores.list())).status).toBe(401);
    expect((await other.clientWith(renewed).beta.memoryStores.list()).data).toHaveLength(1);
    await other.close();
  });
});

describe('requests', () => {
  const send = (body: string, type = 'application/json') =>
    fetch(`${api.url}/v1/memory_stores`, {
      method: 'POST',
      headers: { 'x-api-key': api.key, 'Content-Type': type },
      body,
    });

  it.each([
    ['no JSON', '{"name":'],
    ['of another form', '["name"]'],
    ['with a field that nobody knows', '{"name":"n","colour":"red"}'],
    ['without what is needed', '{}'],
  ])('that are %s are refused', async (_, body) => {
    const reply = await send(body);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ type: 'error', error: { type: 'invalid_request_error' } });
    expect(reply.headers.get('request-id')).toMatch(/^req_/u);
  });

  it('that are too large are refused', async () => {
    const reply = await send(JSON.stringify({ name: 'n'.repeat(2 * 1024 * 1024) }));
    expect(reply.status).toBe(413);
    expect(await reply.json()).toMatchObject({ error: { type: 'request_too_large' } });
  });

  it('with betas and a workspace are answered like others, each under an id of its own', async () => {
    const asked = () =>
      stores
        .list({ betas: ['managed-agents-2026-04-01'], workspace_id: 'wrkspc_1' })
        .asResponse()
        .then((reply) => reply.headers.get('request-id'));
    const [one, two] = [await asked(), await asked()];
    expect(one).toMatch(/^req_/u);
    expect(two).not.toBe(one);
  });

  it('that come too fast are told when to come back, and the SDK then does', async () => {
    const other = await openApi({ home: 'empty', limits: { readPace: { burst: 2, perSecond: 1 } } });
    const impatient = other.client.beta.memoryStores;
    // The engine is up after it; writing has a pace of its own.
    await impatient.create({ name: 'first' });
    await impatient.list();
    await impatient.list();
    const error = await refusal(impatient.list());
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error.headers?.get('retry-after')).toBe('1');
    const patient = new Anthropic({ baseURL: other.url, apiKey: other.key, maxRetries: 2 });
    expect((await patient.beta.memoryStores.list()).data).toHaveLength(2);
    await other.close();
  });
});

describe('the person’s own memory', () => {
  it('takes what is written to it into review, and holds it once its owner has applied it', async () => {
    const reply = await stores.memories
      .create(ownStoreId, { path: '/global/preference/pnpm', content: 'Use pnpm, never npm.' })
      .withResponse();
    expect(reply.response.status).toBe(202);
    const change = reply.response.headers.get('slowwave-waits-in-review');
    expect(change).toMatch(/^chg_/u);
    expect(await allOf(stores.memories.list(ownStoreId))).toEqual([]);
    const waiting = await api.link.call('review.list', {});
    expect(waiting).toMatchObject({
      value: [{ state: 'waiting', change: { id: change, operation: 'add', flags: ['weak-evidence'] } }],
    });
    await api.link.call('review.rule', { ids: [change ?? ''], ruling: { kind: 'approved' } });
    await api.link.call('review.apply', { files: false, choices: { extraFiles: [], blocks: {} } });
    const [own] = await allOf(stores.memories.list(ownStoreId, { view: 'full', path_prefix: '/global/' }));
    expect(own).toMatchObject({
      id: reply.data.id,
      path: `/global/preference/${reply.data.id}.md`,
      content: 'Use pnpm, never npm.',
    });
    const [version] = await allOf(stores.memoryVersions.list(ownStoreId));
    expect(version).toMatchObject({ operation: 'created', memory_id: reply.data.id });
    if (own?.type !== 'memory' || version === undefined) throw new Error('a memory was listed');
    expect(own.memory_version_id).toBe(version.id);
    const whole = await stores.memoryVersions.retrieve(version.id, { memory_store_id: ownStoreId });
    expect(whole.content).toBe('Use pnpm, never npm.');
    const changed = await stores.memories
      .update(own.id, { memory_store_id: ownStoreId, content: 'Use pnpm.' })
      .withResponse();
    expect(changed.response.status).toBe(202);
    const gone = await stores.memories.delete(own.id, { memory_store_id: ownStoreId }).withResponse();
    expect(gone.response.status).toBe(202);
    expect((await stores.memories.retrieve(own.id, { memory_store_id: ownStoreId })).content).toBe(
      'Use pnpm, never npm.',
    );
    expect(await api.link.call('review.list', {})).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ change: expect.objectContaining({ operation: 'replace' }) as unknown }),
        expect.objectContaining({ change: expect.objectContaining({ operation: 'retire' }) as unknown }),
      ]) as unknown,
    });
  });

  it('cannot be renamed, archived, deleted or blanked by a program', async () => {
    const [version] = await allOf(stores.memoryVersions.list(ownStoreId));
    for (const asked of [
      () => stores.update(ownStoreId, { name: 'Mine' }),
      () => stores.archive(ownStoreId),
      () => stores.delete(ownStoreId),
      () => stores.memoryVersions.redact(version?.id ?? '', { memory_store_id: ownStoreId }),
    ]) {
      expect(await refusal(asked())).toBeInstanceOf(PermissionDeniedError);
    }
  });

  it('takes no path that says neither scope nor kind', async () => {
    const asked = stores.memories.create(ownStoreId, { path: '/notes/todo.md', content: 'x' });
    expect((await refusal(asked)).status).toBe(400);
  });
});
