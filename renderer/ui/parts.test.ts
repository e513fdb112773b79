// The pure halves of parts that draw.
import { describe, expect, it } from 'vitest';
import { weights as enginesWeights } from '../../electron/engine/deep/score.ts';
import { isWoven, wordParts } from './DiffView.tsx';
import { fileDiffLines } from './FileDiff.tsx';
import { cutAtMarks, marksOf } from './PlainText.tsx';
import { weights } from './ScoreBars.tsx';
import { languageOfText } from './text-language.ts';

describe('the score', () => {
  it('is shown with the weights that the engine uses', () => {
    expect(weights).toEqual(enginesWeights);
  });
});

describe('a difference', () => {
  it('is told word by word and gives both texts back', () => {
    const [before, after] = ['Use npm for installs.', 'Use pnpm for installs.'];
    const parts = wordParts(before, after);
    expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'npm' },
      { kind: 'added', text: 'pnpm' },
    ]);
    const without = (kind: string): string =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  });

  it('is cut between words in Chinese as well', () => {
    expect(
      wordParts('使用 npm 安装', '使用 pnpm 安装').some(
        ({ kind, text }) => kind === 'same' && text.includes('安装'),
      ),
    ).toBe(true);
  });

  it('is woven only where the lines have enough in common', () => {
    expect(isWoven(wordParts('Use npm for installs.', 'Use pnpm for installs.'))).toBe(true);
    expect(isWoven(wordParts('Deploy on Thursdays.', 'Shop totals are rounded half up'))).toBe(false);
  });

  it('of files is read line by line', () => {
    const kinds = fileDiffLines('--- a\n+++ a\n@@ -1 +1 @@\n same\n-old\n+new').map(({ kind }) => kind);
    expect(kinds).toEqual(['file', 'hunk', 'same', 'removed', 'added']);
  });
});

describe('marks in a text', () => {
  it('cut it at their places, and marks that make no sense are left out', () => {
    const marks = [
      { start: 2, end: 4 },
      { start: 3, end: 5 },
      { start: 9, end: 99 },
    ];
    expect(cutAtMarks('abcdefgh', marks)).toEqual([
      { text: 'ab', isMarked: false },
      { text: 'cd', isMarked: true },
      { text: 'efgh', isMarked: false },
    ]);
  });
});

describe('words looked for', () => {
  it('are marked in large and small letters, each by itself, and nowhere where letters change their length', () => {
    expect(marksOf('Pnpm, pnpm.', ' PNPM ')).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 10 },
    ]);
    for (const [text, words] of [
      ['pnpm', ''],
      ['pnpm', 'yarn'],
      ['İpnpm', 'pnpm'],
    ] as const)
      expect(marksOf(text, words)).toEqual([]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['用 pnpm 安装。', 'zh-CN'],
    ['pnpm を使ってください', 'ja'],
    ['pnpm을 쓰세요', 'ko'],
    ['Use pnpm for installs.', undefined],
    ['Straße und Brücke', undefined],
    ['The word 安 stands in an English sentence.', undefined],
    ['', undefined],
  ])('of “%s” is told by its letters, or not at all', (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });
});
