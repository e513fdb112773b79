// What agents are served, over the real host, engine and built bundle: the owner sees the briefing that an agent gets, gives
// their word on an entry, and an agent asks for the same over the Model Context Protocol.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './fixture-page.ts';
import { RealApp } from './real-app.ts';
import { root } from './stranger.ts';

// One home, one host.
test.describe.configure({ mode: 'serial' });

const app = new RealApp();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  expect(app.stranger.run('dream', '--apply', 'auto').status).toBe(0);
  await app.start();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

const goTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
};

interface Briefed {
  readonly briefing: { readonly project: string; readonly text: string; readonly tokens: number };
}

test('the briefing on the screen is the one that an agent gets over the protocol', async () => {
  const { briefing } = app.stranger.json('briefing').value as Briefed;
  expect(briefing.tokens).toBeLessThanOrEqual(600);
  const page = await app.open();
  await goTo(page, 'Agents');
  const card = page.getByRole('region', { name: 'Briefing for the next session' });
  await expect(card.getByRole('listitem').first()).toBeVisible();
  await expect(card.getByRole('button', { name: briefing.project })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.close();

  const client = new Client({ name: 'cursor-vscode', version: '3.0.0' });
  const bundle = path.join(root, 'out', 'main', 'cli.js');
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [bundle, 'mcp'],
      env: { PATH: process.env['PATH'] ?? '', HOME: app.stranger.home },
      cwd: app.stranger.home,
    }),
  );
  const answer = await client.callTool({ name: 'briefing', arguments: { project: briefing.project } });
  expect(JSON.stringify(answer.content)).toContain(briefing.text.split('\n')[1]?.slice(0, 30));
  await client.close();
});

test('the owner says of an entry that it is wrong, and the next night proposes to retire it', async () => {
  const page = await app.open();
  await goTo(page, 'Memory');
  await page.locator('main [role="listitem"] button').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'It is wrong' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'proposes to retire it' })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
  expect(app.complaints).toEqual([]);
  await page.close();
  expect(app.stranger.run('dream').status).toBe(0);
  const waiting = JSON.stringify(app.stranger.json('review', 'list').value);
  expect(waiting).toContain('you said that it is wrong');
});
