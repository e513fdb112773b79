// Finds what shares words with a sentence, by counting along the lists of those that hold each word: so that among fifty
// thousand nothing is held against all the others.

/** Those that are looked for are known by their places, from 0 on. */
export interface WordIndex {
  /** Who shares so many of these words at least, in no order. A word that leads to nobody counts as shared. */
  sharing(words: Iterable<string>, least: number): readonly number[];
  /** Of those, the so many that share most; of equals, the first ones. In no order. */
  nearest(words: Iterable<string>, least: number, most: number): readonly number[];
}

/** A word that stands in more than `holdersMax` leads to nobody. */
export function indexWords(all: Iterable<Iterable<string>>, holdersMax: number): WordIndex {
  const { holders, count } = holdersOf(all);
  const shared = new Uint16Array(count);
  /** Looks, and leaves nothing of its counting behind. */
  const counting = <T>(words: Iterable<string>, look: (met: readonly number[], unknown: number) => T): T => {
    const met: number[] = [];
    let unknown = 0;
    for (const word of words) {
      const list = holders.get(word) ?? [];
      if (list.length > holdersMax) unknown++;
      else
        for (const place of list) {
          const before = shared[place] ?? 0;
          if (before === 0) met.push(place);
          shared[place] = before + 1;
        }
    }
    const found = look(met, unknown);
    for (const place of met) shared[place] = 0;
    return found;
  };
  const enough = (met: readonly number[], least: number): readonly number[] =>
    least <= 1 ? met : met.filter((place) => (shared[place] ?? 0) >= least);
  return {
    sharing: (words, least) => counting(words, (met, unknown) => enough(met, least - unknown)),
    nearest: (words, least, most) =>
      counting(words, (met, unknown) => mostShared(enough(met, least - unknown), shared, most)),
  };
}

function holdersOf(all: Iterable<Iterable<string>>): {
  readonly holders: ReadonlyMap<string, readonly number[]>;
  readonly count: number;
} {
  const holders = new Map<string, number[]>();
  let count = 0;
  for (const words of all) {
    for (const word of new Set(words)) {
      const list = holders.get(word);
      if (list) list.push(count);
      else holders.set(word, [count]);
    }
    count++;
  }
  return { holders, count };
}

/** Sorting them all would take most of a night where half of fifty thousand lines share one word. */
function mostShared(places: readonly number[], shared: Uint16Array, most: number): readonly number[] {
  if (places.length <= most) return places;
  const byShare = Map.groupBy(places, (place) => shared[place] ?? 0);
  const found: number[] = [];
  for (const share of [...byShare.keys()].sort((a, b) => b - a)) {
    if (found.length < most) found.push(...firstOf(byShare.get(share) ?? [], most - found.length));
  }
  return found;
}

/** The smallest so many. */
function firstOf(places: readonly number[], most: number): readonly number[] {
  if (places.length <= most) return places;
  const first: number[] = [];
  for (const place of places) {
    if (first.length === most && place >= (first[most - 1] ?? 0)) continue;
    let at = first.length === most ? most - 1 : first.length;
    for (; at > 0 && (first[at - 1] ?? 0) > place; at--) first[at] = first[at - 1] ?? 0;
    first[at] = place;
  }
  return first;
}
