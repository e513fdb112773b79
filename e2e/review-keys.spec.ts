// A morning's review by keyboard alone, from made-up data: decide, step back, edit, look at proof, apply, take back.
import { expect, test, type Page } from '@playwright/test';
import { axeFindings, FixturePage } from './fixture-page.ts';
import { pressPair } from './key-pair.ts';

let fixtures: FixturePage;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  fixtures = new FixturePage();
  await fixtures.start();
});

test.afterAll(() => fixtures.stop());

const title = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });
const status = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);

test('decides, undoes and applies without a mouse', async () => {
  const page = await fixtures.open({ fixture: 'review' });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(title(page)).toHaveText('Package manager is pnpm, not npm');
  await page.keyboard.press('a');
  await status(page, 'Approved. 6 left.');
  await expect(title(page)).toHaveText('Checkout tests need the payment sandbox');
  await page.keyboard.press('u');
  await status(page, 'Undone: Approved.');
  await expect(title(page)).toHaveText('Package manager is pnpm, not npm');
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+X');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('2');
  await status(page, 'Rejected. 5 left.');
  await page.keyboard.press('s');
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('~/shop/CLAUDE.md');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Receipt' })).toContainText('3 changes applied');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo all' }).press('Enter');
  await expect(page.getByText('All of it was taken back.').first()).toBeVisible();
});

test('edits in place, and keys of the screen rest while one writes', async () => {
  const page = await fixtures.open({ fixture: 'review' });
  await page.keyboard.press('e');
  const editor = page.getByRole('textbox', { name: 'The line, in your words' });
  await expect(editor).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type(' Axe away');
  await expect(editor).toContainText('before committing. Axe away');
  await page.keyboard.press('Control+s');
  await status(page, 'Approved in your words. 6 left.');
  await page.keyboard.press('k');
  await expect(page.getByRole('article')).toContainText('Approved in your words');
});

test('shows proof, both sides, why, and every overlay without a finding of axe', async () => {
  const page = await fixtures.open({ fixture: 'review', theme: 'morning' });
  await page.keyboard.press('w');
  await expect(page.getByRole('table').first()).toContainText('Relevance');
  await page.keyboard.press('b');
  await page.keyboard.press('v');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog', { name: 'Evidence' }).locator('mark')).toHaveText(
    /we moved to pnpm/u,
  );
  await expect(page.locator('script', { hasText: 'alert' })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const [keys, name] of [
    ['?', 'Keyboard shortcuts'],
    ['m', 'It says the same as…'],
    ['Control+k', 'Commands'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    expect({ name, axe: await axeFindings(page) }).toEqual({ name, axe: [] });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the palette finds a place and goes there; the heading takes the focus', async () => {
  const page = await fixtures.open({ fixture: 'review' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tonight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tonight');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Tonight · Slowwave');
  await pressPair(page, 'g r', page.getByRole('heading', { level: 1, name: 'Review' }));
});

test('single keys can be switched off', async () => {
  const page = await fixtures.open({ fixture: 'review' });
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: /Single keys/u }).press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(title(page)).toHaveText('Package manager is pnpm, not npm');
});

test('a conflict and something set aside are settled by keys, and poison is shown for what it is', async () => {
  const conflict = await fixtures.open({ fixture: 'review-conflict' });
  await conflict.keyboard.press('Enter');
  await expect(conflict.getByRole('heading', { name: '~/shop/CLAUDE.md' })).toBeVisible();
  await conflict.keyboard.press('3');
  await expect(conflict.getByRole('textbox', { name: 'Result' })).toBeFocused();
  expect(await axeFindings(conflict)).toEqual([]);
  const aside = await fixtures.open({ fixture: 'review-quarantined' });
  await aside.getByRole('button', { name: /Gives orders/u }).press('Enter');
  await aside.getByRole('button', { name: 'Show the text' }).press('Enter');
  await expect(aside.getByRole('article')).toContainText('instruc⟨U+200B⟩tions');
  expect(await axeFindings(aside)).toEqual([]);
});

test('what a dream tells can be opened, and waking asks once', async () => {
  const page = await fixtures.open({ fixture: 'dreaming' });
  await page.getByRole('button', { name: /^Open: Compared what 9 sessions said/u }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Evidence' }).locator('mark').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Open: Masked 2 secrets/u }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('dialog', { name: 'Wake now?' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Wake', exact: true }).last().press('Enter');
  await expect(page.getByText('Waking at the next safe point…')).toBeVisible();
});
