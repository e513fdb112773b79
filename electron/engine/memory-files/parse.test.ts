import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoryFileEntry } from './memory-file.ts';
import { parseMemoryFile } from './parse.ts';

const texts = (content: string | Uint8Array): readonly string[] =>
  parseMemoryFile(content).map((entry) => entry.text);
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
const placeOf = (content: string, entry: MemoryFileEntry | undefined): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytesOf(content).subarray(entry?.startByte, entry?.endByte),
  );

describe('a memory file', () => {
  it('states what its list items and paragraphs say', () => {
    const file =
      '# Shop\n\nThe bike shop. Please read\nall of it first.\n\n- We run on **Node 22**.\n* [x] Use `zod` *always*\n1. Never edit src/gen\n   by hand.\n';
    expect(parseMemoryFile(file)).toMatchObject([
      { text: 'The bike shop. Please read all of it first.', heading: 'Shop', line: 3, shape: 'paragraph' },
      { text: 'We run on Node 22.', heading: 'Shop', line: 6, shape: 'item' },
      { text: 'Use `zod` always', line: 7 },
      { text: 'Never edit src/gen by hand.', line: 8 },
    ]);
  });

  it('leaves out headings, code, comments, pictures and imports', () => {
    const file = [
      '---\ntitle: x\n---',
      '# Head',
      '```sh\nnpm test\n```',
      '    indented code',
      '<!-- a comment -->',
      '![a picture](x.png)',
      '@docs/other.md',
      '[![badge](b.svg)](https://example.org)',
      '***',
      '- [ ]',
      'https://example.org/page',
      'Setext\n------',
    ];
    expect(texts(file.join('\n\n'))).toEqual([]);
  });

  it('gives a nested item its own place, and its parent as context', () => {
    const file = '- Tests\n  - run them first\n    - all of them\n- Docs\n\n  Keep them short.\n';
    const entries = parseMemoryFile(file);
    expect(entries.map((entry) => [entry.text, entry.context, placeOf(file, entry)])).toEqual([
      ['Tests', null, '- Tests'],
      ['run them first', 'Tests', '- run them first'],
      ['all of them', 'run them first', '- all of them'],
      ['Docs', null, '- Docs'],
      ['Keep them short.', 'Docs', 'Keep them short.'],
    ]);
  });

  it('takes a line with a colon in front of a list as what the list is about', () => {
    expect(parseMemoryFile('We always use:\n\n- tabs\n- zod\n')).toMatchObject([
      { text: 'tabs', context: 'We always use:' },
      { text: 'zod', context: 'We always use:' },
    ]);
  });

  it('reads a line of an index with the file that it names', () => {
    const file = '- [Prefers tabs](prefers-tabs.md) — asked for it twice\n';
    expect(parseMemoryFile(file)).toMatchObject([
      { text: 'Prefers tabs — asked for it twice', link: 'prefers-tabs.md' },
    ]);
  });

  it('reads the rows of a table', () => {
    const file = '| tool | use |\n|---|---|\n| **zod** | bodies |\n| vitest | tests |\n';
    const entries = parseMemoryFile(file);
    expect(entries.map((entry) => [entry.text, entry.line, placeOf(file, entry)])).toEqual([
      ['zod | bodies', 3, '| **zod** | bodies |'],
      ['vitest | tests', 4, '| vitest | tests |'],
    ]);
  });

  it('knows what Slowwave itself wrote', () => {
    const file = '- mine\n\n<!-- slowwave:begin id=1 -->\n- ours\n<!-- slowwave:end -->\n\n- mine again\n';
    expect(parseMemoryFile(file).map((entry) => [entry.text, entry.isOwn])).toEqual([
      ['mine', false],
      ['ours', true],
      ['mine again', false],
    ]);
  });

  it('is exact to the byte with a mark at its beginning, foreign line ends and no end of its last line', () => {
    const file = '\uFEFF# Küche\r\n\r\n- Übermorgen 🍞 backen  \r\n- 面包\r- ende';
    expect(parseMemoryFile(file).map((entry) => [entry.text, entry.line, placeOf(file, entry)])).toEqual([
      ['Übermorgen 🍞 backen', 3, '- Übermorgen 🍞 backen'],
      ['面包', 4, '- 面包'],
      ['ende', 5, '- ende'],
    ]);
  });

  it('keeps its places where bytes are no UTF-8', () => {
    const bytes = new Uint8Array([...bytesOf('- a\n- '), 0xff, 0xc3, ...bytesOf(' x\n- b\n')]);
    const last = parseMemoryFile(bytes).at(-1);
    expect(last?.text).toBe('b');
    expect(new TextDecoder().decode(bytes.subarray(last?.startByte, last?.endByte))).toBe('- b');
  });
});

describe("a file of Claude's own memory", () => {
  const head = (type: string): string =>
    `---\nname: prefers-tabs\ndescription: "Sam wants tabs, not spaces"\n${type}\n---\n\nBody. More.\n`;

  it('is one fact, whole', () => {
    const file = head('type: feedback');
    expect(parseMemoryFile(file)).toEqual([
      {
        text: 'Sam wants tabs, not spaces',
        heading: 'prefers-tabs',
        context: null,
        link: null,
        startByte: 0,
        endByte: file.length,
        line: 1,
        shape: 'fact',
        isOwn: false,
        kindHint: 'preference',
      },
    ]);
    expect(parseMemoryFile(head('metadata:\n  type: project'))).toMatchObject([
      { shape: 'fact', kindHint: 'fact' },
    ]);
  });

  it('says its first sentence where nothing describes it', () => {
    expect(parseMemoryFile('---\nname: tabs\n---\n\nSam wants tabs. Really.\n', 'fact')).toMatchObject([
      { text: 'Sam wants tabs.', shape: 'fact' },
    ]);
  });

  it('is told from a rule or a skill, whose heads have names too', () => {
    expect(texts('---\nname: x\ndescription: y z\n---\n\n- a rule\n')).toEqual(['a rule']);
  });
});

describe('any file at all', () => {
  const line = fc.constantFrom(
    '- Ünï *bold* `code`',
    '  - nested __strong__ item',
    '1. first',
    '2) second',
    '> quoted words here',
    '# Head',
    'plain words 中文 🍞',
    '',
    '```',
    '~~~',
    '<!-- c',
    '-->',
    '| a | b |',
    '|---|---|',
    '- [T](f.md) — hook',
    '\tindented text',
    '- [ ] todo item',
    '---',
    '===',
    '* * *',
    '<!-- slowwave:begin -->',
    '<!-- slowwave:end -->',
    '- a  ',
    '   continued',
    '&amp; entity',
    '[x]: http://y',
    '***a** b*',
    '\\* escaped',
  );
  const file = fc
    .record({
      mark: fc.constantFrom('', '\uFEFF'),
      lines: fc.array(
        fc.oneof(
          { weight: 8, arbitrary: line },
          { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
        ),
        { maxLength: 25 },
      ),
      ends: fc.constantFrom('\n', '\r\n', '\r'),
      last: fc.boolean(),
    })
    .map(({ mark, lines, ends, last }) => mark + lines.join(ends) + (last ? ends : ''));

  /** Letters and digits only: what Markdown's marks are not. */
  const letters = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];

  const holdsInOrder = (text: string, within: string): boolean => {
    const around = letters(within);
    let at = 0;
    for (const letter of letters(text)) {
      at = around.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };

  it('has entries whose bytes hold their text, in the order of the file', () => {
    fc.assert(
      fc.property(file, (content) => {
        let at = 0;
        for (const entry of parseMemoryFile(content, 'markdown')) {
          expect(entry.startByte).toBeGreaterThanOrEqual(at);
          expect(entry.endByte).toBeGreaterThan(entry.startByte);
          expect(entry.text).not.toMatch(/[\n\r]|^\s|\s$/u);
          expect(holdsInOrder(entry.text, placeOf(content, entry))).toBe(true);
          at = entry.endByte;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void parseMemoryFile(bytes)),
      { numRuns: 300 },
    );
  });

  it('is read in a time that its length sets, however large or strange', () => {
    const strange = ['[', '*a_', '> ', '- ', '`', '<', '![', '&', '**', '_a*', '\\', '1. '].map((unit) =>
      unit.repeat(60_000),
    );
    const large = Array.from(
      { length: 50_000 },
      (_, i) => `- line ${i} of the list with some *words* in it`,
    ).join('\n');
    const startedAt = performance.now();
    for (const content of strange) parseMemoryFile(content);
    expect(parseMemoryFile(large)).toHaveLength(50_000);
    // Measured 0.3 s; the rest is for busy machines.
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });

  it('gives the quick reader and the parser the same lists', () => {
    const list =
      '# Head\n\n- one *two*\n  - nested [x](y.md)\n- three\n  continued\n\nA paragraph\nof two lines.\n\n```\n- code\n```\n1. four\n';
    const padding = `\n${'x'.repeat(9000)}\n`;
    const quick = parseMemoryFile(list + padding);
    const parsed = parseMemoryFile(list);
    expect(quick.slice(0, parsed.length)).toEqual(parsed);
  });
});
