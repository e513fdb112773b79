import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { namesSubject, readSentence, stemsOf, valuesOf } from './words.ts';

const polarity = (text: string, code: string): { readonly up: string; readonly down: string } => {
  const { terms } = readSentence(text, languageOf(code));
  return {
    up: stemsOf(terms.filter((term) => !term.negated)).join(' '),
    down: stemsOf(terms.filter((term) => term.negated)).join(' '),
  };
};

describe('what a sentence turns down', () => {
  it.each<readonly [string, string, string, string]>([
    ['en', 'Use pnpm instead of npm.', 'pnpm', 'npm'],
    ['en', 'Use pnpm, not npm.', 'pnpm', 'npm'],
    ['en', 'We no longer use Heroku but Railway.', 'railway', 'heroku'],
    ['en', 'Heroku no longer, now Railway.', 'railway', 'heroku'],
    ['en', 'Never use npm.', '', 'npm'],
    ['en', "Don't use npm, use pnpm.", 'pnpm', 'npm'],
    ['en', 'Heroku is gone.', '', 'heroku'],
    ['en', 'We moved from Heroku to Railway.', 'railway', 'heroku'],
    ['en', 'Tabs rather than spaces.', 'tab', 'space'],
    ['de', 'Nimm pnpm statt npm.', 'pnpm', 'npm'],
    ['zh', '不要用npm，用pnpm', 'pnpm', 'npm'],
    ['zh', '不要用 npm。', '', 'npm'],
    ['zh', '用pnpm，而不是npm', 'pnpm', 'npm'],
  ])('%s: %s', (code, text, up, down) => {
    const found = polarity(text, code);
    for (const word of up.split(' ').filter(Boolean)) expect(found.up.split(' ')).toContain(word);
    for (const word of down.split(' ').filter(Boolean)) expect(found.down.split(' ')).toContain(word);
    for (const word of down.split(' ').filter(Boolean)) expect(found.up.split(' ')).not.toContain(word);
  });
});

describe('the values of a sentence', () => {
  const valuesIn = (text: string, code = 'en'): readonly string[] =>
    valuesOf(readSentence(text, languageOf(code)).terms).map((v) => `${v.kind} ${v.word}`);

  it('are names, numbers and times', () => {
    expect(valuesIn('We deploy to Fly.io on Thursday with Node 24.')).toEqual(
      expect.arrayContaining(['name fly.io', 'time thursday', 'number 24', 'name node']),
    );
  });

  it('are no plain words, not even at the beginning', () => {
    expect(valuesIn('Tests come first.')).toEqual([]);
    expect(valuesIn('No, Tests come first.')).toEqual([]);
  });

  it('are no nouns of German', () => {
    expect(valuesIn('Der Bericht geht an die Leitung.', 'de')).toEqual([]);
  });

  it('are number words from three on', () => {
    expect(valuesIn('Keep seven backups.')).toEqual(['number 7']);
    expect(valuesIn('This one is good.')).toEqual([]);
  });

  it('are turned down or not; what stands on both sides is not', () => {
    const { terms } = readSentence(
      'Use Postgres, not Oracle; Oracle is slow, so no Postgres 12.',
      languageOf('en'),
    );
    const polarities = Object.fromEntries(valuesOf(terms).map((v) => [v.word, v.polarity]));
    expect(polarities['12']).toBe('negated');
    expect(Object.values(polarities)).toContain('affirmed');
  });

  it('name no subject where there are only numbers and paths', () => {
    const names = (text: string): boolean => namesSubject(readSentence(text, languageOf('en')).terms);
    expect(names('12 and 13')).toBe(false);
    expect(names('src/api/x.ts')).toBe(false);
    expect(names('the report')).toBe(true);
  });
});

describe('openers', () => {
  const behind = (text: string, code = 'en'): string => {
    const { tokens, openersEnd } = readSentence(text, languageOf(code));
    return text.slice(tokens[openersEnd]?.start ?? 0);
  };

  it.each<readonly [string, string, string]>([
    ['en', 'No, use pnpm.', 'use pnpm.'],
    ['en', 'ok so, again: use pnpm', 'use pnpm'],
    ['en', 'No emojis please.', 'No emojis please.'],
    ['en', 'Please.', 'Please.'],
    ['zh', '不对，用pnpm', '用pnpm'],
  ])('are passed over where they only open the talk: %s %s', (code, text, expected) => {
    expect(behind(text, code)).toBe(expected);
  });
});

describe('reading', () => {
  it('gives the same twice, and nothing for nothing', () => {
    const language = languageOf('en');
    const text = 'No, never deploy on Friday again.';
    expect(readSentence(text, language)).toEqual(readSentence(text, language));
    expect(readSentence('', language)).toMatchObject({ cues: [], terms: [], openersEnd: 0 });
  });

  it('takes English for a language that nobody knows', () => {
    expect(languageOf('tlh').lexicon.code).toBe('en');
  });
});
