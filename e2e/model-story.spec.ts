// A model that helps, from the key to the limit, over the real host and engine and a server of ours that speaks Anthropic's
// API: nothing is sent before its owner agrees, a night shows what it asks and costs, a second one stops at its cap, and one
// whose batch was late is gone on with by itself.
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
const inBatch = { looksUntilEnded: 0 };

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
    batch: {
      get looksUntilEnded() {
        return inBatch.looksUntilEnded;
      },
      ends: (_, heard) => ({ kind: 'say', text: mind(heard) }),
    },
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
  await page.getByLabel('Grades what was decided').selectOption('claude-haiku-4-5');
  await expect(page.getByText('$1.00 in, $5.00 out for a million tokens')).toHaveCount(2);
  await expect(page.getByText('$2.00 in, $10.00 out for a million tokens')).toHaveCount(1);
  await expect(page.getByText('You have not agreed that masked words go to')).toBeVisible();
}

test('a key, a consent, a night with a model, a limit, and a batch that is answered by the morning', async () => {
  test.setTimeout(300_000);
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
  const graded = server.heard.filter(({ system }) => system.startsWith('You grade'));
  expect(new Set(graded.map(({ model }) => model))).toEqual(new Set(['claude-haiku-4-5']));

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
  await page.context().close();
  await aBatch();
  expect(app.complaints).toEqual([]);
});

/** The app ends while a batch is under way; once the service has answered, a start goes on with that night by itself. */
async function aBatch(): Promise<void> {
  expect(app.stranger.run('model', 'budget', '--usd-night', '0.5').status).toBe(0);
  expect(app.stranger.run('model', 'use', 'server', '--mode', 'batch').status).toBe(0);
  inBatch.looksUntilEnded = 10_000;
  const evening = await app.open();
  await dream(evening);
  await expect.poll(() => server.batches).toHaveLength(1);
  const handed = server.heard.length;
  await evening.context().close();
  await app.rest();

  await app.start();
  const page = await app.open();
  await go(page, '#/tonight');
  const card = page.getByRole('region', { name: 'Waiting for a batch' });
  await expect(card.getByText(/^handed in .+ · expires .+ · at most \$0\.\d+ set aside$/u)).toBeVisible();
  await expect(card.getByText(/again by itself \d\d:\d\d/u)).toBeVisible();
  await card.getByRole('button', { name: 'Ask now' }).click();
  await expect(card.getByText(/^0 of \d+ requests done$/u)).toBeVisible();
  await card.getByRole('button', { name: /^Stop waiting/u }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop waiting for this batch?' });
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go on waiting' }).click();
  await expect(card).toBeVisible();
  await page.context().close();
  await app.rest();

  inBatch.looksUntilEnded = 0;
  await app.start();
  const morning = await app.open();
  await go(morning, '#/tonight');
  const wentOn = morning.getByText(/^It went on with the night of .+: (\d+) of \1 requests answered\.$/u);
  await expect(wentOn).toBeVisible({ timeout: 60_000 });
  await expect(morning.getByRole('region', { name: 'Waiting for a batch' })).toHaveCount(0);
  // What was handed in at night is not sent again; what had found no room then is, under the same limits.
  const readings = server.heard.filter(({ system }) => system.startsWith('You read one'));
  const words = readings.map(({ user }) => user.replaceAll(/data-[0-9a-f]+/gu, 'data'));
  expect(handed).toBeGreaterThan(0);
  expect(readings.length).toBeGreaterThan(20);
  expect(new Set(words).size).toBe(words.length);
}
