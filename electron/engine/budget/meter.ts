// Holds spending to its caps: before a call is sent the most that it can cost is reserved, in one transaction with the
// look at what is spent; afterwards it is settled with what it did cost. Each try is a call of its own.
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { CallOutcome, CapName, MindRole, SentPart, TokenUsage } from '../../../shared/models.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BudgetSettings } from '../../../shared/settings.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import {
  beginCall,
  endCall,
  spentInNights,
  spentSince,
  type Asked,
  type Spent,
} from '../store/model-calls.ts';

export type { Asked };
import { costOf, priceOf, tokensIn, upperCostOf, type PriceTable, type UpperBound } from './prices.ts';

export interface MeterNeeds {
  readonly db: WritableDb;
  readonly night: NightId;
  /** Those that it goes on with: they count under the caps of this one. */
  readonly before?: readonly NightId[];
  readonly budget: BudgetSettings;
  readonly roundsMax: number;
  readonly prices: PriceTable;
  /** Its owner said that tokens alone are counted where no price is known. */
  readonly tokensOnly: boolean;
  readonly wall: () => EpochMs;
  /** Milliseconds since the night's first call could have been sent. */
  readonly elapsedMs: () => number;
}

export interface Wanted {
  readonly role: MindRole;
  readonly model: string;
  readonly about: string;
  readonly questions: readonly Asked[];
  readonly attempt: number;
  readonly bound: UpperBound;
  readonly sent: readonly SentPart[];
  readonly batch?: number;
}

export interface Reserved {
  readonly call: number;
  readonly tokens: number;
  readonly nanoUsd: number;
  readonly model: string;
  readonly isBatch: boolean;
}

export interface CallEnd {
  readonly outcome: CallOutcome;
  /** What the server said that it took; null where it said nothing. */
  readonly usage: TokenUsage | null;
  /** False only where nothing can have been paid for. */
  readonly mayBePaid: boolean;
  readonly tookMs: number;
  readonly requestId: string | null;
  readonly detail: string | null;
}

export interface Meter {
  /** The cap that stands in the way, or the call's place in the ledger. */
  reserve(wanted: Wanted): Result<Reserved, CapName>;
  settle(reserved: Reserved, end: CallEnd): void;
  /** Of this night, what is under way included. */
  spent(): { readonly tokens: number; readonly usd: number; readonly calls: number };
  /** What of the night's minutes is left; a call must not wait longer. */
  leftMs(): number;
}

const noUsage: TokenUsage = { inputTokens: 0, outputTokens: 0, cacheWriteTokens: 0, cacheReadTokens: 0 };

/** Of the calendar month, in UTC. */
export function monthBegan(atMs: EpochMs): EpochMs {
  const at = new Date(atMs);
  return epochMs(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}

interface Wish {
  readonly tokens: number;
  readonly nanoUsd: number;
  readonly isRound: boolean;
}

/** The first cap that the call would pass; null for none. */
export function capInTheWay(
  budget: BudgetSettings,
  roundsMax: number,
  now: { readonly night: Spent; readonly month: Spent; readonly elapsedMs: number },
  asked: Wish,
): CapName | null {
  const { night, month, elapsedMs } = now;
  const nano = (usd: number): number => Math.floor(usd * 1e9);
  const minutes = (ms: number): number => ms / 60_000;
  const caps: readonly (readonly [CapName, number, number])[] = [
    ['usd-night', night.nanoUsd + asked.nanoUsd, nano(budget.usdPerNight)],
    ['usd-month', month.nanoUsd + asked.nanoUsd, nano(budget.usdPerMonth)],
    ['tokens-night', night.tokens + asked.tokens, budget.tokensPerNight],
    ['tokens-month', month.tokens + asked.tokens, budget.tokensPerMonth],
    ['minutes-night', minutes(elapsedMs), budget.minutesPerNight],
    ['minutes-month', minutes(month.tookMs), budget.minutesPerMonth],
    ['rounds-night', asked.isRound ? night.rounds + 1 : 0, roundsMax],
    ['rounds-month', asked.isRound ? month.rounds + 1 : 0, budget.roundsPerMonth],
  ];
  return caps.find(([, would, cap]) => would > cap)?.[0] ?? null;
}

// What is read and never decided is money for nothing: so much of a night is kept for deciding.
const readersShare = 0.7;

const forReaders = (budget: BudgetSettings): BudgetSettings => ({
  ...budget,
  usdPerNight: budget.usdPerNight * readersShare,
  tokensPerNight: budget.tokensPerNight * readersShare,
});

export function createMeter(needs: MeterNeeds): Meter {
  const { db, night, before = [], budget, prices } = needs;
  const shareOf = (isBatch: boolean): number => (isBatch ? prices.batchShare : 1);
  return {
    reserve: (wanted) => {
      const price = priceOf(prices, wanted.model);
      if (price === null && !needs.tokensOnly) return err('no-price');
      const isBatch = wanted.batch !== undefined;
      const tokens = wanted.bound.inputTokens + wanted.bound.outputTokens;
      const nanoUsd = price === null ? 0 : upperCostOf(wanted.bound, price, shareOf(isBatch));
      return inTransaction<Reserved, CapName>(db, () => {
        const nowMs = needs.wall();
        const now = {
          night: spentInNights(db, [night, ...before]),
          month: spentSince(db, monthBegan(nowMs)),
          elapsedMs: needs.elapsedMs(),
        };
        const isRound = wanted.role === 'grader';
        const cap = capInTheWay(
          wanted.role === 'reader' ? forReaders(budget) : budget,
          needs.roundsMax,
          now,
          { tokens, nanoUsd, isRound },
        );
        if (cap !== null) return err(cap);
        const { role, model, about, questions, attempt, sent, batch = null } = wanted;
        const call = beginCall(db, {
          nightId: night,
          role,
          model,
          about,
          questions,
          attempt,
          batch,
          reservedTokens: tokens,
          reservedNanoUsd: nanoUsd,
          beganAtMs: nowMs,
          sent,
        });
        return ok({ call, tokens, nanoUsd, model, isBatch });
      });
    },
    settle: (reserved, end) => {
      const price = priceOf(prices, reserved.model);
      const isReserved = end.usage === null && end.mayBePaid;
      const usage = end.usage ?? noUsage;
      // A batch may be settled after its price was taken out of the table: then what was reserved counts.
      const unpriced = end.usage === null ? 0 : reserved.nanoUsd;
      const nanoUsd = price === null ? unpriced : costOf(usage, price, shareOf(reserved.isBatch));
      endCall(db, {
        call: reserved.call,
        outcome: end.outcome,
        usage,
        countedTokens: isReserved ? reserved.tokens : tokensIn(usage),
        countedNanoUsd: isReserved ? reserved.nanoUsd : nanoUsd,
        isReserved,
        tookMs: Math.max(0, Math.round(end.tookMs)),
        endedAtMs: needs.wall(),
        requestId: end.requestId,
        detail: end.detail,
      });
    },
    spent: () => {
      const { tokens, nanoUsd, calls } = spentInNights(db, [night]);
      return { tokens, usd: nanoUsd / 1e9, calls };
    },
    leftMs: () => Math.max(0, budget.minutesPerNight * 60_000 - needs.elapsedMs()),
  };
}
