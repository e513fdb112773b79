// Looks into folders without opening a file, without running in circles, and without giving up at a closed door.
import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { AgentKind } from '../../../shared/transcript.ts';
import { shownPath } from './paths.ts';
import type {
  FileFormat,
  Findings,
  FoundArchive,
  FoundFile,
  MemoryPlace,
  NotReadYet,
  Unread,
} from './source.ts';

export interface Entry {
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly device: string;
  readonly inode: string;
}

export type Notice = (unread: Unread) => void;

const silent: Notice = () => undefined;

/** Folders and plain files in a folder, by name; links are followed, pipes and devices are not there for us. */
export function listFolder(folder: string, notice: Notice = silent): readonly Entry[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') notice({ path: folder, why: whyUnread(code) });
    return [];
  }
  return entries
    .flatMap((entry) => entryAt(join(folder, entry.name)) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Null for what is not there, cannot be seen, or is neither a file nor a folder. */
export function entryAt(path: string): Entry | null {
  const stats = statsAt(path);
  if (stats === null || !(stats.isFile() || stats.isDirectory())) return null;
  return {
    path,
    name: basename(path),
    isFolder: stats.isDirectory(),
    bytes: stats.size,
    modifiedMs: Math.trunc(stats.mtimeMs),
    device: String(stats.dev),
    inode: String(stats.ino),
  };
}

function statsAt(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

export interface WalkLimits {
  readonly depthMax: number;
  /** All entries that are looked at, folders included. */
  readonly entriesMax: number;
}

/** 200,000: a home of years of sessions has tens of thousands. */
export const walkLimits: WalkLimits = { depthMax: 12, entriesMax: 200_000 };

/** Code of others and their histories hold no sessions of ours, only time. */
const skippedFolders = new Set(['node_modules', '.git']);

/** All plain files below a folder; each folder once, however many links lead to it. */
export function* walkFiles(
  folder: string,
  limits: WalkLimits = walkLimits,
  notice: Notice = silent,
): Generator<Entry> {
  const seen = new Set<string>();
  const waiting: { readonly path: string; readonly depth: number }[] = [{ path: folder, depth: 0 }];
  let looked = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const id = folderId(next.path);
    if (id === null || seen.has(id)) continue;
    seen.add(id);
    const folders: string[] = [];
    for (const entry of listFolder(next.path, notice)) {
      if (++looked > limits.entriesMax) {
        notice({ path: folder, why: `holds more than ${limits.entriesMax} files; the rest was left` });
        return;
      }
      if (!entry.isFolder) yield entry;
      else if (next.depth < limits.depthMax && !skippedFolders.has(entry.name)) folders.push(entry.path);
    }
    const depth = next.depth + 1;
    waiting.push(...folders.toReversed().map((path) => ({ path, depth })));
  }
}

function folderId(path: string): string | null {
  const stats = statsAt(path);
  return stats === null ? null : `${stats.dev}:${stats.ino === 0 ? path : stats.ino}`;
}

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

export function whyUnread(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'ELOOP':
      return 'is a link that leads in a circle';
    case 'ABORT_ERR':
      return 'was left because the work was stopped';
    default:
      return `could not be read (${code})`;
  }
}

/** Collects what a source finds, each path once. */
export interface Finding {
  session(agent: AgentKind, entry: Entry, format: FileFormat): void;
  memory(agent: AgentKind, entry: Entry | null, place: MemoryPlace): void;
  notReadYet(what: string): void;
  archive(entry: Entry, folder: string | null): void;
  readonly unread: Notice;
  done(): Findings;
}

export function createFinding(home: string): Finding {
  const files = new Map<string, FoundFile>();
  const counts = new Map<string, number>();
  const unread: Unread[] = [];
  const archives: FoundArchive[] = [];
  const add = (agent: AgentKind, entry: Entry, rest: Pick<FoundFile, 'kind' | 'format' | 'memory'>): void => {
    const { isFolder: _isFolder, path, ...seen } = entry;
    const place = `${agent}\n${path}`;
    if (files.has(place)) return;
    files.set(place, { agent, path, shownPath: shownPath(home, path), ...seen, ...rest });
  };
  return {
    session: (agent, entry, format) => add(agent, entry, { kind: 'session', format, memory: null }),
    memory(agent, entry, place) {
      if (entry === null || entry.isFolder) return;
      add(agent, entry, { kind: 'memory', format: 'markdown', memory: place });
    },
    notReadYet: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    archive(entry, folder) {
      const { isFolder: _isFolder, ...seen } = entry;
      archives.push({ ...seen, shownPath: shownPath(home, entry.path), folder });
    },
    unread: (one) => void unread.push(one),
    done: () => ({
      files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
      notReadYet: [...counts].map(([what, count]): NotReadYet => ({ what, files: count })),
      unread,
      archives,
    }),
  };
}
