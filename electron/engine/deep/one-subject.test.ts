import { describe, expect, it } from 'vitest';
import type { Theme } from '../../../shared/dream.ts';
import { madeUpVerdict } from '../proposal/testing/made-up-verdict.ts';
import { isSaidThroughout, speakOfOne, standsAgainst, type Told } from './one-subject.ts';
import { gistOf } from './sameness.ts';

const themeSaying = (...quotes: readonly string[]): Theme => {
  const { theme } = madeUpVerdict(quotes[0] ?? '');
  const [one] = theme.evidence;
  return {
    ...theme,
    language: 'en',
    evidence: one === undefined ? [] : quotes.map((quote) => ({ ...one, quote })),
  };
};
const told = (text: string, announcesChange = false): Told => ({
  gist: gistOf(text, 'en'),
  announcesChange,
  isPhrase: false,
});
const seldom = new Map<string, number>();

describe('a line that memory holds', () => {
  const sayings = ['Brew the chemex at 93 degrees.', 'A chemex wants 30 grams, at 93 degrees.'];
  const theme = themeSaying(...sayings);
  const gist = gistOf(theme.text, 'en');

  it('is known where the sayings of a theme hold all of its words', () => {
    const line = gistOf('Chemex: 30 grams at 93 degrees.', 'en');
    expect(isSaidThroughout(themeSaying('Brew it at 93 degrees.'), gist, line)).toBe(false);
    expect(isSaidThroughout({ ...theme }, gistOf(sayings.join(' '), 'en'), line)).toBe(true);
  });

  it.each<readonly [string, string]>([
    ['another number', 'Brew the chemex at 88 degrees.'],
    ['the opposite', 'Never brew the chemex at 93 degrees.'],
    ['a word that nobody said', 'Brew the espresso at 93 degrees with filtered water.'],
  ])('is not known where it says %s', (_, line) => {
    expect(isSaidThroughout(theme, gist, gistOf(line, 'en'))).toBe(false);
  });

  it('is known where it stands against the same older line with the same value', () => {
    const older = gistOf('A table may be booked up to 24 hours before the dinner.', 'en');
    const line = gistOf('Booking a table closes 48 hours before the dinner.', 'en');
    const said = gistOf('Guests book until 48 hours before, as of this spring.', 'en');
    expect(standsAgainst(said, line, older)).toBe(true);
    expect(standsAgainst(gistOf('Guests book until 12 hours before.', 'en'), line, older)).toBe(false);
    expect(standsAgainst(said, gistOf('The oven takes 48 loaves.', 'en'), older)).toBe(false);
  });
});

describe('two themes speak of one thing', () => {
  it.each<readonly [string, Told, Told]>([
    ['a flat ban holds in each place', told('Never use glitter.'), told('No glitter in the nursery corner.')],
    [
      'both announce one new name',
      told('The rota lives in Deputy from now on.', true),
      told('We put the shifts into Deputy now.', true),
    ],
    [
      'a seldom word and its value',
      told('Kiln 1 fires at 1240 degrees.'),
      told('The kiln goes to 1240, I checked.'),
    ],
  ])('where %s', (_, one, other) => {
    expect(speakOfOne(one, other, seldom)).toBe(true);
    expect(speakOfOne(other, one, seldom)).toBe(true);
  });

  it('is one where a word that is turned down stands against a word of the change', () => {
    const one = told('The bookings are not in Fleetly any more, please see Vanwise.', true);
    const other = told('Now all bookings moved to Vanwise.', true);
    expect(speakOfOne(one, other, seldom)).toBe(true);
  });

  it.each<readonly [string, Told, Told]>([
    ['a number and its unit', told('Breaks last 15 minutes.'), told('Sample the water each 15 minutes.')],
    ['another number', told('The kiln fires at 1240 degrees.'), told('The kiln fires at 1060 degrees.')],
    ['a ban, with another name instead', told('Never use glue, take Ponal.'), told('No glue, take Uhu.')],
    ['bans of two places', told('No flour near the mixer.'), told('Never take flour from the open sack.')],
  ])('not where they share no more than %s', (_, one, other) => {
    expect(speakOfOne(one, other, seldom)).toBe(false);
  });

  it('where a phrase is part of what was said in more ways, and never the other way round', () => {
    const phrase: Told = { ...told('The lanterns are a delight.'), isPhrase: true };
    const rule = told('We open the garden with lanterns.');
    expect(speakOfOne(phrase, rule, seldom)).toBe(true);
    expect(speakOfOne(rule, phrase, seldom)).toBe(false);
  });
});
