import { expect, it } from 'vitest';
import { nativeThemeFor } from './theme.ts';

it('follows the owner, the system, or the hour', () => {
  expect(nativeThemeFor('system', 12)).toBe('system');
  expect(nativeThemeFor('night', 12)).toBe('dark');
  expect(nativeThemeFor('morning', 23)).toBe('light');
  expect([5, 6, 17, 18].map((hour) => nativeThemeFor('follow-time', hour))).toEqual([
    'dark',
    'light',
    'light',
    'dark',
  ]);
});
