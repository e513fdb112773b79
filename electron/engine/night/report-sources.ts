// Lists what was found on this computer: each agent's place, how much is in it, what could not be read.
import { existsSync } from 'node:fs';
import type { SourceReport } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { findOtherAgents } from '../sources/other-agents.ts';
import { sources } from '../sources/index.ts';
import { findProjectMemory } from '../sources/project-memory.ts';
import { nothingKnown, type FoundFile } from '../sources/source.ts';
import type { ReadableDb } from '../store/db.ts';
import { sessionCwds } from '../store/sessions.ts';
import { skippedCounts } from '../store/source-files.ts';

const newestOf = (files: readonly FoundFile[]): SourceReport['newestMs'] =>
  files.length ? epochMs(Math.trunc(Math.max(...files.map((file) => file.modifiedMs)))) : null;

function skippedOf(
  db: ReadableDb,
  files: readonly FoundFile[],
): Pick<SourceReport, 'skippedLines' | 'skippedByReason'> {
  const paths = new Set(files.map((file) => file.shownPath));
  const counts: Record<string, number> = {};
  for (const { path, reason, lines } of skippedCounts(db)) {
    if (paths.has(path)) counts[reason] = (counts[reason] ?? 0) + lines;
  }
  return { skippedLines: Object.values(counts).reduce((sum, n) => sum + n, 0), skippedByReason: counts };
}

/** One report for each agent that has left anything, then one for each agent that no importer reads yet. */
export function reportSources(db: ReadableDb, home: string, env: Deps['env']): readonly SourceReport[] {
  const inProjects = findProjectMemory(home, sessionCwds(db)).files;
  const known = sources.flatMap((source) => {
    const found = source.find(home, env, nothingKnown);
    const files = [...found.files, ...inProjects.filter((file) => file.agent === source.agent)];
    if (files.length === 0 && found.notReadYet.length === 0) return [];
    const sessions = files.filter((file) => file.kind === 'session');
    return [
      {
        agent: source.agent,
        place: source
          .roots(home, env)
          .filter((root) => existsSync(root))
          .join(', '),
        sessions: sessions.length,
        memoryFiles: files.length - sessions.length,
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        newestMs: newestOf(files),
        ...skippedOf(db, sessions),
        notReadYet: found.notReadYet,
      },
    ];
  });
  const others = findOtherAgents(home, env).map((other) => ({
    agent: 'unknown' as const,
    place: other.what,
    sessions: 0,
    memoryFiles: 0,
    bytes: 0,
    newestMs: null,
    skippedLines: 0,
    skippedByReason: {},
    notReadYet: [other],
  }));
  return [...known, ...others];
}
