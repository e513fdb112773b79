// A model's help in a night, as both sides speak of it: what it may cost, what it was asked and answered, and what came
// of that. Money is counted in whole nano-dollars (a billionth of a dollar), so that sums are exact.
import type { EpochMs, NightId } from './ids.ts';
import type { DreamOptions, Failure, Listening } from './engine.ts';
import type { Result } from './result.ts';
import type { BudgetSettings, ModelChoice, ModelSettings } from './settings.ts';

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheWriteTokens: number;
  readonly cacheReadTokens: number;
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
}

/**
 * reader        reads one session              connector  joins what several sessions and agents say
 * consolidator  answers with operations        grader     sees evidence, result and rubric, and nothing else
 * test          a person tries the connection
 */
export const mindRoles = ['reader', 'connector', 'consolidator', 'grader', 'test'] as const;
export type MindRole = (typeof mindRoles)[number];

/** Why a server gave no whole answer. */
export const modelFaultKinds = [
  'key-missing',
  'key-invalid',
  'no-credit',
  'not-allowed',
  'no-such-model',
  'wrong-request',
  'too-large',
  'rate-limited',
  'server-fault',
  'overloaded',
  /** It was never reached: nothing can have been paid. */
  'unreachable',
  /** It broke off or stood still after it was sent: it may have been paid for, so it is not sent again. */
  'cut-off',
  'woken',
] as const;
export type ModelFaultKind = (typeof modelFaultKinds)[number];

/** A model as a server lists it. */
export interface ModelInfo {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly inputTokensMax: number | null;
  readonly outputTokensMax: number | null;
}

/**
 * How a call ended. `lost`: our own process ended before it did. `unanswered`: its batch ended without an answer to it,
 * and it cost nothing.
 */
export const callOutcomes = [
  'said',
  'wrong-shape',
  'refused',
  'cut-short',
  'lost',
  'unanswered',
  ...modelFaultKinds,
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One call, as the ledger holds it. */
export interface CallTrace {
  readonly number: number;
  readonly nightId: NightId | null;
  readonly role: MindRole;
  readonly model: string;
  /** What was asked, in a few words. */
  readonly about: string;
  /** From 1; each try is a call of its own. */
  readonly attempt: number;
  readonly beganAtMs: EpochMs;
  readonly tookMs: number | null;
  readonly outcome: CallOutcome | null;
  readonly usage: TokenUsage | null;
  readonly reserved: { readonly tokens: number; readonly usd: number };
  /** What it is counted with: what the server said, or what was reserved where it said nothing. */
  readonly counted: { readonly tokens: number; readonly usd: number; readonly isReserved: boolean };
  readonly isBatch: boolean;
  readonly requestId: string | null;
  /** For people: what went wrong, or null. */
  readonly detail: string | null;
  readonly sent: readonly SentPart[];
  /** What it answered, parsed and masked, as JSON; null for nothing. */
  readonly answer: string | null;
}

/** Words of one session that left the machine in one call. */
export interface SentPart {
  /** The agent's own session id, or the path of a memory file. */
  readonly session: string;
  readonly turns: number;
  readonly bytes: number;
  /** Secrets that had been blanked in what was sent. */
  readonly masked: number;
}

export const capNames = [
  'usd-night',
  'usd-month',
  'tokens-night',
  'tokens-month',
  'minutes-night',
  'minutes-month',
  'rounds-night',
  'rounds-month',
  /** No price is known, and its owner did not say that tokens alone are counted. */
  'no-price',
] as const;
export type CapName = (typeof capNames)[number];

/** How a grading ended, as Anthropic's Outcomes name it. */
export const outcomeResults = [
  'satisfied',
  'needs-revision',
  'round-limit',
  'failed',
  'interrupted',
] as const;
export type OutcomeResult = (typeof outcomeResults)[number];

export interface CriterionVerdict {
  readonly criterion: string;
  readonly verdict: 'met' | 'not-met' | 'not-applicable';
  readonly reason: string;
  /** What it finds fault with, in the texts of the decisions. */
  readonly about: readonly string[];
}

export interface GradingRound {
  readonly result: OutcomeResult;
  readonly explanation: string;
  readonly criteria: readonly CriterionVerdict[];
}

export interface Grading {
  /** Null: the usual rubric's, for everything without one of its own. */
  readonly project: string | null;
  readonly result: OutcomeResult;
  readonly rounds: readonly GradingRound[];
}

/** What a mind said of one thing that the engine was unsure of, and what came of it. */
export interface MindDecision {
  readonly what: 'near-gate' | 'weak' | 'contradiction' | 'pair' | 'wording' | 'pattern';
  readonly text: string;
  readonly engine: string;
  readonly mind: string;
  readonly because: string;
  /** False: it agreed, or what it said did not hold, and the engine's own result stands. */
  readonly isChanged: boolean;
}

/** What readers did in a full dream or in a batch night. */
export interface ReadingReceipt {
  /** Of the night. */
  readonly sessions: number;
  /** Long ones are cut at turns. */
  readonly pieces: number;
  /** Of the pieces: read in an earlier night, and free. */
  readonly known: number;
  /** Read tonight. */
  readonly read: number;
  /** Not read: a cap, a fault, or a batch that is under way. */
  readonly left: number;
  /** Proved by words that stand in the transcript to the letter. */
  readonly findings: number;
  /** Of the findings: the engine had noticed the same words by itself. */
  readonly knownToEngine: number;
  /** Of what readers found and the connector joined, as the engine's gates then judged it. */
  readonly themes: number;
}

/** A batch that was handed in, as the ledger holds it. */
export interface BatchTrace {
  readonly number: number;
  readonly nightId: NightId;
  /** The server's own id; null where its answer never came. */
  readonly serverId: string | null;
  /** begun: about to be sent. sent: under way. ended: settled. lost: nobody can say what became of it; it counts whole. */
  readonly state: 'begun' | 'sent' | 'ended' | 'lost';
  readonly beganAtMs: EpochMs;
  readonly changedAtMs: EpochMs;
  readonly calls: number;
  /** Of the calls. */
  readonly answered: number;
  /** Of the calls: not answered within a day, or faulty; they cost nothing. */
  readonly unanswered: number;
}

/** A batch as it stands, with what the server said of it last. */
export interface BatchView extends BatchTrace {
  /** The server's own word, or a day after it was handed in. */
  readonly expiresAtMs: EpochMs;
  /** Of the calls: those that the server is done with; null where it does not say. Some say nothing before the end. */
  readonly done: number | null;
  readonly lookedAtMs: EpochMs | null;
  /** What stood in the way of the last look, for people; null for nothing. */
  readonly trouble: string | null;
  /** Its owner waits no longer, and the server has not ended it yet. */
  readonly isStopping: boolean;
  /** The most that what is not settled can cost. */
  readonly reserved: { readonly tokens: number; readonly usd: number };
}

/** What came of batches when they were looked after. */
export interface BatchesResumed {
  /** Fetched now. */
  readonly settled: readonly BatchTrace[];
  /** Still under way. */
  readonly waiting: readonly BatchView[];
  /** Answers that the next night uses for nothing. */
  readonly answers: number;
  /** The night to go on with (`DreamOptions.goesOn`): all that it waited for is here. Null for none. */
  readonly goesOn: NightId | null;
}

/** What a caller wishes who goes on with a night (`BatchesResumed.goesOn`): the rest is that night's own. */
export const goOnWith = (goesOn: NightId): DreamOptions => ({
  preview: false,
  instructions: null,
  sessionsMax: null,
  sinceMs: null,
  apply: 'review',
  paths: [],
  goesOn,
});

/** All that is waited for, as a window shows it. */
export interface BatchesWaiting {
  /** Oldest first. */
  readonly waiting: readonly BatchView[];
  /** When it is looked after next without being asked; null for not at all. */
  readonly nextLookAtMs: EpochMs | null;
  /** Why nobody may look: a key or a consent that is missing; null where all stands. */
  readonly because: string | null;
}

/** Part of a night's receipt: what the help of a model was, and what it cost. */
export interface MindReceipt {
  readonly choice: ModelChoice;
  readonly mode: 'shadow' | 'full' | 'batch';
  readonly models: readonly string[];
  /** done: all was asked. budget: a cap ended it. waiting: a batch is under way. stopped: a fault ended it. off: not asked. */
  readonly state: 'done' | 'budget' | 'waiting' | 'stopped' | 'off' | 'woken';
  readonly cap: CapName | null;
  readonly fault: ModelFaultKind | null;
  /** For people. */
  readonly because: string;
  readonly decisions: { readonly asked: number; readonly changed: number; readonly known: number };
  readonly changes: readonly MindDecision[];
  readonly calls: number;
  readonly retries: number;
  readonly tokens: number;
  readonly usd: number;
  /** Per change that is in the proposal because of it; null for none. */
  readonly usdPerInsight: number | null;
  /** What was dropped, by reason: made-up quotes, wrong shapes. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Words in the data that order an agent about; found, never obeyed. */
  readonly ordersInData: readonly {
    readonly session: string;
    readonly turn: number;
    readonly quote: string;
  }[];
  readonly gradings: readonly Grading[];
  /** Left out where no reader was asked. */
  readonly reading?: ReadingReceipt;
  /** Those that the night handed in, or whose answers it used; left out for none. */
  readonly batches?: readonly BatchTrace[];
  /** It went on with this night once its batch was fetched; left out elsewhere. */
  readonly goesOn?: NightId;
  readonly sent: {
    readonly sessions: number;
    readonly turns: number;
    readonly bytes: number;
    readonly masked: number;
  };
}

/** How things stand with the model, without asking it. */
export interface ModelStatus {
  readonly choice: ModelChoice;
  readonly mode: 'shadow' | 'full' | 'batch';
  /** Where words would go; null for nowhere. */
  readonly address: string | null;
  readonly reader: string | null;
  readonly consolidator: string | null;
  /** The consolidator, where no other is set. */
  readonly grader: string | null;
  readonly hasKey: boolean;
  /** `environment` also for a key that the desktop app keeps in the system's keychain and hands over. */
  readonly keyFrom: 'environment' | 'file' | null;
  /** Where a key that is given would be kept, for people. */
  readonly keyPlace: string;
  readonly isAgreed: boolean;
  /** Null: the next night asks it. Else why not, and what to do. */
  readonly because: string | null;
  readonly prices: {
    readonly asOf: string;
    readonly reader: ModelPrice | null;
    readonly consolidator: ModelPrice | null;
    readonly grader: ModelPrice | null;
  };
  /** Of the calendar month in UTC, what is under way included; rounds are of grading. */
  readonly month: {
    readonly tokens: number;
    readonly usd: number;
    readonly usdMax: number;
    readonly minutes: number;
    readonly rounds: number;
  };
}

/** Every cap as it is set, and what of the month's is spent. */
export interface BudgetStatus {
  readonly caps: BudgetSettings;
  /** Of grading and revising. */
  readonly roundsPerNight: number;
  /** Of this calendar month, in UTC. */
  readonly month: {
    readonly tokens: number;
    readonly usd: number;
    readonly minutes: number;
    readonly rounds: number;
  };
}

export interface BudgetPatch extends Partial<BudgetSettings> {
  readonly roundsPerNight?: number;
}

export interface ModelTest {
  readonly address: string;
  readonly tookMs: number;
  readonly models: readonly ModelInfo[];
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What the next night would cost. */
export interface ModelEstimate {
  /** In the modes with readers: what lies before them; left out elsewhere. */
  readonly reading?: { readonly sessions: number; readonly pieces: number; readonly known: number };
  readonly decisions: number;
  /** Of those, how many were answered before and cost nothing. */
  readonly known: number;
  readonly calls: Range;
  readonly tokens: Range;
  /** Null where no price is known. */
  readonly usd: Range | null;
  readonly usdMax: number;
  /** server: the server counted the tokens. bytes: reckoned from how much would be sent. */
  readonly countedBy: 'server' | 'bytes';
  /** For people: what it rests on. */
  readonly because: string;
  /** The night whose doubts it rests on; null before the first one. */
  readonly basedOnMs: EpochMs | null;
}

export interface NightTrace {
  readonly nightId: NightId;
  readonly calls: readonly CallTrace[];
  /** What came of them; null while the night goes on. */
  readonly mind: MindReceipt | null;
}

/** A model's price, and whose word it is. */
export interface PriceRow {
  readonly model: string;
  readonly price: ModelPrice;
  /** Its owner's, in the place of the one that ships with us, or where none does. */
  readonly isOwn: boolean;
}

export interface PriceList {
  /** YYYY-MM: when the prices that ship with us were looked up. */
  readonly asOf: string;
  /** What a batch costs of the price of the same calls by themselves. */
  readonly batchShare: number;
  /** By name. */
  readonly rows: readonly PriceRow[];
  /** Where its owner's prices lie, for people. */
  readonly place: string;
}

/** Whose key: one for Anthropic is never shown to another server. */
export type KeyFor = 'claude' | 'server';
/** A variable of the environment for each: an engine that cannot ask a keychain is given a key by it. */
export const keyVariable: Readonly<Record<KeyFor, string>> = {
  claude: 'ANTHROPIC_API_KEY',
  server: 'SLOWWAVE_SERVER_KEY',
};
/** Keys that the system's keychain holds. */
export type KeptKeys = { readonly [W in KeyFor]?: string };

/** Printable, without spaces: anything else was pasted wrong, and would break a header. */
export const isKeyLike = (key: string): boolean => /^[!-~]{8,500}$/u.test(key);

/** How things stand, as a window shows it. */
export interface ModelView extends ModelStatus {
  /** Where a key that is given now would be kept. */
  readonly keysGoTo: 'keychain' | 'file';
  /** The key in use lies in the system's keychain, and not in the environment. */
  readonly isFromKeychain: boolean;
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface ModelAnswers {
  modelStatus(): Answer<ModelStatus>;
  modelSet(patch: Partial<ModelSettings>): Answer<ModelStatus>;
  budget(): Answer<BudgetStatus>;
  /** No cap may be less than nothing; rounds a night are 0 to 20. */
  budgetSet(patch: BudgetPatch): Answer<BudgetStatus>;
  /** Asks the server for its models: it costs nothing, and nothing of what was said is sent. */
  modelTest(): Answer<ModelTest>;
  /** `ask`: the server counts the tokens, where its owner agreed to send it words. Costs nothing. */
  modelEstimate(options: { readonly ask: boolean }): Answer<ModelEstimate>;
  /**
   * Null takes it away. It is kept in a file for its owner alone, outside of the data folder. `who` left out: of whoever
   * is chosen.
   */
  modelKey(key: string | null, who?: KeyFor): Answer<ModelStatus>;
  modelPrices(): Answer<PriceList>;
  /** Its owner's own price; null takes it away, and the one that ships with us holds again. */
  modelSetPrice(model: string, price: Pick<ModelPrice, 'input' | 'output'> | null): Answer<PriceList>;
  /** The criteria that a rubric is graded by, by name; of the usual one for null. */
  rubricCriteria(markdown: string | null): readonly string[];
  /**
   * Fetches what batches of earlier nights brought, each settled once; costs nothing more. Refused while a night dreams,
   * and without a key or a consent.
   */
  modelResume(listening: Listening): Answer<BatchesResumed>;
  /** Every batch that was handed in, newest first. */
  modelBatches(): Answer<readonly BatchView[]>;
  /** Those that are waited for; asks nobody. */
  modelWaiting(): Answer<Omit<BatchesWaiting, 'nextLookAtMs'>>;
  /**
   * Waits for it no longer: asks the server to end it, and settles what it has done by then, which is paid for. With
   * `giveUp` also where the server cannot be asked: then it counts with all that was reserved.
   */
  modelBatchCancel(batch: number, giveUp: boolean): Answer<readonly BatchView[]>;
  /** Of the newest night that asked a model, or of one by its id. */
  nightTrace(night: string | null): Answer<NightTrace>;
  /** The one that ships with us, as Markdown. */
  usualRubric(): string;
}
