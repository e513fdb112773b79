// Which of several wordings stands for all, and in how many ways a thing was said.
import type { Sighting } from './statement-forms.ts';
import type { TermWeights } from './statement-forms.ts';

/** Words with paths and numbers left open: they are what differs from day to day. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/\S*[\p{L}\p{N}_]+[./\\][\p{L}\p{N}_./\\-]+/gu, ' … ')
    .replace(/\p{N}+/gu, ' … ')
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const next = [0];
    for (const [j, other] of b.entries()) {
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

// Two sentences with this share of words in the same order are one wording with other names in it.
const sameFrameShare = 0.6;
const wordingsMax = 12;
// Said so often in one frame, and hardly ever otherwise: what differs is a stray that came along.
const sayingsForPhrase = 4;
const phraseShare = 0.8;

/**
 * How many frames there are among all that was said, repeats included: "use the second variant for X" with forty X is one
 * wording, also beside one odd sentence. At most 12 are counted.
 */
export function countWordings(texts: readonly string[]): number {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const frames: { readonly words: readonly string[]; count: number }[] = [];
  for (const [text, count] of [...times].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const words = wordsOf(text);
    const known = frames.find(
      (frame) =>
        commonLength(frame.words, words) >= sameFrameShare * Math.max(frame.words.length, words.length),
    );
    if (known) known.count += count;
    else if (frames.length < wordingsMax) frames.push({ words, count });
  }
  const most = Math.max(0, ...frames.map(({ count }) => count));
  const isPhrase = texts.length >= sayingsForPhrase && most >= phraseShare * texts.length;
  return isPhrase ? 1 : frames.length;
}

// Below this share of the sightings a word is a detail of one wording, not the subject.
const coreShare = 0.4;

/** The words that most of the distinct sayings share. */
export function coreTerms(sightings: readonly Sighting[]): ReadonlySet<string> {
  // one sentence said ten times is one saying: else a standing order about something else would be the subject
  const sayings = new Map(
    sightings.map(({ signal }) => [wordsOf(signal.quotes[0]?.text ?? signal.text).join(' '), signal]),
  );
  const counts = new Map<string, number>();
  for (const { terms } of sayings.values())
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= coreShare * sayings.size).map(([term]) => term));
}

const charsGoodMin = 18;
const charsGoodMax = 160;

// "Trailing comments once more…": whoever said it left the rest to be guessed.
const isUnfinished = /(?:…|\.{2,})$/u;

// Of two that are alike, the one that is written like a sentence.
const startsAsSentence = /^["'“«„(¿¡]?\p{Lu}/u;

/** How well one wording stands for all: it names the subject, is worded strongly, and leans on nothing around it. */
function fitness(
  { signal }: Sighting,
  core: ReadonlySet<string>,
  weights: TermWeights,
  holds: readonly string[],
): number {
  const total = [...core].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  const named = signal.terms
    .filter((term) => core.has(term))
    .reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  const has = (cue: string): number => (signal.cues.includes(cue) ? 1 : 0);
  const length = signal.text.length;
  const isGoodLength = length >= charsGoodMin && length <= charsGoodMax ? 0 : 0.3;
  const holdsIt =
    holds.length === 0 || holds.some((term) => signal.terms.includes(term) && !signal.negated.includes(term));
  return (
    (total > 0 ? named / total : 0) +
    0.35 * signal.strength +
    (holdsIt ? 0.5 : 0) -
    isGoodLength -
    (isUnfinished.test(signal.text) ? 0.25 : 0) +
    (startsAsSentence.test(signal.text) ? 0.01 : 0) -
    0.15 * has('again') -
    0.12 * has('wrong') -
    0.15 * has('pointing') -
    0.2 * has('self') -
    0.25 * has('repair')
  );
}

/** The sighting whose wording stands for all; among equals the newest. */
export function bestWording(
  sightings: readonly Sighting[],
  core: ReadonlySet<string>,
  weights: TermWeights,
  holds: readonly string[],
): Sighting {
  let best = sightings[0] as Sighting;
  let bestFitness = -Infinity;
  for (const sighting of sightings) {
    const value = fitness(sighting, core, weights, holds);
    if (value >= bestFitness - 1e-9) [best, bestFitness] = [sighting, Math.max(value, bestFitness)];
  }
  return best;
}
