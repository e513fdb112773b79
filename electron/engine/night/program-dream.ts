// A night that a program asked for. It goes like any other, over the sessions that were named, and proposes to the person's
// memory for their review; besides, the same themes are held against the memory store that was named, and what comes of
// that is written into a copy of it, or into the store itself where the program wished so.
import type { ApiDreamWrite } from '../../../shared/dreams-api.ts';
import { ownStoreId, sessionOfDream } from '../../../shared/dreams-api.ts';
import type { SessionSignals, Theme } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import { versionNumber, type EpochMs, type NightId, type SessionId } from '../../../shared/ids.ts';
import type { MemoryVersion } from '../../../shared/memory.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decide, type DeepInput } from '../deep/deep.ts';
import { sessionsFor } from '../memory-stores/dreams.ts';
import { ownMemories } from '../memory-stores/own-store.ts';
import { allowedRepeats, allowedVerdicts, obey } from '../proposal/obey.ts';
import { propose } from '../proposal/propose.ts';
import { beginDream, dreamById, endDream, type StoredDream } from '../store/api-dreams.ts';
import { addMemory, addStore, memoriesListed, storeById } from '../store/api-stores.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { refusedChangeIds } from '../store/proposals.ts';
import { guard } from './guards.ts';
import { documentEntries, writeChanges, type Document } from './program-documents.ts';

export interface ProgramDream {
  readonly dream: StoredDream;
  readonly sessions: readonly SessionId[];
  readonly sessionId: string;
  /** The row of the store that is written into; null for the person's own memory, into which nothing is written unseen. */
  readonly output: number | null;
}

const everything = { prefix: '', after: '', limit: 1_000_000 };

export const documentsIn = (db: WritableDb, store: number): readonly Document[] =>
  memoriesListed(db, store, everything);

/** Makes the copy that it will write into, and marks it as running. */
export function beginProgramDream(
  db: WritableDb,
  dreamId: string,
  night: NightId,
  nowMs: EpochMs,
): Result<ProgramDream, Failure> {
  return inTransaction<ProgramDream, Failure>(db, () => {
    const dream = dreamById(db, dreamId);
    if (dream === null) return err(gone('The dream that was asked for'));
    const sessions = sessionsFor(db, dream.sessionIds);
    if (!sessions.ok) return err(gone('A session that it was to read'));
    const isOwn = dream.storeId === ownStoreId;
    const input = isOwn ? null : storeById(db, dream.storeId);
    if (!isOwn && (input === null || input.archivedAtMs !== null))
      return err(gone('The memory store that it was to read'));
    const sessionId = sessionOfDream(dream.id);
    const by = { kind: 'session', id: sessionId } as const;
    let output = dream.isInPlace ? (input?.number ?? null) : null;
    let outputId = dream.storeId;
    if (!dream.isInPlace) {
      const name = input === null ? 'Slowwave' : input.name;
      const description = `What dream ${dream.id} made of ${dream.storeId}.`;
      const made = addStore(db, { name, description, metadata: input?.metadata ?? {} }, nowMs);
      for (const { path, content } of input === null ? ownMemories(db) : documentsIn(db, input.number))
        addMemory(db, { store: made.number, path, content, by, nowMs });
      output = made.number;
      outputId = made.id;
    }
    beginDream(db, dream.id, { outputId, sessionId, night });
    return ok({ dream, sessions: sessions.value, sessionId, output });
  });
}

export interface ProgramOutcome extends Omit<DeepInput, 'entries'> {
  readonly night: NightId;
  readonly themes: readonly Theme[];
  readonly sessions: readonly SessionSignals[];
  readonly isWoken: boolean;
  /** What the night proposes to the person's own memory. */
  readonly own: { readonly proposal: Proposal; readonly base: MemoryVersion };
  readonly wallMs: EpochMs;
}

/** Within the night's last transaction: all of it or nothing. */
export function endProgramDream(
  db: WritableDb,
  program: ProgramDream,
  outcome: ProgramOutcome,
): readonly ApiDreamWrite[] {
  const { dream, sessionId, output } = program;
  const nowMs = outcome.wallMs;
  const written =
    output === null
      ? []
      : writeChanges(db, {
          ...(dream.storeId === ownStoreId
            ? { changes: outcome.own.proposal.changes, entries: ownEntries(outcome) }
            : changesFor(db, output, outcome)),
          store: output,
          by: { kind: 'session', id: sessionId },
          nowMs,
        });
  const status = outcome.isWoken ? 'canceled' : 'completed';
  endDream(db, dream.id, { status, error: null, nowMs });
  return written;
}

const ownEntries = ({ own }: ProgramOutcome) =>
  own.base.entries
    .filter(({ status }) => status === 'active')
    .map((entry) => ({ entry, path: null, line: null }));

/** The same themes against what that store says. Its owner's word to us holds there as well. */
function changesFor(db: WritableDb, store: number, outcome: ProgramOutcome) {
  const { night, nowMs, word } = outcome;
  const entries = documentEntries(documentsIn(db, store), outcome.wallMs);
  const base: MemoryVersion = {
    number: versionNumber(0),
    parent: null,
    author: 'agent',
    reason: '',
    nightId: null,
    changeIds: [],
    createdAtMs: nowMs,
    entries: entries.map(({ entry }) => entry),
  };
  const decided = decide({ ...outcome, entries: base.entries });
  const proposal = propose({
    nightId: night,
    nowMs,
    base,
    verdicts: word === undefined ? decided.verdicts : allowedVerdicts(decided.verdicts, word),
    repeats: word === undefined ? decided.repeats : allowedRepeats(decided.repeats, word),
  });
  const { sessions } = outcome;
  const obeyed =
    word === undefined ? proposal : obey({ proposal, base, word, refused: refusedChangeIds(db) });
  const guarded = guard(obeyed.changes, {
    entries: base.entries,
    sessions,
    verdicts: decided.verdicts,
    nowMs,
  });
  return { changes: guarded.changes, entries };
}

const gone = (what: string): Failure => ({
  kind: 'not-found',
  happened: `${what} is not there any more.`,
  safe: 'Nothing was dreamt.',
  todo: 'Ask for another dream.',
});
