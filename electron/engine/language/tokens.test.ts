import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCase, segmentsOf, tokensOf } from './tokens.ts';

const words = (text: string): readonly string[] =>
  tokensOf(text)
    .filter((token) => token.isWord)
    .map((token) => token.text);
const chineseWords = (text: string): readonly string[] =>
  segmentsOf(text, 'zh')
    .filter((token) => token.isWord)
    .map((token) => token.text);

describe('a name in Latin letters', () => {
  it.each<readonly [string, string, string]>([
    ['zh', '把src/dts/npu.dtsi里重复的代码合并', 'src/dts/npu.dtsi'],
    ['ja', 'まだ notes/ep41.md は触らないで', 'notes/ep41.md'],
    ['th', 'ลบไฟล์ notes/ep41.md ด้วย', 'notes/ep41.md'],
  ])('stays one word in %s', (code, text, name) => {
    expect(segmentsOf(text, code).map((token) => token.raw)).toContain(name);
  });

  it('is of a file also where its first half is Hangul', () => {
    expect(words('할일.md 말고')).toEqual(['할일.md', '말고']);
  });
});

describe('words', () => {
  it.each<readonly [string, readonly string[]]>([
    ['src/api/x.ts is the file', ['src/api/x.ts', 'is', 'the', 'file']],
    ['a\\b\\c.txt', ['a\\b\\c.txt']],
    ['Node 24.1.0, please.', ['node', '24.1.0', 'please']],
    ['v2.3.', ['v2.3']],
    ['Fly.io and Node.js', ['fly.io', 'and', 'node.js']],
    ['at 16:00 on 2026-11-20', ['at', '16:00', 'on', '2026', '11', '20']],
    ['mail ana@example.org', ['mail', 'ana@example.org']],
    ['C++ and C#', ['c', 'and', 'c']],
    ["don't, don’t", ["don't", "don't"]],
    ['snake_case kebab-case', ['snake_case', 'kebab', 'case']],
    ['ＡＢＣ１２', ['abc12']],
    ['Größe', ['größe']],
    ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया']],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('of Chinese keep a date or an hour whole', () => {
    expect(chineseWords('3月15日上线')).toContain('3月15日');
    expect(chineseWords('会议13点开始')).toContain('13点');
    expect(chineseWords('从2时30分到5点')).toEqual(expect.arrayContaining(['2时30分', '5点']));
    expect(chineseWords('用pnpm，不要用npm')).toEqual(expect.arrayContaining(['pnpm', 'npm']));
  });

  it('stand at their places, in order, none over another', () => {
    const check = (text: string, tokens: ReturnType<typeof tokensOf>): void => {
      let end = 0;
      for (const token of tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.raw);
        expect(token.text).toBe(plainCase(token.raw));
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        ({ end } = token);
      }
      // nothing but blanks is left out
      expect(tokens.map((t) => t.raw).join('')).toBe(text.replace(/\s+/gu, ''));
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        check(text, tokensOf(text));
      }),
    );
  });

  it('of a script without spaces stand at their places too', () => {
    const signs = fc.constantFrom(...'用不要的3月15日，。pnpm 2时30分 AbカなЖ😀'.split(''), '\n');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), (text) => {
        for (const token of segmentsOf(text, 'zh'))
          expect(text.slice(token.start, token.end)).toBe(token.raw);
      }),
    );
  });
});
