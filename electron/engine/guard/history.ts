// What became of agents' memory files: what others did to them since a time, the history of one file, what two of its
// states differ in, and bringing a state back.
import type { RestoreHow } from '../../../shared/agent-files.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Masker } from '../masking/masker.ts';
import type { ReadableDb } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import type { Sealer } from '../store/sealing.ts';
import type { FileOwner, Sighting } from '../store/snapshots.ts';
import {
  newestSighting,
  pinSighting,
  readContent,
  sightingBefore,
  sightingByNumber,
  sightingsSince,
} from '../store/snapshots.ts';
import type { ApplyReceipt, PlannedWrite, WritebackDeps } from '../writeback/index.ts';
import {
  absolutePath,
  applyWrites,
  fileBytesMax,
  plainWrite,
  readableText,
  unifiedDiff,
} from '../writeback/index.ts';
import type { ForeignChange } from './guard.ts';
import { readMemory } from './read-memory.ts';

export { sightingsOf as fileHistory, watchedPaths } from '../store/snapshots.ts';

/** What others did since then, newest state of each file against the one before that time; files that are as they were
 * are left out. */
export function foreignChanges(db: ReadableDb, sinceMs: EpochMs): readonly ForeignChange[] {
  const byPath = new Map<string, Sighting[]>();
  for (const sighting of sightingsSince(db, sinceMs)) {
    byPath.set(sighting.path, [...(byPath.get(sighting.path) ?? []), sighting]);
  }
  return [...byPath.values()].flatMap((all) => {
    const foreign = all.filter((one) => one.madeBy === 'others');
    const [first] = all;
    const last = foreign.at(-1);
    if (first === undefined || last === undefined) return [];
    const before = groundOf(db, first);
    if (all.length === foreign.length && before?.address === last.address) return [];
    const wasThere = before !== null && before.address !== null;
    const sum = (of: (one: Sighting) => number): number => foreign.reduce((total, one) => total + of(one), 0);
    return [
      {
        sighting: last.number,
        path: last.path,
        agent: last.agent,
        what: last.address === null ? 'removed' : wasThere ? 'changed' : 'added',
        linesAdded: sum((one) => one.linesAdded),
        linesRemoved: sum((one) => one.linesRemoved),
      },
    ];
  });
}

/** What a file was before a time: as it was last seen before, or as it was first seen after. */
const groundOf = (db: ReadableDb, first: Sighting): Sighting | null =>
  first.madeBy === 'first-seen' ? first : sightingBefore(db, first);

/** One sentence for each agent: "Claude Code's memory: 23 files removed, 2 changed (+3 −140 lines), not by Slowwave." */
export function foreignSentences(changes: readonly ForeignChange[]): readonly string[] {
  const agents = [...new Set(changes.map((change) => change.agent))].toSorted();
  return agents.map((agent) => {
    const own = changes.filter((change) => change.agent === agent);
    const parts = (['removed', 'changed', 'added'] as const).flatMap((what) => {
      const count = own.filter((change) => change.what === what).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? 'file' : 'files'} ${what}`];
    });
    const added = own.reduce((total, change) => total + change.linesAdded, 0);
    const removed = own.reduce((total, change) => total + change.linesRemoved, 0);
    return `${ownerNames[agent]}: ${parts.join(', ')} (+${added} −${removed} lines), not by Slowwave.`;
  });
}

const ownerNames: Readonly<Record<FileOwner, string>> = {
  'claude-code': 'Claude Code’s memory',
  codex: 'Codex’s memory',
  openclaw: 'OpenClaw’s memory',
  other: 'Your own files',
};

/** What a sighting differs in from another one, by default from the one before it. Secrets masked. */
export const diffSightings = (
  deps: { readonly db: ReadableDb; readonly sealer: Sealer; readonly masker: Masker },
  to: number,
  from: number | null,
): Result<string, Failure> =>
  attemptResult(() => {
    const later = sightingByNumber(deps.db, to);
    if (later === null) return err(noSighting(to));
    const earlier = from === null ? sightingBefore(deps.db, later) : sightingByNumber(deps.db, from);
    if (earlier === null && from !== null) return err(noSighting(from));
    const [before, after] = [bytesOf(deps, earlier), bytesOf(deps, later)];
    if (!before.ok) return before;
    if (!after.ok) return after;
    const text = (bytes: Buffer | null): string | null => (bytes === null ? null : readableText(bytes));
    return ok(deps.masker.mask(unifiedDiff(later.path, text(before.value), text(after.value))).text);
  });

/**
 * Brings files back to what they were, to the byte, as one apply that can be taken back. What stands there now is kept
 * first. A sighting of a file that was gone takes it away again; beside what stands there it puts nothing.
 */
export const restoreSightings = (
  deps: WritebackDeps,
  numbers: readonly number[],
  how: RestoreHow = 'instead',
): Result<ApplyReceipt, Failure> =>
  attemptResult(() => {
    const writes: PlannedWrite[] = [];
    for (const number of numbers) {
      const sighting = sightingByNumber(deps.db, number);
      if (sighting === null) return err(noSighting(number));
      const wanted = bytesOf(deps, sighting);
      if (!wanted.ok) return wanted;
      if (how === 'beside' && sighting.address === null) continue;
      const path = how === 'beside' ? `${sighting.path}.copy-${number}` : sighting.path;
      const now = readMemory(absolutePath(deps.home, path), fileBytesMax);
      if (now.kind === 'unread') return err(notReadable(path, now.why));
      const sides = { before: now.kind === 'file' ? now.bytes : null, after: wanted.value };
      writes.push(plainWrite(path, sighting.agent, sides, { mode: sighting.mode }));
    }
    const paths = writes.map((write) => write.path).join(', ');
    return applyWrites(deps, { writes, reason: `Brought back ${paths}.`, undoes: null });
  });

/** The newest state that a removed or changed file had before what others did since then. */
export const sightingsBefore = (
  db: ReadableDb,
  changes: readonly ForeignChange[],
  sinceMs: EpochMs,
): readonly number[] =>
  changes.flatMap(({ path }) => {
    const first = sightingsSince(db, sinceMs).find((one) => one.path === path);
    const before = first === undefined ? newestSighting(db, path) : groundOf(db, first);
    return before === null ? [] : [before.number];
  });

export const pin = (
  deps: Pick<WritebackDeps, 'db' | 'nowMs'>,
  number: number,
  pinned: boolean,
): Result<Sighting, Failure> =>
  attemptResult(() => {
    if (sightingByNumber(deps.db, number) === null) return err(noSighting(number));
    pinSighting(deps.db, number, pinned, deps.nowMs);
    const now = sightingByNumber(deps.db, number);
    return now === null ? err(noSighting(number)) : ok(now);
  });

const bytesOf = (
  deps: { readonly db: ReadableDb; readonly sealer: Sealer },
  sighting: Sighting | null,
): Result<Buffer | null, Failure> =>
  sighting === null || sighting.address === null
    ? ok(null)
    : readContent(deps.db, deps.sealer, sighting.address);

const noSighting = (number: number): Failure => ({
  kind: 'not-found',
  happened: `There is no copy ${number}.`,
  safe: 'Nothing was changed.',
  todo: 'See the copies of a file with "guard history FILE".',
});

const notReadable = (path: string, why: string): Failure => ({
  kind: 'not-readable',
  happened: `${path} ${why}.`,
  safe: 'Nothing was changed.',
  todo: 'Put it out of the way, then bring the copy back.',
});
