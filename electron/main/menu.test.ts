import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';
import type { Wish } from './tray-view.ts';
import { wordsFor } from './words.ts';

const words = wordsFor('en', 'en');
const wishes: Wish[] = [];
const make = (isMac: boolean, isDeveloping = false): MenuItemConstructorOptions[] =>
  menuTemplate({ words, isMac, isDeveloping, onWish: (wish) => void wishes.push(wish) });
const flat = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each([true, false])('the menu (macOS: %s)', (isMac) => {
  it('gives no key twice', () => {
    const keys = flat(make(isMac)).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining(['CmdOrCtrl+1', 'CmdOrCtrl+8', 'CmdOrCtrl+Shift+D', 'CmdOrCtrl+.']),
    );
  });

  it('holds editing, quitting and settings exactly once', () => {
    const items = flat(make(isMac));
    for (const label of [words.quit, words.settings]) {
      expect(items.filter((item) => item.label === label)).toHaveLength(1);
    }
    expect(items.filter(({ role }) => role === 'editMenu')).toHaveLength(1);
  });

  it('shows no tools for developers but while developing', () => {
    const roles = (isDeveloping: boolean): readonly unknown[] =>
      flat(make(isMac, isDeveloping)).map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

it('opens the screens in the order of the rail', () => {
  wishes.length = 0;
  const items = flat(make(false)).filter(({ accelerator }) => /^CmdOrCtrl\+\d$/u.test(String(accelerator)));
  for (const item of items) item.click?.call(undefined, undefined as never, undefined, undefined as never);
  expect(wishes.map((wish) => (wish.kind === 'open' ? wish.route : ''))).toEqual(
    ['tonight', 'review', 'diary', 'memory', 'patterns', 'sources', 'agents', 'settings'].map(
      (each) => `/${each}`,
    ),
  );
});
