// Asks the page of made-up data for text that cannot be read whole (renderer/fixtures/cut-text.ts).
import type { Page } from '@playwright/test';

/** One sentence for each finding, empty for none. */
export const cutText = (page: Page): Promise<readonly string[]> => page.evaluate('findCutText()');
