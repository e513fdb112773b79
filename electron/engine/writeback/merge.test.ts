import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToLines } from './file-text.ts';
import { mergeFiles } from './merge.ts';

const anyBytes = fc.uint8Array({ maxLength: 80, max: 14 }).map((bytes) => Buffer.from(bytes));
const merged = (base: string, ours: string, theirs: string): string | null =>
  mergeFiles({ base: Buffer.from(base), ours: Buffer.from(ours), theirs: Buffer.from(theirs) })?.toString() ??
  null;

describe('merging a file three ways', () => {
  it('joins changes that do not touch', () => {
    expect(merged('a\nb\nc\nd\ne\n', 'A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n')).toBe('A\nb\nc\nd\nE\n');
  });

  it('asks where both changed the same line, or one took out what the other changed', () => {
    expect(merged('a\nb\nc\n', 'a\nB\nc\n', 'a\nX\nc\n')).toBeNull();
    expect(merged('a\nb\nc\n', 'a\nc\n', 'a\nX\nc\n')).toBeNull();
  });

  it('is content where both made the same change', () => {
    expect(merged('a\nb\n', 'a\nB\n', 'a\nB\n')).toBe('a\nB\n');
  });

  it('never glues two lines together, nor makes one up', () => {
    const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n');
    const file = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('', 'd', 'e'))
      .map(([lines, last]) => Buffer.from(lines.join('') + last));
    fc.assert(
      fc.property(file, file, file, (base, ours, theirs) => {
        const result = mergeFiles({ base, ours, theirs });
        if (result === null) return;
        const known = new Set([base, ours, theirs].flatMap(bytesToLines));
        for (const one of bytesToLines(result)) expect(known).toContain(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives ours where they changed nothing and theirs where we did not, to the byte', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (base, other) => {
        expect(mergeFiles({ base, ours: other, theirs: base })?.equals(other)).toBe(true);
        expect(mergeFiles({ base, ours: base, theirs: other })?.equals(other)).toBe(true);
      }),
    );
  });
});
