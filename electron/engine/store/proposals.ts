// Proposed changes and what became of them. Nothing is overwritten: a change's events are a log, and the newest of them
// says where it stands.
import type { ChangeId, EpochMs, VersionNumber } from '../../../shared/ids.ts';
import { asChangeId, versionNumber } from '../../../shared/ids.ts';
import type { Change, ChangeState, Decision, DecisionKind, Proposal } from '../../../shared/proposal.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, oneOf, text, timeMs } from './rows.ts';

export interface StandingChange {
  /** As it was offered; with the flag `conflict` where the memory moved on under it. */
  readonly change: Change;
  readonly state: ChangeState;
  /** The memory version that it was made against. */
  readonly base: VersionNumber;
  /** Counts up over all nights. */
  readonly offer: number;
}

type ChangeEvent = 'offered' | DecisionKind | 'applied' | 'superseded' | 'conflict';

/**
 * Adds a night's proposal. A change that waits or was decided already stays as it is; one that was applied or superseded
 * is offered again. Changes of earlier nights that still wait and are not proposed again are superseded, unless
 * `keepOlder` (for a night that was woken: it did not see everything).
 */
export function putProposal(
  db: WritableDb,
  proposal: Proposal,
  atMs: EpochMs,
  options: { readonly keepOlder: boolean } = { keepOlder: false },
): void {
  const proposed = new Set<ChangeId>(proposal.changes.map((change) => change.id));
  if (!options.keepOlder) {
    for (const { change } of standingChanges(db, ['waiting'])) {
      if (!proposed.has(change.id)) writeEvent(db, { changeId: change.id, kind: 'superseded', atMs });
    }
  }
  for (const change of proposal.changes) {
    const state = changeState(db, change.id);
    if (state !== null && state !== 'superseded' && state !== 'applied') continue;
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
      SELECT c.content, c.base, c.number, e.kind
      FROM changes AS c
      JOIN change_events AS e ON e.change_id = c.id
      WHERE c.id = ${id}
      ORDER BY c.number DESC, e.number DESC
      LIMIT 1`,
    readStanding,
  );

/** Changes in one of the states, those of the newest night first, within a night as they were proposed. */
export const standingChanges = (db: ReadableDb, states: readonly ChangeState[]): readonly StandingChange[] =>
  db.all(
    sql`
      SELECT c.content, c.base, c.number, e.kind
      FROM changes AS c
      JOIN change_events AS e ON e.change_id = c.id
      LEFT JOIN nights AS n ON n.id = c.night
      WHERE c.number = (SELECT MAX(o.number) FROM changes AS o WHERE o.id = c.id)
        AND e.number = (SELECT MAX(l.number) FROM change_events AS l WHERE l.change_id = c.id)
        AND e.kind IN (SELECT value FROM json_each(${JSON.stringify(states.flatMap(eventsBefore))}))
      ORDER BY n.now_ms DESC NULLS FIRST, n.number DESC, c.number`,
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

/** What a person said no to: not offered again. */
export const rejectedChangeIds = (db: ReadableDb): ReadonlySet<ChangeId> =>
  new Set(
    db.all(
      sql`
        SELECT e.change_id
        FROM change_events AS e
        WHERE e.kind = 'rejected'
          AND e.number = (SELECT MAX(l.number) FROM change_events AS l WHERE l.change_id = e.change_id)
        ORDER BY e.change_id`,
      (row) => asChangeId(text(row, 'change_id')),
    ),
  );

export const writeDecision = (db: WritableDb, decision: Decision): void =>
  void db.run(sql`
    INSERT INTO change_events (change_id, kind, at_ms, decided_by)
    VALUES (${decision.changeId}, ${decision.kind}, ${decision.atMs}, ${decision.by})`);

/** Every decision on a change, oldest first. */
export const decisionsOf = (db: ReadableDb, id: ChangeId): readonly Decision[] =>
  db.all(
    sql`
      SELECT change_id, kind, at_ms, decided_by
      FROM change_events
      WHERE change_id = ${id} AND decided_by IS NOT NULL
      ORDER BY number`,
    (row) => ({
      changeId: asChangeId(text(row, 'change_id')),
      kind: oneOf(row, 'kind', ['approved', 'rejected']),
      atMs: timeMs(row, 'at_ms'),
      by: oneOf(row, 'decided_by', ['you', 'auto']),
    }),
  );

export const markApplied = (db: WritableDb, changeId: ChangeId, atMs: EpochMs): void =>
  writeEvent(db, { changeId, kind: 'applied', atMs });

/** It waits again, and says why. */
export const markConflict = (db: WritableDb, changeId: ChangeId, atMs: EpochMs): void =>
  writeEvent(db, { changeId, kind: 'conflict', atMs });

const eventKinds = ['offered', 'approved', 'rejected', 'applied', 'superseded', 'conflict'] as const;

const writeEvent = (
  db: WritableDb,
  event: {
    readonly changeId: ChangeId;
    readonly kind: Exclude<ChangeEvent, DecisionKind>;
    readonly atMs: EpochMs;
  },
): void =>
  void db.run(sql`
    INSERT INTO change_events (change_id, kind, at_ms)
    VALUES (${event.changeId}, ${event.kind}, ${event.atMs})`);

function stateAfter(event: ChangeEvent): ChangeState {
  switch (event) {
    case 'offered':
    case 'conflict':
      return 'waiting';
    case 'approved':
    case 'rejected':
    case 'applied':
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
  return {
    change: { ...change, flags },
    state: stateAfter(event),
    base: versionNumber(integer(row, 'base')),
    offer: integer(row, 'number'),
  };
}
