// Which decisions are held back together when something is tested on what it was not learned from: whole nights where there
// are enough of them.
import type { DecidedChange } from './learn.ts';

export const partsMax = 8;

/** The part that each decision belongs to. */
export function partsOf(decided: readonly Pick<DecidedChange, 'night'>[]): readonly number[] {
  const nights = [...new Set(decided.map((one) => one.night))];
  const place = new Map(nights.map((night, at) => [night, at]));
  return decided.map((one, at) =>
    nights.length < partsMax
      ? at % partsMax
      : Math.floor(((place.get(one.night) ?? 0) * partsMax) / nights.length),
  );
}
