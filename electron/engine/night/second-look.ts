// A second look at the newest night: what it would have proposed with other thresholds, and a near miss that its owner
// keeps anyway. Only what is a matter of degree can be kept so: no wish makes a page's words one's own.
import type { GateName, Verdict } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { ReviewItem } from '../../../shared/proposal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Thresholds } from '../../../shared/settings.ts';
import { decide } from '../deep/deep.ts';
import { allowedRepeats, allowedVerdicts, obey } from '../proposal/obey.ts';
import { propose } from '../proposal/propose.ts';
import { itemOf } from '../review/review.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { currentMemory, memoryAt } from '../store/memory.ts';
import { newestNight } from '../store/nights.ts';
import { ownersWord } from '../store/owners-word.ts';
import { changeById, putProposal, refusedChangeIds } from '../store/proposals.ts';
import { judgingBy } from './judgement.ts';
import { offer } from './offered.ts';

/** The same themes against the same memory, by the engine that judges nights. */
export function nightWithThresholds(
  db: ReadableDb,
  thresholds: Thresholds,
): Result<{ readonly would: number; readonly did: number }, Failure> {
  const night = newestNight(db);
  if (night === null) return err(noNight);
  const { receipt, proposal, verdicts } = night;
  const base = memoryAt(db, proposal.base) ?? currentMemory(db);
  const word = ownersWord(db);
  // what was told twice that night is told twice by any threshold
  const themes = verdicts.filter((one) => !isTwin(one)).map(({ theme }) => theme);
  const { instructions, nowMs } = receipt;
  const by = judgingBy(db, thresholds);
  const decided = decide({ themes, entries: base.entries, instructions, nowMs, word, ...by });
  const all = propose({
    nightId: receipt.nightId,
    nowMs,
    base,
    verdicts: allowedVerdicts(decided.verdicts, word),
    repeats: allowedRepeats(decided.repeats, word),
  });
  const obeyed = obey({ proposal: all, base, word, refused: refusedChangeIds(db) });
  return ok({ would: offer(obeyed.changes, new Set()).changes.length, did: proposal.changes.length });
}

const isTwin = ({ decision, knownAs }: Verdict): boolean => decision === 'known' && knownAs === null;

const ofDegree: ReadonlySet<GateName> = new Set<GateName>(['sessions', 'contexts', 'score']);

export function keepAnyway(
  db: WritableDb,
  text: string,
  nowMs: EpochMs,
): Result<readonly ReviewItem[], Failure> {
  const night = newestNight(db);
  if (night === null) return err(noNight);
  const verdict = night.verdicts.find((one) => one.decision === 'hold' && one.theme.text === text);
  if (verdict === undefined) return err(noSuchMiss);
  if (verdict.gates.some(({ name, passed }) => !passed && !ofDegree.has(name))) return err(neverKept);
  const base = currentMemory(db);
  const kept = { ...verdict, decision: 'promote' as const, isWeak: true };
  const { nightId } = night.receipt;
  const proposal = propose({ nightId, nowMs, base, verdicts: [kept], repeats: [] });
  return inTransaction<readonly ReviewItem[], Failure>(db, () => {
    putProposal(db, proposal, nowMs, { keepOlder: true, anew: true });
    return ok(
      proposal.changes.flatMap(({ id }) => {
        const standing = changeById(db, id);
        return standing === null ? [] : [itemOf(db, standing)];
      }),
    );
  });
}

const noNight: Failure = {
  kind: 'not-found',
  happened: 'No night has been dreamt yet.',
  safe: 'Nothing was changed.',
  todo: 'Dream one first.',
};

const noSuchMiss: Failure = {
  kind: 'not-found',
  happened: 'The newest night did not turn this down.',
  safe: 'Nothing was changed.',
  todo: 'Look at what it came near to: Tonight shows it.',
};

const neverKept: Failure = {
  kind: 'wrong-input',
  happened:
    'It was stopped for another reason than too little of it: whose words they are, or what you said before.',
  safe: 'It stays out, and nothing was changed.',
  todo: 'Say it yourself to one of your agents: then it is yours.',
};
