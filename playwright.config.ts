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
  // Installing Chromium on a fresh machine is part of the first browser test and may take minutes.
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
});
