import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '../language.ts';
import { readSentence } from '../words.ts';
import { featuresMax, featuresOf } from './features.ts';
import { judge } from './judge.ts';

const lasts = (text: string, code = 'en'): number => judge(text, readSentence(text, languageOf(code)));

describe('the judge', () => {
  // none of these sentences stands among its examples
  it.each<readonly [string, string, string]>([
    [
      'en',
      'Purchase orders carry the cost centre in the subject line.',
      'Move the second picture a bit to the right.',
    ],
    ['en', 'Mondays are reserved for inventory at our place.', 'I burnt my tongue on that soup.'],
    [
      'de',
      'Angebote gehen bei uns nur mit Unterschrift von Frau Brandt raus.',
      'Mach die dritte Spalte etwas breiter.',
    ],
    ['fr', 'Chez nous les devis se comptent toujours hors taxes.', 'Tu peux raccourcir la deuxième phrase ?'],
    ['zh', '所有报价单一律用人民币，不写美元。', '把第二张图往左边移一点。'],
  ])('in %s holds a rule for likelier to last than talk', (code, rule, talk) => {
    expect(lasts(rule, code)).toBeGreaterThan(0.5);
    expect(lasts(talk, code)).toBeLessThan(0.5);
  });

  it('gives the same likelihood each time, between 0 and 1, for any text in any language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages.keys()), fc.string({ maxLength: 300 }), (code, text) => {
        const once = lasts(text, code);
        expect(once).toBeGreaterThanOrEqual(0);
        expect(once).toBeLessThanOrEqual(1);
        expect(lasts(text, code)).toBe(once);
      }),
    );
  });
});

describe('what it sees', () => {
  it('are distinct places of the table, in order', () => {
    const features = featuresOf(
      'Use pnpm, never npm.',
      readSentence('Use pnpm, never npm.', languageOf('en')),
    );
    expect(new Set(features).size).toBe(features.length);
    expect([...features].sort((a, b) => a - b)).toEqual(features);
    expect(features.every((index) => index >= 0 && index < featuresMax)).toBe(true);
  });

  it('is the same sentence with another number or name in it', () => {
    const of = (text: string): readonly number[] => featuresOf(text, readSentence(text, languageOf('en')));
    expect(of('Send 12 letters to Miller now.')).toEqual(of('Send 35 letters to Baker now.'));
  });
});
