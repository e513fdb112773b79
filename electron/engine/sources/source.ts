// What a source is: it knows where one agent leaves its sessions and its memory, and opens nothing itself.
import type { Scope } from '../../../shared/memory.ts';
import type { Origin } from '../../../shared/origin.ts';
import { isExportAgent, type AgentKind, type LocalAgent } from '../../../shared/transcript.ts';

/** export: a list of chats; in a zip, one or several of them. */
export type FileFormat = 'jsonl' | 'jsonl.zst' | 'markdown' | 'export' | 'export.zip';

/** Whose words a memory file holds, and for what they hold. */
export interface MemoryPlace {
  /** person: written by hand for this user. agent: the agent's own notes. file: came with a project. */
  readonly owner: Extract<Origin, 'person' | 'agent' | 'file'>;
  readonly scope: Scope;
}

export interface FoundFile {
  readonly agent: AgentKind;
  readonly kind: 'session' | 'memory';
  /** Absolute, as the system writes it. */
  readonly path: string;
  /** Below the home folder where it lies there, else absolute; with forward slashes. */
  readonly shownPath: string;
  /** Without folder. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Numbers of the disk and of the file on it, in digits: with size and time they tell whether it is as it was. */
  readonly device: string;
  readonly inode: string;
  readonly format: FileFormat;
  /** For `memory`; null for sessions. */
  readonly memory: MemoryPlace | null;
}

/** A memory file: those of agents on this computer alone. */
export interface FoundMemory extends FoundFile {
  readonly agent: LocalAgent;
}

export const isMemory = (file: FoundFile): file is FoundMemory =>
  file.kind === 'memory' && !isExportAgent(file.agent);

/** A zip, whose insides nobody has looked at yet. */
export interface FoundArchive extends Omit<FoundFile, 'agent' | 'kind' | 'format' | 'memory'> {
  /** The folder that was looked into; null where it was named itself. */
  readonly folder: string | null;
}

/** Files that no importer reads yet: named and counted, never guessed. */
export interface NotReadYet {
  readonly what: string;
  readonly files: number;
}

export interface Unread {
  readonly path: string;
  readonly why: string;
}

export interface Findings {
  readonly files: readonly FoundFile[];
  readonly notReadYet: readonly NotReadYet[];
  readonly unread: readonly Unread[];
  /** What `lookIntoArchives` makes files of. */
  readonly archives: readonly FoundArchive[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the sessions have told by now; it makes the places of memory files exact. Empty on the first look. */
export interface Known {
  /** Claude Code names a project's folder by a slug that cannot be turned back: the folder by its slug. */
  readonly folderBySlug: ReadonlyMap<string, string>;
  /** Working folders of OpenClaw's sessions: its workspaces, wherever they were put. */
  readonly openClawFolders: readonly string[];
}

export const nothingKnown: Known = { folderBySlug: new Map(), openClawFolders: [] };

export interface Source {
  readonly agent: AgentKind;
  /** The folders in which it looks, whether they exist or not. */
  roots(home: string, env: Environment): readonly string[];
  /** Everything there is now, sorted by path. A folder that is not there holds nothing; that is no error. */
  find(home: string, env: Environment, known: Known): Findings;
  /** The memory files alone: ten thousand sessions are not looked at again for the sake of three notes. */
  findMemory(home: string, env: Environment, known: Known): Findings;
}
