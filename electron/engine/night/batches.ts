// Batches that a night handed in and did not see the end of: looked after by whoever starts next, each settled once.
import type { Failure } from '../../../shared/engine.ts';
import type { BatchesResumed, BatchTrace } from '../../../shared/models.ts';
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { createMeter, type Meter } from '../budget/meter.ts';
import type { PriceTable } from '../budget/prices.ts';
import type { Model } from '../deps.ts';
import { settleBatch } from '../minds/ask-in-batch.ts';
import type { Asking, Batches } from '../minds/ask.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import {
  batchByNumber,
  batchSent,
  beginBatch,
  closeBatch,
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
  close: (batch, state) => closeBatch(db, batch, state, wall()),
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
}

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
    if (serverId === null) {
      if (wall() - beganAtMs < handingInMaxMs) continue;
      closeBatch(db, number, 'lost', wall());
    } else if (address !== needs.address || !(await settleEnded(needs, batch, serverId))) continue;
    const now = batchByNumber(db, number);
    if (now !== null) settled.push(now);
  }
  return {
    settled: settled.map(traceOf),
    waiting: openBatches(db).map(traceOf),
    answers: settled.reduce((sum, { answered }) => sum + answered, 0),
  };
}

async function settleEnded(needs: ResumeNeeds, batch: StoredBatch, serverId: string): Promise<boolean> {
  const { db, model, signal } = needs;
  const state = await model.batch(serverId, { timeoutMs: lookMs, signal });
  const isGone = !state.ok && state.error.fault === 'no-such-model';
  if (!isGone && !(state.ok && state.value.isEnded)) return false;
  const asking = {
    model,
    meter: meterOf(needs, batch.nightId),
    keep: (call: number, said: Parameters<Asking['keep']>[1]) => putAnswer(db, { call, ...said }),
    atOnce: atOnceIn(db),
    onCall: () => undefined,
    signal,
  };
  const book = batchesIn({ db, night: batch.nightId, address: needs.address, wall: needs.wall });
  return (await settleBatch(asking, book, batch.number, serverId)).ok;
}

export function traceOf(batch: StoredBatch): BatchTrace {
  const { number, nightId, serverId, state, beganAtMs, changedAtMs, calls, answered, unanswered } = batch;
  return { number, nightId, serverId, state, beganAtMs, changedAtMs, calls, answered, unanswered };
}

/** Of one night; undefined for none. */
export function batchesOfNight(
  all: readonly StoredBatch[],
  night: NightId,
): readonly BatchTrace[] | undefined {
  const own = all.filter(({ nightId }) => nightId === night).map(traceOf);
  return own.length === 0 ? undefined : own;
}

export const hasOpenBatches = (db: ReadableDb): boolean => openBatches(db).length > 0;
