// What a package would hold: packed as `npm run pack:dir` packs, around a dummy in place of Electron's program, then
// looked through, unpacked and started. Installers are not made here: their tools come from the network.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { DesktopApp, root } from './desktop/desktop-app.ts';

/** Before a program's fuses: @electron/fuses looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** In Electron's order; what each says is in electron-builder.yml. */
const fuses = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'ownBrowserSnapshot',
  'fileProtocolPrivileges',
];

/** As much of an unpacked Electron for Linux as electron-builder looks at. Its fuses stand as Electron ships them. */
function writeDummyElectron(folder: string): void {
  for (const each of ['resources', 'locales']) mkdirSync(path.join(folder, each), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, fuses.length]),
    Buffer.from('10110001'),
  ]);
  writeFileSync(path.join(folder, 'electron'), wire, { mode: 0o755 });
  const files = ['locales/en-US.pak', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'];
  for (const each of files) writeFileSync(path.join(folder, each), '');
  writeFileSync(path.join(folder, 'version'), '45.4.1');
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)).split(path.sep).join('/'));

test('the package holds what it needs and no more, has its fuses set, and starts', async () => {
  test.skip(process.platform !== 'linux', 'the dummy is laid out as Electron for Linux');
  test.setTimeout(300_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'slowwave-packed-'));
  try {
    const dummy = path.join(folder, 'electron');
    writeDummyElectron(dummy);
    const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
    const options = [`-c.electronDist=${dummy}`, `-c.directories.output=${path.join(folder, 'release')}`];
    execFileSync(process.execPath, [builder, '--dir', ...options], { cwd: root, stdio: 'pipe' });
    const packed = path.join(folder, 'release', 'linux-unpacked');

    const program = readFileSync(path.join(packed, 'slowwave'));
    const wire = program.subarray(program.indexOf(sentinel) + sentinel.length + 2).subarray(0, fuses.length);
    const set = Object.fromEntries(
      fuses.map((name, at) => [name, String.fromCharCode(wire[at] ?? 0) === '1']),
    );
    expect(set).toMatchObject({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      fileProtocolPrivileges: false,
    });

    const app = path.join(folder, 'app');
    extractAll(path.join(packed, 'resources', 'app.asar'), app);
    const files = filesBelow(app);
    const binaries = files.filter((each) => each.endsWith('.node'));
    expect(binaries).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`]);
    expect(filesBelow(path.join(packed, 'resources', 'app.asar.unpacked'))).toEqual(
      expect.arrayContaining(binaries),
    );
    expect(
      files.filter((each) =>
        /\.map$|\.ts$|\.test\.|(?:^|\/)standin(?:\/|\.)|^out\/fixtures|^node_modules\/(?!better-sqlite3\/)/u.test(
          each,
        ),
      ),
    ).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/main.js',
        'out/main/engine-process.js',
        'out/main/work-process.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
        'resources/tray/idleTemplate@2x.png',
        'resources/sample/sample.json',
      ]),
    );

    const [out, modules, resources] = ['out', 'node_modules', 'resources'].map((each) =>
      path.join(app, each),
    );
    const desktop = new DesktopApp([], {
      out: out ?? '',
      modules: modules ?? '',
      resources: resources ?? '',
    });
    try {
      const page = await desktop.whole().start();
      // Its heading comes of the real page; that it is Welcome, of an engine that found no agent.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Slowwave');
    } finally {
      await desktop.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
