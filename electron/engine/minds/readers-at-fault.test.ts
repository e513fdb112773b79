// Readers before a server that fails in every way that we know of, each by itself and through a batch: every question comes
// to a clear end, what was paid for is in the ledger and is not sent again, and what was not is open for another night.
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentHash, epochMs, nightId } from '../../../shared/ids.ts';
import { usualSettings } from '../../../shared/settings.ts';
import { createMeter } from '../budget/meter.ts';
import { priceTable } from '../budget/prices.ts';
import { createClaude } from '../models/claude.ts';
import {
  startFakeClaude,
  type FakeClaude,
  type FakePlan,
  type FakeReply,
  type NoAnswer,
} from '../models/testing/fake-claude.ts';
import { atOnceIn, batchesIn } from '../night/batches.ts';
import { isUnderWay } from '../store/model-batches.ts';
import { answerTo, callsOfNight, putAnswer, settledAmong, wasInVain } from '../store/model-calls.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { askAll, type Answered } from './ask-all.ts';
import type { Asking, Question } from './ask.ts';
import { readerSchema, type ReaderAnswer } from './reader.ts';

const table = priceTable(null);
if (!table.ok) throw new Error('the price table is read');
const good = JSON.stringify({ findings: [], ordersInData: [] });

const asksOf = (names: readonly string[]) =>
  names.map((about): Question<ReaderAnswer> => ({
    role: 'reader',
    model: 'claude-haiku-4-5',
    about,
    task: 'Say yes.',
    data: about,
    schema: readerSchema,
    outputTokensMax: 200,
    sent: [],
    asks: [{ hash: contentHash(about), about }],
  }));

interface Room {
  readonly server: FakeClaude;
  readonly ask: (all?: typeof questions) => Promise<readonly Answered<ReaderAnswer>[]>;
  readonly calls: () => ReturnType<typeof callsOfNight>;
  readonly waits: number[];
}

const questions = asksOf(['first', 'second', 'third']);
// A machine that others keep busy is no server that stands still.
const patientMs = 60_000;

async function room(plan: FakePlan, isBatch: boolean, stallMs = patientMs): Promise<Room> {
  const { db } = openTempStore();
  const server = await startFakeClaude(plan);
  onTestFinished(() => server.close());
  const night = nightId('a night at fault');
  const wall = () => epochMs(noonMs);
  const waits: number[] = [];
  const asking: Asking = {
    model: createClaude({ baseUrl: server.url, key: null, isAnthropic: false, stallMs }),
    meter: createMeter({
      db,
      night,
      budget: usualSettings.budget,
      roundsMax: 3,
      prices: table.ok ? table.value : { asOf: '', batchShare: 1, models: new Map() },
      tokensOnly: false,
      wall,
      elapsedMs: () => 0,
    }),
    chance: () => 'a1b2c3',
    ticks: () => 0,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    known: (question) => answerTo(db, question),
    wasInVain: (question) => wasInVain(db, question),
    isUnderWay: (question) => isUnderWay(db, question),
    settled: (all) => settledAmong(db, all),
    keep: (call, answer) => putAnswer(db, { call, ...answer }),
    atOnce: atOnceIn(db),
    onCall: () => undefined,
    ...(isBatch ? { batches: batchesIn({ db, night, address: server.url, wall }) } : {}),
  };
  return {
    server,
    waits,
    ask: (all = questions) => askAll(asking, all, 2),
    calls: () => callsOfNight(db, night),
  };
}

const endsOf = (answers: readonly Answered<ReaderAnswer>[]): readonly string[] =>
  answers.map((one) => {
    if (one.ok) return 'answered';
    const { error } = one;
    return error.kind === 'dropped'
      ? error.why
      : error.kind === 'stop'
        ? `stopped: ${error.fault}`
        : error.kind;
  });

/** All that the server would charge, in nano-dollars. */
const billedNano = ({ billed }: FakeClaude): number =>
  billed.reduce((sum, { input, output, share }) => sum + share * (input * 1_000 + output * 5_000), 0);

async function expectOrder({ server, calls, ask }: Room): Promise<void> {
  const counted = calls().reduce((sum, one) => sum + one.counted.usd * 1e9, 0);
  expect(counted).toBeGreaterThanOrEqual(billedNano(server) - 1);
  expect(calls().every(({ outcome }) => outcome !== null)).toBe(true);
  const paid = new Set(
    calls()
      .filter((one) => one.counted.tokens > 0)
      .map(({ about }) => about),
  );
  const before = calls().length;
  server.setPlan({
    reply: () => ({ kind: 'say', text: good }),
    batch: { looksUntilEnded: 0, ends: () => ({ kind: 'say', text: good }) },
  });
  const after = endsOf(await ask());
  for (const [i, { about }] of questions.entries()) {
    const sentAgain = calls()
      .slice(before)
      .some((one) => one.about === about);
    expect([about, sentAgain]).toEqual([about, !paid.has(about)]);
    if (!paid.has(about)) expect(after[i]).toBe('answered');
  }
}

const status = (code: number, retryAfter?: string): FakeReply & { readonly kind: 'status' } => ({
  kind: 'status',
  status: code,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

describe('readers, each by itself', () => {
  const faults: readonly (readonly [string, FakeReply, string, number])[] = [
    ['401', status(401), 'stopped: key-invalid', 2],
    ['402', status(402), 'stopped: no-credit', 2],
    ['403', status(403), 'stopped: not-allowed', 2],
    ['404', status(404), 'stopped: no-such-model', 2],
    ['413', status(413), 'too-large', 3],
    ['429 for longer than the night', status(429, '86400'), 'stopped: rate-limited', 2],
    ['500', status(500), 'stopped: server-fault', 8],
    ['529', status(529), 'stopped: overloaded', 8],
    ['a dropped stream', { kind: 'drop', text: 'word '.repeat(300) }, 'cut-off', 3],
    ['a stall', { kind: 'stall' }, 'cut-off', 3],
    ['a refusal', { kind: 'say', text: '', stop: 'refusal' }, 'refused', 3],
    ['no room left', { kind: 'say', text: '{"findings": [', stop: 'max_tokens' }, 'cut-short', 6],
    ['broken JSON', { kind: 'say', text: '{"findings": [' }, 'wrong-shape', 6],
    ['another shape', { kind: 'say', text: '{"obeyed": "all of it"}' }, 'wrong-shape', 6],
  ];
  it.each(faults)('%s comes to a clear end', async (_what, reply, end, callsMade) => {
    const there = await room({ reply: () => reply }, false, reply.kind === 'stall' ? 120 : patientMs);
    expect(endsOf(await there.ask())).toEqual([end, end, end]);
    expect(there.calls()).toHaveLength(callsMade);
    await expectOrder(there);
  });

  it('a server that breaks off again and again is not asked for the whole night', async () => {
    const there = await room({ reply: () => ({ kind: 'hang-up' }) }, false);
    const ends = endsOf(await there.ask(asksOf(Array.from({ length: 20 }, (_, i) => `piece ${i}`))));
    expect(ends.filter((end) => end === 'stopped: cut-off').length).toBeGreaterThanOrEqual(14);
    expect(there.calls().length).toBeLessThanOrEqual(6);
  });

  it('a 429 that names its time is waited for, and asked again', async () => {
    const there = await room(
      { reply: ({ number }) => (number === 1 ? status(429, '3') : { kind: 'say', text: good }) },
      false,
    );
    expect(endsOf(await there.ask())).toEqual(['answered', 'answered', 'answered']);
    expect(there.waits).toEqual([3_000]);
    await expectOrder(there);
  });
});

describe('readers in a batch', () => {
  const unsent: readonly (readonly [string, FakePlan['batchFault'] & object, string])[] = [
    ['401', status(401), 'stopped: key-invalid'],
    ['402', status(402), 'stopped: no-credit'],
    ['403', status(403), 'stopped: not-allowed'],
    ['404', status(404), 'stopped: no-such-model'],
    ['413', status(413), 'too-large'],
    ['429 for longer than the night', status(429, '86400'), 'stopped: rate-limited'],
    ['500', status(500), 'stopped: server-fault'],
    ['529', status(529), 'stopped: overloaded'],
  ];
  it.each(unsent)(
    'that is not taken (%s) costs nothing, and is open for another night',
    async (_what, batchFault, end) => {
      const there = await room({ reply: () => status(500), batchFault }, true);
      expect(endsOf(await there.ask())).toEqual([end, end, end]);
      expect(there.calls().every(({ counted }) => counted.usd === 0)).toBe(true);
      await expectOrder(there);
    },
  );

  const inIt: readonly (readonly [string, FakeReply | NoAnswer, string, number])[] = [
    ['a refusal', { kind: 'say', text: '', stop: 'refusal' }, 'refused', 1],
    ['no room left', { kind: 'say', text: '{"findings": [', stop: 'max_tokens' }, 'cut-short', 1],
    ['broken JSON', { kind: 'say', text: '{"findings": [' }, 'wrong-shape', 2],
    ['a fault of the server', { kind: 'errored' }, 'unanswered', 2],
    ['being taken back', { kind: 'canceled' }, 'unanswered', 2],
    ['no answer within a day', { kind: 'expired' }, 'unanswered', 2],
  ];
  it.each(inIt)('of which the second ends in %s keeps the others', async (_what, reply, end, callsMade) => {
    const there = await room(
      {
        reply: () => status(500),
        batch: {
          looksUntilEnded: 1,
          ends: (_id, { user }) => (user.includes('second') ? reply : { kind: 'say', text: good }),
        },
      },
      true,
    );
    expect(endsOf(await there.ask())).toEqual(['answered', end, 'answered']);
    expect(there.calls().filter(({ about }) => about === 'second')).toHaveLength(callsMade);
    expect(there.calls().every(({ isBatch }) => isBatch)).toBe(true);
    await expectOrder(there);
  });

  it('whose server forgot it is lost: it counts whole, and is not sent again', async () => {
    const there = await room(
      { reply: () => status(500), batch: { looksUntilEnded: 0, ends: () => ({ kind: 'say', text: good }) } },
      true,
    );
    there.server.forgetBatches();
    expect(endsOf(await there.ask())).toEqual(['lost', 'lost', 'lost']);
    expect(there.calls().every(({ counted }) => counted.isReserved && counted.usd > 0)).toBe(true);
  });
});
