// The app as a person has it: the real host and engine of the built command line over a made-up home, and a page of the
// system's Chromium upon it. What the page complains of in its console is a fault of the test that looked at it.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync, type ChildProcess } from 'node:child_process';
import { chromium, expect, type Browser, type Page, type TestInfo } from '@playwright/test';
import { writeSample } from '../electron/engine/night/sample.ts';
import { chromiumPath } from '../scripts/chromium.ts';
import { root, Stranger } from './stranger.ts';

export class RealApp {
  readonly stranger = new Stranger();
  readonly complaints: string[] = [];
  private host: ChildProcess | null = null;
  private browser: Browser | null = null;
  private address = '';

  /** Some weeks of work with three agents, as our own generator makes them up, ending now. */
  writeWeeks(nowMs = Date.now()): void {
    const sample = path.join(root, 'resources', 'sample');
    expect(writeSample({ sample, out: this.stranger.home, nowMs }).ok).toBe(true);
  }

  async start(): Promise<void> {
    this.host = this.stranger.start('serve', '--port', '0', '--json');
    let out = '';
    const errors: string[] = [];
    this.host.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    this.address = await new Promise<string>((resolve, reject) => {
      this.host?.stdout?.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (!out.includes('\n')) return;
        const { url, token } = JSON.parse(out) as { readonly url: string; readonly token: string };
        resolve(`${url}/?token=${token}`);
      });
      this.host?.once('exit', () => reject(new Error(`the host ended: ${errors.join('')}`)));
    });
    this.browser ??= await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    });
  }

  async open(width = 1280, height = 800): Promise<Page> {
    if (this.browser === null) throw new Error('not started');
    // axe wants a context of its own.
    const context = await this.browser.newContext({
      viewport: { width, height },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    await page.goto(this.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    return page;
  }

  /** What the pages showed when a test failed. */
  async pictureIfFailed(info: TestInfo): Promise<void> {
    if (info.status === info.expectedStatus) return;
    const pages = this.browser?.contexts().flatMap((context) => context.pages()) ?? [];
    await Promise.all(pages.map((page, i) => page.screenshot({ path: info.outputPath(`page-${i}.png`) })));
  }

  /** Kills what the host began last, as a crash would: a dream runs in a process of its own. */
  killNewestWork(): void {
    const { pid } = this.host ?? {};
    if (pid === undefined) throw new Error('not started');
    const { stdout } = spawnSync('pgrep', ['-n', '-P', String(pid)], { encoding: 'utf8' });
    process.kill(Number(stdout.trim()), 'SIGKILL');
  }

  /** Ends the host; the home and its store stay. */
  async rest(): Promise<void> {
    const { host } = this;
    this.host = null;
    if (host === null || host.exitCode !== null) return;
    const gone = once(host, 'exit');
    host.kill('SIGTERM');
    await gone;
  }

  async end(): Promise<void> {
    await this.browser?.close();
    await this.rest();
    this.stranger.leave();
  }

  read(file: string): string {
    return readFileSync(path.join(this.stranger.home, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.stranger.home, file), text);
  }
}
