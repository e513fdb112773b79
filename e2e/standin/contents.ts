// `webContents`: one page of Chromium's. Everything that a guard of the app can hold up passes here: navigation, new
// windows, each request, each permission, each message.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { toChromium, toElectron } from './addresses.ts';
import type { Conversation } from './devtools.ts';
import { Frames } from './frames.ts';
import { handlers, ipcMain } from './ipc.ts';
import { answerRequest, type Paused } from './requests.ts';
import { permissionChecked, permissionRequested, session } from './session.ts';
import { ignore, missing, Preventable, strict } from './strict.ts';
import { browser, popupTakers, type HeldPage } from './targets.ts';
import { createCodec } from './values.ts';
import {
  binding,
  changePage,
  createIpc,
  createRequire,
  isolatedWorld,
  mainWorld,
  preloadWorld,
  receiver,
} from './worlds.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox: boolean;
  readonly contextIsolation: boolean;
  readonly nodeIntegration: boolean;
  readonly webviewTag?: boolean;
  readonly devTools?: boolean;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'deny' | 'allow' };

interface Received {
  readonly kind: 'invoke' | 'send' | 'permission-check' | 'permission-request' | 'close';
  readonly number: number;
  readonly channel: string;
  readonly args: readonly unknown[];
  readonly permission: string;
}

const codec = createCodec();
export const destroyPage = Symbol('destroyPage');
const all: WebContents[] = [];

export class WebContents extends EventEmitter {
  readonly id = all.length + 1;
  readonly session = session.defaultSession;
  readonly frames = new Frames();
  readonly preferences: WebPreferences;
  /** Set by whoever takes popups and closings: the window. */
  onPopup: (page: HeldPage, preferences: WebPreferences) => void = () => undefined;
  onClose: () => void = () => undefined;
  readonly self: WebContents;
  readonly attached: Promise<void>;
  targetId = '';
  #talk: Conversation | null = null;
  #isGone = false;
  #isCrashed = false;
  #openHandler: OpenHandler | null = null;
  /** A navigation that the app itself began: no page wants to leave. */
  #ownNavigation = false;
  #address = '';
  /** The navigations whose documents were shown, in order, and the one whose document has ended its loading last. */
  readonly #shownBy: string[] = [];
  #loadedBy = '';
  readonly #opened: string[] = [];

  constructor(page: Promise<HeldPage>, preferences: WebPreferences) {
    super();
    this.preferences = preferences;
    this.self = strict('webContents', this);
    all.push(this);
    this.attached = page.then((held) => this.#attach(held));
    this.attached.catch(ignore);
  }

  get #page(): Conversation {
    if (this.#talk === null) throw new Error('stand-in: the page is not there yet');
    return this.#talk;
  }
  get mainFrame(): unknown {
    return this.frames.main;
  }

  async #attach({ targetId, talk }: HeldPage): Promise<void> {
    this.targetId = targetId;
    this.#talk = talk;
    this.frames.watch(talk);
    this.#watch(talk);
    popupTakers.set(targetId, (page) => this.#popup(page));
    await Promise.all([
      talk.send('Page.enable'),
      talk.send('Runtime.enable'),
      talk.send('Inspector.enable'),
      talk.send('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld }),
      talk.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
      ...this.#scripts().map((script) => talk.send('Page.addScriptToEvaluateOnNewDocument', script)),
    ]);
    await talk.send('Runtime.runIfWaitingForDebugger');
  }

  #scripts(): readonly { source: string; worldName?: string }[] {
    const { preload, contextIsolation, nodeIntegration, sandbox } = this.preferences;
    const hasNode = nodeIntegration && !sandbox;
    const versions = process.versions;
    const needs = {
      sendName: binding,
      receiveName: receiver,
      versions,
      platform: process.platform,
      isIsolated: contextIsolation,
    };
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
    const body = `(require, module, exports, process) => {${source}\n}`;
    const topOnly = 'if (window === window.top)';
    return [
      {
        source: `${topOnly} (${mainWorld.toString()})(${createCodec.toString()}, ${changePage.toString()}, ${JSON.stringify({ hasNode })});`,
      },
      {
        source: `${topOnly} (${preloadWorld.toString()})(${createCodec.toString()}, ${createIpc.toString()}, ${createRequire.toString()}, ${JSON.stringify(needs)}, ${body});`,
        worldName: isolatedWorld,
      },
    ];
  }

  #watch({ on }: Conversation): void {
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding) void this.#receive(payload, executionContextId).catch(ignore);
    });
    on('Fetch.requestPaused', (paused) => void this.#paused(paused).catch(ignore));
    on('Page.domContentEventFired', () => void this.emit('dom-ready', {}));
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#shownBy.push(frame.loaderId);
    });
    on('Page.loadEventFired', () => {
      this.#loadedBy = this.#shownBy.at(-1) ?? '';
      if (this.#address !== '') this.emit('did-finish-load', {});
    });
    on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
      const isMainFrame = frameId === this.frames.main?.id || this.frames.main === null;
      const isSameDocument = navigationType.toLowerCase().includes('samedocument');
      this.emit('did-start-navigation', { url: toElectron(url), isMainFrame, isSameDocument });
    });
    on('Page.windowOpen', ({ url }) => void this.#opened.push(toElectron(url)));
    on('Inspector.targetCrashed', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === this.targetId && !this.#isGone) this.onClose();
    });
  }

  async #paused(paused: Paused): Promise<void> {
    const isMain =
      paused.resourceType === 'Document' && paused.frameId === (this.frames.main?.id ?? paused.frameId);
    const url = toElectron(paused.request.url);
    if (isMain && paused.responseStatusCode === undefined && !this.#ownNavigation && this.#wantsToStay(url)) {
      // Aborted, the page stays as it is: no page of errors takes its place.
      await this.#page.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
      return;
    }
    await answerRequest(this.#page, paused, { isMain, contents: this.self });
  }

  #wantsToStay(url: string): boolean {
    const event = Object.assign(new Preventable(), { url, isMainFrame: true, isSameDocument: false });
    this.emit('will-navigate', event, url);
    return event.defaultPrevented;
  }

  #popup(page: HeldPage): void {
    const url = this.#opened.shift() ?? '';
    if (this.#openHandler?.({ url }).action !== 'deny') return this.onPopup(page, this.preferences);
    void refusePage(page).catch(ignore);
  }

  async #receive(text: string, context: number): Promise<void> {
    const senderFrame = this.frames.sender(context);
    const event = { type: 'frame', sender: this.self, senderFrame, processId: 1, frameId: 1 };
    const message = codec.decode(text) as Received;
    const { number, permission } = message;
    switch (message.kind) {
      case 'send':
        return void ipcMain.emit(message.channel, event, ...message.args);
      case 'close':
        return this.onClose();
      case 'permission-check': {
        const isGranted = permissionChecked(this.self, permission, this.frames.main?.origin ?? '');
        return this.#deliver({ kind: 'asked', number, isGranted });
      }
      case 'permission-request': {
        const isGranted = await permissionRequested(this.self, permission);
        return this.#deliver({ kind: 'asked', number, isGranted });
      }
      case 'invoke':
        return this.#answer(message, event);
    }
  }

  async #answer({ number, channel, args }: Received, event: object): Promise<void> {
    try {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      await this.#deliver({ kind: 'reply', number, value: await handler(event, ...args) });
    } catch (error) {
      await this.#deliver({ kind: 'reply', number, error: String(error) });
    }
  }

  async #deliver(message: object): Promise<void> {
    const contextId = this.frames.isolatedContext;
    if (this.#isGone || this.#isCrashed || contextId === null) return;
    const expression = `${receiver}(${JSON.stringify(codec.encode(message))})`;
    await this.#page.send('Runtime.evaluate', { expression, contextId }).catch(ignore);
  }

  async loadURL(url: string): Promise<void> {
    this.#address = url;
    await this.attached;
    this.#ownNavigation = true;
    this.#isCrashed = false;
    try {
      const { errorText, loaderId } = await this.#page.send('Page.navigate', { url: toChromium(url) });
      if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
      if (loaderId !== undefined) await this.#loaded(loaderId);
    } finally {
      this.#ownNavigation = false;
    }
  }
  /** The page before may end its own loading meanwhile, and another may take this one's place at once. */
  async #loaded(loaderId: string): Promise<void> {
    if (this.#shownBy.includes(loaderId) && this.#loadedBy === this.#shownBy.at(-1)) return;
    await new Promise((resolve) => this.once('did-finish-load', resolve));
    return this.#loaded(loaderId);
  }
  send(channel: string, ...args: readonly unknown[]): void {
    void this.#deliver({ kind: 'event', channel, args });
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const how = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.#page.send('Runtime.evaluate', how);
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }
  getURL(): string {
    return this.frames.main?.url ?? '';
  }
  reload(): void {
    void this.loadURL(this.#address).catch(ignore);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  getLastWebPreferences(): WebPreferences {
    return this.preferences;
  }
  forcefullyCrashRenderer(): void {
    void this.#page.send('Page.crash').catch(ignore);
  }
  isDestroyed(): boolean {
    return this.#isGone;
  }
  isCrashed(): boolean {
    return this.#isCrashed;
  }
  close(): void {
    this.onClose();
  }
  openDevTools(): void {
    throw missing('webContents.openDevTools');
  }
  /** For the window alone. */
  async [destroyPage](): Promise<void> {
    await this.attached.catch(ignore);
    this.#isGone = true;
    popupTakers.delete(this.targetId);
    await browser.send('Target.closeTarget', { targetId: this.targetId }).catch(ignore);
    this.emit('destroyed');
  }
}

/** Let go before it is closed: a page that is held holds the one that opened it. It must not get anywhere, though. */
async function refusePage({ targetId, talk }: HeldPage): Promise<void> {
  talk.on('Fetch.requestPaused', ({ requestId }) => {
    void talk.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(ignore);
  });
  await talk.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await talk.send('Runtime.runIfWaitingForDebugger');
  await browser.send('Target.closeTarget', { targetId });
}

const living = (): readonly WebContents[] =>
  all.filter((each) => !each.isDestroyed()).map(({ self }) => self);

export const webContents = strict('webContents (the module)', {
  fromDevToolsTargetId: (id: string) => living().find(({ targetId }) => targetId === id),
  fromId: (id: number) => living().find((each) => each.id === id),
  getAllWebContents: living,
});
