// Connects what is done in a project without being asked for: which checks follow changes there, what work begins and ends
// with, and what its branches and commits are called. One theme for each project and kind, naming what was seen most.
import type { SessionSignals, Signal, Theme } from '../../../shared/dream.ts';
import { languageOf } from '../language/language.ts';
import { compareSightings, type Sighting } from './statement-forms.ts';
import { themeOf } from './theme.ts';

const kinds = ['checks', 'begins', 'ends', 'branches', 'commits', 'fails'] as const;
type RoutineKind = (typeof kinds)[number];

// More commands than these are a list, not a habit.
const commandsMax = 3;
// Run so often, a command is no chance; quotes are capped at five a session.
const runsMin = 3;
// What work begins with must be so in several sessions: one session begins many times with its own task.
const sessionsMin: Readonly<Record<RoutineKind, number>> = {
  checks: 1,
  begins: 3,
  ends: 3,
  branches: 1,
  commits: 1,
  fails: 3,
};
// A convention is what nearly all follow, in several sessions; a form that was seen once may be a stray.
const conventionShare = 0.85;
const conventionSessionsMin = 3;
const conventionRunsMin = 5;
const formRunsMin = 2;
const formsMax = 4;

interface Command {
  readonly key: string;
  readonly sightings: readonly Sighting[];
  readonly runs: number;
}

const runsOf = (sightings: readonly Sighting[]): number =>
  sightings.reduce((sum, { signal }) => sum + signal.quotes.length, 0);

const sessionsOf = (sightings: readonly Sighting[]): number =>
  new Set(sightings.map(({ from }) => from.session)).size;

/** The forms that nearly all names had; none where there is no such convention. */
function usualForms(sightings: readonly Sighting[]): readonly Command[] {
  const formed = sightings.filter(({ signal }) => signal.text !== '');
  if (sessionsOf(formed) < conventionSessionsMin || runsOf(formed) < conventionRunsMin) return [];
  if (runsOf(formed) < conventionShare * runsOf(sightings)) return [];
  return [...Map.groupBy(formed, ({ signal }) => signal.text)]
    .map(([key, all]): Command => ({ key, sightings: all, runs: runsOf(all) }))
    .filter(({ runs }) => runs >= formRunsMin)
    .sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1))
    .slice(0, formsMax);
}

/** To the letter where it was the same each time; else with what differed left open. */
function asRun(key: string, sightings: readonly Sighting[]): string {
  const [first, ...others] = new Set(
    sightings.flatMap(({ signal }) => signal.quotes.map(({ text }) => text)),
  );
  return first !== undefined && others.length === 0 && !/[\n…]/u.test(first + key) ? first : key;
}

function usualCommands(sightings: readonly Sighting[], kind: RoutineKind): readonly Command[] {
  const byKey = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = sighting.signal.text;
    byKey.set(key, [...(byKey.get(key) ?? []), sighting]);
  }
  return [...byKey]
    .map(([key, all]): Command => ({ key: asRun(key, all), sightings: all, runs: runsOf(all) }))
    .filter(({ sightings: all, runs }) => runs >= runsMin && sessionsOf(all) >= sessionsMin[kind])
    .sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1))
    .slice(0, kind === 'checks' ? commandsMax : 1);
}

const isName = (kind: RoutineKind): boolean => kind === 'branches' || kind === 'commits';

/** What a command failed with most often, in several sessions. */
function usualFailure(sightings: readonly Sighting[]): readonly Command[] {
  return [...Map.groupBy(sightings, ({ signal }) => `${signal.steps.join()}\n${signal.error ?? ''}`)]
    .map(([key, all]): Command => ({ key: key.split('\n')[0] ?? '', sightings: all, runs: all.length }))
    .filter(({ sightings: all }) => sessionsOf(all) >= sessionsMin.fails)
    .sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1))
    .slice(0, 1);
}

function themeOfRoutine(project: string, kind: RoutineKind, commands: readonly Command[]): Theme | null {
  const sightings = commands.flatMap((command) => command.sightings).sort(compareSightings);
  const newest = sightings.at(-1);
  if (!newest) return null;
  const { frames } = languageOf(newest.from.language).lexicon;
  const text = frames[kind]
    .replace('{project}', () => project)
    .replace('{command}', () => commands[0]?.key ?? '')
    .replace('{error}', () => newest.signal.text)
    .replace('{steps}', () =>
      commands
        .flatMap(({ key }) => key.split('\n'))
        .map((key) => `\`${key}\``)
        .join(isName(kind) ? ', ' : frames.andThen),
    );
  const best: Signal = { ...newest.signal, text, language: newest.from.language };
  return {
    ...themeOf({ sightings, best, terms: [], negated: [], closesValues: [], closedBy: null }),
    isUnasked: true,
  };
}

function usualOf(kind: RoutineKind, sightings: readonly Sighting[]): readonly Command[] {
  if (kind === 'fails') return usualFailure(sightings);
  return isName(kind) ? usualForms(sightings) : usualCommands(sightings, kind);
}

/** Pure. Sessions that stand in no project have no routines of one. */
export function routineThemes(sessions: readonly SessionSignals[]): readonly Theme[] {
  const byPlace = new Map<string, Sighting[]>();
  for (const from of sessions) {
    if (from.project === null) continue;
    for (const signal of from.signals) {
      const kind = signal.cues.find((cue) => cue.startsWith('routine-'));
      if (kind === undefined) continue;
      const place = JSON.stringify([from.project, kind.slice('routine-'.length)]);
      const known = byPlace.get(place);
      if (known) known.push({ signal, from });
      else byPlace.set(place, [{ signal, from }]);
    }
  }
  return [...byPlace.values()].flatMap((sightings) => {
    const [first] = sightings;
    const project = first?.from.project ?? null;
    if (!first || project === null) return [];
    const kind = kinds.find((one) => first.signal.cues.includes(`routine-${one}`));
    if (kind === undefined) return [];
    return themeOfRoutine(project, kind, usualOf(kind, sightings)) ?? [];
  });
}
