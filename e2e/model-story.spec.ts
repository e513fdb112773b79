// A model that helps, from the key to the limit, over the real host and engine and a server of ours that speaks Anthropic's
// API: nothing is sent before its owner agrees, a night shows what it asks and costs, and a second one stops at its cap.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { scriptedMind } from '../electron/engine/minds/testing/scripted-mind.ts';
import { startFakeClaude, type FakeClaude } from '../electron/engine/models/testing/fake-claude.ts';
import { axeFindings } from './fixture-page.ts';
import { RealApp } from './real-app.ts';

const app = new RealApp();
const key = 'sk-made-up-for-this-story';
let server: FakeClaude;
let letGo: () => void = () => undefined;

/** Answers that wait until the test has looked at the night as it goes. */
const held = new Promise<void>((resolve) => (letGo = resolve));

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  // Of another mind than the engine wherever it may be.
  const otherwise = new Map([
    ['near-gate', 'add'],
    ['weak', 'hold'],
    ['pair', 'merge'],
  ] as const);
  const mind = scriptedMind({
    decide: ({ what }) => {
      const operation = [...otherwise].find(([name]) => name === what)?.[1];
      return operation === undefined ? {} : { operation, because: 'It is meant to last.' };
    },
  });
  server = await startFakeClaude({
    reply: (heard) => ({ kind: 'say', text: mind(heard) }),
    before: () => held,
  });
  await app.start();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(async () => {
  letGo();
  await app.end();
  await server.close();
});

const go = (page: Page, route: string) => page.evaluate(`window.location.hash = ${JSON.stringify(route)}`);
const place = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

async function dream(page: Page): Promise<void> {
  await go(page, '#/tonight');
  await place(page, 'Tonight');
  await page.getByRole('button', { name: /^Dream now/u }).click();
}

/** Every file of ours below the home, as text. */
function ownFiles(): readonly { readonly file: string; readonly text: string; readonly mode: number }[] {
  const { home } = app.stranger;
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(home, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ file, text: readFileSync(file, 'latin1'), mode: statSync(file).mode & 0o777 }));
}

async function giveKey(page: Page): Promise<void> {
  await go(page, '#/settings/model');
  await page.getByRole('radio', { name: /^A server of your own/u }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(server.url);
  await page.getByRole('textbox', { name: 'Address' }).blur();
  const field = page.getByLabel('Key of the server, where it wants one');
  await field.fill(key);
  await page.getByRole('button', { name: 'Keep the key' }).click();
  await expect(page.getByText(/readable by you alone, not sealed/u)).toBeVisible();
  await expect(page.getByLabel('Another key')).toHaveValue('');
  expect(await page.content()).not.toContain(key);
  const holding = ownFiles().filter(({ text }) => text.includes(key));
  expect(holding.map(({ file, mode }) => [path.basename(file), mode])).toEqual([['server.key', 0o600]]);
}

async function chooseModels(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText(/answers, in [\d,]+ ms: 3 models/u)).toBeVisible();
  await page.getByLabel('Reads the sessions').selectOption('claude-haiku-4-5');
  await page.getByLabel('Weighs what was found').selectOption('claude-sonnet-5');
  await expect(page.getByText('$2.00 in, $10.00 out for a million tokens')).toBeVisible();
  await expect(page.getByText('You have not agreed that masked words go to')).toBeVisible();
}

test('a key, a consent, a night with a model, and a limit', async () => {
  test.setTimeout(180_000);
  expect(app.stranger.run('import').status).toBe(0);
  const page = await app.open();
  await page.getByRole('button', { name: 'Skip all' }).click();
  await giveKey(page);
  await chooseModels(page);

  // A key and no consent: the night is the engine's alone, and says so.
  await dream(page);
  await expect(page.getByText(/No model was asked\./u).first()).toBeVisible({ timeout: 60_000 });
  expect(server.heard).toEqual([]);

  await go(page, '#/settings/model');
  await page.getByRole('radio', { name: `Yes, to ${server.url}` }).check();
  await expect(page.getByText('The next night asks claude-sonnet-5.')).toBeVisible();
  await go(page, '#/tonight');
  await expect(page.getByText(/^\$0\.\d+ to \$\d+\.\d+ of \$0\.50 · /u)).toBeVisible();
  expect(server.heard).toEqual([]);

  // The night as it goes: what it asks, what it has cost so far, and the call that is under way.
  await dream(page);
  await expect(page.getByRole('region', { name: /what happens/iu })).toContainText('claude-sonnet-5 decides');
  await expect(page.getByText(/^\$0\.\d+ of \$0\.50$/u).first()).toBeVisible();
  await page.keyboard.press('t');
  await place(page, 'Run trace');
  await expect(page.getByText('under way').first()).toBeVisible();
  letGo();
  await expect(page.getByText(/\d+ of \d+ decisions changed/u)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('under way')).toHaveCount(0);
  expect(server.heard.length).toBeGreaterThan(1);
  expect(server.heard.every((heard) => heard.key === key)).toBe(true);

  await page.getByRole('tab', { name: 'Verdicts' }).click();
  await expect(page.getByText('Satisfied').first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'It is so.' }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'It is meant to last.' }).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('tab', { name: 'What was sent' }).click();
  await expect(page.getByText(/\d+ turns of \d+ sessions/u)).toBeVisible();

  // What it changed waits for an eye, and says whose it is.
  expect(JSON.stringify(app.stranger.json('review', 'list').value)).toContain('by-model');

  // The same doubts for another model are other questions; a cent pays for none of them.
  await go(page, '#/settings/budget');
  await page.getByLabel('US$ a night').fill('0.01');
  await page.getByLabel('US$ a night').blur();
  await go(page, '#/settings/model');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByRole('combobox', { name: 'Weighs what was found' }).selectOption('claude-opus-5');
  const before = server.heard.length;
  await dream(page);
  await expect(page.getByText(/^Stopped at a limit: money a night\./u)).toBeVisible({ timeout: 60_000 });
  expect(server.heard).toHaveLength(before);
  expect(app.complaints).toEqual([]);
});
