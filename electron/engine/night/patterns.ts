// What repeats over weeks: mistakes that come again, tastes that several agents were told, lines that contradict one
// another, and what is no longer so. Read from the newest night's verdicts; nothing is judged anew.
import type { Pattern, PatternCharts } from '../../../shared/contract.ts';
import type { Theme, Verdict } from '../../../shared/dream.ts';
import { contentHash, epochMs, type ChangeId, type EntryId, type EpochMs } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { RepeatCurve } from '../../../shared/receipts.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import { openConflicts } from '../conflicts/settle.ts';
import type { ReadableDb } from '../store/db.ts';
import { entryReceipts } from '../store/entry-receipts.ts';
import { currentMemory } from '../store/memory.ts';
import { mutedPatterns } from '../store/muted-patterns.ts';
import { newestNight } from '../store/nights.ts';
import { heldDecisions, standingChanges, type StandingChange } from '../store/proposals.ts';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const weeksMax = 26;
/** Two slips are a pattern; one is an accident. */
const slipsMin = 2;

interface Looking {
  readonly db: ReadableDb;
  readonly nowMs: EpochMs;
  readonly days: number;
  readonly sinceMs: number;
  readonly waiting: readonly StandingChange[];
  readonly entries: readonly MemoryEntry[];
  readonly curves: ReadonlyMap<EntryId, RepeatCurve>;
  readonly muted: ReadonlySet<string>;
}

/** A pattern, and all that was said of it in the days that are looked at. */
interface Proven {
  readonly pattern: Pattern;
  readonly evidence: readonly Evidence[];
}

/** The strongest first within each kind. */
export const patternsOf = (db: ReadableDb, nowMs: EpochMs, days: number): readonly Pattern[] =>
  provenPatterns(db, nowMs, days)
    .map(({ pattern }) => pattern)
    .toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || b.times - a.times);

function provenPatterns(db: ReadableDb, nowMs: EpochMs, days: number): readonly Proven[] {
  const looking: Looking = {
    db,
    nowMs,
    days,
    sinceMs: nowMs - days * dayMs,
    waiting: standingChanges(db, ['waiting']),
    entries: currentMemory(db).entries,
    curves: new Map(entryReceipts(db).flatMap(({ id, curve }) => (curve === null ? [] : [[id, curve]]))),
    muted: mutedPatterns(db),
  };
  const verdicts = newestNight(db)?.verdicts ?? [];
  return [
    ...verdicts.filter(isMistake).flatMap((one) => ofVerdict(looking, 'repeated-mistake', one)),
    ...verdicts.filter(isShared).flatMap((one) => ofVerdict(looking, 'shared-preference', one)),
    ...contradictions(looking),
    ...stale(looking, verdicts),
  ];
}

/** What all of them add up to, day by day and week by week. */
export function patternCharts(db: ReadableDb, nowMs: EpochMs, days: number): PatternCharts {
  const said = provenPatterns(db, nowMs, days).flatMap(({ evidence }) => evidence);
  const told = agentKinds.map((agent) => ({
    agent,
    days: countedBack(
      said.filter((one) => one.agent === agent).map(({ atMs }) => atMs),
      { nowMs, stepMs: dayMs, count: days },
    ),
  }));
  const count = weeksIn(days);
  const held = heldDecisions(db, epochMs(nowMs - count * weekMs));
  const weekly = (kind: (typeof held)[number]['kind']): readonly number[] =>
    countedBack(
      held.filter((one) => one.kind === kind).map(({ atMs }) => atMs),
      { nowMs, stepMs: weekMs, count },
    );
  const [approved, edited, rejected] = [weekly('approved'), weekly('edited'), weekly('rejected')];
  return {
    agents: told.filter(({ days: each }) => each.some((n) => n > 0)),
    decided: approved.map((n, i) => ({
      approved: n,
      edited: edited[i] ?? 0,
      rejected: rejected[i] ?? 0,
    })),
  };
}

const kindOrder: readonly Pattern['kind'][] = [
  'repeated-mistake',
  'shared-preference',
  'contradiction',
  'stale',
];

// "Lovely." comes back in every project and says nothing; what is only not said often enough yet does.
const tellingGates: ReadonlySet<string> = new Set(['evidence', 'trust', 'owner', 'stands-alone', 'contexts']);

const saysSomething = ({ decision, gates }: Verdict): boolean =>
  decision !== 'stale' && gates.every(({ name, passed }) => passed || !tellingGates.has(name));

const isMistake = (verdict: Verdict): boolean => saysSomething(verdict) && isRepeatedSlip(verdict.theme);

const isRepeatedSlip = (theme: Theme): boolean =>
  theme.slips >= slipsMin || (theme.kind === 'error-fix' && theme.sessions > 1);

const isShared = (verdict: Verdict): boolean =>
  saysSomething(verdict) && !isRepeatedSlip(verdict.theme) && verdict.theme.agents.length > 1;

const idOf = (kind: Pattern['kind'], scope: string, text: string): string =>
  `pat_${contentHash(kind, scope, text)}`;

function ofVerdict(looking: Looking, kind: Pattern['kind'], verdict: Verdict): readonly Proven[] {
  const { theme } = verdict;
  const recent = theme.evidence.filter((one) => one.atMs !== null && one.atMs >= looking.sinceMs);
  if (recent.length === 0) return [];
  const id = idOf(kind, theme.scope, theme.text);
  const pattern: Pattern = {
    id,
    kind,
    text: theme.text,
    because: verdict.reason,
    scope: theme.scope,
    memoryKind: theme.kind,
    times: recent.length,
    sessions: sessionsIn(recent),
    agents: [...new Set(recent.map((one) => one.agent))],
    weeks: weeksOf(looking, recent),
    since: sinceChange(looking, verdict),
    changeId: changeFor(looking, theme),
    conflictId: null,
    isMuted: looking.muted.has(id),
  };
  return [{ pattern, evidence: recent }];
}

const sessionsIn = (evidence: readonly Evidence[]): number =>
  new Set(evidence.map((one) => `${one.agent}:${one.session}`)).size;

const weeksIn = (days: number): number => Math.min(weeksMax, Math.max(1, Math.ceil(days / 7)));

/** As many weeks as were asked for; the last one ends now. */
const weeksOf = ({ nowMs, days }: Looking, evidence: readonly Evidence[]): readonly number[] =>
  countedBack(
    evidence.map(({ atMs }) => atMs),
    { nowMs, stepMs: weekMs, count: weeksIn(days) },
  );

/** How many fell into each of so many equal steps, the last of which ends now. */
function countedBack(
  moments: readonly (EpochMs | null)[],
  { nowMs, stepMs, count }: { readonly nowMs: EpochMs; readonly stepMs: number; readonly count: number },
): readonly number[] {
  const steps = Array.from({ length: count }, () => 0);
  for (const atMs of moments) {
    if (atMs === null) continue;
    const index = count - 1 - Math.floor(Math.max(0, nowMs - atMs) / stepMs);
    if (index >= 0) steps[index] = (steps[index] ?? 0) + 1;
  }
  return steps;
}

const changeFor = ({ waiting }: Looking, theme: Theme): ChangeId | null =>
  waiting.find(({ change }) => change.after?.text === theme.text)?.change.id ?? null;

/** As the rule's own curve has it: one verdict, wherever it is shown. */
function sinceChange({ entries, curves }: Looking, { theme, knownAs }: Verdict): Pattern['since'] {
  const entry = entries.find(
    (one) =>
      one.status === 'active' && one.origin === 'dream' && (one.id === knownAs || one.text === theme.text),
  );
  const curve = entry === undefined ? undefined : curves.get(entry.id);
  if (entry === undefined || curve === undefined) return null;
  const { verdict, before, after } = curve;
  return { changeAtMs: entry.validity.knownFromMs, verdict, before, after };
}

const contradictions = (looking: Looking): readonly Proven[] =>
  openConflicts(looking.db)
    .filter(({ kind }) => kind === 'contradiction')
    .flatMap((conflict): readonly Proven[] => {
      const [first] = conflict.entries;
      if (first === undefined) return [];
      const evidence = conflict.entries.flatMap((entry) => entry.evidence);
      const id = idOf('contradiction', first.scope, conflict.id);
      const pattern: Pattern = {
        id,
        kind: 'contradiction',
        text: conflict.entries.map((entry) => entry.text).join(' ⟷ '),
        because: conflict.because,
        scope: first.scope,
        memoryKind: first.kind,
        times: conflict.entries.length,
        sessions: sessionsIn(evidence),
        agents: [...new Set(conflict.entries.flatMap((e) => e.places.map((place) => place.agent)))],
        weeks: weeksOf(looking, evidence),
        since: null,
        changeId: null,
        conflictId: conflict.id,
        isMuted: looking.muted.has(id),
      };
      return [{ pattern, evidence }];
    });

/** Entries that a waiting change would close without anything in their place, and themes that something newer closed. */
function stale(looking: Looking, verdicts: readonly Verdict[]): readonly Proven[] {
  const retired = looking.waiting
    .filter(({ change }) => change.operation === 'retire')
    .flatMap(({ change }) =>
      change.closes.flatMap(({ entryId, because }): readonly Proven[] => {
        const entry = looking.entries.find((one) => one.id === entryId);
        if (entry === undefined) return [];
        const id = idOf('stale', entry.scope, entry.text);
        const pattern: Pattern = {
          id,
          kind: 'stale',
          text: entry.text,
          because,
          scope: entry.scope,
          memoryKind: entry.kind,
          times: entry.evidence.length,
          sessions: sessionsIn(entry.evidence),
          agents: [...new Set(entry.evidence.map((one) => one.agent))],
          weeks: weeksOf(looking, entry.evidence),
          since: null,
          changeId: change.id,
          conflictId: null,
          isMuted: looking.muted.has(id),
        };
        return [{ pattern, evidence: entry.evidence }];
      }),
    );
  const known = new Set(retired.map(({ pattern }) => pattern.text));
  const closed = verdicts
    .filter(({ decision, theme }) => decision === 'stale' && !known.has(theme.text))
    .flatMap((verdict) => ofVerdict(looking, 'stale', verdict));
  return [...retired, ...closed];
}
