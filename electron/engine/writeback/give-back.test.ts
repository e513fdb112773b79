import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeId } from '../../../shared/ids.ts';
import { entriesToBody, inspectBlock, withBlock } from './block.ts';
import type { BlockLine } from './entry-line.ts';
import { giveBack, type TakenBack } from './give-back.ts';

const id = changeId('a test');
const taken = (before: Buffer | null, after: Buffer | null): TakenBack => ({
  agent: 'claude-code',
  before,
  after,
  changeIds: [id],
  isOver: false,
});
const line = (text: string): BlockLine => ({ text, shortId: '0a1b2c3d', kind: 'fact' });
const body = entriesToBody([line('Use pnpm.')]);
const newerBody = entriesToBody([line('Use pnpm.'), line('Deploy on Thursday.')]);

const anyLine = fc.constantFrom(
  '# Head',
  '- one',
  '- two',
  '- two',
  '',
  'Größe',
  '\uFEFF',
  '```',
  '| a | b |',
);
/** Lines as they stood, and as our write left each: as it was, with other words, or not at all. */
const anyWrite = fc
  .array(fc.record({ text: anyLine, to: fc.constantFrom('same', '- ours', null) }), { maxLength: 10 })
  .chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      end: fc.constantFrom('\n', '\r\n'),
      isEnded: fc.boolean(),
      hadBlock: fc.boolean(),
    }),
  )
  .map(({ lines, end, isEnded, hadBlock }) => {
    const fileOf = (texts: readonly string[]): Buffer => Buffer.from(texts.join(end) + (isEnded ? end : ''));
    const before = fileOf(lines.map(({ text }) => text));
    const after = fileOf(lines.flatMap(({ text, to }) => (to === null ? [] : [to === 'same' ? text : to])));
    return { before: hadBlock ? withBlock(before, body) : before, after: withBlock(after, body) };
  });

describe('giving back', () => {
  it('gives every byte outside of our block as it was, and keeps the block that stands there now', () => {
    fc.assert(
      fc.property(anyWrite, fc.constantFrom('', body, newerBody), ({ before, after }, now) => {
        const { bytes, given, stuck } = giveBack(withBlock(after, now), [taken(before, after)]);
        expect([given.length, stuck.length]).toEqual([1, 0]);
        expect(bytes.toString()).toBe(withBlock(before, now).toString());
      }),
    );
  });

  it('keeps what others wrote elsewhere since, and asks where they wrote on the same line', () => {
    const before = Buffer.from('- a\n- b\n- c\n- d\n');
    const after = Buffer.from('- a\n- ours\n- c\n- d\n');
    const elsewhere = giveBack(Buffer.from('- a\n- ours\n- c\n- theirs\n'), [taken(before, after)]);
    expect(elsewhere.bytes.toString()).toBe('- a\n- b\n- c\n- theirs\n');
    const same = Buffer.from('- a\n- theirs\n- c\n- d\n');
    expect(giveBack(same, [taken(before, after)])).toMatchObject({ given: [], stuck: [{ changeIds: [id] }] });
    expect(giveBack(same, [{ ...taken(before, after), isOver: true }])).toEqual({
      bytes: same,
      given: [],
      stuck: [],
      over: [{ ...taken(before, after), isOver: true }],
    });
  });

  it('goes back through several writes, the newest first', () => {
    const states = ['- a\n- b\n', '- a2\n- b\n', '- a2\n- b2\n'].map((text) => Buffer.from(text));
    const [first, second, third] = states;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three states');
    expect(giveBack(third, [taken(second, third), taken(first, second)]).bytes.equals(first)).toBe(true);
  });

  it('brings back a file that was taken away, and leaves a block that is broken', () => {
    const fact = Buffer.from('---\nname: a\n---\nA fact.\n');
    expect(giveBack(Buffer.alloc(0), [taken(fact, null)]).bytes.equals(fact)).toBe(true);
    const [before, after] = [Buffer.from('- a\n'), withBlock(Buffer.from('- b\n'), body)];
    const cut = after.subarray(0, after.length - 20);
    expect(inspectBlock(cut).kind).toBe('broken');
    expect(giveBack(cut, [taken(before, after)]).stuck).toHaveLength(1);
  });
});
