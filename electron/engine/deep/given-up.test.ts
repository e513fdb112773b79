import { describe, expect, it } from 'vitest';
import { givenUpIn, givenUpOf } from './given-up.ts';
import { gistOf } from './sameness.ts';

const givenUp = (language: string, line: string, said: readonly string[]): string | null =>
  givenUpOf(gistOf(line, language), givenUpIn(said.map((text) => gistOf(text, language))));

describe('what a theme’s sayings leave behind, taken together', () => {
  it('is a name that one of them turns down, though another shares the word with the line', () => {
    const said = [
      'Frau Osterloh geht in Rente, die Steuer macht ab jetzt die Kanzlei Brink.',
      'Die Belege bitte an Kanzlei Brink, nicht mehr an Frau Osterloh.',
    ];
    expect(givenUp('de', 'Steuerkram geht an Frau Osterloh.', said)).toBe('osterloh');
    expect(givenUp('de', 'Die Katze kennt nur Frau Osterloh.', said)).toBeNull();
  });

  it('is the one of two numbers that nobody says again', () => {
    const said = ['The reorder point is 9 days now, the 15 was for summer.', 'Use 9 days for the reorder.'];
    expect(givenUp('en', 'Reorder when less than 15 days of stock are left.', said)).toBe('15');
    expect(givenUp('en', 'Reorder when less than 9 days of stock are left.', said)).toBeNull();
  });

  it('is no word that is a name of nothing', () => {
    const said = [
      'Gethin has left the hall, walls are approved by Lea now.',
      'Walls go to Lea, Gethin left the hall.',
    ];
    expect(givenUp('en', 'Wall planner for three climbing halls.', said)).toBeNull();
  });

  it('is nothing that is wanted again after it was turned down', () => {
    const said = ['The bills no longer go to Ann.', 'Ann is back, the bills go to Ann again.'];
    expect(givenUp('en', 'Bills go to Ann.', said)).toBeNull();
  });
});
