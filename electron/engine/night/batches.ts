// Batches that a night handed in and did not see the end of: looked after by whoever starts next, each settled once.
import type { Failure } from '../../../shared/engine.ts';
import type { BatchesResumed, BatchTrace, BatchView } from '../../../shared/models.ts';
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { createMeter, type Meter } from '../budget/meter.ts';
import type { PriceTable } from '../budget/prices.ts';
import type { Model } from '../deps.ts';
import { settleBatch } from '../minds/ask-in-batch.ts';
import type { AskEnd, Asking, Batches } from '../minds/ask.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import {
  batchByNumber,
  batchLooked,
  batchSent,
  beginBatch,
  closeBatch,
  nightToGoOnWith,
  openBatches,
  unsettledCalls,
  type StoredBatch,
} from '../store/model-batches.ts';
import { putAnswer } from '../store/model-calls.ts';
import { readSettings } from '../store/settings.ts';

export interface BatchNeeds {
  readonly db: WritableDb;
  readonly night: NightId;
  readonly address: string;
  readonly wall: () => EpochMs;
}

export const batchesIn = ({ db, night, address, wall }: BatchNeeds): Batches => ({
  begin: () => beginBatch(db, { nightId: night, address, nowMs: wall() }),
  sent: (batch, serverId) => batchSent(db, batch, serverId, wall()),
  close: (batch, state) => closeBatch(db, batch, { state, takenUp: night, nowMs: wall() }),
  looked: (batch, { done, expiresAtMs }) =>
    batchLooked(db, batch, { atMs: wall(), done, expiresAtMs, trouble: null }),
  open: (batch) => unsettledCalls(db, batch),
});

export const atOnceIn =
  (db: WritableDb): Asking['atOnce'] =>
  (work) =>
    void inTransaction<null, Failure>(db, () => {
      work();
      return ok(null);
    });

export interface ResumeNeeds {
  readonly db: WritableDb;
  readonly model: Model;
  readonly address: string;
  readonly prices: PriceTable;
  readonly wall: () => EpochMs;
  readonly signal?: AbortSignal | undefined;
  /** One alone; left out for all. */
  readonly only?: number;
}

/** A clock that was set back makes nothing younger. */
const isHandingIn = (beganAtMs: EpochMs, nowMs: EpochMs): boolean =>
  Math.abs(nowMs - beganAtMs) < handingInMaxMs;

// A server answers at once whether a batch has ended.
const lookMs = 30_000;
// A request that hands a batch in takes minutes at most: one that is older, and has no id, never got its answer.
const handingInMaxMs = 30 * 60_000;

/** Settles with what is in the table now; nothing is reserved. */
function meterOf({ db, prices, wall }: ResumeNeeds, night: NightId): Meter {
  const { budget, model } = readSettings(db);
  return createMeter({
    db,
    night,
    budget,
    roundsMax: model.roundsMax,
    prices,
    tokensOnly: model.tokensOnly,
    wall,
    elapsedMs: () => 0,
  });
}

/** Only under the lease of a dream: nobody else hands in or settles meanwhile. Sends nothing that costs. */
export async function resumeBatches(needs: ResumeNeeds): Promise<BatchesResumed> {
  const { db, wall } = needs;
  const settled: StoredBatch[] = [];
  for (const batch of openBatches(db)) {
    const { number, serverId, address, beganAtMs } = batch;
    if (needs.only !== undefined && number !== needs.only) continue;
    if (serverId === null) {
      if (!batch.isStopping && isHandingIn(beganAtMs, wall())) continue;
      closeBatch(db, number, { state: 'lost', takenUp: batch.nightId, nowMs: wall() });
    } else if (address !== needs.address || !(await settleEnded(needs, batch, serverId))) continue;
    const now = batchByNumber(db, number);
    if (now !== null) settled.push(now);
  }
  const waiting = openBatches(db);
  return {
    settled: settled.map(traceOf),
    waiting: waiting.map(viewOf),
    // What still waits here may be of the same night: it is gone on with once, with all of it.
    goesOn: waiting.some(({ address }) => address === needs.address) ? null : nightToGoOnWith(db),
    answers: settled.reduce((sum, { answered }) => sum + answered, 0),
  };
}

async function settleEnded(needs: ResumeNeeds, batch: StoredBatch, serverId: string): Promise<boolean> {
  const { db, model, signal, wall } = needs;
  const state = await model.batch(serverId, { timeoutMs: lookMs, signal });
  const isGone = !state.ok && state.error.fault === 'no-such-model';
  const look = { atMs: wall(), ...(state.ok ? state.value : { done: null, expiresAtMs: null }) };
  const trouble = state.ok || isGone ? null : state.error.detail;
  batchLooked(db, batch.number, { ...look, trouble });
  if (!isGone && !(state.ok && state.value.isEnded)) return false;
  const asking = {
    model,
    meter: meterOf(needs, batch.nightId),
    keep: (call: number, said: Parameters<Asking['keep']>[1]) => putAnswer(db, { call, ...said }),
    atOnce: atOnceIn(db),
    onCall: () => undefined,
    signal,
  };
  // Whoever stopped waiting wants no night to go on with it; the next one finds it.
  const takenUp = batch.isStopping ? batch.nightId : null;
  const book: Batches = {
    ...batchesIn({ db, night: batch.nightId, address: needs.address, wall }),
    close: (number, ended) => closeBatch(db, number, { state: ended, takenUp, nowMs: wall() }),
  };
  const settled = await settleBatch(asking, book, batch.number, serverId);
  if (!settled.ok) batchLooked(db, batch.number, { ...look, trouble: troubleOf(settled.error) });
  return settled.ok;
}

const troubleOf = (end: AskEnd): string =>
  'detail' in end ? (end.detail ?? 'Its answers could not be fetched.') : 'Its answers could not be fetched.';

export function viewOf(batch: StoredBatch): BatchView {
  const { expiresAtMs, done, lookedAtMs, trouble, isStopping, reserved } = batch;
  return { ...traceOf(batch), expiresAtMs, done, lookedAtMs, trouble, isStopping, reserved };
}

export function traceOf(batch: StoredBatch): BatchTrace {
  const { number, nightId, serverId, state, beganAtMs, changedAtMs, calls, answered, unanswered } = batch;
  return { number, nightId, serverId, state, beganAtMs, changedAtMs, calls, answered, unanswered };
}

export const hasOpenBatches = (db: ReadableDb): boolean => openBatches(db).length > 0;
