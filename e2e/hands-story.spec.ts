// What a person's hand decides besides approving, each button over the real host and engine: a preview, a near miss that is
// kept, a file that is brought back beside another one's, lines that contradict; and a secret, which
// stands nowhere on screen and nowhere in our store.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './fixture-page.ts';
import { RealApp } from './real-app.ts';

test.describe.configure({ mode: 'serial' });

const app = new RealApp();
const agents = 'projects/booking-site/AGENTS.md';
const notes = '.openclaw/workspace/MEMORY.md';
// Made up, in the shape of a real one; put together here so that no scanner of this repository stops at it.
const secret = ['ghp', '9fK2mQ7xL4vB8nR1tY6wZ3cD5hJ0pS7aEfGu'].join('_');
let page: Page;

const at = (file: string): string => path.join(app.stranger.home, file);

/** A session of today in which a person gives a rule, and a key right after it. */
function writeSecretSession(): void {
  const folder = at('.claude/projects/-home-nora-shop');
  mkdirSync(folder, { recursive: true });
  const say = (n: number, content: string) => ({
    type: 'user',
    message: { role: 'user', content },
    uuid: `u${String(n)}`,
    parentUuid: n === 0 ? null : `u${String(n - 1)}`,
    isSidechain: false,
    userType: 'external',
    cwd: '/home/nora/shop',
    sessionId: 'with-a-key',
    version: '2.1.150',
    timestamp: new Date(Date.now() - 86_400_000 + n * 1000).toISOString(),
  });
  const rows = [
    say(0, 'Remember: the staging server is called Bramble from now on.'),
    say(1, `Here is the key for it: ${secret}`),
  ];
  writeFileSync(
    path.join(folder, 'with-a-key.jsonl'),
    rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  writeSecretSession();
  app.write(agents, app.read(agents).replace('plain files in static/', 'plain files in public/'));
  expect(app.stranger.run('dream').status).toBe(0);
  await app.start();
  page = await app.open();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

const go = (route: string) => page.evaluate(`location.hash = '#/${route}'`);
const row = (text: string | RegExp) => page.getByRole('listitem').getByRole('button', { name: text }).first();
const hand = () => page.getByRole('region', { name: 'Needs your hand' });
const waiting = (): string => app.stranger.run('review', 'list').out;

test('a secret stands nowhere: not beside its quote, on no screen, in no file of ours', async () => {
  await go('review');
  await row(/Bramble/u).click();
  await page.keyboard.press('o');
  const evidence = page.getByRole('dialog', { name: 'Evidence' });
  await expect(evidence).toContainText('Here is the key for it');
  await expect(evidence).toContainText('[GitHub token]');
  await expect(evidence).not.toContainText(secret);
  await page.keyboard.press('Escape');
  for (const place of [
    'tonight',
    'review',
    'diary',
    'memory',
    'patterns',
    'sources',
    'agents',
    'settings/data',
  ]) {
    await go(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect({ place, holds: (await page.content()).includes(secret) }).toEqual({ place, holds: false });
  }
  const ours = at('.local/share/slowwave');
  const files = readdirSync(ours, { recursive: true, encoding: 'utf8' }).map((file) => path.join(ours, file));
  const holding = files.filter((file) => statSync(file).isFile() && readFileSync(file).includes(secret));
  expect({ files: files.length > 0, holding }).toEqual({ files: true, holding: [] });
});

test('a preview shows what a night would bring, and leaves nothing behind', async () => {
  const before = waiting();
  await go('tonight');
  await page.getByRole('button', { name: 'Preview, no writes' }).click();
  await expect(page.getByText(/would be proposed/u)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('This was a preview on a private copy.')).toBeVisible();
  expect(waiting()).toBe(before);
});

test('a near miss is kept anyway, flagged, and waits like any other', async () => {
  const keep = page.getByRole('button', { name: /^Keep anyway: / }).first();
  const name = (await keep.getAttribute('aria-label')) ?? (await keep.textContent()) ?? '';
  const text = name.replace('Keep anyway: ', '');
  await keep.click();
  await expect(page.getByText('It waits in Review').first()).toBeVisible();
  expect(waiting()).toContain(text.slice(0, 30));
  await go('review');
  await expect(page.getByRole('article').first()).toBeVisible();
  // It may lie behind the first twelve.
  await page.keyboard.press('l');
  await row(text.slice(0, 30)).click();
  await expect(page.getByRole('article')).toContainText('Weak evidence');
});

test('a file that somebody wrote since is brought back beside it, and theirs stays', async () => {
  const first = app.read(notes);
  const theirs = `${first}\n- Written by somebody else.\n`;
  app.write(notes, theirs);
  expect(app.stranger.run('guard', 'scan').status).toBe(0);
  await go(`memory/${encodeURIComponent(notes)}`);
  const copies = page.getByRole('complementary', { name: 'What this file was' }).getByRole('listitem');
  await expect(copies).not.toHaveCount(1);
  await copies.nth(1).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Restore this file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep both' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(() => readdirSync(path.dirname(at(notes))).filter((name) => name.startsWith('MEMORY.md.copy-')))
    .toHaveLength(1);
  const [copy = ''] = readdirSync(path.dirname(at(notes))).filter((name) => name.includes('.copy-'));
  expect(app.read(notes)).toBe(theirs);
  expect(app.read(path.join(path.dirname(notes), copy))).toBe(first);
});

test('two lines that contradict are shown side by side, and the one that is kept holds', async () => {
  await go('review');
  const conflict = hand()
    .getByRole('button')
    .filter({ hasText: /static|public/u })
    .first();
  await conflict.click();
  const card = page.getByRole('article');
  await expect(card).toContainText('plain files in static/');
  await expect(card).toContainText('plain files in public/');
  expect(await axeFindings(page)).toEqual([]);
  // Both, each where it holds: staged like a decision, and taken back like one.
  await card.getByRole('button', { name: 'Keep all, each with a scope…' }).click();
  await card.getByRole('textbox', { name: 'Words' }).last().fill('Codex keeps plain files in public/.');
  await card.getByRole('combobox', { name: 'Holds' }).last().selectOption('agent:codex');
  expect(await axeFindings(page)).toEqual([]);
  await card.getByRole('button', { name: 'Keep them so' }).click();
  await expect(conflict).toHaveCount(0);
  expect(waiting()).toContain('Codex keeps plain files in public/.');
  expect(app.stranger.run('memory', 'list').out).not.toContain('Codex keeps');
  await page.keyboard.press('u');
  await conflict.click();
  expect(waiting()).not.toContain('Codex keeps');
  const side = card.locator('section').filter({ hasText: 'plain files in static/' });
  await side.getByRole('button', { name: 'Keep this one' }).click();
  await expect(page.getByRole('status').filter({ hasText: /./u }).first()).toBeAttached();
  await expect.poll(() => app.stranger.run('memory', 'list').out).not.toContain('plain files in public/');
  expect(app.stranger.run('memory', 'list').out).toContain('plain files in static/');
  // Settled in our record; the agent's file follows with the next apply, and not before.
  expect(app.read(agents)).toContain('plain files in public/');
});
