// The conflict map: lines of different files or agents that cannot both hold, or that say the same. Pure.
import type { MemoryConflict } from '../../../shared/decisions.ts';
import { contentHash } from '../../../shared/ids.ts';
import type { MemoryEntry, Scope } from '../../../shared/memory.ts';
import { closing, gistOf, isOpposed, isSame, overlapOf, type Gist } from '../deep/sameness.ts';
import { shelve, type KnownEntry } from '../deep/reconcile.ts';

interface Pair {
  readonly a: KnownEntry;
  readonly b: KnownEntry;
  readonly kind: MemoryConflict['kind'];
  readonly because: string;
}

/** Contradictions first, then by what they say. */
export function findConflicts(entries: readonly MemoryEntry[]): readonly MemoryConflict[] {
  const shelf = shelve(entries.filter(({ origin, places }) => origin === 'file' && places.length > 0));
  const sharing = byWord(shelf.all);
  const pairs: Pair[] = [];
  for (const a of shelf.all) {
    for (const b of new Set([...shelf.near(a.gist.terms), ...sharing(a)])) {
      if (a.entry.id >= b.entry.id || !standApart(a.entry, b.entry) || !meet(a.entry.scope, b.entry.scope))
        continue;
      const found = relationOf(a.gist, b.gist);
      if (found !== null) pairs.push({ a, b, ...found });
    }
  }
  return groupsOf(pairs)
    .map(conflictOf)
    .toSorted((x, y) => (x.kind === y.kind ? (x.id < y.id ? -1 : 1) : x.kind === 'contradiction' ? -1 : 1));
}

// A word that more lines hold than this leads to none of them.
const linesPerWordMax = 100;

/** Two lines that were taken for different languages may share no stem, and be one sentence but for a word. */
function byWord(all: readonly KnownEntry[]): (known: KnownEntry) => readonly KnownEntry[] {
  const wordsIn = ({ entry }: KnownEntry): ReadonlySet<string> => new Set(wordsOf(entry.text.toLowerCase()));
  const lines = new Map<string, KnownEntry[]>();
  for (const known of all) {
    for (const word of wordsIn(known)) lines.set(word, [...(lines.get(word) ?? []), known]);
  }
  return (known) =>
    [...wordsIn(known)].flatMap((word) => {
      const holding = lines.get(word) ?? [];
      return holding.length > linesPerWordMax ? [] : holding;
    });
}

/** Two lines of one file are for its own reader to see. */
const standApart = (a: MemoryEntry, b: MemoryEntry): boolean =>
  a.places.every((one) => b.places.every((other) => one.path !== other.path || one.agent !== other.agent));

/** Lines of two projects are never loaded together; lines for two agents are, by their owner. */
const meet = (a: Scope, b: Scope): boolean =>
  a === b || !a.startsWith('project:') || !b.startsWith('project:');

type Relation = Pick<Pair, 'kind' | 'because'>;

/** A few words do not always tell their language: both are read in one, and in the other. */
function relationOf(a: Gist, b: Gist): Relation | null {
  const slot = differentWord(a.text, b.text);
  if (slot !== null && isContent(slot.a, a) && isContent(slot.b, b)) {
    return {
      kind: 'contradiction',
      because: `The same sentence, with “${slot.a}” here and “${slot.b}” there.`,
    };
  }
  const readings: readonly (readonly [Gist, Gist])[] =
    a.language === b.language
      ? [[a, b]]
      : [
          [a, gistOf(b.text, a.language)],
          [gistOf(a.text, b.language), b],
        ];
  const against = readings.map(([x, y]) => contradictionOf(x, y)).find((found) => found !== null);
  if (against !== undefined) return against;
  const areSame = readings.some(([x, y]) => isSame(x, y) && sharesMost(x, y));
  return areSame ? { kind: 'repetition', because: 'They say the same.' } : null;
}

// Of the longer one's words: "Call me Nora." is no repetition of "Nora's dog is called Pipa."
const sharedOfLongerMin = 2 / 3;

function sharesMost(a: Gist, b: Gist): boolean {
  const [small, large] = [Math.min(a.terms.size, b.terms.size), Math.max(a.terms.size, b.terms.size)];
  return overlapOf(a, b) * small >= sharedOfLongerMin * large;
}

// What one of them turns down stands almost whole in the other.
const opposedOverlapMin = 0.6;

function contradictionOf(a: Gist, b: Gist): Relation | null {
  if (isOpposed(a, b) && overlapOf(a, b) >= opposedOverlapMin)
    return { kind: 'contradiction', because: 'One wants what the other turns down.' };
  const closed = closing(asNewer(a), b) ?? closing(asNewer(b), a);
  if (closed !== null) return { kind: 'contradiction', because: `They do not agree about “${closed.word}”.` };
  const rivals = rivalsOf(a, b);
  return rivals === null
    ? null
    : { kind: 'contradiction', because: `One says “${rivals[0]}”, the other “${rivals[1]}”.` };
}

/** Neither of two lines is known to be the newer. */
const asNewer = (gist: Gist): Parameters<typeof closing>[0] => ({
  ...gist,
  closesValues: new Set(),
  announcesChange: false,
  isRepeated: false,
});

// What stands around the values is the same: of the shorter almost all, of the longer half.
const frameOfSmallerMin = 0.8;
const frameOfLargerMin = 0.5;

/** Each names something that the other does not, and the rest is the same. */
function rivalsOf(a: Gist, b: Gist): readonly [string, string] | null {
  const [valuesA, valuesB] = [affirmed(a), affirmed(b)];
  const onlyA = [...valuesA].filter((word) => !b.terms.has(word));
  const onlyB = [...valuesB].filter((word) => !a.terms.has(word));
  const [firstA, firstB] = [onlyA[0], onlyB[0]];
  // Two that differ in several things at once are about different things.
  if (firstA === undefined || firstB === undefined || (onlyA.length > 1 && onlyB.length > 1)) return null;
  const frame = (gist: Gist, values: readonly string[]): ReadonlySet<string> =>
    new Set([...gist.terms].filter((term) => !values.includes(term)));
  const [frameA, frameB] = [frame(a, onlyA), frame(b, onlyB)];
  const shared = [...frameA].filter((term) => frameB.has(term)).length;
  const [small, large] = [Math.min(frameA.size, frameB.size), Math.max(frameA.size, frameB.size)];
  if (small === 0 || shared / small < frameOfSmallerMin || shared / large < frameOfLargerMin) return null;
  return [firstA, firstB];
}

const affirmed = (gist: Gist): ReadonlySet<string> =>
  new Set(gist.values.filter(({ polarity }) => polarity === 'affirmed').map(({ word }) => word));

const wordsOf = (text: string): readonly string[] => text.match(/[^\s.,;:!?"'“”„()[\]`*_]+/gu) ?? [];

// "Use npm." and "Use cargo." share too little to be one sentence.
const skeletonWordsMin = 3;

/** The one word in which two sentences differ that are otherwise the same to the letter; null for any other two. */
function differentWord(a: string, b: string): { readonly a: string; readonly b: string } | null {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  if (wordsA.length !== wordsB.length || wordsA.length < skeletonWordsMin) return null;
  const different = wordsA.flatMap((word, index) => {
    const other = wordsB[index] ?? '';
    return word.toLowerCase() === other.toLowerCase() ? [] : [{ a: word, b: other }];
  });
  const [only] = different;
  return different.length === 1 && only !== undefined ? only : null;
}

/** Says something by itself ("the" and "a" do not). */
const isContent = (word: string, gist: Gist): boolean => {
  const { terms } = gistOf(word, gist.language);
  return terms.size > 0 && [...terms].every((term) => gist.terms.has(term));
};

/** Lines that are joined by any pair are shown together and settled once. */
function groupsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const groupByEntry = new Map<string, Pair[]>();
  const groups = new Set<Pair[]>();
  for (const pair of pairs) {
    const [one, other] = [groupByEntry.get(pair.a.entry.id), groupByEntry.get(pair.b.entry.id)];
    const group = one ?? other ?? [];
    if (one !== undefined && other !== undefined && one !== other) {
      group.push(...other);
      groups.delete(other);
    }
    group.push(pair);
    groups.add(group);
    for (const { a, b } of group) {
      groupByEntry.set(a.entry.id, group);
      groupByEntry.set(b.entry.id, group);
    }
  }
  return [...groups];
}

function conflictOf(pairs: readonly Pair[]): MemoryConflict {
  const entries = [
    ...new Map(pairs.flatMap(({ a, b }) => [a.entry, b.entry]).map((entry) => [entry.id, entry])).values(),
  ].toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const against = pairs.find(({ kind }) => kind === 'contradiction');
  const kind = against === undefined ? 'repetition' : 'contradiction';
  return {
    id: `cft_${contentHash('conflict', ...entries.map(({ id }) => id))}`,
    kind,
    because: (against ?? pairs[0])?.because ?? '',
    entries,
  };
}
