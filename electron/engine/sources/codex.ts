// Knows where Codex (CLI, app and IDE alike) leaves its sessions and its memory.
import { join } from 'node:path';
import type { Environment, Source } from './source.ts';
import { createFinding, entryAt, listFolder, walkFiles, type Finding } from './walk.ts';

const agent = 'codex';

export const codexSource: Source = {
  agent,
  roots,
  find(home, env) {
    const finding = createFinding(home);
    for (const root of roots(home, env)) {
      findSessions(finding, join(root, 'sessions'));
      findSessions(finding, join(root, 'archived_sessions'));
      findMemory(finding, root);
    }
    return finding.done();
  },
  findMemory(home, env) {
    const finding = createFinding(home);
    for (const root of roots(home, env)) findMemory(finding, root);
    return finding.done();
  },
};

function roots(home: string, env: Environment): readonly string[] {
  const chosen = env['CODEX_HOME'];
  return [chosen ? chosen : join(home, '.codex')];
}

/** YYYY/MM/DD below the root. */
const sessionLimits = { depthMax: 5, entriesMax: 200_000 };

function findSessions(finding: Finding, folder: string): void {
  const files = [...walkFiles(folder, sessionLimits, finding.unread)];
  const plain = new Set(files.map((file) => file.path));
  for (const file of files) {
    if (file.name.endsWith('.jsonl')) finding.session(agent, file, 'jsonl');
    else if (file.name.endsWith('.jsonl.zst')) {
      // Where both stand side by side the plain one is the newer.
      if (!plain.has(file.path.slice(0, -'.zst'.length))) finding.session(agent, file, 'jsonl.zst');
    } else if (/^rollout-.*\.json$/.test(file.name))
      finding.notReadYet('Codex session of spring 2025 (.json)');
  }
}

function findMemory(finding: Finding, root: string): void {
  const scope = `agent:${agent}` as const;
  for (const name of ['AGENTS.md', 'AGENTS.override.md']) {
    finding.memory(agent, entryAt(join(root, name)), { owner: 'person', scope });
  }
  for (const entry of listFolder(join(root, 'memories'), finding.unread)) {
    if (entry.name.endsWith('.md')) finding.memory(agent, entry, { owner: 'agent', scope });
  }
}
