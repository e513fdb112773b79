// Sorts sessions by project and kind of work: a kind of work is a command that does something and that went well in some
// sessions and badly in others. Each becomes a book with its rules.
import { contentHash } from '../../../shared/ids.ts';
import type { SessionSignals } from '../../../shared/dream.ts';
import { attemptsIn, sessionWork, type Attempt } from './attempts.ts';
import { rulesOf, type Rule } from './rules.ts';

export interface Book {
  readonly id: string;
  readonly project: string;
  readonly goal: string;
  /** The language that is spoken in it most. */
  readonly language: string;
  /** The attempts of each session, in order; sessions as they were given. */
  readonly sessions: readonly (readonly Attempt[])[];
  readonly rules: readonly Rule[];
}

// With fewer sessions, nothing can be held against anything.
const sessionsMin = 3;
const wellMin = 2;
const badlyMin = 1;

const bookId = (project: string, goal: string): string => `pbk_${contentHash('playbook', project, goal)}`;

function mostSpoken(attempts: readonly Attempt[]): string {
  const counts = new Map<string, number>();
  for (const { session } of attempts)
    counts.set(session.from.language, (counts.get(session.from.language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'en';
}

function bookOf(project: string, goal: string, sessions: readonly (readonly Attempt[])[]): Book | null {
  const first = sessions.flatMap(([one]) => one ?? []);
  const count = (went: Attempt['went']): number => first.filter((one) => one.went === went).length;
  if (sessions.length < sessionsMin || count('well') < wellMin || count('badly') < badlyMin) return null;
  const rules = rulesOf(goal, sessions);
  return { id: bookId(project, goal), project, goal, language: mostSpoken(first), sessions, rules };
}

/** Pure. Sessions in any order; books by project and goal. What stands in no project has no book. */
export function booksOf(signals: readonly SessionSignals[]): readonly Book[] {
  const byGoal = new Map<
    string,
    { readonly project: string; readonly goal: string; sessions: (readonly Attempt[])[] }
  >();
  const ordered = signals
    .filter(({ work, project }) => work !== '' && project !== null)
    .sort((a, b) => (a.session < b.session ? -1 : 1));
  for (const one of ordered) {
    const project = one.project ?? '';
    const attempts = attemptsIn(sessionWork(one));
    for (const [goal, all] of Map.groupBy(attempts, (attempt) => attempt.goal)) {
      const key = JSON.stringify([project, goal]);
      const known = byGoal.get(key);
      if (known) known.sessions.push(all);
      else byGoal.set(key, { project, goal, sessions: [all] });
    }
  }
  return [...byGoal.values()]
    .flatMap(({ project, goal, sessions }) => bookOf(project, goal, sessions) ?? [])
    .sort((a, b) => (a.project + a.goal < b.project + b.goal ? -1 : 1));
}
