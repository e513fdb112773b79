// Where two hands write: the dream's owner or an agent edits a file while a change waits. Over the real host and engine,
// with real files.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './fixture-page.ts';
import { RealApp } from './real-app.ts';
import { root } from './stranger.ts';

test.describe.configure({ mode: 'serial' });

const app = new RealApp();
const site = 'projects/booking-site/CLAUDE.md';
const notes = '.openclaw/workspace/MEMORY.md';
const inn = 'projects/inn/CLAUDE.md';
const innText = '# The inn\n\n- Breakfast costs 12 euros a guest.\n- Closed on Mondays.\n';
const oldLine = 'Guests pay a deposit of 50 euros.';
let page: Page;

/** A project of her own, with a price in its file that she puts right in a session. */
function writeInn(): void {
  const folder = path.join(app.stranger.home, 'projects', 'inn');
  app.stranger.folder('projects', 'inn');
  app.write(inn, innText);
  const sessions = app.stranger.folder('.claude', 'projects', folder.replaceAll('/', '-'));
  const row = {
    type: 'user',
    message: { role: 'user', content: 'Remember: breakfast costs 15 euros a guest now, no longer 12 euros.' },
    uuid: 'u0',
    parentUuid: null,
    isSidechain: false,
    userType: 'external',
    cwd: folder,
    sessionId: 'a-price',
    version: '2.1.150',
    timestamp: new Date(Date.now() - 86_400_000).toISOString(),
  };
  writeFileSync(path.join(sessions, 'a-price.jsonl'), `${JSON.stringify(row)}\n`);
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  writeInn();
  expect(app.stranger.run('dream').status).toBe(0);
  await app.start();
  page = await app.open();
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

const row = (text: string | RegExp) => page.getByRole('listitem').getByRole('button', { name: text }).first();
const receipt = () => page.getByRole('article', { name: 'Receipt' });

async function apply(): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Apply/u })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(receipt()).toBeVisible();
}

test('a file that was edited elsewhere meanwhile takes both changes, and says so', async () => {
  const before = app.read(notes);
  const edited = `# Written by hand at seven\n\n${before}`;
  app.write(notes, edited);
  await page.getByRole('button', { name: /more waiting/u }).click();
  await row(/Pipa/u).click();
  await page.keyboard.press('a');
  await apply();
  await expect(receipt()).toContainText('both changes went together');
  expect(app.read(notes)).toContain('# Written by hand at seven');
  expect(app.read(notes)).not.toContain("- Dog: Nora's dog is called Pipa");
  await receipt().getByRole('button', { name: 'Undo all' }).click();
  await expect(page.getByText('All of it was taken back.').first()).toBeVisible();
  expect(app.read(notes)).toBe(edited);
});

test('a line that says something else now needs a hand: three sides, and three ways to settle it', async () => {
  // Another hand is quicker: the very line says something else by the time the change is approved.
  app.write(site, app.read(site).replace(oldLine, 'Guests pay a deposit of 40 euros.'));
  await row(/deposit/u).click();
  await page.keyboard.press('a');
  const hand = page.getByRole('region', { name: 'Needs your hand' });
  const question = hand.getByRole('button', { name: /CLAUDE/u });
  await question.click();
  const card = page.getByRole('article');
  for (const side of ['Before', 'Yours now', 'Dream proposes']) {
    await expect(card.getByRole('heading', { level: 3, name: side })).toBeVisible();
  }
  await expect(card).toContainText(oldLine);
  await expect(card).toContainText('40 euros');
  await expect(card).toContainText(/The file was last saved .*, after the dream read it \(/u);
  expect(await axeFindings(page)).toEqual([]);
  // Where three columns would be narrow, they are tabs.
  await page.setViewportSize({ width: 1000, height: 800 });
  await expect(page.getByRole('tab', { name: 'Yours now' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Before' }).click();
  await expect(card).toContainText(oldLine);
  await page.setViewportSize({ width: 1280, height: 800 });

  // One's own: the change is turned down, and nothing is left to settle. Taken back, it is asked again.
  await page.keyboard.press('1');
  await page.keyboard.press('Control+s');
  await expect(question).toHaveCount(0);
  await page.keyboard.press('u');
  await question.click();
  // By hand.
  await page.keyboard.press('3');
  await expect(page.getByRole('textbox', { name: 'Result' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The deposit is 20 % or 45 euros.');
  await page.keyboard.press('Control+s');
  await expect(question).toHaveCount(0);
  expect(app.read(site)).toContain('40 euros');
  // It goes over the line that was shown, and over that alone.
  await apply();
  expect(app.read(site)).toContain('- The deposit is 20 % or 45 euros.\n- No JavaScript build step');
  expect(app.read(site)).not.toContain('40 euros');
});

test('a file that is gone keeps its card, whoever reads that it is gone, and its owner’s word is carried out', async () => {
  await row(/breakfast/u).click();
  await page.keyboard.press('a');
  rmSync(path.join(app.stranger.home, 'projects', 'inn'), { recursive: true });
  // What the watch does by day, at once: before, the card went with it.
  expect(app.stranger.run('import').status).toBe(0);
  page = await app.open();
  const question = () =>
    page.getByRole('region', { name: 'Needs your hand' }).getByRole('button', { name: /inn\/CLAUDE/u });
  const card = () => page.getByRole('article');
  await question().click();
  await expect(card()).toContainText('File missing');
  await expect(card()).toContainText('15 euros');
  expect(await axeFindings(page)).toEqual([]);

  await card().getByRole('button', { name: 'Drop' }).click();
  await expect(card()).toContainText('The change goes into no file.');
  // It is kept: a window that is opened anew shows it, and undo takes it back.
  page = await app.open();
  await expect(question()).toContainText('Settled');
  await page.keyboard.press('u');
  await expect(question()).toContainText('Conflict');

  await question().click();
  await card().getByRole('button', { name: 'Choose file' }).click();
  const choosing = page.getByRole('dialog', { name: 'Choose file' });
  await choosing.getByRole('textbox').fill('~/nowhere/at-all.md');
  await choosing.getByRole('button', { name: 'Choose file' }).click();
  await expect(page.getByText('Its folder is not there.').first()).toBeVisible();
  await card().getByRole('button', { name: 'Choose file' }).click();
  await choosing.getByRole('textbox').fill('~/team.md');
  await choosing.getByRole('button', { name: 'Choose file' }).click();
  await expect(card()).toContainText('Apply puts the change into team.md instead.');
  await card().getByRole('button', { name: 'Ask me again' }).click();
  await card().getByRole('button', { name: 'Recreate' }).click();
  await expect(card()).toContainText('Apply makes this file anew');
  expect(existsSync(path.join(app.stranger.home, inn))).toBe(false);

  await apply();
  const made = innText.replace(
    'Breakfast costs 12 euros a guest.',
    'breakfast costs 15 euros a guest now, no longer 12 euros.',
  );
  expect(app.read(inn)).toBe(made);
  expect(existsSync(path.join(app.stranger.home, 'team.md'))).toBe(false);
  await expect(question()).toHaveCount(0);
});

/** Begins to write both files, and is killed once the first has its new bytes. */
async function cutOff(): Promise<void> {
  await app.rest();
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const plan = [site, notes].map((file) => {
    const text = app.read(file);
    return { path: file, before: base64(text), after: base64(`${text}\n- Written by an apply.\n`) };
  });
  const { home } = app.stranger;
  const places = { home, data: `${home}/.local/share/slowwave`, key: `${home}/.config/slowwave` };
  const order = JSON.stringify({ ...places, plan, door: 'the name is given' });
  const script = path.join(root, 'electron/engine/writeback/testing/killed-apply.ts');
  expect(spawnSync(process.execPath, [script, order], { stdio: 'inherit' }).signal).toBe('SIGKILL');
  await app.start();
  page = await app.open();
}

test('a write that was cut off between its files waits for its owner’s word, and both words hold', async () => {
  const before = [site, notes].map((file) => app.read(file));
  const now = (): readonly string[] => [site, notes].map((file) => app.read(file));
  await cutOff();
  const news = () => page.getByText('A write of your agents’ files was interrupted: 1 of 2 files written');
  await expect(news()).toBeVisible();
  // The start alone has done nothing: one file is new, the other as it was.
  expect(now().filter((text) => text.includes('Written by an apply.'))).toHaveLength(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(news()).toHaveCount(0);
  expect(now()).toEqual(before);

  await cutOff();
  await expect(news()).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(news()).toHaveCount(0);
  expect(now()).toEqual(before.map((text) => `${text}\n- Written by an apply.\n`));
});
