// A file that is gone or cannot be written while changes wait to go into it: its owner says where they go, and that is
// kept until they say otherwise.
import type { PlacedFile, PlacingWish } from '../../../shared/agent-files.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { ChangeId, EpochMs } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../store/db.ts';
import { placingsInForce, putPlacing } from '../store/file-placings.ts';
import { standingChanges } from '../store/proposals.ts';
import {
  absolutePath,
  lookAt,
  refusalWords,
  shownPath,
  type WritebackDeps,
  type WritePlan,
} from '../writeback/index.ts';

export const approvedIds = (db: ReadableDb): ReadonlySet<ChangeId> =>
  new Set(standingChanges(db, ['approved']).map(({ change }) => change.id));

/** All that holds; what is still to be carried out, by the plan and by what is approved, is staged. */
export function placedNow(
  db: ReadableDb,
  plan: WritePlan,
  approved: ReadonlySet<ChangeId>,
): readonly PlacedFile[] {
  return placingsInForce(db).map(({ path, how, to, changeIds }) => {
    const write = plan.writes.find((one) => one.path === (to ?? path));
    const isInPlan =
      write !== undefined && (changeIds.length === 0 || changeIds.some((id) => write.changeIds.includes(id)));
    return { path, how, to, changeIds, isStaged: isInPlan || changeIds.some((id) => approved.has(id)) };
  });
}

/** A file that is gone or cannot be written: what its owner wants instead, kept until they say otherwise. */
export function placeFile(
  { db, home }: WritebackDeps,
  look: () => Result<WritePlan, Failure>,
  { path, wish, atMs }: { readonly path: string; readonly wish: PlacingWish; readonly atMs: EpochMs },
): Result<readonly PlacedFile[], Failure> {
  const looked = look();
  if (!looked.ok) return looked;
  const question = looked.value.conflicts.find(
    (one) => one.path === path && (one.reason.kind === 'file-gone' || one.reason.kind === 'refused'),
  );
  const earlier = placingsInForce(db).find((one) => one.path === path);
  const changeIds = question?.changeIds ?? earlier?.changeIds;
  if (changeIds === undefined) return err(nothingAsked(path));
  const to = wish.how === 'elsewhere' ? otherFile(home, wish.to, path) : ok(null);
  if (!to.ok) return to;
  const how = wish.how === 'ask' ? 'asked' : wish.how;
  putPlacing(db, { path, how, to: to.value, changeIds, atMs });
  const after = look();
  return after.ok ? ok(placedNow(db, after.value, approvedIds(db))) : after;
}

export const pathAt = (home: string, typed: string): string =>
  absolutePath(home, typed.trim().replace(/^~[/\\]/u, ''));

function otherFile(home: string, typed: string, instead: string): Result<string, Failure> {
  const path = pathAt(home, typed);
  const shown = shownPath(home, path);
  if (!/[.]md$/iu.test(path)) return err(notMarkdown(shown));
  if (shown === instead) return err(sameFile(shown));
  const found = lookAt(path, home);
  return found.kind === 'refused' ? err(notThere(shown, refusalWords[found.why])) : ok(shown);
}

const wrongFile = (happened: string, todo: string): Failure => ({
  kind: 'wrong-input',
  happened,
  safe: 'Nothing was changed.',
  todo,
});
const notMarkdown = (path: string): Failure =>
  wrongFile(`${path} is no Markdown file.`, 'Choose a file whose name ends in .md.');
const sameFile = (path: string): Failure =>
  wrongFile(`${path} is the file that is asked about.`, 'Have it made anew, or choose another one.');
const notThere = (path: string, why: string): Failure =>
  wrongFile(`${path} cannot be written. ${why}`, 'Choose another file.');
const nothingAsked = (path: string): Failure => ({
  ...wrongFile(`Nothing is asked about ${path}.`, 'See what is asked with "files plan".'),
  kind: 'not-found',
});
