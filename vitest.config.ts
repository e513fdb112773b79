// Tests stand beside what they test. They need Node 22.14 or newer: better-sqlite3 crashes an older one.
import { defineConfig } from 'vitest/config';

if (Number(process.versions.napi) < 10) {
  throw new Error('Node 22.14 or newer is needed: start tests with "npm run unit", which brings its own.');
}

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    setupFiles: ['scripts/fixed-seed.ts'],
    testTimeout: 30_000,
  },
});
