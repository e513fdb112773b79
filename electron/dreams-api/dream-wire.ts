// Dreams and what happens in their sessions, in the shapes of Anthropic's API; wire.test.ts holds them against its SDK.
import type { ApiDream, ApiDreamStatus, ApiEvent } from '../../shared/dreams-api.ts';
import { assertNever } from '../../shared/result.ts';
import { timeOf, timeOrNull } from './store-wire.ts';

interface WireMemoryStoreRef {
  readonly type: 'memory_store';
  readonly memory_store_id: string;
}

export type WireDreamInput =
  WireMemoryStoreRef | { readonly type: 'sessions'; readonly session_ids: readonly string[] };

export interface WireDream {
  readonly id: string;
  readonly type: 'dream';
  readonly status: ApiDreamStatus;
  readonly inputs: readonly WireDreamInput[];
  readonly outputs: readonly WireMemoryStoreRef[];
  readonly output_behavior:
    { readonly type: 'create_new' } | { readonly type: 'update_existing'; readonly memory_store_id: string };
  readonly model: { readonly id: string; readonly speed?: 'standard' | 'fast' };
  readonly instructions: string | null;
  readonly session_id: string | null;
  readonly usage: {
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly cache_creation_input_tokens: number;
    readonly cache_read_input_tokens: number;
  };
  readonly error: { readonly type: string; readonly message: string } | null;
  readonly created_at: string;
  readonly ended_at: string | null;
  readonly archived_at: string | null;
}

/** No model is asked, so no token is used: that is the figure, and not a guess. */
const noUsage: WireDream['usage'] = {
  input_tokens: 0,
  output_tokens: 0,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
};

const storeRef = (id: string): WireMemoryStoreRef => ({ type: 'memory_store', memory_store_id: id });

export const wireDream = (dream: ApiDream): WireDream => ({
  id: dream.id,
  type: 'dream',
  status: dream.status,
  inputs: [storeRef(dream.storeId), { type: 'sessions', session_ids: dream.sessionIds }],
  outputs: dream.outputId === null ? [] : [storeRef(dream.outputId)],
  output_behavior: dream.isInPlace
    ? { type: 'update_existing', memory_store_id: dream.storeId }
    : { type: 'create_new' },
  model: { id: dream.model.id, speed: dream.model.speed ?? 'standard' },
  instructions: dream.instructions,
  session_id: dream.sessionId,
  usage: noUsage,
  error: dream.error,
  created_at: timeOf(dream.createdAtMs),
  ended_at: timeOrNull(dream.endedAtMs),
  archived_at: timeOrNull(dream.archivedAtMs),
});

interface WireText {
  readonly type: 'text';
  readonly text: string;
}

interface Happened {
  readonly id: string;
  readonly processed_at: string;
}

/** Of the kinds of events that a session can have, those that a dream has. */
export type WireEvent = Happened &
  (
    | { readonly type: 'session.status_running' | 'session.status_terminated' | 'user.interrupt' }
    | {
        readonly type: 'session.status_idle';
        readonly stop_reason: { readonly type: 'end_turn' };
        readonly stop_details: null;
      }
    | { readonly type: 'agent.message'; readonly content: readonly WireText[] }
    | {
        readonly type: 'agent.tool_use';
        readonly name: string;
        readonly input: Readonly<Record<string, unknown>>;
      }
    | {
        readonly type: 'agent.tool_result';
        readonly tool_use_id: string;
        readonly content: readonly WireText[];
      }
    | {
        readonly type: 'session.error';
        readonly error: {
          readonly type: 'unknown_error';
          readonly message: string;
          readonly retry_status: { readonly type: 'terminal' };
        };
      }
  );

const idOfEvent = (sessionId: string, number: number): string =>
  `sevt_${sessionId.slice('sesn_'.length)}_${number}`;

export function wireEvent(sessionId: string, event: ApiEvent): WireEvent {
  const happened = { id: idOfEvent(sessionId, event.number), processed_at: timeOf(event.atMs) };
  switch (event.kind) {
    case 'running':
      return { ...happened, type: 'session.status_running' };
    case 'terminated':
      return { ...happened, type: 'session.status_terminated' };
    case 'interrupted':
      return { ...happened, type: 'user.interrupt' };
    case 'idle':
      return {
        ...happened,
        type: 'session.status_idle',
        stop_reason: { type: 'end_turn' },
        stop_details: null,
      };
    case 'message':
      return { ...happened, type: 'agent.message', content: [{ type: 'text', text: event.text }] };
    case 'tool':
      return { ...happened, type: 'agent.tool_use', name: event.tool, input: event.input };
    case 'done':
      return {
        ...happened,
        type: 'agent.tool_result',
        tool_use_id: idOfEvent(sessionId, event.tool),
        content: [{ type: 'text', text: event.text }],
      };
    case 'error':
      return {
        ...happened,
        type: 'session.error',
        error: { type: 'unknown_error', message: event.message, retry_status: { type: 'terminal' } },
      };
    default:
      return assertNever(event);
  }
}
