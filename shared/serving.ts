// What can be asked about what agents are served, and what comes of it.
import type { BriefingView } from './briefing.ts';
import type { Failure } from './engine.ts';
import type { MemoryReceipts } from './receipts.ts';
import type { Result } from './result.ts';

type Answer<T> = Promise<Result<T, Failure>>;

export interface ServingAnswers {
  /** Projects that have a briefing, the one laid out last first. */
  briefedProjects(): Answer<readonly string[]>;
  /** The newest of a project, looked over now. Null: of the project that was laid out last. */
  briefing(project: string | null): Answer<BriefingView>;
  /** As the newest night counted them, of entries that are still active; the costliest first. */
  memoryReceipts(): Answer<MemoryReceipts>;
  /** The owner's own word on an entry, by its id or the beginning of one. `taken-back`: no word any more. */
  entryFeedback(id: string, verdict: 'helped' | 'wrong' | 'taken-back'): Answer<null>;
}
