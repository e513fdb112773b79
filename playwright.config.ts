// End to end: the built command line as a stranger would use it, what it writes seen in a real browser, and the built
// desktop app in Electron, or in a stand-in for Electron where its runtime is not there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

if (Number(process.versions.napi) < 10) {
  throw new Error('Node 22.14 or newer is needed: start these with "npm run e2e", which brings its own.');
}

const hasElectron = existsSync(path.join(import.meta.dirname, 'node_modules', 'electron', 'path.txt'));
if (!hasElectron) {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.join(import.meta.dirname, 'e2e', 'standin');
}
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  process.stdout.write(
    hasElectron
      ? 'Desktop specs run in Electron.\n'
      : 'Desktop specs run in the stand-in for Electron (e2e/standin): its runtime is not here.\n',
  );
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Pictures that screens are compared with (e2e/looks.ts).
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  globalSetup: './e2e/build-fixtures.ts',
  // Installing Chromium on a fresh machine is part of the first browser test and may take minutes.
  timeout: 120_000,
  // How long a thing is waited for says nothing about the app: machines are shared, and some are slow.
  expect: { timeout: 20_000 },
  // A specification that fails twice in a row is red. One that passes the second time is listed as flaky: to be mended, but
  // no reason to throw away a night's build on a machine that somebody else kept busy.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  // One more than the cores of a small machine: a browser's test waits half of its time.
  workers: 3,
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
});
