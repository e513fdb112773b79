// End to end: the built command line as a stranger would use it, and what it writes, seen in a real browser.
import { defineConfig } from '@playwright/test';

if (Number(process.versions.napi) < 10) {
  throw new Error('Node 22.14 or newer is needed: start these with "npm run e2e", which brings its own.');
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Installing Chromium on a fresh machine is part of the first browser test and may take minutes.
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
});
