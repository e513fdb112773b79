// The page's own carrier against the real host. It stands here because the page's room knows no Node.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../shared/contract.ts';
import { err } from '../../shared/result.ts';
import { enter, openHost, scriptedApp, until, type Opened } from './testing/open-host.ts';
import { createHttpBridge } from '../../renderer/app/bridge-http.ts';

let opened: Opened;
let cookie: string;
let requests: string[];
beforeEach(async () => {
  opened = await openHost();
  cookie = await enter(opened.host.port);
  requests = [];
});
afterEach(() => opened.end());

/** As a browser's page of that port, with its cookie. */
const pageOf = (port: number, silenceMaxMs = 40_000) =>
  createHttpBridge({
    fetch: (address, request) => {
      requests.push(address);
      const headers = new Headers(request.headers);
      headers.set('Cookie', cookie);
      return fetch(`http://127.0.0.1:${port}${address}`, { ...request, headers });
    },
    comeBackAfterMs: { first: 5, last: 20 },
    silenceMaxMs,
  });

const go: LiveEvent = { kind: 'go', route: '/review' };

describe('a question over HTTP', () => {
  it('gets its answer', async () => {
    const answer = await pageOf(opened.host.port).call('memory.explain', { query: 'pnpm' });
    expect(answer).toEqual({ ok: true, value: { asked: 'memory.explain' } });
    expect(opened.app.calls).toEqual([{ name: 'memory.explain', args: { query: 'pnpm' } }]);
  });

  it('gets a failure as the app says it', async () => {
    const failure = { kind: 'store-busy', happened: 'It dreams.', safe: 'All is.', todo: 'Wait.' } as const;
    const other = await openHost(
      {},
      scriptedApp(() => err(failure)),
    );
    cookie = await enter(other.host.port);
    expect(await pageOf(other.host.port).call('night.state', {})).toEqual({ ok: false, error: failure });
    await other.end();
  });

  it('is told to open the address again where the browser is not known', async () => {
    cookie = 'slowwave=none';
    const answer = await pageOf(opened.host.port).call('night.state', {});
    expect(answer).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    if (!answer.ok) expect(answer.error.todo).toContain('Open the address again');
  });

  it('fails as a value where the app is gone', async () => {
    await opened.host.close();
    const answer = await pageOf(opened.host.port).call('night.state', {});
    expect(answer).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
  });
});

describe('live events over HTTP', () => {
  it('reach all who listen over one stream, until they stop', async () => {
    const page = pageOf(opened.host.port);
    const heard: [LiveEvent[], LiveEvent[]] = [[], []];
    const stops = heard.map((events) => page.listen((event) => events.push(event)));
    await until(() => {
      opened.app.tell(go);
      return heard.every((events) => events.length > 0);
    });
    expect(heard[0][0]).toEqual(go);
    expect(requests).toEqual(['/api/events']);
    for (const stop of stops) stop();
    const [count] = [heard[0].length];
    opened.app.tell(go);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard[0]).toHaveLength(count);
  });

  it('come back after the app was gone, and say so once each', async () => {
    const { port } = opened.host;
    const heard: LiveEvent[] = [];
    const stop = pageOf(port).listen((event) => heard.push(event));
    await until(() => {
      opened.app.tell(go);
      return heard.length > 0;
    });
    heard.length = 0;
    await opened.end();
    await until(() => requests.length > 4);
    opened = await openHost({ ports: [port] });
    cookie = await enter(port);
    await until(() => heard.some((event) => event.kind === 'changed'));
    stop();
    // Of another life: nothing is known of what it missed, so everything may have changed.
    expect(heard.filter((event) => event.kind !== 'go')).toEqual([
      { kind: 'engine', state: 'lost' },
      { kind: 'engine', state: 'back' },
      { kind: 'changed', subjects: expect.any(Array) },
    ]);
  });

  it('come over a new line where the old one is silent for too long', async () => {
    const heard: LiveEvent[] = [];
    const stop = pageOf(opened.host.port, 30).listen((event) => heard.push(event));
    await until(() => requests.length > 2);
    await until(() => heard.some((event) => event.kind === 'engine' && event.state === 'back'));
    stop();
  });

  it('are not asked for again and again where the browser is not known', async () => {
    cookie = 'slowwave=none';
    const heard: LiveEvent[] = [];
    const stop = pageOf(opened.host.port).listen((event) => heard.push(event));
    await until(() => requests.length >= 4);
    stop();
    const asked = requests.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(requests).toHaveLength(asked);
    expect(heard).toEqual([{ kind: 'engine', state: 'lost' }]);
  });
});
