// Sees that something changed below agents' folders. Folders are watched and not the files in them: ten thousand
// sessions cost a few hundred watches, and an agent's own logs and caches wake nobody.
import { basename } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { WatchPlaces } from '../../shared/window.ts';

export interface Eyes {
  close(): Promise<void>;
}

export type OpenEyes = (places: WatchPlaces, hear: EyesHear) => Eyes;

export interface EyesHear {
  readonly onChange: () => void;
  /** They cannot see any more, with the reason: the system gives only so many watches. */
  readonly onBlind: (why: string) => void;
}

/** Deeper than any agent keeps anything that we read: a workflow's sub-agents lie six levels down. */
const depthMax = 8;
/** What agents keep beside their sessions, by the folders' names. */
const leftOut = new Set([
  'node_modules',
  '.git',
  'cache',
  'file-history',
  'logs',
  'plugins',
  'shell-snapshots',
  'statsig',
  'telemetry',
  'tmp',
  'todos',
]);
/** Sessions and memory. */
const isOurs = (name: string): boolean => /\.(?:jsonl|jsonl\.zst|md)$/u.test(name);

export const openEyes: OpenEyes = (places, hear) => {
  const roots = new Set(places.folders);
  const inFolders = watch([...places.folders], {
    depth: depthMax,
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (path, stats) => !roots.has(path) && (stats?.isFile() === true || leftOut.has(basename(path))),
  });
  // Chokidar's own events are about what is not left out; what the system says of a folder comes before that.
  inFolders.on('raw', (_event, name: unknown) => {
    if (typeof name === 'string' && isOurs(name)) hear.onChange();
  });
  // A new folder may hold a session by the time that it is watched itself.
  inFolders.on('addDir', () => hear.onChange());
  const files = watch([...places.files], { ignoreInitial: true, ignorePermissionErrors: true });
  files.on('all', () => hear.onChange());
  const all: readonly FSWatcher[] = [inFolders, files];
  let isBlind = false;
  for (const one of all) {
    one.on('error', (error) => {
      if (isBlind) return;
      isBlind = true;
      hear.onBlind(error instanceof Error ? error.message : String(error));
    });
  }
  return { close: async () => void (await Promise.all(all.map((one) => one.close()))) };
};
