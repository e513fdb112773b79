// A key of a model's server, given in the desktop window: sealed by the system, handed to the engine, and never given back.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '../shared/contract.ts';
import { DesktopApp } from './desktop/desktop-app.ts';

type WithBridge = typeof globalThis & { readonly slowwave: Bridge };

const key = 'sk-made-up-for-the-shell';
let desktop: DesktopApp;

test.beforeEach(() => {
  desktop = new DesktopApp().scripted();
});
test.afterEach(() => desktop.end());

test('a key that is given in the window is sealed, and handed to the engine alone', async () => {
  const page = await desktop.start();
  const given = await page.evaluate(
    (asked) => (globalThis as WithBridge).slowwave.call('model.key', { who: 'claude', key: asked }),
    key,
  );
  expect(JSON.stringify(given)).not.toContain(key);
  // The engine is told the key, and asked to let go of one that it may hold in a file.
  await expect.poll(() => desktop.calls('model.key')).toEqual([{ who: 'claude', key: null }]);
  expect(desktop.told()).toContain('keys');
  const sealed = readFileSync(path.join(desktop.home, 'window', 'keys.json'), 'utf8');
  expect(sealed).toContain('anthropic');
  expect(sealed).not.toContain(key);
});
