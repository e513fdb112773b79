// What windows ask of the engine beyond what the command line does: what agents read, what repeats, where words stand,
// and what keeps nights.
import type { FileChoices, FilesPlan } from './agent-files.ts';
import type {
  AgentView,
  EvidenceView,
  MemoryFileSummary,
  MemoryFileView,
  NightState,
  Pattern,
  PatternCharts,
} from './contract.ts';
import type { RollBackTarget, TakingBack } from './decisions.ts';
import type { Receipt } from './dream.ts';
import type { Explanation, Failure } from './engine.ts';
import type { Result } from './result.ts';
import type { ReviewItem } from './proposal.ts';
import type { Settings, SettingsPatch, Thresholds } from './settings.ts';
import type { AgentKind } from './transcript.ts';

type Answer<T> = Promise<Result<T, Failure>>;

export interface QuotePlace {
  readonly session: string;
  readonly agent: AgentKind;
  readonly turn: number;
  readonly quote: string;
  readonly around: number;
}

/** What is looked at by day: absolute. Folders are seen whole, files by themselves. */
export interface WatchPlaces {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

export interface WindowAnswers {
  /** There is a store, if only for settings. */
  hasStore(): boolean;
  /** True once anything was read. Opens no store where there is none. */
  hasRead(): boolean;
  isSample(): boolean;
  settings(): Answer<Settings>;
  setSettings(patch: SettingsPatch): Answer<Settings>;
  /** Of the newest night that was dreamt; null before the first. */
  lastReceipt(): Answer<Receipt | null>;
  /** The newest night judged anew, nothing kept. Both counts are of proposed changes. */
  nightWithThresholds(thresholds: Thresholds): Answer<{ readonly would: number; readonly did: number }>;
  /** By the words of the near miss. Whatever fails a gate that is no matter of degree stays out. */
  keepAnyway(text: string): Answer<readonly ReviewItem[]>;
  /** Newest first. */
  receipts(limit: number): Answer<readonly Receipt[]>;
  reviewWaiting(): Answer<number>;
  /** Looks at every source; some hundred milliseconds where there are ten thousand sessions. */
  willRead(): Answer<NightState['willRead']>;
  whyChange(id: string): Answer<Explanation | null>;
  /** What would be written once all approved changes are applied. Changes nothing. */
  planOfApproved(choices: FileChoices): Answer<FilesPlan>;
  /** What taking it back would do, also to files. Changes nothing. */
  planOfTakeBack(target: RollBackTarget): Answer<TakingBack>;
  /** All that a night proposed, as it stands now. */
  nightChanges(night: string): Answer<readonly ReviewItem[]>;
  /** Null for a night that is not known. */
  nightReceipt(night: string): Answer<Receipt | null>;
  shownFiles(): Answer<readonly MemoryFileSummary[]>;
  /** Only of a file that `shownFiles` names. */
  shownFile(path: string, fromLine: number): Answer<MemoryFileView>;
  agentViews(): Answer<readonly AgentView[]>;
  /** Of the last so many days. */
  patterns(days: number): Answer<readonly Pattern[]>;
  /** Of the last so many days. */
  patternCharts(days: number): Answer<PatternCharts>;
  mutePattern(id: string, muted: boolean): Answer<null>;
  evidenceAround(place: QuotePlace): Answer<EvidenceView>;
  /** Where the file lies that such words were read from: absolute; null where it is gone. */
  evidencePath(place: Pick<QuotePlace, 'session' | 'agent'>): Answer<string | null>;
  watchPlaces(): Answer<WatchPlaces>;
  /** Gives nights that were cut off their receipts. Changes nothing where somebody is dreaming. */
  settleLostNights(): Answer<readonly Receipt[]>;
}
