// How work of one kind goes well in a project: rules learned from sessions that went well and badly, each with its
// sources and its counts.
import type { Failure } from './engine.ts';
import type { ChangeId, EntryId } from './ids.ts';
import type { Evidence } from './memory.ts';
import type { Result } from './result.ts';

/**
 * in-memory   its owner let it in              waiting   proposed, and not decided
 * turned-down its owner said no                held      counted, and not proposed yet
 */
export type RuleStanding = 'in-memory' | 'waiting' | 'turned-down' | 'held';

export interface PlaybookRule {
  readonly id: EntryId;
  /** step: run it first. pitfall: leave it out. check: what tells whether it went well. */
  readonly part: 'step' | 'pitfall' | 'check';
  readonly text: string;
  readonly standing: RuleStanding;
  readonly changeId: ChangeId | null;
  /** Sessions that did so and went well, and badly; for a check: that found something, and that missed it. */
  readonly helpful: number;
  readonly harmful: number;
  /** Sessions that did not, and went well, and badly. */
  readonly withoutWell: number;
  readonly withoutBadly: number;
  /** Sessions in which it alone turned a failure into a success. */
  readonly turned: number;
  /** 0 to 1: how likely the difference is luck (Fisher's exact test, times the rules looked at). Null for a check. */
  readonly luck: number | null;
  readonly isSure: boolean;
  readonly sources: readonly Evidence[];
}

export interface Playbook {
  readonly id: string;
  readonly project: string;
  /** The command that does the work. */
  readonly task: string;
  /** Sessions, by how the first attempt in each went. */
  readonly wentWell: number;
  readonly wentBadly: number;
  /** How it was asked for, in the person's words. */
  readonly asked: readonly Evidence[];
  /** What is usually run before it where it goes well, in order, with the number of sessions. */
  readonly usual: readonly { readonly step: string; readonly sessions: number }[];
  readonly rules: readonly PlaybookRule[];
  /** What its owner said after such work and memory keeps. */
  readonly owners: readonly {
    readonly id: EntryId;
    readonly text: string;
    readonly sources: readonly Evidence[];
  }[];
  /** All of it, for reading and for carrying elsewhere. */
  readonly markdown: string;
}

type Answer<T> = Promise<Result<T, Failure>>;

export interface PlaybookAnswers {
  /** Those with a rule that memory holds, that waits, or that was turned down; by project and task. */
  playbooks(): Answer<readonly Playbook[]>;
}
