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
  const { numbers, starts, places, count } = holdersOf(all);
  const shared = new Uint16Array(count);
  // Those that share any of the words: a new list for each of fifty thousand lines would be gigabytes.
  const met = new Uint32Array(count);
  /** Looks, and leaves nothing of its counting behind. */
  const counting = <T>(words: Iterable<string>, look: (metCount: number, unknown: number) => T): T => {
    let metCount = 0;
    let unknown = 0;
    for (const word of words) {
      const number = numbers.get(word);
      if (number === undefined) continue;
      const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
      if (to - from > holdersMax) unknown++;
      else
        for (let at = from; at < to; at++) {
          const place = places[at] ?? 0;
          const before = shared[place] ?? 0;
          if (before === 0) met[metCount++] = place;
          shared[place] = before + 1;
        }
    }
    const found = look(metCount, unknown);
    for (let at = 0; at < metCount; at++) shared[met[at] ?? 0] = 0;
    return found;
  };
  const enough = (metCount: number, least: number): readonly number[] => {
    const found: number[] = [];
    for (let at = 0; at < metCount; at++) {
      const place = met[at] ?? 0;
      if ((shared[place] ?? 0) >= least) found.push(place);
    }
    return found;
  };
  return {
    sharing: (words, least) => counting(words, (metCount, unknown) => enough(metCount, least - unknown)),
    nearest: (words, least, most) =>
      counting(words, (metCount, unknown) =>
        mostShared(met.subarray(0, metCount), shared, Math.max(1, least - unknown), most),
      ),
  };
}

/** Who holds each word: a word by its number, all lists one behind the other. As lists of their own they take ten times as much. */
interface Holders {
  readonly numbers: ReadonlyMap<string, number>;
  /** Where each word's list begins; the next one's beginning is its end. */
  readonly starts: Uint32Array;
  /** In each list from the first to the last. */
  readonly places: Uint32Array;
  readonly count: number;
}

function holdersOf(all: Iterable<Iterable<string>>): Holders {
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const counts: number[] = [];
  // where the words of each end
  const ends: number[] = [];
  for (const words of all) {
    const begin = held.length;
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      if (held.indexOf(number, begin) >= 0) continue;
      held.push(number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    ends.push(held.length);
  }
  const starts = new Uint32Array(numbers.size + 1);
  for (const [number, holders] of counts.entries()) starts[number + 1] = (starts[number] ?? 0) + holders;
  const places = new Uint32Array(held.length);
  const next = starts.slice();
  let at = 0;
  for (const [place, end] of ends.entries()) {
    for (; at < end; at++) {
      const number = held[at] ?? 0;
      const to = next[number] ?? 0;
      places[to] = place;
      next[number] = to + 1;
    }
  }
  return { numbers, starts, places, count: ends.length };
}

/** Sorting them all would take most of a night where half of fifty thousand lines share one word. */
function mostShared(
  places: Uint32Array,
  shared: Uint16Array,
  least: number,
  most: number,
): readonly number[] {
  const byShare: number[] = [];
  for (const place of places) {
    const share = shared[place] ?? 0;
    byShare[share] = (byShare[share] ?? 0) + 1;
  }
  // with all that share more than `edge`, and the first ones of those that share as much
  let edge = byShare.length - 1;
  let above = 0;
  while (edge > least && above + (byShare[edge] ?? 0) <= most) above += byShare[edge--] ?? 0;
  const found: number[] = [];
  const first: number[] = [];
  for (const place of places) {
    const share = shared[place] ?? 0;
    if (share > edge) found.push(place);
    else if (share === edge && share >= least) keepFirst(first, place, most - above);
  }
  return [...found, ...first];
}

/** Keeps the smallest so many, in their order. */
function keepFirst(first: number[], place: number, most: number): void {
  if (first.length >= most && place >= (first[most - 1] ?? 0)) return;
  if (most <= 0) return;
  let at = first.length >= most ? most - 1 : first.length;
  for (; at > 0 && (first[at - 1] ?? 0) > place; at--) first[at] = first[at - 1] ?? 0;
  first[at] = place;
}
