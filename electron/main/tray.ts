// The tray: shows what tray-view.ts computes, and is touched only when that differs from what it shows.
import path from 'node:path';
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron';
import { assertNever } from '../../shared/result.ts';
import type { TrayItem, TrayPicture, TrayView, Wish } from './tray-view.ts';

interface TrayNeeds {
  /** Where the pictures lie. */
  readonly folder: string;
  readonly onWish: (wish: Wish) => void;
}

export interface ShellTray {
  readonly show: (view: TrayView) => void;
}

export function createTray({ folder, onWish }: TrayNeeds): ShellTray {
  let tray: Tray | null = null;
  let shown: TrayView | null = null;
  const opened = (view: TrayView): Tray => {
    const made = new Tray(pictureFor(folder, view.picture));
    made.on('click', () => {
      // On macOS a click opens the menu by itself.
      if (process.platform !== 'darwin') onWish({ kind: 'open', route: null });
    });
    return made;
  };
  return {
    show: (view) => {
      const before = shown;
      if (JSON.stringify(before) === JSON.stringify(view)) return;
      shown = view;
      tray ??= opened(view);
      if (before !== null && before.picture !== view.picture) tray.setImage(pictureFor(folder, view.picture));
      tray.setToolTip(`Slowwave · ${view.status}`);
      tray.setContextMenu(Menu.buildFromTemplate(view.items.map((item) => menuItem(item, onWish))));
    },
  };
}

/** macOS colours template pictures itself, by their name; elsewhere they are drawn to be seen on light and dark. */
function pictureFor(folder: string, picture: TrayPicture): NativeImage {
  const name = process.platform === 'darwin' ? `${picture}Template.png` : `${picture}.png`;
  return nativeImage.createFromPath(path.join(folder, name));
}

function menuItem(item: TrayItem, onWish: (wish: Wish) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'text':
      return { label: item.label, enabled: false };
    case 'wish':
      return { label: item.label, click: () => onWish(item.wish) };
    case 'more':
      return { label: item.label, submenu: item.items.map((each) => menuItem(each, onWish)) };
    default:
      return assertNever(item);
  }
}
