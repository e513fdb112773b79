// Every screen, every state of it and all that opens over it, from made-up data: in both themes, wide and narrow, at 200 %
// zoom, in English and Chinese; it looks as its picture, axe finds nothing, no text is cut or lies over other text, no
// sentence of ours is left in English, nothing complains.
import { expect, test, type Page } from '@playwright/test';
import { scenarioNames, variations } from '../renderer/fixtures/scenarios.ts';
import { cutText, leftEnglish } from './cut-text.ts';
import { axeFindings, FixturePage, type Look } from './fixture-page.ts';
import { compareLook, forgetLooks, isRenewing, keptLooks, whyNotCompared } from './looks.ts';
import { openOverlay, overlayNames, overlays } from './overlays.ts';

let fixtures: FixturePage;
/** Why no picture is compared here; null where they are. */
let notCompared: string | null;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  fixtures = new FixturePage();
  await fixtures.start();
  notCompared = await whyNotCompared(() => fixtures.open({ fixture: 'idle' }));
});

test.afterAll(() => fixtures.stop());

const looks = [
  { theme: 'night', language: 'en' },
  { theme: 'morning', language: 'zh' },
  { theme: 'morning', language: 'en' },
] as const satisfies readonly Pick<Look, 'theme' | 'language'>[];
type LookName = (typeof looks)[number];

/** By its name, so that a new state changes nothing for those that were there. */
const numberOf = (what: string): number => Buffer.from(what).reduce((sum, byte) => sum + byte, 0);
const ownLook = (what: string): LookName => looks[numberOf(what) % looks.length] ?? looks[0];

// The short run looks at each state in one way, another one each, leaves out mere variations, and opens a third of what
// opens over them; LONG=1 looks at everything in every way.
const isLong = process.env['LONG'] === '1';
const looksAt = (what: string): readonly LookName[] => {
  if (isRenewing) return looks.filter((look) => isPictured(what, look));
  return isLong ? looks : [ownLook(what)];
};

/** The eight screens have a picture of each look, and one of a narrow window; every other state has one of its own look. */
const screens = ['idle', 'review', 'diary', 'memory', 'patterns', 'sources', 'agents', 'settings'];
const isPictured = (what: string, look: LookName): boolean =>
  look === ownLook(what) || screens.includes(what);
const hasNarrowPicture = (what: string, look: LookName): boolean =>
  screens.includes(what) && look === looks[0];

/** As designed, the smallest window, a narrow one, and the first at 200 % zoom. */
const windows = [
  { width: 1280, height: 800 },
  { width: 960, height: 640 },
  { width: 640, height: 800 },
  { width: 640, height: 400 },
] as const;

/** What cannot be read whole, at every size of the window; in the short run at the first and one more. */
async function cutAtAnySize(page: Page, index: number): Promise<readonly string[]> {
  const all: string[] = [];
  const sizes = isLong ? windows : windows.filter((_, i) => i === 0 || i === 1 + (index % 3));
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width, height });
    // Charts and lists measure themselves anew.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    all.push(...(await cutText(page)).map((found) => `${width}x${height}: ${found}`));
  }
  return all;
}

interface Findings {
  readonly axe: readonly string[];
  readonly english: readonly string[];
  readonly cut: readonly string[];
}
const nothing: Findings = { axe: [], english: [], cut: [] };

const findingsOf = async (page: Page, { language }: LookName, index: number): Promise<Findings> => ({
  axe: await axeFindings(page),
  english: language === 'zh' ? await leftEnglish(page) : [],
  cut: await cutAtAnySize(page, index),
});

const nameOf = (what: string, { theme, language }: LookName): string => `${what}-${theme}-${language}`;
const narrow = { width: 640, height: 800 };
const narrowNameOf = (what: string, look: LookName): string => `${nameOf(what, look)}-${narrow.width}`;

async function comparePictures(page: Page, what: string, look: LookName): Promise<void> {
  if (notCompared !== null) return;
  if (isPictured(what, look)) await compareLook(fixtures.browser, page, nameOf(what, look));
  if (!hasNarrowPicture(what, look)) return;
  await page.setViewportSize(narrow);
  await compareLook(fixtures.browser, page, narrowNameOf(what, look));
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function lookAt(what: string, open: (look: LookName) => Promise<Page>): Promise<void> {
  fixtures.complaints.length = 0;
  for (const look of looksAt(what)) {
    const page = await open(look);
    await comparePictures(page, what, look);
    if (isRenewing) continue;
    const index = Math.floor(numberOf(what) / looks.length);
    expect(await findingsOf(page, look, index), nameOf(what, look)).toEqual(nothing);
  }
  expect(fixtures.complaints).toEqual([]);
}

for (const fixture of scenarioNames) {
  if (!isLong && variations.has(fixture)) continue;
  test(`${fixture}: is whole, plain to axe, and cut nowhere`, () =>
    lookAt(fixture, (look) => fixtures.open({ fixture, ...look })));
}

for (const [index, overlay] of overlayNames.entries()) {
  if (!isLong && index % 3 !== 0) continue;
  test(`${overlay}: opens whole, plain to axe, and cut nowhere`, () =>
    lookAt(overlay, async (look) => {
      const page = await fixtures.open({ fixture: overlays[overlay].fixture, ...look });
      await openOverlay(page, overlay, look.language);
      return page;
    }));
}

test('every state and all that opens over it has its pictures, and none is of something that is gone', () => {
  test.skip(notCompared !== null, notCompared ?? '');
  const wanted = [...scenarioNames, ...overlayNames].flatMap((what) => [
    ...looks.filter((look) => isPictured(what, look)).map((look) => nameOf(what, look)),
    ...looks.filter((look) => hasNarrowPicture(what, look)).map((look) => narrowNameOf(what, look)),
  ]);
  if (isRenewing) return forgetLooks(fixtures.browser, wanted);
  const kept = keptLooks(fixtures.browser);
  const gone = kept.filter((name) => !wanted.includes(name));
  const missing = wanted.filter((name) => !kept.includes(name));
  expect({ gone, missing: isLong ? missing : [] }).toEqual({ gone: [], missing: [] });
});

const style = (selector: string, property: string, value: string): string =>
  `document.querySelector('${selector}').style.${property} = '${value}'`;

test('a word, a place and a colour that are changed are seen by the comparison, and a letter’s edge is not', async () => {
  test.skip(notCompared !== null, notCompared ?? '');
  const compared = async (change: string): Promise<string> => {
    const page = await fixtures.open({ fixture: 'idle', ...looks[0] });
    await page.evaluate(change);
    return compareLook(fixtures.browser, page, nameOf('idle', looks[0])).then(
      () => 'alike',
      (error: unknown) => (String(error).includes('pixels') ? 'other' : String(error)),
    );
  };
  const said = {
    word: await compared("document.querySelector('h1').textContent = 'Yesterday'"),
    place: await compared(style('main button', 'translate', '2px')),
    color: await compared(style('main button', 'backgroundColor', 'rgb(140, 170, 230)')),
    edge: await compared(style('h1', 'opacity', '0.98')),
  };
  expect(said).toEqual({ word: 'other', place: 'other', color: 'other', edge: 'alike' });
});

// WCAG 1.4.12, but for the room after paragraphs, which is no text's own.
const farApart = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
  document.adoptedStyleSheets = [sheet];
})()`;
const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

test('at 320 px, as at 400 % zoom, one column holds everything; so does the page where letters stand far apart', async () => {
  const few = ['idle', 'review', 'empty-night', 'first-run', 'settings-budget', 'settings-focus'] as const;
  for (const fixture of isLong ? scenarioNames : few) {
    const page = await fixtures.open({ fixture, width: 320, height: 640 });
    expect({ fixture, cut: await cutText(page) }).toEqual({ fixture, cut: [] });
    await page.screenshot({ path: test.info().outputPath(`${fixture}-320.png`), fullPage: true });
    await page.evaluate(farApart);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(drawn);
    expect({ fixture, farApart: await cutText(page) }).toEqual({ fixture, farApart: [] });
  }
});

test('the sign of a proposal leads to review, as the button beside it does', async () => {
  const page = await fixtures.open({ fixture: 'idle' });
  await page.locator('main svg [data-opens]').last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
});

test('an address leads to the version and to the source that it names', async () => {
  const copy = await fixtures.open({ fixture: 'memory-file', route: '/memory/~%2Fshop%2FCLAUDE.md/8' });
  await expect(copy.locator('main aside ol [aria-pressed="true"]')).toHaveCount(1);
  const source = await fixtures.open({ fixture: 'sources', route: '/sources/codex' });
  await expect(source.locator('[data-wanted] h3')).toContainText('Codex');
});

test('letters of the browser twice as large get the columns of half the window', async () => {
  const page = await fixtures.open({ fixture: 'settings-focus' });
  const hands = await page.context().newCDPSession(page);
  await hands.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.evaluate(drawn);
  const cut = await cutText(page);
  await hands.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await hands.detach();
  expect(cut).toEqual([]);
});

const long = 'a sentence that is longer than its place';
const planted: Readonly<Record<string, { readonly html: string; readonly finds: number }>> = {
  'a box that hides what does not fit': {
    html: `<p style="width:60px;overflow:hidden;white-space:nowrap">${long}</p>`,
    finds: 1,
  },
  'an ellipsis without the whole text': {
    html: `<p style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${long}</p>`,
    finds: 1,
  },
  'an ellipsis with the whole text': {
    html: `<p title="${long}" style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${long}</p>`,
    finds: 0,
  },
  'lines below the edge of their box': {
    html: '<p style="height:16px;overflow:hidden">one<br>two</p>',
    finds: 1,
  },
  'a list that scrolls down, with rows too wide for it': {
    html: `<ul style="width:60px;height:90px;overflow-y:auto;white-space:nowrap"><li>${long}</li></ul>`,
    finds: 1,
  },
  'a table that scrolls sideways by keyboard': {
    html: `<p tabindex="0" style="width:60px;overflow-x:auto;white-space:nowrap">${long}</p>`,
    finds: 0,
  },
  'words beyond the window': {
    html: '<p style="width:2000px">near<span style="margin-left:1500px">far</span></p>',
    // The words, and the page that became wider.
    finds: 2,
  },
  'two lines in one place': {
    html: '<p style="margin:0">one two</p><p style="margin-top:-16px">three four</p>',
    finds: 1,
  },
  'a sheet over the page': {
    html: '<p>one two</p><p style="position:fixed;top:0;left:0;background:rgb(0,0,0)">three four five</p>',
    finds: 0,
  },
  'a field that is too narrow for its hint': {
    html: `<input style="width:60px" placeholder="${long}">`,
    finds: 1,
  },
  'a choice that is too narrow for what is chosen': {
    html: `<select style="width:60px"><option>${long}</option></select>`,
    finds: 1,
  },
};

/** In place of the page. Its policy lets in no styles within HTML; scripts may set them. */
const plant = (page: Page, html: string): Promise<void> =>
  page.evaluate(`
    document.body.innerHTML = ${JSON.stringify(html.replaceAll('style=', 'data-style='))};
    for (const each of document.querySelectorAll('[data-style]')) each.style.cssText = each.dataset.style;
  `);

test('the searches for cut text and for English find what is planted, and only that', async () => {
  const page = await fixtures.open({ fixture: 'idle' });
  // In English all of it is English: that search finds something where there is something.
  expect((await leftEnglish(page)).length).toBeGreaterThan(3);
  const found: Record<string, number> = {};
  for (const [name, { html }] of Object.entries(planted)) {
    await plant(page, html);
    found[name] = (await cutText(page)).length;
  }
  const wanted = Object.fromEntries(Object.entries(planted).map(([name, { finds }]) => [name, finds]));
  expect(found).toEqual(wanted);
});
