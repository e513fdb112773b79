// What `start --home --data` hands on is where the window looks, and nowhere else.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { namedPlaces } from './named-places.ts';

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'slowwave-places-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [mine, other] = [join(root, 'mine'), join(root, 'other')];
  mkdirSync(mine);
  mkdirSync(other);
  const here = {
    cwd: root,
    env: { CODEX_HOME: join(mine, '.codex') },
    home: mine,
    platform: 'linux',
    sample: '/sample',
  };
  return { mine, other, here: { ...here, platform: 'linux' as const } };
}

it('is this computer’s own home where none was named', () => {
  const { mine, here } = folders();
  expect(namedPlaces(['electron', '.', '--hidden'], here)).toMatchObject({
    ok: true,
    value: { home: mine, data: join(mine, '.local', 'share', 'slowwave'), sample: '/sample' },
  });
});

it('is the home and the folder that were named, with nothing of this computer’s own', () => {
  const { other, here } = folders();
  const named = namedPlaces(['electron', '.', `--home=${other}`, `--data=${join(other, 'store')}`], here);
  expect(named).toMatchObject({
    ok: true,
    value: { home: other, data: join(other, 'store'), env: {}, sample: null },
  });
});

it('is none where the home is not there', () => {
  const { here } = folders();
  expect(namedPlaces(['--home=/nowhere/at/all'], here)).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  });
});
