// Test code: a server of ours on 127.0.0.1 that speaks Anthropic's API as far as we use it (messages with streaming, token
// counts, models, batches), answers by a script, and keeps books of what it would charge.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { assertNever } from '../../../../shared/result.ts';

/** One question as it came. */
export interface Heard {
  readonly path: string;
  readonly key: string | null;
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly outputTokensMax: number;
  /** From 1, over all messages. */
  readonly number: number;
}

export type FakeReply =
  | { readonly kind: 'say'; readonly text: string; readonly stop?: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly type?: string }
  /** Breaks off after some of the answer was sent. */
  | { readonly kind: 'drop'; readonly text: string }
  /** Breaks off before a word of an answer. */
  | { readonly kind: 'hang-up' }
  /** Begins, and then says nothing more. */
  | { readonly kind: 'stall' }
  /** Says "overloaded" in a stream that was accepted. */
  | { readonly kind: 'error-in-stream'; readonly type: string }
  /** Bills this much more than was sent and said. */
  | { readonly kind: 'overcharge'; readonly text: string; readonly tokens: number };

export type NoAnswer =
  { readonly kind: 'expired' } | { readonly kind: 'canceled' } | { readonly kind: 'errored' };

export interface BatchPlan {
  /** How each item ends, by its place. */
  readonly ends: (customId: string, heard: Heard) => FakeReply | NoAnswer;
  /** How often its state is asked for before it has ended. */
  readonly looksUntilEnded: number;
}

export interface FakePlan {
  readonly reply: (heard: Heard) => FakeReply;
  readonly models?: readonly string[];
  /** Waited for before each message is answered. */
  readonly before?: () => Promise<void>;
  readonly batch?: BatchPlan;
  /** Handing in a batch is answered so. */
  readonly batchFault?: Extract<FakeReply, { readonly kind: 'status' }>;
}

export interface FakeClaude {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** What it would charge, message by message. */
  readonly billed: readonly {
    readonly model: string;
    readonly input: number;
    readonly output: number;
    readonly share: number;
  }[];
  readonly batches: readonly string[];
  /** Those that it was asked to end. */
  readonly canceled: readonly string[];
  setPlan(plan: FakePlan): void;
  /** From now on it knows no batch, also of those to come. */
  forgetBatches(): void;
  close(): Promise<void>;
}

// Four bytes a token, as English has it.
export const fakeTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (content: unknown): string => {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((block: unknown) => (isFields(block) && typeof block['text'] === 'string' ? block['text'] : ''))
    .join('');
};

function hear(path: string, request: IncomingMessage | null, body: Fields, number: number): Heard {
  const messages = Array.isArray(body['messages']) ? (body['messages'] as readonly unknown[]) : [];
  const key = request?.headers['x-api-key'] ?? request?.headers.authorization ?? null;
  return {
    path,
    key: typeof key === 'string' ? key.replace(/^Bearer /u, '') : null,
    model: String(body['model']),
    system: textOf(body['system']),
    user: messages.map((message) => (isFields(message) ? textOf(message['content']) : '')).join('\n'),
    outputTokensMax: Number(body['max_tokens'] ?? 0),
    number,
  };
}

async function readBody(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString();
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return isFields(value) ? value : {};
}

const sendJson = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake', ...headers });
  response.end(JSON.stringify(value));
};

const errorTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};
const errorBody = (type: string): object => ({
  type: 'error',
  error: { type, message: `a scripted ${type}` },
});

interface Books {
  readonly heard: Heard[];
  readonly billed: { model: string; input: number; output: number; share: number }[];
  readonly batches: Map<
    string,
    {
      readonly items: readonly { readonly customId: string; readonly heard: Heard }[];
      looks: number;
      isCanceled: boolean;
    }
  >;
  plan: FakePlan;
  forgets: boolean;
}

const messageFor = (heard: Heard, text: string, stop: string, usage: Fields): object => ({
  id: `msg_${heard.number}`,
  type: 'message',
  role: 'assistant',
  model: heard.model,
  content: [{ type: 'text', text }],
  stop_reason: stop,
  stop_sequence: null,
  usage,
});

const usageOf = (input: number, output: number): Fields => ({
  input_tokens: input,
  output_tokens: output,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
});

/** The whole answer and what it costs, for a reply that has one. */
function wholeOf(
  heard: Heard,
  reply: FakeReply,
): { readonly text: string; readonly stop: string; readonly input: number; readonly output: number } {
  const input = fakeTokens(heard.system) + fakeTokens(heard.user);
  switch (reply.kind) {
    case 'say': {
      const text = reply.stop === 'max_tokens' ? reply.text.slice(0, heard.outputTokensMax * 4) : reply.text;
      return {
        text,
        stop: reply.stop ?? 'end_turn',
        input,
        output: Math.min(fakeTokens(text), heard.outputTokensMax),
      };
    }
    case 'overcharge':
      return {
        text: reply.text,
        stop: 'end_turn',
        input: input + reply.tokens,
        output: fakeTokens(reply.text),
      };
    case 'drop':
      return {
        text: reply.text,
        stop: 'end_turn',
        input,
        output: Math.min(fakeTokens(reply.text), heard.outputTokensMax),
      };
    case 'status':
    case 'hang-up':
    case 'stall':
    case 'error-in-stream':
      return { text: '', stop: 'end_turn', input, output: 0 };
    default:
      return assertNever(reply);
  }
}

function stream(books: Books, heard: Heard, reply: FakeReply, response: ServerResponse): void {
  const event = (data: Fields & { readonly type: string }): void =>
    void response.write(`event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': `req_${heard.number}` });
  response.flushHeaders();
  if (reply.kind === 'error-in-stream') {
    event({ type: 'error', error: { type: reply.type, message: 'a scripted error' } });
    return void response.end();
  }
  const { text, stop, input, output } = wholeOf(heard, reply);
  // Whatever began is charged, also where it broke off.
  books.billed.push({ model: heard.model, input, output, share: 1 });
  const start = messageFor(heard, '', '', usageOf(input, 1)) as Fields;
  event({ type: 'message_start', message: { ...start, content: [], stop_reason: null } });
  if (reply.kind === 'stall') return;
  event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
  const parts = text.match(/[\s\S]{1,400}/gu) ?? [];
  for (const part of reply.kind === 'drop' ? parts.slice(0, Math.ceil(parts.length / 2)) : parts) {
    event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: part } });
  }
  if (reply.kind === 'drop') return void setImmediate(() => response.destroy());
  event({ type: 'content_block_stop', index: 0 });
  event({
    type: 'message_delta',
    delta: { stop_reason: stop, stop_sequence: null },
    usage: { output_tokens: output },
  });
  event({ type: 'message_stop' });
  response.end();
}

function sendFault(response: ServerResponse, reply: Extract<FakeReply, { readonly kind: 'status' }>): void {
  const type = reply.type ?? errorTypes[reply.status] ?? 'api_error';
  const headers: Record<string, string> =
    reply.retryAfter === undefined ? {} : { 'retry-after': reply.retryAfter };
  sendJson(response, reply.status, errorBody(type), headers);
}

function answerMessage(books: Books, heard: Heard, response: ServerResponse): void {
  const reply = books.plan.reply(heard);
  if (reply.kind === 'status') return sendFault(response, reply);
  if (reply.kind === 'hang-up') return void response.destroy();
  stream(books, heard, reply, response);
}

const dayMs = 24 * 3_600_000;

function batchView(url: string, id: string, isEnded: boolean): object {
  const created = new Date();
  return {
    id,
    type: 'message_batch',
    processing_status: isEnded ? 'ended' : 'in_progress',
    results_url: isEnded ? `${url}/v1/messages/batches/${id}/results` : null,
    request_counts: { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 },
    created_at: created.toISOString(),
    expires_at: new Date(created.getTime() + dayMs).toISOString(),
  };
}

function batchResults(books: Books, id: string): string {
  const plan = books.plan.batch;
  const items = books.batches.get(id)?.items ?? [];
  const lines = items.map(({ customId, heard }) => {
    const reply = plan?.ends(customId, heard) ?? { kind: 'expired' };
    if (reply.kind === 'errored')
      return { custom_id: customId, result: { type: 'errored', error: errorBody('api_error') } };
    if (reply.kind === 'expired' || reply.kind === 'canceled')
      return { custom_id: customId, result: { type: reply.kind } };
    const { text, stop, input, output } = wholeOf(heard, reply);
    books.billed.push({ model: heard.model, input, output, share: 0.5 });
    return {
      custom_id: customId,
      result: { type: 'succeeded', message: messageFor(heard, text, stop, usageOf(input, output)) },
    };
  });
  // Unordered, as the service has it.
  return lines
    .toReversed()
    .map((line) => JSON.stringify(line))
    .join('\n');
}

function answerBatch(
  books: Books,
  url: string,
  path: string,
  body: Fields,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (path === '/v1/messages/batches' && request.method === 'POST') {
    if (books.plan.batchFault !== undefined) return sendFault(response, books.plan.batchFault);
    const id = `msgbatch_${books.batches.size + 1}`;
    const requests = Array.isArray(body['requests']) ? (body['requests'] as readonly Fields[]) : [];
    const items = requests.map((one, i) => {
      const heard = hear(
        path,
        request,
        isFields(one['params']) ? one['params'] : {},
        books.heard.length + 1 + i,
      );
      return { customId: String(one['custom_id']), heard };
    });
    books.heard.push(...items.map(({ heard }) => heard));
    books.batches.set(id, { items, looks: 0, isCanceled: false });
    return sendJson(response, 200, batchView(url, id, false));
  }
  const [, id = '', action] = /^\/v1\/messages\/batches\/([^/]+)(?:\/(\w+))?$/u.exec(path) ?? [];
  const batch = books.batches.get(id);
  if (batch === undefined || books.forgets) return sendJson(response, 404, errorBody('not_found_error'));
  if (action === 'results') {
    response.writeHead(200, { 'content-type': 'application/binary' });
    return void response.end(batchResults(books, id));
  }
  batch.looks += 1;
  batch.isCanceled ||= action === 'cancel';
  const isEnded = batch.isCanceled || batch.looks > (books.plan.batch?.looksUntilEnded ?? 0);
  sendJson(response, 200, batchView(url, id, isEnded));
}

const modelView = (id: string): object => ({
  id,
  type: 'model',
  display_name: id.replaceAll('-', ' '),
  created_at: '2026-01-01T00:00:00Z',
  lifecycle: 'active',
  max_input_tokens: 200_000,
  max_tokens: 32_000,
});

async function answer(
  books: Books,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', url).pathname;
  const body = await readBody(request);
  if (path === '/v1/models') {
    const data = (books.plan.models ?? ['claude-haiku-4-5', 'claude-sonnet-5', 'claude-opus-5']).map(
      modelView,
    );
    return sendJson(response, 200, { data, has_more: false, first_id: null, last_id: null });
  }
  if (path.startsWith('/v1/messages/batches')) return answerBatch(books, url, path, body, request, response);
  const heard = hear(path, request, body, books.heard.length + 1);
  if (path === '/v1/messages/count_tokens') {
    return sendJson(response, 200, { input_tokens: fakeTokens(heard.system) + fakeTokens(heard.user) });
  }
  if (path !== '/v1/messages') return sendJson(response, 404, errorBody('not_found_error'));
  books.heard.push(heard);
  await books.plan.before?.();
  answerMessage(books, heard, response);
}

export async function startFakeClaude(plan: FakePlan): Promise<FakeClaude> {
  const books: Books = { heard: [], billed: [], batches: new Map(), plan, forgets: false };
  let url = '';
  const server = createServer((request, response) => {
    answer(books, url, request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    heard: books.heard,
    billed: books.billed,
    get batches() {
      return [...books.batches.keys()];
    },
    get canceled() {
      return [...books.batches].flatMap(([id, { isCanceled }]) => (isCanceled ? [id] : []));
    },
    setPlan: (next) => void (books.plan = next),
    forgetBatches: () => void (books.forgets = true),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
