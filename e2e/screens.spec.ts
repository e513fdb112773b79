// Every screen and every state of it, from made-up data: in both themes, wide and narrow, in English and Chinese; axe finds
// nothing, nothing is cut, nothing complains.
import { expect, test } from '@playwright/test';
import { scenarioNames } from '../renderer/fixtures/scenarios.ts';
import { axeFindings, FixturePage, overflow } from './fixture-page.ts';

let fixtures: FixturePage;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  fixtures = new FixturePage();
  await fixtures.start();
});

test.afterAll(() => fixtures.stop());

const looks = [
  { theme: 'night', language: 'en', width: 1280 },
  { theme: 'morning', language: 'en', width: 640 },
  { theme: 'morning', language: 'zh', width: 1280 },
] as const;

// The short run looks at each state once, a different way each time; LONG=1 at all of them in every way.
const looksAt = (index: number): readonly (typeof looks)[number][] =>
  process.env['LONG'] === '1' ? looks : looks.slice(index % looks.length, (index % looks.length) + 1);

for (const [index, fixture] of scenarioNames.entries()) {
  test(`${fixture}: is whole, plain to axe, and cut nowhere`, async () => {
    fixtures.complaints.length = 0;
    for (const look of looksAt(index)) {
      const page = await fixtures.open({ fixture, ...look });
      const name = `${fixture}-${look.theme}-${look.language}-${look.width}`;
      await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
      expect({ name, axe: await axeFindings(page), cut: await overflow(page) }).toEqual({
        name,
        axe: [],
        cut: 0,
      });
      await page.close();
    }
    expect(fixtures.complaints).toEqual([]);
  });
}

test('at 320 px, as at 400 % zoom, one column holds everything', async () => {
  for (const fixture of ['idle', 'review', 'empty-night', 'first-run']) {
    const page = await fixtures.open({ fixture, width: 320, height: 640 });
    expect({ fixture, cut: await overflow(page) }).toEqual({ fixture, cut: 0 });
    await page.screenshot({ path: test.info().outputPath(`${fixture}-320.png`), fullPage: true });
    await page.close();
  }
});
