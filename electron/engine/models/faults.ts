// What the SDK throws, as one of our own faults: by status and type, never by its words. What a server says in its error
// is not repeated; it may hold what was sent.
import { APIError } from '@anthropic-ai/sdk';
import type { ModelFaultKind } from '../../../shared/models.ts';
import type { ModelFault } from '../deps.ts';

const words: Readonly<Record<ModelFaultKind, string>> = {
  'key-missing': 'There is no key for this server.',
  'key-invalid': 'The server does not take the key.',
  'no-credit': 'The account has no credit left.',
  'not-allowed': 'The key may not do this.',
  'no-such-model': 'The server does not know this model, or this address.',
  'wrong-request': 'The server did not take the request as it was.',
  'too-large': 'It was more than the server takes at once.',
  'rate-limited': 'The server takes no more for a while.',
  'server-fault': 'The server had a fault of its own.',
  overloaded: 'The server is overloaded.',
  unreachable: 'The server was not reached.',
  'cut-off': 'The answer broke off.',
  woken: 'It was woken.',
};

export const faultWords = (fault: ModelFaultKind): string => words[fault];

const byStatus: Readonly<Record<number, ModelFaultKind>> = {
  400: 'wrong-request',
  401: 'key-invalid',
  402: 'no-credit',
  403: 'not-allowed',
  404: 'no-such-model',
  408: 'server-fault',
  409: 'wrong-request',
  413: 'too-large',
  422: 'wrong-request',
  429: 'rate-limited',
  529: 'overloaded',
};

/** An error that comes in the middle of a stream has a type and no status. */
const byType: Readonly<Record<string, ModelFaultKind>> = {
  authentication_error: 'key-invalid',
  billing_error: 'no-credit',
  permission_error: 'not-allowed',
  not_found_error: 'no-such-model',
  rate_limit_error: 'rate-limited',
  overloaded_error: 'overloaded',
};

// Errors of a connection that was never made: nothing of ours arrived.
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export const faultOf = (
  fault: ModelFaultKind,
  more: Partial<Pick<ModelFault, 'retryAfterMs' | 'requestId' | 'detail'>> = {},
): ModelFault => ({
  kind: 'fault',
  fault,
  detail: faultWords(fault),
  retryAfterMs: null,
  requestId: null,
  ...more,
});

/** The codes of an error and of what caused it, of what caused that, and so on. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const cause = 'cause' in error ? [error.cause] : [];
  return [...own, ...[...inner, ...cause].flatMap((one) => codesOf(one, depth + 1))];
}

// A day: more than any night waits.
const retryAfterMaxMs = 86_400_000;

function retryAfter(headers: Headers | undefined): number | null {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return Math.min(ms, retryAfterMaxMs);
  const said = headers?.get('retry-after') ?? null;
  if (said === null) return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds) && seconds >= 0) return Math.min(seconds * 1000, retryAfterMaxMs);
  return null;
}

/** `hasBegun`: some of an answer had come. `isWoken`: its owner ended it. */
export function faultFrom(
  error: unknown,
  state: { readonly hasBegun: boolean; readonly isWoken: boolean },
): ModelFault {
  if (state.isWoken) return faultOf('woken');
  if (state.hasBegun) return faultOf('cut-off');
  if (error instanceof APIError) {
    const { status, type } = error as { readonly status: number | undefined; readonly type: string | null };
    const more = { retryAfterMs: retryAfter(error.headers), requestId: error.requestID ?? null };
    if (status !== undefined) {
      // Before all of an answer came: an error with a status costs nothing.
      return faultOf(byStatus[status] ?? (status >= 500 ? 'server-fault' : 'wrong-request'), {
        ...more,
        detail: `${faultWords(byStatus[status] ?? 'server-fault')} (${status})`,
      });
    }
    const byName = type === null ? undefined : byType[type];
    if (byName !== undefined) return faultOf(byName, more);
    if (codesOf(error).some((code) => neverSent.has(code))) return faultOf('unreachable');
  }
  // It was sent, and what became of it is not known.
  return faultOf('cut-off');
}
