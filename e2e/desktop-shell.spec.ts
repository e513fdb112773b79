// The desktop shell around a night: window, tray, notification, power, menu, links, and its end. The built main and
// preload are real; the engine does as each test tells it, so that a night takes no night.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dream, dueAtMs, quietNight, recordOf, settingsInUtc } from '../electron/main/testing/standing.ts';
import type { Bridge, LiveEvent } from '../shared/contract.ts';
import { DesktopApp } from './desktop/desktop-app.ts';
import {
  answerDialogs,
  clickMenu,
  clickNotice,
  clickTray,
  isAlive,
  seen,
  watchSystem,
  windows,
} from './desktop/watching.ts';

type WithBridge = typeof globalThis & { readonly slowwave: Bridge };

let desktop: DesktopApp;

test.beforeEach(() => {
  desktop = new DesktopApp().scripted();
});
test.afterEach(() => desktop.end());

const changed: LiveEvent = { kind: 'changed', subjects: ['night', 'settings'] };

/** The shell is told, and shows it. */
async function tellNight(night: object): Promise<void> {
  desktop.answer({ 'night.state': { ...quietNight, ...night } });
  desktop.say(changed);
}

const tip = async (): Promise<string> => (await seen(desktop.app)).tray.tip;

test('a page has the bridge and nothing else of ours, and every answer is a value', async () => {
  desktop.answer({ 'night.list': [{ night: 'n1' }] });
  const page = await desktop.start();
  const found = await page.evaluate(async () => {
    const { slowwave } = globalThis as WithBridge;
    const ask = (name: string, args: unknown): Promise<unknown> =>
      slowwave.call(name as never, args as never);
    return {
      keys: Object.keys(slowwave),
      node: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer'].filter(
        (name) => name in globalThis,
      ),
      known: await ask('night.list', {}),
      unknown: await ask('night.drop', {}),
      wrong: await ask('night.compare', { first: 7 }),
      odd: await ask('night.list', { work: () => 1 }),
    };
  });
  expect(found).toMatchObject({
    keys: ['call', 'listen'],
    node: [],
    known: { ok: true, value: [{ night: 'n1' }] },
    unknown: { ok: false, error: { kind: 'not-found' } },
    wrong: { ok: false, error: { kind: 'wrong-input' } },
    odd: { ok: false },
  });
  expect(desktop.calls('night.compare')).toEqual([]);
});

test('the window is closed, the tray stays, and the window comes again in its place', async () => {
  await desktop.start();
  await watchSystem(desktop.app);
  await tellNight({ reviewWaiting: 7 });
  await expect.poll(tip).toBe('Slowwave · 7 changes to review');
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 60, y: 40, width: 900, height: 700 });
    window?.close();
  });
  await expect.poll(() => windows(desktop.app)).toEqual([]);
  await expect
    .poll(async () => (await seen(desktop.app)).notices.map(({ title }) => title))
    .toEqual(['Slowwave stays awake for you']);
  const opened = desktop.app.waitForEvent('window');
  await clickTray(desktop.app, 'Review 7 changes');
  const page = await opened;
  await expect(page.locator('li').first()).toHaveText('go /review');
  expect(await windows(desktop.app)).toMatchObject([{ x: 60, width: 900 }]);
  // It is said once in its life.
  await page.close();
  await expect.poll(() => windows(desktop.app)).toEqual([]);
  await clickTray(desktop.app, 'Open Slowwave');
  await desktop.page();
  expect((await seen(desktop.app)).notices).toHaveLength(1);
});

test('the tray follows a night from stage to stage, and the computer stays awake for it', async () => {
  await desktop.start();
  await watchSystem(desktop.app);
  const isBlocked = (): Promise<boolean> =>
    desktop.app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
  expect(await isBlocked()).toBe(false);
  await expect.poll(() => desktop.calls('night.state').length).toBeGreaterThan(0);
  for (const [stage, text] of [
    ['light', 'Light'],
    ['rem', 'REM'],
    ['deep', 'Deep'],
  ] as const) {
    desktop.say({ kind: 'run', running: { ...dream, stage } });
    await expect.poll(tip).toBe(`Slowwave · Dreaming · ${text} · 12/41 · $0.11`);
  }
  expect(await isBlocked()).toBe(true);
  expect((await seen(desktop.app)).tray.hasPicture).toBe(true);
  expect((await seen(desktop.app)).tray.items.map(({ label }) => label)).toContain('Wake');
  desktop.answer({ 'night.state': { ...quietNight, records: [recordOf('empty')] } });
  desktop.say(changed);
  await expect.poll(tip).toBe('Slowwave · Next: Sat 03:00');
  expect(await isBlocked()).toBe(false);
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
});

test('a dream is begun from the tray and the menu, and woken only when that is meant', async () => {
  await desktop.start();
  await watchSystem(desktop.app);
  await tellNight({ reviewWaiting: 1 });
  await expect.poll(tip).toContain('1 change');
  await clickTray(desktop.app, 'Dream now');
  await clickMenu(desktop.app, 'Night/Dream now');
  await expect.poll(() => desktop.calls('night.start').length).toBe(2);
  await tellNight({ running: dream });
  await expect.poll(tip).toContain('Dreaming');
  await answerDialogs(desktop.app, 1);
  await clickMenu(desktop.app, 'Night/Wake');
  await expect.poll(async () => (await seen(desktop.app)).dialogs.length).toBe(1);
  expect(desktop.calls('night.wake')).toEqual([]);
  await answerDialogs(desktop.app, 0);
  await clickTray(desktop.app, 'Wake');
  await expect.poll(() => desktop.calls('night.wake').length).toBe(1);
});

test('the morning has one notification, at the first unlock, and it leads to Review', async () => {
  await desktop.start('--hidden-from-nobody');
  await watchSystem(desktop.app);
  const flagged = { state: 'waiting', change: { flags: ['contradiction'] } };
  desktop.answer({
    // Any hour is after this wake time: what hours do is asked in morning.test.ts.
    'settings.get': { ...settingsInUtc, schedule: { ...settingsInUtc.schedule, wakeMinute: 0 } },
    'review.list': [flagged, flagged, { state: 'approved', change: { flags: ['conflict'] } }],
  });
  await desktop.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 3_600;
    powerMonitor.emit('lock-screen');
  });
  await tellNight({ records: [recordOf('ran')], reviewWaiting: 7 });
  await expect.poll(tip).toContain('7 changes');
  const notices = async (): Promise<readonly object[]> => (await seen(desktop.app)).notices;
  expect(await notices()).toEqual([]);
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
  await expect
    .poll(notices)
    .toEqual([{ title: '7 changes to review', body: '2 need your hand. About 2 minutes.' }]);
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
  await clickNotice(desktop.app, 0);
  await expect((await desktop.page()).locator('li', { hasText: 'go' })).toHaveText('go /review');
  // The next night found nothing.
  await tellNight({ records: [{ ...recordOf('empty'), dueAtMs: dueAtMs + 86_400_000 }], reviewWaiting: 6 });
  await expect.poll(tip).toContain('6 changes');
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
  expect(await notices()).toHaveLength(1);
});

test('the engine is told that the computer sleeps, wakes, is locked, and runs on battery', async () => {
  await desktop.start();
  await expect.poll(() => desktop.told()).toContain('power');
  await desktop.app.evaluate(({ powerMonitor }) => {
    powerMonitor.isOnBatteryPower = () => true;
    powerMonitor.getSystemIdleTime = () => 61;
    for (const news of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-battery'])
      powerMonitor.emit(news);
  });
  await expect
    .poll(() => desktop.told().slice(1))
    .toEqual(['suspend', 'resume', 'power', 'lock', 'unlock', 'power']);
  expect(desktop.heard().findLast(({ kind }) => kind === 'tell')?.news?.state).toEqual({
    onBattery: true,
    idleMs: 61_000,
  });
});

test('a second start shows the first one’s window and ends; a link only opens a screen', async () => {
  const page = await desktop.start('slowwave://diary/2026-11-20');
  await expect(page.locator('li')).toHaveText(['go /diary/2026-11-20']);
  expect(await desktop.startAgain('slowwave://review/2026-11-20')).toBe(0);
  expect(await desktop.startAgain('slowwave://review/2026-11-20/apply')).toBe(0);
  await expect(page.locator('li')).toHaveText(['go /diary/2026-11-20', 'go /review/2026-11-20']);
  await desktop.app.evaluate(({ app }) =>
    app.emit('open-url', { preventDefault: () => undefined }, 'slowwave://memory'),
  );
  await expect(page.locator('li').last()).toHaveText('go /memory');
  expect(await windows(desktop.app)).toHaveLength(1);
  expect(desktop.enginePids()).toHaveLength(1);
  await page.close();
  await expect.poll(() => windows(desktop.app)).toEqual([]);
  expect(await desktop.startAgain()).toBe(0);
  await expect.poll(() => windows(desktop.app)).toHaveLength(1);
});

test('a start at login shows no window, and the setting writes what starts it', async () => {
  await desktop.launch('--hidden');
  await expect.poll(() => desktop.calls('settings.get').length).toBeGreaterThan(0);
  expect(await windows(desktop.app)).toEqual([]);
  desktop.answer({
    'settings.get': {
      ...settingsInUtc,
      startAtLogin: true,
      appearance: { ...settingsInUtc.appearance, theme: 'morning' },
    },
  });
  desktop.say(changed);
  await expect.poll(() => desktop.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');
  if (process.platform === 'linux') {
    const file = path.join(desktop.home, '.config', 'autostart', 'slowwave.desktop');
    await expect.poll(() => existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec=".+" "--hidden"$/mu);
    desktop.answer({ 'settings.get': settingsInUtc });
    desktop.say(changed);
    await expect.poll(() => existsSync(file)).toBe(false);
  } else {
    const isSet = (): Promise<boolean> =>
      desktop.app.evaluate(({ app }) => app.getLoginItemSettings().openAtLogin);
    await expect.poll(isSet).toBe(true);
  }
});

test('an engine that dies is started anew, and the tray and the page are told', async () => {
  const page = await desktop.start();
  await watchSystem(desktop.app);
  await expect.poll(() => desktop.told().length).toBeGreaterThan(0);
  desktop.say('die');
  await expect.poll(() => new Set(desktop.enginePids()).size).toBe(2);
  await expect(page.locator('li', { hasText: 'engine' })).toHaveCount(2);
  await expect.poll(tip).toBe('Slowwave · Next: Sat 03:00');
  expect(desktop.log()).toContain('engine:');
});

test('a page that crashes is brought back once, and given up where it crashes again', async () => {
  await desktop.start();
  await watchSystem(desktop.app);
  const crash = (): Promise<void> =>
    desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  // A page that crashed may never answer: asked again, then.
  const heading = (): Promise<unknown> =>
    desktop.app.evaluate(({ BrowserWindow }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript("document.querySelector('h1')?.dataset.isReady ?? ''")
          .catch(() => 'gone'),
        new Promise((resolve) => void setTimeout(resolve, 500, 'silent')),
      ]),
    );
  await crash();
  await expect.poll(() => desktop.log()).toContain('reload');
  await expect.poll(heading).toBe('yes');
  await crash();
  await expect.poll(() => windows(desktop.app)).toEqual([]);
  expect((await seen(desktop.app)).dialogs).toHaveLength(1);
  expect(isAlive(desktop.enginePids()[0])).toBe(true);
});

test('quitting ends the engine and every other process', async () => {
  await desktop.start();
  await expect.poll(() => desktop.told().length).toBeGreaterThan(0);
  const main = desktop.app.process();
  const exited = new Promise((resolve) => main.once('exit', resolve));
  await desktop.app.evaluate(({ app }) => app.quit());
  expect(await exited).toBe(0);
  expect(desktop.heard().at(-1)?.kind).toBe('end');
  await expect.poll(() => desktop.enginePids().filter(isAlive)).toEqual([]);
  if (process.platform === 'linux') await expect.poll(() => childrenOf(main.pid)).toEqual([]);
});

test('an app that is killed leaves no process behind', async () => {
  await desktop.start();
  await expect.poll(() => desktop.told().length).toBeGreaterThan(0);
  const main = desktop.app.process();
  const below = process.platform === 'linux' ? childrenOf(main.pid) : [];
  main.kill('SIGKILL');
  await expect.poll(() => [...below, ...desktop.enginePids()].filter(isAlive)).toEqual([]);
});

test('the log is shown, names no folder of its owner, and quits nothing', async () => {
  await desktop.start();
  await watchSystem(desktop.app);
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "void fetch('http://127.0.0.1:9/?token=abcdef0123').catch(() => 0)",
    ),
  );
  await clickMenu(desktop.app, 'Help/Show log files');
  await expect.poll(async () => (await seen(desktop.app)).files).toHaveLength(1);
  expect(desktop.log()).toContain('Slowwave 0.1.0 starts.');
  expect(desktop.log()).not.toContain(desktop.home);
  expect(desktop.log()).not.toContain('abcdef0123');
});

/** Every process below one, as Linux lists them. */
function childrenOf(pid: number | undefined): readonly number[] {
  if (pid === undefined) return [];
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const direct = children === '' ? [] : children.split(' ').map(Number);
    return direct.flatMap((each) => [each, ...childrenOf(each)]);
  } catch {
    return [];
  }
}
