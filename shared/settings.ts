// What a person can set, with the values that hold until they do.
import type { EpochMs } from './ids.ts';
import type { AgentKind, LocalAgent } from './transcript.ts';
import { usualSchedule, type ScheduleSettings } from './schedule.ts';

export type Theme = 'system' | 'night' | 'morning' | 'follow-time';

/** none: the engine alone, the default. claude: Anthropic's service. server: one that speaks its API. */
export type ModelChoice = 'none' | 'claude' | 'server';

export interface BudgetSettings {
  readonly usdPerNight: number;
  readonly usdPerMonth: number;
  readonly tokensPerNight: number;
  readonly minutesPerNight: number;
  readonly tokensPerMonth: number;
  readonly minutesPerMonth: number;
  /** Rounds of grading. */
  readonly roundsPerMonth: number;
}

export interface ModelSettings {
  readonly choice: ModelChoice;
  readonly readerModel: string | null;
  readonly consolidatorModel: string | null;
  /** Null: whoever consolidates. */
  readonly graderModel: string | null;
  readonly baseUrl: string | null;
  /**
   * shadow: sees only what the engine was unsure of. full: reads every session as well. batch: as full, at half the price,
   * and answered within a day.
   */
  readonly mode: 'shadow' | 'full' | 'batch';
  /** Of grading and revising, for each night. */
  readonly roundsMax: number;
  /** The address that its owner agreed to send masked words to; null: nothing is sent anywhere. */
  readonly consentTo: string | null;
  /** Where no price is known, tokens alone are counted. False: such a model is not asked. */
  readonly tokensOnly: boolean;
}

/** Markdown, a criterion a heading or a list item. `project` null: for everything without one of its own. */
export interface Rubric {
  readonly project: string | null;
  readonly markdown: string;
}

/** What a candidate must pass. Both are the engine's own, calibrated figures until their owner sets others. */
export interface Thresholds {
  /** 0 to 1. */
  readonly scoreMin: number;
  /** Sessions in which it was seen, where nothing else makes it sure. */
  readonly sessionsMin: number;
}

/** electron/engine/deep/gates.ts says what they were calibrated on. */
export const usualThresholds: Thresholds = { scoreMin: 0.42, sessionsMin: 3 };

/** What is blanked at import besides secrets: from then on, not in what was read before. */
export interface PersonalDataSettings {
  readonly emails: boolean;
  readonly phones: boolean;
}

/** Whether an agent's sessions are read from now on; what was read before stays until it is forgotten. */
export interface SourceSetting {
  readonly agent: AgentKind;
  readonly isRead: boolean;
  /** Sessions whose file changed last before it are not read, nor chats of an export that ended before it; null: all. */
  readonly sinceMs: EpochMs | null;
  /** Sessions of other projects are left out, as those of excluded ones are; empty: of none. */
  readonly onlyProjects: readonly string[];
  /** A session whose file is larger is not read, and named; null: of any size. */
  readonly bytesMax: number | null;
}

export const usualSource = (agent: AgentKind): SourceSetting => ({
  agent,
  isRead: true,
  sinceMs: null,
  onlyProjects: [],
  bytesMax: null,
});

/** What its owner wants remembered of what was said to one agent, besides the focus of all. */
export interface AgentFocusSetting {
  readonly agent: AgentKind;
  readonly text: string;
}

export interface Settings {
  readonly schedule: ScheduleSettings;
  readonly focus: string | null;
  /** Of those agents that have one of their own. */
  readonly agentFocus: readonly AgentFocusSetting[];
  readonly budget: BudgetSettings;
  readonly model: ModelSettings;
  /** Its owner's own; where there is none the one that ships with us holds. */
  readonly rubrics: readonly Rubric[];
  readonly thresholds: Thresholds;
  readonly review: { readonly size: number };
  /** Projects whose sessions are never read. */
  readonly excludedProjects: readonly string[];
  /** One for each agent that is not read as usual: all of it. */
  readonly sources: readonly SourceSetting[];
  /** Looked into each time, besides the places of agents. Whole paths, or from the home folder with “~/”. */
  readonly folders: readonly string[];
  readonly personalData: PersonalDataSettings;
  readonly agentsReceivingShared: readonly LocalAgent[];
  readonly notifications: { readonly morning: boolean; readonly textOnLockScreen: boolean };
  readonly appearance: {
    readonly theme: Theme;
    readonly density: 'comfortable' | 'compact';
    readonly textSize: 'usual' | 'large' | 'larger';
    readonly motion: 'system' | 'reduced';
    readonly language: 'system' | 'en' | 'zh';
  };
  readonly singleKeys: boolean;
  /** Other keys than the usual ones, by the name of the action; none for an action that has no key any more. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly startAtLogin: boolean;
  /** The first steps were done or passed over. */
  readonly isOnboarded: boolean;
}

export const usualSettings: Settings = {
  schedule: usualSchedule,
  focus: null,
  agentFocus: [],
  budget: {
    usdPerNight: 0.5,
    usdPerMonth: 10,
    tokensPerNight: 400_000,
    minutesPerNight: 30,
    tokensPerMonth: 8_000_000,
    minutesPerMonth: 600,
    roundsPerMonth: 100,
  },
  model: {
    choice: 'none',
    readerModel: null,
    consolidatorModel: null,
    graderModel: null,
    baseUrl: null,
    mode: 'shadow',
    roundsMax: 3,
    consentTo: null,
    tokensOnly: false,
  },
  rubrics: [],
  thresholds: usualThresholds,
  review: { size: 12 },
  excludedProjects: [],
  sources: [],
  folders: [],
  personalData: { emails: false, phones: false },
  agentsReceivingShared: ['claude-code', 'codex', 'openclaw'],
  notifications: { morning: true, textOnLockScreen: false },
  appearance: {
    theme: 'system',
    density: 'comfortable',
    textSize: 'usual',
    motion: 'system',
    language: 'system',
  },
  singleKeys: true,
  keys: {},
  startAtLogin: false,
  isOnboarded: false,
};

/** A change of some groups; each group is given whole. */
export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] };
