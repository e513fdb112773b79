// A server that speaks Anthropic's API, over the official SDK. One try a call: the SDK's own retries are off, because each
// try may cost and is counted by whoever asks. What the environment says of keys and addresses is not read here.
import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages';
import { epochMs } from '../../../shared/ids.ts';
import type { ModelInfo, TokenUsage } from '../../../shared/models.ts';
import { err, ok } from '../../../shared/result.ts';
import type {
  BatchAnswer,
  BatchState,
  Model,
  ModelFault,
  ModelRequest,
  ModelSaid,
  ModelWish,
  SendOptions,
} from '../deps.ts';
import { faultFrom, faultOf } from './faults.ts';

/** A stream that says nothing for so long stands still; the service sends pings far more often. */
export const stallMs = 60_000;

export interface ClaudeNeeds extends ModelWish {
  readonly stallMs?: number;
}

export function createClaude({ baseUrl, key, isAnthropic, ...rest }: ClaudeNeeds): Model {
  const idleMs = rest.stallMs ?? stallMs;
  // A server without keys gets a word in the key's place: left out, the SDK would look for one on this computer.
  const client = new Anthropic({
    baseURL: baseUrl,
    apiKey: key ?? 'none',
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  });
  const bodyOf = (request: ModelRequest): MessageCreateParamsNonStreaming => ({
    model: request.model,
    max_tokens: request.outputTokensMax,
    // The same words open many calls: read from the server's cache they cost a tenth.
    system: [{ type: 'text', text: request.system, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: request.user }],
    ...(isAnthropic ? { output_config: { format: { type: 'json_schema', schema: request.schema } } } : {}),
  });
  const quick = async <T>(work: (options: Quick) => Promise<T>, given: SendOptions) => {
    try {
      return ok(await work({ timeout: given.timeoutMs, signal: given.signal ?? null }));
    } catch (error) {
      return err(faultFrom(error, { hasBegun: false, isWoken: given.signal?.aborted ?? false }));
    }
  };
  return {
    send: (request, options) => sendOnce(client, bodyOf(request), options, idleMs),
    count: async (request, options) => {
      const { max_tokens: _, ...body } = bodyOf(request);
      const counted = await quick((given) => client.messages.countTokens(body, given), options);
      return counted.ok ? ok(counted.value.input_tokens) : counted;
    },
    list: (options) => quick((given) => listModels(client, given), options),
    startBatch: async (items, options) => {
      const requests = items.map(({ customId, request }) => ({
        custom_id: customId,
        params: bodyOf(request),
      }));
      const begun = await quick((given) => client.messages.batches.create({ requests }, given), options);
      return begun.ok ? ok(stateOf(begun.value)) : begun;
    },
    batch: async (id, options) => {
      const found = await quick((given) => client.messages.batches.retrieve(id, {}, given), options);
      return found.ok ? ok(stateOf(found.value)) : found;
    },
    batchAnswers: (id, options) => quick((given) => answersOf(client, id, given), options),
    cancelBatch: async (id, options) => {
      const ended = await quick((given) => client.messages.batches.cancel(id, {}, given), options);
      return ended.ok ? ok(stateOf(ended.value)) : ended;
    },
  };
}

interface Quick {
  readonly timeout: number;
  readonly signal: AbortSignal | null;
}

/** As far as a server of another maker says it. */
const stateOf = ({
  id,
  processing_status: status,
  request_counts: counts,
  expires_at: expiresAt,
}: {
  readonly id: string;
  readonly processing_status: string;
  readonly request_counts?: Partial<Anthropic.Messages.MessageBatchRequestCounts> | null;
  readonly expires_at?: string | null;
}): BatchState => {
  const expiresAtMs = Date.parse(typeof expiresAt === 'string' ? expiresAt : '');
  const { succeeded, errored, canceled, expired } = counts ?? {};
  const done = [succeeded, errored, canceled, expired].map((n) => count(n, 0)).reduce((sum, n) => sum + n, 0);
  return {
    id,
    isEnded: status === 'ended',
    done: counts === undefined || counts === null ? null : done,
    expiresAtMs: Number.isFinite(expiresAtMs) ? epochMs(expiresAtMs) : null,
  };
};

interface Counts {
  readonly input_tokens?: number | null;
  readonly output_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
}

/** A server of another maker may leave fields out, or say nonsense: only whole numbers count. */
const count = (n: number | null | undefined, usual: number): number =>
  typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : usual;

/** The newest word on each figure holds. */
const usageWith = (before: TokenUsage, now: Counts | null | undefined): TokenUsage => ({
  inputTokens: count(now?.input_tokens, before.inputTokens),
  outputTokens: count(now?.output_tokens, before.outputTokens),
  cacheWriteTokens: count(now?.cache_creation_input_tokens, before.cacheWriteTokens),
  cacheReadTokens: count(now?.cache_read_input_tokens, before.cacheReadTokens),
});

const noUsage: TokenUsage = { inputTokens: 0, outputTokens: 0, cacheWriteTokens: 0, cacheReadTokens: 0 };

const stops: Readonly<Record<string, ModelSaid['stop']>> = {
  end_turn: 'end',
  stop_sequence: 'end',
  max_tokens: 'max-tokens',
  model_context_window_exceeded: 'max-tokens',
  refusal: 'refusal',
};

/** Streamed, so that a long answer does not time out and a still one is noticed. */
async function sendOnce(
  client: Anthropic,
  body: MessageCreateParamsNonStreaming,
  { timeoutMs, signal }: SendOptions,
  idleMs: number,
): Promise<ModelSaid | ModelFault> {
  const own = new AbortController();
  const wake = (): void => own.abort();
  signal?.addEventListener('abort', wake);
  const whole = setTimeout(wake, timeoutMs);
  let idle = setTimeout(wake, idleMs);
  let hasBegun = false;
  const isWoken = (): boolean => signal?.aborted ?? false;
  try {
    if (isWoken()) return faultOf('woken');
    const { data: stream, request_id } = await client.messages
      .create({ ...body, stream: true }, { signal: own.signal, timeout: timeoutMs })
      .withResponse();
    const requestId = request_id ?? null;
    let text = '';
    let usage = noUsage;
    let stop: string | null = null;
    let isWhole = false;
    for await (const event of stream) {
      clearTimeout(idle);
      idle = setTimeout(wake, idleMs);
      if (event.type === 'message_start') {
        hasBegun = true;
        usage = usageWith(usage, event.message.usage);
      } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
        text += event.delta.text;
      } else if (event.type === 'message_delta') {
        usage = usageWith(usage, event.usage);
        stop = event.delta.stop_reason;
      } else if (event.type === 'message_stop') isWhole = true;
    }
    // A stream that ends without its last word was dropped.
    if (!isWhole || own.signal.aborted) return faultOf(isWoken() ? 'woken' : 'cut-off', { requestId });
    return { kind: 'said', text, stop: stops[stop ?? ''] ?? 'other', usage, requestId };
  } catch (error) {
    return faultFrom(error, { hasBegun, isWoken: isWoken() });
  } finally {
    clearTimeout(whole);
    clearTimeout(idle);
    signal?.removeEventListener('abort', wake);
  }
}

const modelsMax = 200;

async function listModels(client: Anthropic, options: Quick): Promise<readonly ModelInfo[]> {
  const found: ModelInfo[] = [];
  for await (const model of client.models.list({ limit: 100 }, options)) {
    // Other makers' servers leave out what they do not know.
    const {
      id,
      display_name: name,
      lifecycle,
      max_input_tokens: input,
      max_tokens: output,
    } = model as Partial<typeof model>;
    if (typeof id !== 'string') continue;
    found.push({
      id: id.slice(0, 200),
      name: (name ?? id).slice(0, 200),
      isActive: lifecycle !== 'retired',
      inputTokensMax: input ?? null,
      outputTokensMax: output ?? null,
    });
    if (found.length >= modelsMax) break;
  }
  return found;
}

async function answersOf(client: Anthropic, id: string, options: Quick): Promise<readonly BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for await (const one of await client.messages.batches.results(id, {}, options)) {
    answers.push({ customId: one.custom_id, reply: replyOf(one.result) });
  }
  return answers;
}

function replyOf(result: Anthropic.Messages.MessageBatchResult): BatchAnswer['reply'] {
  if (result.type !== 'succeeded') return { kind: 'unanswered', why: result.type };
  const { content, stop_reason: stop, usage } = result.message;
  return {
    kind: 'said',
    text: content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
    stop: stops[stop ?? ''] ?? 'other',
    usage: usageWith(noUsage, usage),
    requestId: null,
  };
}
