// `slowwave model batches`, `resume` and `cancel`: what nights handed in at half the price, and what came of it.
import { goOnWith, type BatchTrace, type BatchView } from '../../../shared/models.ts';
import { ok } from '../../../shared/result.ts';
import { count, counted, dollars } from '../figures.ts';
import { dreamAnswer, isoOrNull } from '../json-answer.ts';
import { morningLines } from '../morning-summary.ts';
import { readCount } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';

const minuteOf = (atMs: BatchTrace['beganAtMs'] | null): string =>
  isoOrNull(atMs)?.slice(0, 16).replace('T', ' ') ?? '–';

const isOpen = ({ state }: BatchTrace): boolean => state === 'begun' || state === 'sent';

const batchRow = (batch: BatchTrace) => {
  const { number, nightId, serverId, state, calls, answered, unanswered, beganAtMs } = batch;
  return [
    String(number),
    nightId,
    oneLine(serverId ?? '–'),
    minuteOf(beganAtMs),
    state,
    count(calls),
    count(answered),
    count(unanswered),
  ];
};

const batchLines = (all: readonly BatchTrace[]): readonly string[] =>
  all.length === 0
    ? ['No batch was handed in.']
    : tableLines(
        ['Batch', 'Night', 'Server’s id', 'Handed in (UTC)', 'State', 'Calls', 'Answered', 'Unanswered'].map(
          (title) => ({ title }),
        ),
        all.map(batchRow),
      );

/** What is known of one that is waited for. */
function waitingLine({
  number,
  serverId,
  done,
  calls,
  expiresAtMs,
  lookedAtMs,
  trouble,
  isStopping,
  reserved,
}: BatchView) {
  const parts = [
    isStopping ? 'being ended' : `expires ${minuteOf(expiresAtMs)} UTC`,
    ...(done === null ? [] : [`${count(done)} of ${count(calls)} done`]),
    `at most ${dollars(reserved.usd)} set aside`,
    lookedAtMs === null ? 'not looked after yet' : `looked after ${minuteOf(lookedAtMs)} UTC`,
    ...(serverId === null ? ['the server’s id never came: after half an hour it counts whole'] : []),
    ...(trouble === null ? [] : [oneLine(trouble)]),
  ];
  return `Batch ${number}: ${parts.join(' · ')}`;
}

const batchesJson = <T extends BatchTrace>(all: readonly T[]) =>
  all.map(({ beganAtMs, changedAtMs, ...one }) => ({
    ...one,
    beganAt: isoOrNull(beganAtMs),
    changedAt: isoOrNull(changedAtMs),
  }));

const viewsJson = (all: readonly BatchView[]) =>
  batchesJson(all).map(({ expiresAtMs, lookedAtMs, ...one }) => ({
    ...one,
    expiresAt: isoOrNull(expiresAtMs),
    lookedAt: isoOrNull(lookedAtMs),
  }));

const batchList: Command = async (call) => {
  const found = await call.engine.modelBatches();
  return found.ok
    ? ok({
        json: { batches: viewsJson(found.value) },
        lines: [...batchLines(found.value), ...found.value.filter(isOpen).map(waitingLine)],
      })
    : found;
};

const resume =
  (fetchOnly: boolean): Command =>
  async (call) => {
    const found = await call.listen((listening) => call.engine.modelResume(listening));
    if (!found.ok) return found;
    const { settled, waiting, answers, goesOn } = found.value;
    const resumed = { settled: batchesJson(settled), waiting: viewsJson(waiting), answers, goesOn };
    const lines = [
      ...(settled.length + waiting.length === 0 && goesOn === null ? ['No batch is under way.'] : []),
      ...(settled.length === 0 ? [] : [...batchLines(settled), `${counted(answers, 'answer')} fetched.`]),
      ...(waiting.length === 0
        ? []
        : [
            ...batchLines(waiting),
            ...waiting.map(waitingLine),
            `${counted(waiting.length, 'batch', 'batches')} not answered yet: look again later; a day is the longest that one takes.`,
          ]),
    ];
    if (goesOn === null) return ok({ json: { resumed }, lines });
    if (fetchOnly) {
      const later = `"${call.ownName} model resume" goes on with the night ${goesOn}, and pays for none of it again.`;
      return ok({ json: { resumed }, lines: [...lines, later] });
    }
    const night = await call.listen((listening) => call.engine.dream(goOnWith(goesOn), listening));
    if (!night.ok) return night;
    return ok({
      json: { resumed, night: dreamAnswer(night.value) },
      lines: [...lines, `Going on with the night ${goesOn}:`, '', ...morningLines(night.value, call)],
      status: night.value.receipt.outcome === 'failed' ? 1 : 0,
    });
  };

const cancelBatch =
  (batch: number, giveUp: boolean): Command =>
  async (call) => {
    const found = await call.engine.modelBatchCancel(batch, giveUp);
    if (!found.ok) return found;
    const now = found.value.find(({ number }) => number === batch);
    const told =
      now === undefined || isOpen(now)
        ? `The server was asked to end batch ${batch}. "${call.ownName} model resume" fetches what was answered.`
        : `Batch ${batch} is settled: ${count(now.answered)} of ${counted(now.calls, 'request')} answered, and paid for; nothing more is waited for.`;
    return ok({ json: { batches: viewsJson(found.value) }, lines: [told] });
  };

export const addBatches: Register = (model, run) => {
  model
    .command('batches')
    .description('the batches that nights handed in, and how each stands')
    .action(() => run(batchList));
  model
    .command('resume')
    .description(
      'fetch what batches brought, and go on with the night that waited; the app does it by itself',
    )
    .option('--fetch-only', 'go on with no night')
    .action(({ fetchOnly = false }: { readonly fetchOnly?: boolean }) => run(resume(fetchOnly)));
  model
    .command('cancel')
    .description('wait for a batch no longer: the server ends it, and what it answered by then is fetched')
    .argument('<batch>', 'its number, as "model batches" lists it', readCount)
    .option('--give-up', 'also where the server cannot be asked: then it counts with all that was set aside')
    .action((batch: number, { giveUp = false }: { readonly giveUp?: boolean }) =>
      run(cancelBatch(batch, giveUp)),
    );
};
