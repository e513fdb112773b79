// Gathers the day: finds what agents left behind, reads what is new of it into the store, and says what it found.
import { basename } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Failure, ImportReport, Listening } from '../../../shared/engine.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { findByName } from '../sources/by-name.ts';
import { lookIntoArchives } from '../sources/chat-exports.ts';
import { slugOf, sources } from '../sources/index.ts';
import { findProjectMemory } from '../sources/project-memory.ts';
import { isMemory, nothingKnown, type Findings, type FoundFile, type Known } from '../sources/source.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { countsByAgent, sessionCwds } from '../store/sessions.ts';
import { forgottenFor, maskerWith, openFiles } from './forgotten-gate.ts';
import { keptOut } from './kept-out.ts';
import { maskedEvent } from './live-events.ts';
import { readMemoryFiles } from './read-memory-files.ts';
import { readSettings } from '../store/settings.ts';
import { noTotals, readSessions, skippedByReason, type ReadingTotals } from './read-sessions.ts';
import { wantedFiles } from './wanted-files.ts';

export interface Gathering {
  readonly db: WritableDb;
  readonly deps: Deps;
  readonly home: string;
  readonly masker: Masker;
  /** What is no secret, asked of the store anew; another number where it is not what it was. */
  readonly renewed: () => number;
  /** Files and folders that a person named. */
  readonly paths: readonly string[];
  readonly listening: Listening;
  /** A night hears these while the rest is read; left out: nobody does. */
  readonly onStored?: (sessions: readonly SessionId[]) => void;
}

const byPath = (files: readonly FoundFile[], kind: FoundFile['kind']): readonly FoundFile[] => [
  ...new Map(files.filter((file) => file.kind === kind).map((file) => [file.path, file])).values(),
];

/** What lies in the folders that their owner added, each by itself. */
export const findAdded = (home: string, folders: readonly string[]): readonly Findings[] =>
  folders.map((folder) => findByName(home, folder));

/** One archive after the other: two large ones at once would be no faster. */
async function opened(found: readonly Findings[]): Promise<readonly Findings[]> {
  const looked: Findings[] = [];
  for (const one of found) looked.push(await lookIntoArchives(one));
  return looked;
}

/** Everything that is looked into without being named each time. */
export const findAll = (home: string, env: Deps['env'], folders: readonly string[]): readonly Findings[] => [
  ...sources.map((source) => source.find(home, env, nothingKnown)),
  ...findAdded(home, folders),
];

/** What the sessions that were read tell about where memory files lie. */
function knownPlaces(db: ReadableDb): Known {
  const folders = sessionCwds(db);
  return {
    folderBySlug: new Map(
      folders.flatMap((folder) => [[folder.replace(/[^A-Za-z0-9-]/gu, '-'), folder] as const]),
    ),
    openClawFolders: sessionCwds(db, 'openclaw'),
  };
}

/** Every memory file that is known now. `named`: also those in added folders, where they were looked into already. */
export function findMemory(
  gathering: Pick<Gathering, 'home' | 'deps'> & { readonly db: ReadableDb },
  named: readonly Findings[] = findAdded(gathering.home, readSettings(gathering.db).folders),
): Findings {
  const { db, home, deps } = gathering;
  const known = knownPlaces(db);
  const found = [
    ...sources.map((source) => source.findMemory(home, deps.env, known)),
    findProjectMemory(home, sessionCwds(db)),
    ...named,
  ];
  const files = byPath(
    found.flatMap((f) => f.files),
    'memory',
  );
  return {
    files: openFiles(files, forgottenFor(db, deps)).files,
    notReadYet: [],
    unread: found.flatMap((f) => f.unread),
    archives: [],
  };
}

interface Counts {
  readonly sessions: number;
  readonly turns: number;
}

function countNow(db: ReadableDb): Counts {
  const counts = countsByAgent(db);
  return {
    sessions: counts.reduce((n, c) => n + c.sessions, 0),
    turns: counts.reduce((n, c) => n + c.turns, 0),
  };
}

function reportOf(
  db: ReadableDb,
  totals: ReadingTotals,
  memory: { readonly files: number; readonly lines: number },
  before: Counts,
): Omit<ImportReport, 'tookMs'> {
  const counts = countsByAgent(db);
  const sum = (of: (c: (typeof counts)[number]) => number): number =>
    counts.reduce((total, c) => total + of(c), 0);
  return {
    files: totals.files,
    newFiles: totals.newFiles,
    unchangedFiles: totals.unchangedFiles,
    sessions: sum((c) => c.sessions),
    newSessions: sum((c) => c.sessions) - before.sessions,
    turns: sum((c) => c.turns),
    newTurns: totals.newTurns,
    personTurns: sum((c) => c.personTurns),
    tokens: sum((c) => c.tokens.input + c.tokens.output),
    memoryFiles: memory.files,
    memoryLines: memory.lines,
    maskedSecrets: totals.maskedSecrets,
    skipped: totals.skipped,
    skippedByReason: skippedByReason(totals.skipped),
    unread: totals.unread,
    perAgent: Object.fromEntries(
      counts.map((c) => [c.agent, { sessions: c.sessions, turns: c.turns, personTurns: c.personTurns }]),
    ),
  };
}

/** What a named folder holds of agents that nobody here reads: said, so that a person does not wait for it. */
const strangers = (paths: readonly string[], named: readonly Findings[]): ReadingTotals['unread'] =>
  named.flatMap(({ notReadYet }, at) =>
    notReadYet.map(({ what, files }) => ({
      path: paths[at] ?? '',
      why: `not read yet: ${what}${files === 1 ? '' : ` (${files} files)`}`,
    })),
  );

const megabyte = 1_000_000;

/** Read all the same where it is named. */
function tooLargeNotes(tooLarge: readonly FoundFile[], named: readonly Findings[]): ReadingTotals['unread'] {
  const isNamed = new Set(named.flatMap(({ files }) => files.map(({ path }) => path)));
  return tooLarge
    .filter(({ path }) => !isNamed.has(path))
    .map(({ shownPath, bytes }) => ({
      path: shownPath,
      why: `larger than is read: ${(bytes / megabyte).toFixed(1)} MB`,
    }));
}

export interface Gathered {
  readonly report: ImportReport;
  readonly notReadYet: Findings['notReadYet'];
}

/** Reads what is new. Woken, it ends after the file at hand and reports what was read by then. */
export async function gather(gathering: Gathering): Promise<Result<Gathered, Failure>> {
  const { db, deps, home, paths, listening } = gathering;
  const startedAt = deps.clock.ticks();
  const before = countNow(db);
  await nextTick();
  const settings = readSettings(db);
  const named = await opened(paths.map((path) => findByName(home, path)));
  const byThemselves = await opened(findAll(home, deps.env, settings.folders));
  const wanted = wantedFiles(
    settings.sources,
    byThemselves.flatMap((one) => one.files),
  );
  const found = [...byThemselves, ...named];
  const totals = noTotals();
  totals.unread.push(
    ...found.flatMap((f) => f.unread),
    ...strangers(paths, named),
    ...tooLargeNotes(wanted.tooLarge, named),
  );
  const forgotten = forgottenFor(db, deps);
  const masker = maskerWith(gathering.masker, () => forgotten);
  const { files, leftOut } = openFiles(
    byPath([...wanted.files, ...named.flatMap((f) => f.files)], 'session'),
    forgotten,
  );
  if (leftOut > 0) totals.unread.push({ path: `${leftOut} files`, why: 'forgotten at your wish' });
  const read = await readSessions(files, {
    db,
    masker,
    renewed: gathering.renewed,
    forgotten,
    isKeptOut: keptOut(settings),
    chatsSince: (agent) => settings.sources.find((one) => one.agent === agent)?.sinceMs ?? null,
    nowMs: deps.clock.wall(),
    signal: listening.signal,
    totals,
    onFile: (done, total, file, chats) =>
      listening.onProgress?.({
        kind: 'step',
        stage: 'import',
        done,
        total,
        text: `Reading ${file.agent} · ${basename(file.path)}${chats === 0 ? '' : ` · ${chats} chats`}`,
      }),
    onMasked: (secrets) => listening.onProgress?.(maskedEvent(secrets)),
    onStored: (sessions) => gathering.onStored?.(sessions),
  });
  if (!read.ok) return read;
  const memoryFound = findMemory(gathering, [...byThemselves.slice(sources.length), ...named]);
  totals.unread.push(
    ...memoryFound.unread.filter((u) => !totals.unread.some((known) => known.path === u.path)),
  );
  const memory = await readMemoryFiles(
    memoryFound.files.filter(isMemory),
    { ...gathering, masker },
    totals,
    forgotten,
  );
  if (!memory.ok) return memory;
  const report = {
    ...reportOf(db, totals, memory.value, before),
    tookMs: Math.round(deps.clock.ticks() - startedAt),
  };
  return ok({ report, notReadYet: found.flatMap((f) => f.notReadYet) });
}

export { slugOf };
