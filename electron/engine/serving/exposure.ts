// Which sessions had an entry in front of them: while it stood in a memory file that their agent loads, or because they
// asked for it.
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import type { MemoryEntry, Scope } from '../../../shared/memory.ts';
import type { AgentKind } from '../../../shared/transcript.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import type { BlockWrite } from '../store/file-writes.ts';
import type { SessionTimes } from '../store/project-sessions.ts';
import type { Serving } from '../store/servings.ts';

/** From the one moment to the other, sessions of this agent loaded the entry, where it is meant for them. */
export interface Loading {
  readonly entryId: EntryId;
  readonly agent: AgentKind;
  readonly fromMs: number;
  /** Null: still. */
  readonly untilMs: number | null;
}

/** What our block in a file held, write by write. An undo brings back what stood before the write that it undoes. */
export function loadingsOfWrites(writes: readonly BlockWrite[]): readonly Loading[] {
  const loadings: Loading[] = [];
  for (const [, ofPath] of Map.groupBy(writes, (write) => write.path)) {
    const before = new Map<number, ReadonlySet<EntryId>>();
    let standing: ReadonlySet<EntryId> = new Set();
    const since = new Map<EntryId, number>();
    for (const { apply, undoes, agent, entryIds, atMs } of ofPath) {
      const next = undoes === null ? new Set(entryIds) : (before.get(undoes) ?? new Set(entryIds));
      before.set(apply, standing);
      for (const entryId of standing) {
        const fromMs = since.get(entryId);
        if (next.has(entryId) || fromMs === undefined) continue;
        loadings.push(...forAgent(agent, { entryId, fromMs, untilMs: atMs }));
        since.delete(entryId);
      }
      for (const entryId of next) if (!since.has(entryId)) since.set(entryId, atMs);
      standing = next;
    }
    const agent = ofPath.at(-1)?.agent ?? 'other';
    for (const [entryId, fromMs] of since)
      loadings.push(...forAgent(agent, { entryId, fromMs, untilMs: null }));
  }
  return loadings;
}

const forAgent = (agent: string, loading: Omit<Loading, 'agent'>): readonly Loading[] => {
  const reader = agentKinds.find((one) => one === agent);
  return reader === undefined ? [] : [{ ...loading, agent: reader }];
};

/** A line of a memory file is loaded by its agent since we first saw it, or longer. */
export const loadingsOfPlaces = (entry: MemoryEntry): readonly Loading[] =>
  [...new Set(entry.places.map((place) => place.agent))].map((agent) => ({
    entryId: entry.id,
    agent,
    fromMs: entry.validity.knownFromMs,
    untilMs: entry.validity.retiredAtMs,
  }));

export function isInScope(scope: Scope, session: Pick<SessionTimes, 'agent' | 'project'>): boolean {
  if (scope === 'global') return true;
  if (scope.startsWith('project:')) return session.project === scope.slice('project:'.length);
  return session.agent === scope.slice('agent:'.length);
}

const isLoadedBy = ({ agent, fromMs, untilMs }: Loading, session: SessionTimes): boolean => {
  const atMs = session.firstAtMs ?? 0;
  return session.agent === agent && atMs >= fromMs && (untilMs === null || atMs < untilMs);
};

// An agent that asks is in the session that it began last; longer ones than half a day are seldom one sitting.
const sittingMs = 12 * 3_600_000;

/** The session in which an agent asked; null where none fits. */
function sessionAsking(serving: Serving, sessions: readonly SessionTimes[]): SessionTimes | null {
  return (
    sessions.findLast(
      ({ agent, project, firstAtMs }) =>
        agent === serving.agent &&
        project === serving.project &&
        (firstAtMs ?? 0) <= serving.atMs &&
        serving.atMs - (firstAtMs ?? 0) <= sittingMs,
    ) ?? null
  );
}

export interface Had {
  /** Of `sessions`. */
  readonly ids: ReadonlySet<string>;
  /** Sessions that had it, oldest first, however they came by it. */
  readonly sessions: readonly SessionTimes[];
  /** Of those, the ones that loaded it from a file. */
  readonly loaded: readonly SessionTimes[];
  readonly handedOut: number;
  /** Null: no agent was ever given it. */
  readonly sinceMs: EpochMs | null;
  /** Agents that were given it: what others do tells nothing of it. */
  readonly agents: ReadonlySet<AgentKind>;
}

/** `sessions`: all of them, oldest first. */
export function whoHad(
  entry: Pick<MemoryEntry, 'id' | 'scope'>,
  loadings: readonly Loading[],
  servings: readonly Serving[],
  sessions: readonly SessionTimes[],
): Had {
  const loaded = sessions.filter(
    (session) => isInScope(entry.scope, session) && loadings.some((one) => isLoadedBy(one, session)),
  );
  const asking = new Set(servings.flatMap((serving) => sessionAsking(serving, sessions)?.id ?? []));
  const ids = new Set<string>([...loaded.map(({ id }) => id), ...asking]);
  const starts = [...loadings.map((one) => one.fromMs), ...servings.map((one) => one.atMs)];
  return {
    ids,
    sessions: sessions.filter(({ id }) => ids.has(id)),
    loaded,
    handedOut: servings.length,
    sinceMs: starts.length === 0 ? null : (Math.min(...starts) as EpochMs),
    agents: new Set([
      ...loadings.map((one) => one.agent),
      ...servings.flatMap((one) => (one.agent === null ? [] : [one.agent])),
    ]),
  };
}

/** As `whoHad`, reckoned once for all lines of a file: they come and go with it, and nobody asks for most of them. */
export function createWhoHad(
  sessions: readonly SessionTimes[],
): (...of: [Parameters<typeof whoHad>[0], readonly Loading[], readonly Serving[]]) => Had {
  const known = new Map<string, Had>();
  return (entry, loadings, servings) => {
    if (servings.length > 0) return whoHad(entry, loadings, servings, sessions);
    const spans = loadings.map(({ agent, fromMs, untilMs }) => [agent, fromMs, untilMs]);
    const key = JSON.stringify([entry.scope, spans]);
    const had = known.get(key) ?? whoHad(entry, loadings, servings, sessions);
    known.set(key, had);
    return had;
  };
}
