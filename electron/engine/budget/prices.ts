// What tokens cost: a table that a person may correct by a file of their own. A model that stands in neither has no price,
// and nobody guesses one.
import type { Failure } from '../../../shared/engine.ts';
import type { ModelPrice, TokenUsage } from '../../../shared/models.ts';
import { assert, err, ok, type Result } from '../../../shared/result.ts';
import shipped from '../../../resources/prices.json' with { type: 'json' };

export interface PriceTable {
  /** YYYY-MM, for people. */
  readonly asOf: string;
  /** What a batch costs of the price of the same calls by themselves. */
  readonly batchShare: number;
  readonly models: ReadonlyMap<string, ModelPrice>;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const wrong = (what: string): Result<never, Failure> =>
  err({
    kind: 'wrong-input',
    happened: `The price table is not as it should be: ${what}.`,
    safe: 'No model was asked, and nothing was spent.',
    todo: 'Mend prices.json in Slowwave’s settings folder, or take it away: then the table that ships with us holds.',
  });

interface Shares {
  readonly write: number;
  readonly read: number;
}

function priceFrom(value: unknown, shares: Shares): ModelPrice | null {
  if (!isFields(value)) return null;
  const { input, output, cacheWrite, cacheRead } = value;
  if (!isAmount(input) || !isAmount(output)) return null;
  return {
    input,
    output,
    cacheWrite: isAmount(cacheWrite) ? cacheWrite : input * shares.write,
    cacheRead: isAmount(cacheRead) ? cacheRead : input * shares.read,
  };
}

function readTable(value: unknown, base: PriceTable | null): Result<PriceTable, Failure> {
  if (!isFields(value) || !isFields(value['models'])) return wrong('it holds no “models”');
  const share = (name: string, usual: number): number => (isAmount(value[name]) ? value[name] : usual);
  const shares = { write: share('cacheWriteShare', 1.25), read: share('cacheReadShare', 0.1) };
  const models = new Map(base?.models);
  for (const [name, given] of Object.entries(value['models'])) {
    const price = priceFrom(given, shares);
    if (price === null) return wrong(`“${name.slice(0, 100)}” has no “input” and “output” in dollars`);
    models.set(name, price);
  }
  const asOf = typeof value['asOf'] === 'string' ? value['asOf'].slice(0, 20) : (base?.asOf ?? '');
  return ok({ asOf, batchShare: share('batchShare', base?.batchShare ?? 1), models });
}

/** `own`: the text of its owner's file; null for none. */
export function priceTable(own: string | null): Result<PriceTable, Failure> {
  const usual = readTable(shipped, null);
  assert(usual.ok, 'the price table that ships with us can be read');
  if (own === null) return usual;
  try {
    return readTable(JSON.parse(own), usual.value);
  } catch {
    return wrong('it is no JSON');
  }
}

/** A model's dated name (`-20251001`) costs what the name without its date costs; nothing else is alike enough. */
export const priceOf = (table: PriceTable, model: string): ModelPrice | null =>
  table.models.get(model) ?? table.models.get(model.replace(/-\d{8}$/u, '')) ?? null;

/** A dollar for a million tokens is a thousand nano-dollars a token. Rounded up: never less than what is charged. */
const nanoFor = (tokens: number, usdPerMillion: number): number => Math.ceil(tokens * usdPerMillion * 1000);

/** `share`: 1, or the batch's. */
export const costOf = (usage: TokenUsage, price: ModelPrice, share = 1): number =>
  Math.ceil(
    share *
      (nanoFor(usage.inputTokens, price.input) +
        nanoFor(usage.outputTokens, price.output) +
        nanoFor(usage.cacheWriteTokens, price.cacheWrite) +
        nanoFor(usage.cacheReadTokens, price.cacheRead)),
  );

export const tokensIn = (usage: TokenUsage): number =>
  usage.inputTokens + usage.outputTokens + usage.cacheWriteTokens + usage.cacheReadTokens;

export interface UpperBound {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** The most that a call can cost: all of its input at the dearest way to be read, all of its room filled. */
export const upperCostOf = (bound: UpperBound, price: ModelPrice, share = 1): number =>
  Math.ceil(
    share *
      (nanoFor(bound.inputTokens, Math.max(price.input, price.cacheWrite, price.cacheRead)) +
        nanoFor(bound.outputTokens, price.output)),
  );
