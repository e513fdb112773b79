// How surely two themes of one night are one rule, told in other words. Weighed over all their sayings, by what they share
// that hardly anything else of the night holds and nobody says in ordinary talk.
import type { Theme } from '../../../shared/dream.ts';
import { languageOf } from '../language/language.ts';
import { areTwoThings } from '../language/two-things.ts';
import { hanPairsOf, partsOfWord } from '../language/word-parts.ts';
import { readSentence } from '../language/words.ts';
import { gistOf, overlapOf, type Gist } from './sameness.ts';
import { weights } from './told-twice-weights.ts';

/** What is weighed of two themes, each from 0 to 1. */
export interface Alike {
  /** How rare the rarest is that both say, and in how many of the sayings of both it stands. */
  readonly rarest: number;
  /** The same of names, counts and dates alone. */
  readonly value: number;
  /** How much of both is shared (cosine), by the rarest that is. */
  readonly shared: number;
  /** The shared words of the two wordings, as a share of the shorter one. */
  readonly overlap: number;
  /** 1: each has a word of its own that all its sayings hold and none of the other's. */
  readonly twoThings: number;
}

export const alikeKeys = ['rarest', 'value', 'shared', 'overlap', 'twoThings'] as const;

/** Log odds for each whole step of what is weighed. */
export type Weights = Alike & { readonly bias: number };

// Who says that something changed and who does not may name the old and the new. Not fitted: no saying that it was fitted on
// tells of a change.
const oneChanges = -0.8;

export const oddsOf = (alike: Alike, weights: Weights): number =>
  weights.bias +
  weights.rarest * alike.rarest +
  weights.value * alike.value +
  weights.shared * alike.shared +
  weights.overlap * alike.overlap +
  weights.twoThings * alike.twoThings;

// What a theme says, its first sayings say.
const sayingsMax = 24;
const gistsMax = 8;

/** As much of a theme as is asked of it. */
export type Saying = Pick<Theme, 'id' | 'text' | 'language' | 'terms' | 'announcesChange'> & {
  readonly evidence: readonly Pick<Theme['evidence'][number], 'quote'>[];
};

interface Told {
  readonly gist: Gist;
  readonly gists: readonly Gist[];
  readonly sayings: readonly ReadonlySet<string>[];
  /** Parts of all words of all sayings. */
  readonly parts: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  /** Turned down, and wanted in no saying. */
  readonly down: ReadonlySet<string>;
}

const distinctQuotes = ({ evidence }: Saying): readonly string[] => [
  ...new Set(evidence.map(({ quote }) => quote)),
];

function readTheme(theme: Saying): Told {
  const quotes = distinctQuotes(theme);
  const texts = [...new Set([theme.text, ...quotes])].slice(0, sayingsMax);
  const [values, up, down] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const sayings = texts.map((text) => {
    const { terms } = readSentence(text, languageOf(theme.language));
    const parts = new Set(hanPairsOf(text));
    for (const { stem, kind, negated } of terms)
      for (const part of partsOfWord(stem)) {
        parts.add(part);
        (negated ? down : up).add(part);
        if (kind !== 'word') values.add(part);
      }
    return parts;
  });
  return {
    gist: gistOf(theme.text, theme.language),
    gists: quotes.slice(-gistsMax).map((quote) => gistOf(quote, theme.language)),
    sayings,
    parts: new Set(sayings.flatMap((parts) => [...parts])),
    values,
    down: new Set([...down].filter((part) => !up.has(part))),
  };
}

/** How often each part of a word stands in ordinary talk. */
function ordinaryParts(ordinary: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [stem, count] of Object.entries(ordinary))
    for (const part of partsOfWord(stem)) counts.set(part, (counts.get(part) ?? 0) + count);
  return counts;
}

/** 0 to 1, squared: near 1 for what one theme alone says, and nobody in ordinary talk. */
function createRarity(
  all: readonly Saying[],
  read: ReadonlyMap<string, Told>,
  ordinary: Readonly<Record<string, number>>,
): (part: string) => number {
  const inThemes = new Map<string, number>();
  for (const { id, terms } of all)
    for (const part of read.get(id)?.parts ?? new Set(terms.flatMap(partsOfWord)))
      inThemes.set(part, (inThemes.get(part) ?? 0) + 1);
  const inTalk = ordinaryParts(ordinary);
  const most = Math.log(all.length + 1);
  return (part) => {
    const count = inThemes.get(part) ?? 1;
    const ofRules = (count + 0.5) / (count + (inTalk.get(part) ?? 0) + 0.5);
    return (1 - Math.log(count) / most) ** 2 * ofRules;
  };
}

const shareOf = ({ sayings }: Told, part: string): number =>
  sayings.filter((parts) => parts.has(part)).length / Math.max(1, sayings.length);

// One saying's words are all its own.
const sayingsForSubject = 2;
const areApart = (a: Told, b: Told): boolean =>
  a.gists.length >= sayingsForSubject &&
  b.gists.length >= sayingsForSubject &&
  areTwoThings(a.gists, b.gists, new Set());

function alikeOf(a: Told, b: Told, rarity: (part: string) => number): Alike | null {
  const shared = [...a.parts].filter((part) => b.parts.has(part));
  if (shared.length === 0) return null;
  const weigh = (parts: Iterable<string>): number => [...parts].reduce((sum, part) => sum + rarity(part), 0);
  const rarestOf = (parts: readonly string[]): number =>
    Math.max(0, ...parts.map((part) => rarity(part) * Math.sqrt(shareOf(a, part) * shareOf(b, part))));
  const rarest = Math.sqrt(rarestOf(shared));
  const cosine = weigh(shared) / Math.sqrt(weigh(a.parts) * weigh(b.parts) || 1);
  return {
    rarest,
    value: rarestOf(shared.filter((part) => a.values.has(part) || b.values.has(part))),
    shared: rarest * Math.sqrt(cosine),
    overlap: overlapOf(a.gist, b.gist),
    twoThings: areApart(a, b) ? 1 : 0,
  };
}

/** They share a word that neither turns down alone; and of what they name or count, where both do. */
function mayAgree(a: Told, b: Told): boolean {
  const shared = [...a.parts].filter((part) => b.parts.has(part));
  const isNamed = shared.some((part) => a.values.has(part) || b.values.has(part));
  const mustName = a.values.size > 0 && b.values.size > 0;
  return (isNamed || !mustName) && shared.some((part) => a.down.has(part) === b.down.has(part));
}

/** Two themes held against each other. */
export interface Held {
  readonly alike: Alike;
  /** Where one seems to want what the other turns down, they may say the same all the same. */
  readonly mayAgree: boolean;
}

/**
 * Pure. `passed`: those that are held against one another; `all`: every theme of the night, to know what is rare;
 * `ordinary`: how often each word stood in talk that is no rule. Null where two share nothing.
 */
export function createAlike(
  passed: readonly Saying[],
  all: readonly Saying[],
  ordinary: Readonly<Record<string, number>>,
): (a: Saying, b: Saying) => Held | null {
  const read = new Map(passed.map((theme) => [theme.id, readTheme(theme)]));
  const rarity = createRarity(all, read, ordinary);
  return (a, b) => {
    const [ofA, ofB] = [read.get(a.id), read.get(b.id)];
    const alike = ofA && ofB ? alikeOf(ofA, ofB, rarity) : null;
    return ofA && ofB && alike ? { alike, mayAgree: mayAgree(ofA, ofB) } : null;
  };
}

// A rule that is not told is a greater loss than one that is told twice.
export const oddsMin = 1;
// A night that lets more through has no eye for shades: each of their sayings would be read.
const passedMax = 400;

// "Prices have a comma" and "never a full stop in prices" are one rule, told by what it wants and by what it turns down.
// Where something changed, what is turned down is what held before.
const againstOddsMin = 1.8;

/**
 * As `createAlike`; answers whether two are one rule. `areAgainst`: by their words one wants what the other turns down, or
 * they name different things.
 */
export function createToldTwice(
  passed: readonly Saying[],
  all: readonly Saying[],
  ordinary: Readonly<Record<string, number>>,
): (a: Saying, b: Saying, areAgainst: boolean) => boolean {
  if (passed.length > passedMax) return () => false;
  const hold = createAlike(passed, all, ordinary);
  return (a, b, areAgainst) => {
    const held = hold(a, b);
    if (held === null) return false;
    const odds = oddsOf(held.alike, weights);
    if (areAgainst)
      return odds >= againstOddsMin && held.mayAgree && !a.announcesChange && !b.announcesChange;
    return odds + (a.announcesChange === b.announcesChange ? 0 : oneChanges) >= oddsMin;
  };
}
