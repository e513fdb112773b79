// The same app in a browser: one HTTP server on 127.0.0.1 that carries the contract's questions and live events, and
// serves the built page. It trusts nobody but its owner's browser and whoever holds the token; every other process and
// every page on this computer can reach the port, so each request passes the same steps in the same order.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { drainAfter } from './body.ts';
import { callRoute } from './calls.ts';
import { hostRefusal, originRefusal, readTarget, type Target } from './gate.ts';
import { usualLimits, type Limits } from './limits.ts';
import { createLive } from './live.ts';
import { createGauge, type Gauge } from './pace.ts';
import { pageRoute } from './pages.ts';
import { makeStrict, refusals, sendRefusal, type Refusal } from './reply.ts';
import { findRoute, type Route } from './routes.ts';
import { createVisitors, type Visitors } from './visitors.ts';

export interface HostNeeds {
  readonly bridge: Bridge;
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** The first that is free is taken; 0 stands for any. */
  readonly ports: readonly number[];
  /** Good for as long as the host runs; at least 128 bits of chance. */
  readonly token: string;
  readonly clock: { ticks(): number };
  readonly log: (line: string) => void;
  /** More to mount beside the page's own. */
  readonly routes?: readonly Route[];
  readonly limits?: Partial<Limits>;
}

export interface Host {
  /** Without the token, and without a slash at its end. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** A whole address that lets one browser in, once. */
  addressForOneVisit(): string;
  /** Ends every connection. */
  close(): Promise<void>;
}

interface Room {
  readonly port: number;
  readonly limits: Limits;
  readonly visitors: Visitors;
  readonly gauge: Gauge;
  readonly routes: readonly Route[];
  readonly log: (line: string) => void;
  /** Whoever asks over it has shown a right to. */
  trust(socket: Socket): void;
}

/** The printed address: a cookie for the token, and on to the page. */
function enter(room: Room, request: IncomingMessage, response: ServerResponse): null {
  response.setHeader('Set-Cookie', room.visitors.admit());
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'none' || site === 'same-origin') {
    response.writeHead(303, { Location: '/' }).end();
    return null;
  }
  // Clicked in another page, such as a terminal in the browser: on a way that began there our cookie is not sent along,
  // so the way to the page begins here.
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Slowwave</title>');
  return null;
}

const tokenShown = (request: IncomingMessage, target: Target): string | null =>
  request.method === 'GET' && target.path === '/' ? target.query.get('token') : null;

async function pass(
  room: Room,
  target: Target,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  const shown = tokenShown(request, target);
  const foreign = hostRefusal(request, room.port);
  if (foreign !== null) return foreign;
  const isEntering = shown !== null && room.visitors.opensTo(shown);
  const refusal = isEntering ? null : originRefusal(request);
  if (refusal !== null) return refusal;
  const route = findRoute(room.routes, target.path);
  const who = isEntering ? 'who enters' : (route?.whoAsks ?? room.visitors.whoAsks)(request);
  const pace = who === null ? room.limits.strangersPace : room.limits.ownersPace;
  const secondsToWait = room.gauge.secondsToWait(who ?? 'strangers', pace);
  if (secondsToWait > 0) return refusals.tooOften(secondsToWait);
  if (isEntering) return enter(room, request, response);
  if (route !== null && !route.methods.includes(request.method ?? ''))
    return refusals.wrongMethod(route.methods);
  if (who === null || shown !== null) return refusals.unknownVisitor();
  room.trust(request.socket);
  return route === null ? refusals.notThere() : route.answer({ request, response, target, who });
}

async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  makeStrict(response);
  drainAfter(request, response, room.limits.drainWithinMs);
  const target = readTarget(request);
  if ('status' in target) return sendRefusal(response, '', target);
  const refuse = (refusal: Refusal): void => {
    const inItsWay = findRoute(room.routes, target.path)?.refuse;
    if (inItsWay === undefined || response.headersSent) sendRefusal(response, target.path, refusal);
    else inItsWay(response, refusal);
  };
  try {
    const refusal = await pass(room, target, request, response);
    if (refusal !== null) refuse(refusal);
  } catch (thrown) {
    // Whoever hung up in the middle is no fault of ours.
    if (request.socket.destroyed) return;
    room.log(`host: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    refuse(refusals.fault());
  }
}

/** Connections of strangers, oldest first: those that hold them open only to keep others out go first. */
function createCrowd(strangersMax: number) {
  const strangers = new Set<Socket>();
  return {
    enter: (socket: Socket): void => {
      const [oldest] = strangers;
      if (strangers.size >= strangersMax && oldest !== undefined) {
        strangers.delete(oldest);
        oldest.destroy();
      }
      strangers.add(socket);
      socket.once('close', () => strangers.delete(socket));
    },
    trust: (socket: Socket): void => void strangers.delete(socket),
  };
}

const listenOn = (server: Server, port: number): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error);
    server.once('error', failed);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', failed);
      resolve(null);
    });
  });

const portFailure = (port: number, error: NodeJS.ErrnoException): Failure => ({
  kind: 'wrong-input',
  happened:
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program.`
      : `Port ${port} could not be opened (${error.code ?? error.message}).`,
  safe: 'Nothing was started.',
  todo: 'Name another one: --port N, or --port 0 for any that is free.',
});

async function listenOnFirstFree(server: Server, ports: readonly number[]): Promise<Result<number, Failure>> {
  let failure: Failure | null = null;
  for (const port of ports) {
    const error = await listenOn(server, port);
    if (error === null) {
      const address = server.address();
      return ok(typeof address === 'object' && address !== null ? address.port : port);
    }
    failure = portFailure(port, error);
  }
  return err(failure ?? portFailure(0, new Error('no port was named')));
}

function makeServer(limits: Limits): Server {
  const server = createServer({
    headersTimeout: limits.headersWithinMs,
    requestTimeout: limits.requestWithinMs,
    keepAliveTimeout: limits.idleWithinMs,
    connectionsCheckingInterval: limits.timeoutsCheckedEachMs,
  });
  server.maxConnections = limits.connectionsMax;
  return server;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // What was just said, such as the end of a live stream, may still be on its way.
    server.closeIdleConnections();
    setImmediate(() => server.closeAllConnections());
  });
}

export async function createHost(needs: HostNeeds): Promise<Result<Host, Failure>> {
  const limits: Limits = { ...usualLimits, ...needs.limits };
  const server = makeServer(limits);
  const listening = await listenOnFirstFree(server, needs.ports);
  if (!listening.ok) return listening;
  const port = listening.value;
  const live = createLive({ bridge: needs.bridge, limits, life: randomBytes(6).toString('hex') });
  const crowd = createCrowd(limits.strangersMax);
  const room: Room = {
    port,
    limits,
    visitors: createVisitors({ token: needs.token, port, cookiesMax: limits.cookiesMax }),
    gauge: createGauge(needs.clock),
    routes: [
      pageRoute(needs.pageFolder),
      callRoute({ bridge: needs.bridge, limits }),
      live.route,
      ...(needs.routes ?? []),
    ],
    log: needs.log,
    trust: crowd.trust,
  };
  server.on('connection', crowd.enter);
  server.on('request', (request, response) => void answer(room, request, response));
  server.on('error', (error) => needs.log(`host: ${error.message}`));
  const url = `http://127.0.0.1:${port}`;
  return ok({
    url,
    token: needs.token,
    port,
    addressForOneVisit: () => `${url}/?token=${room.visitors.makeTicket()}`,
    close: () => {
      live.close();
      return closeServer(server);
    },
  });
}
