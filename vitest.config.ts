// Tests stand beside what they test. They need Node 22.14 or newer: better-sqlite3 crashes an older one.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

if (Number(process.versions.napi) < 10) {
  throw new Error('Node 22.14 or newer is needed: start tests with "npm run unit", which brings its own.');
}

// Engines that tests start in threads and processes of their own are loaded from here: without it that is most of what
// such a test takes.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'slowwave-tests');

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    setupFiles: ['scripts/fixed-seed.ts'],
    testTimeout: 30_000,
    // Processes, for threads and native modules do not go together; each for many files, for loading the engine anew for
    // every file took a third of the whole run. So no test may leave behind what another one sees.
    pool: 'forks',
    isolate: false,
    // As many as there are cores: the default leaves one of them idle, which on two is half of the machine.
    maxWorkers: '100%',
  },
});
