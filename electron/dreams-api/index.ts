// The Dreams API at home: Anthropic's calls and shapes, over the person's own agents. Mounted beside the app's page in the
// browser host, behind the same gate, with a key of its own; it speaks to the app through the contract and nothing else.
import type { IncomingMessage } from 'node:http';
import type { Bridge } from '../../shared/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import { isSameKey, keyIdOf, readApiKey } from '../api-key/key-file.ts';
import { createGauge } from '../host/pace.ts';
import { sendJson } from '../host/reply.ts';
import type { Asked, Route } from '../host/routes.ts';
import { bearerOf } from '../host/visitors.ts';
import { dreamEndpoints } from './dream-endpoints.ts';
import { endpointsAt, type Answered, type Endpoint } from './endpoint.ts';
import { apiError, errorOfHost, newRequestId, sendError, type ApiError } from './errors.ts';
import { usualApiLimits, type ApiLimits } from './limits.ts';
import { storeEndpoints } from './store-endpoints.ts';
import { whyUnanswered } from './unanswered.ts';

export interface DreamsApiNeeds {
  readonly bridge: Bridge;
  readonly keyFolder: string;
  readonly clock: { ticks(): number };
  readonly limits?: Partial<ApiLimits>;
}

/** Both ways in which a key is sent: the SDK's, and that of a plain HTTP client. */
function keyShown(request: IncomingMessage): string | null {
  const header = request.headers['x-api-key'];
  return typeof header === 'string' && header !== '' ? header : bearerOf(request);
}

const endpoints: readonly Endpoint[] = [...storeEndpoints, ...dreamEndpoints];

export function createDreamsApi(needs: DreamsApiNeeds): Route {
  const limits: ApiLimits = { ...usualApiLimits, ...needs.limits };
  const gauge = createGauge(needs.clock);
  const whoAsks = (request: IncomingMessage): string | null => {
    const [shown, key] = [keyShown(request), readApiKey(needs.keyFolder)];
    return shown !== null && key !== null && isSameKey(shown, key) ? keyIdOf(key) : null;
  };
  const tooOften = (asked: Asked): ApiError | null => {
    const isReading = asked.request.method === 'GET';
    const pace = isReading ? limits.readPace : limits.writePace;
    const seconds = gauge.secondsToWait(`${asked.who} ${isReading ? 'reads' : 'writes'}`, pace);
    return seconds === 0
      ? null
      : apiError('rate_limit_error', 'too many requests in a short time', { 'retry-after': String(seconds) });
  };
  const answer = async (asked: Asked, requestId: string): Promise<Result<Answered, ApiError>> => {
    const busy = tooOften(asked);
    if (busy !== null) return err(busy);
    const { request, response, target, who: keyId } = asked;
    const path = target.path.length > 1 ? target.path.replace(/\/$/u, '') : target.path;
    const at = endpointsAt(endpoints, path);
    const found = at.find(({ endpoint }) => endpoint.method === request.method);
    if (found === undefined)
      return err(apiError('not_found_error', `${request.method} ${path}: ${whyUnanswered(path)}`));
    return found.endpoint.run({
      request,
      response,
      bridge: needs.bridge,
      ids: found.ids,
      query: target.query,
      keyId,
      requestId,
      bodyBytesMax: limits.bodyBytesMax,
    });
  };
  return {
    path: '/v1/',
    methods: ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'],
    whoAsks,
    answer: async (asked) => {
      const requestId = newRequestId();
      const { response } = asked;
      response.setHeader('request-id', requestId);
      const outcome = await answer(asked, requestId);
      if (!outcome.ok) {
        sendError(response, requestId, outcome.error);
        return null;
      }
      const { status = 200, body, headers = {} } = outcome.value;
      if (body === undefined) return null;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      sendJson(response, status, body);
      return null;
    },
    refuse: (response, refusal) => sendError(response, newRequestId(), errorOfHost(refusal)),
  };
}
