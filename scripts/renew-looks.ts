// Takes all pictures of screens anew (e2e/looks), with the Chromium that is here: `npm run looks`. Look at what `git diff`
// shows of them before they are committed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    'screens.spec.ts',
    '--grep',
    'is whole|opens whole|has its pictures',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LOOKS: 'renew', LONG: '1' } },
);
process.exitCode = status ?? 1;
