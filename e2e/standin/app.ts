// `app`: the life of the program, from the lock that only the first start gets to the last event before it ends.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { instanceLock } from './instance.ts';
import { life } from './life.ts';
import { Preventable, strict } from './strict.ts';
import { chromium } from './targets.ts';

export const facts = { name: '', version: '', appPath: '', words: [] as readonly string[] };
export const switches = new Map<string, string>();
export const becomeReady = Symbol('becomeReady');

/** Electron keeps these beside the app's own. */
const given = (name: string): string | undefined => {
  const word = facts.words.find((each) => each === `--${name}` || each.startsWith(`--${name}=`));
  return word === undefined ? switches.get(name) : word.slice(name.length + 3);
};

const commandLine = strict('commandLine', {
  appendSwitch: (name: string, value = '') => void switches.set(name, value),
  hasSwitch: (name: string) => given(name) !== undefined,
  getSwitchValue: (name: string) => given(name) ?? '',
});

class App extends EventEmitter {
  readonly isPackaged = process.env['STANDIN_PACKAGED'] === '1';
  readonly commandLine = commandLine;
  readonly #places = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #loginItem: object = {};

  getName(): string {
    return facts.name;
  }
  getVersion(): string {
    return facts.version;
  }
  getAppPath(): string {
    return facts.appPath;
  }
  getLocale(): string {
    return 'en-US';
  }
  isReady(): boolean {
    return life.isReady;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  getPath(name: string): string {
    const appData = process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
    const userData =
      this.#places.get('userData') ?? (given('user-data-dir') || path.join(appData, facts.name));
    const places: Readonly<Record<string, string>> = {
      home: homedir(),
      temp: tmpdir(),
      appData,
      userData,
      logs: path.join(userData, 'logs'),
    };
    const found = this.#places.get(name) ?? places[name];
    if (found === undefined) throw new Error(`stand-in: app.getPath('${name}') is not there`);
    return found;
  }
  setPath(name: string, place: string): void {
    this.#places.set(name, place);
  }
  enableSandbox(): void {
    if (life.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    life.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    mkdirSync(this.getPath('userData'), { recursive: true });
    return instanceLock(this.getPath('userData'), facts.words, (words, cwd) => {
      this.emit('second-instance', {}, words, cwd, null);
    });
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    schemesAskedFor.push(scheme);
    return true;
  }
  setAppUserModelId(_id: string): void {
    // Windows only.
  }
  setLoginItemSettings(settings: object): void {
    this.#loginItem = settings;
  }
  getLoginItemSettings(): object {
    return { openAtLogin: false, ...this.#loginItem };
  }
  focus(): void {
    this.emit('did-become-active', {});
  }
  getAppMetrics(): readonly object[] {
    return [{ pid: process.pid, type: 'Browser' }, ...[...children].map((pid) => ({ pid, type: 'Utility' }))];
  }

  quit(): void {
    if (life.isQuitting) return;
    const event = new Preventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    life.isQuitting = true;
    void this.#closeAll().then((isDone) => {
      if (isDone) this.exit(0);
      else life.isQuitting = false;
    });
  }
  async #closeAll(): Promise<boolean> {
    for (const close of life.closers.values()) {
      if (!(await close())) return false;
    }
    const event = new Preventable();
    this.emit('will-quit', event);
    return !event.defaultPrevented;
  }
  exit(status = 0): void {
    this.emit('quit', {}, status);
    chromium.stop();
    process.exit(status);
  }
  [becomeReady](): void {
    life.isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }
}

export const schemesAskedFor: string[] = [];
/** Utility processes that are alive. */
export const children = new Set<number>();
export const app = strict('app', new App());

for (const event of ['web-contents-created', 'browser-window-created']) {
  life.on(event, (...args: readonly unknown[]) => void app.emit(event, ...args));
}
life.onAllClosed = () => {
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
  else app.quit();
};
