// Builds the page of made-up data once for a whole run: each worker that built its own took seconds from all of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** Where workers find it, in their environment. */
export const builtAt = 'SLOWWAVE_FIXTURES';

/** For Playwright: gives what takes it away again. */
// eslint-disable-next-line import/no-default-export -- Playwright asks for one
export default async function buildFixtures(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slowwave-fixtures-'));
  await build({
    configFile: path.join(root, 'vite.fixtures.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  process.env[builtAt] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
