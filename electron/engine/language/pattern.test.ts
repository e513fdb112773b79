import { describe, expect, it } from 'vitest';
import { createMatcher, type Found } from './pattern.ts';
import { segmentsOf, tokensOf } from './tokens.ts';

/** The parts of the text that one pattern finds, in a script with spaces. A sentence begins at its first word. */
function inWords(pattern: string, text: string, starts: readonly number[] = [0]): readonly string[] {
  const found = createMatcher({ it: [pattern] }, true).find({ text, tokens: tokensOf(text), starts });
  return partsOf(text, found);
}

function inSigns(pattern: string, text: string): readonly string[] {
  const tokens = segmentsOf(text, 'zh');
  return partsOf(text, createMatcher({ it: [pattern] }, false).find({ text, tokens, starts: [0] }));
}

const partsOf = (text: string, found: readonly Found<string>[]): readonly string[] =>
  found.map(({ start, end }) => text.slice(start, end));

describe('a pattern in a script with spaces', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['you are @', 'Today you are Merlin, and you are right.', ['you are Merlin']],
    // plain words: in this order, whole, whatever their case
    ['no longer', 'It is No Longer true.', ['No Longer']],
    ['no longer', 'It is no much longer.', []],
    ['no longer', 'It is longer, no?', []],
    ['use', 'We used it, reuse it.', []],
    ["don't", 'Don’t do it.', ['Don’t']],
    // a beginning
    ['switch*', 'We switched; a switch; switchboard', ['switched', 'switch', 'switchboard']],
    ['switch*', 'We backswitch.', []],
    ['moved to*', 'We moved tonight.', ['moved tonight']],
    // up to four words between
    ['put ... back', 'I put it back.', ['put it back']],
    ['put ... back', 'I put back.', ['put back']],
    ['put ... back', 'I put one two three four back.', ['put one two three four back']],
    ['put ... back', 'I put one two three four five back.', []],
    // any word with a digit
    ['line #', 'See line 12, line twelve and line 3a.', ['line 12', 'line 3a']],
    ['# times', 'I said it 3 times.', ['3 times']],
    // the beginning and the end
    ['^add', 'Add a test.', ['Add']],
    ['^add', 'Please add a test.', []],
    ['ok$', 'Is that ok?!', ['ok']],
    ['ok$', 'ok then', []],
    ['^hm$', 'Hm…', ['Hm']],
    ['^hm$', 'Hm, well', []],
  ])('%j in %j finds %j', (pattern, text, expected) => {
    expect(inWords(pattern, text)).toEqual(expected);
  });

  it('may begin a sentence anew behind a word that only opens it', () => {
    expect(inWords('^add', 'no, add a test', [0, 2])).toEqual(['add']);
  });

  it('finds nothing where nothing is asked for', () => {
    expect(inWords('', 'anything')).toEqual([]);
    expect(inWords('^', 'anything')).toEqual([]);
    expect(inWords('*', 'anything')).toEqual([]);
    expect(inWords('word', '')).toEqual([]);
  });

  it('names the list and the pattern that were found', () => {
    const text = 'always use it';
    const matcher = createMatcher({ a: ['always', 'alw*'], b: ['use it'] }, true);
    expect(matcher.find({ text, tokens: tokensOf(text), starts: [0] })).toEqual([
      { name: 'a', pattern: 'always', start: 0, end: 6 },
      { name: 'a', pattern: 'alw*', start: 0, end: 6 },
      { name: 'b', pattern: 'use it', start: 7, end: 13 },
    ]);
  });
});

describe('a pattern in a script without spaces', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['不要', '请不要用它', ['不要']],
    ['^不对', '不对，用这个', ['不对']],
    ['^不对', '这不对', []],
    ['吗$', '可以吗？', ['吗']],
    ['吗$', '可以吗，谢谢', []],
    // up to eight signs between
    ['用...的口吻', '用海盗的口吻说', ['用海盗的口吻']],
    ['用…的口吻', '用海盗的口吻说', ['用海盗的口吻']],
    ['从...到', '从一二三四五六七八到', ['从一二三四五六七八到']],
    ['从...到', '从一二三四五六七八九到', []],
    // a star needs no end of a word
    ['改*', '改成', ['改']],
    ['npm', '不要用NPM了', ['NPM']],
    ['ทำไม', 'แล้วทำไมไม่ผ่าน', ['ทำไม']],
  ])('%j in %j finds %j', (pattern, text, expected) => {
    expect(inSigns(pattern, text)).toEqual(expected);
  });
});
