import { describe, expect, it } from 'vitest';
import { mindReceipt } from '../fixtures/model.ts';
import { createFormats } from '../words/formats.ts';
import { createSay } from '../words/words.ts';
import { answerWords, mindFigures, mindState, readingWords } from './mind-words.ts';

const say = createSay('en', 'en-GB');
const formats = createFormats('en-GB', 'UTC');

describe('what a model’s help came to', () => {
  it('is told in decisions and in money', () => {
    const mind = { ...mindReceipt, usd: 0.04, usdPerInsight: 0.01333 };
    expect(mindFigures(mind, say, formats)).toEqual([
      '3 of 41 decisions changed',
      '$0.04',
      '$0.01 a change',
      '9 calls',
      '2 retries',
      '12 answered before, free',
    ]);
  });

  it('says nothing of money where nothing was asked', () => {
    const none = { asked: 0, changed: 0, known: 0 };
    const mind = { ...mindReceipt, decisions: none, calls: 0, retries: 0, usd: 0, usdPerInsight: null };
    expect(mindFigures(mind, say, formats)).toEqual([]);
    expect(mindState(mind, say)).toContain('Nothing to ask');
  });

  it('names the limit or the fault that ended it', () => {
    expect(mindState({ ...mindReceipt, state: 'budget', cap: 'usd-night' }, say)).toContain('money a night');
    expect(mindState({ ...mindReceipt, state: 'stopped', fault: 'key-invalid' }, say)).toContain(
      'key refused',
    );
  });

  it('tells what readers of whole sessions found, and leaves out what is nothing', () => {
    const reading = {
      sessions: 41,
      pieces: 52,
      known: 6,
      read: 46,
      left: 0,
      findings: 9,
      knownToEngine: 4,
      themes: 1,
    };
    expect(readingWords(reading, say)).toEqual([
      'Read 46 of 52 pieces',
      '6 read before, free',
      '9 findings proved by a quote, 4 known to the engine',
      '1 candidate',
    ]);
  });

  it('knows its answers, with their wording, and shows others as they are', () => {
    expect(answerWords('keep-both', say)).toBe('keep both');
    expect(answerWords('keep: “Use pnpm.”', say)).toBe('keep “Use pnpm.”');
    expect(answerWords('sing: “la”', say)).toBe('sing: “la”');
  });
});
