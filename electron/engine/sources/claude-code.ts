// Knows where Claude Code leaves its sessions and its memory.
import { join } from 'node:path';
import { pathParts, projectScope } from './paths.ts';
import type { Environment, Known, Source } from './source.ts';
import { createFinding, entryAt, listFolder, walkFiles, type Entry, type Finding } from './walk.ts';

const agent = 'claude-code';

export const claudeCodeSource: Source = {
  agent,
  roots,
  find(home, env, known) {
    const finding = createFinding(home);
    for (const root of roots(home, env)) {
      for (const slug of listFolder(join(root, 'projects'), finding.unread)) {
        if (slug.isFolder) findProject(finding, slug, known);
      }
      findUserMemory(finding, root);
    }
    for (const folder of desktopFolders(home, env)) countDesktop(finding, folder);
    return finding.done();
  },
  findMemory(home, env, known) {
    const finding = createFinding(home);
    for (const root of roots(home, env)) {
      for (const slug of listFolder(join(root, 'projects'), finding.unread)) {
        if (slug.isFolder) findAutoMemory(finding, join(slug.path, 'memory'), slug.name, known);
      }
      findUserMemory(finding, root);
    }
    return finding.done();
  },
};

function roots(home: string, env: Environment): readonly string[] {
  const chosen = env['CLAUDE_CONFIG_DIR'];
  // Some builds of 2025 kept their files in the second place.
  return chosen ? [chosen] : [join(home, '.claude'), join(home, '.config', 'claude')];
}

/** Sub-agents of workflows lie one level deeper than others. */
const subagentLimits = { depthMax: 4, entriesMax: 50_000 };
const memoryLimits = { depthMax: 3, entriesMax: 10_000 };

function findProject(finding: Finding, slug: Entry, known: Known): void {
  for (const entry of listFolder(slug.path, finding.unread)) {
    if (!entry.isFolder) {
      if (entry.name.endsWith('.jsonl')) finding.session(agent, entry, 'jsonl');
      continue;
    }
    if (entry.name === 'memory') findAutoMemory(finding, entry.path, slug.name, known);
    for (const file of walkFiles(join(entry.path, 'subagents'), subagentLimits, finding.unread)) {
      if (/^agent-.*\.jsonl$/.test(file.name)) finding.session(agent, file, 'jsonl');
    }
  }
}

function findAutoMemory(finding: Finding, folder: string, slug: string, known: Known): void {
  const scope = projectScope(known.folderBySlug.get(slug) ?? lastOfSlug(slug));
  for (const file of walkFiles(folder, memoryLimits, finding.unread)) {
    if (file.name.endsWith('.md')) finding.memory(agent, file, { owner: 'agent', scope });
  }
}

/** The best guess for a project of which no session is known: a slug's dashes may have been anything. */
const lastOfSlug = (slug: string): string =>
  slug
    .split('-')
    .filter((part) => part !== '')
    .at(-1) ?? slug;

/** The slug of the project's folder in which a session lies, or null where it lies elsewhere. */
export function slugOf(path: string): string | null {
  const parts = pathParts(path);
  const projects = parts.lastIndexOf('projects');
  return projects === -1 ? null : (parts[projects + 1] ?? null);
}

function findUserMemory(finding: Finding, root: string): void {
  const scope = `agent:${agent}` as const;
  finding.memory(agent, entryAt(join(root, 'CLAUDE.md')), { owner: 'person', scope });
  for (const file of walkFiles(join(root, 'rules'), memoryLimits, finding.unread)) {
    if (file.name.endsWith('.md')) finding.memory(agent, file, { owner: 'person', scope });
  }
  for (const file of walkFiles(join(root, 'agent-memory'), memoryLimits, finding.unread)) {
    if (file.name.endsWith('.md')) finding.memory(agent, file, { owner: 'agent', scope });
  }
}

function desktopFolders(home: string, env: Environment): readonly string[] {
  const roaming = env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  return [
    join(home, 'Library', 'Application Support', 'Claude'),
    join(home, '.config', 'Claude'),
    join(roaming, 'Claude'),
  ].map((folder) => join(folder, 'local-agent-mode-sessions'));
}

function countDesktop(finding: Finding, folder: string): void {
  for (const file of walkFiles(folder, { depthMax: 8, entriesMax: 20_000 }, finding.unread)) {
    if (file.name.endsWith('.jsonl') && file.name !== 'audit.jsonl')
      finding.notReadYet('Claude desktop session');
  }
}
