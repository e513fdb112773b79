import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, lineChanges, unifiedDiff } from './diff.ts';

describe('a diff', () => {
  it('looks as people know it', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
    expect(unifiedDiff('CLAUDE.md', before, before.replace('5\n', 'five\nsix\n'))).toBe(
      '--- CLAUDE.md\n+++ CLAUDE.md\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+six\n 6\n 7\n 8',
    );
  });

  it('says what comes from nothing, what goes to nothing, and where a last line has no end', () => {
    expect(unifiedDiff('a.md', null, 'x')).toBe(
      '--- /dev/null\n+++ a.md\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file',
    );
    expect(unifiedDiff('a.md', 'x\n', null)).toBe('--- a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x');
    expect(unifiedDiff('a.md', 'x\n', 'x\n')).toBe('');
  });

  it('counts what comes and goes', () => {
    expect(countLines('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual({ added: 2, removed: 1 });
  });

  it('leads from one text to the other', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n'), { maxLength: 12 })
      .map((l) => l.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = before.match(/[^\n]*\n/g) ?? [];
        for (const change of lineChanges(before, after).toReversed()) {
          expect(lines.slice(change.fromStart, change.fromStart + change.from.length)).toEqual(change.from);
          lines.splice(change.fromStart, change.from.length, ...change.to);
        }
        expect(lines.join('')).toBe(after);
      }),
    );
  });
});
