// The one contract between a window and the app: every question with its arguments and its answer, and every live event.
// Electron's IPC and the browser's HTTP both carry it; `electron/door/` checks at run time what these types promise.
import type {
  AgentHistory,
  AgentWriting,
  FileChoice,
  FileChoices,
  FileCopy,
  FilesApply,
  FilesPlan,
  FilesReceipt,
  GuardReport,
  InterruptedApply,
  PlacedFile,
  PlacingWish,
  RestoreHow,
  SettledApplies,
  SettleHow,
} from './agent-files.ts';
import type { BackupReport, DeletedAll, RestoreReport, StorageReport, VerifyReport } from './carry.ts';
import type {
  ApartSide,
  BlockRule,
  Discarded,
  EntryNotes,
  MemoryAsOf,
  MemoryConflict,
  RollBackTarget,
  RolledBack,
  Ruling,
  TakingBack,
  Undone,
} from './decisions.ts';
import type { Receipt, Stage } from './dream.ts';
import type { ApiCalls, ApiDreamWrite } from './dreams-api.ts';
import type {
  EventAbout,
  Explanation,
  Failure,
  ImportReport,
  MemoryDiff,
  SourceReport,
  VersionSummary,
} from './engine.ts';
import type { ForgetCertificate, ForgetPreview, ForgetTarget } from './forgetting.ts';
import type { ChangeId, EpochMs, NightId, VersionNumber } from './ids.ts';
import type { Judgement } from './judgement.ts';
import type {
  MarkedNotSecret,
  MaskDecision,
  MaskedSecrets,
  MaskLook,
  MaskPlace,
  NotSecret,
} from './masked.ts';
import type { MemoryEntry, MemoryKind, Scope } from './memory.ts';
import type {
  BatchesWaiting,
  KeyFor,
  ModelEstimate,
  ModelTest,
  ModelView,
  NightTrace,
  PriceList,
} from './models.ts';
import type { DiaryFind, NightComparison, NightSummary } from './nights.ts';
import type { Origin } from './origin.ts';
import type { SettledConflict } from './owner.ts';
import type { Playbook } from './playbooks.ts';
import type { ReviewItem } from './proposal.ts';
import type {
  BlastRadius,
  QuarantineItem,
  SourceTrust,
  Trust,
  TrustEffect,
  TrustWindow,
} from './quarantine.ts';
import type { BriefingView } from './briefing.ts';
import type { MemoryReceipts, RepeatCurve } from './receipts.ts';
import type { Result } from './result.ts';
import type { NextNight, NightRecord } from './schedule.ts';
import type { SearchAnswer, SearchOptions } from './search.ts';
import type { Connection, McpAgent } from './serving.ts';
import type { Skill } from './skills.ts';
import type { Settings, SettingsPatch, Thresholds } from './settings.ts';
import type { AgentKind, LocalAgent, TurnKind } from './transcript.ts';

/** One real event of a run. `about`: what it leads to; null for nothing that could be looked at. */
export interface LiveNote {
  readonly atMs: EpochMs;
  readonly text: string;
  readonly about: EventAbout | null;
}

/** What long work is being done now. One at a time. */
export interface Running {
  readonly run: string;
  readonly kind: 'dream' | 'preview' | 'import';
  /** by the clock, caught up after a sleep, at a person's wish, by a program, or because a batch was answered */
  readonly startedBy: 'schedule' | 'catch-up' | 'you' | 'api' | 'batch';
  readonly startedAtMs: EpochMs;
  readonly stage: Stage | null;
  readonly done: number;
  readonly total: number;
  /** Each stage entered so far, for the hypnogram. */
  readonly stages: readonly { readonly stage: Stage; readonly atMs: EpochMs }[];
  /** The newest real events, newest first, five at most. */
  readonly events: readonly LiveNote[];
  /** Candidates that have passed every gate so far; null while nobody knows. */
  readonly passed: number | null;
  readonly spent: { readonly tokens: number; readonly usd: number };
  readonly isWaking: boolean;
}

/** All that Tonight shows. */
export interface NightState {
  readonly running: Running | null;
  readonly next: NextNight;
  readonly last: Receipt | null;
  /** Newest first, fourteen at most. */
  readonly records: readonly NightRecord[];
  /** A missed night that waits for an answer (dream now or skip); null for none. */
  readonly asked: NightRecord | null;
  /** After three empty nights in a row: which gate stops most, and what to do; null else. */
  readonly diagnosis: string | null;
  readonly willRead: {
    readonly newSessions: number;
    readonly perAgent: Readonly<Record<string, number>>;
    readonly memoryFiles: number;
  };
  readonly reviewWaiting: number;
  /** Writes of several files that were cut off between them: nothing else is written until `files.settle`. */
  readonly interrupted: readonly InterruptedApply[];
  /** What was finished or taken back at the start, and other news for the owner. */
  readonly notices: readonly string[];
}

export interface NightWish {
  readonly preview: boolean;
  readonly instructions: string | null;
  readonly sessionsMax: number | null;
  readonly sinceMs: EpochMs | null;
  /** For this night alone; left out: those that are set. */
  readonly thresholds?: Thresholds | null;
}

export interface RunEnd {
  readonly run: string;
  readonly kind: Running['kind'];
  /** Null for an import. */
  readonly receipt: Receipt | null;
  readonly imported: ImportReport | null;
  /** For a preview: what would have been proposed. */
  readonly preview: readonly ReviewItem[] | null;
  readonly waiting: number;
  readonly failure: Failure | null;
  /** What a dream that a program asked for wrote into its memory store; left out for any other run. */
  readonly written?: readonly ApiDreamWrite[];
}

/** A memory file as an agent reads it. */
export interface MemoryFileSummary {
  readonly path: string;
  readonly agent: AgentKind | 'other';
  readonly project: string | null;
  readonly bytes: number;
  readonly lines: number;
  readonly tokens: number;
  readonly budgetTokens: number | null;
  readonly changedAtMs: EpochMs | null;
}

export interface MemoryFileLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** What memory knows of it; null where the line is none of its entries. */
  readonly entry: MemoryEntry | null;
  /** Between our marks. */
  readonly isOurs: boolean;
}

export interface MemoryFileView {
  readonly file: MemoryFileSummary;
  readonly lines: readonly MemoryFileLine[];
  /** Lines not given: the file is longer than is shown at once. */
  readonly linesLeft: number;
}

export type PatternKind = 'repeated-mistake' | 'shared-preference' | 'contradiction' | 'stale';

export interface Pattern {
  readonly id: string;
  readonly kind: PatternKind;
  readonly text: string;
  readonly because: string;
  readonly scope: Scope;
  readonly memoryKind: MemoryKind;
  readonly times: number;
  readonly sessions: number;
  readonly agents: readonly AgentKind[];
  /** Sayings per week, the newest last, at most 26. */
  readonly weeks: readonly number[];
  /** What became of it since memory took it in, by the rule's own curve; null where no night has counted that. */
  readonly since:
    (Pick<RepeatCurve, 'verdict' | 'before' | 'after'> & { readonly changeAtMs: EpochMs }) | null;
  /** What can be done: a change that waits, or a conflict to settle. */
  readonly changeId: ChangeId | null;
  readonly conflictId: string | null;
  readonly isMuted: boolean;
}

/** What the patterns of some days add up to. Days and weeks end now; the newest is the last. */
export interface PatternCharts {
  /** How often each agent was told any of it, day by day; agents that were told none are left out. */
  readonly agents: readonly { readonly agent: AgentKind; readonly days: readonly number[] }[];
  /** What its owner decided and did not take back, by the decision that holds. An edit is no approval here. */
  readonly decided: readonly {
    readonly approved: number;
    readonly edited: number;
    readonly rejected: number;
  }[];
}

export interface TranscriptTurn {
  readonly ordinal: number;
  readonly atMs: EpochMs | null;
  readonly kind: TurnKind;
  readonly origin: Origin;
  readonly text: string;
  readonly cutChars: number;
  /** The quoted words, in UTF-16 units of `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** For the place of a mask in `text`; null where none can be marked: a memory file's lines, a command. */
  readonly turnHash: string | null;
}

/** The transcript around a quoted line, as inert text. */
export interface EvidenceView {
  readonly session: string;
  readonly agent: AgentKind;
  readonly project: string | null;
  readonly title: string | null;
  /** Where it lies on this computer; null where it is gone. */
  readonly path: string | null;
  readonly turns: readonly TranscriptTurn[];
}

/** An entry as a list shows it. */
export interface ListedEntry extends MemoryEntry {
  /** No night touches it. */
  readonly isPinned?: boolean;
}

export interface AgentView {
  readonly agent: LocalAgent;
  readonly name: string;
  readonly isFound: boolean;
  readonly writing: AgentWriting;
  readonly files: readonly MemoryFileSummary[];
  readonly tokens: number;
  readonly budgetTokens: number;
  readonly receivesShared: boolean;
}

export interface AppFacts {
  readonly version: string;
  readonly host: 'desktop' | 'browser';
  readonly platform: string;
  readonly dataFolder: string;
  readonly logFile: string | null;
  readonly zone: string;
  readonly isSample: boolean;
  readonly hasStore: boolean;
}

interface Call<A, R> {
  readonly args: A;
  readonly answer: R;
}
type Nothing = Readonly<Record<string, never>>;

/** Every question. A name's first word is its subject, as the screens divide them. */
export interface Calls extends ApiCalls {
  readonly 'app.facts': Call<Nothing, AppFacts>;
  readonly 'app.check': Call<Nothing, { readonly problems: readonly string[] }>;
  /** The key that programs show to the Dreams API; `renew` makes the one before void. */
  readonly 'app.apiKey': Call<{ readonly renew: boolean }, { readonly key: string }>;
  /** Markdown for its owner to read and hand on: no secret, no folder of a home, no word of a session. */
  readonly 'app.report': Call<Nothing, { readonly text: string }>;
  /** The end of the log, without secrets and folders; null where it is kept by nobody. */
  readonly 'app.log': Call<Nothing, { readonly text: string | null }>;
  readonly 'app.backup': Call<{ readonly file: string; readonly replace: boolean }, BackupReport>;
  readonly 'app.restore': Call<{ readonly file: string; readonly replace: boolean }, RestoreReport>;
  readonly 'app.verifyBackup': Call<{ readonly file: string }, VerifyReport>;
  readonly 'app.storage': Call<Nothing, StorageReport>;
  /** `confirm`: the words of carry.ts. The app begins anew afterwards, as on its first day. */
  readonly 'app.deleteAll': Call<{ readonly confirm: string }, DeletedAll>;

  readonly 'night.state': Call<Nothing, NightState>;
  /** Answers as soon as it has begun; events tell the rest. */
  readonly 'night.start': Call<NightWish, { readonly run: string }>;
  readonly 'night.wake': Call<Nothing, { readonly run: string | null }>;
  readonly 'night.pause': Call<{ readonly untilMs: EpochMs | null }, NextNight>;
  readonly 'night.answerMissed': Call<{ readonly dream: boolean }, NightState>;
  readonly 'night.list': Call<Nothing, readonly NightSummary[]>;
  readonly 'night.records': Call<{ readonly limit: number }, readonly NightRecord[]>;
  readonly 'night.compare': Call<{ readonly first: string; readonly second: string }, NightComparison>;
  /** The newest night judged anew with these, nothing kept: how many changes it would propose, and how many it did. */
  readonly 'night.withThresholds': Call<
    { readonly thresholds: Thresholds },
    { readonly would: number; readonly did: number }
  >;
  /** A near miss of the newest night becomes a change that waits, flagged as weak evidence, with its quotes. */
  readonly 'night.keepAnyway': Call<{ readonly text: string }, readonly ReviewItem[]>;
  /** All that a night proposed, also what is applied, taken back or gone by; empty for a night that is not known. */
  readonly 'night.changes': Call<{ readonly night: string }, readonly ReviewItem[]>;
  /** Null for a night that is not known. */
  readonly 'night.receipt': Call<{ readonly night: string }, Receipt | null>;
  readonly 'night.end': Call<{ readonly run: string }, RunEnd | null>;

  readonly 'review.list': Call<Nothing, readonly ReviewItem[]>;
  readonly 'review.why': Call<{ readonly change: string }, Explanation | null>;
  readonly 'review.rule': Call<
    { readonly ids: readonly string[]; readonly ruling: Ruling },
    readonly ReviewItem[]
  >;
  readonly 'review.undo': Call<Nothing, Undone>;
  /** All that still waits of a night that did not see everything. `review.undo` takes it back. */
  readonly 'review.discard': Call<{ readonly night: string }, Discarded>;
  /** What can still be taken back of that; null for nothing. */
  readonly 'review.discarded': Call<Nothing, Discarded | null>;
  /** What Apply would do to our record and to files. */
  readonly 'review.plan': Call<{ readonly choices: FileChoices }, FilesPlan>;
  /** Publishes a version of all approved changes, and writes agents' files where asked. */
  readonly 'review.apply': Call<
    { readonly files: boolean; readonly choices: FileChoices },
    {
      readonly version: VersionSummary | null;
      readonly applied: readonly ChangeId[];
      readonly files: FilesReceipt | null;
      /** The record was published and the files could not be written. */
      readonly filesFailure: Failure | null;
    }
  >;
  /** Changes that went because nobody touched them for thirty days, the newest first. */
  readonly 'review.expired': Call<Nothing, readonly ReviewItem[]>;
  /** One of them waits again; gives those that are left. */
  readonly 'review.bringBack': Call<{ readonly id: string }, readonly ReviewItem[]>;
  readonly 'review.rules': Call<Nothing, readonly BlockRule[]>;
  readonly 'review.liftRule': Call<{ readonly number: number }, readonly BlockRule[]>;

  readonly 'diary.get': Call<
    { readonly date: string | null },
    { readonly receipt: Receipt; readonly text: string }
  >;
  /** Nights whose diary says this, newest first; none for no words. */
  readonly 'diary.find': Call<{ readonly words: string }, readonly DiaryFind[]>;

  readonly 'memory.list': Call<{ readonly closedToo: boolean }, readonly ListedEntry[]>;
  readonly 'memory.show': Call<
    { readonly id: string },
    { readonly entry: MemoryEntry; readonly notes: EntryNotes }
  >;
  readonly 'memory.history': Call<{ readonly entry: string | null }, readonly VersionSummary[]>;
  readonly 'memory.diff': Call<{ readonly from: number; readonly to: number }, MemoryDiff>;
  /** What it would do to our record and to agents' files. Changes nothing. */
  readonly 'memory.takeBackPlan': Call<{ readonly target: RollBackTarget }, TakingBack>;
  /** `files`: out of agents' files as well, at once. */
  readonly 'memory.takeBack': Call<
    { readonly target: RollBackTarget; readonly files?: boolean },
    RolledBack & {
      readonly files: FilesReceipt | null;
      /** Our record was taken back and the files could not be written. */
      readonly filesFailure: Failure | null;
    }
  >;
  readonly 'memory.rollBack': Call<{ readonly to: number }, VersionSummary>;
  readonly 'memory.pin': Call<{ readonly id: string; readonly pinned: boolean }, MemoryEntry>;
  readonly 'memory.asOf': Call<{ readonly atMs: EpochMs } | { readonly session: string }, MemoryAsOf>;
  readonly 'memory.export': Call<Nothing, string>;
  readonly 'memory.files': Call<Nothing, readonly MemoryFileSummary[]>;
  readonly 'memory.file': Call<{ readonly path: string; readonly fromLine: number }, MemoryFileView>;
  readonly 'memory.search': Call<{ readonly query: string; readonly options: SearchOptions }, SearchAnswer>;
  readonly 'memory.explain': Call<{ readonly query: string }, readonly Explanation[]>;
  readonly 'memory.redact': Call<{ readonly version: number; readonly entry: string }, ForgetCertificate>;
  readonly 'memory.forgetPreview': Call<{ readonly target: ForgetTarget }, ForgetPreview>;
  readonly 'memory.forget': Call<{ readonly target: ForgetTarget }, ForgetCertificate>;

  readonly 'conflict.list': Call<Nothing, readonly MemoryConflict[]>;
  /** All of its lines stay, each in words and a scope of its own. Staged as approved changes; undone like a decision. */
  readonly 'conflict.keepApart': Call<
    { readonly id: string; readonly sides: readonly ApartSide[] },
    readonly ReviewItem[]
  >;
  /** The same for a change that would replace lines; its own line by the id of its entry. */
  readonly 'conflict.keepBoth': Call<
    { readonly change: string; readonly sides: readonly ApartSide[] },
    readonly ReviewItem[]
  >;
  readonly 'conflict.settle': Call<{ readonly id: string; readonly keep: string | null }, SettledConflict>;

  readonly 'files.applies': Call<Nothing, readonly FilesApply[]>;
  /** Where changes go whose file is gone or cannot be written. Gives all that holds now. */
  readonly 'files.place': Call<{ readonly path: string; readonly wish: PlacingWish }, readonly PlacedFile[]>;
  /** Kept until Apply, as long as what was shown stands there; `review.undo` takes it back. */
  readonly 'files.choose': Call<{ readonly choice: FileChoice }, null>;
  /** All that were cut off, from their journal. */
  readonly 'files.settle': Call<{ readonly how: SettleHow }, SettledApplies>;
  readonly 'files.undo': Call<{ readonly apply: number }, FilesReceipt>;
  readonly 'guard.scan': Call<{ readonly sinceMs: EpochMs | null }, GuardReport>;
  readonly 'guard.history': Call<{ readonly path: string | null }, readonly FileCopy[]>;
  readonly 'guard.diff': Call<{ readonly copy: number; readonly from: number | null }, string>;
  readonly 'guard.restore': Call<
    { readonly copies: readonly number[]; readonly how?: RestoreHow },
    FilesReceipt
  >;
  readonly 'guard.pin': Call<{ readonly copy: number; readonly pinned: boolean }, FileCopy>;

  readonly 'pattern.list': Call<{ readonly days: number }, readonly Pattern[]>;
  /** Of muted ones as well. */
  readonly 'pattern.charts': Call<{ readonly days: number }, PatternCharts>;
  readonly 'pattern.mute': Call<{ readonly id: string; readonly muted: boolean }, readonly Pattern[]>;

  /** How things stand with the model; asks nobody. */
  readonly 'model.status': Call<Nothing, ModelView>;
  /** Asks the server for its models: costs nothing, and no word of a session is sent. */
  readonly 'model.test': Call<Nothing, ModelTest>;
  /** Null takes it away. It is never given back. */
  readonly 'model.key': Call<{ readonly who: KeyFor; readonly key: string | null }, ModelView>;
  /** `ask`: the server counts the tokens, for nothing; refused before its owner has agreed. */
  readonly 'model.estimate': Call<{ readonly ask: boolean }, ModelEstimate>;
  readonly 'model.prices': Call<Nothing, PriceList>;
  /** Null: the price that ships with us holds again. */
  readonly 'model.setPrice': Call<
    { readonly model: string; readonly price: { readonly input: number; readonly output: number } | null },
    PriceList
  >;
  /** The rubric that ships with us, and by which criteria the one that is given would be graded. */
  readonly 'model.rubric': Call<
    { readonly markdown: string | null },
    { readonly usual: string; readonly criteria: readonly string[] }
  >;
  /** The calls of a night, by its id; null: of the newest that asked, also while it goes on. */
  readonly 'model.trace': Call<{ readonly night: string | null }, NightTrace>;

  /** Batches that are waited for; asks nobody. */
  readonly 'model.batches': Call<Nothing, BatchesWaiting>;
  /** Asks the server for them now; the night that waited is gone on with where they are there. */
  readonly 'model.askBatches': Call<Nothing, BatchesWaiting>;
  /** Waits no longer. `giveUp`: also where the server cannot be asked; then it counts with all that was set aside. */
  readonly 'model.stopBatch': Call<{ readonly batch: number; readonly giveUp: boolean }, BatchesWaiting>;

  readonly 'playbook.list': Call<Nothing, readonly Playbook[]>;
  /** Ways of working as files that agents load; at most one is offered. */
  readonly 'skill.list': Call<Nothing, readonly Skill[]>;
  /** Writes the one that is offered, in its owner's words where `text` is given; `files.undo` takes it back. */
  readonly 'skill.write': Call<{ readonly name: string; readonly text: string | null }, FilesReceipt>;
  readonly 'skill.reject': Call<{ readonly name: string }, readonly Skill[]>;
  readonly 'judgement.get': Call<Nothing, Judgement>;
  /** From the next night on; refused where the back-test is not for it. */
  readonly 'judgement.adopt': Call<Nothing, Judgement>;
  readonly 'judgement.reset': Call<Nothing, Judgement>;
  /** Projects that have a briefing, the one laid out last first. */
  readonly 'serving.projects': Call<Nothing, readonly string[]>;
  readonly 'serving.briefing': Call<{ readonly project: string }, BriefingView>;
  readonly 'serving.receipts': Call<Nothing, MemoryReceipts>;
  readonly 'serving.feedback': Call<
    { readonly id: string; readonly verdict: 'helped' | 'wrong' | 'taken-back' },
    null
  >;

  readonly 'source.list': Call<Nothing, readonly SourceReport[]>;
  /** Seconds for a long history; worked at in a process of its own. */
  readonly 'source.masked': Call<Nothing, MaskedSecrets>;
  /** What its owner said is no secret, the newest first. */
  readonly 'source.notSecrets': Call<Nothing, readonly NotSecret[]>;
  /** Reads that place in its file again; tells nothing of what stands there. Changes nothing. */
  readonly 'source.lookAtMask': Call<{ readonly place: MaskPlace }, MaskLook>;
  /** That very value is left from the next reading on. */
  readonly 'source.markNotSecret': Call<MaskDecision, MarkedNotSecret>;
  readonly 'source.markSecret': Call<{ readonly number: number }, readonly NotSecret[]>;
  readonly 'source.import': Call<{ readonly paths: readonly string[] }, { readonly run: string }>;
  readonly 'source.trySample': Call<Nothing, { readonly run: string }>;
  /** Asks for a file in the system's own dialog; `isAsked` is false where there is no desktop, and a path is typed. */
  readonly 'source.choose': Call<Nothing, { readonly path: string | null; readonly isAsked: boolean }>;

  readonly 'quarantine.list': Call<Nothing, readonly QuarantineItem[]>;
  readonly 'quarantine.dismiss': Call<{ readonly id: string }, QuarantineItem>;
  readonly 'quarantine.block': Call<{ readonly id: string }, QuarantineItem>;
  /** `confirm` repeats what the finding names. */
  readonly 'quarantine.release': Call<{ readonly id: string; readonly confirm: string }, QuarantineItem>;
  readonly 'quarantine.blast': Call<{ readonly target: BlastRadius['target'] }, BlastRadius>;
  readonly 'quarantine.trust': Call<Nothing, readonly SourceTrust[]>;
  readonly 'quarantine.setTrust': Call<
    { readonly place: string; readonly trust: Trust; readonly window?: TrustWindow | null },
    readonly SourceTrust[]
  >;
  /** What believing nothing of it would change. */
  readonly 'quarantine.trustEffect': Call<
    { readonly place: string; readonly window: TrustWindow },
    TrustEffect
  >;

  readonly 'agent.list': Call<Nothing, readonly AgentView[]>;
  readonly 'agent.history': Call<{ readonly agent: LocalAgent }, AgentHistory>;
  /** Whether each agent knows of our server, and the diff that would tell it. */
  readonly 'agent.connections': Call<Nothing, readonly Connection[]>;
  /** Writes that diff; `files.undo` takes it back. */
  readonly 'agent.connect': Call<{ readonly agent: McpAgent }, FilesReceipt>;
  readonly 'agent.set': Call<{ readonly writing: AgentWriting }, readonly AgentView[]>;

  readonly 'settings.get': Call<Nothing, Settings>;
  readonly 'settings.set': Call<{ readonly patch: SettingsPatch }, Settings>;

  readonly 'evidence.get': Call<
    {
      readonly session: string;
      readonly agent: AgentKind;
      readonly turn: number;
      readonly quote: string;
      readonly around: number;
    },
    EvidenceView
  >;
  /**
   * The file of a session or of memory, in the system's file manager: by the store's own record of where it was read, never
   * by a path that a page gives. `isShown` is false where there is no desktop; `path` is null where the file is gone.
   */
  readonly 'evidence.reveal': Call<
    { readonly session: string; readonly agent: AgentKind },
    { readonly path: string | null; readonly isShown: boolean }
  >;
}

export type CallName = keyof Calls;
export type CallArgs<N extends CallName> = Calls[N]['args'];
export type CallAnswer<N extends CallName> = Calls[N]['answer'];

/** What happens while a window looks on. */
export type LiveEvent =
  | { readonly kind: 'run'; readonly running: Running }
  | { readonly kind: 'run-ended'; readonly end: RunEnd }
  /** Something that a screen may be showing is not as it was; it asks again. */
  | { readonly kind: 'changed'; readonly subjects: readonly Subject[] }
  /** A link, the tray or the menu asks for a screen. It never acts. */
  | { readonly kind: 'go'; readonly route: string }
  /** The engine was lost and started again; what was running is marked. */
  | { readonly kind: 'engine'; readonly state: 'lost' | 'back' };

export const subjects = ['night', 'review', 'memory', 'files', 'sources', 'settings', 'patterns'] as const;
export type Subject = (typeof subjects)[number];

/** The app at the other end of a carrier was not reached, or did not take the question. */
export type CarrierFailure = Failure;

/** All that a page has: ask, and listen. Gives back how to stop listening. */
export interface Bridge {
  call<N extends CallName>(name: N, args: CallArgs<N>): Promise<Result<CallAnswer<N>, CarrierFailure>>;
  listen(onEvent: (event: LiveEvent) => void): () => void;
}

/** Answers each call of the contract; what the carriers ask. */
export type Answers = {
  readonly [N in CallName]: (args: CallArgs<N>) => Promise<Result<CallAnswer<N>, Failure>>;
};

export type { NightId, VersionNumber };
