// Ways of working that may become skills: a playbook whose owner let a rule in, and a routine, which is the same few
// commands in the same order in session after session, whoever asked for it and however.
import { contentHash } from '../../../shared/ids.ts';
import type { SessionSignals } from '../../../shared/dream.ts';
import type { Playbook } from '../../../shared/playbooks.ts';
import type { WorkStep } from '../../../shared/work.ts';
import { attemptsIn, sessionWork } from './attempts.ts';

export interface Way {
  readonly from: 'playbook' | 'routine';
  readonly project: string;
  /** The command that does the work, or the routine's last one. */
  readonly task: string;
  /** What sessions that did it have in `Done.ways`. */
  readonly key: string;
  readonly name: string;
  /** Of the file, below its heading. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Letters, digits and dashes, as agents want names; 64 at the most. */
export function skillName(project: string, task: string, ...more: readonly string[]): string {
  const slug = `${project}-${task}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 50)
    .replace(/-$/u, '');
  return `${slug === '' ? 'work' : slug}-${contentHash('skill', project, task, ...more).slice(0, 6)}`;
}

/** Only what its owner let in. */
export function waysOfBooks(books: readonly Playbook[]): readonly Way[] {
  return books.flatMap((book): readonly Way[] => {
    const rules = book.rules.filter(({ standing }) => standing === 'in-memory');
    if (rules.length === 0) return [];
    const of = (part: 'step' | 'pitfall' | 'check'): readonly string[] =>
      rules.filter((rule) => rule.part === part).map(({ text }) => `- ${line(text)}`);
    return [
      {
        from: 'playbook',
        project: book.project,
        task: book.task,
        key: keyOf(book.project, book.task),
        name: skillName(book.project, book.task),
        sections: [
          { title: 'Before', lines: of('step') },
          { title: 'Leave out', lines: of('pitfall') },
          { title: 'After', lines: of('check') },
        ],
      },
    ];
  });
}

const stepsMin = 2;
const stepsMax = 6;
// A routine of three sessions may be one week's work.
const sessionsMin = 4;
// A shorter one that comes nearly as often only as a part of a longer one is that longer one.
const partShareMin = 0.75;
const perProjectMax = 5;

/** Commands between two messages of the person, each once in a row; what failed ends a stretch. */
function stretchesOf(steps: readonly WorkStep[]): readonly (readonly string[])[] {
  const stretches: string[][] = [[]];
  for (const { kind, family, ended } of steps) {
    const last = stretches.at(-1) ?? [];
    if (kind === 'edit' || kind === 'loaded') continue;
    if ((kind !== 'run' && kind !== 'check') || ended === 'failed' || family === '') stretches.push([]);
    else if (last.at(-1) !== family) last.push(family);
  }
  return stretches.filter(({ length }) => length >= stepsMin);
}

// Every agent knows how to commit; that is no way of working.
const isPlain = (family: string): boolean => /^git\b/u.test(family);

/** Every run of two to six commands in a row that the session held, as one string each. */
function runsIn(steps: readonly WorkStep[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const stretch of stretchesOf(steps)) {
    for (let from = 0; from < stretch.length; from++) {
      for (let to = from + stepsMin; to <= Math.min(stretch.length, from + stepsMax); to++) {
        const part = stretch.slice(from, to);
        if (!part.every(isPlain)) runs.add(JSON.stringify(part));
      }
    }
  }
  return runs;
}

const partsOf = (run: string): readonly string[] => {
  const parts: unknown = JSON.parse(run);
  return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : [];
};

/** Longest first; of those that share most of their sessions with a longer one, the longer one alone. */
function routinesIn(sessions: readonly ReadonlySet<string>[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const runs of sessions) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  const often = [...counts]
    .filter(([, count]) => count >= sessionsMin)
    .map(([run, count]) => ({ run, count, inner: run.slice(1, -1), steps: partsOf(run) }))
    .sort((a, b) => b.steps.length - a.steps.length || b.count - a.count || (a.run < b.run ? -1 : 1));
  const kept: typeof often = [];
  for (const one of often) {
    const isPart = kept.some(
      ({ inner, count }) => inner.includes(one.inner) && count >= partShareMin * one.count,
    );
    if (!isPart) kept.push(one);
  }
  return kept
    .sort((a, b) => b.count - a.count || (a.run < b.run ? -1 : 1))
    .slice(0, perProjectMax)
    .map(({ steps }) => steps);
}

const routineWay = (project: string, steps: readonly string[]): Way => {
  const task = steps.at(-1) ?? '';
  return {
    from: 'routine',
    project,
    task,
    key: keyOf(project, 'routine', ...steps),
    name: skillName(project, task, ...steps),
    sections: [{ title: 'In this order', lines: steps.map((step, at) => `${at + 1}. \`${line(step)}\``) }],
  };
};

/** Sessions in any order. What touches the work of a playbook is that playbook's, also where its owner said no to it. */
export function waysOfRoutines(
  signals: readonly SessionSignals[],
  books: readonly Pick<Playbook, 'project' | 'task'>[],
): { readonly ways: readonly Way[]; readonly keysOf: ReadonlyMap<string, readonly string[]> } {
  const told = new Set(books.map(({ project, task }) => keyOf(project, task)));
  const runs = signals.flatMap((one) =>
    one.project === null || one.work === ''
      ? []
      : [{ session: one.session, project: one.project, runs: runsIn(sessionWork(one).steps) }],
  );
  const ways = [...Map.groupBy(runs, ({ project }) => project)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([project, of]) => routinesIn(of.map((one) => one.runs)).map((steps) => ({ project, steps })))
    .filter(({ project, steps }) => steps.every((step) => !told.has(keyOf(project, step))));
  const keysOf = new Map(
    runs.map(({ session, project, runs: held }): readonly [string, readonly string[]] => [
      session,
      ways.flatMap(({ project: of, steps }) =>
        of === project && held.has(JSON.stringify(steps)) ? [keyOf(project, 'routine', ...steps)] : [],
      ),
    ]),
  );
  return { ways: ways.map(({ project, steps }) => routineWay(project, steps)), keysOf };
}

/** The kinds of work that were done in a session, as `Way.key` names them; routines apart. */
export const workKeysOf = (one: SessionSignals): readonly string[] =>
  one.project === null ? [] : attemptsIn(sessionWork(one)).map(({ goal }) => keyOf(one.project ?? '', goal));
