import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ModelRequest } from '../deps.ts';
import { createClaude } from './claude.ts';
import { startFakeClaude, type FakeClaude, type FakeReply } from './testing/fake-claude.ts';

const request: ModelRequest = {
  model: 'claude-haiku-4-5',
  outputTokensMax: 1000,
  system: 'You are a reader.',
  user: 'What was said?',
  schema: { type: 'object' },
};
const options = { timeoutMs: 5_000 };

async function fake(reply: FakeReply): Promise<FakeClaude> {
  const server = await startFakeClaude({ reply: () => reply });
  onTestFinished(() => server.close());
  return server;
}
const modelAt = (url: string) =>
  createClaude({ baseUrl: url, key: 'sk-test', isAnthropic: true, stallMs: 150 });

describe('a model over the network', () => {
  it('gives what was streamed, whole, with what the server says that it took', async () => {
    const text = 'word '.repeat(500);
    const server = await fake({ kind: 'say', text });
    const said = await modelAt(server.url).send(request, options);
    expect(said).toMatchObject({ kind: 'said', text, stop: 'end', requestId: 'req_1' });
    const bill = server.billed[0];
    expect(said).toMatchObject({ usage: { inputTokens: bill?.input, outputTokens: bill?.output } });
    expect(server.heard[0]).toMatchObject({
      key: 'sk-test',
      system: 'You are a reader.',
      user: 'What was said?',
    });
  });

  it.each([
    [400, 'wrong-request'],
    [401, 'key-invalid'],
    [402, 'no-credit'],
    [403, 'not-allowed'],
    [404, 'no-such-model'],
    [413, 'too-large'],
    [500, 'server-fault'],
    [503, 'server-fault'],
    [529, 'overloaded'],
  ] as const)('calls status %d what it is, and asks once only', async (status, fault) => {
    const server = await fake({ kind: 'status', status });
    expect(await modelAt(server.url).send(request, options)).toMatchObject({ kind: 'fault', fault });
    expect(server.heard).toHaveLength(1);
    expect(server.billed).toEqual([]);
  });

  it('keeps how long a server wants to be left alone', async () => {
    const server = await fake({ kind: 'status', status: 429, retryAfter: '7' });
    const reply = await modelAt(server.url).send(request, options);
    expect(reply).toMatchObject({ fault: 'rate-limited', retryAfterMs: 7000 });
  });

  it.each([
    ['was dropped in its middle', { kind: 'drop', text: 'half of it '.repeat(200) }],
    ['stands still', { kind: 'stall' }],
    ['was cut before a word came', { kind: 'hang-up' }],
  ] as const)('says “cut off” of a stream that %s: it may have been paid for', async (_how, reply) => {
    const server = await fake(reply);
    expect(await modelAt(server.url).send(request, options)).toMatchObject({
      kind: 'fault',
      fault: 'cut-off',
    });
    expect(server.heard).toHaveLength(1);
  });

  it('tells an error inside of a stream that had not begun to answer', async () => {
    const server = await fake({ kind: 'error-in-stream', type: 'overloaded_error' });
    expect(await modelAt(server.url).send(request, options)).toMatchObject({ fault: 'overloaded' });
  });

  it('tells a refusal, and an answer that was longer than its room', async () => {
    const server = await fake({ kind: 'say', text: '', stop: 'refusal' });
    expect(await modelAt(server.url).send(request, options)).toMatchObject({ stop: 'refusal' });
    server.setPlan({ reply: () => ({ kind: 'say', text: '{"a": ', stop: 'max_tokens' }) });
    expect(await modelAt(server.url).send(request, options)).toMatchObject({ stop: 'max-tokens' });
  });

  it('says “unreachable” where nobody listens: nothing can have been paid for', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    server.close();
    await once(server, 'close');
    expect(await modelAt(`http://127.0.0.1:${port}`).send(request, options)).toMatchObject({
      fault: 'unreachable',
    });
  });

  it('ends at once when it is woken', async () => {
    const server = await fake({ kind: 'stall' });
    const wish = new AbortController();
    const model = createClaude({ baseUrl: server.url, key: null, isAnthropic: false });
    setTimeout(() => wish.abort(), 50);
    expect(await model.send(request, { ...options, signal: wish.signal })).toMatchObject({ fault: 'woken' });
  });

  it('counts tokens and lists models', async () => {
    const server = await fake({ kind: 'stall' });
    const model = modelAt(server.url);
    expect(await model.count(request, options)).toEqual({ ok: true, value: 9 });
    const listed = await model.list(options);
    expect(listed.ok && listed.value.map(({ id }) => id)).toContain('claude-sonnet-5');
    expect(server.heard).toEqual([]);
  });

  it('hands in a batch, finds it again by its id, and reads answers in whatever order they come', async () => {
    const server = await startFakeClaude({
      reply: () => ({ kind: 'status', status: 500 }),
      batch: {
        looksUntilEnded: 1,
        ends: (id) => (id === 'b' ? { kind: 'expired' } : { kind: 'say', text: `answer ${id}` }),
      },
    });
    onTestFinished(() => server.close());
    const model = modelAt(server.url);
    const begun = await model.startBatch(
      [
        { customId: 'a', request },
        { customId: 'b', request },
      ],
      options,
    );
    expect(begun).toMatchObject({ ok: true, value: { isEnded: false } });
    const id = begun.ok ? begun.value.id : '';
    expect(await model.batch(id, options)).toMatchObject({ value: { isEnded: false } });
    expect(await model.batch(id, options)).toMatchObject({ value: { isEnded: true } });
    const answers = await model.batchAnswers(id, options);
    const found = new Map(answers.ok ? answers.value.map((one) => [one.customId, one.reply]) : []);
    expect(found.get('a')).toMatchObject({ kind: 'said', text: 'answer a' });
    expect(found.get('b')).toEqual({ kind: 'unanswered', why: 'expired' });
  });
});
