// How the host answers: strict headers on everything, never one that opens us to another origin, and refusals that say
// what to do and nothing of the inside.
import type { ServerResponse } from 'node:http';
import type { Failure } from '../../shared/engine.ts';

// Only our own files: nothing inline, nothing remote, no frame around us. Pictures may be given as data, which is what
// a bundler makes of small ones, and which can ask nobody for anything.
export const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const strictHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', contentSecurityPolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), usb=(), serial=()'],
];

/** Before anything else is done with a request, so that no way out can forget them. */
export function makeStrict(response: ServerResponse): void {
  for (const [name, value] of strictHeaders) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
}

export interface Refusal {
  readonly status: number;
  readonly failure: Failure;
  readonly headers?: Readonly<Record<string, string>>;
}

const refuse = (
  status: number,
  kind: Failure['kind'],
  happened: string,
  todo: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal => ({ status, failure: { kind, happened, safe: 'Nothing was done.', todo }, headers });

const openAgain = 'Open the address again that Slowwave printed when it started.';

export const refusals = {
  malformed: (what: string) => refuse(400, 'wrong-input', what, 'Send it as the app’s own page does.'),
  unknownVisitor: () => refuse(401, 'not-allowed', 'Slowwave does not know this browser.', openAgain),
  foreignOrigin: () =>
    refuse(403, 'not-allowed', 'Another site asked, and none but our own page may.', openAgain),
  notThere: () => refuse(404, 'not-found', 'There is nothing at this address.', openAgain),
  wrongMethod: (allowed: readonly string[]) =>
    refuse(405, 'wrong-input', 'This address does not take that method.', `It takes ${allowed.join(', ')}.`, {
      Allow: allowed.join(', '),
    }),
  tooLarge: (bytesMax: number) =>
    refuse(413, 'wrong-input', 'The question is too large.', `Send ${bytesMax} bytes at most.`),
  wrongType: () =>
    refuse(415, 'wrong-input', 'A question is JSON.', 'Send it as application/json, unpacked.'),
  foreignHost: () => refuse(421, 'not-allowed', 'This is not the name of Slowwave’s host.', openAgain),
  tooOften: (seconds: number) =>
    refuse(429, 'too-busy', 'Too many questions in a short time.', `Wait ${seconds} s and ask again.`, {
      'Retry-After': String(seconds),
    }),
  fault: () =>
    refuse(500, 'not-reached', 'Slowwave itself failed.', 'Try again; its log file says what happened.'),
  notBuilt: () =>
    refuse(
      503,
      'not-found',
      'The pages of the window are not there.',
      'Run "npm run build" and start it anew.',
    ),
} as const satisfies Readonly<Record<string, (...given: never[]) => Refusal>>;

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

const isForPrograms = (path: string): boolean => path.startsWith('/api/') || path.startsWith('/v1/');

/** Programs get the failure as JSON, people two sentences. Whatever was set for an answer goes. */
export function sendRefusal(response: ServerResponse, path: string, refusal: Refusal): void {
  if (response.headersSent) {
    // Half an answer is out already: cutting it off is the only way to say that it is none.
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value);
  if (isForPrograms(path)) {
    sendJson(response, refusal.status, { ok: false, error: refusal.failure });
    return;
  }
  const text = `${refusal.failure.happened} ${refusal.failure.todo}\n`;
  response.writeHead(refusal.status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}
