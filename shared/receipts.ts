// What became of each entry since agents were given it: how often it was in front of them, followed, said again, praised or
// found wrong, what it costs to carry, and whether its mistake became rarer.
import type { EntryId, EpochMs } from './ids.ts';
import type { Evidence, MemoryKind, Scope } from './memory.ts';

/** Sessions, and in how many of them it had to be said (or failed). */
export interface Exposure {
  readonly sessions: number;
  readonly occurrences: number;
}

/**
 * helps         rarer since it is served: the whole interval lies below 1
 * worse         more frequent: the whole interval lies above 1
 * unclear       the interval holds 1
 * too-early     so little was seen that even no recurrence at all would prove nothing yet
 * never-served  no agent was given it
 * no-before     it stood in a file before we first looked: there is no before to compare with
 */
export type CurveVerdict = 'helps' | 'worse' | 'unclear' | 'too-early' | 'never-served' | 'no-before';

export interface RepeatCurve {
  readonly verdict: CurveVerdict;
  /** Null where it was never served. */
  readonly servedSinceMs: EpochMs | null;
  readonly before: Exposure;
  readonly after: Exposure;
  /** Occurrences per session after, over those before; null where nothing was before. */
  readonly ratio: number | null;
  /** 95 % over all nights on which anybody looks (serving/any-look.ts), not for one look. `high` null: no upper end. */
  readonly low: number | null;
  readonly high: number | null;
  /** By month of 30 days, oldest first, the last one ends now; at most 24. */
  readonly months: readonly (Exposure & { readonly fromMs: EpochMs; readonly isServed: boolean })[];
}

export interface EntryReceipt {
  /** The entry's. */
  readonly id: EntryId;
  readonly text: string;
  readonly kind: MemoryKind;
  readonly scope: Scope;
  /** Of its line, as estimated everywhere. */
  readonly tokens: number;
  /** Sessions that began while it stood in a memory file of their agent. */
  readonly loaded: number;
  /** Times that an agent was given it on asking. */
  readonly handedOut: number;
  /** Of the sessions that had it: those that ran a program which it names. Null: it names none that was ever run. */
  readonly applied: number | null;
  /** Of the sessions that had it: those in which it had to be said again, or failed again. */
  readonly violated: number;
  readonly helped: number;
  /** "Wrong" from its owner or an agent, and corrections that say the opposite in a session that had it. */
  readonly harmed: number;
  /** Its owner themselves said that it is wrong. */
  readonly isCalledWrong: boolean;
  /** Tokens times sessions that loaded it, over the last 30 days. */
  readonly rentTokens: number;
  /** Null for what is no mistake to repeat (ways of working). */
  readonly curve: RepeatCurve | null;
  /** Words behind `violated` and `harmed`, the newest first, at most ten. */
  readonly evidence: readonly Evidence[];
}

/** Over all rules that can be compared. */
export interface RepeatSummary {
  /** Rules that were served and have a before. */
  readonly rules: number;
  readonly tooEarly: number;
  readonly helps: number;
  readonly worse: number;
  readonly before: Exposure;
  readonly after: Exposure;
  /** Mantel-Haenszel over the rules, with 95 % over all looks together; null where too little was seen. */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface MemoryReceipts {
  /** The night that counted; null before the first. */
  readonly countedAtMs: EpochMs | null;
  readonly receipts: readonly EntryReceipt[];
  readonly summary: RepeatSummary;
  readonly rentTokens: number;
}
