// What a page, a program or a person with bad intent can send to the port. After each attack the app must still answer.
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import type { Limits } from './limits.ts';
import {
  ask,
  asOwnPage,
  call,
  enter,
  openHost,
  openStream,
  outsideText,
  sayRaw,
  scriptedApp,
  token,
  until,
  type Opened,
} from './testing/open-host.ts';

let opened: Opened;
let port: number;
let cookie: string;

async function openAnew(limits: Partial<Limits>): Promise<void> {
  await opened.end();
  opened = await openHost({ limits });
  ({ port } = opened.host);
  cookie = await enter(port);
}

beforeEach(async () => {
  opened = await openHost();
  ({ port } = opened.host);
  cookie = await enter(port);
});

afterEach(async () => {
  // Whatever was done to it: its owner's page is answered.
  const reply = await call(port, asOwnPage(port, cookie), question);
  expect(reply.status).toBe(200);
  await opened.end();
});

const question = { name: 'night.state', args: {} };
const asPage = (over: Readonly<Record<string, string>> = {}) => ({ ...asOwnPage(port, cookie), ...over });
const callsDone = (): number => opened.app.calls.length;

describe('a page of another origin', () => {
  it.each([
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of this computer', { Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
    ['our port under another name', { Origin: 'http://localhost:PORT' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['an origin and no other sign', { Origin: 'https://evil.example' }],
    ['no origin, but another site', { Origin: '', 'Sec-Fetch-Site': 'cross-site' }],
    ['no page at all, to change something', { Origin: '', 'Sec-Fetch-Site': 'none' }],
  ])('is refused though the browser sent the cookie: %s', async (_what, over) => {
    const headers = Object.entries(asPage(over)).flatMap(([name, value]) =>
      value === '' ? [] : [[name, value.replace('PORT', String(port))] as const],
    );
    const reply = await call(port, Object.fromEntries(headers), question);
    expect(reply.status).toBe(403);
    expect(callsDone()).toBe(0);
  });

  it('may not listen, nor load our files', async () => {
    const foreign = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' };
    for (const address of ['/api/events', '/', '/assets/index-Ab12Cd34.js']) {
      expect((await ask(port, address, { headers: foreign })).status, address).toBe(403);
    }
  });

  it('is never told that it may, whatever it asks before', async () => {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    const replies = await Promise.all([
      ask(port, '/api/call', { method: 'OPTIONS', headers }),
      ask(port, '/api/call', { method: 'OPTIONS', headers: { Cookie: cookie } }),
      call(port, asPage(), question),
      ask(port, '/', { headers: { Cookie: cookie } }),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([403, 405, 200, 200]);
    for (const reply of replies) {
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('cannot send a question as a plain form', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await call(port, asPage({ 'Content-Type': type }), question)).status, type).toBe(415);
    }
    expect(callsDone()).toBe(0);
  });
});

describe('a stranger', () => {
  it('is refused everywhere without a cookie', async () => {
    const statuses = await Promise.all([
      ask(port, '/'),
      ask(port, '/assets/index-Ab12Cd34.js'),
      ask(port, '/api/events'),
      ask(port, '/api/nothing'),
      call(port, { 'Content-Type': 'application/json' }, question),
    ]);
    expect(statuses.map((reply) => reply.status)).toEqual([401, 401, 401, 401, 401]);
    expect(callsDone()).toBe(0);
  });

  it.each([
    ['in the address', (wrong: string) => ask(port, `/?token=${wrong}`)],
    ['as a bearer', (wrong: string) => call(port, { Authorization: `Bearer ${wrong}` }, question)],
    ['as a cookie', (wrong: string) => call(port, asPage({ Cookie: `slowwave-${port}=${wrong}` }), question)],
  ])('is refused with a wrong token %s', async (_where, attempt) => {
    for (const wrong of [token.slice(0, -1), `${token}x`, 'x', '', '%00', 'ÿ']) {
      const reply = await attempt(encodeURIComponent(wrong));
      expect(reply.status, wrong).toBe(401);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    expect(callsDone()).toBe(0);
  });

  it('cannot use the token itself as a cookie', async () => {
    const reply = await call(port, asPage({ Cookie: `slowwave-${port}=${token}` }), question);
    expect(reply.status).toBe(401);
  });
});

describe('a forged head', () => {
  it('with another host is refused, also where everything else is right', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.example`,
    ]) {
      const reply = await call(port, asPage({ Host: host, Origin: `http://${host}` }), question);
      expect(reply.status, host).toBe(421);
      expect((await ask(port, `/?token=${token}`, { headers: { Host: host } })).status).toBe(421);
    }
    expect(callsDone()).toBe(0);
  });

  it('under our second name is as good as under the first', async () => {
    const host = `localhost:${port}`;
    const reply = await call(port, asPage({ Host: host, Origin: `http://${host}` }), question);
    expect(reply.status).toBe(200);
  });

  it('with no host, two hosts or a whole address in its first line is refused', async () => {
    const rest = `Cookie: ${cookie}\r\nConnection: close\r\n\r\n`;
    const none = await sayRaw(port, `GET / HTTP/1.0\r\n${rest}`);
    expect(none).toMatch(/^HTTP\/1\.1 421 /u);
    const two = await sayRaw(
      port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n${rest}`,
    );
    expect(two).toMatch(/^HTTP\/1\.1 4(?:00|21) /u);
    const whole = await sayRaw(
      port,
      `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${rest}`,
    );
    expect(whole).toMatch(/^HTTP\/1\.1 400 /u);
  });

  it('cannot put a header of its own into our answer', async () => {
    for (const [address, status] of [
      ['/%0d%0aSet-Cookie:%20a=b', 404],
      ['/?token=x%0d%0aSet-Cookie:%20a=b', 401],
      [`/?token=${token}&to=%0d%0aSet-Cookie:%20a=b`, 303],
    ] as const) {
      const reply = await ask(port, address, { headers: { Cookie: cookie } });
      expect(reply.status).toBe(status);
      expect(reply.headers['set-cookie']?.some((each) => each.startsWith('a=')) ?? false).toBe(false);
    }
    const bare = await sayRaw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\nX: y\r\n z: w\r\n\r\n`);
    expect(bare).toMatch(/^HTTP\/1\.1 400 /u);
  });

  it('that never ends is refused', async () => {
    const heard = await sayRaw(
      port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(64 * 1024)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /u);
  });

  it('that smuggles a second request is refused whole', async () => {
    const heard = await sayRaw(
      port,
      `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nContent-Length: 4\r\n` +
        'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
    );
    expect(heard).toMatch(/^HTTP\/1\.1 400 /u);
    expect(heard.match(/HTTP\/1\.1/gu)).toHaveLength(1);
  });
});

describe('a body', () => {
  const mebibyte = Buffer.alloc(1024 * 1024, 0x20);

  /** Sends as long as it is let, and reads the answer where one comes. */
  const sendLarge = (mebibytes: number, headers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port, path: '/api/call', method: 'POST', headers, agent: false },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      request.once('error', reject);
      let left = mebibytes;
      const send = (): void => {
        while (left > 0) {
          left -= 1;
          if (!request.write(mebibyte)) return void request.once('drain', send);
        }
        request.end();
      };
      send();
    });

  it('of 100 MB is refused, whether its length is told or not, and never kept', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const length = String(100 * 1024 * 1024);
    expect(await sendLarge(100, asPage({ 'Content-Length': length }))).toBe(413);
    expect(await sendLarge(100, asPage())).toBe(413);
    expect(await sendLarge(100, { 'Content-Type': 'application/json' })).toBe(401);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
    expect(callsDone()).toBe(0);
  });

  it('that is told to be too large is refused before it comes', async () => {
    await openAnew({
      drainWithinMs: 20,
      requestWithinMs: 500,
      headersWithinMs: 500,
      timeoutsCheckedEachMs: 20,
    });
    const head = Object.entries(asPage({ 'Content-Length': String(2 * 1024 * 1024) }));
    const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const heard = await sayRaw(port, `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines}\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 413 /u);
  });

  it('that breaks off in the middle is no fault of ours', async () => {
    const socket = connect({ host: '127.0.0.1', port });
    const head = Object.entries(asPage({ 'Content-Length': '100' }));
    const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines}\r\n{"name":`, () =>
      setTimeout(() => socket.destroy(), 20),
    );
    await new Promise((resolve) => socket.once('close', resolve));
    await call(port, asPage(), question);
    expect(opened.log).toEqual([]);
    expect(callsDone()).toBe(1);
  });

  it('of just the limit is read', async () => {
    const body = JSON.stringify({ ...question, filling: '' });
    const filled = body.replace('""', `"${'x'.repeat(1024 * 1024 - body.length)}"`);
    const atLimit = await ask(port, '/api/call', { method: 'POST', headers: asPage(), body: filled });
    expect(atLimit.status).toBe(200);
    const above = await ask(port, '/api/call', { method: 'POST', headers: asPage(), body: `${filled} ` });
    expect(above.status).toBe(413);
  });

  it.each([
    ['nothing', ''],
    ['half a JSON', '{"name":'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no name', '{"args":{}}'],
    ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['brackets without end', '['.repeat(500_000)],
    ['arguments that are none', '{"name":"night.state","args":7}'],
    ['wrong arguments', '{"name":"memory.explain","args":{"query":7}}'],
  ])('that is no question is malformed: %s', async (_what, body) => {
    const reply = await ask(port, '/api/call', { method: 'POST', headers: asPage(), body });
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
    expect(reply.text).not.toMatch(/SyntaxError|JSON at|node:|[.]ts/u);
    expect(callsDone()).toBe(0);
  });

  it('with an unknown question is not found, and with packed bytes not taken', async () => {
    for (const name of ['night.explode', '__proto__', 'constructor', 7, null, { a: 1 }]) {
      expect((await call(port, asPage(), { name, args: {} })).status, JSON.stringify(name)).toBe(404);
    }
    expect((await call(port, asPage({ 'Content-Encoding': 'gzip' }), question)).status).toBe(415);
    expect(callsDone()).toBe(0);
  });
});

describe('a wrong method or address', () => {
  it('is refused with those that are right', async () => {
    const attempts = [
      ['GET', '/api/call', 'POST'],
      ['HEAD', '/api/call', 'POST'],
      ['PUT', '/api/call', 'POST'],
      ['POST', '/api/events', 'GET'],
      ['HEAD', '/api/events', 'GET'],
      ['DELETE', '/', 'GET, HEAD'],
      ['POST', `/?token=${token}`, 'GET, HEAD'],
      ['OPTIONS', '/', 'GET, HEAD'],
      ['TRACE', '/', 'GET, HEAD'],
    ] as const;
    for (const [method, address, allowed] of attempts) {
      const reply = await ask(port, address, { method, headers: { Cookie: cookie } });
      expect([method, address, reply.status, reply.headers.allow]).toEqual([method, address, 405, allowed]);
    }
  });

  it('gives a HEAD what a GET would say of itself, and no cookie for a token', async () => {
    const head = await ask(port, '/', { method: 'HEAD', headers: { Cookie: cookie } });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '38']);
    const entering = await ask(port, `/?token=${token}`, { method: 'HEAD' });
    expect([entering.status, entering.headers['set-cookie']]).toEqual([401, undefined]);
  });

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '/..\\outside.txt',
    '/%252e%252e%252foutside.txt',
    '/link.txt',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/%',
    '//outside.txt',
    '/./index.html',
    '/%c0%ae%c0%ae/outside.txt',
  ])('leads to no file outside of the page: %s', async (address) => {
    const heard = await sayRaw(
      port,
      `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 40[04] /u);
    expect(heard).not.toContain(outsideText);
  });
});

describe('a flood', () => {
  const isLong = process.env['LONG'] === '1';
  // 1,000 a second for ten seconds: in the long run by the real clock; in the short run for two seconds, by a clock that
  // goes on a millisecond with each request, however fast this machine is.
  const total = isLong ? 10_000 : 2_000;
  const atOnce = 50;

  it.each([
    ['of strangers', {}, '401'],
    ['with the token', { Authorization: `Bearer ${token}` }, '200'],
  ])(
    '%s is thinned out, while the owner’s page is never held up',
    { timeout: 120_000 },
    async (_of, by, first) => {
      let sent = 0;
      await opened.end();
      opened = await openHost({ clock: { ticks: () => (isLong ? performance.now() : sent) } });
      ({ port } = opened.host);
      cookie = await enter(port);
      const counts: Record<string, number> = {};
      const startTicks = performance.now();
      for (let batch = 0; batch < total / atOnce; batch++) {
        // The owner clicks 20 times a second, all the while.
        const click = call(port, asPage(), question);
        const flood = Array.from({ length: atOnce }, () => {
          sent += 1;
          return call(port, { 'Content-Type': 'application/json', ...by }, question);
        });
        for (const { status } of await Promise.all(flood)) counts[status] = (counts[status] ?? 0) + 1;
        expect((await click).status).toBe(200);
        const aheadMs = isLong ? sent - (performance.now() - startTicks) : 0;
        if (aheadMs > 0) await new Promise((resolve) => setTimeout(resolve, aheadMs));
      }
      expect(Object.keys(counts).toSorted()).toEqual([first, '429']);
      expect(counts['429']).toBeGreaterThan(isLong ? 0 : total * 0.7);
    },
  );

  it('of questions that take long is turned away before they pile up', async () => {
    const release = Promise.withResolvers<undefined>();
    const app = scriptedApp(async (name) => {
      await release.promise;
      return ok({ asked: name });
    });
    await opened.end();
    opened = await openHost({ limits: { callsAtOnceMax: 3 } }, app);
    ({ port } = opened.host);
    cookie = await enter(port);
    const waiting = Array.from({ length: 3 }, () => call(port, asPage(), question));
    await until(() => app.calls.length === 3);
    expect((await call(port, asPage(), question)).status).toBe(429);
    release.resolve(undefined);
    expect((await Promise.all(waiting)).map((reply) => reply.status)).toEqual([200, 200, 200]);
  });

  it('is told when to come back', async () => {
    await openAnew({ strangersPace: { burst: 1, perSecond: 0.1 } });
    await ask(port, '/');
    const reply = await ask(port, '/');
    expect(reply.status).toBe(429);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(9);
    // The printed address opens all the same.
    expect((await ask(port, `/?token=${token}`)).status).toBe(303);
  });
});

describe('a slow client', () => {
  const connectTo = (): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket));
      socket.once('error', reject);
    });
  const closed = (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      let heard = '';
      socket.on('data', (part: Buffer) => {
        heard += part.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.once('close', () => resolve(heard));
    });

  it('that sends its head letter by letter is hung up on', async () => {
    await openAnew({ headersWithinMs: 100, timeoutsCheckedEachMs: 20 });
    const socket = await connectTo();
    const end = closed(socket);
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
    const dripping = setInterval(() => socket.write('X: y\r\n'), 10);
    expect(await end).toMatch(/^HTTP\/1\.1 408 /u);
    clearInterval(dripping);
  });

  it('that sends its body letter by letter is hung up on', async () => {
    await openAnew({ headersWithinMs: 100, requestWithinMs: 200, timeoutsCheckedEachMs: 20 });
    const socket = await connectTo();
    const end = closed(socket);
    const head = Object.entries(asPage()).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${head.join('')}Content-Length: 9999\r\n\r\n`,
    );
    const dripping = setInterval(() => socket.write(' '), 10);
    await end;
    clearInterval(dripping);
    expect(callsDone()).toBe(0);
  });

  it('that goes on sending what was refused is hung up on', async () => {
    await openAnew({ drainWithinMs: 50 });
    const socket = await connectTo();
    const end = closed(socket);
    socket.write(
      `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n`,
    );
    const dripping = setInterval(() => socket.write(' '), 5);
    expect(await end).toMatch(/^HTTP\/1\.1 401 /u);
    clearInterval(dripping);
  });

  it('in great number keeps nobody out: the oldest goes first', async () => {
    await openAnew({ strangersMax: 10 });
    const sockets: Socket[] = [];
    for (let i = 0; i < 30; i++) {
      const socket = await connectTo();
      socket.on('error', () => undefined);
      socket.write('GET / HTTP/1.1\r\n');
      sockets.push(socket);
    }
    const reply = await call(port, asPage(), question);
    expect(reply.status).toBe(200);
    await until(() => sockets.filter((socket) => socket.closed).length >= 20);
    for (const socket of sockets) socket.destroy();
  });

  it('never costs its owner the stream that is open', async () => {
    await openAnew({ strangersMax: 3 });
    const stream = await openStream(port, { Cookie: cookie });
    const sockets = [];
    for (let i = 0; i < 10; i++) sockets.push(await connectTo());
    opened.app.tell({ kind: 'go', route: '/night' });
    await until(() => stream.heard().includes('/night'));
    for (const socket of sockets) socket.destroy();
    stream.close();
  });
});

describe('live streams', () => {
  it('that are held open in great number are refused beyond a limit, and free it again', async () => {
    await openAnew({ streamsMax: 3 });
    const open = (): ReturnType<typeof openStream> => openStream(port, { Cookie: cookie });
    const streams = await Promise.all([open(), open(), open()]);
    expect(streams.map((stream) => stream.status)).toEqual([200, 200, 200]);
    const refused = await ask(port, '/api/events', { headers: { Cookie: cookie } });
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '30']);
    for (const stream of streams) stream.close();
    let status = 0;
    while (status !== 200) {
      const again = await open();
      ({ status } = again);
      again.close();
    }
  });

  it('that are never read are hung up on', async () => {
    await openAnew({ streamBytesMax: 64 * 1024 });
    const socket = connect({ host: '127.0.0.1', port });
    socket.pause();
    const gone = new Promise<void>((resolve) => {
      socket.on('error', () => resolve());
      socket.once('close', () => resolve());
    });
    socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
    const route = 'x'.repeat(512 * 1024);
    let isGone = false;
    void gone.then(() => (isGone = true));
    // What the system keeps for the line comes first; a socket that is not read is told of its end when it reads.
    for (let i = 0; i < 40; i++) {
      opened.app.tell({ kind: 'go', route });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    socket.resume();
    await until(() => isGone);
  });
});
