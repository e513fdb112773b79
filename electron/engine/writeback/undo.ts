// Takes one apply back, as an apply of its own: so it can be taken back too. A file that nobody touched since gets its
// old bytes; one that was edited is merged where that is clean, and otherwise left for a person.
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { attemptResult } from '../store/failures.ts';
import type { JournalApply } from '../store/file-writes.ts';
import { applyByNumber, applyNumbers } from '../store/file-writes.ts';
import type { Address } from '../store/sealing.ts';
import { readContent } from '../store/snapshots.ts';
import type { ApplyReceipt, WritebackDeps } from './apply.ts';
import { applyWrites } from './apply.ts';
import type { PlannedWrite } from './plan.ts';
import { plainWrite } from './plan.ts';
import { noApply, stillUnderWay } from './recover.ts';

export const undoApply = (deps: WritebackDeps, number: number): Result<ApplyReceipt, Failure> =>
  attemptResult(() => {
    const apply = applyByNumber(deps.db, number);
    if (apply === null) return err(noApply(number));
    if (apply.end === null) return stillUnderWay(number);
    if (apply.end.outcome === 'undone' || isTakenBack(deps, number)) return err(takenBackBefore(number));
    const writes: PlannedWrite[] = [];
    for (const [position, write] of apply.writes.entries()) {
      if (apply.end.skipped.includes(position)) continue;
      const [before, after] = [contentOf(deps, write.after), contentOf(deps, write.before)];
      if (!before.ok) return before;
      if (!after.ok) return after;
      const sides = { before: before.value, after: after.value };
      writes.push(
        plainWrite(write.path, write.agent, sides, { mode: write.mode, changeIds: write.changeIds }),
      );
    }
    return applyWrites(deps, { writes, reason: `Took back apply ${number}.`, undoes: number });
  });

/** The newest applies with all that they wrote, newest first. */
export const listApplies = (deps: Pick<WritebackDeps, 'db'>, limit: number): readonly JournalApply[] =>
  applyNumbers(deps.db, limit).flatMap((number) => applyByNumber(deps.db, number) ?? []);

/** By an apply that was not taken back itself. */
function isTakenBack(deps: WritebackDeps, number: number): boolean {
  const all = listApplies(deps, applyNumbers(deps.db, 1)[0] ?? 0);
  const standing = (one: JournalApply): boolean =>
    one.end?.outcome === 'done' && !all.some((later) => later.undoes === one.number && standing(later));
  return all.some((one) => one.undoes === number && standing(one));
}

const contentOf = (deps: WritebackDeps, address: Address | null): Result<Buffer | null, Failure> =>
  address === null ? ok(null) : readContent(deps.db, deps.sealer, address);

const takenBackBefore = (number: number): Failure => ({
  kind: 'wrong-input',
  happened: `Apply ${number} was taken back before.`,
  safe: 'Nothing was changed.',
  todo: 'To have it again, take back the apply that took it back.',
});
