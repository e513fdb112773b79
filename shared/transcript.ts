// What an agent did by day: a session and its turns, in one shape for every agent.
import type { EpochMs, SessionId, TurnKey } from './ids.ts';
import type { Origin } from './origin.ts';

/** Agents on this computer: they load memory files and skills, and what their owner lets in is written for them. */
export const localAgents = ['claude-code', 'codex', 'openclaw'] as const;
export type LocalAgent = (typeof localAgents)[number];

/** Services whose chats come as an export that their owner asked for: they have no file here, and nothing is written. */
export const exportAgents = ['chatgpt', 'claude-ai'] as const;
export type ExportAgent = (typeof exportAgents)[number];

export const agentKinds = [...localAgents, ...exportAgents] as const;
export type AgentKind = (typeof agentKinds)[number];

export const isExportAgent = (agent: string): agent is ExportAgent =>
  exportAgents.some((one) => one === agent);

/** What a session is to its owner. Only `main` sessions hold a person at the keyboard. */
export type SessionRole = 'main' | 'subagent' | 'background';

export interface SessionHead {
  readonly id: SessionId;
  readonly agent: AgentKind;
  /** The agent's own id of the session, as it stands in its file. */
  readonly nativeId: string;
  readonly role: SessionRole;
  /** The session this one was forked from or started by; null for none. */
  readonly parentNativeId: string | null;
  /** The working folder as the transcript says it; null where it says none. */
  readonly cwd: string | null;
  /** The last part of the project's folder; null for an assistant's own workspace. */
  readonly project: string | null;
  readonly title: string | null;
  readonly agentVersion: string | null;
}

/** A part of a turn's text. Offsets are UTF-16 units; spans lie in order and cover the text without a gap. */
export interface Span {
  readonly origin: Origin;
  readonly start: number;
  readonly end: number;
}

/**
 * message  words of a person or an agent         thinking  an agent's reasoning, where it is readable
 * call     an agent uses a tool                  result    what the tool gave back
 * summary  a compaction's summary of what went before; derived, so never evidence
 * notice   injected text, command envelopes, interrupts and other bookkeeping that a reader may want to see
 */
export type TurnKind = 'message' | 'thinking' | 'call' | 'result' | 'summary' | 'notice';

/** How a tool call ended. `refused`: the person said no. `unknown`: the agent's file does not say. */
export type Outcome = 'ok' | 'failed' | 'refused' | 'interrupted' | 'unknown';

export const toolKinds = ['shell', 'edit', 'read', 'search', 'web', 'agent', 'other'] as const;

export interface ToolUse {
  /** Joins a call and its result within the session. */
  readonly callId: string;
  /** The tool in the house's words, so that stages need not know each agent's names. */
  readonly tool: (typeof toolKinds)[number];
  /** The tool's own name. */
  readonly name: string;
  /** The shell command, for `shell`. To the letter as it stands in the transcript, secrets masked. */
  readonly command: string | null;
  /** The file or address that it works on, where it names one. */
  readonly target: string | null;
}

export interface Turn {
  readonly key: TurnKey;
  /** 0, 1, 2 … within the session, in the order of the transcript. */
  readonly ordinal: number;
  /** Null where the transcript gives no time. */
  readonly atMs: EpochMs | null;
  readonly kind: TurnKind;
  /** The worst origin of the spans. */
  readonly origin: Origin;
  readonly spans: readonly Span[];
  /** With secrets masked. A long text is cut at `textMax` and says so in `cutChars`. */
  readonly text: string;
  /** How many characters were left out at the end; 0 for none. */
  readonly cutChars: number;
  /** For `call` and `result`. */
  readonly use: ToolUse | null;
  /** For `result`; `unknown` elsewhere. */
  readonly outcome: Outcome;
  /** The shell's exit status, where the transcript tells it. */
  readonly exitCode: number | null;
}

/** Tokens that the agent's own file reports. 0 where it reports none. */
export interface TokenCount {
  readonly input: number;
  readonly output: number;
}

/** A place in a source file that could not be read as what it should be; kept and shown, never lost. */
export interface SkippedLine {
  readonly startByte: number;
  readonly endByte: number;
  readonly reason: 'not-json' | 'glued' | 'cut' | 'unknown-type' | 'too-long' | 'wrong-shape';
  /** What it was, in a word or two: the unknown type's name, for instance. Never text of the line itself. */
  readonly detail: string;
}

/** A session with the turns that were read from one place. */
export interface Transcript {
  readonly head: SessionHead;
  readonly turns: readonly Turn[];
  readonly tokens: TokenCount;
}
