// The nights that were dreamt, and two of them side by side.
import type { GateName, InstructionsUnderstood, NightOutcome, Receipt, Verdict } from './dream.ts';
import type { EpochMs, NightId } from './ids.ts';
import type { MemoryKind, Scope } from './memory.ts';
import type { Change } from './proposal.ts';
import type { AgentKind } from './transcript.ts';

export interface NightSummary {
  readonly nightId: NightId;
  readonly startedAtMs: EpochMs;
  /** The night's own clock. */
  readonly nowMs: EpochMs;
  readonly outcome: NightOutcome;
  readonly instructions: InstructionsUnderstood | null;
  /** How many changes were proposed, by operation. */
  readonly proposed: Readonly<Record<string, number>>;
  /** How long each stage took, in their order one after another, and the whole night. */
  readonly stageMs: Receipt['stageMs'];
  readonly tookMs: number;
  /** Agents in whose sessions its changes were said; null for a night before this was noted. */
  readonly agents: readonly AgentKind[] | null;
  /** What was asked of a model; null where none was asked anything. */
  readonly asked: { readonly tokens: number; readonly usd: number } | null;
}

/** A night whose diary says what was looked for. */
export interface DiaryFind {
  readonly nightId: NightId;
  /** The night's own clock. */
  readonly nowMs: EpochMs;
  /** Lines that say it. */
  readonly lines: number;
  /** The first of them, without its marks. */
  readonly first: string;
}

/** How one night judged a theme. */
export interface Judgement {
  readonly decision: Verdict['decision'];
  readonly score: number;
  /** The first gate that it did not pass; null where it passed all. */
  readonly gate: GateName | null;
}

/** A theme that both nights judged, and differently; or that only one of them saw. */
export interface VerdictDifference {
  readonly text: string;
  readonly kind: MemoryKind;
  readonly scope: Scope;
  readonly first: Judgement | null;
  readonly second: Judgement | null;
}

export interface NightComparison {
  readonly first: Receipt;
  readonly second: Receipt;
  readonly changes: {
    /** The same change, as each night worded it. */
    readonly both: readonly { readonly first: Change; readonly second: Change }[];
    readonly onlyFirst: readonly Change[];
    readonly onlySecond: readonly Change[];
  };
  /** Where the nights differ in what they decided, in the gate, or in the score; the widest apart first. */
  readonly verdicts: readonly VerdictDifference[];
  /** How many themes both nights judged alike. */
  readonly alike: number;
}
