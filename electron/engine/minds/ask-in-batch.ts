// The same questions through a batch, at half the price: written down before it is handed in, looked after while the night
// may wait, and settled from the ledger alone, so that whoever starts next can do it as well.
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CallOutcome } from '../../../shared/models.ts';
import type { BatchAnswer, ModelFault } from '../deps.ts';
import type { Reserved } from '../budget/meter.ts';
import {
  askedIn,
  boundOf,
  callMs,
  complaintOf,
  fateOf,
  inVain,
  mayBePaid,
  pause,
  readSaid,
  requestFor,
  triesMax,
  wholeOf,
  type Answer,
  type AskEnd,
  type Asking,
  type Batches,
  type OpenCall,
  type Question,
} from './ask.ts';
import { schemaOf } from './schemas.ts';

type Answered<T> = Result<Answer<T>, AskEnd>;

/** How each call of a batch ended. */
type Ends = ReadonlyMap<number, { readonly outcome: CallOutcome; readonly detail: string | null }>;

interface Sending<T> {
  readonly at: number;
  readonly question: Question<T>;
  readonly complaint: string;
}

// The service takes 100,000 and 256 MB; a piece of a session is at most 60 KB.
const batchMax = 2_000;

function known<T>(asking: Asking, question: Question<T>): Answered<T> | null {
  const whole = wholeOf(question);
  if (whole === undefined) return null;
  const before = question.schema.safeParse(asking.known(whole.hash));
  if (before.success) return ok({ value: before.data, call: null });
  if (asking.isUnderWay(whole.hash)) return err({ kind: 'waiting' });
  return asking.wasInVain(whole.hash) ? err({ kind: 'dropped', why: 'lost', detail: inVain }) : null;
}

/** What was known costs nothing; the others go in one batch, and what came in no shape in a second one. */
export async function askInBatch<T>(
  asking: Asking,
  batches: Batches,
  questions: readonly Question<T>[],
): Promise<readonly Answered<T>[]> {
  const answers = new Map<number, Answered<T>>();
  let open: Sending<T>[] = [];
  for (const [at, question] of questions.entries()) {
    const before = known(asking, question);
    if (before === null) open.push({ at, question, complaint: '' });
    else answers.set(at, before);
  }
  for (const isSecond of [false, true]) {
    const again: Sending<T>[] = [];
    while (open.length > 0) {
      const asked = await askSome(asking, batches, open.slice(0, batchMax), isSecond, answers);
      again.push(...asked.again);
      // What is settled cost less than was set aside for it: by now there may be room for those that had none.
      open = [...asked.left, ...open.slice(batchMax)];
    }
    open = again;
  }
  return questions.map((_, at) => answers.get(at) ?? err({ kind: 'waiting' }));
}

interface Some<T> {
  /** Worth asking a second time. */
  readonly again: readonly Sending<T>[];
  /** Not handed in for want of room, while others were answered. */
  readonly left: readonly Sending<T>[];
}

/** One batch. */
async function askSome<T>(
  asking: Asking,
  batches: Batches,
  some: readonly Sending<T>[],
  isSecond: boolean,
  answers: Map<number, Answered<T>>,
): Promise<Some<T>> {
  const end = (all: readonly Sending<T>[], why: AskEnd): Some<T> => {
    for (const { at } of all) answers.set(at, err(why));
    return { again: [], left: [] };
  };
  if (asking.signal?.aborted === true)
    return end(some, { kind: 'stop', fault: 'woken', detail: 'It was woken.' });
  const handed = await handIn(asking, batches, some, isSecond);
  if (handed.cap !== null) end(handed.left, { kind: 'cap', cap: handed.cap });
  if (handed.sent.size === 0) return { again: [], left: [] };
  if (!handed.begun.ok) return end([...handed.sent.values()], handed.begun.error);
  const ended = await waitFor(asking, batches, handed.number, handed.begun.value);
  if (ended !== null) return end([...handed.sent.values()], ended);
  const settled = await settleBatch(asking, batches, handed.number, handed.begun.value);
  if (!settled.ok) return end([...handed.sent.values()], settled.error);
  const again: Sending<T>[] = [];
  for (const [call, sending] of handed.sent) {
    const told = settled.value.get(call) ?? { outcome: 'lost' as const, detail: null };
    const said = told.outcome === 'said' ? known(asking, sending.question) : null;
    const isWorthMore = told.outcome === 'wrong-shape' || told.outcome === 'unanswered';
    if (said !== null) answers.set(sending.at, said);
    else if (isWorthMore && !isSecond) {
      const complaint = told.outcome === 'wrong-shape' ? complaintOf(told.detail ?? '') : '';
      again.push({ ...sending, complaint });
    } else end([sending], { kind: 'dropped', why: told.outcome, detail: told.detail });
  }
  return { again, left: handed.left };
}

interface Handed<T> {
  readonly number: number;
  /** By the number of its call. */
  readonly sent: ReadonlyMap<number, Sending<T>>;
  readonly left: readonly Sending<T>[];
  readonly cap: Extract<AskEnd, { kind: 'cap' }>['cap'] | null;
  /** The server's id. */
  readonly begun: Result<string, AskEnd>;
}

/** Every call has its place in the ledger, and its room under the caps, before the batch is sent. */
async function handIn<T>(
  asking: Asking,
  batches: Batches,
  some: readonly Sending<T>[],
  isSecond: boolean,
): Promise<Handed<T>> {
  const sent = new Map<number, Sending<T>>();
  const reserved: Reserved[] = [];
  const items: { readonly customId: string; readonly request: ReturnType<typeof requestFor> }[] = [];
  let number = 0;
  let cap: Handed<T>['cap'] = null;
  let left: readonly Sending<T>[] = [];
  asking.atOnce(() => {
    number = batches.begin();
    for (const [i, sending] of some.entries()) {
      const { question, complaint } = sending;
      const request = requestFor(question, asking.chance, complaint);
      const { role, model, about, sent: parts } = question;
      const room = asking.meter.reserve({
        role,
        model,
        about,
        questions: askedIn(question),
        attempt: isSecond ? 2 : 1,
        sent: parts,
        bound: boundOf(request),
        batch: number,
      });
      if (!room.ok) {
        cap = room.error;
        left = some.slice(i);
        break;
      }
      sent.set(room.value.call, sending);
      reserved.push(room.value);
      items.push({ customId: customIdOf(room.value.call), request });
    }
    if (sent.size === 0) batches.close(number, 'ended');
  });
  if (sent.size === 0) return { number, sent, left, cap, begun: err({ kind: 'waiting' }) };
  asking.onCall();
  const begun = await begin(asking, items);
  asking.atOnce(() => {
    if (begun.ok) batches.sent(number, begun.value);
    else settleAll(asking, batches, number, reserved, begun.error);
  });
  return { number, sent, left, cap, begun: begun.ok ? begun : err(endOf(begun.error)) };
}

const customIdOf = (call: number): string => `c${call}`;

const endOf = ({ fault, detail }: ModelFault): AskEnd =>
  fateOf(fault) === 'drop' ? { kind: 'dropped', why: fault, detail } : { kind: 'stop', fault, detail };

/** Tried again while nothing can have been taken. */
async function begin(
  asking: Asking,
  items: readonly { readonly customId: string; readonly request: ReturnType<typeof requestFor> }[],
): Promise<Result<string, ModelFault>> {
  for (let attempt = 1; ; attempt++) {
    const timeoutMs = Math.max(1, Math.min(callMs, asking.meter.leftMs()));
    const begun = await asking.model.startBatch(items, { timeoutMs, signal: asking.signal });
    if (begun.ok) return ok(begun.value.id);
    const { fault, retryAfterMs } = begun.error;
    if (fateOf(fault) !== 'again' || attempt >= triesMax) return begun;
    if (!(await pause(asking, attempt, retryAfterMs))) return begun;
  }
}

function settleAll(
  asking: Asking,
  batches: Batches,
  number: number,
  reserved: readonly Reserved[],
  { fault, detail, requestId }: ModelFault,
): void {
  const isPaid = mayBePaid(fault);
  for (const one of reserved) {
    asking.meter.settle(one, {
      outcome: fault,
      usage: null,
      mayBePaid: isPaid,
      tookMs: 0,
      requestId,
      detail,
    });
  }
  batches.close(number, isPaid ? 'lost' : 'ended');
}

// From two seconds to one minute between two looks.
const lookMs = (looks: number): number => Math.min(60_000, 2_000 * 2 ** Math.min(looks, 5));
const looksMax = 5_000;

/** Null when it has ended; `waiting` where the night has no time left for it. */
async function waitFor(
  asking: Asking,
  batches: Batches,
  number: number,
  serverId: string,
): Promise<AskEnd | null> {
  for (let looks = 0; looks < looksMax; looks++) {
    const timeoutMs = Math.max(1, Math.min(callMs, asking.meter.leftMs()));
    const state = await asking.model.batch(serverId, { timeoutMs, signal: asking.signal });
    if (state.ok) batches.looked(number, state.value);
    if (state.ok && state.value.isEnded) return null;
    if (!state.ok && fateOf(state.error.fault) === 'stop' && state.error.fault !== 'no-such-model')
      return endOf(state.error);
    if (!state.ok && state.error.fault === 'no-such-model') return null;
    asking.onCall();
    const ms = lookMs(looks);
    if (ms > asking.meter.leftMs()) return { kind: 'waiting' };
    await asking.wait(ms, asking.signal);
    if (asking.signal?.aborted === true) return { kind: 'stop', fault: 'woken', detail: 'It was woken.' };
  }
  return { kind: 'waiting' };
}

/**
 * Fetches what came of a batch that has ended, and settles each of its calls once: all of it or nothing. A batch that the
 * server does not know any more is lost, and counts with all that was reserved.
 */
export async function settleBatch(
  asking: Pick<Asking, 'model' | 'meter' | 'keep' | 'atOnce' | 'onCall' | 'signal'>,
  batches: Batches,
  number: number,
  serverId: string,
): Promise<Result<Ends, AskEnd>> {
  const found = await asking.model.batchAnswers(serverId, { timeoutMs: callMs, signal: asking.signal });
  const ends = new Map<number, { readonly outcome: CallOutcome; readonly detail: string | null }>();
  if (!found.ok && found.error.fault !== 'no-such-model') return err(endOf(found.error));
  const replies = new Map(found.ok ? found.value.map((one) => [one.customId, one.reply]) : []);
  asking.atOnce(() => {
    for (const call of batches.open(number)) {
      ends.set(call.call, settleCall(asking, call, replies.get(customIdOf(call.call))));
    }
    batches.close(number, found.ok ? 'ended' : 'lost');
  });
  asking.onCall();
  return ok(ends);
}

const misses: Readonly<Record<'expired' | 'canceled' | 'errored', string>> = {
  expired: 'Its batch ended before its turn came; it cost nothing.',
  canceled: 'Its batch was taken back; it cost nothing.',
  errored: 'The server had a fault with it; it cost nothing.',
};

/** What one call of a batch came to. */
function settleCall(
  asking: Pick<Asking, 'meter' | 'keep'>,
  call: OpenCall,
  reply: BatchAnswer['reply'] | undefined,
): { readonly outcome: CallOutcome; readonly detail: string | null } {
  const settle = (outcome: CallOutcome, detail: string | null, isPaid: boolean) => {
    const usage = reply?.kind === 'said' ? reply.usage : null;
    const requestId = reply?.kind === 'said' ? reply.requestId : null;
    asking.meter.settle(call, { outcome, usage, mayBePaid: isPaid, tookMs: 0, requestId, detail });
    return { outcome, detail };
  };
  if (reply === undefined) return settle('lost', 'The batch says nothing of it; it counts whole.', true);
  if (reply.kind === 'unanswered') return settle('unanswered', misses[reply.why], false);
  const read = readSaid<unknown>(schemaOf(call.role), reply);
  const told = settle(read.ok ? 'said' : read.error.why, read.ok ? null : read.error.detail, true);
  if (read.ok) keepSaid(asking, call, read.value);
  return told;
}

const decisions = z.looseObject({ decisions: z.array(z.looseObject({ item: z.string() })) });

/** The whole under its own hash, and each thing that was asked beside others under its own. */
function keepSaid(asking: Pick<Asking, 'keep'>, { call, questions }: OpenCall, value: unknown): void {
  const parts = decisions.safeParse(value);
  for (const { hash, about, name } of questions) {
    const said =
      name === undefined || !parts.success ? value : parts.data.decisions.find(({ item }) => item === name);
    if (said !== undefined) asking.keep(call, { hash, about, said });
  }
}
