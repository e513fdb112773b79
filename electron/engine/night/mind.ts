// A model's part of a night: asked only what its owner agreed to, held to the budget, and written down call by call. The
// engine's own result is there before, and stays where anything fails.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { SessionSignals, Stage, Theme, Verdict } from '../../../shared/dream.ts';
import type { DreamOptions, Listening } from '../../../shared/engine.ts';
import type { NightId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { MindReceipt } from '../../../shared/models.ts';
import type { Result } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings.ts';
import { createMeter, type Meter } from '../budget/meter.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { askAll } from '../minds/ask-all.ts';
import type { Asking } from '../minds/ask.ts';
import { connectorQuestion, membersOf, readGroups } from '../minds/connector.ts';
import type { Asker } from '../minds/consolidator.ts';
import { consult, type Ended } from '../minds/harness.ts';
import { pieceBytesFor } from '../minds/pieces.ts';
import type { WritableDb } from '../store/db.ts';
import { isUnderWay, takeUpFetched, tryFetched } from '../store/model-batches.ts';
import { answerTo, putAnswer, settledAmong, wasInVain } from '../store/model-calls.ts';
import { nightsBefore, putModelNight } from '../store/model-nights.ts';
import { readSettings } from '../store/settings.ts';
import { atOnceIn, batchesIn, hasOpenBatches, resumeBatches } from './batches.ts';
import { decideWithFound, heardAlone, joinGroups, themesFound, type FoundTheme } from './connecting.ts';
import { whileAgreed } from './agreed-model.ts';
import { saidBefore } from './going-on.ts';
import { mindReceipt, offReceipt, type MindBook } from './mind-receipt.ts';
import { mindFor, settingsFor, type MindWish, type NotAsked } from './mind-settings.ts';
import { hearFindings, readSessions, type Heard } from './reading.ts';
import { originOfQuote } from './stored-quote.ts';

export interface MindNeeds {
  readonly db: WritableDb;
  readonly deps: Deps;
  readonly masker: Masker;
  readonly id: NightId;
  readonly isSample: boolean;
  readonly options: DreamOptions;
  readonly listening: Listening;
  /** Masked. */
  readonly instructions: string | null;
  /** Says that the night is alive, while a server takes its time. */
  readonly beat: () => void;
}

export interface MindInput {
  /** Deep's own. */
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly MemoryEntry[];
  /** Deep over other themes. */
  readonly judge: (themes: readonly Theme[]) => readonly Verdict[];
}

export interface MindNight {
  readonly verdicts: readonly Verdict[];
  /** Null where no model is chosen: there is nothing to say. */
  readonly receipt: MindReceipt | null;
}

/** A model's help through the stages of one night. Whatever happens out there, each of them comes back. */
export interface Mind {
  /** First sleep: readers over the night's sessions. */
  read(sessions: readonly SessionSignals[]): Promise<void>;
  /** REM: what they found, joined across sessions and agents, and with the engine's themes. */
  connect(themes: readonly Theme[]): Promise<void>;
  /** Deep: what the engine was unsure of, and what readers found. */
  decide(input: MindInput): Promise<MindNight>;
}

// 96 bits.
export const chance = (): string => randomBytes(12).toString('hex');

export const waitFor: Asking['wait'] = async (ms, signal) => {
  try {
    await sleepFor(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // Woken: whoever waits looks at the signal.
  }
};

/** What a person sees while a server takes its time. */
interface Doing {
  stage: Stage;
  done: number;
  total: number;
  text: string;
}

const tell = ({ beat, listening }: MindNeeds, doing: Doing, meter: Meter): void => {
  beat();
  listening.onProgress?.({ kind: 'step', ...doing, about: { kind: 'calls' }, spent: meter.spent() });
};

function askingOf(needs: MindNeeds, wish: MindWish, meter: Meter, doing: Doing): Asking {
  const { db, deps, listening } = needs;
  const wall = () => deps.clock.wall();
  const isBatch = wish.settings.mode === 'batch';
  return {
    model: whileAgreed(wish.model, db, wish.address),
    meter,
    chance,
    ticks: () => deps.clock.ticks(),
    wait: waitFor,
    signal: listening.signal,
    known: (question) => answerTo(db, question),
    wasInVain: (question) => wasInVain(db, question),
    isUnderWay: (question) => isUnderWay(db, question),
    settled: (questions) => settledAmong(db, questions),
    keep: (call, said) => putAnswer(db, { call, ...said }),
    atOnce: atOnceIn(db),
    onCall: () => tell(needs, doing, meter),
    ...(isBatch ? { batches: batchesIn({ db, night: needs.id, address: wish.address, wall }) } : {}),
  };
}

/** Why no model is asked in such a night, whatever its owner set; null where one may be. */
function notInSuch({ options, isSample }: MindNeeds): NotAsked | null {
  const because = options.preview
    ? 'A preview costs nothing: it is the engine alone.'
    : isSample
      ? 'These are made-up days: nothing is spent on them.'
      : options.programDream === undefined
        ? null
        : 'A program asked for this night: nothing of yours is spent on it.';
  return because === null ? null : { because, cap: null, fault: null };
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
    before: nightsBefore(db, needs.id),
    budget,
    roundsMax: wish.settings.roundsMax,
    prices: wish.prices,
    tokensOnly: wish.settings.tokensOnly,
    wall: () => deps.clock.wall(),
    elapsedMs: () => deps.clock.ticks() - from,
  });
}

const withoutMind = (receipt: MindReceipt | null): Mind => ({
  read: () => Promise.resolve(),
  connect: () => Promise.resolve(),
  decide: ({ verdicts }) => Promise.resolve({ verdicts, receipt }),
});

/** Nothing more is asked: a fault that no later call would be spared, or its owner woke the night. */
const isOver = (ended: Ended | null): boolean => ended?.kind === 'stop';

interface AtWork {
  readonly needs: MindNeeds;
  readonly wish: MindWish;
  readonly settings: Settings;
  readonly asking: Asking;
  readonly doing: Doing;
  readonly book: MindBook;
  heard: Heard;
  found: readonly FoundTheme[];
}

const askerFor = ({ needs }: AtWork, model: string): Asker => ({
  model,
  instructions: needs.instructions,
  mask: (text) => needs.masker.mask(text).text,
});

const count = (into: Record<string, number>, all: Readonly<Record<string, number>>): void => {
  for (const [why, n] of Object.entries(all)) into[why] = (into[why] ?? 0) + n;
};

async function read(work: AtWork, sessions: readonly SessionSignals[]): Promise<void> {
  const { needs, wish, asking, doing, book } = work;
  work.heard = heardAlone(sessions);
  const reader = wish.reader;
  Object.assign(doing, { stage: 'light', done: 0, total: 0, text: `Asking ${reader}` });
  const reading = await readSessions({
    db: needs.db,
    asking,
    asker: askerFor(work, reader),
    pieceBytesMax: pieceBytesFor(await windowOf(work, reader)),
    mayAsk: needs.options.goesOn === undefined ? null : saidBefore(needs.db, needs.options.goesOn),
    sessions,
    onSession: (done, total, where) => {
      Object.assign(doing, { done, total, text: `${reader} reads session ${done} of ${total} · ${where}` });
      tell(needs, doing, asking.meter);
    },
  });
  work.heard = hearFindings(needs.db, sessions, reading.findings);
  book.orders.push(...reading.orders);
  count(book.dropped, reading.dropped);
  book.ended = reading.ended;
  const knownToEngine = work.heard.known.size;
  book.reading = { ...reading.counts, knownToEngine, themes: 0 };
}

// The list of models costs nothing; a server that does not answer it is not waited for.
const listMs = 10_000;

async function windowOf({ wish, asking }: AtWork, reader: string): Promise<number | null> {
  const listed = await wish.model.list({ timeoutMs: listMs, signal: asking.signal });
  return listed.ok ? (listed.value.find(({ id }) => id === reader)?.inputTokensMax ?? null) : null;
}

async function connectFound(work: AtWork, themes: readonly Theme[]): Promise<void> {
  const { needs, wish, asking, doing, book, heard } = work;
  const found = themesFound(heard);
  work.found = found;
  const findings = [...heard.found.values()];
  const open = themes.filter(({ closedBy }) => closedBy === null);
  const lists = membersOf(findings, open);
  if (lists.length === 0 || isOver(book.ended)) return;
  Object.assign(doing, { stage: 'rem', done: 0, total: 0, text: `${wish.consolidator} connects` });
  const answers = await askAll(
    asking,
    lists.map((members) => connectorQuestion(members, askerFor(work, wish.consolidator))),
  );
  const groups = answers.flatMap((answered, i) => {
    if (!answered.ok) {
      if (answered.error.kind === 'dropped') count(book.dropped, { [answered.error.why]: 1 });
      else book.ended ??= answered.error;
      return [];
    }
    const verify = (place: Parameters<typeof originOfQuote>[1], words: string) =>
      originOfQuote(needs.db, place, words);
    const read = readGroups(answered.value.value, lists[i] ?? [], verify);
    book.orders.push(...read.orders);
    for (const why of read.dropped) count(book.dropped, { [why]: 1 });
    return read.groups;
  });
  work.found = joinGroups(found, groups, heard.known, open);
}

async function decide(work: AtWork, input: MindInput): Promise<MindNight> {
  const { needs, wish, settings, asking, doing, book } = work;
  const helped = decideWithFound(
    { alone: input.verdicts, found: work.found, heard: work.heard, judge: input.judge },
    wish.reader,
  );
  if (book.reading !== null) book.reading = { ...book.reading, themes: helped.found.size };
  Object.assign(doing, { stage: 'deep', done: 0, total: 0, text: `${wish.consolidator} decides` });
  const consulted = isOver(book.ended)
    ? null
    : await consult(asking, {
        verdicts: helped.verdicts,
        entries: input.entries,
        asker: askerFor(work, wish.consolidator),
        grader: askerFor(work, wish.grader),
        rubrics: settings.rubrics,
        roundsMax: wish.settings.roundsMax,
        verify: (place, words) => originOfQuote(needs.db, place, words),
        found: helped.found,
      });
  const verdicts = consulted?.verdicts ?? helped.verdicts;
  const ended = consulted?.ended ?? book.ended;
  // A fault out there may be gone in an hour: then it is tried again.
  const isFault = ended?.kind === 'stop' && ended.fault !== 'woken';
  if (wish.settings.mode !== 'shadow' && !isFault) takeUpFetched(needs.db, needs.id);
  return { verdicts, receipt: mindReceipt(needs, wish, book, consulted, verdicts) };
}

/** What an earlier night handed in may have been answered since: then it is known to this one. */
async function fetchBatches(needs: MindNeeds, wish: MindWish): Promise<void> {
  const { db, deps, listening } = needs;
  if (!hasOpenBatches(db)) return;
  const { model, address, prices } = wish;
  const wall = () => deps.clock.wall();
  await resumeBatches({ db, model, address, prices, wall, signal: listening.signal });
}

/** How it was wished, for whoever may have to go on with it. */
function writeDown({ db, id, options, instructions }: MindNeeds, wish: MindWish): void {
  const { sessionsMax, sinceMs, goesOn = null, model } = options;
  const { reader, consolidator, grader } = wish;
  const usdMax = model?.usdMax ?? null;
  putModelNight(db, {
    night: id,
    goesOn,
    mode: wish.settings.mode,
    reader,
    consolidator,
    grader,
    nanoUsdMax: usdMax === null ? null : Math.round(usdMax * 1e9),
    instructions,
    sessionsMax,
    sinceMs,
  });
}

export async function openMind(needs: MindNeeds): Promise<Mind> {
  const settings = readSettings(needs.db);
  const model = settingsFor(settings, needs.options);
  if (model.choice === 'none') return withoutMind(null);
  const such = notInSuch(needs);
  if (such !== null) return withoutMind(offReceipt(model, such));
  const opened: Result<MindWish, NotAsked> = mindFor(needs.deps, model);
  if (!opened.ok) return withoutMind(offReceipt(model, opened.error));
  const wish = opened.value;
  writeDown(needs, wish);
  await fetchBatches(needs, wish);
  const hasReaders = model.mode !== 'shadow';
  if (hasReaders) tryFetched(needs.db);
  const meter = meterFor(needs, wish, settings);
  const doing: Doing = { stage: 'deep', done: 0, total: 0, text: `Asking ${wish.consolidator}` };
  const work: AtWork = {
    needs,
    wish,
    settings,
    asking: askingOf(needs, wish, meter, doing),
    doing,
    book: { reading: null, orders: [], dropped: {}, ended: null, goesOn: needs.options.goesOn ?? null },
    heard: heardAlone([]),
    found: [],
  };
  return {
    read: (sessions) => (hasReaders ? read(work, sessions) : Promise.resolve()),
    connect: (themes) => (hasReaders ? connectFound(work, themes) : Promise.resolve()),
    decide: (input) => decide(work, input),
  };
}
