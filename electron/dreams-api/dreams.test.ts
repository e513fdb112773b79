// Dreams, asked by the official SDK of a real host over a real engine process, with real nights.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { APIError, ConflictError } from '@anthropic-ai/sdk';
import type { BetaDream, DreamCreateParams } from '@anthropic-ai/sdk/resources/beta/dreams';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { localModel, ownStoreId } from '../../shared/dreams-api.ts';
import { epochMs } from '../../shared/ids.ts';
import { createEngine } from '../engine/index.ts';
import { nowMs, openApi, refusal, type OpenedApi } from './testing/open-api.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let api: OpenedApi;
let dreams: OpenedApi['client']['beta']['dreams'];
let stores: OpenedApi['client']['beta']['memoryStores'];
/** The ids that Claude Code gave its sessions: the names of their files. */
let sessions: readonly string[];
beforeAll(async () => {
  api = await openApi();
  ({ dreams, memoryStores: stores } = api.client.beta);
  await api.link.call('source.import', { paths: [] });
  await api.until(() => api.events.some(({ kind }) => kind === 'run-ended'));
  sessions = readdirSync(join(api.home, '.claude'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.jsonl') && !path.includes('subagents'))
    .map((path) => basename(path, '.jsonl'))
    .toSorted()
    .slice(0, 100);
});
afterAll(() => api.close());

const wish = (storeId: string, over: Partial<DreamCreateParams> = {}): DreamCreateParams => ({
  inputs: [
    { type: 'memory_store', memory_store_id: storeId },
    { type: 'sessions', session_ids: [...sessions] },
  ],
  model: localModel,
  ...over,
});

async function ended(id: string): Promise<BetaDream> {
  let dream = await dreams.retrieve(id);
  await api.until(async () => {
    dream = await dreams.retrieve(id);
    return dream.ended_at !== null;
  });
  return dream;
}

/** Ended, and nothing of it is being written any more. */
async function settled(id: string): Promise<BetaDream> {
  const dream = await ended(id);
  await api.until(async () => {
    const state = await api.link.call('night.state', {});
    return state.ok && state.value.running === null;
  });
  return dream;
}

async function allOf<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of pages) found.push(item);
  return found;
}

const contentsOf = async (storeId: string): Promise<readonly string[]> =>
  (await allOf(stores.memories.list(storeId, { view: 'full' }))).flatMap((item) =>
    item.type === 'memory' ? (item.content ?? '') : [],
  );

const newStore = async (): Promise<string> => (await stores.create({ name: 'Shop' })).id;
const outputOf = (dream: BetaDream): string => dream.outputs[0]?.memory_store_id ?? '';

/** Canceled once it has read what is new: before that it has found nothing. One that is over too soon is begun again. */
async function canceledAfterReading(input: string): Promise<BetaDream> {
  for (;;) {
    const seen = api.events.length;
    const { id } = await dreams.create(wish(input));
    await api.until(() =>
      api.events.slice(seen).some((event) => event.kind === 'run' && event.running.stage === 'light'),
    );
    const canceled = await dreams.cancel(id).catch((thrown: unknown) => {
      if (thrown instanceof APIError && thrown.status === 400) return null;
      throw thrown;
    });
    if (canceled !== null) return canceled;
    await settled(id);
  }
}

describe('a dream', () => {
  it('begins pending, is followed live by its session, and ends with a store of its own and a proposal', async () => {
    const input = await newStore();
    await stores.memories.create(input, { path: '/kept.md', content: 'The office has blue doors.' });
    const made = await dreams.create(wish(input, { instructions: 'Look for how code is written.' }));
    expect(made).toMatchObject({
      id: expect.stringMatching(/^drm_/u) as unknown,
      type: 'dream',
      status: 'pending',
      outputs: [],
      output_behavior: { type: 'create_new' },
      model: { id: localModel, speed: 'standard' },
      instructions: 'Look for how code is written.',
      session_id: null,
      error: null,
      ended_at: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    });
    expect(made.inputs[1]).toEqual({ type: 'sessions', session_ids: [...sessions].toSorted() });
    let running = made;
    await api.until(async () => {
      running = await dreams.retrieve(made.id);
      return running.session_id !== null;
    });
    expect(running.session_id).toMatch(/^sesn_/u);
    const { events } = api.client.beta.sessions;
    const seen: string[] = [];
    let statusAtFirst = '';
    const stream = await events.stream(running.session_id ?? '');
    for await (const event of stream) {
      if (seen.length === 0) statusAtFirst = (await dreams.retrieve(made.id)).status;
      seen.push(`${event.type} ${'id' in event ? event.id : ''}`);
    }
    expect(statusAtFirst).toBe('running');
    expect(seen[0]).toContain('session.status_running');
    expect(seen.at(-1)).toContain('session.status_terminated');
    expect(seen.join('\n')).toContain('agent.tool_use');
    expect(new Set(seen).size).toBe(seen.length);
    const dream = await settled(made.id);
    expect(dream).toMatchObject({ status: 'completed', error: null });
    const output = outputOf(dream);
    expect(output).not.toBe(input);
    expect(await contentsOf(input)).toEqual(['The office has blue doors.']);
    const written = await contentsOf(output);
    expect(written).toContain('The office has blue doors.');
    expect(written.length).toBeGreaterThan(3);

    const listed = await allOf(events.list(running.session_id ?? '', { limit: 7 }));
    expect(listed.map((event) => `${event.type} ${event.id}`)).toEqual(seen);
    const messages = await allOf(
      events.list(running.session_id ?? '', { types: ['agent.message'], order: 'desc' }),
    );
    expect(messages.every(({ type }) => type === 'agent.message')).toBe(true);
    expect(messages.length).toBeGreaterThan(3);

    const state = await api.link.call('night.state', {});
    expect(state).toMatchObject({
      value: { last: { programDream: made.id, outcome: 'done', preview: false } },
    });
    const review = await api.link.call('review.list', {});
    if (!review.ok) throw new Error('the review was listed');
    expect(review.value.length).toBeGreaterThan(0);
    expect(review.value.map(({ change }) => change.after?.text)).toContain(
      written.find((text) => text !== 'The office has blue doors.' && !text.includes('\n')),
    );
    const diary = await api.link.call('diary.get', { date: null });
    expect(diary).toMatchObject({ value: { text: expect.stringContaining(made.id) as unknown } });
    expect(api.events.some((event) => event.kind === 'run' && event.running.startedBy === 'api')).toBe(true);
  });

  it('over what an earlier one wrote finds it known, and writes nothing twice', async () => {
    const [first] = await allOf(dreams.list({ statuses: ['completed'] }));
    if (first === undefined) throw new Error('the dream before this one was completed');
    const before = await contentsOf(outputOf(first));
    const instructions = 'Look for how code is written.';
    const second = await settled((await dreams.create(wish(outputOf(first), { instructions }))).id);
    expect(second.status).toBe('completed');
    expect([...(await contentsOf(outputOf(second)))].toSorted()).toEqual([...before].toSorted());
  });

  it('in place writes into the store that it reads, in versions of its session; a second one is told who holds it', async () => {
    const store = await newStore();
    const inPlace = wish(store, { output_behavior: { type: 'update_existing', memory_store_id: store } });
    const first = await dreams.create(inPlace);
    const error = await refusal(dreams.create(inPlace));
    expect(error).toBeInstanceOf(ConflictError);
    expect(error.type).toBe('conflict_error');
    expect(error.message).toContain(first.id);
    expect(error.headers?.get('x-should-retry')).toBe('false');
    const dream = await settled(first.id);
    expect(dream.outputs).toEqual([{ type: 'memory_store', memory_store_id: store }]);
    expect((await contentsOf(store)).length).toBeGreaterThan(2);
    const versions = await allOf(stores.memoryVersions.list(store, { session_id: dream.session_id ?? '' }));
    expect(versions.length).toBeGreaterThan(2);
    expect(versions[0]?.created_by).toEqual({ type: 'session_actor', session_id: dream.session_id });
    let again: BetaDream | null = null;
    await api.until(async () => {
      again = await dreams.create(inPlace).catch((thrown: unknown) => {
        if (thrown instanceof APIError && thrown.status === 409) return null;
        throw thrown;
      });
      return again !== null;
    });
    await dreams.cancel((again ?? first).id);
    await settled((again ?? first).id);
  });

  it('over the person’s own memory writes a copy, and in place leaves it to their review', async () => {
    const copied = await settled((await dreams.create(wish(ownStoreId))).id);
    expect(outputOf(copied)).toMatch(/^memstore_/u);
    expect(outputOf(copied)).not.toBe(ownStoreId);
    expect((await contentsOf(outputOf(copied))).length).toBeGreaterThan(2);
    const before = await contentsOf(ownStoreId);
    const output_behavior = { type: 'update_existing', memory_store_id: ownStoreId } as const;
    const inPlace = await settled((await dreams.create(wish(ownStoreId, { output_behavior }))).id);
    expect(inPlace).toMatchObject({ status: 'completed', outputs: [{ memory_store_id: ownStoreId }] });
    expect(await contentsOf(ownStoreId)).toEqual(before);
  });

  it('that is canceled in its middle keeps what it found by then', async () => {
    const input = await newStore();
    await stores.memories.create(input, { path: '/kept.md', content: 'The office has blue doors.' });
    const canceled = await canceledAfterReading(input);
    expect(canceled).toMatchObject({ status: 'canceled', error: null });
    expect(canceled.ended_at).not.toBeNull();
    expect((await dreams.cancel(canceled.id)).status).toBe('canceled');
    const dream = await settled(canceled.id);
    expect(dream.status).toBe('canceled');
    const kept = await contentsOf(outputOf(dream));
    // The copy it began with, and, of sessions that were noticed on earlier nights, what they say.
    expect(kept).toContain('The office has blue doors.');
    expect(kept.length).toBeGreaterThan(1);
    const state = await api.link.call('night.state', {});
    expect(state).toMatchObject({ value: { last: { programDream: canceled.id, outcome: 'woken' } } });
    const { events } = api.client.beta.sessions;
    await api.until(async () => (await allOf(events.list(dream.session_id ?? ''))).length > 0);
    const types = (await allOf(events.list(dream.session_id ?? ''))).map(({ type }) => type);
    expect(types).toContain('user.interrupt');
    expect(types.at(-1)).toBe('session.status_terminated');
  });

  it('that has not begun is canceled at once, and the one before it goes on', async () => {
    const first = await dreams.create(wish(await newStore()));
    const second = await dreams.create(wish(await newStore()));
    const canceled = await dreams.cancel(second.id);
    expect(canceled).toMatchObject({ status: 'canceled', outputs: [], session_id: null });
    expect((await settled(first.id)).status).toBe('completed');
  });

  it('is archived once it is over, and then listed only where archived ones are asked for', async () => {
    const running = await dreams.create(wish(await newStore()));
    expect((await refusal(dreams.archive(running.id))).type).toBe('invalid_request_error');
    await dreams.cancel(running.id);
    await settled(running.id);
    const [made] = await allOf(dreams.list({ statuses: ['completed'] }));
    if (made === undefined) throw new Error('a dream was completed');
    expect((await refusal(dreams.cancel(made.id))).type).toBe('invalid_request_error');
    const archived = await dreams.archive(made.id);
    expect(archived.archived_at).not.toBeNull();
    expect(await dreams.archive(made.id)).toEqual(archived);
    expect(await dreams.retrieve(made.id)).toEqual(archived);
    const ids = async (params: Parameters<typeof dreams.list>[0]) =>
      (await allOf(dreams.list(params))).map(({ id }) => id);
    const listed = await ids({ limit: 2 });
    expect(listed).not.toContain(made.id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBeGreaterThan(4);
    expect(await ids({ include_archived: true, limit: 3 })).toContain(made.id);
    const canceled = await allOf(dreams.list({ statuses: ['canceled', 'failed'] }));
    expect(canceled.length).toBeGreaterThan(0);
    expect(canceled.every(({ status }) => status === 'canceled' || status === 'failed')).toBe(true);
    const { created_at: at } = await dreams.retrieve(listed[1] ?? '');
    expect(await ids({ 'created_at[gt]': at })).not.toContain(listed[1]);
    expect(await ids({ 'created_at[lt]': at })).not.toContain(listed[0]);
  });
});

describe('a dream is refused', () => {
  const withSessions = (storeId: string, ids: string[]): DreamCreateParams =>
    wish(storeId, {
      inputs: [
        { type: 'memory_store', memory_store_id: storeId },
        { type: 'sessions', session_ids: ids },
      ],
    });

  it.each<[string, number, string, (store: string) => DreamCreateParams]>([
    ['without sessions', 400, 'invalid_request_error', (s) => withSessions(s, [])],
    [
      'with 101 sessions',
      400,
      'invalid_request_error',
      (s) =>
        withSessions(
          s,
          Array.from({ length: 101 }, (_, at) => `s-${at}`),
        ),
    ],
    [
      'with a session twice',
      400,
      'invalid_request_error',
      (s) => withSessions(s, [sessions[0] ?? '', sessions[0] ?? '']),
    ],
    [
      'with a session under two names',
      400,
      'invalid_request_error',
      (s) => withSessions(s, [sessions[0] ?? '', `claude-code:${sessions[0] ?? ''}`]),
    ],
    ['with a session that nobody knows', 404, 'not_found_error', (s) => withSessions(s, ['sesn_nobody'])],
    ['over a store that is not there', 404, 'not_found_error', () => wish('memstore_nowhere')],
    [
      'without a list of sessions',
      400,
      'invalid_request_error',
      (s) => wish(s, { inputs: [{ type: 'memory_store', memory_store_id: s }] }),
    ],
    [
      'over two stores',
      400,
      'invalid_request_error',
      (s) => wish(s, { inputs: [...wish(s).inputs, { type: 'memory_store', memory_store_id: s }] }),
    ],
    ['with empty instructions', 400, 'invalid_request_error', (s) => wish(s, { instructions: '' })],
    [
      'with 4,097 characters',
      400,
      'invalid_request_error',
      (s) => wish(s, { instructions: 'i'.repeat(4_097) }),
    ],
    ['with another model', 400, 'invalid_request_error', (s) => wish(s, { model: 'claude-opus-5' })],
    [
      'in a hurry',
      400,
      'invalid_request_error',
      (s) => wish(s, { model: { id: localModel, speed: 'fast' } }),
    ],
    [
      'in place of another store',
      400,
      'invalid_request_error',
      (s) => wish(s, { output_behavior: { type: 'update_existing', memory_store_id: ownStoreId } }),
    ],
  ])('%s', async (_, status, type, params) => {
    const error = await refusal(dreams.create(params(await newStore())));
    expect([error.status, error.type]).toEqual([status, type]);
  });

  it('over an archived store', async () => {
    const store = await newStore();
    await stores.archive(store);
    expect((await refusal(dreams.create(wish(store)))).type).toBe('invalid_request_error');
  });

  it('where there is none', async () => {
    for (const asked of [
      () => dreams.retrieve('drm_none'),
      () => dreams.cancel('drm_none'),
      () => dreams.archive('drm_none'),
      () => api.client.beta.sessions.events.stream('sesn_none'),
      () => api.client.beta.sessions.events.list('sesn_none'),
    ])
      expect((await refusal(asked())).status).toBe(404);
  });
});

describe('a dream that another Slowwave manages from afar', () => {
  /** A person of their own, with the same days on their disk, who speaks to this server as to Anthropic's. */
  async function manager() {
    const data = mkdtempSync(join(tmpdir(), 'slowwave-manager-'));
    const made = await createEngine({
      clock: { now: () => epochMs(nowMs), wall: () => epochMs(nowMs), ticks: () => performance.now() },
      home: api.home,
      data,
      keyFolder: join(data, 'keys'),
      env: { SLOWWAVE_SERVER_KEY: api.key },
      sample: null,
    });
    if (!made.ok) throw new Error(made.error.happened);
    onTestFinished(() => {
      made.value.close();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    });
    return made.value;
  }

  it('is started by consent, watched to its end, and brought line by line: proven, or a note', async () => {
    const engine = await manager();
    await engine.import([], {});
    expect(await engine.managedList()).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
    await engine.modelSet({ choice: 'server', baseUrl: api.url });
    const input = await newStore();
    await stores.memories.create(input, {
      path: '/global/fact/doors.md',
      content: 'The office has blue doors.',
    });
    const asked = {
      storeId: input,
      sessionIds: sessions,
      model: localModel,
      instructions: 'My key is ghp_16C7e42F292c6912E7710c838347Ae178B4a.',
    };
    const plan = await engine.managedPlan(asked);
    expect(plan).toMatchObject({ ok: true, value: { address: api.url, model: localModel, price: null } });
    expect(JSON.stringify(plan)).not.toContain('ghp_');
    expect(await engine.managedStart({ ...asked, agreedTo: 'https://elsewhere.example' })).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('not agreed') as unknown },
    });
    const started = await engine.managedStart({ ...asked, agreedTo: api.url });
    if (!started.ok) throw new Error(started.error.happened);
    expect(started.value).toMatchObject({ status: 'pending', storeId: input, outputStoreId: null });
    const { id } = started.value;
    expect(await engine.managedBring(id, { partial: false })).toMatchObject({ ok: false });
    const steps: string[] = [];
    const ended = await engine.managedWatch(
      id,
      { usdMax: null },
      { onProgress: (event) => void (event.kind === 'step' && steps.push(event.text)) },
    );
    expect(ended).toMatchObject({ ok: true, value: { status: 'completed', error: null } });
    expect(steps.at(-1)).toBe(`${id} is completed`);
    await settled(id);
    const brought = await engine.managedBring(id, { partial: false });
    if (!brought.ok) throw new Error(brought.error.happened);
    const { proven, unproven, lines } = brought.value;
    expect(proven.length).toBeGreaterThan(2);
    expect(proven.length + unproven.length).toBeLessThanOrEqual(lines);
    const review = await engine.reviewList();
    const changes = review.ok ? review.value.map(({ change }) => change) : [];
    for (const change of changes.filter(({ id: one }) => proven.includes(one))) {
      expect(change.flags).toEqual(['by-model']);
      expect(change.after?.evidence.length).toBeGreaterThan(0);
      expect(change.after?.evidence.every(({ origin }) => origin === 'person')).toBe(true);
    }
    // nobody ever said it: it can become no memory, by whatever hand
    const doors = changes.find(({ title }) => title === 'The office has blue doors.');
    expect(doors).toMatchObject({ operation: 'note', flags: ['by-model', 'untrusted'] });
    await engine.reviewDecide(
      changes.map((change) => change.id),
      'approved',
    );
    await engine.reviewApply();
    const memory = await engine.memoryList({ closedToo: true });
    const texts = memory.ok ? memory.value.map(({ text }) => text) : [];
    expect(texts).not.toContain('The office has blue doors.');
    expect(texts.length).toBeGreaterThan(2);
    const again = await engine.managedBring(id, { partial: false });
    expect(again).toMatchObject({ ok: true, value: { proven: [] } });
  });

  it('that is canceled, or unknown, says so', async () => {
    const engine = await manager();
    await engine.modelSet({ choice: 'server', baseUrl: api.url });
    expect(await engine.managedWatch('drm_none', { usdMax: null }, {})).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('does not know it') as unknown },
    });
    expect(await engine.managedCancel('drm_none')).toMatchObject({ ok: false });
    const listed = await engine.managedList();
    expect(listed).toMatchObject({ ok: true, value: { sessions: null } });
  });
});

describe('what is not answered', () => {
  it('is told with its reason, call by call', async () => {
    const { beta } = api.client;
    const message = {
      max_tokens: 1,
      model: localModel,
      messages: [{ role: 'user' as const, content: 'hi' }],
    };
    const calls: Readonly<Record<string, () => Promise<unknown>>> = {
      'messages.create': () => api.client.messages.create(message),
      'messages.countTokens': () => api.client.messages.countTokens(message),
      'models.list': () => api.client.models.list(),
      'beta.agents.list': () => beta.agents.list(),
      'beta.environments.list': () => beta.environments.list(),
      'beta.deployments.list': () => beta.deployments.list(),
      'beta.sessions.list': () => beta.sessions.list(),
      'beta.sessions.retrieve': () => beta.sessions.retrieve('sesn_1'),
      'beta.sessions.events.send': () =>
        beta.sessions.events.send('sesn_1', { events: [{ type: 'user.interrupt' }] }),
      'beta.sessions.threads.list': () => beta.sessions.threads.list('sesn_1'),
      'beta.sessions.resources.list': () => beta.sessions.resources.list('sesn_1'),
      'beta.files.list': () => beta.files.list(),
      'beta.skills.list': () => beta.skills.list(),
      'beta.vaults.list': () => beta.vaults.list(),
      'beta.userProfiles.list': () => beta.userProfiles.list(),
    };
    const told: Record<string, string> = {};
    for (const [name, ask] of Object.entries(calls)) {
      const error = await refusal(ask());
      expect([error.status, error.type], name).toEqual([404, 'not_found_error']);
      told[name] = error.apiMessage ?? '';
    }
    expect(told['messages.create']).toContain('without one');
    expect(Object.values(told).every((reason) => reason.length > 40)).toBe(true);
  });
});
