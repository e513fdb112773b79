// Makes what a system shows (tray, notifications, dialogs) readable for a test: by methods replaced in the running app, so
// that it works in Electron as well, which offers no way to look at them.
import type { ElectronApplication } from '@playwright/test';

export interface ShownItem {
  readonly label: string;
  readonly enabled: boolean;
}

export interface Seen {
  readonly tray: { readonly tip: string; readonly hasPicture: boolean; readonly items: readonly ShownItem[] };
  readonly notices: readonly { readonly title: string; readonly body: string }[];
  readonly dialogs: readonly { readonly message: string; readonly detail: string }[];
  readonly files: readonly string[];
}

interface Kept {
  tip: string;
  hasPicture: boolean;
  menu: { readonly items: readonly (ShownItem & { click(): void })[] } | null;
  notices: { title: string; body: string; emit(event: string): void }[];
  dialogs: { message: string; detail: string }[];
  files: string[];
  answer: number;
}

/** From now on; what was shown before is not seen. */
export async function watchSystem(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray, Notification, dialog, shell }) => {
    const kept: Kept = {
      tip: '',
      hasPicture: false,
      menu: null,
      notices: [],
      dialogs: [],
      files: [],
      answer: 0,
    };
    Object.assign(globalThis, { keptForTest: kept });
    Tray.prototype.setToolTip = (tip: string) => void (kept.tip = tip);
    Tray.prototype.setImage = (image) => {
      kept.hasPicture = typeof image !== 'string' && !image.isEmpty();
    };
    Tray.prototype.setContextMenu = (menu) => void (kept.menu = menu as unknown as Kept['menu']);
    Notification.prototype.show = function show(this: Kept['notices'][number]) {
      kept.notices.push(this);
    };
    dialog.showMessageBox = ((options: { message: string; detail?: string }) => {
      kept.dialogs.push({ message: options.message, detail: options.detail ?? '' });
      return Promise.resolve({ response: kept.answer, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    dialog.showErrorBox = (message, detail) => void kept.dialogs.push({ message, detail });
    shell.showItemInFolder = (file) => void kept.files.push(file);
  });
}

export const seen = (app: ElectronApplication): Promise<Seen> =>
  app.evaluate(() => {
    const { keptForTest: kept } = globalThis as unknown as { keptForTest: Kept };
    return {
      tray: {
        tip: kept.tip,
        hasPicture: kept.hasPicture,
        items: (kept.menu?.items ?? []).map(({ label, enabled }) => ({ label, enabled })),
      },
      notices: kept.notices.map(({ title, body }) => ({ title, body })),
      dialogs: kept.dialogs,
      files: kept.files,
    };
  });

/** What the next dialog answers: the number of its button. */
export const answerDialogs = (app: ElectronApplication, button: number): Promise<void> =>
  app.evaluate((_electron, given) => {
    (globalThis as unknown as { keptForTest: Kept }).keptForTest.answer = given;
  }, button);

export const clickTray = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const { menu } = (globalThis as unknown as { keptForTest: Kept }).keptForTest;
    const item = menu?.items.find((each) => each.label === wanted);
    if (item === undefined) throw new Error(`the tray has no item "${wanted}"`);
    item.click();
  }, label);

export const clickNotice = (app: ElectronApplication, at: number): Promise<void> =>
  app.evaluate((_electron, index) => {
    (globalThis as unknown as { keptForTest: Kept }).keptForTest.notices[index]?.emit('click');
  }, at);

/** Of the application menu, by its way there: "Night/Wake". */
export const clickMenu = (app: ElectronApplication, way: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const [first = '', second = ''] = wanted.split('/');
    const menu = Menu.getApplicationMenu()?.items.find((each) => each.label === first);
    const item = menu?.submenu?.items.find((each) => each.label === second);
    if (item === undefined) throw new Error(`the menu has no item "${wanted}"`);
    item.click();
  }, way);

/** Places of windows that are there. */
export const windows = (
  app: ElectronApplication,
): Promise<readonly { readonly width: number; readonly x: number; readonly isVisible: boolean }[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => ({
      ...each.getBounds(),
      isVisible: each.isVisible(),
    })),
  );

export function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
