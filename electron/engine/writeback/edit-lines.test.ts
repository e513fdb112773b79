import { describe, expect, it } from 'vitest';
import { changeId } from '../../../shared/ids.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import type { LineEdit } from './edit-lines.ts';
import { editLines } from './edit-lines.ts';
import { entryOf } from './testing/home.ts';

function editOf(file: Buffer, text: string, replacement: string | null, nth = 0): LineEdit {
  const line = parseMemoryFile(file).filter((one) => one.text === text)[nth];
  if (line === undefined) throw new Error(`no line ${text}`);
  const { heading, startByte, endByte } = line;
  const place = {
    path: 'CLAUDE.md',
    agent: 'claude-code',
    heading,
    startByte,
    endByte,
    line: line.line,
  } as const;
  return { changeId: changeId('x'), entryId: entryOf(text).id, text, place, replacement, afterId: null };
}

const changed = (file: string | Buffer, text: string, replacement: string | null, nth = 0): string => {
  const bytes = Buffer.from(file);
  const edited = editLines(bytes, [editOf(bytes, text, replacement, nth)], 'anywhere');
  expect(edited.notFound).toEqual([]);
  return edited.bytes.toString('latin1');
};
const latin = (text: string): string => Buffer.from(text).toString('latin1');

describe('editing a line of a file', () => {
  it('changes its words and keeps its mark', () => {
    expect(changed('# T\n\n* [x] Use npm\n* Other\n', 'Use npm', 'Use pnpm')).toBe(
      '# T\n\n* [x] Use pnpm\n* Other\n',
    );
    expect(changed('1. One\n2. Two', 'Two', 'Three')).toBe('1. One\n2. Three');
  });

  it('takes out the whole line and nothing else', () => {
    expect(changed('- a b\r\n- c d\r\n- e f', 'c d', null)).toBe('- a b\r\n- e f');
    expect(changed('- a b\n- c d', 'c d', null)).toBe('- a b\n');
    expect(changed('- one that\n  goes on\n- two\n', 'one that goes on', null)).toBe('- two\n');
  });

  it('keeps bytes that are no UTF-8, a mark at the beginning and odd line ends', () => {
    const file = Buffer.concat([
      Buffer.from('\uFEFF- caf'),
      Buffer.of(0xe9),
      Buffer.from(' au lait\r\n- Use npm \r\n\t- x y'),
    ]);
    const after = changed(file, 'Use npm', 'Größe M');
    expect(after).toBe(file.toString('latin1').replace('Use npm', latin('Größe M')));
  });

  it('finds a line that has moved, where it stands once', () => {
    const old = Buffer.from('- Use npm\n- b c\n');
    const now = Buffer.from('# New head\n\n- b c\n- Use npm\n');
    const edited = editLines(now, [editOf(old, 'Use npm', null)], 'anywhere');
    expect(edited.bytes.toString()).toBe('# New head\n\n- b c\n');
  });

  it('touches neither of two that say the same, where it cannot tell which was meant', () => {
    const old = Buffer.from('- Use npm\n- x y\n- Use npm\n');
    const now = Buffer.from('- new line\n- Use npm\n- x y\n- Use npm\n');
    const edit = editOf(old, 'Use npm', null, 1);
    expect(editLines(old, [edit], 'anywhere').bytes.toString()).toBe('- Use npm\n- x y\n');
    expect(editLines(now, [edit], 'anywhere')).toMatchObject({ notFound: [edit], done: [] });
  });

  it('does several at once', () => {
    const file = Buffer.from('- a b\n- c d\n- e f\n- g h\n');
    const edits = [editOf(file, 'g h', 'last'), editOf(file, 'a b', null), editOf(file, 'c d', 'C')];
    expect(editLines(file, edits, 'anywhere').bytes.toString()).toBe('- C\n- e f\n- last\n');
  });

  it('puts no new words into a row of a table', () => {
    const file = Buffer.from('| tool | use |\n|---|---|\n| zod | bodies |\n');
    expect(editLines(file, [editOf(file, 'zod | bodies', 'x')], 'anywhere').notFound.length).toBe(1);
  });

  it('leaves lines of our own block to the block', () => {
    const file = Buffer.from('- Use npm\n');
    const edit = editOf(file, 'Use npm', null);
    const own = Buffer.from('<!-- slowwave:begin x -->\n- Use npm\n<!-- slowwave:end 0123456789abcdef -->\n');
    expect(editLines(own, [edit], 'anywhere').notFound).toEqual([edit]);
  });
});
