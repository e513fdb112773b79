import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  makePlaces,
  runGoing,
  scriptedApp,
  type Going,
  type ScriptedAppWorld,
} from '../testing/scripted-app.ts';
import { onlyJson, runScripted } from '../testing/scripted-engine.ts';

let places: ReturnType<typeof makePlaces>;
let app: ScriptedAppWorld;
beforeEach(() => {
  places = makePlaces();
  app = scriptedApp(places.root);
});
afterEach(() => places.remove());

const common = (): readonly string[] => ['--home', places.home, '--data', places.data];
const serve = (...more: readonly string[]): Going =>
  runGoing(['serve', '--port', '0', ...common(), ...more], { app });

interface Address {
  readonly url: string;
  readonly token: string;
}
const firstLine = (going: Going): Address => JSON.parse(going.out().split('\n')[0] ?? '') as Address;
const asks = ({ url, token }: Address): Promise<Response> =>
  fetch(`${url}/api/call`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'night.state', args: {} }),
  });

describe('slowwave serve', () => {
  it('says with --json on its first line where it is, answers there, and ends when it is asked to', async () => {
    const going = serve('--json');
    await going.announced;
    const address = firstLine(going);
    expect(Object.keys(address)).toEqual(['url', 'token', 'apiUrl', 'apiKey']);
    expect(address.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(await (await asks(address)).json()).toEqual({ ok: true, value: { asked: 'night.state' } });
    going.interrupt();
    const ran = await going.ended;
    expect([ran.status, ran.out.split('\n').length, ran.quit, ran.needs]).toEqual([0, 2, null, null]);
    expect(app.linksOpen()).toBe(0);
    await expect(asks(address)).rejects.toThrow(/fetch failed/u);
  });

  it('gives a person the address that opens the page', async () => {
    const going = serve();
    await going.announced;
    const address = /http:\S+/u.exec(going.out())?.[0] ?? '';
    const reply = await fetch(address, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/']);
    expect(app.aside).toEqual([]);
    going.interrupt();
    expect((await going.ended).status).toBe(0);
  });

  it('hands the engine its places, and no other home’s sample', async () => {
    const going = serve('--json', '--now', '2026-11-20T03:00:00Z');
    await going.announced;
    going.interrupt();
    await going.ended;
    expect(app.setups).toMatchObject([
      {
        home: places.home,
        data: places.data,
        sample: null,
        host: 'browser',
        nowMs: Date.UTC(2026, 10, 20, 3),
      },
    ]);
  });

  it('turns away a second one on the same store, by name, and not on another', async () => {
    const first = serve('--json');
    await first.announced;
    const { url } = firstLine(first);
    const second = await runScripted(['serve', '--json', ...common()], { app });
    expect(second.status).toBe(1);
    expect(onlyJson(second)).toMatchObject({ error: { kind: 'store-busy' } });
    expect(second.errors).toContain(`${url} by process ${process.pid}`);
    const other = runGoing(
      ['serve', '--port', '0', '--json', '--home', places.home, '--data', `${places.data}-2`],
      { app },
    );
    await other.announced;
    expect((await asks(firstLine(other))).status).toBe(200);
    for (const each of [first, other]) {
      each.interrupt();
      expect((await each.ended).status).toBe(0);
    }
    const third = serve('--json');
    await third.announced;
    expect((await asks(firstLine(third))).status).toBe(200);
    third.interrupt();
    await third.ended;
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, port: 1 })],
    ['a process that serves nothing', JSON.stringify({ pid: process.pid, port: 1 })],
    ['half a word', '{"pid":'],
    ['something else', '[]'],
  ])('takes over what was left behind by %s', async (_what, text) => {
    mkdirSync(places.data);
    writeFileSync(path.join(places.data, 'serving.json'), text);
    const going = serve('--json');
    await going.announced;
    expect((await asks(firstLine(going))).status).toBe(200);
    expect(readFileSync(path.join(places.data, 'serving.json'), 'utf8')).toContain(`"pid":${process.pid}`);
    going.interrupt();
    await going.ended;
    expect(existsSync(path.join(places.data, 'serving.json'))).toBe(false);
  });

  it('names a port that is in use, and leaves nothing behind', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const ran = await runScripted(['serve', '--port', String(port), ...common()], { app });
    expect([ran.status, ran.out]).toEqual([1, '']);
    expect(ran.errors).toContain(`Port ${port} is in use`);
    expect(app.linksOpen()).toBe(0);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('takes no port for what is none', async () => {
    for (const port of ['x', '-1', '65536', '1.5', '']) {
      expect((await runScripted(['serve', `--port=${port}`], { app })).status, port).toBe(2);
    }
  });
});

describe('slowwave start', () => {
  const withRuntime = (): string => {
    places.write('node_modules/electron/path.txt', 'electron');
    return places.write('node_modules/electron/dist/electron', '');
  };
  const withFetcher = (): string => places.write('node_modules/electron/install.js', '');
  const display = { DISPLAY: ':0' };
  const start = (around: Parameters<typeof runGoing>[1], ...more: readonly string[]): Going =>
    runGoing(['start', '--port', '0', ...common(), ...more], { app, ...around });

  it('starts the desktop app where there are a runtime and a display', async () => {
    const runtime = withRuntime();
    const ran = await start({ env: display }).ended;
    expect([ran.status, ran.out, ran.errors]).toEqual([0, '', '']);
    expect(app.started).toEqual([`${runtime} ${places.root} --home=${places.home} --data=${places.data}`]);
    expect(app.setups).toEqual([]);
  });

  it('takes the runtime that the environment names', async () => {
    const runtime = places.write('elsewhere/electron', '');
    await start({ env: { ...display, ELECTRON_OVERRIDE_DIST_PATH: path.dirname(runtime) } }).ended;
    expect(app.started[0]).toContain(runtime);
  });

  const inBrowser = async (going: Going): Promise<string> => {
    await going.announced;
    expect(going.out()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?token=/u);
    going.interrupt();
    const ran = await going.ended;
    expect(ran.status).toBe(0);
    expect(ran.errors.trim().split('\n')).toHaveLength(1);
    return ran.errors.trim();
  };

  it('says in one line that there is no display, and serves the app in the browser', async () => {
    withRuntime();
    expect(await inBrowser(start({ env: {} }))).toBe(
      'There is no display here, so Slowwave opens in the browser.',
    );
    expect([app.started, app.aside]).toEqual([[], []]);
  });

  it('says in one line that there is no runtime, serves the app and opens it, with a token for one visit', async () => {
    withFetcher();
    const going = start({ env: display });
    expect(await inBrowser(going)).toContain('runtime is not here (--fetch gets it), so Slowwave');
    expect(app.aside).toHaveLength(1);
    expect(app.aside[0]).toMatch(/^xdg-open http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/u);
    expect(going.out()).not.toContain(app.aside[0]?.split('token=')[1]);
  });

  it('fetches the runtime without a question where --fetch is typed', async () => {
    const fetcher = withFetcher();
    app = scriptedApp(places.root, (line) => {
      if (line.includes('install.js')) withRuntime();
      return 0;
    });
    const ran = await start({ env: display }, '--fetch').ended;
    expect([ran.status, ran.out]).toEqual([0, '']);
    expect(app.started[0]).toBe(`node ${fetcher} --no`);
    expect(app.started[1]).toContain(path.join('dist', 'electron'));
  });

  it('goes on in the browser where the runtime could not be fetched', async () => {
    withFetcher();
    app = scriptedApp(places.root, () => 1);
    const going = start({ env: display }, '--fetch');
    await going.announced;
    going.interrupt();
    expect((await going.ended).errors).toContain('runtime is not here, so Slowwave opens in the browser');
  });

  it.each([
    ['yes', 'y', 1],
    ['no', 'n', 0],
    ['nothing at all', '', 0],
  ])('asks whether to fetch it, and takes %s for an answer', async (_what, typed, fetched) => {
    withFetcher();
    const going = start({ env: display, terminal: true, typed });
    await going.announced;
    going.interrupt();
    await going.ended;
    expect(app.started.filter((line) => line.includes('install.js'))).toHaveLength(fetched);
  });

  it('goes on in the browser where the desktop app cannot show itself', async () => {
    withRuntime();
    app = scriptedApp(places.root, () => 127);
    expect(await inBrowser(start({ env: display }))).toContain('could not be started, so Slowwave');
  });

  it('says so where the desktop app was used and then failed', async () => {
    withRuntime();
    app = scriptedApp(places.root, () => 1);
    let ticks = 0;
    const ran = await start({ env: display, ticks: () => (ticks += 60_000) }).ended;
    expect([ran.status, ran.errors]).toEqual([1, expect.stringContaining('ended with a failure (status 1)')]);
  });

  it('builds first where the sources are newer than the build, and only then', async () => {
    withRuntime();
    const source = places.write('shared/night.ts', '');
    places.write('electron.vite.config.ts', '');
    const index = path.join(places.root, 'out', 'renderer', 'index.html');
    utimesSync(index, 2_000_000_000, 2_000_000_000);
    await start({ env: display }).ended;
    expect(app.started).toHaveLength(1);
    utimesSync(source, 2_000_000_001, 2_000_000_001);
    await start({ env: display }).ended;
    expect(app.started[1]).toContain(path.join('electron-vite.js build'));
    expect(app.started).toHaveLength(3);
  });

  it('starts nothing where the build fails', async () => {
    places.write('electron.vite.config.ts', '');
    utimesSync(path.join(places.root, 'out', 'renderer', 'index.html'), 1, 1);
    app = scriptedApp(places.root, () => 1);
    const ran = await start({ env: display }).ended;
    expect([ran.status, ran.errors]).toEqual([1, expect.stringContaining('could not be built')]);
    expect(app.started).toHaveLength(1);
  });
});
