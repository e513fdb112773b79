// What can be asked of the engine: every question with its arguments and its answer. The command line asks it today;
// the window and the browser ask the same.
import type { AgentFiles } from './agent-files.ts';
import type { ApiDreamWrite } from './dreams-api.ts';
import type { ChangeId, EntryId, EpochMs, NightId, VersionNumber } from './ids.ts';
import type { Gate, Receipt, Stage } from './dream.ts';
import type { Dimensions, Evidence, MemoryEntry, MemoryVersion } from './memory.ts';
import type { JudgementAnswers } from './judgement.ts';
import type { ManagedAnswers } from './managed.ts';
import type { MaskedSecrets } from './masked.ts';
import type { ModelAnswers } from './models.ts';
import type { DiaryFind, NightComparison, NightSummary } from './nights.ts';
import type { OwnersAnswers } from './owner.ts';
import type { PlaybookAnswers } from './playbooks.ts';
import type { Proposal, ReviewItem } from './proposal.ts';
import type { ReportAnswers } from './report.ts';
import type { Result } from './result.ts';
import type { Thresholds } from './settings.ts';
import type { SearchAnswer, SearchOptions } from './search.ts';
import type { SkillAnswers } from './skills.ts';
import type { ConnectionAnswers, ServingAnswers } from './serving.ts';
import type { AgentKind, SkippedLine } from './transcript.ts';

/** What happened, what is safe, what to do: three short sentences for a person. */
export interface Failure {
  readonly kind:
    | 'not-found'
    | 'not-readable'
    | 'wrong-input'
    | 'store-newer'
    | 'store-damaged'
    | 'store-busy'
    | 'disk-full'
    | 'changed-meanwhile'
    | 'woken'
    /** The app at the other end of a carrier is gone, or did not answer in time. */
    | 'not-reached'
    /** Whoever asked showed no right to it. */
    | 'not-allowed'
    /** Asked too often, or too much at once. */
    | 'too-busy';
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

/** What a live event is about, and so where it can be looked at: words of sessions, or what was done with them. */
export type EventAbout =
  | { readonly kind: 'quotes'; readonly quotes: readonly Evidence[] }
  | { readonly kind: 'masked' | 'set-aside' | 'calls' };

/** One live event of a long piece of work. */
export type Progress =
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** Something that was done with what was read: told beside the steps, and no step itself. */
  | {
      readonly kind: 'event';
      readonly stage: Stage;
      readonly text: string;
      readonly about: EventAbout | null;
      /** Candidates that have passed every gate so far; left out where nobody knows. */
      readonly passed?: number;
    }
  | {
      readonly kind: 'step';
      readonly stage: Stage;
      readonly done: number;
      readonly total: number;
      /** The real thing at hand: "Reading session 12 of 41 · shop". */
      readonly text: string;
      readonly about?: EventAbout;
      /** What a model's help has cost so far in this night. */
      readonly spent?: { readonly tokens: number; readonly usd: number };
    };

export interface Listening {
  readonly onProgress?: (event: Progress) => void;
  /** Aborting it wakes the work: it ends at the next safe point. */
  readonly signal?: AbortSignal;
}

/** One place of one agent. */
export interface SourceReport {
  readonly agent: AgentKind | 'unknown';
  readonly place: string;
  readonly sessions: number;
  readonly memoryFiles: number;
  readonly bytes: number;
  readonly newestMs: EpochMs | null;
  /** Lines skipped at the last import; 0 before the first. */
  readonly skippedLines: number;
  readonly skippedByReason: Readonly<Record<string, number>>;
  /** Files that no importer knows yet, named and counted, never guessed. */
  readonly notReadYet: readonly { readonly what: string; readonly files: number }[];
  /** A folder that its owner added; all that is found in it is named by its agent. */
  readonly isAdded: boolean;
  /** Sessions that are not read because their file is larger than is set, the largest first. */
  readonly tooLarge: readonly { readonly path: string; readonly bytes: number }[];
  /** What was read of this agent, wherever it lay, by project; the one with the most sessions first. */
  readonly projects: readonly {
    readonly name: string;
    readonly sessions: number;
    readonly newestMs: EpochMs | null;
  }[];
  /** When an export of chats was last read; left out for a place that is looked into each time. */
  readonly importedAtMs?: EpochMs;
}

export interface ImportReport {
  readonly files: number;
  readonly newFiles: number;
  readonly unchangedFiles: number;
  readonly sessions: number;
  readonly newSessions: number;
  readonly turns: number;
  readonly newTurns: number;
  readonly personTurns: number;
  readonly tokens: number;
  readonly memoryFiles: number;
  readonly memoryLines: number;
  readonly maskedSecrets: number;
  readonly skipped: readonly (SkippedLine & { readonly path: string })[];
  readonly skippedByReason: Readonly<Record<string, number>>;
  /** Files that could not be opened or are not what their name says. */
  readonly unread: readonly { readonly path: string; readonly why: string }[];
  readonly perAgent: Readonly<
    Record<string, { readonly sessions: number; readonly turns: number; readonly personTurns: number }>
  >;
  readonly tookMs: number;
}

export interface DreamOptions {
  /** Works on a private copy of the store that is gone afterwards. */
  readonly preview: boolean;
  readonly instructions: string | null;
  /** Only the newest N sessions; null for all. */
  readonly sessionsMax: number | null;
  /** Only sessions whose newest turn is at or after it. */
  readonly sinceMs: EpochMs | null;
  /** auto: settles in our own record each change that needs no person's eye; never writes an agent's file. */
  readonly apply: 'review' | 'auto';
  /** Others than those that are set, for this night alone. */
  readonly thresholds?: Thresholds | null;
  /** Files and folders to read besides what is found by itself. */
  readonly paths: readonly string[];
  /** A dream that a program asked for, by its id: it reads the sessions that were named, and writes into a memory store. */
  readonly programDream?: string;
  /** For this night alone, in the place of what is set; null or left out: as set. */
  readonly model?: NightModel | null;
  /**
   * A night that waited for a batch (`BatchesResumed.goesOn`): it is gone on with as it was wished then, under its own
   * caps, and nothing that was said since is read to a model. What else is wished here does not count.
   */
  readonly goesOn?: NightId;
}

/** What is left out or null is as set. */
export interface NightModel {
  readonly mode?: 'none' | 'shadow' | 'full' | 'batch' | null;
  readonly reader?: string | null;
  readonly consolidator?: string | null;
  readonly grader?: string | null;
  /** Never more than what is set. */
  readonly usdMax?: number | null;
}

export interface NightResult {
  readonly receipt: Receipt;
  readonly proposal: Proposal;
  readonly applied: number;
  readonly waiting: number;
  readonly memory: readonly MemoryEntry[];
  readonly diary: string;
  readonly imported: ImportReport;
  /** What it wrote into a program's memory store; left out where none asked. */
  readonly written?: readonly ApiDreamWrite[];
}

export interface Explanation {
  readonly what: 'entry' | 'candidate';
  readonly text: string;
  readonly decision: string;
  readonly reason: string;
  readonly score: number | null;
  readonly dimensions: Dimensions | null;
  /** What the score gate asked of it; left out or null where it is not known any more. */
  readonly scoreNeeded?: number | null;
  readonly gates: readonly Gate[];
  readonly neighbours: readonly {
    readonly text: string;
    readonly likeness: number;
    readonly merged: boolean;
    readonly why: string;
  }[];
  readonly evidence: readonly Evidence[];
  readonly entry: MemoryEntry | null;
}

export interface VersionSummary {
  readonly number: VersionNumber;
  readonly parent: VersionNumber | null;
  readonly author: MemoryVersion['author'];
  readonly reason: string;
  readonly nightId: NightId | null;
  readonly createdAtMs: EpochMs;
  readonly active: number;
  readonly added: number;
  readonly closed: number;
  /** The older version that it equals, where its owner brought that one back; left out else. */
  readonly restores?: VersionNumber;
}

export interface MemoryDiff {
  readonly from: VersionNumber;
  readonly to: VersionNumber;
  readonly added: readonly MemoryEntry[];
  readonly closed: readonly MemoryEntry[];
  readonly changed: readonly { readonly before: MemoryEntry; readonly after: MemoryEntry }[];
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface Engine
  extends
    AgentFiles,
    OwnersAnswers,
    PlaybookAnswers,
    JudgementAnswers,
    SkillAnswers,
    ServingAnswers,
    ConnectionAnswers,
    ModelAnswers,
    ReportAnswers,
    ManagedAnswers {
  sources(): Answer<readonly SourceReport[]>;
  import(paths: readonly string[], listening: Listening): Answer<ImportReport>;
  dream(options: DreamOptions, listening: Listening): Answer<NightResult>;
  /** Every change that is waiting or decided but not applied, newest night first. */
  reviewList(): Answer<readonly ReviewItem[]>;
  /** By whole id or an unambiguous beginning of one. */
  reviewShow(id: string): Answer<ReviewItem>;
  reviewDecide(ids: readonly string[], decision: 'approved' | 'rejected'): Answer<readonly ReviewItem[]>;
  /** Publishes one memory version of all approved changes. */
  reviewApply(): Answer<{ readonly version: VersionSummary | null; readonly applied: readonly ChangeId[] }>;
  memoryList(options: { readonly closedToo: boolean }): Answer<readonly MemoryEntry[]>;
  memoryShow(id: string): Answer<MemoryEntry>;
  memoryHistory(entry: string | null): Answer<readonly VersionSummary[]>;
  memoryDiff(from: number, to: number): Answer<MemoryDiff>;
  memoryRollBack(to: number): Answer<VersionSummary>;
  /** Markdown, for people and for carrying elsewhere. */
  memoryExport(): Answer<string>;
  explain(query: string): Answer<readonly Explanation[]>;
  /** Over memory and transcripts; any query is answered, none is wrong. */
  search(query: string, options: SearchOptions): Answer<SearchAnswer>;
  /** Newest first. */
  nights(): Answer<readonly NightSummary[]>;
  /** Each by its id or an unambiguous beginning of one, by its date in UTC, or as "latest" or "previous". */
  compareNights(first: string, second: string): Answer<NightComparison>;
  /** The newest night's diary, or that of a date (YYYY-MM-DD, local to the night's clock in UTC). */
  diary(date: string | null): Answer<{ readonly receipt: Receipt; readonly text: string }>;
  /** The nights whose diary says this, in large or small letters; newest first, none for no words. */
  findInDiaries(words: string): Answer<readonly DiaryFind[]>;
  /** Goes through every transcript that is kept: seconds for a long history. */
  maskedSecrets(): Answer<MaskedSecrets>;
  /** The full check of the store. */
  check(): Answer<{ readonly problems: readonly string[] }>;
  close(): void;
}

export type { EntryId };
