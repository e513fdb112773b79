// The receipt of one entry: what was counted, said in the house's words. Pure.
import type { Signal } from '../../../shared/dream.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt, MemoryReceipts, RepeatCurve, RepeatSummary } from '../../../shared/receipts.ts';
import { sessionId, type EpochMs } from '../../../shared/ids.ts';
import { gistOf, isOpposed, overlapOf, type Gist } from '../deep/sameness.ts';
import type { SessionTimes } from '../store/project-sessions.ts';
import type { EntryFeedback } from '../store/servings.ts';
import { lineText } from '../writeback/entry-line.ts';
import { estimateTokens } from '../writeback/tokens.ts';
import { repeatCurve } from './curve.ts';
import type { Had } from './exposure.ts';
import { pooledRatio } from './rate-ratio.ts';

export interface Counted {
  readonly entry: MemoryEntry;
  /** All of them, oldest first. */
  readonly sessions: readonly SessionTimes[];
  readonly had: Had;
  readonly feedback: readonly EntryFeedback[];
  /** Where it was said, or failed, or was done. */
  readonly occurrences: readonly Evidence[];
  /** What a person put right in any session. */
  readonly corrections: readonly {
    readonly session: string;
    readonly evidence: readonly Evidence[];
    readonly signal: Signal;
    /** What it says, read when it is first asked for: most entries are held against most corrections. */
    readonly said: () => Gist;
  }[];
  /** Sessions whose commands use what it names; null where none ever did. */
  readonly usedIn: ReadonlySet<string> | null;
  readonly nowMs: EpochMs;
  /** Curves of what did not have to be said again: a file's lines share theirs, and so does what lies in memory. */
  readonly unsaid: Readonly<Record<MemoryEntry['origin'], Map<Had, RepeatCurve>>>;
}

const rentDays = 30;
const dayMs = 86_400_000;
const evidenceMax = 10;

const sessionOf = ({ agent, session }: Evidence): string => sessionId(agent, session);

export function receiptOf(counted: Counted): EntryReceipt {
  const { entry, nowMs, feedback } = counted;
  const { had } = counted;
  const hadIn = had.ids;
  const tokens = estimateTokens(`- ${lineText(entry.text)}`);
  const since = had.sinceMs ?? Infinity;
  const isMistake = entry.kind !== 'workflow' && entry.kind !== 'playbook';
  const later = counted.occurrences.filter((one) => hadIn.has(sessionOf(one)) && (one.atMs ?? 0) >= since);
  const opposed = oppositions(counted, hadIn, since);
  const owners = feedback.filter(({ by }) => by === 'you').at(-1)?.verdict;
  const isCalledWrong = owners === 'wrong';
  const ofAgents = (verdict: EntryFeedback['verdict']): number =>
    feedback.filter((one) => one.by === 'agent' && one.verdict === verdict).length;
  return {
    id: entry.id,
    text: entry.text,
    kind: entry.kind,
    scope: entry.scope,
    tokens,
    loaded: had.loaded.length,
    handedOut: had.handedOut,
    applied: appliedIn(counted, had, isMistake ? [] : later),
    violated: isMistake ? distinct(later.map(sessionOf)) : 0,
    helped: ofAgents('helped') + (owners === 'helped' ? 1 : 0),
    harmed: ofAgents('wrong') + (isCalledWrong ? 1 : 0) + distinct(opposed.map(sessionOf)),
    isCalledWrong,
    rentTokens: tokens * loadsSince(had, nowMs - rentDays * dayMs),
    curve: isMistake ? curveOf(counted, had) : null,
    evidence: [...opposed, ...(isMistake ? later : [])]
      .toSorted((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0))
      .slice(0, evidenceMax),
  };
}

const distinct = (all: readonly string[]): number => new Set(all).size;

const loadsSince = (had: Had, sinceMs: number): number =>
  had.loaded.filter(({ firstAtMs }) => (firstAtMs ?? 0) >= sinceMs).length;

/** A way of working is applied where it was done again; what names a tool, where commands used it. */
function appliedIn(counted: Counted, had: Had, doneAgain: readonly Evidence[]): number | null {
  if (counted.entry.kind === 'workflow' || counted.entry.kind === 'playbook')
    return distinct(doneAgain.map(sessionOf));
  const { usedIn } = counted;
  return usedIn === null ? null : had.sessions.filter(({ id }) => usedIn.has(id)).length;
}

// As much of its words must be the same for a "no" to be about it.
const sameSubjectMin = 0.5;

/** Corrections in sessions that had it and that say the opposite. */
function oppositions(counted: Counted, hadIn: ReadonlySet<string>, sinceMs: number): readonly Evidence[] {
  const about = counted.corrections.filter(
    ({ session, signal }) => hadIn.has(session) && (signal.atMs ?? 0) >= sinceMs,
  );
  if (about.length === 0) return [];
  const gist = gistOf(counted.entry.text);
  return about
    .filter(({ said }) => overlapOf(gist, said()) >= sameSubjectMin && isOpposed(gist, said()))
    .flatMap(({ evidence }) => evidence);
}

/** What was never said again has one curve with all that was before the same agents for as long. */
function curveOf({ entry, sessions, occurrences, nowMs, unsaid }: Counted, had: Had): RepeatCurve {
  const known = occurrences.length === 0 ? unsaid[entry.origin].get(had) : undefined;
  if (known !== undefined) return known;
  const curve = repeatCurve({
    scope: entry.scope,
    had,
    sessions,
    occurredIn: new Set(occurrences.map(sessionOf)),
    isOlderThanUs: entry.origin === 'file',
    nowMs,
  });
  if (occurrences.length === 0) unsaid[entry.origin].set(had, curve);
  return curve;
}

/** What is told of all rules together. */
export function summaryOf(receipts: readonly EntryReceipt[]): RepeatSummary {
  const curves = receipts
    .flatMap(({ curve }) => curve ?? [])
    .filter(({ verdict }) => verdict !== 'never-served' && verdict !== 'no-before');
  const told = curves.filter(({ verdict }) => verdict !== 'too-early');
  const sum = (side: 'before' | 'after') => ({
    sessions: told.reduce((n, curve) => n + curve[side].sessions, 0),
    occurrences: told.reduce((n, curve) => n + curve[side].occurrences, 0),
  });
  const count = (verdict: string): number => curves.filter((curve) => curve.verdict === verdict).length;
  return {
    rules: curves.length,
    tooEarly: count('too-early'),
    helps: count('helps'),
    worse: count('worse'),
    before: sum('before'),
    after: sum('after'),
    ...pooledRatio(told),
  };
}

export const memoryReceipts = (
  receipts: readonly EntryReceipt[],
  countedAtMs: EpochMs | null,
): MemoryReceipts => ({
  countedAtMs,
  receipts,
  summary: summaryOf(receipts),
  rentTokens: receipts.reduce((sum, one) => sum + one.rentTokens, 0),
});
