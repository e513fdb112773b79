// Takes back whatever part of memory's history a person names, or looks at what that would do and leaves all as it is.
import type { FilesPlan } from '../../../shared/agent-files.ts';
import type { RollBackTarget, RolledBack, TakingBack } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import { versionNumber, type EpochMs } from '../../../shared/ids.ts';
import { assert, assertNever, err, ok, type Result } from '../../../shared/result.ts';
import { rollBackChange, rollBackNight, rollBackToVersion } from '../review/roll-back.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { newestVersionNumber } from '../store/memory.ts';
import { changeById } from '../store/proposals.ts';
import type { WritePlan } from '../writeback/index.ts';
import { findNight } from './find-night.ts';

export function takeBack(
  db: WritableDb,
  target: RollBackTarget,
  nowMs: EpochMs,
): Result<RolledBack, Failure> {
  switch (target.kind) {
    case 'change':
      return rollBackChange(db, target.id, nowMs);
    case 'night': {
      const night = findNight(db, target.id);
      return night.ok ? rollBackNight(db, night.value.receipt.nightId, nowMs) : night;
    }
    case 'version': {
      const { version } = target;
      const isThere = Number.isInteger(version) && version >= 0 && version <= newestVersionNumber(db);
      return isThere ? rollBackToVersion(db, versionNumber(version), nowMs) : err(noVersion(version));
    }
    default:
      return assertNever(target);
  }
}

export interface TakeBackLook {
  readonly target: RollBackTarget;
  readonly nowMs: EpochMs;
  /** Looked at while memory is as it would be. */
  readonly files: () => { readonly plan: FilesPlan; readonly over: WritePlan['over'] };
}

/** It is taken back, looked at, and given back before anybody else sees it. */
export function lookAtTakeBack(
  db: WritableDb,
  { target, nowMs, files }: TakeBackLook,
): Result<TakingBack, Failure> {
  let seen: Result<TakingBack, Failure> | null = null;
  inTransaction(db, () => {
    const rolled = takeBack(db, target, nowMs);
    seen = rolled.ok ? ok(lookedAt(db, rolled.value, files())) : rolled;
    return err(null);
  });
  assert(seen !== null, 'a look was taken before it was given back');
  return seen;
}

function lookedAt(
  db: WritableDb,
  rolled: RolledBack,
  { plan, over }: ReturnType<TakeBackLook['files']>,
): TakingBack {
  const goes = new Set<string>(rolled.takenBack);
  const stays = over.filter(({ changeIds }) => changeIds.some((id) => goes.has(id)));
  const staysIn = [...new Set(stays.map(({ path }) => path))];
  return { rolled, changes: titlesOf(db, rolled), files: plan, staysIn };
}

const titlesOf = (db: WritableDb, { takenBack, conflicts }: RolledBack): TakingBack['changes'] =>
  [...takenBack, ...conflicts.map(({ changeId }) => changeId)].map((changeId) => ({
    changeId,
    title: changeById(db, changeId)?.change.title ?? changeId,
  }));

const noVersion = (version: number): Failure => ({
  kind: 'not-found',
  happened: `There is no memory version ${version}.`,
  safe: 'Nothing was changed.',
  todo: '"memory history" lists the versions.',
});
