// Where a request comes from, before anything is done for it: it must be meant for our own name (a page of another name
// that points to 127.0.0.1 is not), and no page but our own may have sent it.
import type { IncomingMessage } from 'node:http';
import { refusals, type Refusal } from './reply.ts';

/** A path with its question, as far as it is one of ours to answer. */
export interface Target {
  /** Percent signs resolved once. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Only the plain form: no address of a proxy, no authority, no backslash and no zero byte. */
export function readTarget(request: IncomingMessage): Target | Refusal {
  const [rawPath = '', ...rest] = (request.url ?? '').split('?');
  const malformed = refusals.malformed('The address is malformed.');
  if (!rawPath.startsWith('/') || rawPath.startsWith('//')) return malformed;
  try {
    const path = decodeURIComponent(rawPath);
    if (path.includes('\0') || path.includes('\\')) return malformed;
    return { path, query: new URLSearchParams(rest.join('?')) };
  } catch {
    return malformed;
  }
}

const headerCount = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((each, at) => at % 2 === 0 && each.toLowerCase() === name).length;

/** Against a foreign name that is made to point at us ("DNS rebinding"). */
export function hostRefusal(request: IncomingMessage, port: number): Refusal | null {
  const host = request.headers.host?.toLowerCase();
  const isOurs = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  return isOurs && headerCount(request, 'host') === 1 ? null : refusals.foreignHost();
}

/**
 * A browser says on its own where a request comes from: `Origin` on all that changes things and on all that crosses
 * sites, `Sec-Fetch-Site` on everything. "same-site" is another port of this computer, and none of ours.
 */
export function originRefusal(request: IncomingMessage): Refusal | null {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwnOrigin =
    origin === undefined || origin.toLowerCase() === `http://${request.headers.host}`.toLowerCase();
  const isOwnSite =
    site === undefined ||
    site === 'same-origin' ||
    // Typed, bookmarked or opened from outside of any page: only to look, never to ask.
    (site === 'none' && (request.method === 'GET' || request.method === 'HEAD'));
  return isOwnOrigin && isOwnSite ? null : refusals.foreignOrigin();
}
