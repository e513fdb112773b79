// What tonight has to read: sessions that are new or have grown on the disk, and those that were copied by day and not
// dreamt about yet. Looks at names and sizes only.
import type { NightState } from '../../../shared/contract.ts';
import type { Deps } from '../deps.ts';
import type { ReadableDb } from '../store/db.ts';
import { sessionsWithoutSignals } from '../store/signals.ts';
import { sourceFileLooks } from '../store/source-files.ts';
import { engineVersion } from './engine-version.ts';
import { openFiles, forgottenFor } from './forgotten-gate.ts';
import { findAll, findMemory } from './gather.ts';
import { wantedFiles } from './wanted-files.ts';
import { readSettings } from '../store/settings.ts';

/** Before anything was read there is no store to ask, and none is made for it: everything is new. */
export function foundAtFirst(deps: Deps, home: string): NightState['willRead'] {
  const files = findAll(home, deps.env, []).flatMap((one) => one.files);
  const sessions = files.filter((file) => file.kind === 'session');
  const perAgent: Record<string, number> = {};
  for (const { agent } of sessions) perAgent[agent] = (perAgent[agent] ?? 0) + 1;
  return { newSessions: sessions.length, perAgent, memoryFiles: files.length - sessions.length };
}

export function willRead(db: ReadableDb, deps: Deps, home: string): NightState['willRead'] {
  const looks = sourceFileLooks(db);
  const { folders, sources } = readSettings(db);
  const found = findAll(home, deps.env, folders).flatMap((one) => one.files);
  const { files } = openFiles(
    wantedFiles(sources, found).files.filter(({ kind }) => kind === 'session'),
    forgottenFor(db, deps),
  );
  const counts = new Map<string, number>();
  const add = (agent: string): void => void counts.set(agent, (counts.get(agent) ?? 0) + 1);
  const onDisk = new Set<string>();
  for (const file of files) {
    const look = looks.get(file.shownPath);
    if (look !== undefined && look.bytes === file.bytes && look.modifiedMs === Math.trunc(file.modifiedMs)) {
      continue;
    }
    onDisk.add(file.shownPath);
    add(file.agent);
  }
  for (const session of sessionsWithoutSignals(db, engineVersion)) {
    if (!onDisk.has(session.sourcePath)) add(session.agent);
  }
  return {
    newSessions: [...counts.values()].reduce((sum, count) => sum + count, 0),
    perAgent: Object.fromEntries(counts),
    memoryFiles: findMemory({ db, deps, home }).files.length,
  };
}
