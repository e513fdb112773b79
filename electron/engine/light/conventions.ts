// Notices how a project names its branches and how its commit messages begin: seen in what was run, whatever anybody said
// of it. What names only the day's thing is left open ("fix/…", "feat(api): …").
import { contentHash } from '../../../shared/ids.ts';
import type { Signal } from '../../../shared/dream.ts';
import type { Language } from '../language/language.ts';
import type { ToolRun } from './tool-runs.ts';
import { toolSignal } from './tool-signal.ts';

export type ConventionKind = 'branches' | 'commits';

/** A name or a message that has no such form: kept, so that the share of those that have one is known. */
export const noForm = '';

interface Named {
  readonly form: string;
  /** As it stands in the command. */
  readonly quote: string;
  readonly run: ToolRun;
}

// Of one form in one session so many are proof enough.
const quotesMax = 5;
// What a commit is called is a line; more is no subject.
const subjectCharsMax = 120;
const commandCharsMax = 8_000;
// A person's name, a ticket's project, a type of change: longer is the thing itself.
const formCharsMax = 16;

const newBranch =
  /\bgit(?:\s+-C\s+\S+)?\s+(?:checkout\s+-[bB]|switch\s+(?:-c|-C|--create)|worktree\s+add\b[^\n;&|]{0,300}?\s-b)\s+["']?([\w./-]+)/gu;
const commitMessage =
  /\bgit(?:\s+-C\s+\S+)?\s+commit\b[^\n;&|]{0,300}?\s(?:-a?m|--message)[= ]\s*(?:"\$\(cat <<-?\s*['"]?\w+['"]?\s*\n\s*([^\n]+)|"([^"\n$`]+)|'([^'\n]+))/gu;

const branchForm = (name: string): string => {
  const prefix = /^([\p{L}\d_-]+)\//u.exec(name)?.[1] ?? noForm;
  return prefix !== noForm && prefix.length <= formCharsMax ? `${prefix}/…` : noForm;
};

const typed = /^(\p{Ll}+)(\([^()\s]{1,40}\))?!?: \S/u;

/** "fix(api): the footer is back" is `fix(…): …`. */
function commitForm(subject: string): string {
  const [, type, scope] = typed.exec(subject) ?? [];
  if (type === undefined || type.length > formCharsMax) return noForm;
  return scope === undefined ? `${type}: …` : `${type}(…): …`;
}

function namedIn(run: ToolRun, kind: ConventionKind): readonly Named[] {
  if (run.kind !== 'shell' || run.ended === 'failed' || run.command.includes('⟦masked:')) return [];
  const pattern = kind === 'branches' ? newBranch : commitMessage;
  return [...run.command.slice(0, commandCharsMax).matchAll(pattern)].flatMap((match) => {
    const name = (match.slice(1).find((group) => group !== undefined) ?? '').trim();
    if (name === '' || name.length > subjectCharsMax) return [];
    return [{ form: kind === 'branches' ? branchForm(name) : commitForm(name), quote: name, run }];
  });
}

function signalOf(kind: ConventionKind, form: string, named: readonly Named[], language: Language): Signal {
  const first = named[0]?.run;
  return toolSignal({
    id: contentHash('convention', kind, String(first?.callOrdinal), form),
    kind: 'workflow',
    text: form,
    quotes: named.slice(0, quotesMax).map(({ quote, run }) => ({ ordinal: run.callOrdinal, text: quote })),
    language: language.lexicon.code,
    cues: [`routine-${kind}`],
    atMs: first?.atMs ?? null,
    steps: [form],
  });
}

/** One signal for each form that branches and commit messages had in this session. */
export const conventionsOf = (runs: readonly ToolRun[], language: Language): readonly Signal[] =>
  (['branches', 'commits'] as const).flatMap((kind) => {
    const byForm = Map.groupBy(
      runs.flatMap((run) => namedIn(run, kind)),
      ({ form }) => form,
    );
    return [...byForm].map(([form, named]) => signalOf(kind, form, named, language));
  });
