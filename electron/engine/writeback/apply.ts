// Carries a plan out: everything is checked again, kept and written down first; then the new files are made ready beside
// the old ones, change places with them one by one, and are read back. All of them or none: what is cut off in between
// is brought to an end by recover.ts.
import { basename } from 'node:path';
import type { FileBackup } from '../../../shared/agent-files.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Masker } from '../masking/masker.ts';
import type { WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { failureOf } from '../store/failures.ts';
import { beginApply, durably, endApply, putServedLine } from '../store/file-writes.ts';
import type { Sealer } from '../store/sealing.ts';
import { keepContent } from '../store/snapshots.ts';
import { backupOf } from './backup.ts';
import { inspectBlock } from './block.ts';
import type { ConflictReason, FileConflict } from './conflict.ts';
import { countLines } from './diff.ts';
import { readableText } from './file-text.ts';
import { absolutePath, lookAt, shownPath } from './look.ts';
import { mergeFiles } from './merge.ts';
import { noteOurs } from './note-ours.ts';
import { servedLineHash } from './own-text.ts';
import type { PlannedWrite } from './plan.ts';
import { bringTo } from './recover.ts';
import type { Replacing, Step } from './replace.ts';
import { bytesAt, prepare, replace } from './replace.ts';

export interface WritebackDeps {
  readonly db: WritableDb;
  readonly home: string;
  readonly nowMs: EpochMs;
  readonly sealer: Sealer;
  readonly masker: Masker;
  /** For tests: called at each door that a crash or a full disk may come through. */
  readonly step?: Step;
}

export interface Applying {
  readonly writes: readonly PlannedWrite[];
  /** One sentence for people: whose wish it was. */
  readonly reason: string;
  /** The apply that it takes back. */
  readonly undoes: number | null;
}

export interface WrittenFile {
  readonly path: string;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  /** It had been edited since the plan, and both changes went together. */
  readonly rebased: boolean;
  /** The file was made by it, or went. */
  readonly made: boolean;
  readonly gone: boolean;
  readonly backup: FileBackup | null;
}

export interface ApplyReceipt {
  /** What `undoApply` takes; null where nothing had to be written. */
  readonly number: number | null;
  readonly written: readonly WrittenFile[];
  readonly conflicts: readonly FileConflict[];
}

interface Ready {
  readonly write: PlannedWrite;
  readonly realPath: string;
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  readonly mode: number | null;
  readonly rebased: boolean;
}

type Checked =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'same' }
  | { readonly kind: 'conflict'; readonly conflict: FileConflict };

export function applyWrites(deps: WritebackDeps, applying: Applying): Result<ApplyReceipt, Failure> {
  try {
    const checked = applying.writes.map((write) => check(deps, write));
    const ready = checked.flatMap((one) => (one.kind === 'ready' ? [one.ready] : []));
    const conflicts = checked.flatMap((one) => (one.kind === 'conflict' ? [one.conflict] : []));
    if (ready.length === 0) return ok({ number: null, written: [], conflicts });
    const number = durably(deps.db, () => writeJournal(deps, applying, ready));
    return carryOut(deps, number, ready, conflicts);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  }
}

/** What stands there now against what the plan was made of. */
function check(deps: WritebackDeps, write: PlannedWrite): Checked {
  const found = lookAt(absolutePath(deps.home, write.path), deps.home, write.mayMakeFolder);
  if (found.kind === 'refused') return conflictOf(deps, write, { kind: 'refused', why: found.why }, null);
  const now = found.kind === 'file' ? found.bytes : null;
  const mode = found.kind === 'file' ? found.mode : write.mode;
  const ready = (after: Buffer | null, rebased: boolean): Checked =>
    same(now, after)
      ? { kind: 'same' }
      : {
          kind: 'ready',
          ready: {
            write,
            realPath: found.realPath,
            before: now,
            after,
            mode,
            rebased: rebased || write.isRebased === true,
          },
        };
  if (same(now, write.before)) return ready(write.after, false);
  const merged = mergeMaybe(write, now);
  return merged === null ? conflictOf(deps, write, { kind: 'edited-meanwhile' }, now) : ready(merged, true);
}

/** Null where a person must say. A merge that hurts our block is none. */
function mergeMaybe(write: PlannedWrite, now: Buffer | null): Buffer | null {
  if (same(now, write.after)) return write.after;
  if (now === null || write.after === null) return null;
  const merged = mergeFiles({ base: write.before ?? Buffer.alloc(0), ours: write.after, theirs: now });
  if (merged === null) return null;
  const { kind } = inspectBlock(merged);
  return kind === 'none' || kind === 'whole' || inspectBlock(now).kind === kind ? merged : null;
}

const same = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

function conflictOf(
  deps: WritebackDeps,
  write: PlannedWrite,
  reason: ConflictReason,
  theirs: Buffer | null,
): Extract<Checked, { kind: 'conflict' }> {
  const shown = (bytes: Buffer | null): string | null =>
    bytes === null ? null : deps.masker.mask(readableText(bytes)).text;
  return {
    kind: 'conflict',
    conflict: {
      path: write.path,
      reason,
      before: shown(write.before),
      theirs: shown(theirs),
      ours: shown(write.after),
      changeIds: write.changeIds,
    },
  };
}

function writeJournal(deps: WritebackDeps, applying: Applying, ready: readonly Ready[]): number {
  const { db, sealer, home } = deps;
  stepOf(deps)('checked');
  const begun = inTransaction<number, never>(db, () =>
    ok(
      beginApply(db, { reason: applying.reason, undoes: applying.undoes, begunAtMs: deps.nowMs }, (number) =>
        ready.map(({ write, realPath, before, after, mode, rebased }, position) => {
          stepOf(deps)('in the journal');
          return {
            path: write.path,
            realPath: shownPath(home, realPath),
            agent: write.agent,
            before: before === null ? null : keepContent(db, sealer, before),
            after: after === null ? null : keepContent(db, sealer, after),
            mode,
            temporaryName: `.${basename(realPath)}.slowwave-${number}-${position}`,
            rebased,
            changeIds: write.changeIds,
            entryIds: write.entryIds,
            takenBackIds: write.takenBackIds,
          };
        }),
      ),
    ),
  );
  stepOf(deps)('journal written');
  return begun.ok ? begun.value : begun.error;
}

function carryOut(
  deps: WritebackDeps,
  number: number,
  ready: readonly Ready[],
  conflicts: readonly FileConflict[],
): Result<ApplyReceipt, Failure> {
  const step = stepOf(deps);
  const replacings = ready.map(({ realPath, before, after, mode }, position): Replacing => ({
    realPath,
    temporaryName: `.${basename(realPath)}.slowwave-${number}-${position}`,
    before,
    after,
    mode,
  }));
  try {
    for (const replacing of replacings) prepare(replacing, step);
    const replaced = replacings.map((replacing) => replace(replacing, step));
    const skipped = replaced.flatMap((one, position) => (one === 'overtaken' ? [position] : []));
    if (isUnchanged(replacings, skipped)) return err(takeBack(deps, number, notWritten));
    step('read back');
    durably(deps.db, () => finish(deps, number, ready, skipped));
    step('finished');
    return ok(receiptOf(deps, number, ready, { skipped, conflicts }));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(takeBack(deps, number, failure));
  }
}

/**
 * Read back, a file still holds its old bytes: the disk said yes and did nothing. Any other bytes that are not ours are
 * somebody's later edit, which is theirs.
 */
const isUnchanged = (replacings: readonly Replacing[], skipped: readonly number[]): boolean =>
  replacings.some(
    ({ realPath, before }, position) => !skipped.includes(position) && same(bytesAt(realPath), before),
  );

const notWritten: Failure = {
  kind: 'not-readable',
  happened: 'A file was written and still held its old bytes when it was read back.',
  safe: 'Nothing was lost.',
  todo: 'Check the disk, then try again.',
};

function finish(
  deps: WritebackDeps,
  number: number,
  ready: readonly Ready[],
  skipped: readonly number[],
): void {
  const { db, nowMs } = deps;
  inTransaction<void, never>(db, () => {
    ready.forEach(({ write, after, before, mode }, position) => {
      if (skipped.includes(position)) return;
      noteOurs(deps, { path: write.path, agent: write.agent, mode, apply: number }, { before, after });
      for (const { entryId, text } of write.served) {
        putServedLine(db, { hash: servedLineHash(text), entry: entryId, atMs: nowMs });
      }
    });
    stepOf(deps)('in the end');
    endApply(db, number, { outcome: 'done', recovered: false, skipped, atMs: nowMs });
    return ok(undefined);
  });
}

/** All or nothing: what was written already goes back to what it was. */
function takeBack(deps: WritebackDeps, number: number, failure: Failure): Failure {
  try {
    const taken = bringTo(deps, number, 'undo', { recovered: false });
    if (taken.conflicts.length === 0) {
      return { ...failure, safe: 'No memory file was changed: what had been written was taken back.' };
    }
    const paths = taken.conflicts.map((conflict) => conflict.path).join(', ');
    return {
      ...failure,
      safe: `What had been written was taken back, but for what others edited: ${paths}.`,
    };
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return {
      ...failure,
      safe: 'Some files may be written and others not. Everything that was in them is kept.',
      todo: `${failure.todo} The next start finishes this apply or takes it back.`,
    };
  }
}

function receiptOf(
  deps: WritebackDeps,
  number: number,
  ready: readonly Ready[],
  rest: { readonly skipped: readonly number[]; readonly conflicts: readonly FileConflict[] },
): ApplyReceipt {
  const written = ready.flatMap(({ write, before, after, rebased }, position): readonly WrittenFile[] => {
    if (rest.skipped.includes(position)) return [];
    const lines = countLines(
      ...([before, after].map((b) => (b === null ? '' : readableText(b))) as [string, string]),
    );
    const { added: linesAdded, removed: linesRemoved } = lines;
    return [
      {
        path: write.path,
        linesAdded,
        linesRemoved,
        rebased,
        made: before === null,
        gone: after === null,
        backup: backupOf(deps, write.path, before),
      },
    ];
  });
  const overtaken = rest.skipped.flatMap((position) => {
    const one = ready[position];
    if (one === undefined) return [];
    return [conflictOf(deps, one.write, { kind: 'edited-meanwhile' }, bytesAt(one.realPath)).conflict];
  });
  return { number, written, conflicts: [...rest.conflicts, ...overtaken] };
}

const stepOf = (deps: WritebackDeps): Step => deps.step ?? (() => undefined);
