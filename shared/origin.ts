// Where words came from. Every span of every transcript carries its origin from the first day on, and a derived
// thing carries the worst of its sources.

/**
 * person    the owner's own words, typed or spoken
 * agent     an agent's own words, its summaries and its own notes
 * tool      what a tool printed
 * web       what a page said (fetched, searched)
 * file      what a file of the project said, a repository's CLAUDE.md or AGENTS.md included
 * import    read from an export or a folder whose speaker we cannot tell
 * injected  put into the conversation by the harness: reminders, hooks, environment, command envelopes
 * own       written by Slowwave itself: our fenced blocks, our diary. Never evidence.
 */
export const origins = ['person', 'agent', 'tool', 'file', 'import', 'web', 'injected', 'own'] as const;
export type Origin = (typeof origins)[number];

// From the most trusted to the least. A tool is above a file because its exit codes are facts of what happened.
const trustOrder: Readonly<Record<Origin, number>> = {
  person: 0,
  agent: 1,
  tool: 2,
  file: 3,
  import: 4,
  web: 5,
  injected: 6,
  own: 7,
};

/** The least trusted of several origins; `own` for none, so that nothing is trusted by default. */
export const worstOrigin = (all: readonly Origin[]): Origin =>
  all.reduce<Origin | null>(
    (worst, next) => (worst === null || trustOrder[next] > trustOrder[worst] ? next : worst),
    null,
  ) ?? 'own';

/** It is trusted less than the other. */
export const isWorse = (one: Origin, other: Origin): boolean => trustOrder[one] > trustOrder[other];

/**
 * What may become a rule by itself: the owner's own words, and what tools did (commands and how they ended, `isDone`).
 * All else can at most stand beside what the owner said. A gate, never a penalty in a score.
 */
export const mayRule = (taint: Origin, isDone: boolean): boolean =>
  taint === 'person' || (taint === 'tool' && isDone);
