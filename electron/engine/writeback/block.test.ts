import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryKinds } from '../../../shared/memory.ts';
import {
  bodyToEntries,
  entriesToBody,
  inspectBlock,
  outsideBlock,
  withBlock,
  withoutMarkers,
} from './block.ts';
import { lineText, type BlockLine } from './entry-line.ts';

const line = (text: string, shortId = '0a1b2c3d'): BlockLine => ({ text, shortId, kind: 'preference' });
const body = entriesToBody([line('Use pnpm for installs.'), line('Deploy on Thursday.', '11112222')]);

const anyLine = fc
  .record({
    text: fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom(
          '<!-- slowwave:end -->',
          'a --> b',
          '&lt;!--',
          '&amp;amp;',
          '<!-->',
          '- x <!-- 12345678 -->',
          '### Facts',
        ),
      )
      .map((text) => lineText(`a ${text}`)),
    shortId: fc.stringMatching(/^[0-9a-f]{8}$/),
    kind: fc.constantFrom(...memoryKinds),
  })
  .filter(({ text }) => text !== '');
const byKind = (lines: readonly BlockLine[]): readonly BlockLine[] =>
  memoryKinds.flatMap((kind) => lines.filter((one) => one.kind === kind));

/** Files as people have them, and any bytes at all; never one with a mark of ours. */
const anyFile = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(fc.constantFrom('# Head', '- a line', '', '\r', '\uFEFF', 'Größe', '```', '<!-- x -->'), {
        maxLength: 8,
      })
      .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => Buffer.from(lines.join(end)))),
  )
  .filter((bytes) => inspectBlock(bytes).kind === 'none');

describe('our block', () => {
  it('stands at the end of a file, with a sentence that says whose it is', () => {
    const file = withBlock(Buffer.from('# Shop\n\n- Use zod.\n'), body).toString();
    expect(file).toBe(
      [
        '# Shop\n\n- Use zod.\n',
        '<!-- slowwave:begin | Slowwave wrote the lines from here to its end mark and rewrites them after your review. Write your own above or below. -->\n',
        '## Learned from earlier sessions\n',
        '### Preferences\n',
        '- Use pnpm for installs. <!-- 0a1b2c3d -->\n- Deploy on Thursday. <!-- 11112222 -->\n',
        `${/<!-- slowwave:end .*-->/.exec(file)?.[0] ?? 'no end'}\n`,
      ].join('\n'),
    );
  });

  it('gives back the entries it was made of, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        expect(bodyToEntries(entriesToBody(lines))).toEqual(byKind(lines));
      }),
    );
  });

  it('is the same when it is read and written again', () => {
    fc.assert(
      fc.property(anyFile, fc.array(anyLine, { minLength: 1, maxLength: 4 }), (file, lines) => {
        const written = withBlock(file, entriesToBody(lines));
        const state = inspectBlock(written);
        expect(state.kind).toBe('whole');
        const read = state.kind === 'whole' ? bodyToEntries(state.body) : [];
        expect(withBlock(written, entriesToBody(read)).equals(written)).toBe(true);
      }),
    );
  });

  it('leaves every byte around it as it was, and the file as it was when it goes', () => {
    fc.assert(
      fc.property(
        anyFile,
        anyFile,
        fc.array(anyLine, { minLength: 1, maxLength: 4 }),
        (file, after, lines) => {
          const written = withBlock(file, body);
          expect(written.subarray(0, file.length).equals(file)).toBe(true);
          expect(withBlock(written, '').equals(file)).toBe(true);
          // With words of a person's after it as well.
          const between = Buffer.concat([written, Buffer.from('\n'), after]);
          const changed = withBlock(between, entriesToBody(lines));
          expect(outsideBlock(changed).equals(outsideBlock(between))).toBe(true);
        },
      ),
    );
  });

  it('takes on the line ends of the file, and none where the last line has none', () => {
    const windows = withBlock(Buffer.from('# A\r\n- b\r\n'), body).toString();
    expect(windows.replaceAll('\r\n', '')).not.toContain('\n');
    expect(withBlock(Buffer.from('- b'), body).toString()).toMatch(/-->$/);
  });

  it('does not mind what a formatter does to blank lines and line ends', () => {
    const written = withBlock(Buffer.from('# A\n'), body).toString();
    expect(inspectBlock(Buffer.from(written.replaceAll('\n\n', '\n\n\n'))).kind).toBe('whole');
    expect(inspectBlock(Buffer.from(written.replaceAll('\n', '\r\n'))).kind).toBe('whole');
  });
});

describe('a block that somebody laid hands on', () => {
  const written = withBlock(Buffer.from('# A\n'), body).toString();
  const begin = /<!-- slowwave:begin.*-->/.exec(written)?.[0] ?? '';
  const end = /<!-- slowwave:end.*-->/.exec(written)?.[0] ?? '';
  const stateOf = (file: string): unknown => inspectBlock(Buffer.from(file));

  it.each([
    ['a changed word', written.replace('pnpm', 'npm'), { kind: 'edited' }],
    ['a new line', written.replace(end, `- mine\n${end}`), { kind: 'edited' }],
    ['a line taken out', written.replace(/- Deploy.*\n/, ''), { kind: 'edited' }],
    ['no end', written.replace(end, ''), { kind: 'broken', why: 'begins-without-end' }],
    ['no begin', written.replace(begin, ''), { kind: 'broken', why: 'ends-without-begin' }],
    [
      'the first half alone',
      written.slice(0, written.indexOf('Deploy')),
      { kind: 'broken', why: 'begins-without-end' },
    ],
    ['twice', `${written}\n${written}`, { kind: 'broken', why: 'stands-twice' }],
    [
      'one in the other',
      written.replace('- Deploy', `${begin}\n- Deploy`),
      { kind: 'broken', why: 'begins-twice' },
    ],
    ['the end before the begin', `${end}\n- a\n${begin}\n`, { kind: 'broken', why: 'ends-without-begin' }],
    ['a mark cut off', written.replace(begin, begin.slice(0, 30)), { kind: 'broken', why: 'marker-damaged' }],
    [
      'a mark pushed into a line',
      written.replace(begin, `see ${begin}`),
      { kind: 'broken', why: 'marker-damaged' },
    ],
    [
      'an end without its sum',
      written.replace(end, '<!-- slowwave:end -->'),
      { kind: 'broken', why: 'marker-damaged' },
    ],
  ])('is found out: %s', (_, file, expected) => {
    expect(stateOf(file)).toMatchObject(expected);
  });

  it('becomes the person’s own lines when its marks are taken out', () => {
    const edited = written.replace('pnpm', 'bun');
    const freed = withoutMarkers(Buffer.from(edited)).toString();
    expect(freed).not.toContain('slowwave');
    expect(freed).toContain('- Use bun for installs.');
  });
});
