// What repeats over weeks: mistakes that come again, tastes that several agents were told, lines that contradict one
// another, and what is no longer so. Read from the newest night's verdicts; nothing is judged anew.
import type { Pattern } from '../../../shared/contract.ts';
import type { Theme, Verdict } from '../../../shared/dream.ts';
import { contentHash, type ChangeId, type EntryId, type EpochMs } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { RepeatCurve } from '../../../shared/receipts.ts';
import { openConflicts } from '../conflicts/settle.ts';
import type { ReadableDb } from '../store/db.ts';
import { entryReceipts } from '../store/entry-receipts.ts';
import { currentMemory } from '../store/memory.ts';
import { mutedPatterns } from '../store/muted-patterns.ts';
import { newestNight } from '../store/nights.ts';
import { standingChanges, type StandingChange } from '../store/proposals.ts';

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

/** The strongest first within each kind. */
export function patternsOf(db: ReadableDb, nowMs: EpochMs, days: number): readonly Pattern[] {
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
  ].toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || b.times - a.times);
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

function ofVerdict(looking: Looking, kind: Pattern['kind'], verdict: Verdict): readonly Pattern[] {
  const { theme } = verdict;
  const recent = theme.evidence.filter((one) => one.atMs !== null && one.atMs >= looking.sinceMs);
  if (recent.length === 0) return [];
  const id = idOf(kind, theme.scope, theme.text);
  return [
    {
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
    },
  ];
}

const sessionsIn = (evidence: readonly Evidence[]): number =>
  new Set(evidence.map((one) => `${one.agent}:${one.session}`)).size;

/** As many weeks as were asked for; the last one ends now. */
function weeksOf({ nowMs, days }: Looking, evidence: readonly Evidence[]): readonly number[] {
  const count = Math.min(weeksMax, Math.max(1, Math.ceil(days / 7)));
  const weeks = Array.from({ length: count }, () => 0);
  for (const { atMs } of evidence) {
    if (atMs === null) continue;
    const index = count - 1 - Math.floor(Math.max(0, nowMs - atMs) / weekMs);
    if (index >= 0) weeks[index] = (weeks[index] ?? 0) + 1;
  }
  return weeks;
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

const contradictions = (looking: Looking): readonly Pattern[] =>
  openConflicts(looking.db)
    .filter(({ kind }) => kind === 'contradiction')
    .flatMap((conflict): readonly Pattern[] => {
      const [first] = conflict.entries;
      if (first === undefined) return [];
      const evidence = conflict.entries.flatMap((entry) => entry.evidence);
      const id = idOf('contradiction', first.scope, conflict.id);
      return [
        {
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
        },
      ];
    });

/** Entries that a waiting change would close without anything in their place, and themes that something newer closed. */
function stale(looking: Looking, verdicts: readonly Verdict[]): readonly Pattern[] {
  const retired = looking.waiting
    .filter(({ change }) => change.operation === 'retire')
    .flatMap(({ change }) =>
      change.closes.flatMap(({ entryId, because }): readonly Pattern[] => {
        const entry = looking.entries.find((one) => one.id === entryId);
        if (entry === undefined) return [];
        const id = idOf('stale', entry.scope, entry.text);
        return [
          {
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
          },
        ];
      }),
    );
  const known = new Set(retired.map((one) => one.text));
  const closed = verdicts
    .filter(({ decision, theme }) => decision === 'stale' && !known.has(theme.text))
    .flatMap((verdict) => ofVerdict(looking, 'stale', verdict));
  return [...retired, ...closed];
}
