// How surely two themes of one night are one rule, told in other words. Weighed over all their sayings, by what they share
// that hardly anything else of the night holds and nobody says in ordinary talk.
import type { Theme } from '../../../shared/dream.ts';
import { areMixed, languageOf } from '../language/language.ts';
import { areTwoThings } from '../language/two-things.ts';
import { hanPairsOf, partsOfWord } from '../language/word-parts.ts';
import { readSentence } from '../language/words.ts';
import { gistOf, overlapOf, type Gist } from './sameness.ts';

/** What is weighed, each from 0 to 1. */
export interface Alike {
  /** The rarest that both share and name, count or date: how rare it is, and in how many sayings it stands. */
  readonly value: number;
  /** How much of both is shared (cosine), by the rarest that is. */
  readonly shared: number;
  /** The rarest that both turn down, by the rarest that both share. */
  readonly turnedDown: number;
  /** The shared words of the two wordings, as a share of the shorter one. */
  readonly overlap: number;
  /** 1: one language; .5: two that people mix in one breath. */
  readonly language: number;
  /** 1: one says that something changed, the other does not. */
  readonly oneChanges: number;
  /** 1: each has a word of its own that all its sayings hold and none of the other's. */
  readonly twoThings: number;
}

// Fitted by scripts/train-told-twice.ts, which says on what; log odds for each whole step of what is weighed.
const weights: Alike & { readonly bias: number } = {
  value: 2.8,
  shared: 9.81,
  turnedDown: 9.25,
  overlap: 2.52,
  language: 1.43,
  oneChanges: -1.21,
  twoThings: -1.95,
  bias: -3.86,
};

/** Log odds that both are one rule; above 0 it is likelier than not. */
export const oddsOf = (alike: Alike): number =>
  weights.bias +
  weights.value * alike.value +
  weights.shared * alike.shared +
  weights.turnedDown * alike.turnedDown +
  weights.overlap * alike.overlap +
  weights.language * alike.language +
  weights.oneChanges * alike.oneChanges +
  weights.twoThings * alike.twoThings;

// What a theme says, its first sayings say.
const sayingsMax = 24;
const gistsMax = 8;

interface Told {
  readonly theme: Theme;
  readonly gist: Gist;
  readonly gists: readonly Gist[];
  readonly sayings: readonly ReadonlySet<string>[];
  /** Parts of all words of all sayings. */
  readonly parts: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  /** Turned down and never affirmed. */
  readonly down: readonly string[];
}

const distinctQuotes = ({ evidence }: Theme): readonly string[] => [
  ...new Set(evidence.map(({ quote }) => quote)),
];

function readTheme(theme: Theme): Told {
  const quotes = distinctQuotes(theme);
  const texts = [...new Set([theme.text, ...quotes])].slice(0, sayingsMax);
  const [values, affirmed, negated] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const sayings = texts.map((text) => {
    const { terms } = readSentence(text, languageOf(theme.language));
    const parts = new Set(hanPairsOf(text));
    for (const { stem, kind, negated: isDown } of terms)
      for (const part of partsOfWord(stem)) {
        parts.add(part);
        (isDown ? negated : affirmed).add(part);
        if (kind !== 'word') values.add(part);
      }
    return parts;
  });
  return {
    theme,
    gist: gistOf(theme.text, theme.language),
    gists: quotes.slice(-gistsMax).map((quote) => gistOf(quote, theme.language)),
    sayings,
    parts: new Set(sayings.flatMap((parts) => [...parts])),
    values,
    down: [...negated].filter((part) => !affirmed.has(part)),
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
  all: readonly Theme[],
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

const inLanguage = (a: string, b: string): number => (a === b ? 1 : areMixed(a, b) ? 0.5 : 0);

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
  const told = (part: string): number =>
    Math.sqrt(rarity(part) * Math.sqrt(shareOf(a, part) * shareOf(b, part)));
  const rarestOf = (parts: readonly string[]): number => Math.max(0, ...parts.map(told));
  const rarest = rarestOf(shared);
  const down = a.down.filter((part) => b.down.includes(part));
  return {
    value: rarestOf(shared.filter((part) => a.values.has(part) || b.values.has(part))) ** 2,
    shared: rarest * Math.sqrt(weigh(shared) / Math.sqrt(weigh(a.parts) * weigh(b.parts) || 1)),
    turnedDown: rarest * Math.max(0, ...down.map(rarity)),
    overlap: overlapOf(a.gist, b.gist),
    language: inLanguage(a.theme.language, b.theme.language),
    oneChanges: a.theme.announcesChange === b.theme.announcesChange ? 0 : 1,
    twoThings: areApart(a, b) ? 1 : 0,
  };
}

/**
 * Pure. `passed`: those that are held against one another; `all`: every theme of the night, to know what is rare;
 * `ordinary`: how often each word stood in talk that is no rule. Null where two share nothing.
 */
export function createAlike(
  passed: readonly Theme[],
  all: readonly Theme[],
  ordinary: Readonly<Record<string, number>>,
): (a: Theme, b: Theme) => Alike | null {
  const read = new Map(passed.map((theme) => [theme.id, readTheme(theme)]));
  const rarity = createRarity(all, read, ordinary);
  return (a, b) => {
    const [ofA, ofB] = [read.get(a.id), read.get(b.id)];
    return ofA && ofB ? alikeOf(ofA, ofB, rarity) : null;
  };
}

// A rule that is not told is a greater loss than one that is told twice.
const oddsMin = 0.5;
// A night that lets more through has no eye for shades: each of their sayings would be read.
const passedMax = 400;

/** As `createAlike`; answers whether two are one rule. */
export function createToldTwice(
  passed: readonly Theme[],
  all: readonly Theme[],
  ordinary: Readonly<Record<string, number>>,
): (a: Theme, b: Theme) => boolean {
  if (passed.length > passedMax) return () => false;
  const alikeTo = createAlike(passed, all, ordinary);
  return (a, b) => {
    const alike = alikeTo(a, b);
    return alike !== null && oddsOf(alike) >= oddsMin;
  };
}
