// Conducts what windows ask beyond what the command line does. Reads the store and the files; writes settings alone.
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Explanation, Failure } from '../../../shared/engine.ts';
import { asChangeId, asNightId } from '../../../shared/ids.ts';
import { instructionsFailure } from '../../../shared/instructions.ts';
import type { OwnersAnswers } from '../../../shared/owner.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { usualSettings } from '../../../shared/settings.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings.ts';
import type { ReportAbout, ReportAnswers } from '../../../shared/report.ts';
import type { WatchPlaces, WindowAnswers } from '../../../shared/window.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { discardInForce } from '../review/discard.ts';
import { findChange } from '../review/find.ts';
import { bringBack } from '../review/expire.ts';
import { changesOfNight, listExpired } from '../review/review.ts';
import { checkPattern, checkZone, createNightStore, type NightStore } from '../schedule/index.ts';
import { sources } from '../sources/index.ts';
import { homePath } from '../sources/paths.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import { currentMemory } from '../store/memory.ts';
import { mutePattern } from '../store/muted-patterns.ts';
import { allReceipts, newestNight, nightById } from '../store/nights.ts';
import { storeFileName, type Store } from '../store/open.ts';
import { isAlive } from '../store/processes.ts';
import { standingChanges, type StandingChange } from '../store/proposals.ts';
import { countsByAgent } from '../store/sessions.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { evidenceAround, evidencePath } from './evidence.ts';
import { explainVerdict } from '../deep/explain.ts';
import { findMemory } from './gather.ts';
import { keepAnyway, nightWithThresholds } from './second-look.ts';
import { reportText, shownLog } from './report.ts';
import { settleLostNights } from './lost-nights.ts';
import { patternCharts, patternsOf } from './patterns.ts';
import { agentViews, shownFile, shownFiles, type FilesView } from './shown-files.ts';
import { foundAtFirst, willRead } from './will-read.ts';

export interface WindowNeeds {
  readonly deps: Deps;
  readonly home: string;
  readonly dataFolder: string;
  readonly isSample: boolean;
  readonly masker: Masker;
  store(): Result<Store, Failure>;
  /** Is told what was set. */
  changed(settings: Settings): void;
}

/** The owner asks it; to ask makes no store, and that is known here. */
type OfExpired = Pick<OwnersAnswers, 'reviewExpired' | 'reviewBringBack' | 'reviewDiscarded'>;

export interface WindowDesk {
  /** But for what the desk of files answers. */
  readonly answers: Omit<WindowAnswers, 'planOfApproved' | 'planOfTakeBack'> & ReportAnswers & OfExpired;
  /** Each question opens the store anew where it was closed meanwhile. */
  readonly nightStore: NightStore;
}

export function createWindowDesk(needs: WindowNeeds): WindowDesk {
  const { deps, home, masker } = needs;
  const isThere = (): boolean => existsSync(join(needs.dataFolder, storeFileName));
  const ask = async <T>(work: (db: WritableDb) => Result<T, Failure>): Promise<Result<T, Failure>> => {
    const store = needs.store();
    return store.ok ? attemptResult(() => work(store.value.db)) : store;
  };
  /** What there is to say before anything was read: to ask makes no store. */
  const askOr = <T>(usual: T, work: (db: WritableDb) => T): Promise<Result<T, Failure>> =>
    isThere() ? ask((db) => ok(work(db))) : Promise.resolve(ok(usual));
  const viewOf = (db: ReadableDb): FilesView => ({ db, deps, home, masker });
  const answers: WindowDesk['answers'] = {
    hasStore: isThere,
    hasRead: () => isThere() && hasAnySession(needs),
    isSample: () => needs.isSample,
    settings: () => askOr(usualSettings, readSettings),
    setSettings: async (patch) => {
      const set = await ask((db) => setSettings(db, patch, deps));
      if (set.ok) needs.changed(set.value);
      return set;
    },
    lastReceipt: () => askOr(null, (db) => newestNight(db)?.receipt ?? null),
    nightWithThresholds: (thresholds) => ask((db) => nightWithThresholds(db, thresholds)),
    keepAnyway: (text) => ask((db) => keepAnyway(db, text, deps.clock.now())),
    reportOf: (about) => reportOf(needs, answers, about),
    shownLog: (log) => shownLog(log, needs),
    receipts: (limit) => askOr([], (db) => allReceipts(db).slice(0, limit)),
    reviewWaiting: () => askOr(0, (db) => standingChanges(db, ['waiting']).length),
    willRead: async () =>
      isThere() ? ask((db) => ok(willRead(db, deps, home))) : attempt(() => foundAtFirst(deps, home)),
    whyChange: (id) => ask((db) => why(db, id)),
    reviewExpired: () => askOr([], (db) => listExpired(db, deps.clock.now())),
    reviewDiscarded: () =>
      askOr(null, (db) => {
        const found = discardInForce(db);
        return found && { night: found.night, changeIds: found.changeIds, atMs: found.atMs };
      }),
    reviewBringBack: (id) =>
      ask((db) => {
        const back = bringBack(db, asChangeId(id), deps.clock.now());
        return back.ok ? ok(listExpired(db, deps.clock.now())) : back;
      }),
    nightChanges: (night) => askOr([], (db) => changesOfNight(db, night)),
    nightReceipt: (night) => askOr(null, (db) => nightById(db, asNightId(night))?.receipt ?? null),
    shownFiles: () => askOr([], (db) => shownFiles(viewOf(db))),
    shownFile: (path, fromLine) => ask((db) => shownFile(viewOf(db), path, fromLine)),
    agentViews: () => ask((db) => ok(agentViews(viewOf(db)))),
    patterns: (days) => askOr([], (db) => patternsOf(db, deps.clock.now(), days)),
    patternCharts: (days) =>
      askOr({ agents: [], decided: [] }, (db) => patternCharts(db, deps.clock.now(), days)),
    mutePattern: (id, muted) =>
      ask((db) => {
        mutePattern(db, id, muted, deps.clock.wall());
        return ok(null);
      }),
    evidenceAround: (place) => ask((db) => evidenceAround(db, home, place)),
    evidencePath: (place) => ask((db) => evidencePath(db, home, place)),
    watchPlaces: () => askOr({ folders: rootsOf(needs), files: [] }, (db) => watchPlaces(needs, db)),
    settleLostNights: () =>
      isThere() ? ask((db) => settleLostNights(db, deps.clock.wall())) : Promise.resolve(ok([])),
  };
  return { answers, nightStore: lazyNightStore(needs) };
}

async function reportOf(
  needs: WindowNeeds,
  answers: Pick<WindowAnswers, 'hasStore' | 'settings' | 'lastReceipt'>,
  about: ReportAbout,
): Promise<string> {
  const [settings, last] = [await answers.settings(), await answers.lastReceipt()];
  const records = answers.hasStore() ? lazyNightStore(needs).records(nightsReported) : ok([]);
  const ground = {
    about,
    nowMs: needs.deps.clock.wall(),
    storeFailure: settings.ok ? null : settings.error,
    last: last.ok ? last.value : null,
    records: records.ok ? records.value : [],
    settings: settings.ok ? settings.value : null,
  };
  return reportText(ground, needs);
}

// Two weeks, as Tonight shows them.
const nightsReported = 14;

function hasAnySession(needs: WindowNeeds): boolean {
  const store = needs.store();
  const counted = store.ok ? attempt(() => countsByAgent(store.value.db).length > 0) : store;
  return counted.ok && counted.value;
}

function setSettings(db: WritableDb, patch: SettingsPatch, deps: Deps): Result<Settings, Failure> {
  const { schedule, focus = null, agentFocus = [] } = patch;
  for (const text of [focus, ...agentFocus.map((one) => one.text)]) {
    const tooLong = instructionsFailure(text);
    if (tooLong !== null) return err(tooLong);
  }
  if (schedule !== undefined) {
    const pattern = checkPattern(schedule.pattern);
    if (!pattern.ok) return pattern;
    const zone = checkZone(schedule.zone);
    if (!zone.ok) return zone;
  }
  return ok(writeSettings(db, patch, deps.clock.wall()));
}

/** As the night judged it; where that night's verdicts are not kept, as the change itself says. */
function why(db: ReadableDb, id: string): Result<Explanation | null, Failure> {
  const found = findChange(db, id);
  if (!found.ok) return found;
  const { change } = found.value;
  const verdicts = nightById(db, change.nightId)?.verdicts ?? [];
  const closes = new Set(change.closes.map((one) => one.entryId));
  const verdict =
    verdicts.find(({ theme }) => theme.text === change.after?.text) ??
    verdicts.find((one) => one.closes.some(({ entryId }) => closes.has(entryId)));
  return ok(
    verdict === undefined
      ? ofChange(found.value)
      : { ...explainVerdict(verdict, currentMemory(db).entries), reason: change.why },
  );
}

const ofChange = ({ change }: StandingChange): Explanation => ({
  what: 'candidate',
  text: change.after?.text ?? change.title,
  decision: 'proposed',
  reason: change.why,
  score: change.after?.score ?? null,
  dimensions: change.after?.dimensions ?? null,
  gates: [],
  neighbours: [],
  evidence: change.after?.evidence ?? [],
  entry: null,
});

const rootsOf = ({ home, deps }: WindowNeeds): readonly string[] =>
  sources.flatMap((source) => source.roots(home, deps.env)).filter((root) => existsSync(root));

/** Agents' own folders whole; of projects, only the memory files and never the project. */
function watchPlaces(needs: WindowNeeds, db: ReadableDb): WatchPlaces {
  const added = readSettings(db).folders.map((folder) => homePath(needs.home, folder));
  const folders = [...rootsOf(needs), ...added.filter((folder) => existsSync(folder))];
  const isBelowOne = (path: string): boolean => folders.some((folder) => path.startsWith(join(folder, '/')));
  const files = findMemory({ db, deps: needs.deps, home: needs.home }).files.map((file) => file.path);
  return { folders, files: files.filter((path) => !isBelowOne(path) && existsSync(dirname(path))) };
}

/** Nobody can say of another computer's process whether it lives. */
const isDead: NightStore['isDead'] = ({ pid, host }) => host === hostname() && !isAlive(pid);

function lazyNightStore(needs: WindowNeeds): NightStore {
  const ask = <T>(question: (nights: NightStore) => Result<T, Failure>): Result<T, Failure> => {
    const opened = needs.store();
    return opened.ok ? question(createNightStore(opened.value.db, isDead)) : err(opened.error);
  };
  return {
    dueNight: () => ask((nights) => nights.dueNight()),
    move: (move) => ask((nights) => nights.move(move)),
    beat: (by) => ask((nights) => nights.beat(by)),
    isRecorded: (night) => ask((nights) => nights.isRecorded(night)),
    records: (limit) => ask((nights) => nights.records(limit)),
    receiptSince: (sinceMs) => ask((nights) => nights.receiptSince(sinceMs)),
    schedule: () => ask((nights) => nights.schedule()),
    pause: (untilMs, nowMs) => ask((nights) => nights.pause(untilMs, nowMs)),
    isDead,
  };
}
