// What a person waits for between starting the app and a page that they can use, against an empty page in the same
// browser; and what the app costs while nobody does anything with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.ts';
import { benchNowMs, tiny } from '../histories.ts';
import { median } from '../line.ts';
import { night, type Measure, type Room } from '../room.ts';

const commandLine = fileURLToPath(new URL('../../electron/cli/slowwave.mjs', import.meta.url));
const builtPage = fileURLToPath(new URL('../../out/renderer/index.html', import.meta.url));
// A Linux process counts its time in hundredths of a second.
const tickMs = 10;

interface Served {
  readonly url: string;
  readonly token: string;
  readonly app: ChildProcess;
}

async function serve(room: Room, home: string, data: string): Promise<Served> {
  const app = spawn(process.execPath, [commandLine, 'serve', '--json', '--home', home, '--data', data], {
    env: { ...process.env, HOME: room.emptyHome },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: app.stdout })) {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('url' in said) || !('token' in said)) break;
    return { url: String(said.url), token: String(said.token), app };
  }
  throw new Error('"slowwave serve --json" did not say where it listens');
}

const ended = (app: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    app.once('exit', () => resolve());
    app.kill('SIGTERM');
  });

async function usableAfter(browser: Browser, address: string, selector: string): Promise<number> {
  const page = await browser.newPage();
  const startedAt = performance.now();
  await page.goto(address);
  await page.locator(selector).first().waitFor();
  const took = performance.now() - startedAt;
  await page.close();
  return took;
}

async function withApp(
  room: Room,
  work: (home: string, data: string, browser: Browser) => Promise<void>,
): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null || process.platform !== 'linux') {
    room.say('Chromium on Linux is not here; going on without the window.');
    return;
  }
  if (!existsSync(builtPage)) {
    room.say('The page is not built (npm run build); going on without the window.');
    return;
  }
  const history = await room.histories.of(tiny(60));
  const data = join(room.histories.place('store'), 'data');
  await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }], data);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await work(history.home, data, browser);
  } finally {
    await browser.close();
  }
}

export const windowStartUp: Measure = (room) =>
  withApp(room, async (home, data, browser) => {
    const empty: number[] = [];
    const page: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round <= room.sizes.rounds; round++) {
      const emptyMs = await usableAfter(browser, 'data:text/html,<h1>empty</h1>', 'h1');
      const startedAt = performance.now();
      const { url, token, app } = await serve(room, home, data);
      const pageMs = await usableAfter(browser, `${url}/?token=${token}`, 'main h1');
      const wholeMs = performance.now() - startedAt;
      await ended(app);
      // the first round fills the disk's cache and the browser's own
      if (round === 0) continue;
      empty.push(emptyMs);
      page.push(pageMs);
      whole.push(wholeMs);
    }
    room.print({
      measure: 'window-start-up',
      value: median(whole),
      unit: 'ms',
      baseline: median(empty),
      aim: null,
      details: { pageAloneMs: Math.round(median(page)), from: 'launch of "slowwave serve" to a usable page' },
    });
  });

/** User and system time of a process and all below it, in milliseconds: fields 14 and 15 of Linux's stat. */
function cpuMsOf(pid: number): number {
  const ticks = (of: number): readonly [parent: number, used: number] => {
    const stat = readFileSync(`/proc/${String(of)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [Number(fields[1]), Number(fields[11]) + Number(fields[12])];
  };
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        return [[Number(name), ...ticks(Number(name))] as const];
      } catch {
        return []; // it ended meanwhile
      }
    });
  const below = (of: number): number =>
    all
      .filter(([, parent]) => parent === of)
      .reduce((sum, [child, , used]) => sum + used * tickMs + below(child), 0);
  return below(pid) + ticks(pid)[1] * tickMs;
}

export const windowIdle: Measure = (room) =>
  withApp(room, async (home, data, browser) => {
    const { url, token, app } = await serve(room, home, data);
    const page = await browser.newPage();
    await page.goto(`${url}/?token=${token}`);
    await page.locator('main h1').first().waitFor();
    // what a start leaves to do is done after a few seconds
    await page.waitForTimeout(5000);
    const before = cpuMsOf(app.pid ?? 0);
    await page.waitForTimeout(room.sizes.idleMs);
    const used = cpuMsOf(app.pid ?? 0) - before;
    await page.close();
    await ended(app);
    room.print({
      measure: 'window-idle',
      value: used,
      unit: 'ms of CPU',
      baseline: room.sizes.idleMs,
      // "About nil", with a page that is open and a watchdog that looks once a minute: a hundredth of one core.
      aim: 0.01,
      details: { waitedMs: room.sizes.idleMs, of: 'the host and the engine, with the page open' },
    });
  });

const screens = ['tonight', 'review', 'diary', 'memory', 'patterns', 'sources', 'agents', 'settings'];
const kilobytesPerMegabyte = 1024;

/** What the largest page's process below this one holds for itself and its share of what it holds with others, in MB. */
function pageMegabytes(): number {
  const held = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) return [];
        const kilobytes = /^Pss:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1];
        return kilobytes === undefined ? [] : [Number(kilobytes) / kilobytesPerMegabyte];
      } catch {
        return []; // it ended meanwhile
      }
    });
  return Math.max(0, ...held);
}

/** The page's own memory once all eight screens were open, against an empty page. */
export const windowMemory: Measure = (room) =>
  withApp(room, async (home, data, browser) => {
    const blank = await browser.newPage();
    await blank.goto('data:text/html,<h1>empty</h1>');
    const empty = pageMegabytes();
    await blank.close();
    const { url, token, app } = await serve(room, home, data);
    const page = await browser.newPage();
    await page.goto(`${url}/?token=${token}`);
    for (const screen of screens) {
      await page.goto(`${url}/#/${screen}`);
      await page.locator('main h1').first().waitFor();
    }
    const value = pageMegabytes();
    await page.close();
    await ended(app);
    room.print({
      measure: 'window-memory',
      value,
      unit: 'MB',
      baseline: empty,
      aim: null,
      valueAim: 250,
      details: { screens: screens.length, of: 'the largest process of a page on this machine' },
    });
  });
