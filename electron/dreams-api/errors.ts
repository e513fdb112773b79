// What went wrong, as Anthropic's API says it: a status, a type that programs branch on, and a sentence for a person.
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ApiRefusal, ApiRefusalKind } from '../../shared/dreams-api.ts';
import type { Failure } from '../../shared/engine.ts';
import { assertNever } from '../../shared/result.ts';
import { sendJson, type Refusal } from '../host/reply.ts';

/** The body of every error. */
export interface WireError {
  readonly type: 'error';
  readonly error: {
    readonly type: WireErrorType;
    readonly message: string;
    readonly conflicting_memory_id?: string;
    readonly conflicting_path?: string;
  };
  readonly request_id: string;
}

export type WireErrorType =
  | ApiRefusalKind
  | 'authentication_error'
  | 'request_too_large'
  | 'rate_limit_error'
  | 'api_error'
  | 'overloaded_error';

export interface ApiError {
  readonly status: number;
  readonly error: WireError['error'];
  readonly headers: Readonly<Record<string, string>>;
}

const statusOf: Readonly<Record<WireErrorType, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  conflict_error: 409,
  memory_precondition_failed_error: 409,
  memory_path_conflict_error: 409,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  overloaded_error: 529,
};

export function apiError(
  type: WireErrorType,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ApiError {
  const status = statusOf[type];
  // The SDK asks again after a 409 by itself; it would be told the same.
  const retry: Readonly<Record<string, string>> = status === 409 ? { 'x-should-retry': 'false' } : {};
  return { status, error: { type, message }, headers: { ...retry, ...headers } };
}

export const invalid = (message: string): ApiError => apiError('invalid_request_error', message);

export function errorOfRefusal({ kind, message, conflict }: ApiRefusal): ApiError {
  const plain = apiError(kind, message);
  if (conflict === null) return plain;
  const error = {
    ...plain.error,
    conflicting_memory_id: conflict.memoryId,
    conflicting_path: conflict.path,
  };
  return { ...plain, error };
}

/** What the app could not do. Nothing of the inside is told but what its own page would be told. */
export function errorOfFailure({ kind, happened, todo }: Failure): ApiError {
  const message = `${happened} ${todo}`;
  switch (kind) {
    case 'store-busy':
    case 'too-busy':
      return apiError('overloaded_error', message, { 'retry-after': '1' });
    case 'wrong-input':
      return invalid(message);
    case 'not-found':
      return apiError('not_found_error', message);
    case 'not-allowed':
      return apiError('permission_error', message);
    case 'not-readable':
    case 'store-newer':
    case 'store-damaged':
    case 'disk-full':
    case 'changed-meanwhile':
    case 'woken':
    case 'not-reached':
      return apiError('api_error', message);
    default:
      return assertNever(kind);
  }
}

/** What the host itself refuses, before or while we are asked. */
export function errorOfHost({ status, failure, headers = {} }: Refusal): ApiError {
  const message = `${failure.happened} ${failure.todo}`;
  const of = (type: WireErrorType, text = message): ApiError => ({
    ...apiError(type, text, headers),
    status,
  });
  if (status === 401) return of('authentication_error', 'invalid x-api-key');
  if (status === 413) return of('request_too_large');
  if (status === 415) return invalid('the body must be JSON, sent as application/json');
  if (status === 429) return of('rate_limit_error');
  if (status === 403 || status === 421) return of('permission_error', failure.happened);
  return of(status < 500 ? 'invalid_request_error' : 'api_error');
}

/** Names this one request, in the answer's head and in every error. */
export const newRequestId = (): string => `req_${randomBytes(12).toString('hex')}`;

export function sendError(response: ServerResponse, requestId: string, error: ApiError): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.setHeader('request-id', requestId);
  const body: WireError = { type: 'error', error: error.error, request_id: requestId };
  sendJson(response, error.status, body);
}
