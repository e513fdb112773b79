// Blast radius: from a session, a source or an entry, all that descends from it. Purging is forgetting it: the same plan
// finds it, so that what is shown is what would go.
import type { Failure } from '../../../shared/engine.ts';
import { asEntryId, type EntryId } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import { changeStates } from '../../../shared/proposal.ts';
import type { BlastRadius } from '../../../shared/quarantine.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { planForgetting, type ForgettingPlan } from '../forgetting/plan.ts';
import type { ReadableDb } from '../store/db.ts';
import { entriesInFiles, filesReached, servingsOf, versionsHolding } from '../store/descent.ts';
import { currentMemory } from '../store/memory.ts';
import { standingChanges } from '../store/proposals.ts';
import { quarantine } from './quarantine-desk.ts';

export interface BlastNeeds {
  readonly db: ReadableDb;
  readonly shown: (path: string) => string;
}

interface Roots {
  readonly sessions: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  readonly entries: ReadonlySet<EntryId>;
}

const rootsOf = (plan: ForgettingPlan): Roots => ({
  sessions: new Set(plan.sessions.map(({ agent, nativeId }) => `${agent}:${nativeId}`)),
  files: new Set(plan.memoryFiles),
  entries: plan.entries,
});

const isFrom = ({ sessions, files }: Roots, { agent, session }: Evidence): boolean =>
  sessions.has(`${agent}:${session}`) || files.has(session);

/** Entries that a closed one was merged into say it on: they descend from it as well. */
function descends(entry: MemoryEntry, roots: Roots, quotes: ReadonlySet<string>): boolean {
  if (roots.entries.has(entry.id)) return true;
  if (entry.evidence.some((one) => isFrom(roots, one))) return true;
  return entry.evidence.some(({ session, turn, quote }) => quotes.has(`${session}|${String(turn)}|${quote}`));
}

/** A purge writes no agent's file: what it closes leaves them with the next Apply, which its owner sees first. */
function linesThatWouldGo(db: ReadableDb, found: BlastRadius['entries']): BlastRadius['fileLines'] {
  const going = new Map<string, string>(
    found.filter(({ isAlone, status }) => isAlone && status === 'active').map(({ id, text }) => [id, text]),
  );
  const ids = [...going.keys()].map(asEntryId);
  return [...entriesInFiles(db, ids)].map(([path, entries]) => ({
    path,
    texts: entries.flatMap((id) => going.get(id) ?? []),
  }));
}

export function blastRadius(
  { db, shown }: BlastNeeds,
  target: BlastRadius['target'],
): Result<BlastRadius, Failure> {
  const plan = planForgetting(
    { db, shown },
    target.kind === 'source' ? { kind: 'source', place: target.id } : { kind: target.kind, id: target.id },
  );
  if (!plan.ok) return plan;
  const roots = rootsOf(plan.value);
  const all = currentMemory(db).entries;
  const named = all.filter(({ id }) => roots.entries.has(id)).flatMap(({ evidence }) => evidence);
  const quotes = new Set(named.map(({ session, turn, quote }) => `${session}|${String(turn)}|${quote}`));
  const entries = all.filter((entry) => descends(entry, roots, quotes));
  const ids = entries.map(({ id }) => id);
  const known = new Set<string>(ids);
  const changes = standingChanges(db, changeStates).filter(
    ({ change }) =>
      change.after !== null &&
      (known.has(change.after.id) || change.after.evidence.some((one) => isFrom(roots, one))),
  );
  const natives = new Set(plan.value.sessions.map(({ nativeId }) => nativeId));
  const found = entries.map((entry) => {
    const own = entry.evidence.filter((one) => isFrom(roots, one) || roots.entries.has(entry.id));
    const isAlone = own.length === entry.evidence.length;
    return { id: entry.id, text: entry.text, status: entry.status, isAlone, quotes: own.length };
  });
  return ok({
    target,
    sessions: [...natives],
    memoryFiles: plan.value.memoryFiles,
    entries: found,
    fileLines: linesThatWouldGo(db, found),
    changes: changes.map(({ change, state }) => ({ id: change.id, title: change.title, state })),
    versions: versionsHolding(db, ids),
    files: filesReached(db, ids),
    servings: servingsOf(db, ids),
    setAside: quarantine(db).filter(({ session }) => natives.has(session) || roots.files.has(session)).length,
  });
}
