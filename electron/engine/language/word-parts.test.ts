// Parts of words meet where a root, a number or a name is the same, and nowhere else.
import { describe, expect, it } from 'vitest';
import { hanPairsOf, partsOfWord } from './word-parts.ts';

const meet = (a: string, b: string): boolean => partsOfWord(a).some((part) => partsOfWord(b).includes(part));

describe('parts of words', () => {
  it.each([
    ['epsg:25832', '25832'],
    ['100k', '100'],
    ['mg/kg', 'mg'],
    ['decimalkomma', 'decimaltecken'],
    ['말풍선당', '말풍선은'],
    ['007', '7'],
  ])('of %s and %s meet', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ['montage', 'monday'],
    ['25832', '2583'],
    ['줄', '줄무늬'],
    ['的', '的'],
  ])('of %s and %s do not', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  it('are signs two by two, also across the cuts of a dictionary', () => {
    expect(hanPairsOf('结论先行，OK')).toEqual(['结论', '论先', '先行']);
  });
});
