// A dream that lasts, over the real host and engine: begun from another screen, watched, ended by a crash, woken, and gone on with
// until it is whole.
import { expect, test } from '@playwright/test';
import { pressPair } from './key-pair.ts';
import { RealApp } from './real-app.ts';

const app = new RealApp();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  expect(app.stranger.run('import').status).toBe(0);
  await app.start();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

test('a dream is watched as it goes, crashes, is tried again, woken, and gone on with', async () => {
  test.setTimeout(300_000);
  const page = await app.open();
  await page.getByRole('button', { name: 'Skip all' }).click();
  await pressPair(page, 'g m', page.getByRole('heading', { level: 1, name: 'Memory' }));
  // Enough new work that the night lasts.
  app.stranger.writeHistory(300);
  await page.keyboard.press('Control+Shift+D');
  const dreaming = page.getByRole('heading', { level: 2, name: /^Dreaming/u });
  await expect(dreaming).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tonight');
  // What happens is what is told: a real session, how many there are, and the stair so far.
  await expect(dreaming).toHaveText(/Reading/u);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('region', { name: /what happens/iu }).getByRole('listitem')).not.toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /Reading/u })).toHaveCount(1);
  // It crashes: what happened and what is safe is said, and it is gone on with from there.
  app.killNewestWork();
  const again = page.getByRole('button', { name: 'Retry from here' }).first();
  await expect(again).toBeVisible();
  await expect(page.getByText(/^The dream stopped before its end/u)).toBeVisible();
  await expect(page.getByText('No memory file was changed.').first()).toBeVisible();
  const failed = app.stranger.json('nights').value as {
    readonly nights: readonly { readonly outcome: string }[];
  };
  expect(failed.nights[0]?.outcome).toBe('failed');
  await again.click();
  await expect(dreaming).toBeVisible();
  // Nothing waits for it: other screens open while it works.
  await pressPair(page, 'g s', page.getByRole('heading', { level: 1, name: 'Sources' }));

  // Waking asks once, from anywhere; it ends at its next safe point, and the receipt says so.
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('dialog', { name: 'Wake now?' })).toBeVisible();
  await page.getByRole('button', { name: 'Wake', exact: true }).press('Enter');
  await pressPair(page, 'g t', page.getByRole('heading', { level: 1, name: 'Tonight' }));
  await expect(dreaming).toHaveCount(0);
  // On a machine with no time to spare no safe point comes within five seconds: then it is ended, and says so.
  const goOn = page.getByRole('button', { name: /^(?:Continue|Retry from here)$/u }).first();
  await expect(goOn).toBeVisible({ timeout: 20_000 });
  const [night] = (
    app.stranger.json('nights').value as { readonly nights: readonly { readonly outcome: string }[] }
  ).nights;
  const said = night?.outcome === 'woken' ? /^Woken at/u : /^The dream stopped before its end/u;
  await expect(page.getByText(said)).toBeVisible();

  // It goes on and comes to its end; what was kept is not read twice.
  await goOn.click();
  await expect(dreaming).toBeVisible();
  await expect(dreaming).toHaveCount(0, { timeout: 60_000 });
  await page.getByRole('button', { name: /^Open review/u }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(app.complaints).toEqual([]);
});
