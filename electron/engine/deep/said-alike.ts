// Two themes of one night that speak of one thing in other words: they share words that hardly another theme of the night
// has, and these are much of what both say. Likeness is over all their sayings: one wording seldom holds the word of another.
import type { Theme } from '../../../shared/dream.ts';
import { gistOf, type Words } from './sameness.ts';

// Of the pairs of themes that passed the gates on four opened banks, two seeds each, that spoke one language and stood
// against each other in nothing: of those this alike 25 were one rule and 2 were two; from .12 on 31 and 10.
const likenessMin = 0.15;
// A word that more themes hold is a trade's noun and nobody's own.
const themesPerWordMax = 3;
// And it is said in so many of the sayings of either: what one of eight sayings says besides is not the theme's.
const shareOfSayingsMin = 0.25;
// Among fewer themes every word is rare.
const themesMin = 40;
// A night that lets more through has no eye for shades: each of their sayings would be read.
const passedMax = 400;
// What a theme says, its first sayings say.
const sayingsMax = 24;

interface Said {
  readonly sayings: readonly Words[];
  /** Of its wording and of all sayings. */
  readonly words: ReadonlySet<string>;
}

function whatIsSaid(theme: Theme): Said {
  const quotes = [...new Set(theme.evidence.map(({ quote }) => quote))].slice(0, sayingsMax);
  const sayings = quotes.map((quote) => gistOf(quote, theme.language).terms);
  return { sayings, words: new Set([...theme.terms, ...sayings.flatMap((said) => [...said])]) };
}

const shareOf = ({ sayings }: Said, word: string): number =>
  sayings.filter((said) => said.has(word)).length / Math.max(1, sayings.length);

/**
 * Pure. `passed`: those that are held against one another; `all`: every theme of the night, to know which words are rare.
 * Answers for two themes of `passed`, in any order.
 */
export function createSaidAlike(
  passed: readonly Theme[],
  all: readonly Theme[],
): (a: Theme, b: Theme) => boolean {
  if (all.length < themesMin || passed.length > passedMax) return () => false;
  const said = new Map(passed.map((theme) => [theme.id, whatIsSaid(theme)]));
  const counts = new Map<string, number>();
  for (const { id, terms } of all)
    for (const word of said.get(id)?.words ?? terms) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.log(all.length + 1);
  /** 0 to 1, squared: 1 for a word of one theme. */
  const rarity = (word: string): number => (1 - Math.log(counts.get(word) ?? 1) / most) ** 2;
  const weigh = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + rarity(word), 0);
  return (a, b) => {
    const [ofA, ofB] = [said.get(a.id), said.get(b.id)];
    if (a.language !== b.language || !ofA || !ofB) return false;
    const shared = [...ofA.words].filter((word) => ofB.words.has(word));
    const isTelling = shared.some(
      (word) =>
        (counts.get(word) ?? 0) <= themesPerWordMax &&
        !/^\p{N}+$/u.test(word) &&
        [ofA, ofB].every((one) => shareOf(one, word) >= shareOfSayingsMin),
    );
    return isTelling && weigh(shared) >= likenessMin * Math.sqrt(weigh(ofA.words) * weigh(ofB.words));
  };
}
