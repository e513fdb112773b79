// The desktop app as a test starts it: the built main and preload, in a home of its own, in Electron or its stand-in.
// Nothing here or in a spec asks which of the two it is.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { CallName, LiveEvent } from '../../shared/contract.ts';
import { quietNight, settingsInUtc } from '../../electron/main/testing/standing.ts';

export const root = path.resolve(import.meta.dirname, '..', '..');
/** Another folder with what `npm run build` makes, for trying a build that is not the checkout's. */
const built = process.env['SLOWWAVE_BUILT'] ?? path.join(root, 'out');

/** Where the app comes from: built here, or unpacked from a package. */
export interface Origin {
  readonly out: string;
  readonly modules: string;
  readonly resources: string;
}

export const checkout: Origin = {
  out: built,
  modules: path.join(root, 'node_modules'),
  resources: path.join(root, 'resources'),
};

/** A guard taken out of what was built: each pattern must be found exactly once. */
export type Patch = readonly (readonly [pattern: RegExp, instead: string])[];

export interface Heard {
  readonly kind: string;
  readonly pid?: number;
  readonly name?: string;
  readonly args?: unknown;
  readonly news?: { readonly kind: string; readonly state?: object };
}

export class DesktopApp {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'slowwave-desktop-'));
  readonly home = path.join(this.folder, 'home');
  readonly #stage = path.join(this.folder, 'app');
  readonly #script = path.join(this.folder, 'script');
  readonly #answers = new Map<CallName, unknown>();
  #app: ElectronApplication | null = null;

  readonly #origin: Origin;

  constructor(patch: Patch = [], origin: Origin = checkout) {
    this.#origin = origin;
    for (const each of [this.home, this.#script, path.join(this.#stage, 'out', 'renderer')]) {
      mkdirSync(each, { recursive: true });
    }
    for (const each of ['main', 'preload']) {
      cpSync(path.join(origin.out, each), path.join(this.#stage, 'out', each), { recursive: true });
    }
    cpSync(path.join(origin.resources, 'tray'), path.join(this.#stage, 'resources', 'tray'), {
      recursive: true,
    });
    copyFileSync(path.join(root, 'package.json'), path.join(this.#stage, 'package.json'));
    symlinkSync(origin.modules, path.join(this.#stage, 'node_modules'), 'junction');
    for (const name of ['say.jsonl', 'heard.jsonl']) writeFileSync(path.join(this.#script, name), '');
    this.answer({ 'night.state': quietNight, 'settings.get': settingsInUtc, 'review.list': [] });
    this.#patch(patch);
  }

  /** With a page for tests and an engine that does as it is told. */
  scripted(): this {
    const engine = path.join(this.#stage, 'out', 'main', 'engine-process.js');
    copyFileSync(path.join(root, 'e2e', 'desktop', 'scripted-engine.mjs'), engine);
    cpSync(path.join(root, 'e2e', 'standin', 'page'), path.join(this.#stage, 'out', 'renderer'), {
      recursive: true,
    });
    return this;
  }

  /** With the real page and the real engine. */
  whole(): this {
    cpSync(path.join(this.#origin.out, 'renderer'), path.join(this.#stage, 'out', 'renderer'), {
      recursive: true,
    });
    cpSync(path.join(this.#origin.resources, 'sample'), path.join(this.#stage, 'resources', 'sample'), {
      recursive: true,
    });
    return this;
  }

  #patch(patch: Patch): void {
    const file = path.join(this.#stage, 'out', 'main', 'main.js');
    let text = readFileSync(file, 'utf8');
    for (const [pattern, instead] of patch) {
      expect(
        text.match(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`)) ?? [],
        String(pattern),
      ).toHaveLength(1);
      text = text.replace(pattern, instead);
    }
    writeFileSync(file, text);
  }

  get #words(): readonly string[] {
    return [this.#stage, `--user-data-dir=${path.join(this.home, 'window')}`];
  }
  get #env(): Record<string, string> {
    const { PATH = '', DISPLAY = '', ELECTRON_OVERRIDE_DIST_PATH = '', STANDIN_TRACE = '' } = process.env;
    const electronAt = ELECTRON_OVERRIDE_DIST_PATH === '' ? {} : { ELECTRON_OVERRIDE_DIST_PATH };
    return {
      PATH,
      DISPLAY,
      STANDIN_TRACE,
      HOME: this.home,
      // What a killed app leaves behind goes with the test.
      TMPDIR: this.folder,
      TZ: 'UTC',
      SLOWWAVE_SCRIPT: this.#script,
      ...electronAt,
    };
  }

  async start(...words: readonly string[]): Promise<Page> {
    await this.launch(...words);
    return this.page();
  }

  async launch(...words: readonly string[]): Promise<void> {
    this.#app = await electron.launch({ args: [...this.#words, ...words], cwd: this.#stage, env: this.#env });
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error('the app was not started');
    return this.#app;
  }

  /** The window's page, once it listens. */
  async page(): Promise<Page> {
    const page = this.app.windows()[0] ?? (await this.app.waitForEvent('window'));
    await page.waitForFunction(() => 'slowwave' in globalThis);
    return page;
  }

  /** A second start with the same profile. */
  spawnAgain(...words: readonly string[]): ChildProcess {
    const program = String(createRequire(import.meta.url)('electron'));
    return spawn(program, [...this.#words, ...words], { cwd: this.#stage, env: this.#env, stdio: 'ignore' });
  }

  /** Gives its exit status. */
  startAgain(...words: readonly string[]): Promise<number | null> {
    return new Promise((resolve) => this.spawnAgain(...words).on('exit', resolve));
  }

  /** What the engine answers from now on. */
  answer(answers: Partial<Record<CallName, unknown>>): void {
    for (const [name, value] of Object.entries(answers)) this.#answers.set(name as CallName, value);
    writeFileSync(path.join(this.#script, 'answers.json'), JSON.stringify(Object.fromEntries(this.#answers)));
  }
  say(event: LiveEvent | 'die'): void {
    appendFileSync(path.join(this.#script, 'say.jsonl'), `${JSON.stringify(event)}\n`);
  }
  heard(): readonly Heard[] {
    const lines = readFileSync(path.join(this.#script, 'heard.jsonl'), 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Heard);
  }
  calls(name: CallName): readonly unknown[] {
    return this.heard().flatMap((each) => (each.name === name ? [each.args] : []));
  }
  told(): readonly string[] {
    return this.heard().flatMap((each) => each.news?.kind ?? []);
  }
  enginePids(): readonly number[] {
    return this.heard().flatMap((each) => each.pid ?? []);
  }
  log(): string {
    return readFileSync(path.join(this.home, 'window', 'logs', 'slowwave.log'), 'utf8');
  }

  async end(): Promise<void> {
    await this.#app?.close().catch(() => undefined);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
