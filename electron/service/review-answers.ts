// Answers about what is proposed, lines that contradict one another, and agents' own files: nearly all are the engine's.
import type { Answers, CallAnswer, CallArgs } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WholeEngine } from '../engine/index.ts';
import type { Desk } from './desk.ts';

type ReviewCalls = Extract<
  keyof Answers,
  `review.${string}` | `quarantine.${string}` | `conflict.${string}` | `files.${string}` | `guard.${string}`
>;

export function reviewAnswers({ engines }: Desk): Pick<Answers, ReviewCalls> {
  const shown = (): WholeEngine => engines.shown();
  return {
    'review.list': () => shown().reviewList(),
    'review.why': ({ change }) => shown().whyChange(change),
    'review.rule': ({ ids, ruling }) => shown().reviewRule(ids, ruling),
    'review.discard': ({ night }) => shown().reviewDiscard(night),
    'review.discarded': () => shown().reviewDiscarded(),
    'review.undo': () => shown().reviewUndo(),
    'review.plan': ({ choices }) => shown().planOfApproved(choices),
    'review.apply': (args) => apply(shown(), args),
    'review.expired': () => shown().reviewExpired(),
    'review.bringBack': ({ id }) => shown().reviewBringBack(id),
    'review.rules': () => shown().blockRules(),
    'review.liftRule': ({ number }) => shown().liftRule(number),
    'quarantine.list': () => shown().quarantine(),
    'quarantine.dismiss': ({ id }) => shown().quarantineDismiss(id),
    'quarantine.block': ({ id }) => shown().quarantineBlock(id),
    'quarantine.release': ({ id, confirm }) => shown().quarantineRelease(id, confirm),
    'quarantine.blast': ({ target }) => shown().blast(target),
    'quarantine.trust': () => shown().sourceTrust(),
    'quarantine.setTrust': ({ place, trust, window }) => shown().setSourceTrust(place, trust, window ?? null),
    'quarantine.trustEffect': ({ place, window }) => shown().trustEffect(place, window),
    'conflict.list': () => shown().conflicts(),
    'conflict.keepApart': ({ id, sides }) => shown().keepApart(id, sides),
    'conflict.keepBoth': ({ change, sides }) => shown().keepBoth(change, sides),
    'conflict.settle': ({ id, keep }) => shown().settleConflict(id, keep),
    'files.applies': () => shown().filesApplies(),
    'files.choose': ({ choice }) => shown().fileChoose(choice),
    'files.place': ({ path, wish }) => shown().filePlace(path, wish),
    'files.settle': ({ how }) => shown().settleInterrupted(how),
    'files.undo': ({ apply: number }) => shown().filesUndo(number),
    'guard.scan': ({ sinceMs }) => shown().guardScan(sinceMs),
    'guard.history': ({ path }) => shown().guardHistory(path),
    'guard.diff': ({ copy, from }) => shown().guardDiff(copy, from),
    'guard.restore': ({ copies, how }) => shown().guardRestore(copies, how),
    'guard.pin': ({ copy, pinned }) => shown().guardPin(copy, pinned),
  };
}

/** Our record first. Where the files cannot be written it stands all the same, and the answer says both. */
async function apply(
  engine: WholeEngine,
  { files, choices }: CallArgs<'review.apply'>,
): Promise<Result<CallAnswer<'review.apply'>, Failure>> {
  const applied = await engine.reviewApply();
  if (!applied.ok) return applied;
  if (!files) return ok({ ...applied.value, files: null, filesFailure: null });
  const written = await engine.filesApply(choices);
  return ok({
    ...applied.value,
    files: written.ok ? written.value : null,
    filesFailure: written.ok ? null : written.error,
  });
}
