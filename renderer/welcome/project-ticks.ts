// Which projects may be read, as ticks: the same settings that Sources has. A tick that goes leaves the project out
// everywhere, so that projects of later days are read as before; one that comes lets it in again wherever it was left out.
import type { SourceReport } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import type { Settings, SettingsPatch } from '../../shared/settings.ts';

export interface KnownProject {
  readonly name: string;
  /** Who worked there; the one with the most sessions first. None: only its name was given. */
  readonly agents: readonly { readonly agent: SourceReport['agent']; readonly sessions: number }[];
  readonly newestMs: EpochMs | null;
}

/** Those in which somebody worked last first; then those that were only named. */
export function knownProjects(
  reports: readonly Pick<SourceReport, 'agent' | 'projects'>[],
  named: readonly string[],
): readonly KnownProject[] {
  const known = new Map<string, KnownProject>();
  for (const { agent, projects } of reports) {
    for (const { name, sessions, newestMs } of projects) {
      const before = known.get(name) ?? { name, agents: [], newestMs: null };
      // what was read of an agent is told with each of its places
      if (before.agents.some((one) => one.agent === agent)) continue;
      known.set(name, {
        name,
        agents: [...before.agents, { agent, sessions }].toSorted((a, b) => b.sessions - a.sessions),
        newestMs: later(before.newestMs, newestMs),
      });
    }
  }
  for (const name of named) if (!known.has(name)) known.set(name, { name, agents: [], newestMs: null });
  return [...known.values()].toSorted(
    (a, b) => (b.newestMs ?? 0) - (a.newestMs ?? 0) || (a.name < b.name ? -1 : 1),
  );
}

const later = (a: EpochMs | null, b: EpochMs | null): EpochMs | null => ((a ?? 0) >= (b ?? 0) ? a : b);

type Choices = Pick<Settings, 'excludedProjects' | 'sources'>;

const isLeftOutBy = ({ sources }: Choices, agent: SourceReport['agent'], name: string): boolean =>
  sources.some(
    (one) => one.agent === agent && one.onlyProjects.length > 0 && !one.onlyProjects.includes(name),
  );

/** By anybody who worked there. */
export const isRead = (choices: Choices, { name, agents }: KnownProject): boolean =>
  !choices.excludedProjects.includes(name) &&
  (agents.length === 0 || agents.some(({ agent }) => !isLeftOutBy(choices, agent, name)));

export function ticked(choices: Choices, project: KnownProject, isOn: boolean): SettingsPatch {
  const { name, agents } = project;
  const others = choices.excludedProjects.filter((one) => one !== name);
  if (!isOn) return { excludedProjects: [...others, name] };
  const isMissing = agents.some(({ agent }) => isLeftOutBy(choices, agent, name));
  if (!isMissing) return { excludedProjects: others };
  return {
    excludedProjects: others,
    sources: choices.sources.map((one) =>
      agents.some(({ agent }) => agent === one.agent) && isLeftOutBy(choices, one.agent, name)
        ? { ...one, onlyProjects: [...one.onlyProjects, name] }
        : one,
    ),
  };
}
