// Knows where OpenClaw (once Clawdbot, Moltbot) leaves its sessions and its workspaces' memory. Its folders hold
// many copies of one session: backups and checkpoints are passed over, closed sessions are read.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { folderHere } from './paths.ts';
import type { Environment, FileFormat, Known, Source } from './source.ts';
import { createFinding, entryAt, listFolder, type Finding } from './walk.ts';

const agent = 'openclaw';

export const openClawSource: Source = {
  agent,
  roots,
  find(home, env, known) {
    const finding = createFinding(home);
    const all = distinct(roots(home, env));
    for (const root of all) findSessions(finding, root);
    for (const folder of distinct(workspaces(home, all, known))) findMemory(finding, folder);
    return finding.done();
  },
  findMemory(home, env, known) {
    const finding = createFinding(home);
    const all = distinct(roots(home, env));
    for (const folder of distinct(workspaces(home, all, known))) findMemory(finding, folder);
    return finding.done();
  },
};

function roots(home: string, env: Environment): readonly string[] {
  const chosen = env['OPENCLAW_STATE_DIR'];
  return chosen
    ? [chosen]
    : ['.openclaw', '.clawdbot', '.moltbot', '.moldbot'].map((name) => join(home, name));
}

/** An older name is often a link to the newer one: each real folder once, by its first name. */
function distinct(folders: readonly string[]): readonly string[] {
  const byPlace = new Map<string, string>();
  for (const folder of folders) {
    const place = realPath(folder);
    if (place !== null && !byPlace.has(place)) byPlace.set(place, folder);
  }
  return [...byPlace.values()];
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function findSessions(finding: Finding, root: string): void {
  for (const who of listFolder(join(root, 'agents'), finding.unread)) {
    if (!who.isFolder) continue;
    for (const file of listFolder(join(who.path, 'sessions'), finding.unread)) {
      const format = file.isFolder ? null : openClawFormat(file.name);
      if (format !== null) finding.session(agent, file, format);
    }
    const database = entryAt(join(who.path, 'agent', 'openclaw-agent.sqlite'));
    if (database !== null) finding.notReadYet('OpenClaw sessions in a database (openclaw-agent.sqlite)');
  }
}

/**
 * Null for copies (`.jsonl.bak-…`, `.checkpoint.….jsonl`), telemetry (`.trajectory.jsonl`), locks and anything else.
 * Sessions that were reset or deleted are still days that were lived.
 */
export function openClawFormat(name: string): FileFormat | null {
  if (/\.(?:checkpoint\.[^.]+|trajectory)\.jsonl/.test(name)) return null;
  if (/^[^.]+\.jsonl$/.test(name)) return 'jsonl';
  if (/^[^.]+\.jsonl\.(?:reset|deleted)\.[^/]*\.zst$/.test(name)) return 'jsonl.zst';
  return /^[^.]+\.jsonl\.(?:reset|deleted)\.[^/]*$/.test(name) ? 'jsonl' : null;
}

function workspaces(home: string, all: readonly string[], known: Known): readonly string[] {
  const below = all.flatMap((root) =>
    listFolder(root).filter((e) => e.isFolder && /^workspace(?:-|$)/.test(e.name)),
  );
  const told = known.openClawFolders.flatMap((folder) => folderHere(home, folder) ?? []);
  // `~/clawd` was the workspace of the first versions.
  return [...below.map((entry) => entry.path), join(home, 'clawd'), ...told];
}

function findMemory(finding: Finding, workspace: string): void {
  const scope = `agent:${agent}` as const;
  finding.memory(agent, entryAt(join(workspace, 'MEMORY.md')), { owner: 'agent', scope });
  finding.memory(agent, entryAt(join(workspace, 'USER.md')), { owner: 'person', scope });
  // Daily notes only: DREAMS.md and memory/dreaming are diaries made of them.
  for (const entry of listFolder(join(workspace, 'memory'), finding.unread)) {
    if (/^\d{4}-\d{2}-\d{2}.*\.md$/.test(entry.name)) finding.memory(agent, entry, { owner: 'agent', scope });
  }
}
