// Gists of which many are kept at once. Each set of ten words takes half a kilobyte, and each word is a copy of its own:
// of fifty thousand lines that is 60 MB, for words of which a few thousand are different.
import type { Value } from '../../../shared/dream.ts';
import type { Gist, Words } from './sameness.ts';

/** A handful of words is looked through as fast as it is looked up. */
class FewWords implements Words {
  readonly #words: readonly string[];

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get size(): number {
    return this.#words.length;
  }

  has(word: string): boolean {
    return this.#words.includes(word);
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.#words.values();
  }
}

const fewMax = 24;

/** Gives the same gists, which share what is equal in those that it has seen. */
export function createLightener(): (gist: Gist) => Gist {
  const known = new Map<string, string>();
  const shared = (word: string): string => {
    const first = known.get(word);
    if (first === undefined) known.set(word, word);
    return first ?? word;
  };
  const values = new Map<string, Value>();
  const sharedValue = (value: Value): Value => {
    // names come again; a number is mostly its line's alone
    if (value.kind === 'number') return value;
    const key = `${value.kind} ${value.polarity} ${value.word}`;
    const first = values.get(key) ?? { ...value, word: shared(value.word) };
    values.set(key, first);
    return first;
  };
  const few = (words: Words): Words => (words.size > fewMax ? words : new FewWords([...words].map(shared)));
  return (gist) => ({
    ...gist,
    terms: few(gist.terms),
    negated: gist.negated.size === 0 ? gist.negated : few(gist.negated),
    values: gist.values.length === 0 ? noValues : gist.values.map(sharedValue),
  });
}

const noValues: Gist['values'] = [];
