// `BrowserWindow`: a headless page with a place, a state and a life of its own.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { destroyPage, WebContents, type WebPreferences } from './contents.ts';
import { life } from './life.ts';
import { ignore, missing, Preventable, strict } from './strict.ts';
import { openPage, type HeldPage } from './targets.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Options extends Partial<Place> {
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: Partial<WebPreferences>;
  /** A page that is there already: one that a page opened. */
  readonly [givenPage]?: HeldPage;
}

const givenPage = Symbol('givenPage');
let windows: readonly BrowserWindow[] = [];
let focused: BrowserWindow | null = null;

/** As Electron fills them in; the whole app in the sandbox goes before what one window says. */
function preferencesOf(given: Partial<WebPreferences> = {}): WebPreferences {
  if (given.preload !== undefined && !existsSync(given.preload)) {
    throw new Error(`Unable to load preload script: ${given.preload}`);
  }
  const nodeIntegration = given.nodeIntegration ?? false;
  const sandbox = life.isSandboxed || (given.sandbox ?? !nodeIntegration);
  return { ...given, nodeIntegration, sandbox, contextIsolation: given.contextIsolation ?? true };
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromWebContents(contents: { readonly id: number } | undefined): BrowserWindow | null {
    return windows.find(({ webContents }) => webContents.id === contents?.id) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.find((each) => each.id === id) ?? null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  readonly #contents: WebContents;
  readonly #self: BrowserWindow;
  #place: Place;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;
  #isDestroyed = false;
  #isEnding = false;
  #background: string;

  constructor(options: Options = {}) {
    super();
    if (!life.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#place = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.#title = options.title ?? '';
    this.#background = options.backgroundColor ?? '#FFF';
    this.#isVisible = options.show !== false;
    const page =
      options[givenPage] === undefined ? openPage(this.#place) : Promise.resolve(options[givenPage]);
    this.#contents = new WebContents(page, preferencesOf(options.webPreferences));
    this.webContents = this.#contents.self;
    this.id = this.#contents.id;
    this.#self = strict('BrowserWindow', this);
    this.#contents.onClose = () => void this.#end(false);
    this.#contents.onPopup = (held, webPreferences) =>
      void new BrowserWindow({ webPreferences, [givenPage]: held });
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'));
    windows = [...windows, this.#self];
    life.emit('web-contents-created', {}, this.webContents);
    life.emit('browser-window-created', {}, this.#self);
    life.closers.set(this, () => this.#end(false));
    return this.#self;
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }
  loadFile(): never {
    throw missing('BrowserWindow.loadFile (pages of file: are not what we ship)');
  }
  show(): void {
    this.#isVisible = true;
    this.emit('show');
    this.focus();
  }
  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }
  focus(): void {
    focused = this.#self;
    this.emit('focus');
  }
  isFocused(): boolean {
    return focused === this.#self;
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  minimize(): void {
    this.#isMinimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.#isMinimized = false;
    this.emit('restore');
  }
  isMinimized(): boolean {
    return this.#isMinimized;
  }
  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize');
    this.emit('resize');
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  isFullScreen(): boolean {
    return false;
  }
  getBounds(): Place {
    return { ...this.#place };
  }
  getNormalBounds(): Place {
    return { ...this.#place };
  }
  setBounds(place: Partial<Place>): void {
    this.#place = { ...this.#place, ...place };
    this.emit('move');
    this.emit('resize');
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setBackgroundColor(color: string): void {
    this.#background = color;
  }
  getBackgroundColor(): string {
    return this.#background;
  }
  close(): void {
    void this.#end(false);
  }
  destroy(): void {
    void this.#end(true);
  }

  /** False: somebody prevented it. */
  async #end(isForced: boolean): Promise<boolean> {
    if (this.#isEnding) return true;
    const event = new Preventable();
    if (!isForced) this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.#isEnding = true;
    life.closers.delete(this);
    await this.#contents[destroyPage]().catch(ignore);
    // Out of the list and told of in one step, as in Electron: whoever finds no window can ask for a new one.
    this.#isDestroyed = true;
    windows = windows.filter((each) => each !== this.#self);
    if (focused === this.#self) focused = null;
    this.emit('closed');
    if (windows.length === 0 && !life.isQuitting) life.onAllClosed();
    return true;
  }
}
