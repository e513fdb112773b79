// Each state that a night, its review or a file can be in, from made-up data: what a person is told, and every way out that
// is offered, tried. How each looks is held by screens.spec.ts; what stands behind the buttons, by the stories.
import { expect, test, type Page } from '@playwright/test';
import { FixturePage, type Look } from './fixture-page.ts';

const fixtures = new FixturePage();
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await fixtures.start();
});
test.afterAll(() => fixtures.stop());
test.afterEach(() => expect(fixtures.complaints).toEqual([]));

const open = async (fixture: Look['fixture']): Promise<void> => {
  page = await fixtures.open({ fixture });
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const says = (...texts: readonly (string | RegExp)[]) =>
  Promise.all(texts.map((text) => expect(page.getByText(text).first()).toBeVisible()));
const place = (name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const dialog = (name?: string) => page.getByRole('dialog', name === undefined ? {} : { name });
const leave = async (): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
};

test('before anything was read: what was found, and three ways to begin', async () => {
  await open('first-run');
  await says('Nothing to dream about yet', 'Claude Code', 'Codex', 'OpenClaw');
  await button('Add a folder…').click();
  await expect(dialog()).toBeVisible();
  await leave();
  await expect(button('Try the sample')).toBeEnabled();
  await button(/^Import all [\d,]+ sessions/u).click();
  await open('first-night');
  await says('03:00', /in 5h 12m/u, /41 new sessions/u);
  await expect(button('Preview, no writes')).toBeEnabled();
  await expect(button('Dream now')).toBeEnabled();
});

test('an empty night: what was read, what came nearest and what stopped it, and what to do about it', async () => {
  await open('empty-night');
  await says(
    'Nothing new was worth keeping.',
    /41 sessions read · 43 candidates/u,
    /The gate "sessions" stopped most/u,
  );
  await expect(page.getByRole('row')).toContainText([/Candidate/u, /Sessions/u, /Contexts/u, /Score/u]);
  await button(/^Keep anyway: Deploy shop/u).click();
  await expect(button(/^Keep anyway: Deploy shop/u)).toHaveText('In review');
  await expect(button('Preview with 2 sessions')).toBeEnabled();
  await button('OK').click();
  await expect(page.getByText('Deploy shop on Fridays.')).toHaveCount(0);
  await button('What came nearest').click();
  await says('Deploy shop on Fridays.');
});

test('a failed night: where it broke off, what is kept, and four ways on', async () => {
  await open('failed-night');
  await says(
    'The dream stopped before its end.',
    /26 of 41 sessions are noticed and kept/u,
    'broke off here',
  );
  await says(/No memory file was changed. A retry goes on from there./u);
  await expect(button('Retry from here')).toBeEnabled();
  for (const way of ['Show log', 'Report…']) {
    await button(way).click();
    await expect(dialog()).toBeVisible();
    await leave();
  }
  await button('Other model').click();
  await place('Settings');
});

test('a woken night: review what was ready, throw it away and bring it back, or dream on', async () => {
  await open('woken-night');
  await says('Woken at 03:02. 4 changes were ready.');
  await expect(button('Continue')).toBeEnabled();
  await button('Discard').click();
  await says(/4 changes of that night were thrown away./u);
  await button('Bring back').click();
  await button('Review 4').click();
  await place('Review');
  await says('Partial night');
  await open('review-budget');
  await says(/^Stopped at a limit: .* 7 changes were ready\./u);
  await expect(button('Review 7')).toBeEnabled();
});

test('a missed night says why and what it would take, and waits for one of two answers', async () => {
  for (const answer of ['Dream now', 'Skip this night']) {
    await open('missed-night');
    await says('A night was missed', 'Missed 03:00: laptop asleep 01:10–07:42. The last one took 4m 6s.');
    await button(answer).first().click();
    await expect(page.getByText('A night was missed')).toHaveCount(0);
  }
});

test('a model that is not reached: one banner, the countdown goes on, and it is tried again or changed', async () => {
  await open('unreachable');
  await says('Stopped: not reached. The engine’s own result stands.', /in 5h 12m/u);
  await button('Test again').click();
  await says('The server was not reached. Try again in a while.');
  await button('Change model').click();
  await place('Settings');
});

test('a contradiction: both with their dates and sources, and three ways to settle it', async () => {
  await open('review');
  await page.keyboard.press('b');
  await says(
    'Stands there',
    /~\/shop\/CLAUDE.md there since 3 Nov/u,
    'Said since',
    /Codex · api · 19 Nov 09:40/u,
  );
  await expect(button('Keep both, each with a scope…')).toBeEnabled();
  await button('Keep what stands').click();
  await expect(page.getByRole('status').filter({ hasText: 'Rejected. 6 left.' })).toHaveCount(1);
  await page.keyboard.press('u');
  await button('Take the newer').click();
  await expect(page.getByRole('status').filter({ hasText: 'Approved. 6 left.' })).toHaveCount(1);
});

test('text that gives orders stays folded, is in no group and no count, and is let through by a second yes', async () => {
  await open('review-quarantined');
  await button(/Gives orders/u).press('Enter');
  await expect(button('Dismiss')).toBeFocused();
  await says('Came from text that gives orders');
  await expect(page.getByRole('article')).toContainText('Not written to any memory file.');
  await expect(page.getByText(/Ignore previous/u)).toHaveCount(0);
  await button('Show the text').click();
  await says(/instruc⟨U\+200B⟩tions/u);
  await button('Stop reading client-y').click();
  await expect(button('client-y is not read any more')).toBeDisabled();
  await button('Release to review…').click();
  await dialog('Release it to review?').getByRole('button', { name: 'Release it' }).click();
  await expect(page.getByText('8 changes · about 2 min')).toBeVisible();
});

test('a secret is named by its kind, and its place is a click away', async () => {
  await open('review-secret');
  await page.keyboard.press('o');
  await expect(dialog('Evidence')).toContainText('[GitHub token]');
  await expect(dialog('Evidence')).toContainText(/masked before (?:it was|they were) stored/u);
  await expect(
    dialog('Evidence').getByRole('button', { name: /^(?:Copy its path|Open folder)$/u }),
  ).toBeEnabled();
});

test('of more than twelve the rest waits behind one key', async () => {
  await open('review-many');
  const rows = page.getByRole('tabpanel').getByRole('listitem');
  await expect(rows).toHaveCount(12);
  await says(/^\d more waiting/u);
  await page.keyboard.press('l');
  await expect(rows).not.toHaveCount(12);
  await expect(page.getByText(/more waiting/u)).toHaveCount(0);
  // What a filter leaves out is no reason to say that all is done; in its field the way back is the field's.
  await page.keyboard.press('/');
  await page.keyboard.type('nobody says this');
  await says('Nothing here says that.');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').filter({ hasText: 'Undone' })).toHaveCount(0);
  await page.keyboard.type('nor this');
  await button(/^Show the \d+ that wait$/u).click();
  await expect(page.getByRole('article')).toBeVisible();
});
