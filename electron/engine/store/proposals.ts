// Proposed changes and what became of them. Nothing is overwritten: a change's events are a log, and the newest of them
// says where it stands. A decision that is taken back stays in the log; a new row says what stands again.
import { rejectReasons } from '../../../shared/decisions.ts';
import type { ChangeId, EpochMs, VersionNumber } from '../../../shared/ids.ts';
import { asChangeId, nightId, versionNumber } from '../../../shared/ids.ts';
import type { Change, ChangeState, Decision, DecisionKind, Proposal } from '../../../shared/proposal.ts';
import { assert, assertNever } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import {
  bytes,
  bytesOrNull,
  integer,
  integerOrNull,
  oneOf,
  text,
  textOrNull,
  timeMs,
  timeMsOrNull,
} from './rows.ts';

export interface StandingChange {
  /** As it would be applied: in its owner's words where they edited it, flagged `conflict` where memory moved on. */
  readonly change: Change;
  /** The dream's own words; null where they were not edited. */
  readonly dreamText: string | null;
  readonly state: ChangeState;
  /** Null while it waits and once it is superseded. */
  readonly decision: Decision | null;
  /** The memory version that it was made against. */
  readonly base: VersionNumber;
  /** Counts up over all nights. */
  readonly offer: number;
  /** Since when it stands so. */
  readonly atMs: EpochMs;
  /** It was put off, and its time has come. */
  readonly isReturned: boolean;
}

/** No night proposed it: its owner did. */
export const byHand = nightId('settled by hand');

const eventKinds = [
  'offered',
  'approved',
  'rejected',
  'snoozed',
  'duplicate',
  'returned',
  'applied',
  'rolled-back',
  'superseded',
  'conflict',
] as const;
type ChangeEvent = (typeof eventKinds)[number];
const decisionKinds = [
  'approved',
  'rejected',
  'snoozed',
  'duplicate',
] as const satisfies readonly DecisionKind[];

/**
 * Adds a night's proposal. A change that waits or was decided already stays as it is; one that was applied or superseded
 * is offered again. Changes of earlier nights that still wait and are not proposed again are superseded, unless
 * `keepOlder` (for a night that was woken: it did not see everything). `anew`: its owner offers it themselves, whatever they
 * said to it before.
 */
export function putProposal(
  db: WritableDb,
  proposal: Proposal,
  atMs: EpochMs,
  options: { readonly keepOlder: boolean; readonly anew?: boolean } = { keepOlder: false },
): void {
  const proposed = new Set<ChangeId>(proposal.changes.map((change) => change.id));
  if (!options.keepOlder) {
    for (const { change } of standingChanges(db, ['waiting'])) {
      if (!proposed.has(change.id)) writeEvent(db, { changeId: change.id, kind: 'superseded', atMs });
    }
  }
  for (const change of proposal.changes) {
    const state = changeState(db, change.id);
    const isOpen = state === null || state === 'superseded' || state === 'applied' || options.anew === true;
    if (!isOpen) continue;
    db.run(sql`
      INSERT INTO changes (id, night, base, content)
      VALUES (${change.id}, ${proposal.nightId}, ${proposal.base}, ${pack(JSON.stringify(change))})`);
    writeEvent(db, { changeId: change.id, kind: 'offered', atMs });
  }
}

/** Where a change stands; null for one that was never proposed. */
export const changeState = (db: ReadableDb, id: ChangeId): ChangeState | null =>
  db.first(
    sql`
      SELECT kind
      FROM change_events
      WHERE change_id = ${id}
      ORDER BY number DESC
      LIMIT 1`,
    (row) => stateAfter(oneOf(row, 'kind', eventKinds)),
  );

export const changeById = (db: ReadableDb, id: ChangeId): StandingChange | null =>
  db.first(
    sql`
      SELECT c.id, c.content, c.base, c.number, e.kind, e.at_ms, e.decided_by, e.reason, e.until_ms, e.duplicate_of,
        e.edited_text
      FROM changes AS c
      JOIN change_events AS e ON e.change_id = c.id
      WHERE c.id = ${id}
      ORDER BY c.number DESC, e.number DESC
      LIMIT 1`,
    readStanding,
  );

/**
 * Changes in one of the states: those that came back from being put off first, then those of the newest night, within a
 * night as they were proposed.
 */
export const standingChanges = (db: ReadableDb, states: readonly ChangeState[]): readonly StandingChange[] =>
  db.all(
    sql`
      SELECT c.id, c.content, c.base, c.number, e.kind, e.at_ms, e.decided_by, e.reason, e.until_ms, e.duplicate_of,
        e.edited_text
      FROM changes AS c
      JOIN change_events AS e ON e.change_id = c.id
      LEFT JOIN nights AS n ON n.id = c.night
      WHERE c.number = (SELECT MAX(o.number) FROM changes AS o WHERE o.id = c.id)
        AND e.number = (SELECT MAX(l.number) FROM change_events AS l WHERE l.change_id = c.id)
        AND e.kind IN (SELECT value FROM json_each(${JSON.stringify(states.flatMap(eventsBefore))}))
      ORDER BY e.kind = 'returned' DESC, n.now_ms DESC NULLS FIRST, n.number DESC, c.number`,
    readStanding,
  );

/** Ids that begin so, at most `limit`. */
export const changeIdsFrom = (db: ReadableDb, beginning: string, limit: number): readonly ChangeId[] =>
  db.all(
    sql`
      SELECT DISTINCT id
      FROM changes
      WHERE id >= ${beginning} AND id < ${`${beginning}\u{10FFFF}`}
      ORDER BY id
      LIMIT ${limit}`,
    (row) => asChangeId(text(row, 'id')),
  );

/** What a person said no to, set aside or took back: not offered again. */
export const refusedChangeIds = (db: ReadableDb): ReadonlySet<ChangeId> =>
  new Set(
    db.all(
      sql`
        SELECT e.change_id
        FROM change_events AS e
        WHERE e.kind IN ('rejected', 'duplicate', 'rolled-back')
          AND e.number = (SELECT MAX(l.number) FROM change_events AS l WHERE l.change_id = e.change_id)
        ORDER BY e.change_id`,
      (row) => asChangeId(text(row, 'change_id')),
    ),
  );

/** Gives the event's number. `batch`: that of the first decision made in the same go; null for the first itself. */
export function writeDecision(db: WritableDb, decision: Decision, batch: number | null = null): number {
  const number = nextEvent(db);
  const { editedText = null } = decision;
  db.run(sql`
    INSERT INTO change_events (number, change_id, kind, at_ms, decided_by, reason, until_ms, duplicate_of, edited_text,
      batch)
    VALUES (${number}, ${decision.changeId}, ${decision.kind}, ${decision.atMs}, ${decision.by},
      ${decision.reason ?? null}, ${decision.untilMs ?? null}, ${decision.duplicateOf ?? null},
      ${editedText === null ? null : pack(editedText)}, ${batch ?? number})`);
  return number;
}

/** Every decision on a change that was not taken back, oldest first. */
export const decisionsOf = (db: ReadableDb, id: ChangeId): readonly Decision[] =>
  db.all(
    sql`
      SELECT change_id, kind, at_ms, decided_by, reason, until_ms, duplicate_of, edited_text
      FROM change_events AS e
      WHERE change_id = ${id} AND batch IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = e.number)
      ORDER BY number`,
    readDecision,
  );

/** What its owner decided since, and holds: taken back is out, and of several on one change the newest counts. */
export const heldDecisions = (
  db: ReadableDb,
  sinceMs: EpochMs,
): readonly { readonly kind: 'approved' | 'edited' | 'rejected'; readonly atMs: EpochMs }[] =>
  db.all(
    sql`
      WITH held AS (
        SELECT change_id, MAX(number) AS number
        FROM change_events AS e
        WHERE batch IS NOT NULL AND decided_by = 'you' AND at_ms >= ${sinceMs}
          AND NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = e.number)
        GROUP BY change_id)
      SELECT CASE WHEN e.kind = 'approved' AND e.edited_text IS NOT NULL THEN 'edited' ELSE e.kind END AS kind, e.at_ms
      FROM held
      JOIN change_events AS e ON e.number = held.number
      WHERE e.kind IN ('approved', 'rejected')
      ORDER BY e.number`,
    (row) => ({ kind: oneOf(row, 'kind', ['approved', 'edited', 'rejected']), atMs: timeMs(row, 'at_ms') }),
  );

export const markApplied = (db: WritableDb, changeId: ChangeId, atMs: EpochMs): number =>
  writeEvent(db, { changeId, kind: 'applied', atMs });

/** It waits again, and says why. */
export const markConflict = (db: WritableDb, changeId: ChangeId, atMs: EpochMs): number =>
  writeEvent(db, { changeId, kind: 'conflict', atMs });

/** Its owner took it back out of memory. */
export const markRolledBack = (db: WritableDb, changeId: ChangeId, atMs: EpochMs): number =>
  writeEvent(db, { changeId, kind: 'rolled-back', atMs });

/** It went out of memory with everything since a version; a night may propose it anew. */
export const markSuperseded = (db: WritableDb, changeId: ChangeId, atMs: EpochMs): number =>
  writeEvent(db, { changeId, kind: 'superseded', atMs });

/** Lets every change that was put off wait again once its time has come; says which. */
export function returnSnoozed(db: WritableDb, nowMs: EpochMs): readonly ChangeId[] {
  const due = standingChanges(db, ['snoozed'])
    .filter(({ decision }) => (decision?.untilMs ?? nowMs) <= nowMs)
    .map(({ change }) => change.id);
  for (const changeId of due) writeEvent(db, { changeId, kind: 'returned', atMs: nowMs });
  return due;
}

/** A decision that its owner made and may still take back, as it stands in the log. */
export interface LoggedDecision extends Decision {
  readonly number: number;
  readonly batch: number;
}

/** The newest decisions of a person that were made in one go and not taken back; empty for none. */
export const lastDecisions = (db: ReadableDb): readonly LoggedDecision[] =>
  db.all(
    sql`
      SELECT number, batch, change_id, kind, at_ms, decided_by, reason, until_ms, duplicate_of, edited_text
      FROM change_events
      WHERE batch = (
        SELECT MAX(e.batch)
        FROM change_events AS e
        WHERE e.batch IS NOT NULL AND e.decided_by = 'you'
          AND NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = e.number))
      ORDER BY number`,
    (row) => ({ ...readDecision(row), number: integer(row, 'number'), batch: integer(row, 'batch') }),
  );

/** Where a change stood before one of its events: that row is written again, and says which one it takes back. */
export function undoDecision(db: WritableDb, decision: LoggedDecision, atMs: EpochMs): void {
  const { changes } = db.run(sql`
    INSERT INTO change_events (change_id, kind, at_ms, decided_by, reason, until_ms, duplicate_of, edited_text, undoes)
    SELECT change_id, kind, ${atMs}, decided_by, reason, until_ms, duplicate_of, edited_text, ${decision.number}
    FROM change_events
    WHERE change_id = ${decision.changeId} AND number < ${decision.number}
    ORDER BY number DESC
    LIMIT 1`);
  assert(changes === 1, `${decision.changeId} was offered before it was decided`);
}

/** Its newest event is this decision or, after another one was taken back, says the same again. */
export const isDecisionInForce = (db: ReadableDb, decision: LoggedDecision): boolean => {
  const state = changeState(db, decision.changeId);
  return state === decision.kind || (decision.kind === 'snoozed' && state === 'waiting');
};

const nextEvent = (db: ReadableDb): number =>
  (db.first(sql`SELECT MAX(number) AS newest FROM change_events`, (row) => integerOrNull(row, 'newest')) ??
    0) + 1;

type PlainEvent = Exclude<ChangeEvent, DecisionKind>;

/** A person's words stay with the change whatever becomes of it, until it is offered anew. */
const keepsWords = (kind: PlainEvent): boolean => kind !== 'offered' && kind !== 'superseded';

function writeEvent(
  db: WritableDb,
  event: { readonly changeId: ChangeId; readonly kind: PlainEvent; readonly atMs: EpochMs },
): number {
  const { changeId, kind, atMs } = event;
  const words = keepsWords(kind) ? editedText(db, changeId) : null;
  return db.run(sql`
    INSERT INTO change_events (change_id, kind, at_ms, edited_text)
    VALUES (${changeId}, ${kind}, ${atMs}, ${words})`).rowId;
}

const editedText = (db: ReadableDb, id: ChangeId): Uint8Array | null =>
  db.first(
    sql`
      SELECT edited_text
      FROM change_events
      WHERE change_id = ${id}
      ORDER BY number DESC
      LIMIT 1`,
    (row) => bytesOrNull(row, 'edited_text'),
  );

function stateAfter(event: ChangeEvent): ChangeState {
  switch (event) {
    case 'offered':
    case 'returned':
    case 'conflict':
      return 'waiting';
    case 'approved':
    case 'rejected':
    case 'snoozed':
    case 'duplicate':
    case 'applied':
    case 'rolled-back':
    case 'superseded':
      return event;
    default:
      return assertNever(event);
  }
}

const eventsBefore = (state: ChangeState): readonly ChangeEvent[] =>
  eventKinds.filter((event) => stateAfter(event) === state);

function readStanding(row: Row): StandingChange {
  const change = JSON.parse(unpack(bytes(row, 'content'))) as Change;
  const event = oneOf(row, 'kind', eventKinds);
  const flags = event === 'conflict' ? [...new Set([...change.flags, 'conflict' as const])] : change.flags;
  const words = bytesOrNull(row, 'edited_text');
  const isEdited = words !== null && change.after !== null;
  return {
    change: {
      ...change,
      flags,
      ...(isEdited && change.after ? { after: { ...change.after, text: unpack(words) } } : {}),
    },
    dreamText: isEdited ? (change.after?.text ?? null) : null,
    state: stateAfter(event),
    decision: textOrNull(row, 'decided_by') === null ? null : readDecision({ ...row, change_id: row['id'] }),
    base: versionNumber(integer(row, 'base')),
    offer: integer(row, 'number'),
    atMs: timeMs(row, 'at_ms'),
    isReturned: event === 'returned',
  };
}

function readDecision(row: Row): Decision {
  const words = bytesOrNull(row, 'edited_text');
  return {
    changeId: asChangeId(text(row, 'change_id')),
    kind: oneOf(row, 'kind', decisionKinds),
    atMs: timeMs(row, 'at_ms'),
    by: oneOf(row, 'decided_by', ['you', 'auto']),
    reason: textOrNull(row, 'reason') === null ? null : oneOf(row, 'reason', rejectReasons),
    untilMs: timeMsOrNull(row, 'until_ms'),
    duplicateOf: textOrNull(row, 'duplicate_of'),
    editedText: words === null ? null : unpack(words),
  };
}
