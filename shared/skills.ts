// Ways of working as files that agents load by themselves (SKILL.md): what would be written, on what trial, where it
// stands, and whether it is used. Written by decision alone.
import type { FilesReceipt } from './agent-files.ts';
import type { Failure } from './engine.ts';
import type { EpochMs } from './ids.ts';
import type { Evidence } from './memory.ts';
import type { Result } from './result.ts';
import type { LocalAgent } from './transcript.ts';

/** What its description would have done in sessions that it was not worded from. */
export interface SkillTrial {
  /** Sessions kept aside: those that did such work, and the others. */
  readonly work: number;
  readonly others: number;
  /** Of the first, how many it would have fired in; of the others, how many it would have fired in by mistake. */
  readonly fired: number;
  readonly firedWrongly: number;
  /** What was asked for in some of them. */
  readonly firesFor: readonly Evidence[];
  readonly quietFor: readonly Evidence[];
  readonly missed: readonly Evidence[];
}

/** What became of a written one in its agent's sessions since. */
export interface SkillUse {
  readonly writtenAtMs: EpochMs;
  /** When its words were last changed. */
  readonly wordedAtMs: EpochMs;
  /** Sessions since it was written: that loaded it; that did such work; that did such work and did not load it. */
  readonly loaded: number;
  readonly work: number;
  readonly missed: number;
  /** Sessions that loaded it, by week, the newest last, at most 26. */
  readonly weeks: readonly number[];
}

/**
 * offered      tonight's one operation      later     it comes with another night
 * failed-trial it would fire too seldom, or in other work
 * standing     it lies there as we wrote it    yours   somebody else's file has that name: it is never touched
 * turned-down  its owner said no               retired it went because no session loaded it
 */
export type SkillState =
  'offered' | 'later' | 'failed-trial' | 'standing' | 'yours' | 'turned-down' | 'retired';

/**
 * recurs        a way of working came back often enough
 * rules-changed its playbook says something else by now
 * never-loaded  it lay there for a month or more and no session loaded it: other words, and after those its retirement
 * rules-gone    what it said went out of memory
 */
export type SkillCause = 'recurs' | 'rules-changed' | 'never-loaded' | 'rules-gone';

export interface Skill {
  readonly name: string;
  /** Whose sessions load it. */
  readonly agent: LocalAgent;
  /** Below the home folder. */
  readonly path: string;
  readonly operation: 'create' | 'update' | 'retire' | 'none';
  readonly state: SkillState;
  /** Why the operation; null where there is none. */
  readonly cause: SkillCause | null;
  /** Rules that were held against work that went badly, or steps that came in the same order again and again. */
  readonly from: 'playbook' | 'routine';
  readonly project: string;
  readonly task: string;
  /** The whole file as it would be; empty for one that would go. */
  readonly text: string;
  /** What lies there now, where it is ours; null for nothing. */
  readonly standing: string | null;
  /** Null for one that would go, and for one that only stands there. */
  readonly trial: SkillTrial | null;
  /** Null where it was never written. */
  readonly use: SkillUse | null;
  /** The apply that wrote it last, for `filesUndo`; null where it was never written. */
  readonly apply: number | null;
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface SkillAnswers {
  /** At most one is offered. */
  skills(): Answer<readonly Skill[]>;
  /** Writes the one that is offered, in other words where `text` gives them; `filesUndo` takes it back. */
  skillWrite(name: string, text?: string | null): Answer<FilesReceipt>;
  /** It is not offered again in these words. */
  skillReject(name: string): Answer<readonly Skill[]>;
}
