// Prices that a person corrected, in a file of their own beside the keys: what stands there goes before the table that ships
// with us, model by model. Whatever else they wrote into it stays.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../shared/engine.ts';
import type { ModelPrice, PriceList } from '../../../shared/models.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { priceTable } from '../budget/prices.ts';
import type { Deps } from '../deps.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { attempt } from '../store/failures.ts';
import { keyFolderOf } from '../store/keys.ts';

const placeOf = (deps: Deps): string => join(keyFolderOf(deps), 'prices.json');

/** Null where there is none. */
export function ownPricesText(deps: Deps): string | null {
  try {
    return readFileSync(placeOf(deps), 'utf8');
  } catch {
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file as it stands; read only once the table has been made of it, so its shape is known. */
function ownFields(text: string | null): { readonly all: Fields; readonly models: Fields } {
  const all: unknown = text === null ? {} : JSON.parse(text);
  if (!isFields(all)) return { all: {}, models: {} };
  return { all, models: isFields(all['models']) ? all['models'] : {} };
}

export function priceList(deps: Deps): Result<PriceList, Failure> {
  const text = ownPricesText(deps);
  const table = priceTable(text);
  if (!table.ok) return table;
  const { models } = ownFields(text);
  const { batchShare } = table.value;
  const usual = priceTable(null);
  const asOf = usual.ok ? usual.value.asOf : table.value.asOf;
  const rows = [...table.value.models]
    .map(([model, price]) => ({ model, price, isOwn: Object.hasOwn(models, model) }))
    .toSorted((a, b) => (a.model < b.model ? -1 : 1));
  return ok({ asOf, batchShare, rows, place: placeOf(deps) });
}

/** A file that cannot be read is its owner's to mend: nothing is written over it. */
export function setOwnPrice(
  deps: Deps,
  model: string,
  price: Pick<ModelPrice, 'input' | 'output'> | null,
): Result<PriceList, Failure> {
  const text = ownPricesText(deps);
  const table = priceTable(text);
  if (!table.ok) return table;
  const written = attempt(() => {
    const { all, models } = ownFields(text);
    const { [model]: _before, ...others } = models;
    writeWhole(deps, { ...all, models: price === null ? others : { ...others, [model]: price } });
    return null;
  });
  return written.ok ? priceList(deps) : written;
}

/** Never half a table. */
function writeWhole(deps: Deps, value: Fields): void {
  makeFolder(keyFolderOf(deps), 0o700);
  const unfinished = `${placeOf(deps)}.${process.pid}`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(unfinished, placeOf(deps));
}
