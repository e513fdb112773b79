// One session in a shape that belongs to no agent: what the person, the agent and the tools did, in order.
import type { Agent, Call, Person, Project } from './bank.ts';
import type { Chance } from './chance.ts';

export type Step =
  | { readonly by: 'person'; readonly text: string }
  | { readonly by: 'agent'; readonly text: string }
  | { readonly by: 'tool'; readonly call: Call }
  /** Text that the harness puts into the conversation: reminders, commands, heartbeats. */
  | { readonly by: 'harness'; readonly text: string }
  /** What a compaction wrote over what went before. */
  | { readonly by: 'compaction'; readonly summary: string }
  /** The person pressed Escape. */
  | { readonly by: 'interrupt' };

/** Steps that belong together; nothing is ever planted between them. */
export type Exchange = readonly Step[];

/** What an agent gave to a helper of its own. */
export interface Helper {
  readonly prompt: string;
  readonly steps: readonly Step[];
}

export interface Session {
  readonly id: string;
  readonly agent: Agent;
  readonly project: Project;
  readonly startMs: number;
  readonly exchanges: Exchange[];
  readonly helpers: Helper[];
  /** The session whose history this one begins with; null for none. */
  forkOf: Session | null;
  /** The file ends in the middle of a line. */
  cut: boolean;
  /** The file holds a record of a type that nobody has seen before. */
  strange: boolean;
}

export const dayMs = 86_400_000;
const hourMs = 3_600_000;

export const placeOf = (session: Session): string => `${session.agent.key} in ${session.project.name}`;

/** Sessions over the person's last weeks, oldest first; agents take turns, and so do the projects of each. */
export const planSessions = (input: {
  readonly person: Person;
  readonly count: number;
  readonly nowMs: number;
  readonly chance: Chance;
}): Session[] => {
  const { person, count, nowMs, chance } = input;
  const projectOf = new Map(person.projects.map((project) => [project.name, project]));
  const sessions = Array.from({ length: count }, (_, index): Session => {
    const agent = person.agents[index % person.agents.length];
    const turn = Math.floor(index / person.agents.length);
    const project = projectOf.get(agent?.projects[turn % agent.projects.length] ?? '');
    if (agent === undefined || project === undefined) throw new Error(`${person.key} has no agent at work`);
    // The newest is from yesterday; each has its share of the span to itself, so that order and places stay mixed.
    const ageDays = 1 + (person.spanDays - 1) * (1 - (index + chance.next()) / count);
    const midnightMs = Math.floor((nowMs - ageDays * dayMs) / dayMs) * dayMs;
    const startMs = midnightMs + 8 * hourMs + chance.whole(11 * hourMs);
    return {
      id: chance.uuid(),
      agent,
      project,
      startMs: Math.min(startMs, nowMs - 8 * hourMs),
      exchanges: [],
      helpers: [],
      forkOf: null,
      cut: false,
      strange: false,
    };
  });
  return sessions.sort((one, other) => one.startMs - other.startMs);
};

/** Puts an exchange between two others, anywhere. */
export const insert = (session: Session, exchange: Exchange, chance: Chance): void => {
  session.exchanges.splice(chance.whole(session.exchanges.length + 1), 0, exchange);
};
