// Lists what was found on this computer: each agent's place, how much is in it, what could not be read.
import { existsSync } from 'node:fs';
import type { SourceReport } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import type { Settings } from '../../../shared/settings.ts';
import { findByName } from '../sources/by-name.ts';
import { findOtherAgents } from '../sources/other-agents.ts';
import { sources } from '../sources/index.ts';
import { findProjectMemory } from '../sources/project-memory.ts';
import { nothingKnown, type FoundFile } from '../sources/source.ts';
import type { ReadableDb } from '../store/db.ts';
import { projectsRead, sessionCwds } from '../store/sessions.ts';
import { readSettings } from '../store/settings.ts';
import { skippedCounts } from '../store/source-files.ts';
import { wantedFiles } from './wanted-files.ts';

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

interface Reporting {
  readonly db: ReadableDb;
  readonly settings: Settings;
}

/** What lies in one place, as its owner sees it. */
function reportOf(
  { db, settings }: Reporting,
  of: Pick<SourceReport, 'agent' | 'place' | 'isAdded' | 'notReadYet' | 'projects'>,
  files: readonly FoundFile[],
): SourceReport {
  const sessions = files.filter((file) => file.kind === 'session');
  const { tooLarge } = wantedFiles(settings.sources, sessions);
  return {
    ...of,
    sessions: sessions.length,
    memoryFiles: files.length - sessions.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    newestMs: newestOf(files),
    ...skippedOf(db, sessions),
    tooLarge: tooLarge.map(({ shownPath: path, bytes }) => ({ path, bytes })),
  };
}

/** A row for each agent that is found in it; where none is, one that says so. */
function reportAdded(reporting: Reporting, home: string, folder: string): readonly SourceReport[] {
  const { files, notReadYet } = findByName(home, folder);
  const of = { place: folder, isAdded: true, notReadYet, projects: [] };
  const agents = [...new Set(files.map(({ agent }) => agent))].sort();
  if (agents.length === 0) return [reportOf(reporting, { ...of, agent: 'unknown' }, [])];
  return agents.map((agent, i) =>
    reportOf(
      reporting,
      { ...of, agent, notReadYet: i === 0 ? notReadYet : [] },
      files.filter((file) => file.agent === agent),
    ),
  );
}

/** One report for each agent that has left anything, for each added folder, and for each agent that no importer reads yet. */
export function reportSources(db: ReadableDb, home: string, env: Deps['env']): readonly SourceReport[] {
  const reporting: Reporting = { db, settings: readSettings(db) };
  const projects = projectsRead(db);
  const inProjects = findProjectMemory(home, sessionCwds(db)).files;
  const known = sources.flatMap((source) => {
    const { agent } = source;
    const { files: own, notReadYet } = source.find(home, env, nothingKnown);
    const files = [...own, ...inProjects.filter((file) => file.agent === agent)];
    if (files.length === 0 && notReadYet.length === 0) return [];
    const place = source
      .roots(home, env)
      .filter((root) => existsSync(root))
      .join(', ');
    const ofAgent = projects.filter((one) => one.agent === agent);
    const named = ofAgent.map(({ name, sessions }) => ({ name, sessions }));
    return [reportOf(reporting, { agent, place, isAdded: false, notReadYet, projects: named }, files)];
  });
  const added = reporting.settings.folders.flatMap((folder) => reportAdded(reporting, home, folder));
  const others = findOtherAgents(home, env).map((other) => {
    const of = {
      agent: 'unknown',
      place: other.what,
      isAdded: false,
      notReadYet: [other],
      projects: [],
    } as const;
    return reportOf(reporting, of, []);
  });
  return [...known, ...added, ...others];
}
