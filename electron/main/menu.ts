// The application menu and its keys, as data: Electron builds it. What the keys do inside a page is the page's own.
import type { MenuItemConstructorOptions } from 'electron';
import type { Wish } from './tray-view.ts';
import { screens, type Words } from './words.ts';

type Items = MenuItemConstructorOptions[];

interface MenuNeeds {
  readonly words: Words;
  readonly isMac: boolean;
  readonly isDeveloping: boolean;
  readonly onWish: (wish: Wish) => void;
}

export function menuTemplate(needs: MenuNeeds): Items {
  const { words, isMac } = needs;
  return [
    ...(isMac ? [appMenu(needs)] : []),
    {
      label: words.menuFile,
      submenu: isMac ? [{ role: 'close' }] : [settingsItem(needs), line, quitItem(needs)],
    },
    // By roles: without it the keys for copy and paste do nothing on macOS.
    { label: words.menuEdit, role: 'editMenu' },
    goMenu(needs),
    nightMenu(needs),
    viewMenu(needs),
    { label: words.menuWindow, role: 'windowMenu' },
    { label: words.menuHelp, role: 'help', submenu: [wishItem(words.showLog, { kind: 'show-log' }, needs)] },
  ];
}

const line: MenuItemConstructorOptions = { type: 'separator' };

const wishItem = (
  label: string,
  wish: Wish,
  { onWish }: MenuNeeds,
  accelerator?: string,
): MenuItemConstructorOptions => ({
  label,
  click: () => onWish(wish),
  ...(accelerator === undefined ? {} : { accelerator }),
});

const settingsItem = (needs: MenuNeeds): MenuItemConstructorOptions =>
  wishItem(needs.words.settings, { kind: 'open', route: '/settings' }, needs, 'CmdOrCtrl+,');

const quitItem = (needs: MenuNeeds): MenuItemConstructorOptions =>
  wishItem(needs.words.quit, { kind: 'quit' }, needs, 'CmdOrCtrl+Q');

const appMenu = (needs: MenuNeeds): MenuItemConstructorOptions => ({
  label: 'Slowwave',
  submenu: [
    { role: 'about' },
    line,
    settingsItem(needs),
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    quitItem(needs),
  ],
});

const goMenu = (needs: MenuNeeds): MenuItemConstructorOptions => ({
  label: needs.words.menuGo,
  submenu: screens.map((screen, at) =>
    wishItem(
      needs.words.screens[screen],
      { kind: 'open', route: `/${screen}` },
      needs,
      `CmdOrCtrl+${at + 1}`,
    ),
  ),
});

const nightMenu = (needs: MenuNeeds): MenuItemConstructorOptions => ({
  label: needs.words.menuNight,
  submenu: [
    wishItem(needs.words.dreamNow, { kind: 'dream' }, needs, 'CmdOrCtrl+Shift+D'),
    wishItem(needs.words.wake, { kind: 'wake' }, needs, 'CmdOrCtrl+.'),
  ],
});

const viewMenu = ({ words, isDeveloping }: MenuNeeds): MenuItemConstructorOptions => ({
  label: words.menuView,
  submenu: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    line,
    { role: 'togglefullscreen' },
    ...(isDeveloping ? ([line, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
  ],
});
