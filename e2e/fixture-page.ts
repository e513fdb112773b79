// The page of made-up data (vite.fixtures.config.ts), built once for a run and served on loopback, in the system's
// Chromium. What the page complains of in its console is a fault of the test that looked at it.
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { chromiumPath } from '../scripts/chromium.ts';
import { builtAt } from './build-fixtures.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Look {
  readonly fixture: string;
  readonly theme?: 'night' | 'morning';
  readonly language?: 'en' | 'zh';
  readonly width?: number;
  readonly height?: number;
  /** 2 for a browser's zoom of 200 %: half as many points, each twice as large. */
  readonly zoom?: number;
  /** Another route than the fixture's own. */
  readonly route?: string;
}

export class FixturePage {
  readonly complaints: string[] = [];
  private readonly folder = process.env[builtAt] ?? '';
  private readonly server: Server;
  private launched: Browser | null = null;

  constructor() {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://page');
      try {
        const bytes = readFileSync(path.join(this.folder, path.normalize(pathname)));
        response.setHeader('content-type', types[path.extname(pathname)] ?? 'application/octet-stream');
        response.end(bytes);
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.launched = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        // Letters are drawn alike on any machine.
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
        '--lang=en-US',
      ],
    });
  }

  get browser(): Browser {
    if (this.launched === null) throw new Error('not started');
    return this.launched;
  }

  async stop(): Promise<void> {
    await this.launched?.close();
    this.server.close();
  }

  /** Opens it and waits until it shows its heading and its letters. */
  async open(look: Look): Promise<Page> {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not started');
    const {
      fixture,
      theme = 'night',
      language = 'en',
      width = 1280,
      height = 800,
      zoom = 1,
      route = '',
    } = look;
    // axe wants a context of its own.
    const context = await this.browser.newContext({
      viewport: { width: width / zoom, height: height / zoom },
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
      // What the page falls back to where settings cannot be read.
      colorScheme: theme === 'night' ? 'dark' : 'light',
      deviceScaleFactor: zoom,
    });
    const page = await context.newPage();
    page.on('console', (message) => this.complaints.push(`${fixture}: ${message.text()}`));
    page.on('pageerror', (error) => this.complaints.push(`${fixture}: ${error.message}`));
    const asked = `fixture=${fixture}&theme=${theme}&lang=${language}`;
    const hash = route === '' ? '' : `#${route}`;
    await page.goto(`http://127.0.0.1:${address.port}/fixtures.html?${asked}${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page;
  }
}

/** What fades in is looked at once it is there: half faded, its contrast is nobody's. What never ends is not waited for. */
const whatFadesIsThere = `Promise.allSettled(
  document
    .getAnimations()
    .filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity)
    .map((animation) => animation.finished),
)`;

/** What axe finds against WCAG 2.2 AA: rule and element, empty for none. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(whatFadesIsThere);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
