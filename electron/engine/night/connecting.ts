// What readers found among the engine's own themes: clustered by REM like everything else, joined where the connector said
// so, and judged by the same gates. Where the engine knew better by itself, its own result stands.
import type { GateName, SessionSignals, Signal, Theme, Verdict } from '../../../shared/dream.ts';
import type { Scope } from '../../../shared/memory.ts';
import { agentScope, isDoneByTools } from '../../../shared/memory.ts';
import { doublesOf } from '../deep/reconcile.ts';
import { joined } from '../minds/apply-answers.ts';
import type { Group } from '../minds/connector.ts';
import { connect } from '../rem/rem.ts';
import { compareSightings, type Sighting } from '../rem/statement-forms.ts';
import { themeOf } from '../rem/theme.ts';
import type { Heard } from './reading.ts';

/** A theme that rests on what readers found, and why they think that it will hold. */
export interface FoundTheme {
  readonly theme: Theme;
  readonly because: string;
}

/** Those of REM's themes that hold a found signal; what REM would not have taken by itself is a theme of its own. */
export function themesFound({ sessions, found }: Heard): readonly FoundTheme[] {
  if (found.size === 0) return [];
  const themes = connect(sessions).filter(({ signalIds }) => signalIds.some((id) => found.has(id)));
  const seen = new Set(themes.flatMap(({ signalIds }) => signalIds));
  const alone = sessions.flatMap((from) =>
    from.signals
      .filter(({ id }) => found.has(id) && !seen.has(id))
      .map((signal) => themeOfSightings([{ signal, from }], signal)),
  );
  return [...themes, ...alone].flatMap((theme) => {
    const first = theme.signalIds.flatMap((id) => found.get(id) ?? [])[0];
    return first === undefined || theme.closedBy !== null || isDoneByTools(theme.kind)
      ? []
      : [{ theme, because: first.because }];
  });
}

const themeOfSightings = (sightings: readonly Sighting[], best: Signal): Theme =>
  themeOf({
    sightings,
    best,
    terms: best.terms,
    negated: best.negated,
    closesValues: [],
    closedBy: null,
  });

/** What is left of it without the engine's own signals; null for nothing. */
function apart({ theme, because }: FoundTheme, { sessions, found }: Heard): FoundTheme | null {
  const own = new Set(theme.signalIds.filter((id) => found.has(id)));
  const sightings = sessions
    .flatMap((from) => from.signals.filter(({ id }) => own.has(id)).map((signal) => ({ signal, from })))
    .toSorted(compareSightings);
  const best = sightings.toSorted((a, b) => b.signal.strength - a.signal.strength)[0]?.signal;
  return best === undefined ? null : { theme: themeOfSightings(sightings, best), because };
}

/** In one project only: that project. In one assistant's workspace: that agent. Else everywhere. */
function scopeOf({ evidence, agents, projects }: Theme): Scope {
  const [project] = projects;
  const [agent] = agents;
  const isInProjects = evidence.every((one) => one.project !== null);
  if (projects.length === 1 && project !== undefined && isInProjects) return `project:${project}`;
  return projects.length === 0 && agents.length === 1 ? agentScope(agent) : 'global';
}

/** All that proves any of them proves the one; what one of them is worded like, all are. */
function joinAll(first: Theme, others: readonly Theme[]): Theme {
  const all = [first, ...others];
  const theme = others.reduce(joined, first);
  const most = (of: (one: Theme) => number): number => Math.max(...all.map(of));
  const any = (of: (one: Theme) => boolean): boolean => all.some(of);
  return {
    ...theme,
    scope: scopeOf(theme),
    strength: most((one) => one.strength),
    cued: most((one) => one.cued),
    lasts: most((one) => one.lasts),
    ruleLike: all.reduce((sum, one) => sum + one.ruleLike, 0),
    isLasting: any((one) => one.isLasting),
    isAskedFor: any((one) => one.isAskedFor),
    isWanted: any((one) => one.isWanted),
    isDemand: any((one) => one.isDemand),
    announcesChange: any((one) => one.announcesChange),
  };
}

/** Groups of the connector carried out: each theme in one group at most, the engine's own wording first. */
export function joinGroups(
  found: readonly FoundTheme[],
  groups: readonly Group[],
  known: Heard['known'],
  themes: readonly Theme[],
): readonly FoundTheme[] {
  const taken = new Set<string>();
  const bySignal = new Map(found.flatMap((one) => one.theme.signalIds.map((id) => [id, one.theme] as const)));
  const engines = new Map(themes.flatMap((theme) => theme.signalIds.map((id) => [id, theme] as const)));
  const made: FoundTheme[] = [];
  for (const { members, because } of groups) {
    const parts = members.flatMap(({ finding, theme }): readonly Theme[] => {
      if (theme !== null) return [theme];
      if (finding === null) return [];
      const own = bySignal.get(finding.id);
      if (own !== undefined) return [own];
      return (known.get(finding.id) ?? []).flatMap((id) => engines.get(id) ?? []).slice(0, 1);
    });
    const distinct = [...new Map(parts.map((theme) => [theme.id, theme])).values()].filter(
      ({ id }) => !taken.has(id),
    );
    const first =
      distinct.find(({ id }) => themes.some((theme) => theme.id === id)) ??
      distinct.toSorted((a, b) => b.sessions - a.sessions || (a.id < b.id ? -1 : 1))[0];
    if (first === undefined || distinct.length < 2) continue;
    for (const { id } of distinct) taken.add(id);
    made.push({
      theme: joinAll(
        first,
        distinct.filter((theme) => theme !== first),
      ),
      because,
    });
  }
  return [...made, ...found.filter(({ theme }) => !taken.has(theme.id))];
}

/** What these stopped is decided, and nobody looks at it again. */
const hardGates: ReadonlySet<GateName> = new Set(['evidence', 'trust', 'owner', 'instructions']);

const isOpen = ({ decision, gates }: Verdict): boolean =>
  decision === 'hold' && !gates.some(({ name, passed }) => !passed && hardGates.has(name));

/** The engine's verdicts on what rests on the same signals. */
function partsOf({ theme }: FoundTheme, verdicts: readonly Verdict[]): readonly Verdict[] {
  const signals = new Set(theme.signalIds);
  return verdicts.filter(
    (verdict) => verdict.theme.id === theme.id || verdict.theme.signalIds.some((id) => signals.has(id)),
  );
}

export interface DecidedWithFound {
  readonly verdicts: readonly Verdict[];
  /** By theme, those that the gates or somebody else may still let in. */
  readonly found: ReadonlyMap<string, { readonly because: string }>;
}

export interface ToDecide {
  /** The engine's own verdicts. */
  readonly alone: readonly Verdict[];
  readonly found: readonly FoundTheme[];
  readonly heard: Heard;
  /** Deep over the themes that it is given. */
  readonly judge: (themes: readonly Theme[]) => readonly Verdict[];
}

/** Pure. */
export function decideWithFound({ alone, found: all, heard, judge }: ToDecide, by: string): DecidedWithFound {
  // What the engine decided by itself stands; what was found beside it is judged apart.
  const open = all
    .flatMap((one) => (partsOf(one, alone).every(isOpen) ? one : (apart(one, heard) ?? [])))
    .filter((one) => partsOf(one, alone).every(isOpen));
  if (open.length === 0) return { verdicts: alone, found: new Map() };
  const absorbed = new Set(open.flatMap((one) => partsOf(one, alone).map(({ theme }) => theme.id)));
  const rest = alone.filter(({ theme }) => !absorbed.has(theme.id)).map(({ theme }) => theme);
  const judged = new Map(
    judge([...rest, ...open.map(({ theme }) => theme)]).map((verdict) => [verdict.theme.id, verdict]),
  );
  const promoted = (verdict: Verdict | undefined): boolean => verdict?.decision === 'promote';
  const own = alone.filter(promoted).map(({ theme }) => theme);
  const helped = open.filter(({ theme }) => promoted(judged.get(theme.id))).map(({ theme }) => theme);
  const doubles = doublesOf([...own, ...helped], [...rest, ...open.map(({ theme }) => theme)]);
  // Said more often than the engine's own, and the same: the engine's stays.
  const displacing = new Set(own.flatMap(({ id }) => doubles.get(id)?.id ?? []));
  const standing = open.filter(({ theme }) => judged.has(theme.id) && !displacing.has(theme.id));
  const gone = new Set(standing.flatMap((one) => partsOf(one, alone).map(({ theme }) => theme.id)));
  const verdicts = [
    ...alone.filter(({ theme }) => !gone.has(theme.id)),
    ...standing.flatMap((one) => {
      const verdict = judged.get(one.theme.id);
      return verdict === undefined ? [] : [marked(verdict, one, partsOf(one, alone), by)];
    }),
  ].sort((a, b) => b.score - a.score || (a.theme.id < b.theme.id ? -1 : 1));
  return { verdicts, found: new Map(standing.map(({ theme, because }) => [theme.id, { because }])) };
}

/** What the engine alone would not have proposed says whose doing it is, and waits for its owner's eye. */
const marked = (verdict: Verdict, { because }: FoundTheme, parts: readonly Verdict[], by: string): Verdict =>
  verdict.decision === 'promote'
    ? { ...verdict, mind: { by, engine: parts.length === 0 ? 'not noticed' : 'hold', because } }
    : verdict;

/** Sessions as they are where no reader was asked. */
export const heardAlone = (sessions: readonly SessionSignals[]): Heard => ({
  sessions,
  found: new Map(),
  known: new Map(),
});
