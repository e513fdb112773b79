// Asks a model one thing: reserves what it may cost, sends it, settles, and reads the answer by its schema. What may have
// been paid for is not sent again; what came in the wrong shape is asked again once, and then dropped.
import { z } from 'zod';
import type {
  CallOutcome,
  CapName,
  MindRole,
  ModelFaultKind,
  SentPart,
  TokenUsage,
} from '../../../shared/models.ts';
import { assertNever, err, ok, type Result } from '../../../shared/result.ts';
import type { Asked, Meter, Reserved } from '../budget/meter.ts';
import type { UpperBound } from '../budget/prices.ts';
import type { BatchState, Model, ModelFault, ModelRequest, ModelSaid } from '../deps.ts';
import { fence, fenceRule } from './fence.ts';

export interface Asking {
  readonly model: Model;
  readonly meter: Meter;
  /** Another word each time. */
  readonly chance: () => string;
  readonly ticks: () => number;
  /** Settled after so long, or when its owner wakes the night. */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
  /** What was answered to the very same question before. */
  readonly known: (question: string) => unknown;
  /** It was asked before, may have been paid for, and gave nothing; or it is under way in a batch. */
  readonly wasInVain: (question: string) => boolean;
  /** A batch that was handed in holds it, and has not ended. */
  readonly isUnderWay: (question: string) => boolean;
  /** Of these, those that were answered, were in vain, or are under way. */
  readonly settled: (questions: readonly string[]) => ReadonlySet<string>;
  readonly keep: (call: number, answer: Said) => void;
  /** All of it or nothing reaches the disk. */
  readonly atOnce: (work: () => void) => void;
  readonly onCall: () => void;
  /** Where calls go into batches; left out: each goes by itself. */
  readonly batches?: Batches;
}

/** The batches of a store, as minds see them. */
export interface Batches {
  /** Written before anything is sent; gives our own number. */
  readonly begin: () => number;
  readonly sent: (batch: number, serverId: string) => void;
  readonly close: (batch: number, state: 'ended' | 'lost') => void;
  /** What the server says of it, while it is waited for. */
  readonly looked: (batch: number, state: BatchState) => void;
  /** The calls of a batch that have no end yet. */
  readonly open: (batch: number) => readonly OpenCall[];
}

/** A call of a batch that nobody has settled, with all that its answer is read by. */
export interface OpenCall extends Reserved {
  readonly role: MindRole;
  readonly questions: readonly Asked[];
}

/** What was answered to one thing that was asked. */
export interface Said {
  readonly hash: string;
  readonly about: string;
  readonly said: unknown;
}

export interface Question<T> {
  readonly role: MindRole;
  readonly model: string;
  /** For people, in a few words. */
  readonly about: string;
  /** Our own words, without data. */
  readonly task: string;
  /** What is known of others; it is fenced. */
  readonly data: string;
  readonly schema: z.ZodType<T>;
  readonly outputTokensMax: number;
  readonly sent: readonly SentPart[];
  /** Each thing that is asked, known by a hash of all that it says: what was answered to it is not asked again. */
  readonly asks: readonly Asked[];
  /** All that is asked together, where that is more than one thing; its answer is the whole one. */
  readonly whole?: Asked;
  /** The answer to each; left out where the whole answer is that of the one thing asked. */
  readonly answers?: (value: T) => readonly Said[];
}

/** `dropped`: this question alone is lost. `stop`: nothing more can be asked tonight. */
export type AskEnd =
  | { readonly kind: 'dropped'; readonly why: CallOutcome; readonly detail: string | null }
  /** It is under way in a batch. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'cap'; readonly cap: CapName }
  | { readonly kind: 'stop'; readonly fault: ModelFaultKind; readonly detail: string };

export interface Answer<T> {
  readonly value: T;
  /** Null: it was known from an earlier call, and cost nothing. */
  readonly call: number | null;
}

export const triesMax = 4;
// The SDK's own: half a second, doubled, at most eight.
const firstWaitMs = 500;
const longestWaitMs = 8_000;
// A request by itself; the whole night has a cap of its own.
export const callMs = 600_000;
// What a server adds of its own around a request: roles, the schema's frame. Measured by nobody here; meant too high.
const framingTokens = 2_000;

/** No tokenizer makes more tokens than there are bytes, so this is never too low. */
export const boundOf = (request: ModelRequest): UpperBound => ({
  inputTokens:
    new TextEncoder().encode(request.system + request.user + JSON.stringify(request.schema)).length +
    framingTokens,
  outputTokens: request.outputTokensMax,
});

export function requestFor<T>(question: Question<T>, chance: () => string, complaint = ''): ModelRequest {
  const { nonce, text } = fence(question.data, chance);
  const { $schema: _, ...schema } = z.toJSONSchema(question.schema, { target: 'draft-2020-12' });
  const system = `${question.task}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(schema)}`;
  return {
    model: question.model,
    outputTokensMax: question.outputTokensMax,
    system,
    user: `${fenceRule(nonce)}\n\n${text}${complaint === '' ? '' : `\n\n${complaint}`}`,
    schema,
  };
}

export type Fate = 'again' | 'drop' | 'stop';

/** What a fault means for the question and for the night. */
export function fateOf(fault: ModelFaultKind): Fate {
  switch (fault) {
    case 'rate-limited':
    case 'server-fault':
    case 'overloaded':
    case 'unreachable':
      return 'again';
    case 'wrong-request':
    case 'too-large':
    case 'cut-off':
      return 'drop';
    case 'key-missing':
    case 'key-invalid':
    case 'no-credit':
    case 'not-allowed':
    case 'no-such-model':
    case 'woken':
      return 'stop';
    default:
      return assertNever(fault);
  }
}

export const mayBePaid = (fault: ModelFaultKind): boolean => fault === 'cut-off' || fault === 'woken';

/** What of an answer can be read; the reason why not, for the model's second try. */
export function readAnswer<T>(schema: z.ZodType<T>, text: string): Result<T, string> {
  // Some servers wrap JSON into a fence of Markdown.
  const bare = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/u.exec(text)?.[1] ?? text;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return err('it was no JSON');
  }
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  return err(`“${issue?.path.join('.') ?? ''}” was not as the schema has it`);
}

interface Tried {
  readonly reply: ModelSaid | ModelFault;
  readonly reserved: Reserved;
  readonly tookMs: number;
}

async function tryOnce<T>(
  asking: Asking,
  question: Question<T>,
  request: ModelRequest,
  attempt: number,
): Promise<Result<Tried, CapName>> {
  const { role, model, about, sent } = question;
  const reserved = asking.meter.reserve({
    role,
    model,
    about,
    questions: askedIn(question),
    attempt,
    sent,
    bound: boundOf(request),
  });
  if (!reserved.ok) return reserved;
  asking.onCall();
  const from = asking.ticks();
  const timeoutMs = Math.max(1, Math.min(callMs, asking.meter.leftMs()));
  const reply = await asking.model.send(request, { timeoutMs, signal: asking.signal });
  return ok({ reply, reserved: reserved.value, tookMs: asking.ticks() - from });
}

function settle(
  asking: Asking,
  { reply, reserved, tookMs }: Tried,
  outcome: CallOutcome,
  detail: string | null,
): void {
  const usage: TokenUsage | null = reply.kind === 'said' ? reply.usage : null;
  asking.meter.settle(reserved, {
    outcome,
    usage,
    mayBePaid: reply.kind === 'said' || mayBePaid(reply.fault),
    tookMs,
    requestId: reply.requestId,
    detail,
  });
}

export const inVain =
  'It was asked before, may have been paid for, and gave no answer; it is not sent again.';

/** How an answer that came reads: what it says, or why it says nothing. */
export function readSaid<T>(
  schema: z.ZodType<T>,
  said: ModelSaid,
): Result<T, { readonly why: CallOutcome; readonly detail: string }> {
  if (said.stop === 'refusal') return err({ why: 'refused', detail: 'The model refused to answer.' });
  if (said.stop === 'max-tokens')
    return err({ why: 'cut-short', detail: 'The answer was longer than there was room for.' });
  const read = readAnswer(schema, said.text);
  return read.ok ? read : err({ why: 'wrong-shape', detail: `The answer was not as asked: ${read.error}.` });
}

export async function pause(asking: Asking, attempt: number, retryAfterMs: number | null): Promise<boolean> {
  const ms = retryAfterMs ?? Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  if (ms > asking.meter.leftMs()) return false;
  await asking.wait(ms, asking.signal);
  return asking.signal?.aborted !== true;
}

export const complaintOf = (detail: string): string =>
  `Your answer before could not be read: ${detail} Answer again, shorter, with JSON of the schema alone.`;

/** All that a call asks, for the ledger. */
export const askedIn = <T>({ asks, whole }: Question<T>): readonly Asked[] =>
  whole === undefined ? asks : [...asks, whole];

/** What stands for the whole answer. */
export const wholeOf = <T>({ asks, whole }: Question<T>): Asked | undefined => whole ?? asks[0];

const saidBy = <T>(question: Question<T>, value: T): readonly Said[] =>
  question.answers?.(value) ?? question.asks.map((one) => ({ ...one, said: value }));

/** For one thing asked by itself: what is known of it costs nothing, and what was asked in vain is not asked again. */
export function askOnce<T>(asking: Asking, question: Question<T>): Promise<Result<Answer<T>, AskEnd>> {
  const one = wholeOf(question);
  const known = question.schema.safeParse(one === undefined ? null : asking.known(one.hash));
  if (known.success) return Promise.resolve(ok({ value: known.data, call: null }));
  if (one !== undefined && asking.isUnderWay(one.hash)) return Promise.resolve(err({ kind: 'waiting' }));
  if (one !== undefined && asking.wasInVain(one.hash))
    return Promise.resolve(err({ kind: 'dropped', why: 'lost', detail: inVain }));
  return ask(asking, question);
}

/** Never throws for what a server does. */
export async function ask<T>(asking: Asking, question: Question<T>): Promise<Result<Answer<T>, AskEnd>> {
  let complaint = '';
  for (let attempt = 1; ; attempt++) {
    if (asking.signal?.aborted === true)
      return err({ kind: 'stop', fault: 'woken', detail: 'It was woken.' });
    const tried = await tryOnce(asking, question, requestFor(question, asking.chance, complaint), attempt);
    if (!tried.ok) return err({ kind: 'cap', cap: tried.error });
    const { reply } = tried.value;
    if (reply.kind === 'said') {
      const read = readSaid(question.schema, reply);
      const { call } = tried.value.reserved;
      asking.atOnce(() => {
        settle(asking, tried.value, read.ok ? 'said' : read.error.why, read.ok ? null : read.error.detail);
        if (read.ok) for (const said of saidBy(question, read.value)) asking.keep(call, said);
      });
      asking.onCall();
      if (read.ok) return ok({ value: read.value, call });
      if (complaint !== '' || read.error.why === 'refused') return err({ kind: 'dropped', ...read.error });
      complaint = complaintOf(read.error.detail);
      continue;
    }
    const { fault, detail } = reply;
    settle(asking, tried.value, fault, detail);
    asking.onCall();
    const fate = fateOf(fault);
    if (fate === 'stop') return err({ kind: 'stop', fault, detail });
    if (fate === 'drop') return err({ kind: 'dropped', why: fault, detail });
    if (attempt >= triesMax || !(await pause(asking, attempt, reply.retryAfterMs)))
      return err({ kind: 'stop', fault, detail });
  }
}
