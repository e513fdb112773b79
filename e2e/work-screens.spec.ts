// How work goes, under a person's hands, from made-up data: playbooks with their counts and sources, and weights that are
// in force only once they are adopted.
import { expect, test } from '@playwright/test';
import { cutText } from './cut-text.ts';
import { axeFindings, FixturePage } from './fixture-page.ts';

let fixtures: FixturePage;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  fixtures = new FixturePage();
  await fixtures.start();
});

test.afterAll(() => fixtures.stop());

test('a playbook shows each rule with its counts, its standing and its sources', async () => {
  const page = await fixtures.open({ fixture: 'patterns' });
  // the skill that is made of it bears its name, too, further down
  const book = page.getByRole('article', { name: 'npm run deploy' }).first();
  await expect(book).toContainText('11 sessions went well at the first attempt, 5 badly');
  await expect(book).toContainText('Helped 9, harmed 0 · without it 2 well, 5 badly · alone mended 3');
  await expect(book.getByText('Waits for you')).toHaveCount(1);
  await book.getByRole('button', { name: 'Evidence' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await book.getByRole('button', { name: 'Review the rule' }).click();
  await expect(page).toHaveURL(/#\/review\/latest\/chg_/u);
});

test('weights are adopted by hand, and set back', async () => {
  const page = await fixtures.open({ fixture: 'patterns' });
  const card = page.getByRole('region', { name: 'Your judgement' });
  await expect(card.getByRole('row', { name: /Recency/u })).toContainText('0.150.310.15');
  await card.getByRole('button', { name: 'Score by mine' }).click();
  await expect(card.getByRole('row', { name: /Recency/u })).toContainText('0.150.310.31');
  await expect(card).toContainText('Yours since');
  await card.getByRole('button', { name: 'Back to the usual ones' }).click();
  await expect(card.getByRole('row', { name: /Recency/u })).toContainText('0.150.310.15');
});

test('nothing is wrong with it in Chinese by day, and no text is cut', async () => {
  const page = await fixtures.open({ fixture: 'patterns', theme: 'morning', language: 'zh', width: 700 });
  await expect(page.getByRole('article', { name: 'npm run deploy' })).toHaveCount(2);
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutText(page)).toEqual([]);
});
