// What nights make of work, over the real host, engine and built bundle: a playbook whose rule is looked at, let in and taken
// back, the skill that comes of it, an agent that is connected and disconnected to the byte, and what memory costs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import {
  claudeLines,
  claudePath,
  dayMs,
  firstMs,
  type Said,
} from '../electron/engine/night/testing/temp-home.ts';
import { axeFindings } from './fixture-page.ts';
import { RealApp } from './real-app.ts';

// One home, one host.
test.describe.configure({ mode: 'serial' });

const app = new RealApp();
const codex = '.codex/config.toml';
const codexText = 'model = "gpt-6" # mine\n';

const put = (file: string, text: string): void => {
  const full = path.join(app.stranger.home, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
};

function session(id: string, daysAgo: number, said: readonly Said[]): void {
  const place = { home: app.stranger.home, data: '' };
  const day = { id, day: Math.floor((Date.now() - firstMs) / dayMs) - daysAgo, said };
  put(claudePath(day), claudeLines(place, day));
}

const ran = (run: string, failed = false): Said => ({
  run,
  printed: failed ? 'error: not logged in' : 'done',
  failed,
});

/** Deploys, of which those without a login fail, and other work. */
function work(): void {
  for (let at = 0; at < 12; at++) {
    const deployed = at % 3 === 0 ? [ran('make deploy', true), ran('make login'), ran('make deploy')] : null;
    session(`deploy-${at}`, 40 - at, [
      `Deploy the shop to staging, round ${at}.`,
      ...(deployed ?? [ran('make login'), ran('make deploy')]),
    ]);
    session(`paint-${at}`, 40 - at, [`Paint the header in colour ${at}.`, ran('make css')]);
  }
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  put(codex, codexText);
  put('shop/CLAUDE.md', '- Prices are shown with tax included.\n');
  work();
  const before = new Date(Date.now() - 20 * dayMs).toISOString();
  expect(app.stranger.run('--now', before, 'dream').status).toBe(0);
  for (let at = 0; at < 4; at++)
    session(`later-${at}`, 5 - at, [`Paint the footer in colour ${at}.`, ran('make css')]);
  expect(app.stranger.run('dream').status).toBe(0);
  await app.start();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

const goTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
};
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);

test('a playbook’s rule is shown with its counts and its source, let in, and taken back', async () => {
  const page = await app.open();
  await goTo(page, 'Patterns');
  const book = page
    .getByRole('region', { name: 'Playbooks' })
    .getByRole('article', { name: 'make deploy', exact: true });
  await expect(book).toContainText('Before `make deploy`, run `make login`.');
  await expect(book).toContainText(/Helped \d+, harmed 0/u);
  await book.getByRole('button', { name: 'Evidence' }).first().click();
  await expect(page.getByRole('dialog').locator('mark').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await book.getByRole('button', { name: 'Review the rule' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review');
  await expect(page.getByRole('article').first()).toContainText('make login');
  await page.keyboard.press('a');
  await says(page, /^Approved\./u);
  await page.keyboard.press('u');
  await says(page, /^Undone:/u);
  await expect(page.getByRole('article').first()).toContainText('make login');
  await goTo(page, 'Patterns');
  await expect(book.getByText('Waits for you').first()).toBeVisible();
  await book.getByRole('button', { name: 'Review the rule' }).first().click();
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /^Apply 1 change/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply 1 change' }).click();
  await expect(page.getByRole('article', { name: 'Receipt' })).toContainText('1 change applied');
  expect(app.complaints).toEqual([]);
  await page.close();
});

test('its skill is shown with its trial, written by hand, and taken back', async () => {
  const page = await app.open();
  await goTo(page, 'Patterns');
  const skill = page
    .getByRole('region', { name: 'Skills' })
    .getByRole('article', { name: 'make deploy', exact: true });
  await expect(skill).toContainText('Offered tonight');
  await expect(skill).toContainText(
    /would have been loaded in \d of \d with such work, and wrongly in 0 of \d/u,
  );
  const [file = ''] = /\.claude\/skills\/[a-z0-9-]+\/SKILL\.md/u.exec(await skill.innerText()) ?? [];
  expect(await axeFindings(page)).toEqual([]);
  await skill.getByRole('button', { name: 'Write it' }).click();
  await expect(skill).toContainText('0 sessions loaded it since');
  expect(app.read(file)).toContain('run `make login`');
  await skill.getByRole('button', { name: 'Take back the last write' }).click();
  await says(page, 'Taken back to the byte.');
  expect(existsSync(path.join(app.stranger.home, file))).toBe(false);
  expect(app.complaints).toEqual([]);
  await page.close();
});

test('an agent is connected after its diff was seen, and disconnected to the byte; rent is shown', async () => {
  const page = await app.open();
  await goTo(page, 'Agents');
  const row = page.getByRole('listitem', { name: 'Codex' });
  await expect(row).toContainText('Not connected');
  await row.getByRole('button', { name: 'Connect Codex' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('[mcp_servers.slowwave]');
  expect(app.read(codex)).toBe(codexText);
  await dialog.getByRole('button', { name: 'Write it' }).click();
  await expect(row).toContainText('Connected');
  expect(app.read(codex)).toContain('[mcp_servers.slowwave]');
  expect(app.read(codex).startsWith(codexText)).toBe(true);
  await row.getByRole('button', { name: 'Take back the connection of Codex' }).click();
  await expect(row).toContainText('Not connected');
  expect(app.read(codex)).toBe(codexText);

  const rent = page.getByRole('region', { name: /^Rent: \d/u });
  const line = rent.getByRole('row', { name: /Prices are shown with tax included/u });
  await expect(line).toContainText('4');
  expect(await axeFindings(page)).toEqual([]);
  await goTo(page, 'Memory');
  await page.locator('main [role="listitem"] button', { hasText: 'Prices are shown' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Loaded in 4 sessions');
  expect(app.complaints).toEqual([]);
  await page.close();
});
