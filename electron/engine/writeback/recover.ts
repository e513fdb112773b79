// Brings an apply to its end that was cut off, forwards or backwards. It asks the files themselves how far it came, so it
// may be cut off as well and simply begins anew.
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { InterruptedApply } from '../../../shared/agent-files.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import type { JournalApply, JournalWrite } from '../store/file-writes.ts';
import { applyByNumber, durably, endApply, interruptedApplies } from '../store/file-writes.ts';
import type { Address } from '../store/sealing.ts';
import { readContent } from '../store/snapshots.ts';
import type { WritebackDeps } from './apply.ts';
import type { ConflictReason, FileConflict } from './conflict.ts';
import { readableText } from './file-text.ts';
import { absolutePath, lookAt, shownPath } from './look.ts';
import { mergeFiles } from './merge.ts';
import { noteOurs } from './note-ours.ts';
import { prepare, replace, temporaryPath } from './replace.ts';

export type Direction = 'finish' | 'undo';

export interface Recovered {
  readonly apply: number;
  readonly did: 'finished' | 'undone';
  /** How many files had their new bytes when it was found. */
  readonly written: number;
  readonly of: number;
  readonly conflicts: readonly FileConflict[];
  /** For people. */
  readonly sentence: string;
}

/** obvious: what shows in all files or in none; what lies between them is left for its owner to say. */
export type RecoverHow = Direction | 'auto' | 'obvious';

/**
 * At every start, before anything else is written. `auto` finishes what had begun to show in the files and takes back
 * what had not.
 */
export const recoverWrites = (
  deps: WritebackDeps,
  how: RecoverHow = 'auto',
): Result<readonly Recovered[], Failure> =>
  attemptResult(() => {
    const all: Recovered[] = [];
    for (const apply of interruptedApplies(deps.db)) {
      const written = apply.writes.filter((write) => isWritten(deps, write)).length;
      if (how === 'obvious' && written > 0 && written < apply.writes.length) continue;
      const direction = how === 'finish' || how === 'undo' ? how : written > 0 ? 'finish' : 'undo';
      const { conflicts } = bringTo(deps, apply.number, direction, { recovered: true });
      const of = apply.writes.length;
      const did = direction === 'finish' ? 'finished' : 'undone';
      const sentence = `An apply was interrupted: ${written} of ${of} ${of === 1 ? 'file' : 'files'} written. ${endWords[direction]}`;
      all.push({ apply: apply.number, did, written, of, conflicts, sentence });
    }
    return ok(all);
  });

/** What stands between its files. Only while nobody else is writing. */
export const betweenFiles = (deps: WritebackDeps): readonly InterruptedApply[] =>
  interruptedApplies(deps.db).map(({ number, reason, begunAtMs, writes }) => ({
    apply: number,
    reason,
    begunAtMs,
    files: writes.map((write) => ({ path: write.path, isWritten: isWritten(deps, write) })),
  }));

const endWords: Readonly<Record<Direction, string>> = {
  finish: 'It was finished.',
  undo: 'It was taken back; the files are what they were.',
};

function isWritten(deps: WritebackDeps, write: JournalWrite): boolean {
  removeTemporary(deps, write);
  const found = lookAt(absolutePath(deps.home, write.path), deps.home);
  if (found.kind === 'refused') return false;
  return holds(deps, write.after, found.kind === 'file' ? found.bytes : null);
}

const holds = (deps: WritebackDeps, address: Address | null, bytes: Buffer | null): boolean =>
  address === null || bytes === null ? address === bytes : deps.sealer.matches(address, bytes);

export function bringTo(
  deps: WritebackDeps,
  number: number,
  direction: Direction,
  options: { readonly recovered: boolean },
): { readonly conflicts: readonly FileConflict[] } {
  const apply = applyByNumber(deps.db, number);
  assert(apply !== null && apply.end === null, `apply ${number} is under way`);
  for (const write of apply.writes) removeTemporary(deps, write);
  const outcomes = apply.writes.map((write) => bringOne(deps, write, direction));
  const conflicts = outcomes.flatMap((outcome) => (outcome.kind === 'conflict' ? [outcome.conflict] : []));
  const skipped = outcomes.flatMap((outcome, position) => (outcome.kind === 'conflict' ? [position] : []));
  durably(deps.db, () => noteEnd(deps, apply, { direction, skipped, recovered: options.recovered }));
  deps.step?.('recovered');
  return { conflicts };
}

function noteEnd(
  deps: WritebackDeps,
  apply: JournalApply,
  end: { readonly direction: Direction; readonly skipped: readonly number[]; readonly recovered: boolean },
): void {
  const outcome = end.direction === 'finish' ? 'done' : 'undone';
  inTransaction<void, Failure>(deps.db, () => {
    for (const [position, write] of apply.writes.entries()) {
      if (outcome === 'undone' || end.skipped.includes(position)) continue;
      const [before, after] = [contentOf(deps, write.before), contentOf(deps, write.after)];
      if (!before.ok || !after.ok) continue;
      const file = { path: write.path, agent: write.agent, mode: write.mode, apply: apply.number };
      noteOurs(deps, file, { before: before.value, after: after.value });
    }
    const { skipped, recovered } = end;
    endApply(deps.db, apply.number, { outcome, recovered, skipped, atMs: deps.nowMs });
    return ok(undefined);
  });
}

type Brought = { readonly kind: 'done' } | { readonly kind: 'conflict'; readonly conflict: FileConflict };
const done: Brought = { kind: 'done' };

function bringOne(deps: WritebackDeps, write: JournalWrite, direction: Direction): Brought {
  const [from, to] = direction === 'finish' ? [write.before, write.after] : [write.after, write.before];
  const wanted = contentOf(deps, to);
  const other = contentOf(deps, from);
  const conflict = conflictOf(deps, write, other.ok ? other.value : null, wanted.ok ? wanted.value : null);
  const found = lookAt(absolutePath(deps.home, write.path), deps.home, true);
  if (found.kind === 'refused') return conflict({ kind: 'refused', why: found.why }, null);
  if (shownPath(deps.home, found.realPath) !== write.realPath) return conflict({ kind: 'link-moved' }, null);
  const now = found.kind === 'file' ? found.bytes : null;
  if (holds(deps, to, now)) return done;
  if (!wanted.ok || !other.ok) return conflict({ kind: 'edited-meanwhile' }, now);
  const after = holds(deps, from, now) ? wanted.value : merged(other.value, wanted.value, now);
  if (after === undefined) return conflict({ kind: 'edited-meanwhile' }, now);
  const replacing = {
    realPath: found.realPath,
    temporaryName: write.temporaryName,
    before: now,
    after,
    mode: found.kind === 'file' ? found.mode : write.mode,
  };
  const step = deps.step ?? (() => undefined);
  prepare(replacing, step);
  return replace(replacing, step) === 'replaced' ? done : conflict({ kind: 'edited-meanwhile' }, now);
}

/** Undefined where a person must say. */
const merged = (base: Buffer | null, ours: Buffer | null, theirs: Buffer | null): Buffer | undefined =>
  ours === null || theirs === null
    ? undefined
    : (mergeFiles({ base: base ?? Buffer.alloc(0), ours, theirs }) ?? undefined);

const contentOf = (deps: WritebackDeps, address: Address | null): Result<Buffer | null, Failure> =>
  address === null ? ok(null) : readContent(deps.db, deps.sealer, address);

/** What a crash left beside the file. Its name stands in the journal, so nothing of anybody else's is taken. */
function removeTemporary(deps: WritebackDeps, write: JournalWrite): void {
  const realPath = absolutePath(deps.home, write.realPath);
  assert(basename(write.temporaryName) === write.temporaryName, 'a name without a folder');
  const path = temporaryPath({
    realPath,
    temporaryName: write.temporaryName,
    before: null,
    after: null,
    mode: null,
  });
  if (existsSync(dirname(path)) && existsSync(join(path))) rmSync(path, { force: true });
}

const conflictOf =
  (deps: WritebackDeps, write: JournalWrite, before: Buffer | null, ours: Buffer | null) =>
  (reason: ConflictReason, theirs: Buffer | null): Brought => {
    const shown = (bytes: Buffer | null): string | null =>
      bytes === null ? null : deps.masker.mask(readableText(bytes)).text;
    const sides = { before: shown(before), theirs: shown(theirs), ours: shown(ours) };
    return { kind: 'conflict', conflict: { path: write.path, reason, ...sides, changeIds: write.changeIds } };
  };

export const noApply = (number: number): Failure => ({
  kind: 'not-found',
  happened: `There is no apply ${number}.`,
  safe: 'Nothing was changed.',
  todo: 'See what was written with "files list".',
});

export const stillUnderWay = (number: number): Result<never, Failure> =>
  err({
    kind: 'wrong-input',
    happened: `Apply ${number} has not come to its end.`,
    safe: 'Nothing was changed.',
    todo: 'Start again: what was interrupted is finished or taken back first.',
  });
