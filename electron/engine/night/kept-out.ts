// Which sessions their owner keeps out of reading and of nights, by their project.
import { usualSource, type Settings } from '../../../shared/settings.ts';
import type { AgentKind } from '../../../shared/transcript.ts';

export type KeptOut = (agent: AgentKind, project: string | null) => boolean;

/** A session without a project is none of those that are named. */
export function keptOut({
  excludedProjects,
  sources,
}: Pick<Settings, 'excludedProjects' | 'sources'>): KeptOut {
  const excluded = new Set(excludedProjects);
  const onlyOf = new Map(sources.map(({ agent, onlyProjects }) => [agent, new Set(onlyProjects)]));
  return (agent, project) => {
    if (project !== null && excluded.has(project)) return true;
    const only = onlyOf.get(agent) ?? new Set(usualSource(agent).onlyProjects);
    return only.size > 0 && (project === null || !only.has(project));
  };
}
