// What a person, or a clock, asks about batches: which are waited for, what they brought by now, and to wait no longer.
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Failure } from '../../../shared/engine.ts';
import type { BatchesResumed, BatchView, ModelAnswers } from '../../../shared/models.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PriceTable } from '../budget/prices.ts';
import type { Model } from '../deps.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { attempt } from '../store/failures.ts';
import { release, takeLease, thisProcess } from '../store/lease.ts';
import {
  batchByNumber,
  batches,
  closeBatch,
  nightToGoOnWith,
  openBatches,
  stopWaiting,
} from '../store/model-batches.ts';
import { readSettings } from '../store/settings.ts';
import { hasOpenBatches, resumeBatches, viewOf, type ResumeNeeds } from './batches.ts';
import { agreedServerFor, modelFor, pricesFor } from './mind-settings.ts';
import type { ModelDeskNeeds } from './model-desk.ts';
import { modelFailure, notAskedFailure } from './model-failures.ts';

type BatchAnswers = Pick<ModelAnswers, 'modelResume' | 'modelBatches' | 'modelWaiting' | 'modelBatchCancel'>;

export function createBatchDesk(needs: ModelDeskNeeds): BatchAnswers {
  const withDb = async <T>(
    work: (db: WritableDb) => Promise<Result<T, Failure>> | Result<T, Failure>,
  ): Promise<Result<T, Failure>> => {
    const store = needs.store();
    return store.ok ? work(store.value.db) : store;
  };
  return {
    modelResume: ({ signal }) => withDb((db) => resume(needs, db, signal)),
    modelBatches: () => withDb((db) => attempt(() => viewsIn(db))),
    modelWaiting: async () => {
      if (!needs.hasStore()) return ok({ waiting: [], because: null });
      return withDb((db) =>
        attempt(() => {
          const found = agreedServerFor(needs.deps, readSettings(db).model);
          return {
            waiting: openBatches(db).map(viewOf),
            because: found.ok ? null : found.error.because,
          };
        }),
      );
    },
    modelBatchCancel: (batch, giveUp) => withDb((db) => cancel(needs, db, batch, giveUp)),
  };
}

const viewsIn = (db: ReadableDb): readonly BatchView[] => batches(db).map(viewOf).toReversed();

interface Server {
  readonly model: Model;
  readonly address: string;
  readonly prices: PriceTable;
}

/** Whom to ask about batches: the server as it is set, whatever may be spent. */
function serverFor({ deps }: ModelDeskNeeds, db: ReadableDb, find: typeof modelFor): Result<Server, Failure> {
  const found = find(deps, readSettings(db).model);
  if (!found.ok) return err(notAskedFailure(found.error));
  const prices = pricesFor(deps);
  return prices.ok ? ok({ ...found.value, prices: prices.value }) : prices;
}

async function resume(
  needs: ModelDeskNeeds,
  db: WritableDb,
  signal: AbortSignal | undefined,
): Promise<Result<BatchesResumed, Failure>> {
  if (!hasOpenBatches(db) && nightToGoOnWith(db) === null)
    return ok({ settled: [], waiting: [], answers: 0, goesOn: null });
  const server = serverFor(needs, db, agreedServerFor);
  return server.ok ? resumeWith(needs, db, server.value, { signal }) : server;
}

async function resumeWith(
  needs: ModelDeskNeeds,
  db: WritableDb,
  server: Server,
  how: Pick<ResumeNeeds, 'signal' | 'only'>,
): Promise<Result<BatchesResumed, Failure>> {
  const wall = () => needs.deps.clock.wall();
  const lease = takeLease(db, 'dream', thisProcess('fetching a batch'), wall());
  if (!lease.ok) return lease;
  try {
    return ok(await resumeBatches({ db, ...server, wall, ...how }));
  } finally {
    release(db, lease.value);
  }
}

// A person waits for the answer.
const waitMs = 20_000;
// The server ends what it is at first: so long is waited for that, and later looks see to the rest.
const endingLooks = 5;
const endingLookMs = 1_000;

async function cancel(
  needs: ModelDeskNeeds,
  db: WritableDb,
  number: number,
  giveUp: boolean,
): Promise<Result<readonly BatchView[], Failure>> {
  const batch = batchByNumber(db, number);
  if (batch === null || (batch.state !== 'begun' && batch.state !== 'sent')) return err(notUnderWay(number));
  const wall = () => needs.deps.clock.wall();
  const server = serverFor(needs, db, modelFor);
  const isThere = server.ok && batch.address === server.value.address;
  const asked =
    batch.serverId === null || !isThere
      ? null
      : await server.value.model.cancelBatch(batch.serverId, { timeoutMs: waitMs });
  const isHeard = asked !== null && (asked.ok || asked.error.fault === 'no-such-model');
  if (isHeard && server.ok) {
    stopWaiting(db, number, wall());
    return settleStopped(needs, db, number, server.value);
  }
  if (giveUp) {
    stopWaiting(db, number, wall());
    closeBatch(db, number, { state: 'lost', takenUp: batch.nightId, nowMs: wall() });
    return ok(viewsIn(db));
  }
  if (asked !== null && !asked.ok) return err(modelFailure(asked.error));
  return server.ok ? err(notReached(number)) : server;
}

async function settleStopped(
  needs: ModelDeskNeeds,
  db: WritableDb,
  number: number,
  server: Server,
): Promise<Result<readonly BatchView[], Failure>> {
  for (let look = 0; look < endingLooks; look++) {
    if (look > 0) await sleepFor(endingLookMs);
    // A night that waits for this very batch holds the lease, and settles it.
    await resumeWith(needs, db, server, { only: number });
    const now = batchByNumber(db, number);
    if (now === null || now.state === 'ended' || now.state === 'lost') break;
  }
  return ok(viewsIn(db));
}

const notUnderWay = (number: number): Failure => ({
  kind: 'not-found',
  happened: `Batch ${number} is not under way.`,
  safe: 'Nothing was changed.',
  todo: '"slowwave model batches" lists them.',
});

const notReached = (number: number): Failure => ({
  kind: 'not-reached',
  happened: `Batch ${number} went to another server than the one that is set, or its name there never came.`,
  safe: 'It is waited for as before.',
  todo: 'Set that server again, or give it up: then it counts with all that was reserved.',
});
