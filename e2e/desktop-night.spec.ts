// A first night on the desktop, all of it real: main, preload, engine process, page. A stranger without any agent tries
// the sample, dreams, closes the window, finds the tray, reviews, and quits; the next start remembers.
import { expect, test } from '@playwright/test';
import { DesktopApp } from './desktop/desktop-app.ts';
import { clickMenu, clickTray, isAlive, seen, watchSystem, windows } from './desktop/watching.ts';

let desktop: DesktopApp;

test.beforeEach(() => {
  desktop = new DesktopApp().whole();
});
test.afterEach(() => desktop.end());

test('a first night, from the sample to the review and to the next start', async () => {
  test.setTimeout(300_000);
  const page = await desktop.start();
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  await watchSystem(desktop.app);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await expect(page.getByText(/42 .*sessions imported/u).first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Skip all' }).click();
  await clickMenu(desktop.app, 'Night/Dream now');
  const tip = async (): Promise<string> => (await seen(desktop.app)).tray.tip;
  await expect.poll(tip, { timeout: 60_000 }).toMatch(/^Slowwave · \d+ changes to review$/u);
  expect((await seen(desktop.app)).dialogs).toEqual([]);

  await page.close();
  await expect.poll(() => windows(desktop.app)).toEqual([]);
  const item = (await seen(desktop.app)).tray.items.find(({ label }) => label.startsWith('Review '));
  await clickTray(desktop.app, item?.label ?? '');
  const again = await desktop.page();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Review');
  await expect(again.getByRole('article').first()).toBeVisible();
  expect(complaints).toEqual([]);

  const main = desktop.app.process();
  const ended = new Promise((resolve) => main.once('exit', resolve));
  await desktop.app.evaluate(({ app }) => app.quit());
  expect(await ended).toBe(0);
  expect(isAlive(main.pid)).toBe(false);

  const next = await desktop.start();
  await expect(next.getByRole('article').first()).toBeVisible({ timeout: 15_000 });
});
