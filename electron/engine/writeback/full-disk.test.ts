// Real disks that are full: small ones in memory, mounted where nobody else sees them. Needs Linux and the right to
// mount; where that is not given, the injected faults of apply.test.ts stand alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

/** Runs it where `disk` is an empty disk of that many KB. Gone with the process. */
function onSmallDisk(disk: string, kilobytes: number, ...command: readonly string[]) {
  const mounting = `mount -t tmpfs -o size=${kilobytes}k tmpfs "$0" && exec "$@"`;
  const typed = ['--mount', '--map-root-user', 'sh', '-c', mounting, disk, ...command];
  return spawnSync('unshare', typed, { encoding: 'utf8' });
}

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-full-'));
  try {
    return onSmallDisk(folder, 64, 'true').status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isHere = mayMount();
const title = isHere
  ? 'a disk that is full'
  : 'a disk that is full (not here: mounting a small disk is not allowed on this system)';

describe.skipIf(!isHere)(title, () => {
  it.each([
    ['home', 256],
    // An empty store takes up some 500 KB.
    ['data', 2048],
  ])(
    'under %s: every file is what it was, and the same apply goes through when there is room',
    (full, kilobytes) => {
      const [disk, other] = [tempFolder(), tempFolder()];
      const [home, data] = full === 'home' ? [join(disk, 'home'), other] : [other, join(disk, 'data')];
      const script = fileURLToPath(new URL('testing/full-disk.ts', import.meta.url));
      const done = onSmallDisk(disk, kilobytes, process.execPath, script, home, data, full);
      expect(done.stderr).toBe('');
      expect(JSON.parse(done.stdout)).toMatchObject({
        failure: { kind: 'disk-full' },
        whenFull: ['old', 'old', 'old'],
        left: [],
        isOkWithRoom: true,
        withRoom: ['new', 'new', 'new'],
      });
    },
  );
});
