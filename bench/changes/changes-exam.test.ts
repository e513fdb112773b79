import { describe, expect, it } from 'vitest';
import { markAll, type Mark } from './marks.ts';
import { readBook, type Story } from './story.ts';

const few = (all: readonly Story[]): readonly Story[] => all.filter((_, place) => place % 3 === 0);
const [changes, lookAlikes] = [few(readBook('stories')), few(readBook('look-alikes'))];
const count = (marks: readonly Mark[], mark: Mark): number => marks.filter((one) => one === mark).length;

describe('every third story of the changes exam, alone, with a night after each phase', () => {
  it('turns most values that changed', () => {
    const marks = changes.flatMap((story) => markAll([story], [], 'each')).map(({ mark }) => mark);
    expect(marks).toHaveLength(40);
    // 31 as this was written
    expect(count(marks, 'turned')).toBeGreaterThanOrEqual(28);
  });

  it('closes hardly any that did not', () => {
    const marks = lookAlikes.flatMap((story) => markAll([], [story], 'each')).map(({ mark }) => mark);
    expect(marks).toHaveLength(40);
    // so many were remembered that they could have been closed
    expect(count(marks, 'kept')).toBeGreaterThanOrEqual(16);
    expect(count(marks, 'closed')).toBeLessThanOrEqual(3);
  });
});
