// Menus, the tray and notifications: things that a headless computer cannot show, kept so that a test can look.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { strict } from './strict.ts';

interface ItemOptions {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly ItemOptions[];
  readonly click?: (item: unknown, window: unknown, event: unknown) => void;
}

export class MenuItem {
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly enabled: boolean;
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  constructor(options: ItemOptions) {
    const isKnown = options.role !== undefined || options.type === 'separator' || options.label !== undefined;
    if (!isKnown) throw new TypeError('Invalid menu item: it has neither label, role nor type');
    this.label = options.label ?? '';
    this.role = options.role;
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.submenu = options.submenu === undefined ? undefined : Menu.buildFromTemplate(options.submenu);
    this.click = () => options.click?.(this, null, {});
  }
}

export class Menu {
  static #application: Menu | null = null;
  static buildFromTemplate(template: readonly ItemOptions[]): Menu {
    return new Menu(template.map((each) => new MenuItem(each)));
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  readonly items: readonly MenuItem[];
  constructor(items: readonly MenuItem[] = []) {
    this.items = items;
  }
}

class NativeImage {
  readonly #file: string;
  constructor(file: string) {
    this.#file = file;
  }
  isEmpty(): boolean {
    return !existsSync(this.#file);
  }
}

export const nativeImage = strict('nativeImage', {
  createFromPath: (file: string) => strict('NativeImage', new NativeImage(file)),
});

export class Tray extends EventEmitter {
  constructor(image: unknown) {
    super();
    this.setImage(image);
    return strict('Tray', this);
  }
  setImage(_image: unknown): void {
    // Nowhere to show it.
  }
  setToolTip(_text: string): void {
    // Nowhere to show it.
  }
  setContextMenu(_menu: Menu | null): void {
    // Nowhere to show it.
  }
}

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  readonly title: string;
  readonly body: string;
  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    return strict('Notification', this);
  }
  show(): void {
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }
}
