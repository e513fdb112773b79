// Pictures of screens, kept to be compared with: taken with bundled letters, a clock that stands and no movement, and named
// by Chromium's major version, because another one draws letters a little differently. `npm run looks` takes them anew.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { withFewColors } from '../scripts/palette-png.ts';

const folder = path.join(import.meta.dirname, 'looks');
export const isRenewing = process.env['LOOKS'] === 'renew';

// The share of points that may differ, some hundred of a million: a letter's edge here and there, and no word.
const differingMax = 0.0001;
// How far a point may be off and still count as alike, of 1: kept pictures have 256 colours at most.
const colorTolerance = 0.2;

/** "chromium-156" of "156.0.8078.79". */
const folderName = (browser: Browser): string => `chromium-${browser.version().split('.')[0] ?? ''}`;

/** Why nothing is compared in this browser; null where it is. */
export function notCompared(browser: Browser): string | null {
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  const own = folderName(browser);
  if (kept.includes(own)) return null;
  if (kept.length === 0) return 'not compared: no pictures are kept (npm run looks)';
  return `not compared: pictures are of ${kept.join(', ')}, this is ${own}`;
}

/** Names of the pictures that are kept for this browser. */
export const keptLooks = (browser: Browser): readonly string[] =>
  notCompared(browser) === null
    ? readdirSync(path.join(folder, folderName(browser))).map((name) => path.parse(name).name)
    : [];

/** Compares what a page shows with its picture, or takes the picture anew. */
export async function compareLook(browser: Browser, page: Page, name: string): Promise<void> {
  const place = path.join(folder, folderName(browser));
  const file = path.join(place, `${name}.png`);
  // Letters of other scripts are fetched when they are first drawn.
  await page.evaluate('document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done)))');
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  if (isRenewing) {
    mkdirSync(place, { recursive: true });
    writeFileSync(file, await withFewColors(browser, bytes));
    return;
  }
  const why = notCompared(browser) ?? (existsSync(file) ? null : `not compared: ${name} has no picture yet`);
  if (why !== null) {
    test.info().annotations.push({ type: 'looks', description: why });
    return;
  }
  expect(bytes).toMatchSnapshot([folderName(browser), `${name}.png`], {
    maxDiffPixelRatio: differingMax,
    threshold: colorTolerance,
  });
}
