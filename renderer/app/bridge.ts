// The page's only way out: the desktop app's preload script puts a bridge into the page, a browser speaks HTTP.
import type { Bridge } from '../../shared/contract.ts';

export const pickBridge = (page: { readonly slowwave?: Bridge }, createHttpBridge: () => Bridge): Bridge =>
  page.slowwave ?? createHttpBridge();
