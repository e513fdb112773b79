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

// A name below localhost: a page from there is as safe to a browser as one from this machine.
const host = 'made-up.localhost';

export class FixturePage {
  readonly complaints: string[] = [];
  private readonly folder = process.env[builtAt] ?? '';
  private readonly pages = new Map<string, Promise<Page>>();
  private shown = '';
  private opened = 0;
  private readonly server: Server;
  private launched: Browser | null = null;

  constructor() {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://page');
      try {
        const bytes = readFileSync(path.join(this.folder, path.normalize(pathname)));
        response.setHeader('content-type', types[path.extname(pathname)] ?? 'application/octet-stream');
        // Built files carry their content in their names.
        if (pathname.startsWith('/assets/')) response.setHeader('cache-control', 'max-age=3600, immutable');
        response.end(bytes);
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the page is served');
    this.launched = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        // Screens that name their own address name the same one each time.
        `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${address.port}`,
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

  /**
   * Opens it anew and waits until it shows its heading and its letters. One page for all looks of one kind, shown one after
   * the other: a page of its own for each took twice as long as all that is asked of it. What is loaded is another document
   * each time, and nothing is kept between them.
   */
  async open(look: Look): Promise<Page> {
    const {
      fixture,
      theme = 'night',
      language = 'en',
      width = 1280,
      height = 800,
      zoom = 1,
      route = '',
    } = look;
    const page = await this.pageFor({ theme, language, zoom });
    this.shown = fixture;
    await page.setViewportSize({ width: width / zoom, height: height / zoom });
    // Nothing is under the pointer, as before it ever moved.
    await page.mouse.move(0, 0);
    // Its number makes it another address, and so another document, whatever was shown before.
    this.opened += 1;
    const asked = `fixture=${fixture}&theme=${theme}&lang=${language}&opened=${this.opened}`;
    const hash = route === '' ? '' : `#${route}`;
    await page.goto(`http://${host}/fixtures.html?${asked}${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page;
  }

  private async pageFor(kind: Required<Pick<Look, 'theme' | 'language' | 'zoom'>>): Promise<Page> {
    const name = Object.values(kind).join(' ');
    const kept = await this.pages.get(name);
    if (kept !== undefined && !kept.isClosed()) {
      await kept.evaluate('localStorage.clear(); sessionStorage.clear()');
      return kept;
    }
    const made = this.newPage(kind);
    this.pages.set(name, made);
    return made;
  }

  private async newPage({
    theme,
    language,
    zoom,
  }: Required<Pick<Look, 'theme' | 'language' | 'zoom'>>): Promise<Page> {
    const context = await this.browser.newContext({
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
      // What the page falls back to where settings cannot be read.
      colorScheme: theme === 'night' ? 'dark' : 'light',
      deviceScaleFactor: zoom,
    });
    const page = await context.newPage();
    page.on('console', (message) => this.complaints.push(`${this.shown}: ${message.text()}`));
    page.on('pageerror', (error) => this.complaints.push(`${this.shown}: ${error.message}`));
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
    // What passed is not gathered; before the tags, which it would take away.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // In this page alone: none of ours holds another one, and the page that is opened to put frames together took as
    // long as looking.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
