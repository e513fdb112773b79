// Takes the README's pictures: the real app, in a browser, on the morning after a night over the sample home.
//   npm run build && node scripts/readme-pictures.ts
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from '@playwright/test';
import { writeSample } from '../electron/engine/night/sample.ts';
import { chromiumPath } from './chromium.ts';
import { withFewColors } from './palette-png.ts';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'resources', 'pictures');
const commandLine = path.join(root, 'out', 'main', 'cli.js');
const zone = 'America/New_York';

const home = mkdtempSync(path.join(tmpdir(), 'slowwave-pictures-'));
const env = { PATH: process.env['PATH'] ?? '', HOME: home, NO_COLOR: '1', TZ: zone };

async function serve(): Promise<{ readonly address: string; readonly app: ChildProcess }> {
  const app = spawn(process.execPath, [commandLine, 'serve', '--json'], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: app.stdout })) {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('url' in said) || !('token' in said)) break;
    return { address: `${String(said.url)}/?token=${String(said.token)}`, app };
  }
  throw new Error('"slowwave serve --json" did not say where it listens');
}

interface Picture {
  readonly name: string;
  readonly theme: 'dark' | 'light';
  readonly place: string;
  readonly see: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: 'review',
    theme: 'dark',
    place: 'review',
    see: (page) => page.locator('main article h2').first().waitFor(),
  },
  {
    name: 'evidence',
    theme: 'light',
    place: 'review',
    see: async (page) => {
      await page.locator('main article h2').first().waitFor();
      await page.keyboard.press('o');
      await page.locator('[role=dialog] mark').first().waitFor();
    },
  },
  {
    name: 'tonight',
    theme: 'dark',
    place: 'tonight',
    see: (page) => page.locator('main svg[role=img]').first().waitFor(),
  },
  {
    name: 'diary',
    theme: 'light',
    place: 'diary',
    see: (page) => page.locator('main article').first().waitFor(),
  },
];

async function take(browser: Browser, address: string, { name, theme, place, see }: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: zone,
    locale: 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await page.goto(`${new URL(address).origin}/#/${place}`);
  await see(page);
  await page.waitForTimeout(500);
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(path.join(out, `${name}.png`), await withFewColors(browser, bytes));
  await context.close();
}

const wrote = writeSample({
  sample: path.join(root, 'resources', 'sample'),
  out: home,
  nowMs: Date.now(),
});
if (!wrote.ok) throw new Error(wrote.error);
const dreamt = spawnSync(process.execPath, [commandLine, 'dream'], {
  cwd: home,
  env,
  encoding: 'utf8',
});
if (dreamt.status !== 0) throw new Error(dreamt.stderr);
mkdirSync(out, { recursive: true });
const { address, app } = await serve();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
try {
  for (const picture of pictures) await take(browser, address, picture);
} finally {
  await browser.close();
  app.kill('SIGTERM');
  rmSync(home, { recursive: true, force: true });
}
