import { expect, it } from 'vitest';
import { afterCrash } from './crash.ts';

it('loads a page that died once more, and closes it where it dies again at once', () => {
  expect(afterCrash({ reason: 'crashed', atMs: 1_000, lastAtMs: null })).toBe('reload');
  expect(afterCrash({ reason: 'oom', atMs: 30_000, lastAtMs: 1_000 })).toBe('close');
  expect(afterCrash({ reason: 'killed', atMs: 90_000, lastAtMs: 1_000 })).toBe('reload');
});

it('leaves a page alone that ended as it should', () => {
  expect(afterCrash({ reason: 'clean-exit', atMs: 2_000, lastAtMs: 1_000 })).toBe('nothing');
});
