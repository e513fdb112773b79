// Pictures of screens, kept to be compared with: taken with bundled letters, a clock that stands and no movement, and named
// by Chromium's major version, because another one draws letters a little differently. So may another build of the same one,
// or another machine: a picture of nothing but letters and lines says whether this one draws alike, and where it does not,
// nothing is compared. `npm run looks` takes all of them anew.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { withFewColors } from '../scripts/palette-png.ts';

const folder = path.join(import.meta.dirname, 'looks');
export const isRenewing = process.env['LOOKS'] === 'renew';

// The share of points that may differ, a hundred of a million: a letter's edge here and there, and no word.
const differingMax = 0.0001;
// How far a point may be off and still count as alike, of 1: kept pictures have 256 colours at most.
const colorTolerance = 0.1;

/** "chromium-156" of "156.0.8078.79". */
const folderName = (browser: Browser): string => `chromium-${browser.version().split('.')[0] ?? ''}`;
const fileOf = (browser: Browser, name: string): string =>
  path.join(folder, folderName(browser), `${name}.png`);

const letters = 'letters-and-lines';

/** Names of the pictures that are kept for this browser. */
export const keptLooks = (browser: Browser): readonly string[] =>
  existsSync(path.join(folder, folderName(browser)))
    ? readdirSync(path.join(folder, folderName(browser)))
        .map((name) => path.parse(name).name)
        .filter((name) => name !== letters)
    : [];

/** Why nothing is compared in this browser, on this machine; null where it is. `page`: shows anything, with our letters. */
export async function whyNotCompared(page: () => Promise<Page>): Promise<string | null> {
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  if (kept.length === 0 && !isRenewing) return 'not compared: no pictures are kept (npm run looks)';
  const shown = await page();
  const browser = shown.context().browser();
  if (browser === null) throw new Error('a page of a browser');
  if (isRenewing) {
    await keep(browser, letters, await lettersAndLines(shown));
    return null;
  }
  const own = folderName(browser);
  if (!kept.includes(own)) return `not compared: pictures are of ${kept.join(', ')}, this is ${own}`;
  try {
    expectAlike(browser, letters, await lettersAndLines(shown));
    return null;
  } catch {
    return `not compared: this build of ${own}, or this machine, draws letters otherwise than the one that took the pictures`;
  }
}

/** In place of the page, whatever it shows: letters of every kind of ours, a box with round corners, and a thin curve. */
async function lettersAndLines(page: Page): Promise<Buffer> {
  await page.evaluate(`
    document.body.replaceChildren(
      ...['sans', 'serif', 'mono'].map((kind) => {
        const line = document.createElement('p');
        line.style.cssText = 'margin:8px;padding:4px;border:1px solid;border-radius:6px;font:15px/22px var(--' + kind + ')';
        line.textContent = 'Sphinx of black quartz, judge my vow 0123456789 “→” 今晚 审阅 梦境日记';
        return line;
      }),
    );
    document.body.insertAdjacentHTML('beforeend', '<svg width="300" height="40" fill="none" stroke="currentColor"><path d="M2 38C80 2 200 2 298 38"/></svg>');
  `);
  await page.evaluate(drawn);
  return page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 180 } });
}

// Letters of other scripts are fetched when they are first drawn.
const drawn =
  'new Promise((done) => requestAnimationFrame(done)).then(() => document.fonts.ready).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))';

/** What is there already stays where nothing that is seen has changed: a point may be a shade off from one take to the next. */
async function keep(browser: Browser, name: string, bytes: Buffer): Promise<void> {
  const file = fileOf(browser, name);
  try {
    if (existsSync(file)) {
      expectAlike(browser, name, bytes, { maxDiffPixels: 0, threshold: 0.05 });
      return;
    }
  } catch {
    // It looks otherwise now.
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await withFewColors(browser, bytes));
}

function expectAlike(
  browser: Browser,
  name: string,
  bytes: Buffer,
  limits: {
    readonly maxDiffPixels?: number;
    readonly maxDiffPixelRatio?: number;
    readonly threshold: number;
  } = {
    maxDiffPixelRatio: differingMax,
    threshold: colorTolerance,
  },
): void {
  expect(bytes, 'if it is meant to look so: npm run looks').toMatchSnapshot(
    [folderName(browser), `${name}.png`],
    limits,
  );
}

/** Takes away pictures of what is gone, and of other versions of Chromium. */
export function forgetLooks(browser: Browser, wanted: readonly string[]): void {
  for (const name of keptLooks(browser)) if (!wanted.includes(name)) rmSync(fileOf(browser, name));
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name !== folderName(browser)) rmSync(path.join(folder, name), { recursive: true });
}

/** Compares what a page shows with its picture, or takes the picture anew. */
export async function compareLook(browser: Browser, page: Page, name: string): Promise<void> {
  // What a screen asks for by itself shortly after it is shown.
  await expect(page.locator('[data-asking]')).toHaveCount(0);
  await page.evaluate(drawn);
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  if (isRenewing) return keep(browser, name, bytes);
  if (!existsSync(fileOf(browser, name)))
    test.info().annotations.push({ type: 'looks', description: `not compared: ${name} has no picture yet` });
  else expectAlike(browser, name, bytes);
}
