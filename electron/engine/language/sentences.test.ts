import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from './language.ts';
import { sentencesOf } from './sentences.ts';

const said = (text: string, code = 'en'): readonly string[] =>
  sentencesOf(text, languageOf(code)).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'end at their marks',
      'Use pnpm. Never npm! Why? Because.',
      ['Use pnpm.', 'Never npm!', 'Why?', 'Because.'],
    ],
    [
      'do not end in a name or a number',
      'Deploy to Fly.io with Node 24.1 now.',
      ['Deploy to Fly.io with Node 24.1 now.'],
    ],
    [
      'do not end at an abbreviation',
      'Ask Dr. Lee, e.g. on Monday. Thanks.',
      ['Ask Dr. Lee, e.g. on Monday.', 'Thanks.'],
    ],
    [
      'do not end in code',
      'Run `git add ... && git commit`. Now.',
      ['Run `git add ... && git commit`.', 'Now.'],
    ],
    ['are none of a prompt', 'It is not there. ~/work  $ ln -s a b', ['It is not there.']],
    ['do not end at an initial', 'Ask J. Smith about it.', ['Ask J. Smith about it.']],
    ['end at "no." and not at "No. 5"', 'no. use tabs', ['no.', 'use tabs']],
    ['do not end at a number that is abbreviated', 'Use machine No. 5 only.', ['Use machine No. 5 only.']],
    [
      'take their closing marks along',
      'He said (no.) Then "go!" and left.',
      ['He said (no.)', 'Then "go!"', 'and left.'],
    ],
    ['end at a line end', 'first thing\nsecond thing', ['first thing', 'second thing']],
    [
      'lose the marks of a list',
      '- use tabs\n* no spaces\n2) run tests\n10. lint',
      ['use tabs', 'no spaces', 'run tests', 'lint'],
    ],
    ['are none where there is no word', '...\n---\n!?\n', []],
    ['may be parted by a semicolon', 'use tabs; never spaces', ['use tabs;', 'never spaces']],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('of Chinese end without a blank behind the mark', () => {
    expect(said('不要用npm。用pnpm！好吗？好', 'zh')).toEqual(['不要用npm。', '用pnpm！', '好吗？', '好']);
  });

  it('go on over a line that was only wrapped', () => {
    const text = `Every route of the API needs a test that calls it with a wrong token\nand one with none at all.`;
    const [only, ...more] = said(text);
    expect(more).toEqual([]);
    // to the letter, with the line end that stands there
    expect(only).toBe(text);
  });

  it('tell a question, whatever closes it', () => {
    const asks = (text: string, code = 'en'): readonly boolean[] =>
      sentencesOf(text, languageOf(code)).map((sentence) => sentence.asks);
    expect(asks('Is it? It is.')).toEqual([true, false]);
    expect(asks('(Is it?)')).toEqual([true]);
    expect(asks('好吗？', 'zh')).toEqual([true]);
  });

  it('count paragraphs', () => {
    const paragraphs = sentencesOf('One. Two.\nThree.\n\nFour.', languageOf('en')).map((s) => s.paragraph);
    expect(paragraphs).toEqual([0, 0, 0, 1]);
  });
});

describe('what is not the speaker’s own', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a fenced block', 'Look:\n```\nalways use tabs\n```\nFix it.', ['Look:', 'Fix it.']],
    ['a fenced block that never ends', 'Look:\n~~~ts\nalways use tabs', ['Look:']],
    ['quoted lines of a mail', '> always use tabs\nI disagree.', ['I disagree.']],
    ['a prompt and what it printed', '$ npm test\nIt fails.', ['It fails.']],
    ['a stack trace', 'It broke.\n    at run (/x/y.js:1:2)', ['It broke.']],
    ['a log', '2026-11-20T03:00:00Z ERROR always retry\nSee?', ['See?']],
    ['a table', '| always | never |\nThat one.', ['That one.']],
    ['a heading', '# Rules\nUse tabs.', ['Use tabs.']],
    [
      'what is indented below a colon',
      'It prints:\n    you must always log in\nWhy so.',
      ['It prints:', 'Why so.'],
    ],
    [
      'all of what is indented below a colon',
      'It says:\n  one is wrong\n\n  two is wrong\nWhy so.',
      ['It says:', 'Why so.'],
    ],
    ['a line of code', 'for (let i = 0; i < n; i++) { x[i] = y[i] }\nFix that.', ['Fix that.']],
    [
      'a sentence with a long quotation',
      'She wrote "you must always use tabs here". Use spaces.',
      ['Use spaces.'],
    ],
    ['a long quotation with low marks', 'Er schrieb „man muss immer Tabs nehmen“. Nimm das.', ['Nimm das.']],
    ['a long French quotation', 'Il dit « il faut toujours des tabulations ». Non.', ['Non.']],
  ])('is left out: %s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('is left out in Chinese too, and a short name in quotation marks is kept', () => {
    expect(said('文档里写「所有的接口都必须有测试」。改一下。', 'zh')).toEqual(['改一下。']);
    expect(said('叫“用户”，不叫“会员”。', 'zh')).toEqual(['叫“用户”，不叫“会员”。']);
    expect(said('Write "licence", not "license".')).toEqual(['Write "licence", not "license".']);
  });

  it('is a whole document that was handed over, from its first heading on', () => {
    const page = `Please read this.\n# Guide\n${'You must always wash your hands before you come in.\n'.repeat(40)}`;
    expect(said(page)).toEqual(['Please read this.']);
  });
});

describe('the place of a sentence', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Use pnpm.',
      'no. 5 ',
      '\n',
      '\n\n',
      '- ',
      '> quoted\n',
      '```\n',
      '“a b c d e”',
      '"x"',
      '    deep\n',
      'it says:\n',
      '用它。',
      '\u0000\u0000',
      '；',
      '?)',
      '😀',
      'a word that is long enough for a line to be wrapped in its middle and\nso on',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );

  it('holds its words to the letter, and no two overlap', () => {
    const codes = [...languages.keys()];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(...codes), (pieces, code) => {
        const text = pieces.join('');
        let end = 0;
        for (const sentence of sentencesOf(text, languageOf(code))) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text.trim()).toBe(sentence.text);
          expect(sentence.text).not.toContain('\u0000');
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          ({ end } = sentence);
        }
      }),
      { numRuns: 300 },
    );
  });

  // The longest message that is kept has 262,144 characters; far above what reading one should take.
  const pauseMaxMs = 5_000;

  it.runIf(process.env['LONG'] === '1')('is found at once in a line of 262,144 characters', () => {
    const startedAt = performance.now();
    sentencesOf('x'.repeat(262_144), languageOf('en'));
    sentencesOf('“'.repeat(262_144), languageOf('en'));
    expect(performance.now() - startedAt).toBeLessThan(pauseMaxMs);
  });

  it('takes a semicolon for a question mark in Greek alone', () => {
    const asks = (text: string, code: string): readonly boolean[] =>
      sentencesOf(text, languageOf(code)).map((sentence) => sentence.asks);
    expect(asks('Πότε φεύγει; Στείλε το.', 'el')).toEqual([true, false]);
    expect(asks('It leaves; send it.', 'en')).toEqual([false, false]);
  });
});
