// `slowwave model batches`, `resume` and `cancel`: what nights handed in at half the price, and what came of it.
import type { BatchTrace } from '../../../shared/models.ts';
import { ok } from '../../../shared/result.ts';
import { count, counted } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { readCount } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';

const batchRow = ({
  number,
  nightId,
  serverId,
  state,
  calls,
  answered,
  unanswered,
  beganAtMs,
}: BatchTrace) => [
  String(number),
  nightId,
  oneLine(serverId ?? '–'),
  isoOrNull(beganAtMs)?.slice(0, 16).replace('T', ' ') ?? '–',
  state,
  count(calls),
  count(answered),
  count(unanswered),
];

const batchLines = (all: readonly BatchTrace[]): readonly string[] =>
  all.length === 0
    ? ['No batch was handed in.']
    : tableLines(
        ['Batch', 'Night', 'Server’s id', 'Handed in (UTC)', 'State', 'Calls', 'Answered', 'Unanswered'].map(
          (title) => ({ title }),
        ),
        all.map(batchRow),
      );

const batchesJson = (all: readonly BatchTrace[]) =>
  all.map(({ beganAtMs, changedAtMs, ...one }) => ({
    ...one,
    beganAt: isoOrNull(beganAtMs),
    changedAt: isoOrNull(changedAtMs),
  }));

const batchList: Command = async (call) => {
  const found = await call.engine.modelBatches();
  return found.ok
    ? ok({ json: { batches: batchesJson(found.value) }, lines: batchLines(found.value) })
    : found;
};

const resume: Command = async (call) => {
  const found = await call.listen((listening) => call.engine.modelResume(listening));
  if (!found.ok) return found;
  const { settled, waiting, answers } = found.value;
  const lines = [
    ...(settled.length + waiting.length === 0 ? ['No batch is under way.'] : []),
    ...(settled.length === 0
      ? []
      : [
          ...batchLines(settled),
          `${counted(answers, 'answer')} fetched. "${call.ownName} dream --model batch" uses them, and pays for none of them again.`,
        ]),
    ...(waiting.length === 0
      ? []
      : [
          ...batchLines(waiting),
          `${counted(waiting.length, 'batch', 'batches')} not answered yet: look again later; a day is the longest that one takes.`,
        ]),
  ];
  return ok({
    json: { resumed: { settled: batchesJson(settled), waiting: batchesJson(waiting), answers } },
    lines,
  });
};

const cancelBatch =
  (batch: number): Command =>
  async (call) => {
    const found = await call.engine.modelBatchCancel(batch);
    return found.ok
      ? ok({
          json: { batches: batchesJson(found.value) },
          lines: [
            `The server was asked to end batch ${batch}. "${call.ownName} model resume" fetches what was answered.`,
          ],
        })
      : found;
  };

export const addBatches: Register = (model, run) => {
  model
    .command('batches')
    .description('the batches that nights handed in, and how each stands')
    .action(() => run(batchList));
  model
    .command('resume')
    .description('fetch what batches of earlier nights brought; the next night does it by itself')
    .action(() => run(resume));
  model
    .command('cancel')
    .description('ask the server to end a batch')
    .argument('<batch>', 'its number, as "model batches" lists it', readCount)
    .action((batch: number) => run(cancelBatch(batch)));
};
