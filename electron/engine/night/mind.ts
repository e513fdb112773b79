// A model's part of a night: asked only what its owner agreed to, held to the budget, and written down call by call. The
// engine's own result is there before, and stays where anything fails.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { DreamOptions, Failure, Listening } from '../../../shared/engine.ts';
import type { Verdict } from '../../../shared/dream.ts';
import type { NightId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { MindReceipt } from '../../../shared/models.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings.ts';
import { createMeter, type Meter } from '../budget/meter.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import type { Asking } from '../minds/ask.ts';
import { shadowDream, type Ended, type Shadow } from '../minds/harness.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { answerTo, callsOfNight, putAnswer, wasInVain } from '../store/model-calls.ts';
import { readSettings } from '../store/settings.ts';
import { mindFor, settingsFor, type MindWish, type NotAsked } from './mind-settings.ts';
import { originOfQuote } from './stored-quote.ts';

export interface MindNeeds {
  readonly db: WritableDb;
  readonly deps: Deps;
  readonly masker: Masker;
  readonly id: NightId;
  readonly isSample: boolean;
  readonly options: DreamOptions;
  readonly listening: Listening;
  /** Says that the night is alive, while a server takes its time. */
  readonly beat: () => void;
}

export interface MindInput {
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly MemoryEntry[];
  /** Masked. */
  readonly instructions: string | null;
}

export interface MindNight {
  readonly verdicts: readonly Verdict[];
  /** Null where no model is chosen: there is nothing to say. */
  readonly receipt: MindReceipt | null;
}

// 96 bits.
export const chance = (): string => randomBytes(12).toString('hex');

const waitFor: Asking['wait'] = async (ms, signal) => {
  try {
    await sleepFor(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // Woken: whoever waits looks at the signal.
  }
};

function askingOf(needs: MindNeeds, wish: MindWish, meter: Meter): Asking {
  const { db, deps, listening } = needs;
  return {
    model: wish.model,
    meter,
    chance,
    ticks: () => deps.clock.ticks(),
    wait: waitFor,
    signal: listening.signal,
    known: (question) => answerTo(db, question),
    wasInVain: (question) => wasInVain(db, question),
    keep: (call, said) => putAnswer(db, { call, ...said }),
    atOnce: (work) =>
      void inTransaction<null, Failure>(db, () => {
        work();
        return ok(null);
      }),
    onCall: () => {
      needs.beat();
      const spent = meter.spent();
      listening.onProgress?.({
        kind: 'step',
        stage: 'deep',
        done: spent.calls,
        total: spent.calls,
        text: `Asking ${wish.consolidator} · ${spent.calls} calls`,
        spent,
      });
    },
  };
}

const nothing: MindReceipt = {
  choice: 'none',
  mode: 'shadow',
  models: [],
  state: 'off',
  cap: null,
  fault: null,
  because: '',
  decisions: { asked: 0, changed: 0, known: 0 },
  changes: [],
  calls: 0,
  retries: 0,
  tokens: 0,
  usd: 0,
  usdPerInsight: null,
  dropped: {},
  ordersInData: [],
  gradings: [],
  sent: { sessions: 0, turns: 0, bytes: 0, masked: 0 },
};

const offReceipt = (settings: Settings['model'], { because, cap, fault }: NotAsked): MindReceipt => ({
  ...nothing,
  choice: settings.choice,
  mode: settings.mode,
  because: `No model was asked. ${because}`,
  cap,
  fault,
});

/** Why no model is asked in such a night, whatever its owner set; null where one may be. */
function notInSuch({ options, isSample }: MindNeeds): NotAsked | null {
  const because = options.preview
    ? 'A preview costs nothing: it is the engine alone.'
    : isSample
      ? 'These are made-up days: nothing is spent on them.'
      : null;
  return because === null ? null : { because, cap: null, fault: null };
}

function becauseOf(ended: Ended | null): Pick<MindReceipt, 'state' | 'cap' | 'fault' | 'because'> {
  if (ended === null)
    return { state: 'done', cap: null, fault: null, because: 'All that was open was asked.' };
  if (ended.kind === 'cap') {
    const because = `The cap “${ended.cap}” stood in the way of the next call; what was answered by then is kept.`;
    return { state: 'budget', cap: ended.cap, fault: null, because };
  }
  const state = ended.fault === 'woken' ? 'woken' : 'stopped';
  return { state, cap: null, fault: ended.fault, because: `${ended.detail} The engine’s own result stands.` };
}

/** What the ledger says of the night, and what came of it. */
function receiptOf(needs: MindNeeds, wish: MindWish, shadow: Shadow): MindReceipt {
  const calls = callsOfNight(needs.db, needs.id);
  const sent = calls.flatMap((call) => call.sent);
  const usd = calls.reduce((sum, { counted }) => sum + counted.usd, 0);
  const changes = shadow.decisions.filter(({ isChanged }) => isChanged);
  return {
    ...nothing,
    ...becauseOf(shadow.ended),
    choice: wish.settings.choice,
    mode: wish.settings.mode,
    models: [...new Set(calls.map(({ model }) => model))].sort(),
    decisions: { asked: shadow.asked, changed: changes.length, known: shadow.known },
    changes: shadow.decisions,
    calls: calls.length,
    retries: calls.filter(({ attempt }) => attempt > 1).length,
    tokens: calls.reduce((sum, { counted }) => sum + counted.tokens, 0),
    usd,
    usdPerInsight: changes.length === 0 ? null : usd / changes.length,
    dropped: shadow.dropped,
    ordersInData: shadow.orders,
    gradings: shadow.gradings,
    sent: {
      sessions: new Set(sent.map(({ session }) => session)).size,
      turns: sent.reduce((sum, one) => sum + one.turns, 0),
      bytes: sent.reduce((sum, one) => sum + one.bytes, 0),
      masked: sent.reduce((sum, one) => sum + one.masked, 0),
    },
  };
}

function meterFor(needs: MindNeeds, wish: MindWish, settings: Settings): Meter {
  const { db, deps, options } = needs;
  const from = deps.clock.ticks();
  const usd = options.model?.usdMax ?? null;
  const budget =
    usd === null
      ? settings.budget
      : { ...settings.budget, usdPerNight: Math.min(usd, settings.budget.usdPerNight) };
  return createMeter({
    db,
    night: needs.id,
    budget,
    roundsMax: wish.settings.roundsMax,
    prices: wish.prices,
    tokensOnly: wish.settings.tokensOnly,
    wall: () => deps.clock.wall(),
    elapsedMs: () => deps.clock.ticks() - from,
  });
}

/** Asks what the engine was unsure of. Whatever happens out there, verdicts come back. */
export async function askMind(needs: MindNeeds, input: MindInput): Promise<MindNight> {
  const settings = readSettings(needs.db);
  const model = settingsFor(settings, needs.options);
  if (model.choice === 'none') return { verdicts: input.verdicts, receipt: null };
  const such = notInSuch(needs);
  if (such !== null) return { verdicts: input.verdicts, receipt: offReceipt(model, such) };
  const found: Result<MindWish, NotAsked> = mindFor(needs.deps, model);
  if (!found.ok) return { verdicts: input.verdicts, receipt: offReceipt(model, found.error) };
  const wish = found.value;
  const shadow = await shadowDream(askingOf(needs, wish, meterFor(needs, wish, settings)), {
    verdicts: input.verdicts,
    entries: input.entries,
    asker: {
      model: wish.consolidator,
      instructions: input.instructions,
      mask: (text) => needs.masker.mask(text).text,
    },
    rubrics: settings.rubrics,
    roundsMax: model.roundsMax,
    verify: (place, words) => originOfQuote(needs.db, place, words),
  });
  return { verdicts: shadow.verdicts, receipt: receiptOf(needs, wish, shadow) };
}
