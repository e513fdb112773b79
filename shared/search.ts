// What is found again: entries of memory and passages of transcripts, with the places that answer the question.
import type { EpochMs, SessionId } from './ids.ts';
import type { MemoryEntry } from './memory.ts';
import type { AgentKind, TurnKind } from './transcript.ts';

export interface SearchOptions {
  /** At most so many entries, and so many passages. */
  readonly limit: number;
  /** Only what this agent heard; null for all. */
  readonly agent: AgentKind | null;
  /** Only of this project, and for memory what holds everywhere; null for all. */
  readonly project: string | null;
  /** Only what was said at or after it; null for all. */
  readonly sinceMs: EpochMs | null;
}

/** A part of a text, to the letter, and what in it answers. Offsets are UTF-16 units of `text`; none overlap. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

export interface FoundEntry {
  readonly entry: MemoryEntry;
  readonly excerpt: Excerpt;
  /** Higher is better; to be compared within one answer only. */
  readonly score: number;
  /** It is closed, and nothing newer on the same subject is known. */
  readonly wasTrue: boolean;
}

export type Speaker = 'person' | 'agent' | 'tool';

export interface PassageTurn {
  readonly ordinal: number;
  readonly atMs: EpochMs | null;
  readonly speaker: Speaker;
  readonly kind: TurnKind;
  /** False for what stands around it and is shown to understand it. */
  readonly answers: boolean;
  readonly excerpt: Excerpt;
}

/** Turns of one session that belong together: those that answer, and what stands around them. */
export interface FoundPassage {
  readonly session: SessionId;
  readonly agent: AgentKind;
  /** The agent's own id of the session. */
  readonly nativeId: string;
  readonly project: string | null;
  readonly title: string | null;
  /** Of its best turn. */
  readonly atMs: EpochMs | null;
  /** The best turn's place in the session. */
  readonly ordinal: number;
  readonly score: number;
  /** What it says was closed in memory since: the reason; null where nothing is known of that. */
  readonly closedBecause: string | null;
  /** In the session's order. */
  readonly turns: readonly PassageTurn[];
}

export interface SearchAnswer {
  /** What was looked for, as it was understood; empty where the query held no word. */
  readonly terms: readonly string[];
  /** What is true now first, then what was; the best and the newest first. */
  readonly memory: readonly FoundEntry[];
  /** Best first; of those that answer alike, the newest. */
  readonly passages: readonly FoundPassage[];
}
