// How quickly a screen answers a hand, against a bare page in the same Chromium; and how much a window loads at first.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../../scripts/chromium.ts';
import { median } from '../line.ts';
import type { Measure, Room } from '../room.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const configFile = join(root, 'vite.fixtures.config.ts');
const assets = join(root, 'out', 'renderer', 'assets');

// A bare page has what a key did in its next frame, 16.7 ms later at 60 Hz. The design's budgets are 100 ms for a decision,
// 50 ms for the palette and 300 ms for a long difference.
const bareMs = 1000 / 60;
const decisionMs = 100;
const paletteMs = 50;
const longDiffMs = 300;

/** From a key to the first frame that has what it brings, in milliseconds. */
const keyTo = (page: Page, key: string, isThere: string, ctrl = false): Promise<number> =>
  page.evaluate(`(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const before = document.querySelector('main article h2')?.textContent;
    const isThere = () => ${isThere};
    const startedAt = performance.now();
    const event = { key: ${JSON.stringify(key)}, ctrlKey: ${String(ctrl)}, bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', event));
    do await frame(); while (!isThere() && performance.now() - startedAt < 20000);
    return performance.now() - startedAt;
  })()`);

const otherCard = "document.querySelector('main article h2')?.textContent !== before";

async function withScreens(
  room: Room,
  work: (open: (fixture: string) => Promise<Page>, bare: () => Promise<Page>) => Promise<void>,
): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    room.say('Chromium is not here; going on without the screens.');
    return;
  }
  const outDir = room.histories.place('screens');
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const viewport = { width: 1280, height: 800 };
  const open = async (fixture: string): Promise<Page> => {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}fixtures.html?fixture=${fixture}`);
    await page.locator('main h1').waitFor();
    // What a page fetches while it rests is there.
    await page.waitForTimeout(1000);
    return page;
  };
  const bare = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport });
    await page.setContent(`<main><article><h2>0</h2></article></main>
      <div id="list" style="height:600px;overflow-y:auto"><div style="height:500000px">a line</div></div>
      <script>addEventListener('keydown', () => document.querySelector('h2').textContent++)</script>`);
    return page;
  };
  try {
    await work(open, bare);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function repeated(times: number, once: (round: number) => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round <= times; round++) all.push(await once(round));
  // The first one compiles the code.
  return median(all.slice(1));
}

export const screenAnswers: Measure = (room) =>
  withScreens(room, async (open, bare) => {
    const times = room.sizes.rounds * 3;
    const plain = await bare();
    const bareMedian = await repeated(times, () => keyTo(plain, 'a', otherCard));
    const line = (
      measure: string,
      value: number,
      aimMs: number,
      details: Readonly<Record<string, unknown>>,
    ) => room.print({ measure, value, unit: 'ms', baseline: bareMedian, aim: aimMs / bareMs, details });

    const review = await open('review-many');
    const decision = await repeated(times, () => keyTo(review, 'a', otherCard));
    line('screen-decision', decision, decisionMs, { from: 'a decision to the next card', of: '21 changes' });

    const isOpen = "document.querySelector('[role=dialog] input') === document.activeElement";
    const palette = await repeated(times, async () => {
      const took = await keyTo(review, 'k', isOpen, true);
      await review.keyboard.press('Escape');
      await review.getByRole('dialog').waitFor({ state: 'detached' });
      return took;
    });
    line('screen-palette', palette, paletteMs, { from: 'Ctrl K to a field that can be typed into' });

    const file = await open('memory-long-diff');
    const diff = await repeated(room.sizes.rounds, async () => {
      await file.reload();
      await file.locator('main aside ol > li > button').nth(1).click();
      await file.waitForTimeout(500);
      return file.evaluate<number>(`(async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const isThere = () => /line 40 /u.test(document.querySelector('main').textContent);
        const startedAt = performance.now();
        document.querySelector('main aside ol > li > button').click();
        do await frame(); while (!isThere() && performance.now() - startedAt < 20000);
        return performance.now() - startedAt;
      })()`);
    });
    line('screen-long-diff', diff, longDiffMs, { of: 'two copies of a file that differ in 10,000 lines' });
  });

/** Scrolls a long way down, a screen a frame; the time that nineteen of twenty frames keep within. */
const scrolledBy = (page: Page, list: string): Promise<readonly [frameMs: number, emptyFrames: number]> =>
  page.evaluate(`(async () => {
    const place = ${list};
    const frame = () => new Promise(requestAnimationFrame);
    const took = [];
    let empty = 0;
    let last = await frame();
    for (let i = 0; i < 240; i++) {
      place.scrollTop += 700;
      const now = await frame();
      took.push(now - last);
      last = now;
      const box = place.getBoundingClientRect();
      const seen = document.elementFromPoint(box.left + 60, box.top + box.height / 2);
      if (seen === null || seen.textContent.trim() === '') empty++;
    }
    took.sort((a, b) => a - b);
    return [took[Math.floor(took.length * 0.95)], empty];
  })()`);

export const screenScroll: Measure = (room) =>
  withScreens(room, async (open, bare) => {
    const [bareFrameMs] = await scrolledBy(await bare(), "document.querySelector('#list')");
    const memory = await open('memory-many');
    const [frameMs, emptyFrames] = await scrolledBy(
      memory,
      "document.querySelector('main [role=list]').parentElement",
    );
    const inPage = await memory.getByRole('listitem').count();
    room.print({
      measure: 'screen-scroll',
      value: frameMs,
      unit: 'ms a frame, nineteen of twenty',
      baseline: bareFrameMs,
      // Two frames: one that is missed is not seen, two are.
      aim: 2,
      holds: emptyFrames === 0 && inPage < 200,
      details: { entries: 10_000, rowsInPage: inPage, emptyFrames },
    });
  });

/** A script and all that it needs at once; what it fetches later is left out. */
function closureOf(names: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    const text = readFileSync(join(assets, name), 'utf8');
    for (const [, needed] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/gu)) {
      if (needed !== undefined) add(needed);
    }
  };
  names.forEach(add);
  return all;
}

const kib = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1024;

export const screenSize: Measure = (room) => {
  const html = join(assets, '..', 'index.html');
  if (!existsSync(html)) {
    room.say('The page is not built (npm run build); going on without its size.');
    return Promise.resolve();
  }
  const text = readFileSync(html, 'utf8');
  const inPage = [...text.matchAll(/assets\/([\w.-]+\.js)/gu)].flatMap(([, name]) => name ?? []);
  const chunks = (name: string): readonly string[] => {
    const found = [...readFileSync(join(assets, inPage[0] ?? ''), 'utf8').matchAll(/\.\/([\w.-]+\.js)/gu)];
    return found.flatMap(([, each]) => (each?.startsWith(name) === true ? [each] : []));
  };
  const all = closureOf(readdirSync(assets).filter((name) => name.endsWith('.js')));
  const first = closureOf([...inPage, ...chunks('ReviewPage')]);
  room.print({
    measure: 'screen-first-load',
    value: kib(first),
    unit: 'KiB of script, gzip',
    baseline: kib(all),
    // All but the editor at once would be 0.77.
    aim: 0.6,
    details: { from: 'an empty window to Review', scripts: first.size, allScripts: all.size },
  });
  return Promise.resolve();
};
