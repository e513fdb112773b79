// The memory files that lie in projects: CLAUDE.md, AGENTS.md and their kin, in each folder that a session worked in
// and in the folders above it, up to (and without) home and the root of the disk.
import { dirname, join, resolve } from 'node:path';
import { ownerOfLocal } from './local-memory.ts';
import { folderHere, pathParts, projectScope } from './paths.ts';
import type { Findings, MemoryPlace } from './source.ts';
import { createFinding, entryAt, walkFiles, type Finding } from './walk.ts';

/** The working folders of sessions, as the sessions say them. An assistant's workspace is no project. */
export function findProjectMemory(home: string, folders: readonly string[]): Findings {
  const finding = createFinding(home);
  const seen = new Set<string>();
  for (const named of folders) {
    if (pathParts(named).some((part) => assistantFolders.has(part))) continue;
    const here = folderHere(home, named);
    for (const folder of here === null ? [] : upwards(home, here)) {
      if (seen.has(folder)) break;
      seen.add(folder);
      findIn(finding, folder);
    }
  }
  return finding.done();
}

const assistantFolders = new Set(['.openclaw', '.clawdbot', '.moltbot', '.moldbot']);

/** The folder and those above it, without home and without the root. */
function upwards(home: string, folder: string): readonly string[] {
  const all: string[] = [];
  const end = resolve(home);
  for (let at = resolve(folder); at !== end && at !== dirname(at); at = dirname(at)) all.push(at);
  return all;
}

const ruleLimits = { depthMax: 3, entriesMax: 5_000 };

function findIn(finding: Finding, folder: string): void {
  const scope = projectScope(folder);
  const ofProject: MemoryPlace = { owner: 'file', scope };
  finding.memory('claude-code', entryAt(join(folder, 'CLAUDE.md')), ofProject);
  finding.memory('claude-code', entryAt(join(folder, '.claude', 'CLAUDE.md')), ofProject);
  const local = entryAt(join(folder, 'CLAUDE.local.md'));
  if (local !== null) finding.memory('claude-code', local, { owner: ownerOfLocal(folder), scope });
  for (const inner of ['rules', 'agent-memory']) {
    for (const file of walkFiles(join(folder, '.claude', inner), ruleLimits, finding.unread)) {
      if (file.name.endsWith('.md')) finding.memory('claude-code', file, ofProject);
    }
  }
  finding.memory('codex', entryAt(join(folder, 'AGENTS.md')), ofProject);
  finding.memory('codex', entryAt(join(folder, 'AGENTS.override.md')), ofProject);
}
