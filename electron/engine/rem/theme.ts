// Makes a theme of what was seen of one thing: where, when, by whom, in which words.
import type { Signal, Theme } from '../../../shared/dream.ts';
import { contentHash, type EpochMs } from '../../../shared/ids.ts';
import { agentScope, type Evidence, type Scope } from '../../../shared/memory.ts';
import { worstOrigin } from '../../../shared/origin.ts';
import type { AgentKind } from '../../../shared/transcript.ts';
import { askingCues, demandingCues, lastingCues, tyingCues, wantingCues } from '../language/cue-groups.ts';
import type { CueName } from '../language/lexicon.ts';
import { compareSightings, type Sighting } from './statement-forms.ts';
import { countWordings } from './wording.ts';

const dayMs = 86_400_000;

/** From this strength on a saying is worded like a rule or a statement of fact, not just mentioned. */
export const ruleLikeMin = 0.3;

const distinct = <T extends string>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();

/**
 * Said in one project only: that project, also where two agents work there. In one assistant's workspace: that agent.
 * In two or more places, or in a chat on the web, which has no workspace: everywhere.
 */
export function scopeOf(sightings: readonly Sighting[]): Scope {
  const agents = distinct(sightings.map((s) => s.from.agent));
  const projects = distinct(sightings.flatMap((s) => s.from.project ?? []));
  const [agent] = agents;
  const [project] = projects;
  const isInOneProject = projects.length === 1 && sightings.every((s) => s.from.project !== null);
  if (isInOneProject && project !== undefined) return `project:${project}`;
  return projects.length === 0 && agents.length === 1 ? agentScope(agent) : 'global';
}

// One saying elsewhere that hardly names the subject ("that should say 5") makes nothing hold everywhere.
const tellingTermsMin = 2;
const strayMax = 1;
const tellingMin = 2;

/** The sightings that tell where it holds: without the odd one that shares hardly a word with all the others. */
function tellingOf(sightings: readonly Sighting[], terms: readonly string[]): readonly Sighting[] {
  const telling = sightings.filter(
    ({ signal }) => signal.terms.filter((term) => terms.includes(term)).length >= tellingTermsMin,
  );
  const strays = sightings.length - telling.length;
  return telling.length >= tellingMin && strays <= strayMax ? telling : sightings;
}

/** Every distinct quote of every session, oldest first. */
function evidenceOf(sightings: readonly Sighting[]): readonly Evidence[] {
  const seen = new Set<string>();
  const evidence: Evidence[] = [];
  for (const { signal, from } of sightings) {
    for (const quote of signal.quotes) {
      const key = `${from.nativeId}|${quote.ordinal}|${quote.text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      evidence.push({
        session: from.nativeId,
        turn: quote.ordinal,
        agent: from.agent,
        atMs: signal.atMs,
        quote: quote.text,
        origin: signal.origin,
        project: from.project,
      });
    }
  }
  return evidence;
}

export interface ThemeParts {
  readonly sightings: readonly Sighting[];
  /** Others that only count where and how often it was said. */
  readonly supporters?: readonly Sighting[];
  /** The one whose wording stands for all. */
  readonly best: Signal;
  readonly terms: readonly string[];
  readonly negated: readonly string[];
  readonly closesValues: readonly string[];
  readonly closedBy: string | null;
}

/** The kind that most of the sightings say, the strongest wording's among equals. */
function kindOf(sightings: readonly Sighting[], best: Signal): Signal['kind'] {
  const counts = new Map<Signal['kind'], number>([[best.kind, 0.5]]);
  for (const { signal } of sightings) counts.set(signal.kind, (counts.get(signal.kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? best.kind;
}

// A word that this share of the sayings hold is their subject's.
const sharedShare = 0.6;

/** How many content words most of them share. */
function sharedBy(signals: readonly Signal[]): number {
  const counts = new Map<string, number>();
  for (const signal of signals)
    for (const term of signal.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts.values()].filter((count) => count >= sharedShare * signals.length).length;
}

// Beyond these the judge is never surer, so that one sentence does not drown the others.
const [surelyNot, surely] = [0.02, 0.98];

/** The mean of the distinct sayings' log odds, back as a likelihood. */
function lastsTogether(signals: readonly Signal[]): number {
  const bySaying = new Map(signals.map((signal) => [signal.quotes[0]?.text ?? signal.text, signal.lasts]));
  const odds = [...bySaying.values()].map((lasts) => {
    const p = Math.min(surely, Math.max(surelyNot, lasts));
    return Math.log(p / (1 - p));
  });
  const mean = odds.reduce((sum, each) => sum + each, 0) / Math.max(1, odds.length);
  return Math.round(1000 / (1 + Math.exp(-mean))) / 1000;
}

const hasAny = (signal: Signal, cues: readonly CueName[]): boolean =>
  cues.some((cue) => signal.cues.includes(cue));

const isDemand = (signal: Signal): boolean =>
  hasAny(signal, demandingCues) && !hasAny(signal, [...tyingCues, 'question', 'hypothesis']);

const timesOf = (sightings: readonly Sighting[]): readonly EpochMs[] =>
  sightings.flatMap(({ signal }) => (signal.atMs === null ? [] : [signal.atMs])).sort((a, b) => a - b);

export function themeOf(parts: ThemeParts): Theme {
  const { sightings, best, supporters = [] } = parts;
  const told = [...sightings, ...supporters];
  const signals = sightings.map((s) => s.signal);
  // When it was last said decides which of two values holds: a supporter has no say in that.
  const times = timesOf(sightings);
  const scope = scopeOf(tellingOf(told, parts.terms));
  return {
    id: contentHash('theme', best.kind, scope, best.text),
    kind: kindOf(sightings, best),
    text: best.text,
    language: best.language,
    scope,
    evidence: evidenceOf(told.toSorted(compareSightings)),
    terms: parts.terms,
    negated: parts.negated,
    values: best.values,
    closesValues: parts.closesValues,
    sessions: distinct(told.map((s) => s.from.session)).length,
    days: new Set(timesOf(told).map((ms) => Math.floor(ms / dayMs))).size,
    agents: distinct<AgentKind>(told.map((s) => s.from.agent)),
    projects: distinct(told.flatMap((s) => s.from.project ?? [])),
    wordings: countWordings(told.flatMap(({ signal }) => signal.quotes[0]?.text ?? [])),
    isCohesive: sharedBy(signals) >= 2,
    slips: signals.filter((s) => s.afterSlip).length,
    strength: signals.reduce((strongest, s) => Math.max(strongest, s.strength), 0),
    cued: signals.reduce((strongest, s) => Math.max(strongest, s.cued), 0),
    lasts: lastsTogether(signals),
    ruleLike: signals.filter((s) => s.strength >= ruleLikeMin).length,
    isLasting: signals.some((signal) => hasAny(signal, lastingCues)),
    isAskedFor: signals.some((signal) => hasAny(signal, askingCues)),
    isWanted: signals.some((signal) => hasAny(signal, wantingCues)),
    isDemand: signals.some(isDemand),
    isUnasked: false,
    closedBy: parts.closedBy,
    announcesChange: signals.some((s) => s.announcesChange),
    firstAtMs: times[0] ?? null,
    lastAtMs: times.at(-1) ?? null,
    taint: worstOrigin(told.map(({ signal }) => signal.origin)),
    signalIds: told.map(({ signal }) => signal.id).sort(),
  };
}
