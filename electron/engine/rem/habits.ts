// Connects what tools did on several days: failures that the same step mended, and tasks done by the same steps.
import type { SessionSignals, Signal, Theme } from '../../../shared/dream.ts';
import { languageOf } from '../language/language.ts';
import { compareSightings, type Sighting } from './statement-forms.ts';
import { themeOf } from './theme.ts';

const sightingsOf = (sessions: readonly SessionSignals[], kind: Signal['kind']): readonly Sighting[] =>
  sessions
    .flatMap((from) => from.signals.filter((s) => s.kind === kind).map((signal) => ({ signal, from })))
    .sort(compareSightings);

/** Groups that share a key with any of their members. */
function groupByKeys(
  sightings: readonly Sighting[],
  keysOf: (signal: Signal) => readonly string[],
): readonly (readonly Sighting[])[] {
  const groupOf = new Map<string, Sighting[]>();
  const groups = new Set<Sighting[]>();
  for (const sighting of sightings) {
    const keys = keysOf(sighting.signal);
    const [first, ...others] = new Set(
      keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined),
    );
    const merged = first ?? [];
    for (const group of others) {
      groups.delete(group);
      for (const member of group) {
        merged.push(member);
        for (const key of keysOf(member.signal)) groupOf.set(key, merged);
      }
    }
    merged.push(sighting);
    for (const key of keys) groupOf.set(key, merged);
    // the group that grew last comes last
    groups.delete(merged);
    groups.add(merged);
  }
  return [...groups];
}

const sessionsOf = (sightings: readonly Sighting[]): number =>
  new Set(sightings.map((s) => s.from.session)).size;

// A step belongs to the mend when it was run in at least this share of the days.
const coreShare = 0.6;

function coreSteps(sightings: readonly Sighting[]): ReadonlySet<string> {
  const counts = new Map<string, Set<string>>();
  for (const { signal, from } of sightings) {
    for (const step of signal.steps.slice(1))
      counts.set(step, (counts.get(step) ?? new Set()).add(from.session));
  }
  const needed = coreShare * sessionsOf(sightings);
  return new Set([...counts].filter(([, sessions]) => sessions.size >= needed).map(([step]) => step));
}

function failedTries(
  sessions: readonly SessionSignals[],
  errors: ReadonlySet<string>,
  steps: ReadonlySet<string>,
): number {
  return sessions.flatMap((s) => s.failedFixes).filter((f) => steps.has(f.step) && errors.has(f.error))
    .length;
}

function mendTheme(sightings: readonly Sighting[], sessions: readonly SessionSignals[]): Theme | null {
  const core = coreSteps(sightings);
  const proving = sightings.filter((s) => s.signal.steps.slice(1).some((step) => core.has(step)));
  // the wording with the fewest steps that holds the whole mend
  const best = [...proving]
    .sort((a, b) => a.signal.steps.length - b.signal.steps.length || compareSightings(b, a))
    .find((s) => [...core].every((step) => s.signal.steps.includes(step)));
  if (!best || core.size === 0) return null;
  // what an edit may have mended is not known to be mended by a step
  if (proving.every((s) => s.signal.cues.includes('edited-between'))) return null;
  const errors = new Set(proving.flatMap((s) => s.signal.error ?? []));
  if (failedTries(sessions, errors, core) >= proving.length) return null;
  return themeOf({
    sightings: proving,
    best: best.signal,
    terms: best.signal.terms,
    negated: [],
    closesValues: [],
    closedBy: null,
  });
}

/** Failures and what mended them, one theme for each. A step that failed to mend as often as it mended is none. */
export function mendsOf(sessions: readonly SessionSignals[]): readonly Theme[] {
  const groups = groupByKeys(sightingsOf(sessions, 'error-fix'), (signal) => {
    const [command, ...fixes] = signal.steps;
    return [
      `error:${signal.error ?? ''}|${command ?? ''}`,
      ...fixes.map((fix) => `fix:${command ?? ''}|${fix}`),
    ];
  });
  return groups.flatMap((group) => mendTheme(group, sessions) ?? []);
}

const sameStepsShare = 0.7;

function shareOfSteps(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((step) => b.includes(step)).length;
  return shared / Math.max(a.length, b.length);
}

function workflowGroups(sightings: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const groups: { readonly members: Sighting[]; readonly ways: Map<string, readonly string[]> }[] = [];
  for (const sighting of sightings) {
    const { steps } = sighting.signal;
    const way = steps.join('\n');
    const fitting = groups.find(
      ({ ways }) =>
        ways.has(way) || [...ways.values()].some((other) => shareOfSteps(other, steps) >= sameStepsShare),
    );
    if (fitting) fitting.members.push(sighting);
    else groups.push({ members: [sighting], ways: new Map([[way, steps]]) });
    fitting?.ways.set(way, steps);
  }
  return groups.map(({ members }) => members);
}

/** The newest of those whose steps were run most often. */
function mostUsual(sightings: readonly Sighting[]): Sighting | undefined {
  const keyOf = (s: Sighting): string => s.signal.steps.join('\n');
  const counts = new Map<string, number>();
  for (const s of sightings) counts.set(keyOf(s), (counts.get(keyOf(s)) ?? 0) + 1);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return sightings.findLast((s) => counts.get(keyOf(s)) === most);
}

/** Worded with the parts left open that differ from day to day, where it was seen more than once. */
function asUsual(signal: Signal, group: readonly Sighting[]): Signal {
  if (signal.task === null || !group.some((s) => s.signal.text !== signal.text)) return signal;
  const { frames } = languageOf(signal.language).lexicon;
  const { task, steps } = signal;
  const text = frames.workflow
    .replace('{task}', () => task)
    .replace('{steps}', () => steps.map((step) => `\`${step}\``).join(frames.andThen));
  return { ...signal, text };
}

/** Tasks that were done by the same steps, one theme for each way of working. */
/** "commit": `git commit`. A step that the request names itself is nothing that anybody would have to know. */
const isNamedByRequest = ({ terms, steps }: Signal): boolean => {
  const [step, ...more] = steps;
  if (step === undefined || more.length > 0 || terms.length === 0) return false;
  return terms.every((term) => step.toLowerCase().includes(term));
};

export function workflowThemes(sessions: readonly SessionSignals[]): readonly Theme[] {
  const asked = sightingsOf(sessions, 'workflow').filter(({ signal }) => signal.task !== null);
  return workflowGroups(asked).flatMap((group) => {
    const best = mostUsual(group);
    if (!best || isNamedByRequest(asUsual(best.signal, group))) return [];
    return [
      themeOf({
        sightings: group,
        best: asUsual(best.signal, group),
        terms: best.signal.terms,
        negated: [],
        closesValues: [],
        closedBy: null,
      }),
    ];
  });
}
