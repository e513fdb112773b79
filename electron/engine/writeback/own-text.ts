// Keeps memory from feeding on itself: what agents were given from memory, and what they say back of it, is no news.
// Plain values in and out, so that whoever reads transcripts can ask.
import { contentHash } from '../../../shared/ids.ts';

/** Every line that was ever served, as hashes, and the texts of the entries that are. */
export interface Served {
  readonly hashes: ReadonlySet<string>;
  readonly entries: readonly { readonly text: string }[];
}

const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words in lower case; of a script without spaces each letter. */
function wordsOf(text: string): readonly string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => (isWide.test(run) ? Array.from(run) : [run]));
}

/** The same for a line however it is marked up, so that a pasted list item is found again. */
export const servedLineHash = (text: string): string => contentHash('served', wordsOf(text).join(' '));

const blockInText = /<!--[ \t]*slowwave:begin\b[\s\S]*?(?:<!--[ \t]*slowwave:end\b[^>]*-->|$)/giu;

/** A text without our fenced blocks: an agent that prints its memory file prints them as well. */
export const withoutOwnBlocks = (text: string): string => text.replace(blockInText, '\n');

/** Letter for letter (but for case and marks) a line that memory gave out. Safe to ask of anyone's words. */
export const isServedLine = (line: string, served: Pick<Served, 'hashes'>): boolean =>
  served.hashes.has(servedLineHash(withoutOwnId(line)));

const withoutOwnId = (line: string): string => line.replace(/<!--.*?-->/gu, ' ').replace(/^\s*[-*+]\s/u, '');

// 0.8: in four of five places the words follow one another as in the entry. Order counts, or "use npm, not pnpm" would
// pass for its opposite.
const likeEnough = 0.8;
/** Fewer words say too little to be anybody's. */
const wordsMin = 3;

/**
 * Nothing in the text goes beyond what memory gave out: each sentence is a served line, or repeats an entry. For words
 * of agents, tools and files; what a person says again in their own words is news, so of theirs ask `isServedLine`.
 */
export function isOwnText(text: string, served: Served): boolean {
  const outside = withoutOwnBlocks(text);
  const sentences = outside
    .split(/\n+|(?<=[.!?])\s+|(?<=[。！？])/u)
    .filter((sentence) => wordsOf(sentence).length > 0);
  if (sentences.length === 0) return outside !== text;
  return sentences.every((sentence) => isServedLine(sentence, served) || repeatsEntry(sentence, served));
}

function repeatsEntry(sentence: string, { entries }: Served): boolean {
  const said = pairsOf(wordsOf(withoutOwnId(sentence)));
  if (said.size < wordsMin - 1) return false;
  return entries.some((entry) => {
    const known = pairsOf(wordsOf(entry.text));
    const shared = [...said].filter((pair) => known.has(pair)).length;
    return shared >= likeEnough * said.size;
  });
}

const pairsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`));
