// A night and its stages: what each stage hands on, and the receipt that no night is without.
import type { EntryId, EpochMs, NightId, SessionId } from './ids.ts';
import type { Dimensions, Evidence, FilePlace, MemoryKind, Scope } from './memory.ts';
import type { MindReceipt } from './models.ts';
import type { Origin } from './origin.ts';
import type { SetAside } from './quarantine.ts';
import type { AgentKind } from './transcript.ts';

export const stages = ['import', 'light', 'rem', 'deep', 'propose'] as const;
export type Stage = (typeof stages)[number];

/**
 * Something named in a statement that makes it this statement and no other: a product, a number, a weekday, a file.
 * Two statements that differ in a value are never the same; a newer one may close an older one.
 */
export interface Value {
  /** Normalised: lower case, NFKC. */
  readonly word: string;
  readonly polarity: 'affirmed' | 'negated';
  /** `name`: written like a proper name or in another script; `number`: holds a digit; `time`: a weekday, a month. */
  readonly kind: 'name' | 'number' | 'time';
}

/** Among the cues of a saying that was left out as talk of the moment, and may support what another one says. */
export const faintCue = 'faint';

/** What Light noticed: one statement, or one run of tool calls, with the words that prove it. */
export interface Signal {
  readonly id: string;
  readonly kind: MemoryKind;
  /** One clean sentence, near to the words that were said. */
  readonly text: string;
  /** Verbatim, each found to the letter in its turn. */
  readonly quotes: readonly { readonly ordinal: number; readonly text: string }[];
  readonly origin: Origin;
  readonly language: string;
  /** Stems of the content words, distinct, sorted. */
  readonly terms: readonly string[];
  /** Those of the terms that the sentence turns down: "not X", "no longer X". Sorted. */
  readonly negated: readonly string[];
  readonly values: readonly Value[];
  /** The names of the cues found, for `explain`. */
  readonly cues: readonly string[];
  /** 0 to 1: how much it is worded like a lasting rule. 0 where nothing but repetition could make it one. */
  readonly strength: number;
  /** As `strength`, by the cues of its language alone. */
  readonly cued: number;
  /** 0 to 1: how likely such a sentence lasts, as the judge sees it; 0.5 for what tools did. */
  readonly lasts: number;
  /** It follows something the agent did that it puts right. */
  readonly afterSlip: boolean;
  /** Stems of what the agent had said just before, where it was a slip; sorted, empty elsewhere. */
  readonly slipTerms: readonly string[];
  /** It says that something changed ("now", "no longer", "again"). */
  readonly announcesChange: boolean;
  readonly atMs: EpochMs | null;
  /** For `error-fix` and `workflow`: what was run, in order; for `error-fix` the failing command first. */
  readonly steps: readonly string[];
  /** For `error-fix`: what the failing command said, without the parts that differ from day to day. */
  readonly error: string | null;
  /** For `workflow`: what was asked for. */
  readonly task: string | null;
}

/** It makes no rule of its own. */
export const onlySupports = ({ cues }: Signal): boolean => cues.includes(faintCue);

/** All that Light made of one session, kept per engine version. */
export interface SessionSignals {
  readonly session: SessionId;
  readonly agent: AgentKind;
  readonly nativeId: string;
  readonly project: string | null;
  readonly signals: readonly Signal[];
  /** The language that the person speaks most in it. */
  readonly language: string;
  /** How many sentences of the day's ordinary work hold a term: what is said there says little of a rule. */
  readonly ordinary: Readonly<Record<string, number>>;
  /** Steps that were tried after a failure and mended nothing. */
  readonly failedFixes: readonly { readonly error: string; readonly step: string }[];
  /** What was done, as `work.ts` writes it; empty where nothing was run. */
  readonly work: string;
  /** What was looked at and left, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** What gave orders in somebody else's voice; left out for none. */
  readonly setAside?: readonly SetAside[];
}

/** A line of a memory file: what it says and where it stands. */
export interface MemoryLine {
  readonly text: string;
  readonly place: FilePlace;
  readonly scope: Scope;
  readonly origin: Origin;
  /** When the file was last changed, as its system says; null where unknown. */
  readonly atMs: EpochMs | null;
}

/** What REM connected: signals of several sessions, days, agents that speak of one thing. */
export interface Theme {
  readonly id: string;
  readonly kind: MemoryKind;
  /** The wording that stands for all. */
  readonly text: string;
  readonly language: string;
  readonly scope: Scope;
  readonly evidence: readonly Evidence[];
  readonly terms: readonly string[];
  readonly negated: readonly string[];
  readonly values: readonly Value[];
  /** Values that held before and are closed by this one; empty where nothing changed. */
  readonly closesValues: readonly string[];
  readonly sessions: number;
  readonly days: number;
  readonly agents: readonly AgentKind[];
  readonly projects: readonly string[];
  readonly wordings: number;
  /** Its sayings share at least two content words. */
  readonly isCohesive: boolean;
  readonly slips: number;
  /** The strongest wording's. */
  readonly strength: number;
  /** The strongest by cues alone. */
  readonly cued: number;
  /** 0 to 1: the judge's word on its distinct sayings together. */
  readonly lasts: number;
  /** How many of its sayings are worded like a rule or a statement of fact. */
  readonly ruleLike: number;
  /** It speaks of a time beyond the task at hand: "always", "from now on". */
  readonly isLasting: boolean;
  /** Its speaker asked to keep it: "remember", "from now on". */
  readonly isAskedFor: boolean;
  /** Its speaker wants something; else it tells how things are. */
  readonly isWanted: boolean;
  /** More than a polite request: a duty, a taste, a custom, something forbidden, with nothing that ties it to the moment. */
  readonly isDemand: boolean;
  /** Nobody asked for it: seen in what tools did besides. It always waits for a person's eye. */
  readonly isUnasked: boolean;
  /** What took its place; null while it holds. */
  readonly closedBy: string | null;
  readonly announcesChange: boolean;
  readonly firstAtMs: EpochMs | null;
  readonly lastAtMs: EpochMs | null;
  readonly taint: Origin;
  readonly signalIds: readonly string[];
}

export const gateNames = [
  'evidence',
  'trust',
  'owner',
  'stands-alone',
  'sessions',
  'contexts',
  'score',
  'instructions',
] as const;
export type GateName = (typeof gateNames)[number];

export interface Gate {
  readonly name: GateName;
  readonly passed: boolean;
  /** For people: what was asked and what was there. */
  readonly reason: string;
  /** What would flip it; null where it passed. */
  readonly flip: string | null;
  /** The score gate's alone: what it asked, 0 to 1. Nights of earlier engines did not keep it. */
  readonly needed?: number;
}

/** That a model changed what the engine had decided. */
export interface MindMark {
  /** The model's name. */
  readonly by: string;
  readonly engine: string;
  readonly because: string;
}

/** What Deep decided about a theme, and why. */
export interface Verdict {
  readonly theme: Theme;
  readonly score: number;
  readonly dimensions: Dimensions;
  readonly gates: readonly Gate[];
  /** known: memory says it already. stale: it held once, and something newer took its place. */
  readonly decision: 'promote' | 'hold' | 'stale' | 'known';
  /** Active entries that it takes the place of. */
  readonly closes: readonly { readonly entryId: EntryId; readonly because: string }[];
  /** The entry that says it already; null for none. */
  readonly knownAs: EntryId | null;
  /** Seen too seldom to be sure; it wants a person's eye. */
  readonly isWeak: boolean;
  /** It closes something without its speaker having said that it changed. */
  readonly contradicts: boolean;
  /** Left out: the engine's own. Else the model that changed it, what the engine had decided, and why. */
  readonly mind?: MindMark;
  /** For people. */
  readonly reason: string;
  /** The nearest other themes or entries and why they were or were not merged. */
  readonly neighbours: readonly {
    readonly text: string;
    readonly likeness: number;
    readonly merged: boolean;
    readonly why: string;
  }[];
}

/** Entries that say the same: one stays, the others are closed. */
export interface Repeat {
  readonly keep: EntryId;
  readonly close: readonly EntryId[];
  readonly because: string;
}

/** How a night ended. `woken`: its owner ended it; what was found is kept. */
export type NightOutcome = 'done' | 'empty' | 'woken' | 'failed';

/** What was understood of `--instructions`. */
export interface InstructionsUnderstood {
  readonly text: string;
  /** What it does not name is left out. */
  readonly isOnly: boolean;
  readonly projects: readonly string[];
  readonly agents: readonly AgentKind[];
  readonly kinds: readonly MemoryKind[];
  /** Stems of the words that raise a candidate. */
  readonly raise: readonly string[];
  /** Stems of words, and `project:NAME`, `agent:NAME`, `kind:NAME`, that leave one out. */
  readonly leaveOut: readonly string[];
}

/** Poisoned texts that went through a copy of the pipeline. */
export interface Drill {
  readonly canaries: number;
  readonly passed: number;
  /** 0 where nothing got through and what a person said was learnt. */
  readonly failed: number;
  /** Which got through, by name. */
  readonly failures: readonly string[];
}

/** A limit that a night would have gone over. */
export interface Exceeded {
  /** changes and memory-gone: how many; file-growth: characters, of one scope. */
  readonly limit: 'changes' | 'memory-gone' | 'file-growth';
  readonly wanted: number;
  readonly allowed: number;
  readonly scope: string | null;
}

/** No night is without one. */
export interface Receipt {
  readonly nightId: NightId;
  readonly startedAtMs: EpochMs;
  /** The night's own clock (`--now`): what "today" is for recency and dates. */
  readonly nowMs: EpochMs;
  readonly outcome: NightOutcome;
  /** Why it ended as it did, in a sentence for people. */
  readonly because: string;
  readonly preview: boolean;
  readonly sample: boolean;
  /** The dream of the Dreams API by which a program asked for it; left out where a person or the clock did. */
  readonly programDream?: string;
  readonly read: {
    readonly sessions: number;
    readonly newSessions: number;
    readonly turns: number;
    readonly tokens: number;
    readonly memoryFiles: number;
    readonly memoryLines: number;
    readonly skippedLines: number;
    readonly maskedSecrets: number;
  };
  readonly found: {
    readonly signals: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly themes: number;
    readonly leftOut: Readonly<Record<string, number>>;
    /** Of the signals, those that said most and were weighed; left out where all were. */
    readonly weighed?: number;
  };
  readonly proposed: Readonly<Record<string, number>>;
  /** Agents in whose sessions its changes were said; left out by nights before this was noted. */
  readonly agents?: readonly AgentKind[];
  /** How many themes each gate stopped first. */
  readonly turnedDown: Readonly<Record<string, number>>;
  readonly nearestMisses: readonly {
    readonly text: string;
    readonly score: number;
    readonly gate: GateName;
    readonly flip: string;
  }[];
  readonly instructions: InstructionsUnderstood | null;
  readonly stageMs: Readonly<Record<Stage, number>>;
  readonly tookMs: number;
  /** Nothing without a model. */
  readonly cost: { readonly tokens: number; readonly usd: number };
  /** What a model was asked, and what that changed; null or left out where none was to be asked. */
  readonly mind?: MindReceipt | null;
  readonly engineVersion: number;
  /** How much of what was read gave orders in somebody else's voice; left out by nights before there was a look. */
  readonly setAside?: number;
  /** Left out by nights before there was one. */
  readonly drill?: Drill;
  /** What the night wanted beyond what one night may do by itself; empty for nothing. */
  readonly exceeded?: readonly Exceeded[];
  /** Changes that passed every gate, and wait for nights to come because this one had stronger ones; left out for none. */
  readonly postponed?: number;
  /** Changes that would have lost a correction, each with the corrections. */
  readonly heldBack?: readonly { readonly title: string; readonly corrections: readonly string[] }[];
}
