// Which files each agent really reads as its memory, with the limits it has for them, and which entries belong into
// which. Opens nothing but names; whether a file may be written is asked when it is written.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Scope } from '../../../shared/memory.ts';
import { assertNever } from '../../../shared/result.ts';
import type { LocalAgent } from '../../../shared/transcript.ts';
import type { FileOwner } from '../store/snapshots.ts';
import { shownPath } from './look.ts';

/** block: our fenced block in a Markdown file. index: a folder of one file per fact, and lines that name them. */
export type TargetForm = 'block' | 'index';

export interface Target {
  /** Absolute. */
  readonly path: string;
  /** Below the home folder where it lies there. */
  readonly shownPath: string;
  /** Who reads it; several where one file serves several agents. */
  readonly agents: readonly FileOwner[];
  readonly form: TargetForm;
  readonly scopes: readonly Scope[];
  readonly budgetTokens: number;
  /** What the agent cuts off; null for no limit that we know of. */
  readonly linesMax: number | null;
  readonly bytesMax: number | null;
}

export interface Project {
  /** As in `project:NAME`. */
  readonly name: string;
  /** Absolute, on this machine. */
  readonly folder: string;
  /** Who worked there. */
  readonly agents: readonly LocalAgent[];
}

export interface TargetsInput {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Agents that the person has: only theirs are written. */
  readonly agents: readonly LocalAgent[];
  readonly projects: readonly Project[];
  /** Files that a person named, for anything else that reads Markdown. */
  readonly extraFiles: readonly string[];
  readonly budgetOf?: (agent: LocalAgent) => number | null;
}

// Every token of memory is read in every session. 2,000: half of what Anthropic's guide calls a long CLAUDE.md.
export const defaultBudgetTokens = 2_000;

// Claude Code loads the first 200 lines or 25 KB of its auto memory's index, whichever comes first.
const claudeIndexLimits = { linesMax: 200, bytesMax: 25_000 };
// Codex stops at project_doc_max_bytes, by default 32 KiB.
const codexLimits = { linesMax: null, bytesMax: 32 * 1024 };
const noLimits = { linesMax: null, bytesMax: null };

export function findTargets(input: TargetsInput): readonly Target[] {
  const found = [
    ...input.agents.flatMap((agent) => userTargets(agent, input)),
    ...input.projects.flatMap((project) => projectTargets(project, input)),
    ...input.extraFiles.map((path) => target(input, 'other', path, ['global'])),
  ];
  return oneForEachFile(found);
}

function userTargets(agent: LocalAgent, input: TargetsInput): readonly Target[] {
  const scopes: readonly Scope[] = ['global', `agent:${agent}`];
  const { home, env } = input;
  switch (agent) {
    case 'claude-code': {
      const root = env['CLAUDE_CONFIG_DIR'] ?? join(home, '.claude');
      return [target(input, agent, join(root, 'CLAUDE.md'), scopes)];
    }
    case 'codex': {
      const root = env['CODEX_HOME'] ?? join(home, '.codex');
      return [target(input, agent, codexFile(root), scopes, codexLimits)];
    }
    case 'openclaw':
      return openClawWorkspaces(home, env).map((folder) =>
        target(input, agent, join(folder, 'MEMORY.md'), scopes),
      );
    default:
      return assertNever(agent);
  }
}

/** An override is read instead of AGENTS.md, in each folder. */
function codexFile(folder: string): string {
  const override = join(folder, 'AGENTS.override.md');
  return existsSync(override) ? override : join(folder, 'AGENTS.md');
}

function openClawWorkspaces(home: string, env: TargetsInput['env']): readonly string[] {
  const root = env['OPENCLAW_STATE_DIR'];
  const roots =
    root === undefined
      ? ['.openclaw', '.clawdbot', '.moltbot', '.moldbot'].map((n) => join(home, n))
      : [root];
  const all = [...roots.map((folder) => join(folder, 'workspace')), join(home, 'clawd')].filter((f) =>
    existsSync(f),
  );
  // An older name is often a link to the newer one.
  const [first] = all;
  return first === undefined ? [] : [first];
}

function projectTargets(project: Project, input: TargetsInput): readonly Target[] {
  const scopes: readonly Scope[] = [`project:${project.name}`];
  return project.agents
    .filter((agent) => input.agents.includes(agent))
    .flatMap((agent) => {
      if (agent === 'claude-code') return [claudeProjectTarget(project, input, scopes)];
      if (agent === 'codex') {
        return [
          target(input, agent, codexFile(rootOf(project, input.home, ['AGENTS.md'])), scopes, codexLimits),
        ];
      }
      // An assistant's workspace is no project.
      return [];
    });
}

/** The project's own CLAUDE.md; where there is none, Claude's own folder of memories; else a new CLAUDE.md. */
function claudeProjectTarget(project: Project, input: TargetsInput, scopes: readonly Scope[]): Target {
  const agent = 'claude-code';
  const root = rootOf(project, input.home, ['CLAUDE.md', '.claude/CLAUDE.md']);
  const [plain, inner] = [join(root, 'CLAUDE.md'), join(root, '.claude', 'CLAUDE.md')];
  const standing = [plain, inner].find((path) => existsSync(path));
  if (standing !== undefined) return target(input, agent, importedFile(standing) ?? standing, scopes);
  const memory = autoMemoryFolder(project.folder, input);
  if (!existsSync(memory)) return target(input, agent, plain, scopes);
  return { ...target(input, agent, join(memory, 'MEMORY.md'), scopes, claudeIndexLimits), form: 'index' };
}

/** `@AGENTS.md` on a line of its own: Claude reads the other file as well, and our lines must not stand in both. */
function importedFile(path: string): string | null {
  const imported = join(dirname(path), 'AGENTS.md');
  try {
    return existsSync(imported) && /^@(?:\.\/)?AGENTS\.md\s*$/m.test(readFileSync(path, 'latin1'))
      ? imported
      : null;
  } catch {
    return null;
  }
}

/** Claude Code names a project's folder by its path: whatever is no ASCII letter, digit or dash becomes a dash. */
function autoMemoryFolder(folder: string, { home, env }: TargetsInput): string {
  const root = env['CLAUDE_CONFIG_DIR'] ?? join(home, '.claude');
  return join(root, 'projects', resolve(folder).replace(/[^A-Za-z0-9-]/gu, '-'), 'memory');
}

/** The nearest folder upwards that holds one of the files, or is a repository's root; else the folder itself. */
function rootOf({ folder }: Project, home: string, names: readonly string[]): string {
  const end = resolve(home);
  for (let at = resolve(folder); at !== end && at !== dirname(at); at = dirname(at)) {
    if ([...names, '.git'].some((name) => existsSync(join(at, name)))) return at;
  }
  return resolve(folder);
}

function target(
  input: TargetsInput,
  agent: FileOwner,
  path: string,
  scopes: readonly Scope[],
  limits: Pick<Target, 'linesMax' | 'bytesMax'> = noLimits,
): Target {
  const own = agent === 'other' ? null : (input.budgetOf?.(agent) ?? null);
  return {
    path: resolve(path),
    shownPath: shownPath(input.home, resolve(path)),
    agents: [agent],
    form: 'block',
    scopes,
    budgetTokens: own ?? defaultBudgetTokens,
    ...limits,
  };
}

/** Two names of one file (a link, a project known by two folders) get one block, for all who read it. */
function oneForEachFile(found: readonly Target[]): readonly Target[] {
  const byPlace = new Map<string, Target>();
  for (const next of found) {
    const place = placeOf(next.path);
    const known = byPlace.get(place);
    byPlace.set(place, known === undefined ? next : joined(known, next));
  }
  return [...byPlace.values()];
}

function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const smaller = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

const joined = (a: Target, b: Target): Target => ({
  ...a,
  agents: [...new Set([...a.agents, ...b.agents])],
  scopes: [...new Set([...a.scopes, ...b.scopes])],
  budgetTokens: Math.min(a.budgetTokens, b.budgetTokens),
  linesMax: smaller(a.linesMax, b.linesMax),
  bytesMax: smaller(a.bytesMax, b.bytesMax),
});

export const factFileName = (shortId: string): string => `slowwave-${shortId}.md`;
export const isFactFile = (path: string): boolean => /^slowwave-[0-9a-f]{8,16}\.md$/.test(basename(path));
