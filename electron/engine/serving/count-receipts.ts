// Counts, at night, what became of each entry since agents were given it. Reads the store; what a count means is told in
// receipts.ts.
import type { SessionSignals, Signal, Verdict } from '../../../shared/dream.ts';
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { isDoneByTools, type Evidence, type MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';
import { gistOf } from '../deep/sameness.ts';
import { sessionsRunning } from '../store/commands-used.ts';
import type { ReadableDb } from '../store/db.ts';
import { blockWrites, servedEntries } from '../store/file-writes.ts';
import { sessionTimes } from '../store/project-sessions.ts';
import { allEntryFeedback, allServings } from '../store/servings.ts';
import { createWhoHad, loadingsOfPlaces, loadingsOfWrites } from './exposure.ts';
import { evidenceOfSignal } from './material.ts';
import { receiptOf, type Counted } from './receipts.ts';

/** What a person said again word for word after memory had given it out: no new evidence, but it had to be said. */
export interface Echo {
  readonly lineHash: string;
  readonly from: SessionSignals;
  readonly signal: Signal;
}

export interface CountingReceipts {
  readonly db: ReadableDb;
  readonly nowMs: EpochMs;
  readonly signals: readonly SessionSignals[];
  readonly echoes: readonly Echo[];
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly MemoryEntry[];
}

/** Of every active entry. */
export function countReceipts(counting: CountingReceipts): readonly EntryReceipt[] {
  const { db, nowMs, signals } = counting;
  const entries = counting.entries.filter((entry) => entry.status === 'active');
  const sessions = sessionTimes(db).filter(({ firstAtMs }) => (firstAtMs ?? 0) <= nowMs);
  const loadings = Map.groupBy(loadingsOfWrites(blockWrites(db)), (one) => one.entryId);
  const servings = allServings(db);
  const feedback = Map.groupBy(allEntryFeedback(db), (one) => one.entryId);
  const occurrences = occurrencesOf(counting, entries);
  const corrections = signals.flatMap((from) =>
    from.signals
      .filter((signal) => signal.origin === 'person' && signal.afterSlip)
      .map((signal) => ({
        session: from.session,
        evidence: evidenceOfSignal(from, signal),
        signal,
        said: once(() => gistOf(signal.text, signal.language)),
      })),
  );
  const running = askedOnce((program) => sessionsRunning(db, program));
  const whoHad = createWhoHad(sessions);
  const unsaid: Counted['unsaid'] = { file: new Map(), dream: new Map() };
  return entries.map((entry) => {
    const loadedBy = [...(loadings.get(entry.id) ?? []), ...loadingsOfPlaces(entry)];
    const handedOut = servings.filter((serving) => serving.entryIds.includes(entry.id));
    const counted: Counted = {
      entry,
      sessions,
      had: whoHad(entry, loadedBy, handedOut),
      unsaid,
      feedback: feedback.get(entry.id) ?? [],
      occurrences: occurrences.get(entry.id) ?? [],
      corrections,
      usedIn: usedIn(entry, running),
      nowMs,
    };
    return receiptOf(counted);
  });
}

/** Works when it is first asked, and remembers. */
function once<T extends object>(work: () => T): () => T {
  let done: T | null = null;
  return () => (done ??= work());
}

/** Each saying of an entry's theme, and each echo of its line. */
function occurrencesOf(
  { db, verdicts, echoes }: CountingReceipts,
  entries: readonly MemoryEntry[],
): ReadonlyMap<EntryId, readonly Evidence[]> {
  const byText = new Map(entries.map((entry) => [entry.text, entry.id]));
  const found = new Map<EntryId, Evidence[]>();
  const add = (id: EntryId, evidence: readonly Evidence[]): void => {
    found.set(id, [...(found.get(id) ?? []), ...evidence]);
  };
  for (const { theme, knownAs } of verdicts) {
    const id = knownAs ?? byText.get(theme.text);
    if (id !== undefined && id !== null) add(id, theme.evidence);
  }
  const servedAs = servedEntries(db);
  for (const { lineHash, from, signal } of echoes) {
    const id = servedAs.get(lineHash);
    if (id !== undefined) add(id, evidenceOfSignal(from, signal));
  }
  return found;
}

// A rule names one program or two; a longer line is no rule about programs.
const wordsMax = 12;

type SessionsRunning = (program: string) => readonly string[];

/** Most entries share their words: each is asked for once a night, not once an entry. */
function askedOnce(ask: SessionsRunning): SessionsRunning {
  const known = new Map<string, readonly string[]>();
  return (program) => {
    const found = known.get(program) ?? ask(program);
    known.set(program, found);
    return found;
  };
}

/** Sessions that ran a program which the entry wants ("use pnpm"). Null where no session ever ran one. */
function usedIn({ text, kind }: MemoryEntry, running: SessionsRunning): ReadonlySet<string> | null {
  if (isDoneByTools(kind)) return null;
  const { terms, negated } = gistOf(text);
  const wanted = [...terms].filter((word) => !negated.has(word) && /^[a-z][a-z0-9_-]{1,30}$/u.test(word));
  const used = new Set(wanted.slice(0, wordsMax).flatMap(running));
  return used.size === 0 ? null : used;
}
