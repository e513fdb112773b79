// Conducts what a memory's owner asks beyond looking: decisions, pins, taking back, conflicts, forgetting, carrying away.
import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { DeletedAll } from '../../../shared/carry.ts';
import type { Discarded, EntryNotes, MemoryAsOf } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { OwnersAnswers } from '../../../shared/owner.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { deleteAllWords } from '../../../shared/carry.ts';
import { backUp } from '../carry/backup.ts';
import { restore } from '../carry/restore.ts';
import { deleteAll, storageOf } from '../carry/storage.ts';
import { verifyBackup } from '../carry/verify.ts';
import { keepApart, keepBoth } from '../conflicts/keep-apart.ts';
import { openConflicts, settleConflict } from '../conflicts/settle.ts';
import type { Deps } from '../deps.ts';
import {
  certificates,
  finishForgetting,
  forget,
  isKeyLost,
  previewForgetting,
  redact,
  type ForgettingHands,
} from '../forgetting/forget.ts';
import { forgetKeyName } from '../forgetting/keyed.ts';
import type { Masker } from '../masking/masker.ts';
import { decide, undoLast } from '../review/decide.ts';
import { discardNight } from '../review/discard.ts';
import { findEntry } from '../review/find.ts';
import { shownPath } from '../sources/paths.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import { keyFolderOf } from '../store/keys.ts';
import { release, takeLease, thisProcess, type LeaseKind } from '../store/lease.ts';
import { changesBehind, currentMemory, memoryAt } from '../store/memory.ts';
import { nightById } from '../store/nights.ts';
import { storeFileName, type Store } from '../store/open.ts';
import {
  blockRules,
  feedbackInForce,
  liftRule,
  pinnedEntries,
  pinnedSince,
  setPin,
} from '../store/owners-word.ts';
import { changeById, decisionsOf } from '../store/proposals.ts';
import { versionAsOf } from '../store/rollbacks.ts';
import { sourceTrust } from '../store/quarantine.ts';
import { createSealer } from '../store/sealing.ts';
import { othersAtWork } from '../store/sweep.ts';
import { sessionsNamed } from '../store/sessions.ts';
import { lostSupportOf } from '../store/tombstones.ts';
import { holdsSecret } from '../writeback/index.ts';
import { blastRadius } from './blast.ts';
import { exportMemory } from './export-memory.ts';
import { findNight } from './find-night.ts';
import { lookAtMask, markNotSecret, markSecret, unlist, type Marking } from './not-secrets.ts';
import { blockSource, dismiss, quarantine, quarantined, releaseToReview } from './quarantine-desk.ts';
import { takeBack } from './take-back.ts';
import { trust, trustEffect } from './trust.ts';

export interface OwnersNeeds {
  readonly deps: Deps;
  readonly home: string;
  readonly dataFolder: string;
  readonly masker: Masker;
  store(): Result<Store, Failure>;
  closeStore(): void;
  /** What is kept from coming back, or what is no secret, has changed. */
  forgot(db: ReadableDb): void;
}

export interface OwnersDesk {
  readonly answers: Omit<
    OwnersAnswers,
    'reviewExpired' | 'reviewBringBack' | 'reviewDiscarded' | 'notSecrets'
  >;
  /** Right after the store was opened. Gives what its owner must know. */
  finish(store: Store): readonly string[];
}

type Work<T> = (db: WritableDb, nowMs: EpochMs) => Result<T, Failure>;

export function createOwnersDesk(needs: OwnersNeeds): OwnersDesk {
  const { deps } = needs;
  const ask = async <T>(work: Work<T>): Promise<Result<T, Failure>> => {
    const store = needs.store();
    return store.ok ? attemptResult(() => work(store.value.db, deps.clock.now())) : store;
  };
  const alone = <T>(what: string, kinds: readonly LeaseKind[], work: Work<T>): Promise<Result<T, Failure>> =>
    ask((db, nowMs) => whileAlone({ db, deps, what, kinds }, () => work(db, nowMs)));
  const forgetting = <T>(work: (hands: ForgettingHands) => Result<T, Failure>): Promise<Result<T, Failure>> =>
    // Nothing may be read or written meanwhile that would bring it back.
    alone('forgetting', ['dream', 'apply'], (db) => {
      const done = work(handsOf(needs, db));
      needs.forgot(db);
      return done;
    });
  return {
    finish(store) {
      attempt(() => finishForgetting(handsOf(needs, store.db)));
      const keyFolder = keyFolderOf(deps);
      return isKeyLost(store.db, keyFolder) ? [keyLost(keyFolder)] : [];
    },
    answers: {
      reviewRule: (ids, ruling) => ask((db, nowMs) => decide(db, ids, { ...ruling, by: 'you', nowMs })),
      reviewDiscard: (night) => ask((db, nowMs) => discard(db, night, nowMs)),
      reviewUndo: () => ask((db, nowMs) => undoLast(db, nowMs)),
      blockRules: () => ask((db) => ok(blockRules(db))),
      liftRule: (number) => ask((db) => (liftRule(db, number) ? ok(blockRules(db)) : err(noRule(number)))),
      memoryPin: (id, pinned) => ask((db, nowMs) => pin(db, id, { pinned, nowMs })),
      pinnedEntries: () => ask((db) => ok([...pinnedEntries(db)])),
      memoryNotes: (id) => ask((db) => notesOf(db, id)),
      memoryAsOf: (moment) => ask((db) => asOf(db, moment)),
      memoryTakeBack: (target) => alone('taking back', ['apply'], (db, nowMs) => takeBack(db, target, nowMs)),
      conflicts: () => ask((db) => ok(openConflicts(db))),
      keepApart: (conflict, sides) => ask((db, nowMs) => keepApart(db, { conflict, sides, nowMs })),
      keepBoth: (change, sides) => ask((db, nowMs) => keepBoth(db, { change, sides, nowMs })),
      settleConflict: (conflict, keep) =>
        alone('settling a conflict', ['apply'], (db, nowMs) => settleConflict(db, { conflict, keep, nowMs })),
      forgetPreview: (target) => ask((db) => previewForgetting(handsOf(needs, db), target)),
      forget: (target) =>
        forgetting((hands) => {
          const done = forget(hands, target);
          if (done.ok && target.kind === 'word') unlist(hands.db, deps, target.text.trim());
          return done;
        }),
      redact: (version, entry) => forgetting((hands) => redact(hands, { version, entry })),
      forgetCertificates: () => ask((db) => ok(certificates(db))),
      quarantine: () => ask((db) => ok(quarantine(db))),
      quarantineShow: (id) => ask((db) => quarantined(db, id)),
      quarantineDismiss: (id) => ask((db, nowMs) => dismiss(db, id, nowMs)),
      quarantineBlock: (id) => ask((db, nowMs) => blockSource(db, id, nowMs)),
      quarantineRelease: (id, confirm) => ask((db, nowMs) => releaseToReview(db, { id, confirm }, nowMs)),
      blast: (target) => ask((db) => blastRadius(handsOf(needs, db), target)),
      sourceTrust: () => ask((db) => ok(sourceTrust(db))),
      setSourceTrust: (place, wish, window) =>
        ask((db, nowMs) => trust(db, { place, trust: wish, window: window ?? null }, nowMs)),
      trustEffect: (place, window) => ask((db) => ok(trustEffect(db, { place, window }))),
      ...maskAnswers(needs),
      ...carrying(needs),
    },
  };
}

type MaskAnswers = Pick<OwnersAnswers, 'lookAtMask' | 'markNotSecret' | 'markSecret'>;

function maskAnswers(needs: OwnersNeeds): MaskAnswers {
  const { deps, home, masker } = needs;
  const ask = async <T>(
    work: (marking: Marking) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> => {
    const store = needs.store();
    if (!store.ok) return store;
    try {
      return await work({ db: store.value.db, deps, home, masker });
    } catch (error) {
      return attempt(() => {
        throw error;
      });
    }
  };
  /** No night goes on meanwhile: it would read with the list that it began with. */
  const changing = <T>(
    work: (marking: Marking) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    ask(async (marking) => {
      const lease = takeLease(marking.db, 'dream', thisProcess('marking a secret'), deps.clock.wall());
      if (!lease.ok) return lease;
      try {
        return await work(marking);
      } finally {
        release(marking.db, lease.value);
        needs.forgot(marking.db);
      }
    });
  return {
    lookAtMask: (place) => ask((marking) => lookAtMask(marking, place)),
    markNotSecret: (decision) => changing((marking) => markNotSecret(marking, decision, deps.clock.now())),
    markSecret: (number) => changing(({ db }) => Promise.resolve(markSecret(db, deps, number))),
  };
}

const handsOf = ({ deps, masker, home, dataFolder }: OwnersNeeds, db: WritableDb): ForgettingHands => ({
  db,
  dataFolder,
  keyFolder: keyFolderOf(deps),
  sealer: createSealer({ keyFolder: keyFolderOf(deps), holdsSecret: holdsSecret(masker) }),
  nowMs: deps.clock.wall(),
  shown: (path) => shownPath(home, isAbsolute(path) ? path : resolve(home, path.replace(/^~\/?/u, ''))),
});

const keyLost = (keyFolder: string): string =>
  `What you had Slowwave forget can come back: the key that tells it, ${forgetKeyName}, is not in ${keyFolder}. Put it back from your own copy of that folder.`;

interface Alone {
  readonly db: WritableDb;
  readonly deps: Deps;
  readonly what: string;
  readonly kinds: readonly LeaseKind[];
}

function whileAlone<T>(alone: Alone, work: () => Result<T, Failure>): Result<T, Failure> {
  const [kind, ...kinds] = alone.kinds;
  if (kind === undefined) return work();
  const lease = takeLease(alone.db, kind, thisProcess(alone.what), alone.deps.clock.wall());
  if (!lease.ok) return lease;
  try {
    return whileAlone({ ...alone, kinds }, work);
  } finally {
    release(alone.db, lease.value);
  }
}

function carrying(
  needs: OwnersNeeds,
): Pick<OwnersAnswers, 'backup' | 'restore' | 'verifyBackup' | 'storage' | 'deleteAll'> {
  const { deps, dataFolder } = needs;
  const common = {
    dataFolder,
    nowMs: deps.clock.wall(),
    memoryMarkdown: (db: ReadableDb) => exportMemory(currentMemory(db)),
  };
  return {
    async backup(file, { replace }) {
      const store = needs.store();
      if (!store.ok) return store;
      const { db } = store.value;
      const lease = takeLease(db, 'apply', thisProcess('a backup'), deps.clock.wall());
      if (!lease.ok) return lease;
      try {
        return await backUp({ ...common, db, file, replace });
      } finally {
        release(db, lease.value);
      }
    },
    async restore(file, { replace }) {
      const done = await restore({
        ...common,
        file,
        replace,
        openStore: () => needs.store(),
        closeStore: () => needs.closeStore(),
      });
      const store = done.ok ? needs.store() : null;
      if (store?.ok === true) needs.forgot(store.value.db);
      return done;
    },
    verifyBackup: (file) => verifyBackup(file, dataFolder),
    storage: () => Promise.resolve(attempt(() => storageOf(deps.data))),
    deleteAll: (confirm) =>
      Promise.resolve(confirm === deleteAllWords ? deleteEverything(needs) : err(notConfirmed)),
  };
}

/** Alone only: whoever has the store open would write on into a file that nobody can find again. */
function deleteEverything({ deps, dataFolder, ...needs }: OwnersNeeds): Result<DeletedAll, Failure> {
  if (existsSync(join(dataFolder, storeFileName))) {
    const store = needs.store();
    // One that cannot be opened any more is a reason to take it away.
    if (store.ok && othersAtWork(store.value.db) > 0) return err(othersOpen);
    needs.closeStore();
  }
  return attempt(() => deleteAll(deps.data, keyFolderOf(deps)));
}

const notConfirmed: Failure = {
  kind: 'wrong-input',
  happened: 'Deleting everything was not confirmed.',
  safe: 'Nothing was deleted.',
  todo: `Say it to the letter: ${deleteAllWords}.`,
};

const othersOpen: Failure = {
  kind: 'store-busy',
  happened: 'Another process of Slowwave has the store open.',
  safe: 'Nothing was deleted.',
  todo: 'End it, then delete.',
};

function discard(db: WritableDb, typed: string | null, nowMs: EpochMs): Result<Discarded, Failure> {
  const night = findNight(db, typed ?? 'latest');
  return night.ok ? discardNight(db, night.value.receipt.nightId, nowMs) : night;
}

const pin = (
  db: WritableDb,
  typed: string,
  { pinned, nowMs }: { readonly pinned: boolean; readonly nowMs: EpochMs },
): Result<MemoryEntry, Failure> =>
  inTransaction<MemoryEntry, Failure>(db, () => {
    const found = activeEntry(db, typed);
    if (found.ok) setPin(db, found.value.id, pinned, nowMs);
    return found;
  });

/** Of the memory as it stands; a closed one can still let go of its pin. */
function activeEntry(db: ReadableDb, typed: string): Result<MemoryEntry, Failure> {
  const found = findEntry(db, typed);
  if (!found.ok) return found;
  const entry = currentMemory(db).entries.find(({ id }) => id === found.value);
  return entry === undefined ? err(notInMemory(found.value)) : ok(entry);
}

function notesOf(db: ReadableDb, typed: string): Result<EntryNotes, Failure> {
  const found = findEntry(db, typed);
  if (!found.ok) return found;
  const edited = feedbackInForce(db).findLast(
    ({ kind, entryId }) => kind === 'edited' && entryId === found.value,
  );
  return ok({
    pinnedAtMs: pinnedSince(db).get(found.value) ?? null,
    dreamText: edited?.dreamText ?? null,
    lostQuotes: lostSupportOf(db, found.value),
    ...letInBy(db, found.value),
  });
}

/** Who approved the newest change that left it as it stands. */
function letInBy(db: ReadableDb, entry: EntryId): Pick<EntryNotes, 'letIn'> {
  for (const id of changesBehind(db, entry)) {
    const change = changeById(db, id)?.change;
    const approved = decisionsOf(db, id).findLast(({ kind }) => kind === 'approved');
    if (change?.after?.id !== entry || approved === undefined) continue;
    const night = nightById(db, change.nightId)?.receipt ?? null;
    return {
      letIn: {
        by: approved.by,
        atMs: approved.atMs,
        night: night === null ? null : { id: night.nightId, startedAtMs: night.startedAtMs },
      },
    };
  }
  return {};
}

function asOf(
  db: ReadableDb,
  moment: { readonly atMs: EpochMs } | { readonly session: string },
): Result<MemoryAsOf, Failure> {
  const at = 'session' in moment ? firstTurnOf(db, moment.session) : ok(moment.atMs);
  if (!at.ok) return at;
  const version = versionAsOf(db, at.value);
  const memory = memoryAt(db, version);
  if (memory === null) return err(noVersion(version));
  return ok({ version, atMs: at.value, nightId: memory.nightId, entries: memory.entries });
}

function firstTurnOf(db: ReadableDb, typed: string): Result<EpochMs, Failure> {
  const [session, another] = sessionsNamed(db, typed.trim(), 2);
  if (session === undefined) return err(noSession(typed));
  if (another !== undefined && session.nativeId !== typed.trim() && session.id !== typed.trim())
    return err({
      ...noSession(typed),
      kind: 'wrong-input',
      happened: `Several sessions begin with “${typed}”.`,
    });
  return session.firstAtMs === null ? err(noTime(session.id)) : ok(session.firstAtMs);
}

const notThere = (happened: string, todo: string): Failure => ({
  kind: 'not-found',
  happened,
  safe: 'Nothing was changed.',
  todo,
});
const noRule = (number: number): Failure =>
  notThere(`There is no block rule ${number}.`, '"review rules" lists them.');
const notInMemory = (id: EntryId): Failure =>
  notThere(`${id} is not in memory now.`, '"memory list --closed" shows every entry with its id.');
const noVersion = (version: number): Failure =>
  notThere(`There is no memory version ${version}.`, '"memory history" lists the versions.');
const noSession = (typed: string): Failure =>
  notThere(`There is no session “${typed}”.`, 'Give a date, or the id of a session as "search" shows it.');
const noTime = (id: string): Failure =>
  notThere(`The transcript of ${id} tells no time.`, 'Give a date instead.');
