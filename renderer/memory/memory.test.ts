import { describe, expect, it } from 'vitest';
import { files, entries } from '../fixtures/memory.ts';
import { fileGroups, fileName, filterEntries, folderOf, mark, pairOf, returnLanes } from './marks.ts';
import { nextStop } from './VirtualRows.tsx';

describe('marks on versions', () => {
  it('are two at most: a third takes the place of the older one, a second press takes it away', () => {
    expect(mark(mark(mark([], 3), 1), 4)).toEqual([1, 4]);
    expect(mark([1, 4], 1)).toEqual([4]);
  });

  it('are compared from the older to the newer, whichever came first', () => {
    expect(pairOf([4, 2])).toEqual({ from: 2, to: 4 });
    expect(pairOf([4])).toBeNull();
  });
});

describe('lines from a version back to the one that it brought back', () => {
  it('lead from it, past those between, to that one', () => {
    const rows = [{ number: 4 }, { number: 3, origin: 1 }, { number: 2 }, { number: 1 }];
    expect(returnLanes(rows)).toEqual([[], ['from'], ['through'], ['to']]);
  });

  it('stand beside one another where they meet, and none leads to a version that is not shown', () => {
    const rows = [
      { number: 5, origin: 2 },
      { number: 4, origin: 3 },
      { number: 3, origin: 0 },
      { number: 2 },
    ];
    expect(returnLanes(rows)).toEqual([['from'], ['through', 'from'], ['through', 'to'], ['to']]);
  });
});

describe('files of memory', () => {
  it('stand by project, what holds everywhere first', () => {
    const groups = fileGroups(files);
    expect(groups.map(({ project }) => project)).toEqual([null, 'shop']);
    expect(groups.flatMap((group) => group.files)).toHaveLength(files.length);
  });

  it('are named by their last part, on Windows too', () => {
    expect([fileName('~/shop/CLAUDE.md'), folderOf('~/shop/CLAUDE.md')]).toEqual(['CLAUDE.md', '~/shop']);
    expect([fileName('C:\\work\\AGENTS.md'), folderOf('C:\\work\\AGENTS.md')]).toEqual([
      'AGENTS.md',
      'C:\\work',
    ]);
  });
});

describe('lines of memory', () => {
  it('show closed ones only where asked, and last', () => {
    const [first] = entries;
    if (first === undefined) throw new Error('the fixture has entries');
    const all = [{ ...first, status: 'closed' as const }, ...entries.slice(1)];
    expect(filterEntries(all, { words: '', closedToo: false })).toHaveLength(entries.length - 1);
    expect(filterEntries(all, { words: '', closedToo: true }).at(-1)?.status).toBe('closed');
    expect(filterEntries(all, { words: 'PYTEST', closedToo: false })).toHaveLength(1);
  });

  it('are stepped through from stop to stop, and not beyond the ends', () => {
    const even = (at: number): boolean => at % 2 === 0;
    expect([nextStop(0, 1, 5, even), nextStop(4, 1, 5, even), nextStop(4, -1, 5, even)]).toEqual([
      2,
      null,
      2,
    ]);
  });
});
