import { describe, expect, it } from 'vitest';
import { phrases, words } from './phrases.ts';

describe('a list of phrases', () => {
  it('is set apart by bars and lines', () => {
    expect(phrases('always|\n  every time|^all ... must\n')).toEqual([
      'always',
      'every time',
      '^all ... must',
    ]);
    expect(phrases('  \n|')).toEqual([]);
  });

  it.each<readonly [string, readonly string[]]>([
    // a keyboard without the letters
    ['på prøve', ['på prøve', 'paa proeve', 'pa prove']],
    // marks left out
    ['πάντα', ['πάντα', 'παντα']],
    ['đừng bao giờ', ['đừng bao giờ', 'dung bao gio']],
    // two codes for one letter
    ['și', ['și', 'si', 'şi']],
    ['کلید', ['کلید', 'كليد']],
    // the joiner typed as a space, or not at all
    ['می\u200cخوام', ['می\u200cخوام', 'مي\u200cخوام', 'می خوام', 'مي خوام', 'میخوام', 'ميخوام']],
    // marks that are letters of their own stay
    ['ทุกครั้ง', ['ทุกครั้ง']],
    ['תמיד', ['תמיד']],
  ])('gives %j as it is typed', (text, ways) => {
    expect(phrases(text)).toEqual(ways);
  });

  it('of words gives them in one line', () => {
    expect(words('på  og\nmed')).toBe('på paa pa og med');
  });
});
