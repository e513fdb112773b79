// What each version took back, and so which changes were in force at any of them: a replay of the log, kept beside it.
import type { RollBackTarget } from '../../../shared/decisions.ts';
import type { ChangeId, EpochMs, VersionNumber } from '../../../shared/ids.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, integerOrNull, oneOf, text } from './rows.ts';

export interface Rollback {
  readonly version: VersionNumber;
  readonly kind: RollBackTarget['kind'];
  /** The version that memory equals again, the change, or the night. */
  readonly target: string;
  /** What went out of force; for a version, empty. */
  readonly changeIds: readonly ChangeId[];
}

export const putRollback = (db: WritableDb, rollback: Rollback): void =>
  void db.run(sql`
    INSERT INTO version_rollbacks (version, kind, target, change_ids_json)
    VALUES (${rollback.version}, ${rollback.kind}, ${rollback.target}, ${JSON.stringify(rollback.changeIds)})`);

export interface InForce {
  /** The changes that had gone into memory, and not out again, at each version from 0 on. */
  readonly at: readonly ReadonlySet<ChangeId>[];
  /** The version in which each went in last. */
  readonly since: ReadonlyMap<ChangeId, VersionNumber>;
}

export function changesInForce(db: ReadableDb): InForce {
  const at: ReadonlySet<ChangeId>[] = [new Set()];
  const since = new Map<ChangeId, VersionNumber>();
  for (const { number, applied, rollback } of steps(db)) {
    const before = at.at(-1) ?? new Set<ChangeId>();
    for (const id of applied) since.set(id, number);
    if (rollback?.kind === 'version') at.push(at[Number(rollback.target)] ?? before);
    else if (rollback !== null) at.push(without(before, new Set(rollback.changeIds)));
    else at.push(applied.length === 0 ? before : new Set([...before, ...applied]));
  }
  return { at, since };
}

export const without = <T>(all: ReadonlySet<T>, gone: ReadonlySet<T>): ReadonlySet<T> =>
  new Set([...all].filter((one) => !gone.has(one)));

interface Step {
  readonly number: VersionNumber;
  readonly applied: readonly ChangeId[];
  readonly rollback: Rollback | null;
}

const steps = (db: ReadableDb): readonly Step[] =>
  db.all(
    sql`
      SELECT v.number, v.change_ids_json, r.kind, r.target, r.change_ids_json AS taken_back_json
      FROM memory_versions AS v
      LEFT JOIN version_rollbacks AS r ON r.version = v.number
      ORDER BY v.number`,
    (row) => {
      const number = versionNumber(integer(row, 'number'));
      const rollback = (): Rollback => ({
        version: number,
        kind: oneOf(row, 'kind', ['version', 'change', 'night']),
        target: text(row, 'target'),
        changeIds: JSON.parse(text(row, 'taken_back_json')) as readonly ChangeId[],
      });
      return {
        number,
        applied: JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
        rollback: row['kind'] === null ? null : rollback(),
      };
    },
  );

/** The newest version that was there at that moment; 0 for none. */
export const versionAsOf = (db: ReadableDb, atMs: EpochMs): VersionNumber =>
  versionNumber(
    db.first(
      sql`
        SELECT MAX(number) AS newest
        FROM memory_versions
        WHERE created_at_ms <= ${atMs}`,
      (row) => integerOrNull(row, 'newest'),
    ) ?? 0,
  );
