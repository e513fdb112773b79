// What Vite makes importable, and the one thing that the preload script puts into the page.
/// <reference types="vite/client" />
import type { Bridge } from '../shared/contract.ts';

declare global {
  interface Window {
    /** Set by the desktop app's preload script; a browser has none. */
    readonly slowwave?: Bridge;
  }
}
