// Ways of working as files that agents load by themselves (SKILL.md): what would be written, on what trial, and where it
// stands. Written by decision alone.
import type { FilesReceipt } from './agent-files.ts';
import type { Failure } from './engine.ts';
import type { Evidence } from './memory.ts';
import type { Result } from './result.ts';

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

/**
 * offered      tonight's one operation      later     it comes with another night
 * failed-trial it would fire too seldom, or in other work
 * standing     it lies there as we wrote it    yours   somebody else's file has that name: it is never touched
 * turned-down  its owner said no
 */
export type SkillState = 'offered' | 'later' | 'failed-trial' | 'standing' | 'yours' | 'turned-down';

export interface Skill {
  readonly name: string;
  /** Below the home folder. */
  readonly path: string;
  readonly operation: 'create' | 'update' | 'retire' | 'none';
  readonly state: SkillState;
  readonly project: string;
  readonly task: string;
  /** The whole file; empty for one that would go. */
  readonly text: string;
  /** Null for one that would go. */
  readonly trial: SkillTrial | null;
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface SkillAnswers {
  /** At most one is offered. */
  skills(): Answer<readonly Skill[]>;
  /** Writes the one that is offered; `filesUndo` takes it back. */
  skillWrite(name: string): Answer<FilesReceipt>;
  /** It is not offered again in these words. */
  skillReject(name: string): Answer<readonly Skill[]>;
}
