// Lists what was found on this computer: each agent's place, how much is in it, what could not be read.
import { existsSync } from 'node:fs';
import type { SourceReport } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import type { Settings } from '../../../shared/settings.ts';
import { isExportAgent } from '../../../shared/transcript.ts';
import { findByName } from '../sources/by-name.ts';
import { lookIntoArchives } from '../sources/chat-exports.ts';
import { findOtherAgents } from '../sources/other-agents.ts';
import { sources } from '../sources/index.ts';
import { findProjectMemory } from '../sources/project-memory.ts';
import { nothingKnown, type FoundFile } from '../sources/source.ts';
import type { ReadableDb } from '../store/db.ts';
import { projectsRead, sessionCwds } from '../store/sessions.ts';
import { readSettings } from '../store/settings.ts';
import { exportsRead, skippedCounts, type ExportRead } from '../store/source-files.ts';
import { wantedFiles } from './wanted-files.ts';

const newestOf = (files: readonly FoundFile[]): SourceReport['newestMs'] =>
  files.length ? epochMs(Math.trunc(Math.max(...files.map((file) => file.modifiedMs)))) : null;

function skippedOf(
  db: ReadableDb,
  files: readonly Pick<FoundFile, 'shownPath'>[],
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
  readonly exports: readonly ExportRead[];
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

/** An export's chats stand in the store, wherever it lies by now. */
const reportExport = (
  { db }: Reporting,
  { agent, path, bytes, chats, newestMs, readAtMs }: ExportRead,
  projects: SourceReport['projects'],
): SourceReport => ({
  agent,
  place: path,
  isAdded: false,
  sessions: chats,
  memoryFiles: 0,
  bytes,
  newestMs,
  ...skippedOf(db, [{ shownPath: path }]),
  notReadYet: [],
  tooLarge: [],
  projects,
  importedAtMs: readAtMs,
});

/** In a folder that is looked into: one file holds many chats, and none of them counts before it is read. */
function withChats({ exports }: Reporting, report: SourceReport, files: readonly FoundFile[]): SourceReport {
  if (!isExportAgent(report.agent)) return report;
  const read = exports.filter(({ path }) => files.some(({ shownPath }) => shownPath === path));
  const times = read.map(({ readAtMs }) => readAtMs);
  return {
    ...report,
    sessions: read.reduce((sum, { chats }) => sum + chats, 0),
    ...(times.length === 0 ? {} : { importedAtMs: epochMs(Math.max(...times)) }),
  };
}

/** A folder that its owner added, looked into. */
export interface AddedFolder {
  readonly folder: string;
  readonly files: readonly FoundFile[];
  readonly notReadYet: SourceReport['notReadYet'];
}

/** A row for each agent that is found in it; where none is, one that says so. */
function reportAdded(
  reporting: Reporting,
  { folder, files, notReadYet }: AddedFolder,
): readonly SourceReport[] {
  const of = { place: folder, isAdded: true, notReadYet, projects: [] };
  const agents = [...new Set(files.map(({ agent }) => agent))].sort();
  if (agents.length === 0) return [reportOf(reporting, { ...of, agent: 'unknown' }, [])];
  return agents.map((agent, i) => {
    const own = files.filter((file) => file.agent === agent);
    const report = reportOf(reporting, { ...of, agent, notReadYet: i === 0 ? notReadYet : [] }, own);
    return withChats(reporting, report, own);
  });
}

export async function lookIntoAdded(
  home: string,
  folders: readonly string[],
): Promise<readonly AddedFolder[]> {
  const added: AddedFolder[] = [];
  for (const folder of folders) added.push({ folder, ...(await lookIntoArchives(findByName(home, folder))) });
  return added;
}

/**
 * One report for each agent that has left anything, each export that was read, each added folder, and each agent that no
 * importer reads yet.
 */
export function reportSources(
  db: ReadableDb,
  home: string,
  env: Deps['env'],
  lookedInto: readonly AddedFolder[],
): readonly SourceReport[] {
  const reporting: Reporting = { db, settings: readSettings(db), exports: exportsRead(db) };
  const projects = projectsRead(db);
  const projectsOf = (agent: string): SourceReport['projects'] =>
    projects
      .filter((one) => one.agent === agent)
      .map(({ name, sessions, newestMs }) => ({ name, sessions, newestMs }));
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
    const of = { agent, place, isAdded: false, notReadYet, projects: projectsOf(agent) };
    return [reportOf(reporting, of, files)];
  });
  const added = lookedInto.flatMap((one) => reportAdded(reporting, one));
  const inAdded = new Set(lookedInto.flatMap(({ files }) => files.map(({ shownPath }) => shownPath)));
  const exported = reporting.exports
    .filter(({ path }) => !inAdded.has(path))
    .map((one) => reportExport(reporting, one, projectsOf(one.agent)));
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
  return [...known, ...exported, ...added, ...others];
}
