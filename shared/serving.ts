// What can be asked about what agents are served, and what comes of it.
import type { FilesReceipt } from './agent-files.ts';
import type { BriefingView } from './briefing.ts';
import type { Failure } from './engine.ts';
import type { MemoryReceipts } from './receipts.ts';
import type { Result } from './result.ts';

type Answer<T> = Promise<Result<T, Failure>>;

export const mcpAgents = ['claude-code', 'codex', 'cursor', 'openclaw'] as const;
export type McpAgent = (typeof mcpAgents)[number];

/** To tell an agent of our server. */
export interface ConnectionWish {
  readonly agent: McpAgent;
  /** Absolute: for this project only; null for all. */
  readonly project: string | null;
  /** How the agent starts us. */
  readonly command: string;
  readonly args: readonly string[];
}

export interface ConnectionPlan {
  readonly agent: McpAgent;
  readonly path: string;
  /** It names our server already, just so. */
  readonly isThere: boolean;
  /** Unified, secrets masked; empty where it is there. */
  readonly diff: string;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  /** For the agent's memory file, where its owner wants them there. */
  readonly instructions: string;
}

/** How it stands between an agent and our server. */
export interface Connection {
  readonly agent: McpAgent;
  /** Null where it cannot be connected; then why. */
  readonly plan: ConnectionPlan | null;
  readonly failure: Failure | null;
  /** Our write that connected it, where it is the last that we did to that file, for `filesUndo`; else null. */
  readonly apply: number | null;
}

/** How other programs start our server. */
export type OwnCommand = Pick<ConnectionWish, 'command' | 'args'>;

export interface ConnectionAnswers {
  /** Of every agent that has a place for servers, for the whole computer. Changes nothing. */
  connections(command: OwnCommand): Answer<readonly Connection[]>;
  /** Changes nothing. */
  connectionPlan(wish: ConnectionWish): Answer<ConnectionPlan>;
  /** As an apply that `filesUndo` takes back. */
  connectAgent(wish: ConnectionWish): Answer<FilesReceipt>;
}

export interface ServingAnswers {
  /** Projects that have a briefing, the one laid out last first. */
  briefedProjects(): Answer<readonly string[]>;
  /** The newest of a project, looked over now. Null: of the project that was laid out last. */
  briefing(project: string | null): Answer<BriefingView>;
  /** As the newest night counted them, of entries that are still active; the costliest first. */
  memoryReceipts(): Answer<MemoryReceipts>;
  /** The owner's own word on an entry, by its id or the beginning of one. `taken-back`: no word any more. */
  entryFeedback(id: string, verdict: 'helped' | 'wrong' | 'taken-back'): Answer<null>;
}
