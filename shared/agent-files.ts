// What can be asked about agents' own memory files: what would be written into them, writing it, taking it back, and what
// others did to them.
import type { Failure } from './engine.ts';
import type { ChangeId, EntryId, EpochMs } from './ids.ts';
import type { Result } from './result.ts';
import type { LocalAgent } from './transcript.ts';

/** Whose memory a file is; `other` for one that a person named themselves. */
export type FileReader = LocalAgent | 'other';

/**
 * review           what a person applies, and nothing else (the default)
 * auto-duplicates  exact duplicates go by themselves        auto-with-undo  so does whatever no flag holds back
 * off              nothing is written
 */
export type FileMode = 'review' | 'auto-duplicates' | 'auto-with-undo' | 'off';

export interface FileChoices {
  /** Files besides those that agents read by themselves. */
  readonly extraFiles: readonly string[];
  /**
   * For a block of ours that somebody changed or broke, by its path: mine keeps its lines as the person's own, ours
   * writes it anew.
   */
  readonly blocks: Readonly<Record<string, 'mine' | 'ours'>>;
  /**
   * By the change: what stands in the place of its line now, as the question showed it, and may be written over. Empty
   * where the line is gone. If something else stands there by then, it is asked again.
   */
  readonly lines?: Readonly<Record<string, string>>;
}

/**
 * Where changes go whose file is gone or cannot be written. recreate: the file is made anew, as it was last seen, with
 * them in it. elsewhere: into another Markdown file. drop: into no file; our own record keeps them.
 */
export type PlacingHow = 'recreate' | 'elsewhere' | 'drop';

/** ask: what was said before is taken back, and it is asked again. */
export type PlacingWish =
  | { readonly how: 'recreate' | 'drop' | 'ask' }
  /** Absolute, below `~`, or below the home folder. */
  | { readonly how: 'elsewhere'; readonly to: string };

/** What its owner said of a file. It is kept until they say otherwise. */
export interface PlacedFile {
  readonly path: string;
  readonly how: PlacingHow;
  readonly to: string | null;
  readonly changeIds: readonly ChangeId[];
  /** It waits for Apply; false once that is behind it. */
  readonly isStaged: boolean;
}

/** It waits for a person. Each text null where there is none; secrets are shown by their kind. */
export interface FileQuestion {
  readonly path: string;
  readonly kind: string;
  /** What happened and what can be done. */
  readonly sentence: string;
  readonly before: string | null;
  readonly theirs: string | null;
  readonly ours: string | null;
  readonly changeIds: readonly ChangeId[];
  /** It is gone, and can be made anew. */
  readonly canRecreate?: boolean;
  /** Where two hands wrote. Null or left out where nothing is known of when. */
  readonly edited?: {
    /** When the file was last saved, as its system says: the line in question at the latest then. */
    readonly savedAtMs: EpochMs;
    /** When the night of its changes began to read; null where no night proposed them. */
    readonly readAtMs: EpochMs | null;
  } | null;
}

/** What brings a file back as it stood before a write. */
export interface FileBackup {
  /** The beginning of the address under which its bytes are kept; the file's history shows the same. */
  readonly name: string;
  /** The copy that holds these bytes already, as `guardRestore` takes it; null: it is made right before the write. */
  readonly copy: number | null;
}

export interface FilesPlan {
  readonly files: readonly {
    readonly path: string;
    readonly agent: FileReader;
    readonly linesAdded: number;
    readonly linesRemoved: number;
    readonly tokensBefore: number;
    readonly tokensAfter: number;
    readonly entryIds: readonly EntryId[];
    readonly changeIds: readonly ChangeId[];
    /** It was edited elsewhere since it was read, and both changes go together. */
    readonly rebased?: boolean;
    /** Null: there is no file yet, and undoing takes it away. */
    readonly backup: FileBackup | null;
  }[];
  /** Unified, secrets masked. */
  readonly diff: string;
  readonly questions: readonly FileQuestion[];
  readonly placed: readonly PlacedFile[];
  readonly leftOut: readonly {
    readonly path: string;
    readonly entryId: EntryId;
    readonly text: string;
    readonly because: string;
  }[];
  /** Files of agents whose writing is off, and that would have changed. */
  readonly off: readonly string[];
}

export interface FilesReceipt {
  /** What `filesUndo` takes; null where nothing had to be written. */
  readonly apply: number | null;
  readonly written: readonly {
    readonly path: string;
    readonly linesAdded: number;
    readonly linesRemoved: number;
    /** It had been edited meanwhile, and both changes went together. */
    readonly rebased: boolean;
    readonly made: boolean;
    readonly gone: boolean;
    /** Null: there was no file before. */
    readonly backup: FileBackup | null;
  }[];
  readonly questions: readonly FileQuestion[];
}

export interface FilesApply {
  readonly apply: number;
  readonly atMs: EpochMs;
  readonly reason: string;
  readonly paths: readonly string[];
  readonly undoes: number | null;
  readonly outcome: 'done' | 'undone' | 'interrupted';
}

export interface AgentWriting {
  readonly agent: LocalAgent;
  readonly mode: FileMode;
  /** Null: the usual one. */
  readonly budgetTokens: number | null;
}

/** What somebody else did to a memory file. */
export interface FileDeed {
  readonly copy: number;
  readonly path: string;
  readonly agent: FileReader;
  readonly what: 'added' | 'changed' | 'removed';
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

export interface GuardReport {
  readonly files: number;
  /** Since the time that was asked for, or the look before this one. */
  readonly deeds: readonly FileDeed[];
  /** One for each agent: "Claude Code's memory: 23 files removed (+0 −140 lines), not by Slowwave." */
  readonly sentences: readonly string[];
  readonly unread: readonly { readonly path: string; readonly why: string }[];
}

/** beside: what stands there stays, and the old state is put beside it as FILE.copy-N, which no agent reads. */
export type RestoreHow = 'instead' | 'beside';

/** A state of a file as it was seen and kept. */
export interface FileCopy {
  readonly copy: number;
  readonly path: string;
  /** As a plan and a receipt name it; null where the file was gone. */
  readonly name: string | null;
  readonly seenAtMs: EpochMs;
  readonly by: 'first-seen' | 'others' | 'us';
  readonly isGone: boolean;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  readonly isPinned: boolean;
}

/** Whose words hold where somebody changed a line, or a block of ours, that a change waits for. */
export interface FileChoice {
  readonly path: string;
  /** As the question names them; empty for a block of ours. */
  readonly changeIds: readonly ChangeId[];
  /** For a line only `ours`: its owner's own rejects the change. */
  readonly whose: 'mine' | 'ours';
}

/** What became of the files that one agent loads, as far as copies of them are kept. */
export interface AgentHistory {
  /** Estimated tokens of all of them together, from each time on; the oldest first, of the last 30 days. */
  readonly loads: readonly { readonly atMs: EpochMs; readonly tokens: number }[];
  /** The newest first, six at most. */
  readonly changes: readonly FileCopy[];
}

/** A write of several files that was cut off in its middle, and waits for its owner's word. */
export interface InterruptedApply {
  readonly apply: number;
  readonly reason: string;
  readonly begunAtMs: EpochMs;
  readonly files: readonly { readonly path: string; readonly isWritten: boolean }[];
}

/** finish: all files get their new bytes; undo: all get their old ones. */
export type SettleHow = 'finish' | 'undo';

export interface SettledApplies {
  readonly applies: number;
  /** Files that somebody edited meanwhile and that were left as they are. */
  readonly questions: readonly FileQuestion[];
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface AgentFiles {
  /** Asked for where the app leaves the word to its owner; else an interrupted write is settled when the store is opened. */
  interruptedApplies(): Answer<readonly InterruptedApply[]>;
  settleInterrupted(how: SettleHow): Answer<SettledApplies>;
  /** What would be written now. Changes nothing. */
  filesPlan(choices: FileChoices): Answer<FilesPlan>;
  filesApply(choices: FileChoices): Answer<FilesReceipt>;
  /** Of a file that a plan asks about, or of which something was said already. Gives all that holds now. */
  filePlace(path: string, wish: PlacingWish): Answer<readonly PlacedFile[]>;
  filesUndo(apply: number): Answer<FilesReceipt>;
  /** Newest first. */
  filesApplies(): Answer<readonly FilesApply[]>;
  agentWriting(): Answer<readonly AgentWriting[]>;
  setAgentWriting(writing: AgentWriting): Answer<readonly AgentWriting[]>;
  /** Kept until Apply, as long as what was shown stands there; undone like a decision. */
  fileChoose(choice: FileChoice): Answer<null>;
  agentHistory(agent: LocalAgent): Answer<AgentHistory>;
  /** Looks at every known memory file now; what others did since the time, or since the look before. */
  guardScan(sinceMs: EpochMs | null): Answer<GuardReport>;
  /** Of one file, newest first; the newest of each file for null. */
  guardHistory(path: string | null): Answer<readonly FileCopy[]>;
  /** What a copy differs in from another one, or from the one before it. */
  guardDiff(copy: number, from: number | null): Answer<string>;
  /** To the byte, as an apply that can be taken back. */
  guardRestore(copies: readonly number[], how?: RestoreHow): Answer<FilesReceipt>;
  guardPin(copy: number, pinned: boolean): Answer<FileCopy>;
  /** What was finished or taken back when the store was opened, for people. */
  notices(): readonly string[];
}
