// The law of the budget, over thousands of made-up nights: whatever a server does, and wherever our own process dies, no
// cap is passed, and nothing that was paid for is sent a second time.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentHash, epochMs, nightId } from '../../../shared/ids.ts';
import { modelFaultKinds, type ModelFaultKind } from '../../../shared/models.ts';
import { assertNever, ok } from '../../../shared/result.ts';
import { usualSettings } from '../../../shared/settings.ts';
import { createMeter, type Meter } from '../budget/meter.ts';
import { costOf, priceOf, priceTable, tokensIn } from '../budget/prices.ts';
import {
  createScriptedModel,
  type ScriptedModel,
  type ScriptedReply,
} from '../models/testing/scripted-model.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { isUnderWay } from '../store/model-batches.ts';
import { answerTo, putAnswer, settledAmong, wasInVain } from '../store/model-calls.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { askOnce, boundOf, type Asking, type Question } from './ask.ts';
import type { ModelRequest } from '../deps.ts';

const table = priceTable(null);
if (!table.ok) throw new Error('the price table is read');
const prices = table.value;
const models = ['claude-haiku-4-5', 'claude-sonnet-5', 'claude-opus-5'] as const;
const schema = z.strictObject({ said: z.string() });
const good = JSON.stringify({ said: 'yes' });

type Act =
  | { readonly do: 'say'; readonly fill: number }
  | { readonly do: 'shape' }
  | { readonly do: 'long' }
  | { readonly do: 'refuse' }
  | { readonly do: 'fault'; readonly fault: ModelFaultKind; readonly bills: boolean }
  /** Our own process dies after the server has charged. */
  | { readonly do: 'die' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      fill: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
  fc.constant<Act>({ do: 'shape' }),
  fc.constant<Act>({ do: 'long' }),
  fc.constant<Act>({ do: 'refuse' }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(...modelFaultKinds),
      bills: fc.boolean(),
    }),
  },
  fc.constant<Act>({ do: 'die' }),
);

interface Night {
  readonly usd: number;
  readonly tokens: number;
  readonly questions: readonly {
    readonly words: number;
    readonly model: (typeof models)[number];
    readonly room: number;
  }[];
  readonly acts: readonly Act[];
}

const night: fc.Arbitrary<Night> = fc.record({
  usd: fc.double({ min: 0, max: 0.05, noNaN: true }),
  tokens: fc.integer({ min: 0, max: 60_000 }),
  questions: fc.array(
    fc.record({
      words: fc.integer({ min: 0, max: 400 }),
      model: fc.constantFrom(...models),
      room: fc.integer({ min: 1, max: 2_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  acts: fc.array(act, { minLength: 1, maxLength: 12 }),
});

class Died extends Error {}

/** The dearest bill that an honest server may write, by how full it is. */
function bill(request: ModelRequest, fill: number) {
  const bound = boundOf(request);
  return {
    inputTokens: 0,
    outputTokens: Math.floor(bound.outputTokens * fill),
    cacheWriteTokens: Math.floor(bound.inputTokens * fill),
    cacheReadTokens: 0,
  };
}

function replyTo(act: Act, request: ModelRequest): ScriptedReply {
  const billed = bill(request, 1);
  switch (act.do) {
    case 'say':
      return { kind: 'say', text: good, usage: bill(request, act.fill) };
    case 'shape':
      return { kind: 'say', text: '{"said": 1}', usage: billed };
    case 'long':
      return { kind: 'say', text: '{"sai', stop: 'max-tokens', usage: billed };
    case 'refuse':
      return { kind: 'say', text: '', stop: 'refusal', usage: billed };
    case 'fault':
      // Only what broke off may have been charged.
      return act.bills && (act.fault === 'cut-off' || act.fault === 'woken')
        ? { kind: 'fault', fault: act.fault, billed }
        : { kind: 'fault', fault: act.fault };
    case 'die':
      return { kind: 'say', text: good, usage: billed };
    default:
      return assertNever(act);
  }
}

interface World {
  readonly db: WritableDb;
  count: number;
}

function scriptedFor({ acts }: Night, dies: { now: boolean }): ScriptedModel {
  let at = 0;
  const scripted = createScriptedModel((request) => {
    const one = acts[at++ % acts.length] ?? { do: 'shape' };
    dies.now = one.do === 'die';
    return replyTo(one, request);
  });
  const send: ScriptedModel['send'] = async (...args) => {
    const reply = await scripted.send(...args);
    if (dies.now) throw new Died();
    return reply;
  };
  return { ...scripted, send };
}

function askingOf(db: WritableDb, model: ScriptedModel, meter: Meter): Asking {
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
    atOnce: (work) => void inTransaction(db, () => (work(), ok(null))),
    onCall: () => undefined,
  };
}

async function dream(world: World, made: Night): Promise<void> {
  const { db } = world;
  world.count += 1;
  const id = nightId(`cap-${world.count}`);
  const budget = {
    ...usualSettings.budget,
    usdPerNight: made.usd,
    tokensPerNight: made.tokens,
    usdPerMonth: 1e6,
    tokensPerMonth: 1e12,
  };
  // A month of its own for each, but for every third: it shares the one before it.
  const wall = () => epochMs(noonMs + Math.floor(world.count / 3) * 32 * 86_400_000);
  const meter = createMeter({
    db,
    night: id,
    budget,
    roundsMax: 3,
    prices,
    tokensOnly: false,
    wall,
    elapsedMs: () => 0,
  });
  const dies = { now: false };
  const model = scriptedFor(made, dies);
  // Twice: what a night that died had begun is gone on with, under the same name.
  for (const _ of [1, 2]) {
    for (const [i, { words, model: name, room }] of made.questions.entries()) {
      const data = `${'word '.repeat(words)}${i}`;
      const question: Question<{ said: string }> = {
        role: 'reader',
        model: name,
        about: 'a test',
        task: 'Say yes.',
        data,
        schema,
        outputTokensMax: room,
        sent: [],
        asks: [{ hash: contentHash(String(world.count), String(i)), about: 'a test' }],
      };
      try {
        await askOnce(askingOf(db, model, meter), question);
      } catch (error) {
        if (!(error instanceof Died)) throw error;
        dies.now = false;
      }
    }
  }
  const spent = model.billed.reduce(
    (sum, one) => {
      const price = priceOf(prices, one.model);
      return {
        usd: sum.usd + (price === null ? 0 : costOf(one.usage, price)),
        tokens: sum.tokens + tokensIn(one.usage),
      };
    },
    { usd: 0, tokens: 0 },
  );
  expect(spent.usd).toBeLessThanOrEqual(made.usd * 1e9);
  expect(spent.tokens).toBeLessThanOrEqual(made.tokens);
  // The ledger never says less than the server's own books.
  expect(meter.spent().usd * 1e9).toBeGreaterThanOrEqual(spent.usd - 1e-3);
  expectNothingTwice(model);
}

/** The same words are never sent again after a try that was charged. */
function expectNothingTwice(model: ScriptedModel): void {
  const charged = new Set(model.billed.map(({ asked }) => asked));
  const paid = new Set<string>();
  model.asked.forEach(({ user, model: name }, i) => {
    expect(paid.has(`${name} ${user}`)).toBe(false);
    if (charged.has(i + 1)) paid.add(`${name} ${user}`);
  });
}

describe('a budget', () => {
  it(
    'is never passed, over hundreds of nights with every fault and with deaths in the middle',
    { timeout: 120_000 },
    async () => {
      const { db } = openTempStore();
      db.script('PRAGMA synchronous = OFF');
      const world: World = { db, count: 0 };
      await fc.assert(
        fc.asyncProperty(night, (made) => dream(world, made)),
        { numRuns: process.env['LONG'] === '1' ? 10_000 : 500 },
      );
    },
  );
});
