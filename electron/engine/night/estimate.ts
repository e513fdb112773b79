// What the next night would cost, before it is dreamt: a range, from what the newest night was unsure of, and from what no
// reader has read yet.
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { ModelEstimate, Range } from '../../../shared/models.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { costOf, priceOf, upperCostOf, type PriceTable, type UpperBound } from '../budget/prices.ts';
import type { Model, ModelRequest } from '../deps.ts';
import { boundOf, requestFor } from '../minds/ask.ts';
import type { Asker } from '../minds/consolidator.ts';
import { openQuestions } from '../minds/harness.ts';
import { pieceBytesMax } from '../minds/pieces.ts';
import { readerQuestion } from '../minds/reader.ts';
import type { ReadableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { answerTo, settledAmong, wasInVain } from '../store/model-calls.ts';
import { newestNight } from '../store/nights.ts';
import { readSettings } from '../store/settings.ts';
import { sessionsToDream } from '../store/sessions.ts';
import { keptOut } from './kept-out.ts';
import { chance } from './mind.ts';
import { mindFor, pricesFor, usualConsolidator, usualReader } from './mind-settings.ts';
import type { ModelDeskNeeds } from './model-desk.ts';
import { modelFailure, notAskedFailure } from './model-failures.ts';
import { unreadIn } from './reading.ts';

// A person waits for it.
const waitMs = 20_000;

interface Sized {
  readonly model: string;
  /** For the answer. */
  readonly room: number;
  /** Tokens of input as reckoned or counted. */
  readonly input: number;
  readonly bound: UpperBound;
}

// For the lower end, as few tokens as so many bytes make: English has about four bytes a token, other scripts fewer. The
// upper end is `boundOf`.
const bytesPerToken = 4;
// Of the room for an answer about this much is used at least.
const leastAnswered = 0.05;

const reckoned = ({ system, user }: ModelRequest): number =>
  Math.ceil(new TextEncoder().encode(system + user).length / bytesPerToken);

const sizedBy = (request: ModelRequest, input: number): Sized => ({
  model: request.model,
  room: request.outputTokensMax,
  input,
  bound: boundOf(request),
});

async function sizesOf(
  requests: readonly ModelRequest[],
  model: Model | null,
): Promise<Result<readonly Sized[], Failure>> {
  const sized: Sized[] = [];
  for (const request of requests) {
    if (model === null) {
      sized.push(sizedBy(request, reckoned(request)));
      continue;
    }
    const counted = await model.count(request, { timeoutMs: waitMs });
    if (!counted.ok) return err(modelFailure(counted.error));
    sized.push(sizedBy(request, counted.value));
  }
  return ok(sized);
}

interface Reading {
  readonly sized: readonly Sized[];
  readonly sessions: number;
  readonly pieces: number;
  readonly known: number;
}

/** What readers would be sent; one piece in memory at a time. */
function readingOf(db: ReadableDb, asker: Asker): Reading {
  const isKeptOut = keptOut(readSettings(db));
  const heads = sessionsToDream(db, { sessionsMax: null, sinceMs: null, roles: ['main'] }).filter(
    ({ agent, project, personTurns }) => personTurns > 0 && !isKeptOut(agent, project),
  );
  const sized: Sized[] = [];
  let [pieces, known] = [0, 0];
  for (const piece of unreadIn(db, heads, asker, {
    bytesMax: pieceBytesMax,
    settled: (hashes) => settledAmong(db, hashes),
  })) {
    pieces += 1;
    if (piece.isSettled) known += 1;
    else {
      const request = requestFor(readerQuestion(piece, asker), chance);
      sized.push(sizedBy(request, reckoned(request)));
    }
  }
  return { sized, sessions: heads.length, pieces, known };
}

interface Pricing {
  readonly prices: PriceTable | null;
  readonly share: number;
  /** The model that grades. */
  readonly grader: string;
}

function rangesOf(
  read: readonly Sized[],
  decided: readonly Sized[],
  roundsMax: number,
  { prices, share, grader }: Pricing,
) {
  const sized = [...read, ...decided];
  const sum = (all: readonly Sized[], of: (one: Sized) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  const gradingsMax = decided.length > 0 ? roundsMax : 0;
  const most = ({ bound }: Sized): number => bound.inputTokens + bound.outputTokens;
  const tokens: Range = {
    low: Math.round(sum(sized, ({ input, room }) => input + room * leastAnswered)),
    high: sum(read, most) + sum(decided, most) * (1 + gradingsMax),
  };
  const high = read.length + decided.length * (1 + gradingsMax) + gradingsMax;
  return {
    tokens,
    usd: prices === null ? null : usdOf(read, decided, gradingsMax, { prices, share, grader }),
    calls: { low: sized.length, high },
  };
}

function usdOf(
  read: readonly Sized[],
  decided: readonly Sized[],
  gradingsMax: number,
  { prices, share, grader }: Pricing & { readonly prices: PriceTable },
): Range | null {
  const graderPrice = priceOf(prices, grader);
  let [low, high] = [0, 0];
  for (const [gradings, all] of [
    [0, read],
    [gradingsMax, decided],
  ] as const) {
    for (const { model, input, room, bound } of all) {
      const price = priceOf(prices, model);
      if (price === null || (gradings > 0 && graderPrice === null)) return null;
      const outputTokens = Math.round(room * leastAnswered);
      const usage = { inputTokens: input, outputTokens, cacheWriteTokens: 0, cacheReadTokens: 0 };
      low += costOf(usage, price, share);
      const alone = upperCostOf(bound, price, share);
      // A round is graded and revised; whichever is dearer stands for it.
      const round = Math.max(alone, graderPrice === null ? 0 : upperCostOf(bound, graderPrice, share));
      high += alone + round * gradings;
    }
  }
  return { low: low / 1e9, high: high / 1e9 };
}

const dayOf = (atMs: EpochMs): string => new Date(atMs).toISOString().slice(0, 10);

function becauseOf(nowMs: EpochMs | null, reading: Reading | null): string {
  const doubts =
    nowMs === null
      ? 'No night has been dreamt yet: what the first one will be unsure of is not known before it.'
      : `From what the night of ${dayOf(nowMs)} was unsure of; new sessions add to it. The highest figure is the most that the caps would ever let it ask for, answers at full length and every round of grading included.`;
  if (reading === null) return doubts;
  const { sessions, pieces, known } = reading;
  return `Readers have ${sessions} sessions in ${pieces} pieces before them, of which ${known} were read and are free. What they will find is not known before: connecting and deciding on it comes on top, under the same caps. ${doubts}`;
}

export async function estimate(
  needs: ModelDeskNeeds,
  db: ReadableDb,
  asks: boolean,
): Promise<Result<ModelEstimate, Failure>> {
  const { deps, masker } = needs;
  const { budget, model, focus } = readSettings(db);
  const wish = mindFor(deps, model);
  if (asks && !wish.ok) return err(notAskedFailure(wish.error));
  const night = newestNight(db);
  const table = pricesFor(deps);
  const prices = table.ok ? table.value : null;
  const askerFor = (name: string): Asker => ({
    model: name,
    instructions: focus,
    mask: (text) => masker.mask(text).text,
  });
  const open = openQuestions(
    {
      verdicts: night?.verdicts ?? [],
      entries: currentMemory(db).entries,
      asker: askerFor(model.consolidatorModel ?? usualConsolidator),
    },
    { known: (hash) => answerTo(db, hash), wasInVain: (hash) => wasInVain(db, hash) },
    chance,
  );
  const reading =
    model.mode === 'shadow' || model.choice === 'none'
      ? null
      : readingOf(db, askerFor(model.readerModel ?? usualReader));
  const sized = await sizesOf(open.requests, asks && wish.ok ? wish.value.model : null);
  if (!sized.ok) return sized;
  const grader = model.graderModel ?? model.consolidatorModel ?? usualConsolidator;
  const share = model.mode === 'batch' ? (prices?.batchShare ?? 1) : 1;
  return ok({
    decisions: open.items,
    known: open.known,
    ...rangesOf(reading?.sized ?? [], sized.value, model.roundsMax, { prices, share, grader }),
    ...(reading === null
      ? {}
      : { reading: { sessions: reading.sessions, pieces: reading.pieces, known: reading.known } }),
    usdMax: budget.usdPerNight,
    basedOnMs: night?.receipt.nowMs ?? null,
    // What readers would be sent is reckoned from its bytes in any case: counting it would send it.
    countedBy: asks && reading === null ? 'server' : 'bytes',
    because: becauseOf(night?.receipt.nowMs ?? null, reading),
  });
}
