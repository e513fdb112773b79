// A line or a block that somebody changed while a change waited for it: whose holds, as its owner said it, kept until
// Apply and only for what they were shown.
import type { FileChoice, FileChoices } from '../../../shared/agent-files.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { choicesInForce, putChoice, type KeptChoice } from '../store/file-choices.ts';
import type { FileConflict, WritePlan } from '../writeback/index.ts';

const twoHands = new Set<string>(['edited-meanwhile', 'line-changed', 'block-edited', 'block-broken']);

const isOf =
  ({ path, changeIds }: Pick<KeptChoice, 'path' | 'changeIds'>) =>
  (conflict: FileConflict): boolean =>
    conflict.path === path &&
    conflict.changeIds.length === changeIds.length &&
    changeIds.every((id) => conflict.changeIds.includes(id));

/** The plan, once more with what was said of its questions where the same still stands there. */
export function withKept(
  db: ReadableDb,
  asked: FileChoices,
  planWith: (choices: FileChoices) => WritePlan,
): WritePlan {
  const first = planWith(asked);
  const kept = choicesInForce(db).filter((one) =>
    first.conflicts.some((conflict) => isOf(one)(conflict) && (conflict.theirs ?? '') === one.seen),
  );
  if (kept.length === 0) return first;
  const blocks = kept.filter(({ changeIds }) => changeIds.length === 0);
  const lines = kept.flatMap(({ changeIds, seen }) => changeIds.map((id) => [id, seen] as const));
  return planWith({
    ...asked,
    blocks: { ...Object.fromEntries(blocks.map(({ path, whose }) => [path, whose])), ...asked.blocks },
    lines: { ...Object.fromEntries(lines), ...asked.lines },
  });
}

export function chooseInFile(
  db: WritableDb,
  look: () => Result<WritePlan, Failure>,
  { path, changeIds, whose }: FileChoice,
  atMs: EpochMs,
): Result<null, Failure> {
  const plan = look();
  if (!plan.ok) return plan;
  const question = plan.value.conflicts.find(
    (conflict) => twoHands.has(conflict.reason.kind) && isOf({ path, changeIds })(conflict),
  );
  if (question === undefined) return err(notAsked);
  putChoice(db, { path, changeIds, whose, seen: question.theirs ?? '', atMs });
  return ok(null);
}

const notAsked: Failure = {
  kind: 'not-found',
  happened: 'This is not asked any more: the file is as it was, or what waits for it is not.',
  safe: 'Nothing was changed.',
  todo: 'Look at Review again.',
};
