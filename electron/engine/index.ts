// The whole public face of the engine: one method for each thing a person can ask. Command line, window and browser
// speak to nothing else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, Failure, NightResult } from '../../shared/engine.ts';
import { instructionsFailure } from '../../shared/instructions.ts';
import { versionNumber, type EntryId, type EpochMs } from '../../shared/ids.ts';
import type { MemoryEntry } from '../../shared/memory.ts';
import type { ManagedAnswers } from '../../shared/managed.ts';
import type { ModelAnswers } from '../../shared/models.ts';
import type { NightComparison } from '../../shared/nights.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { usualSettings, type Settings } from '../../shared/settings.ts';
import type { WindowAnswers } from '../../shared/window.ts';
import type { Deps } from './deps.ts';
import { createMasker } from './masking/mask.ts';
import type { Masker } from './masking/masker.ts';
import { leaving } from './masking/not-secrets.ts';
import { withoutPersonalData } from './masking/personal-data.ts';
import { diffVersions, history } from './memory/versions.ts';
import { createFilesDesk, type FilesDesk } from './night/agent-files.ts';
import { compareNights, summaryOf } from './night/compare.ts';
import { createManagedDesk } from './night/managed-desk.ts';
import { createModelDesk } from './night/model-desk.ts';
import { explain } from './deep/explain.ts';
import { exportMemory } from './night/export-memory.ts';
import { findInDiaries } from './night/find-in-diaries.ts';
import { findNight } from './night/find-night.ts';
import { gather } from './night/gather.ts';
import { dreamNight } from './night/night.ts';
import { adoptJudgement, judgementNow, nothingDecided, resetJudgement } from './night/judgement.ts';
import { maskedSecrets } from './night/masked-secrets.ts';
import { noneListed, notSecrets, notSecretsIn } from './night/not-secrets.ts';
import { playbooksNow } from './night/playbooks.ts';
import { chooseHome, takeSampleAway, type HomeChoice } from './night/homes.ts';
import { dreamOnCopy } from './night/preview.ts';
import { lookIntoAdded, reportSources } from './night/report-sources.ts';
import { settleNow } from './night/settle-now.ts';
import { createOwnersDesk, type OwnersDesk } from './night/owners-desk.ts';
import { createWindowDesk, type WindowDesk } from './night/window-desk.ts';
import type { NightStore } from './schedule/index.ts';
import { nothingForgotten } from './forgetting/keyed.ts';
import { forgottenFor, maskerWith } from './night/forgotten-gate.ts';
import { decide } from './review/decide.ts';
import { createDreamKeeping, createStoreAnswers, type StoreAnswers } from './memory-stores/index.ts';
import type { DreamKeeping } from './memory-stores/dreams.ts';
import { rollBackToVersion } from './review/roll-back.ts';
import { applyApproved, listReview, showReview } from './review/review.ts';
import { search } from './search/search.ts';
import { createServedDesk } from './serving/served-desk.ts';
import { checkStore } from './store/check.ts';
import type { ReadableDb } from './store/db.ts';
import { attempt, attemptResult } from './store/failures.ts';
import { release, takeLease, thisProcess } from './store/lease.ts';
import { currentMemory, entryIdsFrom, newestVersionNumber, versionSummary } from './store/memory.ts';
import { allReceipts, newestNight, nightsOn } from './store/nights.ts';
import { readSettings } from './store/settings.ts';
import { openStore, withoutMapping, storeFileName, type Store } from './store/open.ts';

const notFound = (what: string, todo: string): Failure => ({
  kind: 'not-found',
  happened: `${what} is not there.`,
  safe: 'Nothing was changed.',
  todo,
});

/** All that the answers share. The store is opened at the first question that needs it, and closed with the engine. */
interface Room {
  readonly deps: Deps;
  readonly masker: Masker;
  readonly choice: HomeChoice;
  readonly files: FilesDesk;
  readonly owners: OwnersDesk;
  readonly windows: WindowDesk;
  readonly models: ModelAnswers;
  readonly managed: ManagedAnswers;
  /** Beside those about files. */
  readonly notices: readonly string[];
  store(): Result<Store, Failure>;
  /** What its owner has said of what is read, as a store has it. */
  know(db: ReadableDb): void;
  /** As a reading asks it. */
  renew(db: ReadableDb): number;
}

/** What its owner has said of what is read, and the masker that holds to it. */
function createKnown(deps: Deps) {
  let forgotten = nothingForgotten;
  // As its owner last wished; the thread that reads opens the store anew.
  let personal = usualSettings.personalData;
  let listed = noneListed;
  let changes = 0;
  /** Where the list or its key cannot be read, nothing is listed, and all is masked. */
  const list = (db: ReadableDb): void => {
    const now = attempt(() => notSecretsIn(db, deps));
    const next = now.ok ? now.value : noneListed;
    if (next.sum !== listed.sum) changes++;
    listed = next;
  };
  const named = withoutPersonalData(createMasker(), () => personal);
  return {
    masker: maskerWith(
      leaving(named, () => listed),
      () => forgotten,
    ),
    read(db: ReadableDb): void {
      personal = readSettings(db).personalData;
      list(db);
      forgotten = forgottenFor(db, deps);
    },
    /**
     * What is no secret may have been said, or taken back, in another process, and its key may be gone or be there again.
     * Gives another number where the list is not what it was.
     */
    renew(db: ReadableDb): number {
      list(db);
      return changes;
    },
    set(settings: Pick<Settings, 'personalData'>): void {
      personal = settings.personalData;
    },
  };
}

function createRoom(deps: Deps): Room & { close(): void } {
  const choice = chooseHome(deps);
  const known = createKnown(deps);
  const { masker } = known;
  let opened: Store | null = null;
  const notices: string[] = [];
  const store = (): Result<Store, Failure> => {
    if (opened) {
      known.renew(opened.db);
      return ok(opened);
    }
    const result = openStore({ dataFolder: choice.dataFolder, nowMs: deps.clock.wall() });
    if (!result.ok) return result;
    const { value } = result;
    // nothing is asked of a store while it is not known what its owner wishes masked
    const isKnown = attempt(() => known.read(value.db));
    if (!isKnown.ok) {
      value.close();
      return isKnown;
    }
    opened = value;
    files.recover(opened);
    notices.push(...owners.finish(opened));
    return result;
  };
  const hasStore = (): boolean => existsSync(join(choice.dataFolder, storeFileName));
  const files = createFilesDesk({ deps, masker, home: choice.home, store, hasStore });
  const close = (): void => {
    opened?.close();
    opened = null;
  };
  const owners = createOwnersDesk({
    deps,
    masker,
    home: choice.home,
    dataFolder: choice.dataFolder,
    store,
    closeStore: close,
    forgot: (db) => known.read(db),
  });
  const { home, dataFolder, isSample } = choice;
  const windows = createWindowDesk({
    deps,
    home,
    dataFolder,
    isSample,
    masker,
    store,
    changed: (settings) => known.set(settings),
  });
  const models = createModelDesk({ deps, masker, store, hasStore });
  const managed = createManagedDesk({ deps, masker, store, hasStore });
  return {
    deps,
    masker,
    choice,
    files,
    owners,
    windows,
    models,
    managed,
    notices,
    store,
    know: (db) => known.read(db),
    renew: (db) => known.renew(db),
    close,
  };
}

/** Asks the store one thing; what the disk or the file does wrong comes back as a value. */
async function ask<T>(
  room: Room,
  question: (store: Store) => Result<T, Failure>,
): Promise<Result<T, Failure>> {
  const store = room.store();
  return store.ok ? attemptResult(() => question(store.value)) : store;
}

const noStoreYet: Failure = {
  kind: 'not-found',
  happened: 'There is no store yet: nothing has been read.',
  safe: 'Nothing was changed.',
  todo: '"slowwave import" reads what your agents left, and "slowwave dream" sleeps on it, too.',
};

/** For questions about what was read before: to ask them makes no store. */
const askStanding = <T>(
  room: Room,
  question: (store: Store) => Result<T, Failure>,
): Promise<Result<T, Failure>> =>
  existsSync(join(room.choice.dataFolder, storeFileName))
    ? ask(room, question)
    : Promise.resolve(err(noStoreYet));

/** As that, with an answer of its own for where nothing was read yet. */
const askOr = <T>(room: Room, before: T, answer: (db: Store['db']) => T): Promise<Result<T, Failure>> =>
  existsSync(join(room.choice.dataFolder, storeFileName))
    ? ask(room, ({ db }) => attempt(() => answer(db)))
    : Promise.resolve(ok(before));

function compareTwo({ db }: Store, first: string, second: string): Result<NightComparison, Failure> {
  const [a, b] = [findNight(db, first), findNight(db, second)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  if (a.value.receipt.nightId !== b.value.receipt.nightId) return ok(compareNights(a.value, b.value));
  return err({
    ...notFound('A second night', 'Name two nights: "slowwave nights" lists them.'),
    kind: 'wrong-input',
    happened: `“${first}” and “${second}” are the same night, ${a.value.receipt.nightId}.`,
  });
}

const read = <T>(room: Room, question: (store: Store) => T): Promise<Result<T, Failure>> =>
  ask(room, (store) => attempt(() => question(store)));

async function sourcesNow(room: Room): ReturnType<Engine['sources']> {
  const { home } = room.choice;
  const folders = await read(room, ({ db }) => readSettings(db).folders);
  if (!folders.ok) return folders;
  const added = await lookIntoAdded(home, folders.value);
  return read(room, ({ db }) => reportSources(db, home, room.deps.env, added));
}

/** Every page is looked at once, as in a night. */
async function checkWhole(room: Room): ReturnType<Engine['check']> {
  const store = room.store();
  if (!store.ok) return store;
  const { db } = store.value;
  return withoutMapping(db, () => Promise.resolve(attempt(() => ({ problems: checkStore(db) }))));
}

function showEntry({ db }: Store, id: string): Result<MemoryEntry, Failure> {
  const beginning = id.startsWith('mem_') ? id : `mem_${id}`;
  const ids = entryIdsFrom(db, beginning, 3);
  const [only] = ids;
  const found =
    ids.length === 1 && only !== undefined ? currentMemory(db).entries.find((e) => e.id === only) : undefined;
  if (found) return ok(found);
  return err(
    ids.length > 1
      ? {
          ...notFound(
            `One entry that begins with “${id}”`,
            'Give more of the id: "memory list" shows whole ones.',
          ),
          kind: 'wrong-input',
        }
      : notFound(`The entry “${id}”`, '"memory list" shows every entry with its id.'),
  );
}

function showDiary(
  { db }: Store,
  date: string | null,
): Result<{ receipt: NightResult['receipt']; text: string }, Failure> {
  const night = date === null ? newestNight(db) : (nightsOn(db, date)[0] ?? null);
  if (night) return ok({ receipt: night.receipt, text: night.diary });
  return err(
    date === null
      ? notFound('A diary', 'No night has been dreamt yet: "slowwave dream" dreams one.')
      : notFound(`A night of ${date}`, 'Leave the date out for the newest night.'),
  );
}

const entryOfInterest = (db: Store['db'], id: string | null): Result<EntryId | null, Failure> => {
  if (id === null) return ok(null);
  const [first, second] = entryIdsFrom(db, id.startsWith('mem_') ? id : `mem_${id}`, 2);
  if (first === undefined || second !== undefined)
    return err(notFound(`One entry “${id}”`, '"memory list" shows every entry with its id.'));
  return ok(first);
};

/** Applying and rolling back are one at a time, whoever asks. */
function whileApplying<T>(
  room: Room,
  store: Store,
  work: (nowMs: EpochMs) => Result<T, Failure>,
): Result<T, Failure> {
  const { clock } = room.deps;
  const lease = takeLease(store.db, 'apply', thisProcess('an apply'), clock.wall());
  if (!lease.ok) return lease;
  try {
    return work(clock.now());
  } finally {
    release(store.db, lease.value);
  }
}

function rollBackTo(room: Room, to: number): ReturnType<Engine['memoryRollBack']> {
  return ask(room, (store) =>
    whileApplying(room, store, (nowMs) => {
      if (!Number.isInteger(to) || to < 0 || to > newestVersionNumber(store.db)) {
        return err(notFound(`Version ${to}`, '"memory history" lists the versions.'));
      }
      const rolled = rollBackToVersion(store.db, versionNumber(to), nowMs);
      if (!rolled.ok) return rolled;
      const summary = versionSummary(store.db, rolled.value.version ?? newestVersionNumber(store.db));
      return summary ? ok(summary) : err(notFound('The new version', 'Run "slowwave check".'));
    }),
  );
}

async function importNow(
  room: Room,
  ...[paths, listening]: Parameters<Engine['import']>
): ReturnType<Engine['import']> {
  const { deps, masker, choice } = room;
  const store = room.store();
  if (!store.ok) return store;
  room.files.watch();
  const { db } = store.value;
  const gathered = await withoutMapping(db, () =>
    gather({ db, deps, home: choice.home, masker, renewed: () => room.renew(db), paths, listening }),
  );
  if (!gathered.ok) return gathered;
  const missing = gathered.value.report.unread.find(
    ({ path, why }) => paths.includes(path) && !why.startsWith('not read yet'),
  );
  if (missing) {
    return err({
      kind: 'not-readable',
      happened: `${missing.path} was not read: it ${missing.why}.`,
      safe: 'Everything else was read, and nothing of it was changed.',
      todo: 'Check the path, or leave it out.',
    });
  }
  room.files.watch();
  return attempt(() => {
    settleNow(store.value.db, deps.clock.now());
    return gathered.value.report;
  });
}

/** What a person names is theirs: it goes into their own store, and never among the sample's made-up days. */
async function importOwn(
  room: Room,
  ...[paths, listening]: Parameters<Engine['import']>
): ReturnType<Engine['import']> {
  takeSampleAway(room.choice);
  const own = createRoom({ ...room.deps, sample: null });
  try {
    return await importNow(own, paths, listening);
  } finally {
    own.close();
  }
}

async function dreamNow(
  room: Room,
  ...[options, listening]: Parameters<Engine['dream']>
): ReturnType<Engine['dream']> {
  const { deps, masker, choice } = room;
  const tooLong = instructionsFailure(options.instructions);
  if (tooLong !== null) return err(tooLong);
  const needs = { deps, masker, home: choice.home, isSample: choice.isSample };
  if (options.preview) {
    try {
      return await dreamOnCopy(
        choice.dataFolder,
        // a copy that nobody else writes to
        { ...needs, renewed: () => 0, know: (db) => room.know(db) },
        options,
        listening,
      );
    } finally {
      takeSampleAway(choice);
    }
  }
  const store = room.store();
  if (!store.ok) return store;
  const { db } = store.value;
  const unmapped = (work: () => void): Promise<void> =>
    withoutMapping(db, () => {
      work();
      return Promise.resolve();
    });
  room.files.watch();
  try {
    const night = await dreamNight({ ...needs, db, renewed: () => room.renew(db) }, options, listening);
    if (night.ok) await unmapped(() => room.files.writeByItself());
    return night;
  } catch (error) {
    return attempt(() => {
      throw error;
    });
  } finally {
    await unmapped(() => room.files.watch());
  }
}

/** What the command line asks, what windows ask besides, and what keeps nights. */
export interface WholeEngine extends Engine, WindowAnswers {
  readonly nightStore: NightStore;
  /** What programs ask through the Dreams API. */
  readonly api: StoreAnswers;
  readonly apiDreams: DreamKeeping;
}

/** Opens nothing yet: a question that needs the store opens it, so that `--help` and a wrong word leave no file behind. */
export async function createEngine(deps: Deps): Promise<Result<WholeEngine, Failure>> {
  const room = createRoom(deps);
  const { clock } = deps;
  return ok({
    ...room.files.answers,
    ...room.owners.answers,
    ...room.models,
    ...room.managed,
    ...room.windows.answers,
    ...createServedDesk({
      now: () => clock.wall(),
      ask: (question) => askStanding(room, ({ db }) => question(db)),
    }),
    planOfApproved: (choices) => room.files.planOfApproved(choices),
    planOfTakeBack: (target) => room.files.planOfTakeBack(target),
    nightStore: room.windows.nightStore,
    api: createStoreAnswers(room),
    apiDreams: createDreamKeeping(room),
    notices: () => [...room.files.answers.notices(), ...room.notices],
    sources: () => sourcesNow(room),
    import: (paths, listening) =>
      (paths.length > 0 && room.choice.isSample ? importOwn : importNow)(room, paths, listening),
    dream: (options, listening) => dreamNow(room, options, listening),
    reviewList: () => read(room, ({ db }) => listReview(db, clock.now())),
    reviewShow: (id) => ask(room, ({ db }) => showReview(db, id)),
    reviewDecide: (ids, kind) =>
      ask(room, ({ db }) => decide(db, ids, { kind, by: 'you', nowMs: clock.now() })),
    reviewApply: () =>
      ask(room, (store) => whileApplying(room, store, (nowMs) => applyApproved(store.db, nowMs))),
    memoryList: ({ closedToo }) =>
      read(room, ({ db }) =>
        currentMemory(db).entries.filter((entry) => closedToo || entry.status === 'active'),
      ),
    memoryShow: (id) => ask(room, (store) => showEntry(store, id)),
    memoryHistory: (id) =>
      ask(room, ({ db }) => {
        const entry = entryOfInterest(db, id);
        return entry.ok ? ok(history(db, entry.value)) : entry;
      }),
    memoryDiff: (from, to) =>
      ask(room, ({ db }) => diffVersions(db, { from: versionNumber(from), to: versionNumber(to) })),
    memoryRollBack: (to) => rollBackTo(room, to),
    memoryExport: () => read(room, ({ db }) => exportMemory(currentMemory(db))),
    explain: (query) =>
      read(room, ({ db }) => explain(query, newestNight(db)?.verdicts ?? [], currentMemory(db).entries)),
    search: (query, options) => askStanding(room, ({ db }) => attempt(() => search(db, query, options))),
    nights: () => askStanding(room, ({ db }) => ok(allReceipts(db).map(summaryOf))),
    compareNights: (first, second) => askStanding(room, (store) => compareTwo(store, first, second)),
    diary: (date) => ask(room, (store) => showDiary(store, date)),
    findInDiaries: (words) => askStanding(room, ({ db }) => attempt(() => findInDiaries(db, words))),
    judgement: () => askOr(room, nothingDecided, judgementNow),
    adoptJudgement: () => ask(room, ({ db }) => adoptJudgement(db, clock.now())),
    resetJudgement: () => ask(room, ({ db }) => ok(resetJudgement(db, clock.now()))),
    skills: () =>
      existsSync(join(room.choice.dataFolder, storeFileName))
        ? room.files.answers.skills()
        : Promise.resolve(ok([])),
    playbooks: () => askOr(room, [], playbooksNow),
    maskedSecrets: () => askOr(room, { secrets: 0, kinds: [], turns: 0, places: [] }, maskedSecrets),
    notSecrets: () => askOr(room, [], (db) => notSecrets(db, deps)),
    check: () => checkWhole(room),
    close: () => room.close(),
  });
}
