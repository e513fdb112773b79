// A person's answers to what is proposed. Each is staged until it is applied, stands in a log that only grows, and can be
// taken back; what it teaches is kept beside it.
import type { Feedback, Ruling, Undone } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { ChangeState, Decision, ReviewItem } from '../../../shared/proposal.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, assertNever, err, ok } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { choicesInForce, takeBackChoices } from '../store/file-choices.ts';
import { placingsInForce, putPlacing, type FilePlacing } from '../store/file-placings.ts';
import { addBlockRule, addFeedback } from '../store/owners-word.ts';
import type { LoggedDecision, StandingChange } from '../store/proposals.ts';
import {
  byHand,
  changeById,
  markSuperseded,
  changeState,
  isDecisionInForce,
  lastDecisions,
  returnSnoozed,
  undoDecision,
  writeDecision,
} from '../store/proposals.ts';
import { discardInForce, takeBackDiscard } from './discard.ts';
import { findChange, findEntry } from './find.ts';
import { itemOf } from './review.ts';

export type Decided = Ruling & { readonly by: Decision['by']; readonly nowMs: EpochMs };

/** All of them or none. A decision may be changed until it is applied. */
export const decide = (
  db: WritableDb,
  ids: readonly string[],
  decided: Decided,
): Result<readonly ReviewItem[], Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      returnSnoozed(db, decided.nowMs);
      const items: ReviewItem[] = [];
      let batch: number | null = null;
      for (const id of ids) {
        const found = findChange(db, id);
        if (!found.ok) return found;
        const meant = decisionOf(db, found.value, decided);
        if (!meant.ok) return meant;
        if (!isSameDecision(found.value.decision, meant.value)) {
          const event = writeDecision(db, meant.value, batch);
          batch ??= event;
          learn(db, event, found.value, meant.value);
        }
        const standing = changeById(db, found.value.change.id);
        assert(standing !== null, `${found.value.change.id} was just decided`);
        items.push(itemOf(db, standing));
      }
      return ok(items);
    }),
  );

/** What a ruling means for one change, or why it cannot be. */
function decisionOf(db: ReadableDb, standing: StandingChange, decided: Decided): Result<Decision, Failure> {
  const { change, state, dreamText } = standing;
  if (state === 'applied' || state === 'superseded') return err(tooLate(change.id, state));
  const base = { changeId: change.id, atMs: decided.nowMs, by: decided.by };
  const isEdited = dreamText !== null && change.after !== null;
  switch (decided.kind) {
    case 'approved':
      return ok({ ...base, kind: 'approved', editedText: isEdited ? (change.after?.text ?? null) : null });
    case 'edited':
      return edited(standing, base, decided.text);
    case 'rejected':
      return ok({ ...base, kind: 'rejected', reason: decided.reason ?? null });
    case 'snoozed': {
      const untilMs = decided.untilMs ?? nextMorning(decided.nowMs);
      return untilMs > decided.nowMs ? ok({ ...base, kind: 'snoozed', untilMs }) : err(noTomorrow);
    }
    case 'duplicate': {
      const of = duplicated(db, standing, decided.of);
      return of.ok ? ok({ ...base, kind: 'duplicate', duplicateOf: of.value }) : of;
    }
    default:
      return assertNever(decided);
  }
}

/** A line of an agent's file is one line: so are the words that may come to stand in one. */
function edited(
  { change, dreamText }: StandingChange,
  base: Pick<Decision, 'changeId' | 'atMs' | 'by'>,
  typed: string,
): Result<Decision, Failure> {
  if (change.after === null || change.operation === 'note') return err(nothingToEdit(change.id));
  const words = typed.replace(/\s+/gu, ' ').trim();
  if (words === '') return err(noWords);
  const own = dreamText ?? change.after.text;
  return ok({ ...base, kind: 'approved', editedText: words === own ? null : words });
}

function duplicated(db: ReadableDb, standing: StandingChange, typed: string): Result<string, Failure> {
  const isChange = /^\s*chg_/iu.test(typed);
  const entry = isChange ? null : findEntry(db, typed);
  if (entry?.ok === true) return entry;
  if (entry !== null && (/^\s*mem_/iu.test(typed) || entry.error.kind === 'wrong-input')) return entry;
  const other = findChange(db, typed);
  if (!other.ok) return other;
  return other.value.change.id === standing.change.id ? err(ofItself) : ok(other.value.change.id);
}

const isSameDecision = (standing: Decision | null, meant: Decision): boolean =>
  standing !== null &&
  standing.by === meant.by &&
  standing.kind === meant.kind &&
  (standing.reason ?? null) === (meant.reason ?? null) &&
  (standing.untilMs ?? null) === (meant.untilMs ?? null) &&
  (standing.duplicateOf ?? null) === (meant.duplicateOf ?? null) &&
  (standing.editedText ?? null) === (meant.editedText ?? null);

function learn(db: WritableDb, event: number, standing: StandingChange, decision: Decision): void {
  if (decision.by !== 'you') return;
  const kind =
    decision.kind === 'approved' && (decision.editedText ?? null) !== null ? 'edited' : decision.kind;
  if (kind === 'approved' || kind === 'snoozed') return;
  const feedback = feedbackOf(db, standing, decision, kind);
  addFeedback(db, event, feedback);
  if (decision.reason !== 'never-again') return;
  const rule = { changeId: decision.changeId, text: feedback.dreamText ?? standing.change.title };
  addBlockRule(db, event, { ...rule, madeAtMs: decision.atMs });
}

export function feedbackOf(
  db: ReadableDb,
  { change, dreamText }: StandingChange,
  decision: Pick<Decision, 'atMs' | 'reason' | 'editedText' | 'duplicateOf'>,
  kind: Feedback['kind'],
): Feedback {
  const { after } = change;
  return {
    changeId: change.id,
    kind,
    reason: decision.reason ?? null,
    operation: change.operation,
    dreamText: dreamText ?? after?.text ?? null,
    yourText: decision.editedText ?? null,
    entryId: after?.id ?? null,
    entryKind: after?.kind ?? null,
    scope: after?.scope ?? null,
    closes: change.closes.map(({ entryId }) => entryId),
    duplicateOf: entryMeant(db, decision.duplicateOf ?? null),
    atMs: decision.atMs,
  };
}

/** A change stands for the entry that it would leave. */
function entryMeant(db: ReadableDb, id: string | null): EntryId | null {
  if (id === null) return null;
  const entry = findEntry(db, id);
  if (id.startsWith('mem_')) return entry.ok ? entry.value : null;
  const change = findChange(db, id);
  return change.ok ? (change.value.change.after?.id ?? null) : null;
}

/** Takes back the last thing that a person decided; called again, the one before it, as far as nothing was applied. */
export const undoLast = (db: WritableDb, nowMs: EpochMs): Result<Undone, Failure> =>
  attemptResult(() =>
    inTransaction(db, () => {
      const last = lastDecisions(db);
      const [first] = last;
      const discard = discardInForce(db);
      if (discard !== null && discard.atMs >= (first?.atMs ?? 0)) {
        takeBackDiscard(db, discard, nowMs);
        return ok({ changeIds: discard.changeIds, was: discardWords });
      }
      const chosen = choicesInForce(db).findLast(({ changeIds }) => changeIds.length === 0);
      if (chosen !== undefined && chosen.atMs >= (first?.atMs ?? 0)) {
        takeBackChoices(db, [chosen], nowMs);
        return ok({ changeIds: [], was: choiceWords[chosen.whose] });
      }
      if (first === undefined) return err(nothingToUndo);
      const placing = stagedPlacing(db);
      if (placing !== undefined && placing.atMs >= first.atMs) {
        putPlacing(db, { ...placing, how: 'asked', to: null, atMs: nowMs });
        return ok({ changeIds: placing.changeIds, was: placingWords[placing.how] });
      }
      if (!last.every((decision) => isDecisionInForce(db, decision))) return err(settledMeanwhile(first));
      for (const decision of last) {
        undoDecision(db, decision, nowMs);
        // What its owner offered themselves has nobody who would still propose it.
        if (changeById(db, decision.changeId)?.change.nightId === byHand)
          markSuperseded(db, decision.changeId, nowMs);
      }
      const undone = new Set(last.map(({ changeId }) => changeId));
      // What was said of its line went with the decision.
      const ofLines = choicesInForce(db).filter(({ changeIds }) => changeIds.some((id) => undone.has(id)));
      takeBackChoices(db, ofLines, nowMs);
      return ok({ changeIds: [...undone], was: decisionWords(first) });
    }),
  );

/** The newest word on a file that is gone, of changes that are all approved and none applied. */
const stagedPlacing = (db: ReadableDb): FilePlacing | undefined =>
  placingsInForce(db)
    .filter(({ changeIds }) => changeIds.length > 0)
    .filter(({ changeIds }) => changeIds.every((id) => changeState(db, id) === 'approved'))
    .toSorted((a, b) => a.atMs - b.atMs)
    .at(-1);

export const discardWords = 'thrown away with a partial night';

/** Of a block of ours that somebody changed. */
export const choiceWords = {
  mine: 'kept as your own',
  ours: 'to be written anew',
} as const;

export const placingWords: Readonly<Record<FilePlacing['how'], string>> = {
  recreate: 'to be made anew',
  elsewhere: 'put into another file',
  drop: 'left out of its file',
};

/** "rejected as outdated" */
export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case 'approved':
      return (decision.editedText ?? null) === null ? 'approved' : 'edited and approved';
    case 'rejected':
      return decision.reason ? `rejected as ${decision.reason}` : 'rejected';
    case 'snoozed':
      return 'put off';
    case 'duplicate':
      return 'set aside as a duplicate';
    default:
      return assertNever(decision.kind);
  }
}

/** The next midnight where the person is: the night after it shows the change again. */
function nextMorning(nowMs: EpochMs): EpochMs {
  const at = new Date(nowMs);
  return epochMs(new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime());
}

const wrong = (happened: string, todo: string): Failure => ({
  kind: 'wrong-input',
  happened,
  safe: 'Nothing was changed.',
  todo,
});

const tooLate = (id: string, state: Extract<ChangeState, 'applied' | 'superseded'>): Failure =>
  state === 'applied'
    ? wrong(`${id} is applied already.`, `Roll it back to undo it: memory rollback --change ${id}`)
    : wrong(
        `${id} is no longer proposed: a later night did not propose it again.`,
        'See what is proposed now with "review list".',
      );

const nothingToEdit = (id: string): Failure =>
  wrong(`${id} would leave no line of memory, so there are no words to edit.`, 'Approve it or reject it.');
const noWords = wrong('The new words are empty.', 'Type the line as it should stand, or reject the change.');
const noTomorrow = wrong(
  'That moment has passed already.',
  'Name a day to come, or leave the date out for tomorrow.',
);
const ofItself = wrong('A change cannot be a duplicate of itself.', 'Name another change, or an entry.');
const nothingToUndo: Failure = {
  ...wrong('There is no decision to take back.', 'See what is proposed with "review list".'),
  kind: 'not-found',
};
const settledMeanwhile = (decision: LoggedDecision): Failure =>
  wrong(
    `The last decision (${decisionWords(decision)}: ${decision.changeId}) can no longer be taken back: it was applied, or a night has moved on.`,
    `What was applied is taken back with "memory rollback --change ${decision.changeId}".`,
  );
