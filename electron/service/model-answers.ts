// Answers about the model that may help a night: how things stand, its key, what it would cost, and what it was asked. It
// is always the person's own; nothing is spent on made-up days, so there a trace is all that is theirs to show.
import type { Answers } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { keyVariable, type KeyFor, type ModelStatus, type ModelView } from '../../shared/models.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';

type ModelCalls = Extract<keyof Answers, `model.${string}`>;

export function modelAnswers({ engines, needs, batches }: Desk): Pick<Answers, ModelCalls> {
  const { own } = engines;
  const { setup } = needs;
  const viewOf = (status: Result<ModelStatus, Failure>): Result<ModelView, Failure> => {
    if (!status.ok) return status;
    const who: KeyFor = status.value.choice === 'server' ? 'server' : 'claude';
    const { keychain = null } = setup;
    const kept = keychain?.[who];
    return ok({
      ...status.value,
      keysGoTo: keychain === null ? 'file' : 'keychain',
      isFromKeychain: kept !== undefined && setup.env[keyVariable[who]] === kept,
    });
  };
  return {
    'model.status': async () => viewOf(await own.modelStatus()),
    'model.test': () => own.modelTest(),
    'model.key': async ({ who, key }) => {
      const kept = viewOf(await own.modelKey(key, who));
      // What waits may be asked for again.
      if (kept.ok && key !== null) batches.begin();
      return kept;
    },
    'model.estimate': (options) => own.modelEstimate(options),
    'model.prices': () => own.modelPrices(),
    'model.setPrice': ({ model, price }) => own.modelSetPrice(model, price),
    'model.rubric': async ({ markdown }) =>
      ok({ usual: own.usualRubric(), criteria: own.rubricCriteria(markdown) }),
    'model.trace': ({ night }) => own.nightTrace(night),
    'model.batches': () => batches.waiting(),
    'model.askBatches': () => batches.askNow(),
    'model.stopBatch': async ({ batch, giveUp }) => {
      const stopped = await own.modelBatchCancel(batch, giveUp);
      if (!stopped.ok) return stopped;
      batches.begin();
      return batches.waiting();
    },
  };
}
