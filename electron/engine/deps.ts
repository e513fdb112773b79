// The outside world as the engine sees it. Clock and places are passed in, so that a night can be repeated to the byte.
import type { EpochMs } from '../../shared/ids.ts';
import type { ManagedDream, ManagedSession, ManagedStore } from '../../shared/managed.ts';
import type { ModelFaultKind, ModelInfo, TokenUsage } from '../../shared/models.ts';
import type { Result } from '../../shared/result.ts';

export interface Clock {
  /** What "now" is for the night: the real time, or `--now`. */
  now(): EpochMs;
  /** The real time, for leases and for what a person sees of when a thing was done. */
  wall(): EpochMs;
  /** A steady clock for durations, in milliseconds from an unknown start. */
  ticks(): number;
}

export interface Deps {
  readonly clock: Clock;
  /** Whose agents: the home folder below which they are looked for. */
  readonly home: string;
  /** Our own folder. But for one key nothing of ours is written anywhere else; what agents read is theirs. */
  readonly data: string;
  /** Where the key lies that seals copies of files with secrets: never below `data`. Left out: the home's own place. */
  readonly keyFolder?: string;
  /** Environment overrides such as CLAUDE_CONFIG_DIR; empty where `--home` was given. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The sample history's folder, used where no agent is found; null for never. */
  readonly sample: string | null;
  /** Its owner asked for the sample: it is read whatever else there is, beside their own store. */
  readonly isSampleWished?: boolean;
  /**
   * True: a write of several files that was cut off between them waits for its owner's word, and nothing else is written
   * until then. Left out: it is finished when the store is opened.
   */
  readonly asksAboutInterrupted?: boolean;
  /**
   * New turns from which on a second thread helps a night to hear sessions; left out: where it is worth it. Infinity for never.
   * What comes of the night is the same.
   */
  readonly secondHearingFrom?: number;
  /** How a model is reached; left out: over the network, where its owner's settings name a server. */
  readonly openModel?: (wish: ModelWish) => Model;
}

export interface ModelWish {
  readonly baseUrl: string;
  /** Null for a server that wants none. */
  readonly key: string | null;
  /** Anthropic's own service: it holds answers to the schema by itself. */
  readonly isAnthropic: boolean;
}

export interface ModelRequest {
  readonly model: string;
  readonly outputTokensMax: number;
  /** Our own words, the same for many calls: a server may keep them. */
  readonly system: string;
  readonly user: string;
  /** What the answer must look like, as JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface ModelFault {
  readonly kind: 'fault';
  readonly fault: ModelFaultKind;
  /** For people; nothing of what was sent, and no key. */
  readonly detail: string;
  readonly retryAfterMs: number | null;
  readonly requestId: string | null;
}

export interface ModelSaid {
  readonly kind: 'said';
  readonly text: string;
  readonly stop: 'end' | 'max-tokens' | 'refusal' | 'other';
  readonly usage: TokenUsage;
  readonly requestId: string | null;
}

export interface SendOptions {
  /** The longest that it may take; a stream that stands still is given up sooner. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface BatchState {
  readonly id: string;
  readonly isEnded: boolean;
  /** Of its requests, those that it is done with; null where the server does not say. */
  readonly done: number | null;
  /** Null where the server does not say. */
  readonly expiresAtMs: EpochMs | null;
}

/** Nobody answered it, and it cost nothing. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly why: 'expired' | 'canceled' | 'errored';
}

/** One of a batch. */
export interface BatchAnswer {
  readonly customId: string;
  readonly reply: ModelSaid | Unanswered;
}

/** One try each: whoever asks counts the tries, because each may cost. Never throws. */
export interface Model {
  send(request: ModelRequest, options: SendOptions): Promise<ModelSaid | ModelFault>;
  /** How many tokens the request would be; costs nothing. */
  count(request: ModelRequest, options: SendOptions): Promise<Result<number, ModelFault>>;
  list(options: SendOptions): Promise<Result<readonly ModelInfo[], ModelFault>>;
  startBatch(
    items: readonly { readonly customId: string; readonly request: ModelRequest }[],
    options: SendOptions,
  ): Promise<Result<BatchState, ModelFault>>;
  batch(id: string, options: SendOptions): Promise<Result<BatchState, ModelFault>>;
  batchAnswers(id: string, options: SendOptions): Promise<Result<readonly BatchAnswer[], ModelFault>>;
  cancelBatch(id: string, options: SendOptions): Promise<Result<BatchState, ModelFault>>;
}

export interface ManagedDocument {
  readonly path: string;
  readonly content: string;
}

/** Anthropic's own dreams. Never throws. */
export interface Managed {
  /** Newest first, at most 100, as of the others. */
  dreams(options: SendOptions): Promise<Result<readonly Omit<ManagedDream, 'usd'>[], ModelFault>>;
  dream(id: string, options: SendOptions): Promise<Result<Omit<ManagedDream, 'usd'>, ModelFault>>;
  start(
    wish: {
      readonly storeId: string;
      readonly sessionIds: readonly string[];
      readonly model: string;
      readonly instructions: string | null;
    },
    options: SendOptions,
  ): Promise<Result<Omit<ManagedDream, 'usd'>, ModelFault>>;
  cancel(id: string, options: SendOptions): Promise<Result<Omit<ManagedDream, 'usd'>, ModelFault>>;
  stores(options: SendOptions): Promise<Result<readonly ManagedStore[], ModelFault>>;
  sessions(options: SendOptions): Promise<Result<readonly ManagedSession[], ModelFault>>;
  /** Every memory of a store. */
  documents(storeId: string, options: SendOptions): Promise<Result<readonly ManagedDocument[], ModelFault>>;
}
