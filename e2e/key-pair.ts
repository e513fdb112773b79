// Two keys pressed one after the other, such as "G R".
import { expect, type Locator, type Page } from '@playwright/test';

/** Until `shown` is there: a pair is forgotten after a while, and a busy machine may need longer between two keys. */
export async function pressPair(page: Page, pair: string, shown: Locator): Promise<void> {
  const [first = '', second = ''] = pair.split(' ');
  await expect(async () => {
    await page.keyboard.press(first);
    await page.keyboard.press(second);
    await expect(shown).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}
