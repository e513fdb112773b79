// Dreams in Anthropic's own cloud, over sessions and a memory store that are there already: what can be asked of them, and
// what comes back of one into our review.
import type { Failure, Listening } from './engine.ts';
import type { ChangeId } from './ids.ts';
import type { TokenUsage } from './models.ts';
import type { Result } from './result.ts';

export const managedStatuses = ['pending', 'running', 'completed', 'failed', 'canceled'] as const;
export type ManagedStatus = (typeof managedStatuses)[number];

export interface ManagedDream {
  readonly id: string;
  readonly status: ManagedStatus;
  readonly model: string;
  readonly storeId: string | null;
  readonly sessionIds: readonly string[];
  /** Null until it is there. */
  readonly outputStoreId: string | null;
  readonly instructions: string | null;
  readonly usage: TokenUsage;
  /** By the price table; null where no price is known. */
  readonly usd: number | null;
  /** For people; null for none. */
  readonly error: string | null;
  /** As the server writes them. */
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export interface ManagedStore {
  readonly id: string;
  readonly name: string;
}

export interface ManagedSession {
  readonly id: string;
  readonly title: string | null;
  readonly createdAt: string;
}

export interface ManagedList {
  readonly address: string;
  /** Newest first. */
  readonly dreams: readonly ManagedDream[];
  readonly stores: readonly ManagedStore[];
  /** Null where the server lists none. */
  readonly sessions: readonly ManagedSession[] | null;
}

export interface ManagedWish {
  readonly storeId: string;
  readonly sessionIds: readonly string[];
  /** Null: the consolidator that is set. */
  readonly model: string | null;
  readonly instructions: string | null;
}

/** All that leaves the computer when such a dream is started. */
export interface ManagedPlan {
  readonly address: string;
  readonly model: string;
  readonly storeId: string;
  readonly sessionIds: readonly string[];
  /** Masked, as it would be sent. */
  readonly instructions: string | null;
  /** US dollars for a million tokens, in and out; null where none is known. */
  readonly price: { readonly input: number; readonly output: number } | null;
}

/** What came of an output store, line by line. */
export interface ManagedBrought {
  readonly dream: ManagedDream;
  readonly lines: number;
  /** In memory already. */
  readonly known: number;
  /** Waiting in review, each with words of the person that prove it. */
  readonly proven: readonly ChangeId[];
  /** Waiting as notes: no words that were read prove them, so they can become no memory. */
  readonly unproven: readonly ChangeId[];
  /** Turned down before, and not offered again. */
  readonly refused: number;
  /** Of the lines of the input store, those that the dream left out. */
  readonly gone: number;
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface ManagedAnswers {
  managedList(): Answer<ManagedList>;
  /** Sends nothing. */
  managedPlan(wish: ManagedWish): Answer<ManagedPlan>;
  /** Only with the plan's own address agreed to. It is charged to the account, and has no cap of ours. */
  managedStart(wish: ManagedWish & { readonly agreedTo: string }): Answer<ManagedDream>;
  /** Until it has ended; above `usdMax` it is canceled. Waking stops the watching alone. */
  managedWatch(
    id: string,
    options: { readonly usdMax: number | null },
    listening: Listening,
  ): Answer<ManagedDream>;
  managedCancel(id: string): Answer<ManagedDream>;
  /** `partial`: also of one that did not complete. */
  managedBring(id: string, options: { readonly partial: boolean }): Answer<ManagedBrought>;
}
