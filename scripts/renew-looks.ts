// Takes all pictures of screens anew (e2e/looks), with the Chromium that is here: `npm run looks`. Look at what `git diff`
// shows of them before they are committed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
// Pictures of another version, and of states that are gone, would stay.
rmSync(path.join(root, 'e2e', 'looks'), { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    'screens.spec.ts',
    '--grep',
    'is whole|opens whole',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LOOKS: 'renew', LONG: '1' } },
);
process.exitCode = status ?? 1;
