import { describe, expect, it } from 'vitest';
import { languages, languageOf } from './language.ts';
import { sameWords } from './same-words/index.ts';
import { plainCase } from './tokens.ts';
import { readSentence, stemsOf } from './words.ts';

const stems = (text: string, code = 'en'): readonly string[] =>
  stemsOf(readSentence(text, languageOf(code)).terms);

describe('words for one thing', () => {
  it('are read as one, whichever of them somebody wrote', () => {
    expect(stems('notifications are written manually')).toEqual(stems('alerts are written by hand'));
  });
  it('are read as one in a language without spaces', () => {
    expect(stems('文書は敬体で書いてください。', 'ja')).toEqual(
      stems('文書は「です・ます」で書いてください。', 'ja'),
    );
  });
  it('are told as one where the way to say it is several words', () => {
    const { terms } = readSentence('Edit the state file by hand.', languageOf('en'));
    expect(terms.map(({ raw }) => raw)).toEqual(['Edit', 'state', 'file', 'by hand']);
  });
  it('turn nothing down by a "no" that is a part of them', () => {
    const { terms } = readSentence('No more than 30 crates a pallet.', languageOf('en'));
    expect(terms.filter(({ negated }) => negated)).toEqual([]);
    expect(stems('At most 30 crates a pallet.')).toEqual(stemsOf(terms));
  });
  it('leave other words as they are', () => {
    expect(stems('the dough rests over night')).not.toEqual(stems('the bread rests over night'));
  });
});

describe.each(Object.entries(sameWords))('the groups of %s', (code, groups) => {
  it('hold two words at least, each in lower case', () => {
    for (const [meaning, words] of Object.entries(groups)) {
      expect(words.length, meaning).toBeGreaterThan(1);
      for (const word of words) expect(word, meaning).toBe(plainCase(word));
    }
  });
  it('hold each word once', () => {
    const language = languageOf(code === 'any' ? 'en' : code);
    const known = new Map<string, string>();
    for (const [meaning, words] of Object.entries(groups)) {
      const own = new Set(words.map((word) => (/[\s*-]/u.test(word) ? word : language.stem(word))));
      for (const word of own) {
        expect(known.get(word), `"${word}" of "${meaning}"`).toBeUndefined();
        known.set(word, meaning);
      }
    }
  });
  it('belong to a language there is', () => {
    expect(code === 'any' || languages.has(code)).toBe(true);
  });
});
