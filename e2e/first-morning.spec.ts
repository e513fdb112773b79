// A newcomer's first day and the morning after it, over the real host and engine: from nothing read to a first applied
// change, then a whole review by keyboard alone, to its receipt and back.
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './fixture-page.ts';
import { RealApp } from './real-app.ts';

// One home, one host: the second test is the morning after the first.
test.describe.configure({ mode: 'serial' });

const app = new RealApp();
const site = 'projects/booking-site';

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  // A second line that two files say to the letter, so that duplicates make a group.
  for (const file of [`${site}/CLAUDE.md`, `${site}/AGENTS.md`]) {
    app.write(file, `${app.read(file)}- Tours start at nine.\n`);
  }
  await app.start();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

const title = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 }).first();
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);
const place = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

/** One tick goes, which another window sees as well, and comes again. */
async function leavesOutOneProject(page: Page): Promise<void> {
  const group = page.getByRole('group', { name: 'Projects that may be read' });
  const booking = group.getByRole('checkbox', { name: /^booking-site/u });
  await expect(booking).toBeChecked();
  await expect(group.getByText(/^Claude Code: \d+ session.*newest/u).first()).toBeVisible();
  await booking.uncheck();
  await says(page, 'Kept.');
  await page.reload();
  await expect(booking).not.toBeChecked();
  await booking.press('Space');
  await expect(booking).toBeChecked();
  await says(page, 'Kept.');
}

test('a newcomer goes from nothing read to a first applied change', async () => {
  const page = await app.open();
  await place(page, 'Welcome to Slowwave');
  expect(app.stranger.run('memory', 'list').out).not.toContain('Tours start at nine');
  await page.getByRole('button', { name: 'Import all 42' }).click();
  await expect(page.getByText('42 new sessions imported')).toBeVisible();
  for (const step of ['What may be read', 'Who dreams', 'When']) {
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { level: 2, name: step })).toBeFocused();
    if (step === 'What may be read') await leavesOutOneProject(page);
  }
  await page.getByRole('button', { name: 'Take a short nap now' }).click();
  // The nap ends in a review of the person's own week.
  await place(page, 'Review');
  const first = await title(page).textContent();
  expect(first).not.toBe('');
  await page.getByRole('button', { name: /^Approve/u }).click();
  // What is said of it to a screen reader may give way to the end of the nap at once; the next story listens to it.
  await expect(page.getByText('1 approved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Apply 1 change/u }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('checkbox', { name: /files/u })).toBeChecked();
  await sheet.getByRole('button', { name: 'Apply 1 change' }).click();
  await expect(page.getByRole('article', { name: 'Receipt' })).toContainText('1 change applied');
  const { value } = app.stranger.json('files', 'list');
  expect(JSON.stringify(value)).toContain('done');
  expect(app.complaints).toEqual([]);
  await page.close();
});

test('a morning’s review by keyboard alone, to an applied receipt and back', async () => {
  test.setTimeout(300_000);
  const page = await app.open();
  const press = async (...keys: readonly string[]): Promise<void> => {
    // One after another, as a hand does.
    for (const key of keys) await page.keyboard.press(key);
  };
  // It opens where something waits; both kinds of ways go everywhere.
  await place(page, 'Review');
  for (const [i, [letter, name]] of (
    [
      ['t', 'Tonight'],
      ['r', 'Review'],
      ['d', /./u],
      ['m', 'Memory'],
      ['p', 'Patterns'],
      ['s', 'Sources'],
      ['a', 'Agents'],
      [',', 'Settings'],
    ] as const
  ).entries()) {
    await press('g', letter);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await press(`Control+${((i + 1) % 8) + 1}`);
    await press(`Control+${i + 1}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
  await press('g', 't');
  // A whole night at one key, and its end opens the review at another.
  await press('d');
  await expect(page.getByRole('heading', { level: 2, name: /^Dreaming/u })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /^Dreaming/u })).toHaveCount(0, {
    timeout: 30_000,
  });
  await place(page, 'Tonight');
  await press('Enter');
  await place(page, 'Review');

  const opened = async (): Promise<string> => (await title(page).textContent()) ?? '';
  const one = await opened();
  await press('j');
  const two = await opened();
  expect(two).not.toBe(one);
  await press('ArrowDown', 'k', 'ArrowUp');
  await expect(title(page)).toHaveText(one);

  // What it is and why, before anything is decided.
  await press('w');
  await expect(page.getByRole('table').first()).toContainText('Relevance');
  await press('w', 'o');
  await expect(page.getByRole('dialog', { name: 'Evidence' }).locator('mark').first()).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Decisions; the one just taken back is open again.
  await press('a');
  await says(page, /^Approved\./u);
  await press('u');
  await expect(title(page)).toHaveText(one);
  await press('1');
  await says(page, /^Approved\./u);
  await press('e');
  const editor = page.getByRole('textbox', { name: 'The line, in your words' });
  await expect(editor).toBeFocused();
  await press('Escape');
  await expect(editor).toHaveCount(0);
  await press('e');
  await expect(editor).toBeFocused();
  await press('Control+a');
  await page.keyboard.type('Written by hand in the morning.');
  await press('Control+s');
  await says(page, /^Approved in your words\./u);
  const three = await opened();
  await press('x');
  await says(page, /^Rejected\./u);
  await press('Control+z');
  await expect(title(page)).toHaveText(three);
  await press('3');
  await press('Shift+X');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('2');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await says(page, /^Rejected\./u);
  await press('s');
  await says(page, /^You will be asked tomorrow/u);
  await press('h');
  await press('m');
  const same = page.getByRole('dialog', { name: 'It says the same as…' });
  await expect(same).toBeVisible();
  await press('Escape');
  await expect(same).toHaveCount(0);
  await press('2');
  await expect(same).toBeVisible();
  await press('Tab', 'Enter');
  await expect(same).toHaveCount(0);
  await says(page, /^Kept as a duplicate/u);

  // Both sides, and the differences one by one, of a change that closes another line.
  await press('/');
  await page.keyboard.type('Pipa');
  await press('Enter');
  await expect(title(page)).toContainText('Pipa');
  await press('b', 'v', 'n', 'p');
  await expect(page.locator('article [data-hunk]').first()).toBeFocused();
  await press('v', '/', 'Escape');

  // The kinds of changes, by their tabs.
  await page.getByRole('tab', { name: /^All/u }).focus();
  await press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^Rules/u })).toHaveAttribute('aria-selected', 'true');
  await press('ArrowLeft');
  await expect(page.getByRole('tab', { name: /^All/u })).toHaveAttribute('aria-selected', 'true');

  // Duplicates together; then all of it at once.
  await press('Shift+A');
  await says(page, /^Approved\./u);
  await press('Control+k');
  await page.keyboard.type('shortcuts');
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const before = app.read(`${site}/AGENTS.md`);
  await press('Control+Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Apply/u })).toBeFocused();
  await press('Enter');
  const receipt = page.getByRole('article', { name: 'Receipt' });
  await expect(receipt).toContainText(/\d changes applied/u);
  expect(await axeFindings(page)).toEqual([]);
  expect(app.read(`${site}/AGENTS.md`)).not.toBe(before);
  await receipt.getByRole('button', { name: 'Undo all' }).focus();
  await press('Enter');
  await expect(page.getByText('All of it was taken back.').first()).toBeVisible();
  expect(app.read(`${site}/AGENTS.md`)).toBe(before);

  // Nights before and after, and where a line of memory comes from.
  await press('g', 'd', '[', ']', 'g', 'm');
  await place(page, 'Memory');
  expect(app.complaints).toEqual([]);
  await page.close();
});
