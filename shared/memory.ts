// What is remembered: entries with their evidence, and the append-only versions that hold them.
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from './ids.ts';
import type { Origin } from './origin.ts';
import { isExportAgent, type AgentKind, type LocalAgent } from './transcript.ts';

/** `global`, `project:NAME` (the last part of the project's folder) or `agent:NAME`. */
export type Scope = 'global' | `project:${string}` | `agent:${string}`;

/** What was said to one agent outside of any project holds for it; what was said to a service on the web, everywhere. */
export const agentScope = (agent: AgentKind | undefined): Scope =>
  agent === undefined || isExportAgent(agent) ? 'global' : `agent:${agent}`;

export const memoryKinds = [
  'preference',
  'correction',
  'decision',
  'fact',
  'error-fix',
  'workflow',
  'playbook',
  'note',
] as const;
export type MemoryKind = (typeof memoryKinds)[number];

/** Learnt from what tools did, not from what anybody said. */
export const isDoneByTools = (kind: string): boolean =>
  kind === 'error-fix' || kind === 'workflow' || kind === 'playbook';

/** Verbatim words and where they stand. `quote` is found to the letter in the place it names. */
export interface Evidence {
  /** The agent's own session id; for a memory file, its path below the home folder. */
  readonly session: string;
  /** The turn's ordinal; for a memory file, the line (from 1). */
  readonly turn: number;
  readonly agent: AgentKind;
  /** Null where the transcript gives no time. */
  readonly atMs: EpochMs | null;
  readonly quote: string;
  readonly origin: Origin;
  /** The project's name, or null for an assistant's workspace or a user's memory. */
  readonly project: string | null;
}

/** Each between 0 and 1; what each means for transcripts stands in deep/score.ts. */
export interface Dimensions {
  readonly relevance: number;
  readonly frequency: number;
  readonly diversity: number;
  readonly recency: number;
  readonly consolidation: number;
  readonly richness: number;
}

/** A line of a memory file: where it stands, to the byte. */
export interface FilePlace {
  /** Below the home folder where it lies there, else absolute. */
  readonly path: string;
  readonly agent: LocalAgent;
  readonly heading: string | null;
  readonly startByte: number;
  readonly endByte: number;
  /** From 1. */
  readonly line: number;
}

/** file: the text as it stands in a memory file. dream: anything that a night made. */
export type EntryOrigin = 'file' | 'dream';

/** Four times (Graphiti's): when it held in the world, and when we knew it. */
export interface Validity {
  readonly trueFromMs: EpochMs | null;
  readonly trueUntilMs: EpochMs | null;
  readonly knownFromMs: EpochMs;
  readonly retiredAtMs: EpochMs | null;
}

/** Why an entry is closed whose line was taken out of its file, or whose file is believed no more. */
export const goneFromFile = 'the line is no longer in its file';

export interface MemoryEntry {
  readonly id: EntryId;
  readonly text: string;
  readonly kind: MemoryKind;
  readonly scope: Scope;
  readonly origin: EntryOrigin;
  /** The worst origin of what it was made from. */
  readonly taint: Origin;
  /** Null for `origin: file`. */
  readonly score: number | null;
  readonly dimensions: Dimensions | null;
  readonly evidence: readonly Evidence[];
  /** The lines of memory files that say it. */
  readonly places: readonly FilePlace[];
  readonly validity: Validity;
  /** An entry that is closed stays in its version's history and says why. */
  readonly status: 'active' | 'closed';
  /** Why it was closed, in the person's words; null while active. */
  readonly closedBecause: string | null;
}

export interface MemoryVersion {
  readonly number: VersionNumber;
  readonly parent: VersionNumber | null;
  readonly author: 'dream' | 'you' | 'agent' | 'import';
  readonly reason: string;
  readonly nightId: NightId | null;
  readonly changeIds: readonly ChangeId[];
  readonly createdAtMs: EpochMs;
  readonly entries: readonly MemoryEntry[];
}
