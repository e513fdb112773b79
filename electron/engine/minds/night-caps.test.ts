// The law of the budget for nights in which many ask at once, and for batches: whatever a server does, whenever our own
// process dies, and however much of a batch expires, no cap is passed and nothing that was paid for is sent again.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { contentHash, epochMs, nightId } from '../../../shared/ids.ts';
import { modelFaultKinds, type ModelFaultKind, type TokenUsage } from '../../../shared/models.ts';
import { assertNever, err, ok } from '../../../shared/result.ts';
import { usualSettings } from '../../../shared/settings.ts';
import { createMeter, type Meter } from '../budget/meter.ts';
import { costOf, priceOf, priceTable, tokensIn } from '../budget/prices.ts';
import type { BatchAnswer, Model, ModelFault, ModelRequest, ModelSaid } from '../deps.ts';
import { atOnceIn, batchesIn, resumeBatches } from '../night/batches.ts';
import type { WritableDb } from '../store/db.ts';
import { isUnderWay, openBatches } from '../store/model-batches.ts';
import { answerTo, putAnswer, settledAmong, wasInVain } from '../store/model-calls.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { askAll } from './ask-all.ts';
import { boundOf, type Asking, type Question } from './ask.ts';
import { readerSchema } from './reader.ts';

const table = priceTable(null);
if (!table.ok) throw new Error('the price table is read');
const prices = table.value;
const models = ['claude-haiku-4-5', 'claude-sonnet-5'] as const;
const good = JSON.stringify({ findings: [], ordersInData: [] });

/** What becomes of one question at the server. */
type Fate =
  | { readonly do: 'say'; readonly fill: number }
  | { readonly do: 'shape' }
  | { readonly do: 'long' }
  | { readonly do: 'refuse' }
  | { readonly do: 'fault'; readonly fault: ModelFaultKind }
  | { readonly do: 'die' };

/** What becomes of a batch as a whole, beside the fates of what is in it. */
type BatchFate =
  'taken' | 'refused' | 'taken, and nobody heard' | 'taken, and we died' | 'died in the answers' | 'late';

const fate: fc.Arbitrary<Fate> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      fill: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
  fc.constant<Fate>({ do: 'shape' }),
  fc.constant<Fate>({ do: 'long' }),
  fc.constant<Fate>({ do: 'refuse' }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom(...modelFaultKinds) }),
  },
  fc.constant<Fate>({ do: 'die' }),
);

const night = fc.record({
  isBatch: fc.boolean(),
  usd: fc.double({ min: 0, max: 0.15, noNaN: true }),
  tokens: fc.integer({ min: 0, max: 120_000 }),
  rooms: fc.array(
    fc.record({
      words: fc.integer({ min: 0, max: 600 }),
      model: fc.constantFrom(...models),
      room: fc.integer({ min: 1, max: 3_000 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  fates: fc.array(fate, { minLength: 1, maxLength: 12 }),
  batches: fc.array(
    fc.constantFrom<BatchFate>(
      'taken',
      'taken',
      'refused',
      'taken, and nobody heard',
      'taken, and we died',
      'died in the answers',
      'late',
    ),
    { minLength: 1, maxLength: 4 },
  ),
});
type Night = typeof night extends fc.Arbitrary<infer T> ? T : never;

class Died extends Error {}

interface Bill {
  readonly model: string;
  readonly usage: TokenUsage;
  readonly share: number;
}

const unsaid = { done: null, expiresAtMs: null };

/** An honest server, as far as its script lets it be, with its own books. */
interface Server {
  readonly model: Model;
  readonly billed: Bill[];
  /** What was sent, in order; `isPaid` once it was charged. */
  readonly sent: { readonly words: string; isPaid: boolean }[];
}

const usageFor = (request: ModelRequest, fill: number): TokenUsage => {
  const bound = boundOf(request);
  return {
    inputTokens: 0,
    outputTokens: Math.floor(bound.outputTokens * fill),
    cacheWriteTokens: Math.floor(bound.inputTokens * fill),
    cacheReadTokens: 0,
  };
};

const faultOf = (fault: ModelFaultKind): ModelFault => ({
  kind: 'fault',
  fault,
  detail: 'scripted',
  retryAfterMs: null,
  requestId: null,
});

const saidBy = (request: ModelRequest, one: Exclude<Fate, { do: 'fault' }>): ModelSaid => {
  const said = (text: string, stop: ModelSaid['stop'], fill: number): ModelSaid => ({
    kind: 'said',
    text,
    stop,
    usage: usageFor(request, fill),
    requestId: null,
  });
  switch (one.do) {
    case 'say':
      return said(good, 'end', one.fill);
    case 'shape':
      return said('{"findings": 1}', 'end', 1);
    case 'long':
      return said('{"find', 'max-tokens', 1);
    case 'refuse':
      return said('', 'refusal', 1);
    case 'die':
      return said(good, 'end', 1);
    default:
      return assertNever(one);
  }
};

function serverFor({ fates, batches }: Night): Server {
  const billed: Bill[] = [];
  const sent: Server['sent'] = [];
  const handed = new Map<
    string,
    {
      items: readonly { customId: string; request: ModelRequest }[];
      answers: BatchAnswer[] | null;
      looks: number;
      ends: BatchFate;
    }
  >();
  let [at, batchAt] = [0, 0];
  const next = (): Fate => fates[at++ % fates.length] ?? { do: 'shape' };
  const charge = (request: ModelRequest, usage: TokenUsage, share: number): void => {
    billed.push({ model: request.model, usage, share });
    const last = sent.findLast(({ words }) => words === `${request.model} ${request.user}`);
    if (last) last.isPaid = tokensIn(usage) > 0;
  };
  const note = (request: ModelRequest): void =>
    void sent.push({ words: `${request.model} ${request.user}`, isPaid: false });
  const answerOf = ({ customId, request }: { customId: string; request: ModelRequest }): BatchAnswer => {
    const one = next();
    if (one.do === 'fault' || one.do === 'die')
      return { customId, reply: { kind: 'unanswered', why: one.do === 'die' ? 'errored' : 'expired' } };
    const reply = saidBy(request, one);
    charge(request, reply.usage, prices.batchShare);
    return { customId, reply };
  };
  const model: Model = {
    send: async (request) => {
      note(request);
      const one = next();
      await Promise.resolve();
      if (one.do === 'fault') {
        // Only what broke off may have been charged.
        if (one.fault === 'cut-off' || one.fault === 'woken') charge(request, usageFor(request, 1), 1);
        return faultOf(one.fault);
      }
      const reply = saidBy(request, one);
      charge(request, reply.usage, 1);
      if (one.do === 'die') throw new Died();
      return reply;
    },
    count: () => Promise.resolve(ok(1)),
    list: () => Promise.resolve(ok([])),
    startBatch: async (items) => {
      const ends = batches[batchAt++ % batches.length] ?? 'taken';
      if (ends === 'refused') return err(faultOf('no-credit'));
      for (const { request } of items) note(request);
      const id = `batch-${handed.size + 1}`;
      const batch = { items, answers: null as BatchAnswer[] | null, looks: 0, ends };
      handed.set(id, batch);
      if (ends === 'taken, and nobody heard' || ends === 'taken, and we died') {
        // It works through it all the same, and charges.
        batch.answers = items.map(answerOf);
        if (ends === 'taken, and we died') throw new Died();
        return err(faultOf('cut-off'));
      }
      return ok({ id, isEnded: false, ...unsaid });
    },
    batch: (id) => {
      const batch = handed.get(id);
      if (batch === undefined) return Promise.resolve(err(faultOf('no-such-model')));
      batch.looks += 1;
      return Promise.resolve(ok({ id, isEnded: batch.ends !== 'late' || batch.looks > 3, ...unsaid }));
    },
    batchAnswers: (id) => {
      const batch = handed.get(id);
      if (batch === undefined) return Promise.resolve(err(faultOf('no-such-model')));
      // Charged once, however often it is fetched.
      batch.answers ??= batch.items.map(answerOf);
      if (batch.ends === 'died in the answers') {
        batch.ends = 'taken';
        throw new Died();
      }
      return Promise.resolve(ok(batch.answers));
    },
    cancelBatch: (id) => Promise.resolve(ok({ id, isEnded: true, ...unsaid })),
  };
  return { model, billed, sent };
}

const questionsOf = ({ rooms }: Night, key: string): readonly Question<z.infer<typeof readerSchema>>[] =>
  rooms.map(({ words, model, room }, i) => ({
    role: 'reader',
    model,
    about: 'a test',
    task: 'Say yes.',
    data: `${'word '.repeat(words)}${i}`,
    schema: readerSchema,
    outputTokensMax: room,
    sent: [],
    asks: [{ hash: contentHash(key, String(i)), about: 'a test' }],
  }));

interface World {
  readonly db: WritableDb;
  count: number;
}

const address = 'http://127.0.0.1:1';

function askingOf(
  db: WritableDb,
  model: Model,
  meter: Meter,
  made: Night,
  id: ReturnType<typeof nightId>,
): Asking {
  const wall = () => epochMs(noonMs);
  return {
    model,
    meter,
    chance: () => 'a1b2c3',
    ticks: () => 0,
    wait: () => Promise.resolve(),
    known: (question) => answerTo(db, question),
    wasInVain: (question) => wasInVain(db, question),
    isUnderWay: (question) => isUnderWay(db, question),
    settled: (questions) => settledAmong(db, questions),
    keep: (call, answer) => putAnswer(db, { call, ...answer }),
    atOnce: atOnceIn(db),
    onCall: () => undefined,
    ...(made.isBatch ? { batches: batchesIn({ db, night: id, address, wall }) } : {}),
  };
}

async function dream(world: World, made: Night): Promise<void> {
  const { db } = world;
  world.count += 1;
  const id = nightId(`night-cap-${world.count}`);
  const wall = () => epochMs(noonMs + world.count * 32 * 86_400_000);
  const meter = createMeter({
    db,
    night: id,
    budget: {
      ...usualSettings.budget,
      usdPerNight: made.usd,
      tokensPerNight: made.tokens,
      usdPerMonth: 1e6,
      tokensPerMonth: 1e12,
    },
    roundsMax: 3,
    prices,
    tokensOnly: false,
    wall,
    elapsedMs: () => 0,
  });
  const server = serverFor(made);
  const asking = askingOf(db, server.model, meter, made, id);
  const questions = questionsOf(made, String(world.count));
  // Twice: what a night that died had begun is gone on with; a batch that was left behind is fetched first.
  for (const _ of [1, 2]) {
    try {
      await resumeBatches({ db, model: server.model, address, prices, wall });
      await askAll(asking, questions, 4);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
  }
  const spent = server.billed.reduce(
    (sum, { model, usage, share }) => {
      const price = priceOf(prices, model);
      return {
        usd: sum.usd + (price === null ? 0 : costOf(usage, price, share)),
        tokens: sum.tokens + tokensIn(usage),
      };
    },
    { usd: 0, tokens: 0 },
  );
  expect(spent.usd).toBeLessThanOrEqual(made.usd * 1e9 + 1e-3);
  expect(spent.tokens).toBeLessThanOrEqual(made.tokens);
  // The ledger never says less than the server's own books, but for answers that nobody has fetched yet.
  expect(meter.spent().usd * 1e9).toBeGreaterThanOrEqual(spent.usd - 1e-3);
  const paid = new Set<string>();
  for (const { words, isPaid } of server.sent) {
    expect(paid.has(words)).toBe(false);
    if (isPaid) paid.add(words);
  }
  // Nothing of one night is fetched in another's books.
  for (const { number } of openBatches(db)) batchesIn({ db, night: id, address, wall }).close(number, 'lost');
}

// A long run may be cut into several (NIGHTS=2500, each with another SEED): one store holds all nights of one.
const { LONG, NIGHTS = '10000' } = process.env;
const nights = LONG === '1' ? Number(NIGHTS) : 150;

describe('the budget of a night with readers, and of batches', () => {
  it(
    'is never passed, however many ask at once, whatever expires, and wherever we die',
    { timeout: 600_000 },
    async () => {
      const { db } = openTempStore();
      db.script('PRAGMA synchronous = OFF');
      const world: World = { db, count: 0 };
      await fc.assert(
        fc.asyncProperty(night, (made) => dream(world, made)),
        { numRuns: nights },
      );
    },
  );
});
