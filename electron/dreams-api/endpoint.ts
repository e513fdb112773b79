// What one address of the API is: its method, its path with the places of ids, and what it does with what was asked. Here
// stands what all of them do alike: find, read, ask the app, answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Bridge, CallAnswer, CallArgs } from '../../shared/contract.ts';
import type { ApiCalls, ApiRefusal } from '../../shared/dreams-api.ts';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readJson } from '../host/body.ts';
import { errorOfFailure, errorOfHost, errorOfRefusal, invalid, type ApiError } from './errors.ts';
import { afterOf } from './store-wire.ts';

export interface Ask {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bridge: Bridge;
  /** The ids in the path, by their names. */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Of the key that was shown. */
  readonly keyId: string;
  readonly requestId: string;
  readonly bodyBytesMax: number;
}

export interface Answered {
  readonly status?: number;
  /** Left out where the endpoint is answering by itself (a stream). */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Outcome = Result<Answered, ApiError>;

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `:name` stands for an id. */
  readonly path: string;
  readonly run: (ask: Ask) => Promise<Outcome>;
}

export interface Found {
  readonly endpoint: Endpoint;
  readonly ids: Readonly<Record<string, string>>;
}

/** Endpoints at this path, whatever their method. */
export const endpointsAt = (endpoints: readonly Endpoint[], path: string): readonly Found[] =>
  endpoints.flatMap((endpoint) => {
    const ids = idsIn(endpoint.path, path);
    return ids === null ? [] : [{ endpoint, ids }];
  });

function idsIn(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const ids: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') ids[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return ids;
}

/** 500 is the longest id that any question of ours takes. */
export const idOf = (ask: Ask, name: string): string => (ask.ids[name] ?? '').slice(0, 500);

/** Asks the app. What the asker did wrong and what the app could not do are told apart by their errors. */
export async function askApp<N extends keyof ApiCalls, T>(
  ask: Ask,
  name: N,
  args: CallArgs<N>,
  shape: (value: ValueOf<N>) => T,
): Promise<Result<T, ApiError>> {
  const answered = await ask.bridge.call(name, args);
  if (!answered.ok) return err(errorOfFailure(answered.error));
  const told: CallAnswer<N> & Told = answered.value;
  if (!told.ok) return err(errorOfRefusal(told.error));
  // The answer of this call: what its own row of the contract says.
  return ok(shape(told.value as ValueOf<N>));
}

type Told = Result<unknown, ApiRefusal>;
export type ValueOf<N extends keyof ApiCalls> = Extract<
  ApiCalls[N]['answer'],
  { readonly ok: true }
>['value'];

export const answerWith = (body: Result<unknown, ApiError>): Outcome =>
  body.ok ? ok({ body: body.value }) : body;

export async function readBody<T>(ask: Ask, schema: z.ZodType<T>): Promise<Result<T, ApiError>> {
  const read = await readJson(ask.request, ask.bodyBytesMax);
  if (!read.ok) return err(errorOfHost(read.error));
  return parsed(schema, read.value, 'body');
}

export function readQuery<T>(ask: Ask, schema: z.ZodType<T>): Result<T, ApiError> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(ask.query.keys())) {
    const values = ask.query.getAll(name);
    query[name] = name.endsWith('[]') ? values : (values[0] ?? '');
  }
  return parsed(schema, query, 'query');
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, where: string): Result<T, ApiError> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? where : issue.path.map(String).join('.');
  return err(invalid(`${place}: ${issue?.message ?? 'not as expected'}`));
}

/** RFC 3339. */
export const wireTime: z.ZodType<EpochMs> = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/u,
    'must be a time in RFC 3339',
  )
  .transform((text) => epochMs(Math.max(0, Date.parse(text))))
  .refine((ms) => Number.isFinite(ms), 'must be a time in RFC 3339');

export const wireFlag: z.ZodType<boolean> = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((word) => word === 'true');

/** From the documentation: 1 to 100, 20 where nothing is said. */
export const paging = {
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .default(20),
  page: z
    .string()
    .regex(/^[\w-]{1,2000}$/u, 'is no cursor')
    .transform(afterOf)
    .optional(),
};

/** A list with contents gives at most so many at once. */
export const fullPageMax = 20;
