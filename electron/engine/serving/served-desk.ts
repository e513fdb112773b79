// Answers the owner's questions about what agents are served.
import type { BriefingView } from '../../../shared/briefing.ts';
import type { Failure } from '../../../shared/engine.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { MemoryReceipts } from '../../../shared/receipts.ts';
import type { ServingAnswers } from '../../../shared/serving.ts';
import { briefedProjects, newestBriefing } from '../store/briefings.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { entryReceipts } from '../store/entry-receipts.ts';
import { newestNight } from '../store/nights.ts';
import { putEntryFeedback } from '../store/servings.ts';
import { entryNamed } from './entry-named.ts';
import { viewBriefing } from './fresh.ts';
import { memoryReceipts } from './receipts.ts';
import { quoted } from './wording.ts';

export interface ServedNeeds {
  /** Opens the store for one question; makes none. */
  readonly now: () => EpochMs;
  readonly ask: <T>(question: (db: WritableDb) => Result<T, Failure>) => Promise<Result<T, Failure>>;
}

export const createServedDesk = ({ ask, now }: ServedNeeds): ServingAnswers => ({
  briefedProjects: () => ask((db) => ok(briefedProjects(db))),
  briefing: (project) => ask((db) => briefingOf(db, project)),
  memoryReceipts: () => ask((db) => ok(receiptsNow(db))),
  entryFeedback: (id, verdict) =>
    ask((db) => {
      const entry = entryNamed(db, id);
      if (!entry.ok) return entry;
      putEntryFeedback(db, {
        entryId: entry.value,
        verdict,
        by: 'you',
        client: 'slowwave',
        project: null,
        atMs: now(),
      });
      return ok(null);
    }),
});

function receiptsNow(db: ReadableDb): MemoryReceipts {
  const active = new Set<string>(
    currentMemory(db).entries.flatMap(({ id, status }) => (status === 'active' ? [id] : [])),
  );
  const receipts = entryReceipts(db)
    .filter(({ id }) => active.has(id))
    .toSorted((a, b) => b.rentTokens - a.rentTokens || (a.id < b.id ? -1 : 1));
  return memoryReceipts(receipts, receipts.length === 0 ? null : (newestNight(db)?.receipt.nowMs ?? null));
}

/** Null: the one laid out last. */
export function briefingOf(db: ReadableDb, project: string | null): Result<BriefingView, Failure> {
  const wanted = project ?? briefedProjects(db)[0] ?? null;
  const briefing = wanted === null ? null : newestBriefing(db, wanted);
  if (briefing !== null) return ok(viewBriefing(db, briefing));
  return err({
    kind: 'not-found',
    happened:
      wanted === null
        ? 'No briefing was laid out yet.'
        : `There is no briefing for ${quoted(wanted)}: nights lay one out for projects that were worked in during the last month.`,
    safe: 'Nothing was changed.',
    todo: 'A night lays them out; search finds what was said before.',
  });
}
