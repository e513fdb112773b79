// Native parts (menus, scroll bars, the window before its page is there) follow the theme that the owner chose.
import type { Theme } from '../../shared/settings.ts';
import { assertNever } from '../../shared/result.ts';

/** Morning follows the hour, 06:00 to 18:00: UX A9. */
const morningFrom = 6;
const morningUntil = 18;

export function nativeThemeFor(theme: Theme, hour: number): 'system' | 'dark' | 'light' {
  switch (theme) {
    case 'system':
      return 'system';
    case 'night':
      return 'dark';
    case 'morning':
      return 'light';
    case 'follow-time':
      return hour >= morningFrom && hour < morningUntil ? 'light' : 'dark';
    default:
      return assertNever(theme);
  }
}

/** The page's own background (bg0), so that nothing flashes before it. */
export const backgroundFor = (isDark: boolean): string => (isDark ? '#0C1118' : '#F6F4EF');
