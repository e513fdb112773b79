// Settings, Sources, Agents and the first steps under a person's hands, from made-up data: what is typed is kept, what is
// wrong is told beside the field, what is grave asks first; axe finds nothing in any of it.
import { expect, test } from '@playwright/test';
import { cutText } from './cut-text.ts';
import { axeFindings, FixturePage } from './fixture-page.ts';
import { pressPair } from './key-pair.ts';

let fixtures: FixturePage;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  fixtures = new FixturePage();
  await fixtures.start();
});

test.afterAll(() => fixtures.stop());

test('an hour is kept as it is typed, and stays when the pattern changes', async () => {
  const page = await fixtures.open({ fixture: 'settings' });
  await page.getByLabel('Time', { exact: true }).fill('4:15');
  await page.getByRole('link', { name: 'Budget' }).click();
  await page.getByRole('link', { name: 'Schedule' }).click();
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('04:15');
  await page.getByRole('radio', { name: 'Weekdays' }).check();
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('04:15');
  await page.getByRole('radio', { name: 'By a cron expression' }).check();
  await expect(page.getByText('At 04:15, Monday through Friday')).toBeVisible();
});

test('what makes no sense is told beside its field and not kept', async () => {
  const page = await fixtures.open({ fixture: 'settings-cron' });
  const cron = page.getByLabel('Cron expression', { exact: true });
  await cron.fill('99 3 * * *');
  await expect(page.getByText('This is no cron expression.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Budget' }).click();
  await page.getByLabel('Minutes a night').fill('99999');
  await expect(page.getByText('This must lie between 0 and 1,440.')).toBeVisible();
  await page.getByRole('link', { name: 'Schedule' }).click();
  await expect(cron).toHaveValue('30 2 * * 1-5');
});

test('a section is set back, and that can be undone', async () => {
  const page = await fixtures.open({ fixture: 'settings-model' });
  await page.getByRole('button', { name: 'Reset section' }).click();
  await expect(page.getByRole('radio', { name: 'The engine alone' })).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('radio', { name: 'A server of your own' })).toBeChecked();
});

test('the window changes its looks and language under the hand', async () => {
  const page = await fixtures.open({ fixture: 'settings-appearance' });
  await page.getByRole('radio', { name: 'Morning', exact: true }).check();
  await page.getByRole('radio', { name: 'Compact' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'morning');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await page.getByRole('radio', { name: 'Larger', exact: true }).check();
  // 14 px of 16, at 125 %.
  await expect(page.locator('body')).toHaveCSS('font-size', '17.5px');
  await page.getByRole('radio', { name: '中文' }).check();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
});

test('a night that failed offers its log and a report to read before it is handed on', async () => {
  const page = await fixtures.open({ fixture: 'failed-night' });
  await page.getByRole('button', { name: 'Show log' }).click();
  await expect(page.getByRole('dialog')).toContainText(/disk is full|No log is kept here/u);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Report…' }).click();
  const report = page.getByRole('dialog');
  await expect(report).toContainText('# Slowwave report');
  expect(await axeFindings(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await report.getByRole('button', { name: 'Save as .md' }).click();
  expect((await saved).suggestedFilename()).toBe('slowwave-report.md');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Retry from here' })).toBeEnabled();
});

test('what nobody touched is listed, says before that it goes, and is brought back', async () => {
  const page = await fixtures.open({ fixture: 'review-expired' });
  await expect(page.getByText(/it goes out of review on/u)).toBeVisible();
  await page.getByText('3 changes expired').click();
  expect(await axeFindings(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Bring back:/u })
    .first()
    .click();
  await expect(page.getByText('2 changes expired')).toBeVisible();
});

test('the diary shows what one agent brought', async () => {
  const page = await fixtures.open({ fixture: 'diary' });
  const agent = page.getByRole('combobox', { name: 'Agent' });
  const notes = page.getByRole('region', { name: 'Where it was said' }).getByRole('listitem');
  const all = await notes.count();
  const nights = page.getByRole('list', { name: 'Nights of November 2026' }).getByRole('button');
  await expect(nights).toHaveCount(14);
  await agent.selectOption({ label: 'Codex' });
  await expect.poll(() => notes.count()).toBeLessThan(all);
  expect(await notes.count()).toBeGreaterThan(0);
  // Nights that brought nothing of it are passed over, in the list, on the calendar and by key.
  await expect(nights).toHaveText([/20 Nov.*7 proposed/u, /16 Nov/u, /13 Nov/u, /10 Nov/u]);
  await expect(page.getByRole('button', { name: /19 Nov/u })).toHaveCount(0);
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: 'Mon 16 Nov' })).toBeVisible();
  // Words are looked for in every night: only those that say them stay, and where they say them is marked.
  await agent.selectOption({ label: 'All agents' });
  await page.keyboard.press('/');
  await page.keyboard.type('Stand-up');
  await expect(page.getByRole('status').filter({ hasText: 'nights say it' })).toBeVisible();
  const saying = page.getByRole('list', { name: 'Nights that say “Stand-up”' }).getByRole('button');
  expect(await saying.count()).toBeLessThan(14);
  await expect(page.locator('article mark').first()).toHaveText('stand-up');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(nights).toHaveCount(14);
});

test('single keys rest once they are switched off', async () => {
  const page = await fixtures.open({ fixture: 'settings-keyboard' });
  await page.getByRole('checkbox', { name: /Letters act/u }).uncheck();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Control+6');
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
});

test('an action gets other keys by pressing them, and what they were taken from is told first', async () => {
  const page = await fixtures.open({ fixture: 'settings-keyboard' });
  await page.getByRole('button', { name: 'Change the keys of Review', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('New keys')).toBeFocused();
  // The palette's keys are pressed here and do not open it.
  await page.keyboard.press('Control+k');
  await expect(dialog).toContainText('Ctrl K is in the way of: Commands.');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+c');
  await expect(dialog).toContainText('These keys have a meaning here that must stay.');
  await page.keyboard.press('q');
  await page.keyboard.press('w');
  await dialog.getByRole('button', { name: 'Add Q W' }).click();
  await dialog.getByRole('button', { name: 'Take G R away' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  // Buttons, the list of shortcuts and the keyboard know them.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Q W');
  await expect(page.getByRole('dialog')).not.toContainText('G R');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await pressPair(page, 'q w', page.getByRole('heading', { level: 1, name: 'Review' }));
  await page.keyboard.press('Control+8');
  await page.getByRole('link', { name: 'Keyboard' }).click();
  await page.getByRole('button', { name: 'Reset section' }).click();
  await pressPair(page, 'g r', page.getByRole('heading', { level: 1, name: 'Review' }));
});

test('a source is forgotten after its cost was shown, and a certificate says so', async () => {
  const page = await fixtures.open({ fixture: 'sources' });
  await page.getByRole('button', { name: 'Forget everything from ~/.codex' }).click();
  await expect(page.getByText('Memories that nothing else proves (closed)')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget everything from here' }).click();
  await expect(page.getByText('Forgotten, and not found again')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('each skipped line is shown with its file after a scan', async () => {
  const page = await fixtures.open({ fixture: 'sources-scanned', theme: 'morning', width: 640 });
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByText('Unknown kind: world_state')).toBeVisible();
  await expect(page.getByRole('table', { name: /^Larger than is read/u })).toContainText('0f3a-session');
  expect({ axe: await axeFindings(page), cut: await cutText(page) }).toEqual({ axe: [], cut: [] });
  // Beside it: what is read of an agent, by project.
  await page.keyboard.press('Escape');
  const projects = page.getByRole('button', { name: /^Claude Code: / });
  await expect(projects).toHaveText('Only shop, api');
  await projects.click();
  await page.getByRole('checkbox', { name: /^api/u }).uncheck();
  await page.getByLabel('Another project').fill('notes');
  await page.keyboard.press('Enter');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(projects).toHaveText('Only shop, notes');
});

test('automatic writing is only turned on by typing the agent’s name', async () => {
  const page = await fixtures.open({ fixture: 'agents' });
  const auto = page.getByRole('radio', { name: /Auto with undo/u }).first();
  await auto.click();
  const turnOn = page.getByRole('button', { name: 'Turn it on' });
  await expect(turnOn).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(auto).not.toBeChecked();
  await auto.click();
  await page.getByLabel('Type Claude Code to turn it on').fill('claude code');
  expect(await axeFindings(page)).toEqual([]);
  await turnOn.click();
  await expect(auto).toBeChecked();
});

test('a newcomer goes through the first steps by keyboard to a nap', async () => {
  const page = await fixtures.open({ fixture: 'welcome-imported', route: '/' });
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Slowwave' })).toBeVisible();
  for (const step of ['What may be read', 'Who dreams', 'When']) {
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: step })).toBeFocused();
  }
  await page.getByRole('button', { name: 'Take a short nap now' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tonight' })).toBeVisible();
});

test('at 320 px one column holds everything', async () => {
  const all = ['settings', 'settings-appearance', 'settings-data', 'sources', 'agents', 'welcome'];
  for (const fixture of all) {
    const page = await fixtures.open({ fixture, width: 320, height: 640 });
    expect({ fixture, cut: await cutText(page) }).toEqual({ fixture, cut: [] });
    await page.screenshot({ path: test.info().outputPath(`${fixture}-320.png`), fullPage: true });
  }
  expect(fixtures.complaints).toEqual([]);
});
