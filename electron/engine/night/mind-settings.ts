// Whether a model may be asked, and which: what its owner set, agreed to and gave a key for. Where anything is missing the
// answer is why, and what to do; nothing is sent to find out.
import type { DreamOptions, Failure } from '../../../shared/engine.ts';
import type { CapName, ModelFaultKind } from '../../../shared/models.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ModelSettings, Settings } from '../../../shared/settings.ts';
import { priceOf, priceTable, type PriceTable } from '../budget/prices.ts';
import type { Deps, Model } from '../deps.ts';
import { anthropicAddress, keyVariable, openModel, readKeptKey, type KeyFor } from '../models/index.ts';
import { keyFolderOf } from '../store/keys.ts';
import { ownPricesText } from './own-prices.ts';

export interface MindWish {
  readonly model: Model;
  readonly address: string;
  readonly settings: ModelSettings;
  readonly reader: string;
  readonly consolidator: string;
  readonly grader: string;
  readonly prices: PriceTable;
}

/** Why none is asked. */
export interface NotAsked {
  readonly because: string;
  readonly cap: CapName | null;
  readonly fault: ModelFaultKind | null;
}

const notAsked = (because: string, more: Partial<NotAsked> = {}): Result<never, NotAsked> =>
  err({ because, cap: null, fault: null, ...more });

// The cheapest and the middle one of those with a known price (resources/prices.json).
export const usualReader = 'claude-haiku-4-5';
export const usualConsolidator = 'claude-sonnet-5';

/** Where words would go; null where its owner named no place. */
export const addressOf = ({ choice, baseUrl }: Pick<ModelSettings, 'choice' | 'baseUrl'>): string | null =>
  choice === 'claude' ? anthropicAddress : choice === 'server' ? baseUrl : null;

export const keyOf = (deps: Deps, who: KeyFor): string | null =>
  deps.env[keyVariable[who]] ?? readKeptKey(keyFolderOf(deps), who);

/** The owner's own file goes before the table that ships with us. */
export const pricesFor = (deps: Deps): Result<PriceTable, Failure> => priceTable(ownPricesText(deps));

/** Settings as they hold for one night: what was typed for it goes before what was set. */
export const settingsFor = (settings: Settings, options: Pick<DreamOptions, 'model'>): ModelSettings => {
  const wish = options.model ?? null;
  if (wish?.mode === 'none') return { ...settings.model, choice: 'none' };
  if (wish === null) return settings.model;
  return {
    ...settings.model,
    mode: wish.mode ?? settings.model.mode,
    readerModel: wish.reader ?? settings.model.readerModel,
    consolidatorModel: wish.consolidator ?? settings.model.consolidatorModel,
    graderModel: wish.grader ?? settings.model.graderModel,
  };
};

/** A model to speak with, whatever may be spent: for trying the connection, too. */
export function modelFor(
  deps: Deps,
  settings: ModelSettings,
): Result<{ readonly model: Model; readonly address: string }, NotAsked> {
  const address = addressOf(settings);
  if (settings.choice === 'none') return notAsked('No model is chosen.');
  if (address === null) return notAsked('No address of a server is set: Settings, Model.');
  const key = keyOf(deps, settings.choice);
  if (settings.choice === 'claude' && key === null)
    return notAsked(
      'There is no key for Claude: give one in Settings, Model, or with "slowwave model key".',
      {
        fault: 'key-missing',
      },
    );
  const open = deps.openModel ?? openModel;
  return ok({ address, model: open({ baseUrl: address, key, isAnthropic: settings.choice === 'claude' }) });
}

/** The server that its owner agreed to, whatever may be spent: to fetch what was paid for. */
export function agreedServerFor(deps: Deps, settings: ModelSettings): ReturnType<typeof modelFor> {
  const found = modelFor(deps, settings);
  if (!found.ok) return found;
  const { address } = found.value;
  return settings.consentTo === address
    ? found
    : notAsked(`You have not agreed that masked words of your sessions go to ${address}: Settings, Model.`);
}

export function mindFor(deps: Deps, settings: ModelSettings): Result<MindWish, NotAsked> {
  const found = agreedServerFor(deps, settings);
  if (!found.ok) return found;
  const { address, model } = found.value;
  const isClaude = settings.choice === 'claude';
  const reader = settings.readerModel ?? (isClaude ? usualReader : null);
  const consolidator = settings.consolidatorModel ?? (isClaude ? usualConsolidator : null);
  if (reader === null || consolidator === null)
    return notAsked('No model of this server is named: Settings, Model.');
  const grader = settings.graderModel ?? consolidator;
  const prices = pricesFor(deps);
  if (!prices.ok) return notAsked(`${prices.error.happened} ${prices.error.todo}`);
  const unpriced = [reader, consolidator, grader].find((name) => priceOf(prices.value, name) === null);
  if (unpriced !== undefined && !settings.tokensOnly)
    return notAsked(
      `No price is known for “${unpriced}”. Write it into prices.json, or let tokens alone be counted: "slowwave model use" with --tokens-only.`,
      { cap: 'no-price' },
    );
  return ok({ model, address, settings, reader, consolidator, grader, prices: prices.value });
}
