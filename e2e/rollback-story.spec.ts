// Taking back, over the real host and engine with real files: one change, a whole night, the way back from it, and a file
// that somebody changed since. Every byte of every file of an agent is held against what it was before.
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './fixture-page.ts';
import { pressPair } from './key-pair.ts';
import { RealApp } from './real-app.ts';

test.describe.configure({ mode: 'serial' });

const app = new RealApp();
const site = 'projects/booking-site/CLAUDE.md';
const own = '.claude/CLAUDE.md';
const files = [site, own, 'projects/booking-site/AGENTS.md', '.openclaw/workspace/MEMORY.md'];
let page: Page;

/** The bytes of each file; null for one that is not there. */
const bytes = (): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    files.map((file) => {
      try {
        return [file, app.read(file)];
      } catch {
        return [file, null];
      }
    }),
  );
let before = bytes();
let applied = before;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app.writeWeeks();
  expect(app.stranger.run('dream').status).toBe(0);
  before = bytes();
  const { review } = app.stranger.json('review', 'list').value as {
    readonly review: readonly { readonly id: string }[];
  };
  expect(app.stranger.run('review', 'approve', ...review.map(({ id }) => id)).status).toBe(0);
  expect(app.stranger.run('review', 'apply', '--files').status).toBe(0);
  applied = bytes();
  expect(applied[site]).not.toBe(before[site]);
  await app.start();
  page = await app.open();
  await page.evaluate("location.hash = '#/diary'");
});
test.afterEach(() => app.pictureIfFailed(test.info()));
test.afterAll(() => app.end());

type Bytes = typeof before;
const mapLines = (all: Bytes, keep: (line: string) => boolean) =>
  Object.fromEntries(Object.entries(all).map(([file, text]) => [file, text?.split('\n').filter(keep) ?? []]));
const aboutDeposits = (all: Bytes) => mapLines(all, (line) => line.includes('deposit'));
/** The end of our block holds a hash of its lines. */
const others = (all: Bytes) =>
  mapLines(all, (line) => !line.includes('deposit') && !line.includes('slowwave:end'));

const dialog = () => page.getByRole('dialog');
const change = (about: RegExp) => page.getByRole('listitem').filter({ hasText: about }).first();
const undo = () => page.getByRole('button', { name: 'Undo', exact: true }).first();
const told = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

test('one change is taken back, out of memory and out of its file, and nothing else is', async () => {
  await page.getByRole('tab', { name: 'Facts' }).click();
  await expect(change(/deposit/u)).toContainText('Applied');
  await change(/deposit/u)
    .getByRole('button', { name: /^Roll back/u })
    .click();
  await expect(dialog().getByText('1 change goes')).toBeVisible();
  await expect(dialog().getByRole('table')).toContainText(site);
  expect(await axeFindings(page)).toEqual([]);
  // Looking at it changed nothing.
  expect(bytes()).toEqual(applied);
  await dialog().getByRole('button', { name: 'Roll back' }).click();
  await told('1 change taken back');
  await expect(change(/deposit/u)).toContainText('Rolled back');
  expect(aboutDeposits(bytes())).toEqual(aboutDeposits(before));
  expect(others(bytes())).toEqual(others(applied));
  await undo().click();
  await told('It is all as it was before you took it back.');
  expect(bytes()).toEqual(applied);
  await expect(change(/deposit/u)).toContainText('Applied');
});

test('a night is taken back whole: each file is what it was before it, to the byte', async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Roll back night…' }).click();
  await expect(dialog().getByText(/\d+ changes go/u)).toBeVisible();
  await dialog().getByRole('button', { name: 'Roll back' }).click();
  await told(/\d+ changes taken back/u);
  expect(bytes()).toEqual(before);
  expect(app.stranger.run('files', 'plan').out).not.toContain('+');
  await undo().click();
  await told('It is all as it was before you took it back.');
  expect(bytes()).toEqual(applied);
});

test('what others changed since stays as they left it: said before, and asked where nobody can know', async () => {
  const outside =
    app
      .read(site)
      .split('\n')
      .find((each) => each.includes('deposit')) ?? '';
  const theirs = app.read(site).replace(outside, '- The deposit is whatever Nora says.');
  app.write(site, theirs);
  // Within our own block nobody but a person can know which words hold.
  const block = app.read(own).replace('kilometres', 'leagues');
  app.write(own, block);
  expect(app.stranger.run('import').status).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Roll back night…' }).click();
  const stays = dialog().getByText(/Somebody changed such a line since/u);
  await expect(stays).toBeVisible();
  await expect(dialog().getByText('1 file needs your hand first; it is left as it is.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Roll back' }).click();
  await told(/1 file was changed since: it needs your hand in Review/u);
  expect(app.read(own)).toBe(block);
  expect(app.read(site)).toContain('- The deposit is whatever Nora says.');
  expect({ ...bytes(), [site]: null, [own]: null }).toEqual({ ...before, [site]: null, [own]: null });
  await pressPair(page, 'g r', page.getByRole('heading', { level: 1, name: 'Review' }));
  const hand = page.getByRole('region', { name: 'Needs your hand' });
  await hand.getByRole('button', { name: /CLAUDE/u }).click();
  await expect(page.getByRole('article')).toContainText('leagues');
  expect(app.complaints).toEqual([]);
});
