import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { createHost } from './host.ts';
import { sendJson } from './reply.ts';
import {
  ask,
  asOwnPage,
  call,
  enter,
  openHost,
  openStream,
  page,
  scriptedApp,
  token,
  until,
  type Opened,
} from './testing/open-host.ts';

let opened: Opened;
let port: number;
let cookie: string;
beforeEach(async () => {
  opened = await openHost();
  port = opened.host.port;
  cookie = await enter(port);
});
afterEach(() => opened.end());

const changed = { kind: 'changed', subjects: ['memory'] } as const;

describe('entering', () => {
  it('gives a cookie for the printed address and leads on to the page without the token', async () => {
    const reply = await ask(port, `/?token=${token}`);
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    expect(reply.headers['set-cookie']).toHaveLength(1);
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^slowwave-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`, 'u'),
    );
    expect(JSON.stringify(reply)).not.toContain(token);
  });

  it('gives each visit a cookie of its own', async () => {
    const second = await enter(port);
    expect(second).not.toBe(cookie);
    for (const each of [cookie, second]) {
      expect((await ask(port, '/', { headers: { Cookie: each } })).text).toBe(page);
    }
  });

  it('makes the oldest cookie void when there are too many', async () => {
    await opened.end();
    opened = await openHost({ limits: { cookiesMax: 2 } });
    ({ port } = opened.host);
    const cookies = [await enter(port), await enter(port), await enter(port)];
    const statuses = await Promise.all(
      cookies.map(async (each) => (await ask(port, '/', { headers: { Cookie: each } })).status),
    );
    expect(statuses).toEqual([401, 200, 200]);
  });

  it('opens once to an address for one visit, which is no bearer', async () => {
    const address = new URL(opened.host.addressForOneVisit());
    const ticket = address.searchParams.get('token') ?? '';
    expect(address.origin).toBe(opened.host.url);
    const asBearer = { Authorization: `Bearer ${ticket}`, 'Content-Type': 'application/json' };
    expect((await call(port, asBearer, { name: 'night.state', args: {} })).status).toBe(401);
    expect((await ask(port, address.pathname + address.search)).status).toBe(303);
    expect((await ask(port, address.pathname + address.search)).status).toBe(401);
  });

  it('begins the way to the page anew where the address was clicked in another page', async () => {
    const reply = await ask(port, `/?token=${token}`, {
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
    });
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('content="0;url=/"');
    expect(reply.headers['set-cookie']).toHaveLength(1);
  });

  it('lets a program in by the token in each request', async () => {
    const reply = await call(
      port,
      { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      { name: 'night.state', args: {} },
    );
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      { ok: true, value: { asked: 'night.state' } },
    ]);
  });
});

describe('the page', () => {
  it('is served with its files, their types and strict headers', async () => {
    const headers = { Cookie: cookie };
    const index = await ask(port, '/', { headers });
    expect([index.status, index.text]).toEqual([200, page]);
    expect(index.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = index.headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    const script = await ask(port, '/assets/index-Ab12Cd34.js', { headers });
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    const picture = await ask(port, '/assets/two%20words.svg?v=1', { headers });
    expect([picture.text, picture.headers['content-type'], picture.headers['cache-control']]).toEqual([
      '<svg/>',
      'image/svg+xml',
      'no-store',
    ]);
  });

  it('says how to build it where it is not there', async () => {
    await opened.end();
    opened = await openHost({ pageFolder: '/nowhere/at/all' });
    ({ port } = opened.host);
    const reply = await ask(port, '/', { headers: { Cookie: await enter(port) } });
    expect([reply.status, reply.text]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});

describe('a question', () => {
  it('is carried with its arguments, and its answer comes back', async () => {
    const body = { name: 'memory.explain', args: { query: 'pnpm' } };
    const reply = await call(port, asOwnPage(port, cookie), body);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      { ok: true, value: { asked: 'memory.explain' } },
    ]);
    expect(opened.app.calls).toEqual([body]);
  });

  it('that fails as expected is an answer', async () => {
    const failure = { kind: 'store-busy', happened: 'It dreams.', safe: 'All is.', todo: 'Wait.' };
    await opened.end();
    opened = await openHost(
      {},
      scriptedApp(() => err(failure)),
    );
    ({ port } = opened.host);
    const reply = await call(port, asOwnPage(port, await enter(port)), { name: 'night.state', args: {} });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { ok: false, error: failure }]);
  });

  it('that breaks the app tells nothing of the inside, and the log does', async () => {
    const app = scriptedApp(() => {
      throw new Error('SELECT secret FROM /home/anna');
    });
    await opened.end();
    opened = await openHost({}, app);
    ({ port } = opened.host);
    const reply = await call(port, asOwnPage(port, await enter(port)), { name: 'night.state', args: {} });
    expect(reply.status).toBe(500);
    expect(reply.text).not.toMatch(/secret|anna|host\.ts/u);
    expect(opened.log.join()).toContain('SELECT secret');
  });
});

describe('live events', () => {
  it('reach every stream as they happen', async () => {
    const streams = [
      await openStream(port, { Cookie: cookie }),
      await openStream(port, { Authorization: `Bearer ${token}` }),
    ];
    opened.app.tell(changed);
    for (const stream of streams) {
      await until(() => stream.heard().includes('"changed"'));
      expect(stream.heard()).toMatch(
        /\nid: [0-9a-f]+-1\ndata: \{"kind":"changed","subjects":\["memory"\]\}\n\n/u,
      );
      stream.close();
    }
  });

  const lastIdIn = (heard: string): string => [...heard.matchAll(/^id: (.+)$/gmu)].at(-1)?.[1] ?? '';

  it('that were missed are told to who comes back, once', async () => {
    const first = await openStream(port, { Cookie: cookie });
    await until(() => first.heard().includes('event: here'));
    first.close();
    opened.app.tell({ kind: 'go', route: '/one' });
    opened.app.tell({ kind: 'go', route: '/two' });
    const lastId = lastIdIn(first.heard());
    const byHeader = await openStream(port, { Cookie: cookie, 'Last-Event-ID': lastId });
    const byAddress = await openStream(port, { Cookie: cookie }, `/api/events?after=${lastId}`);
    for (const stream of [byHeader, byAddress]) {
      await until(() => stream.heard().includes('event: here'));
      expect(stream.heard().match(/"route":"\/\w+"/gu)).toEqual(['"route":"/one"', '"route":"/two"']);
      stream.close();
    }
    const upToDate = await openStream(port, { Cookie: cookie, 'Last-Event-ID': lastIdIn(byHeader.heard()) });
    await until(() => upToDate.heard().includes('event: here'));
    expect(upToDate.heard()).not.toContain('route');
    upToDate.close();
  });

  it('that are no longer known come back as: everything may have changed', async () => {
    await opened.end();
    opened = await openHost({ limits: { eventsKept: 2 } });
    ({ port } = opened.host);
    cookie = await enter(port);
    const first = await openStream(port, { Cookie: cookie });
    await until(() => first.heard().includes('event: here'));
    first.close();
    for (let i = 0; i < 3; i++) opened.app.tell({ kind: 'go', route: '/night' });
    for (const lastId of [lastIdIn(first.heard()), 'anotherlife-2', 'x', '-', '9'.repeat(400)]) {
      const stream = await openStream(port, { Cookie: cookie, 'Last-Event-ID': lastId });
      await until(() => stream.heard().includes('event: here'));
      expect(stream.heard()).toContain('"kind":"changed","subjects":["night","review"');
      expect(stream.heard()).not.toContain('"go"');
      stream.close();
    }
  });

  it('come with a beat, so that a dead line is told from a quiet one', async () => {
    await opened.end();
    opened = await openHost({ limits: { heartbeatEachMs: 10 } });
    ({ port } = opened.host);
    const stream = await openStream(port, { Cookie: await enter(port) });
    await until(() => stream.heard().includes('event: beat'));
    stream.close();
  });
});

describe('the host', () => {
  it('names the port where it is in use, and takes the next where it may', async () => {
    const needs = {
      bridge: opened.app.bridge,
      pageFolder: '/nowhere',
      token,
      clock: { ticks: () => 0 },
      log: () => undefined,
    };
    const refused = await createHost({ ...needs, ports: [port] });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
    if (!refused.ok) expect(refused.error.happened).toContain(`Port ${port} is in use`);
    const second = await createHost({ ...needs, ports: [port, 0] });
    expect(second.ok).toBe(true);
    if (!second.ok) return;
    expect(second.value.port).not.toBe(port);
    await second.value.close();
  });

  // macOS has no second address of its own without being told to.
  it.skipIf(process.platform === 'darwin')('can be reached from this computer only', async () => {
    // The same port on another of this computer's own addresses is still free: nobody listens there.
    const other = createServer();
    await new Promise<void>((resolve, reject) => {
      other.once('error', reject);
      other.listen({ port, host: '127.0.0.2', exclusive: true }, resolve);
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('closes with every stream, and listens to the app no more', async () => {
    const stream = await openStream(port, { Cookie: cookie });
    expect(opened.app.listeners()).toBe(1);
    await opened.host.close();
    await stream.ended;
    expect(opened.app.listeners()).toBe(0);
    await expect(ask(port, '/')).rejects.toThrow(/ECONNREFUSED/u);
  });

  it('mounts more routes with keys of their own behind the same gate', async () => {
    await opened.end();
    opened = await openHost({
      routes: [
        {
          path: '/v1/',
          methods: ['GET'],
          whoAsks: (request) => (request.headers.authorization === 'Bearer other-key' ? 'a program' : null),
          answer: async ({ response, target, who }) => {
            sendJson(response, 200, ok({ path: target.path, who }));
            return null;
          },
        },
      ],
    });
    ({ port } = opened.host);
    const reply = await ask(port, '/v1/dreams/7', { headers: { Authorization: 'Bearer other-key' } });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      { ok: true, value: { path: '/v1/dreams/7', who: 'a program' } },
    ]);
    expect((await ask(port, '/v1/dreams/7', { headers: { Cookie: await enter(port) } })).status).toBe(401);
    expect((await ask(port, '/v1/dreams', { headers: { Host: 'evil.example' } })).status).toBe(421);
  });
});
