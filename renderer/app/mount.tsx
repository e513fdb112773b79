// Puts the app into a page, over any bridge: the real one, or a scripted one for looking at screens.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../../shared/contract.ts';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { assert } from '../../shared/result.ts';
import { createStores } from '../stores/stores.ts';
import { createActionRegistry } from './actions.ts';
import { App } from './App.tsx';
import { appearanceFor, wear } from './appearance.ts';

export const systemNow = (): EpochMs => epochMs(Date.now());

export function mount(bridge: Bridge, now: () => EpochMs = systemNow): void {
  const root = document.querySelector('#root');
  assert(root !== null, 'the page has no #root');
  // Before the first paint, so that nothing flashes; settings may say otherwise a moment later.
  const prefersLight = matchMedia('(prefers-color-scheme: light)').matches;
  const system = { prefersLight, languages: navigator.languages, hour: new Date(now()).getHours() };
  wear(appearanceFor(null, system), document.documentElement);
  const things = {
    bridge,
    stores: createStores(bridge, now),
    actions: createActionRegistry(),
    now,
    isMac: /Mac|iPhone|iPad/u.test(navigator.userAgent),
  };
  createRoot(root).render(
    <StrictMode>
      <App things={things} zone={Intl.DateTimeFormat().resolvedOptions().timeZone} />
    </StrictMode>,
  );
}
