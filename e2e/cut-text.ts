// Asks the page of made-up data for text that cannot be read whole (renderer/fixtures/cut-text.ts), or not in its language.
import type { Page } from '@playwright/test';

/** What stands there in English where Chinese is asked for (renderer/fixtures/left-english.ts). */
export const leftEnglish = (page: Page): Promise<readonly string[]> => page.evaluate('findLeftEnglish()');

/** One sentence for each finding, empty for none. */
export const cutText = (page: Page): Promise<readonly string[]> => page.evaluate('findCutText()');
