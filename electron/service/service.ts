// Every call of the contract, answered: over the engine in this process, or by another process where it takes long. Nothing here
// decides what is true of memory; that is the engine's.
import type { Answers, CallName } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { ComputerNews } from '../../shared/engine-process.ts';
import type { Failure } from '../../shared/engine.ts';
import type { NightId } from '../../shared/ids.ts';
import { goOnWith } from '../../shared/models.ts';
import { err, type Result } from '../../shared/result.ts';
import { apiAnswers } from './api-answers.ts';
import { workAnswers } from './work-answers.ts';
import { createApiDreams, type ApiDreams } from './api-dreams.ts';
import { appAnswers } from './app-answers.ts';
import { changedBy, createLongQuestions, type Desk, type ServiceNeeds } from './desk.ts';
import { createBatchWatch, type BatchWatch } from './batch-watch.ts';
import { createEngines, type Engines } from './engines.ts';
import { openEyes } from './eyes.ts';
import { memoryAnswers } from './memory-answers.ts';
import { modelAnswers } from './model-answers.ts';
import { dreamJob, nightAnswers } from './night-answers.ts';
import { createNightWatch, receiptOf, type NightWatch } from './night-watch.ts';
import { reviewAnswers } from './review-answers.ts';
import { createRuns, type Runs } from './runs.ts';
import { createTonight, type Tonight } from './tonight.ts';
import { createDayWatch, type DayWatch } from './watch.ts';

export type { ServiceNeeds } from './desk.ts';

export interface Service {
  readonly answers: Answers;
  tell(news: ComputerNews): void;
  close(): Promise<void>;
}

export async function createService(needs: ServiceNeeds): Promise<Result<Service, Failure>> {
  const { setup } = needs;
  const opened = await createEngines(needs.openEngine, {
    data: setup.data,
    hasSample: setup.sample !== null,
  });
  if (!opened.ok) return opened;
  const desk = createDesk(needs, opened.value);
  // Before anything is asked: a night that an earlier process left in its middle is marked as what it is.
  const cutOff = await desk.engines.own.settleLostNights();
  if (cutOff.ok && cutOff.value.length > 0) needs.log('warn', 'A night that was cut off got its receipt.');
  await begin(desk);
  desk.apiDreams.startNext();
  return {
    ok: true,
    value: {
      answers: guarded(desk, {
        ...appAnswers(desk),
        ...nightAnswers(desk),
        ...reviewAnswers(desk),
        ...memoryAnswers(desk),
        ...workAnswers(desk),
        ...modelAnswers(desk),
        ...apiAnswers(desk),
      }),
      tell: (news) => {
        desk.nights.tell(news);
        if (news.kind === 'resume') desk.batches.begin();
      },
      close: async () => {
        desk.nights.rest();
        await Promise.all([desk.days.rest(), desk.batches.rest(), desk.runs.close(), desk.questions.close()]);
        desk.engines.renew();
      },
    },
  };
}

function createDesk(needs: ServiceNeeds, engines: Engines): Desk {
  const changed: Desk['changed'] = (...subjects) => needs.emit({ kind: 'changed', subjects });
  const questions = createLongQuestions(needs, engines);
  const isBusy = (): boolean => runs.running() !== null || questions.isRestoring();
  const runs: Runs = createRuns({
    startLong: needs.startLong,
    now: needs.wall,
    after: needs.after,
    emit: (event) => {
      apiDreams.see(event);
      needs.emit(event);
    },
    settleLost: (isSample) => settleLost(engines, isSample),
    onEnded: () => {
      tonight.forget();
      nights.begin();
      batches.begin();
      void days.begin();
      changed('night', 'review', 'memory', 'files', 'sources', 'patterns');
      apiDreams.startNext();
    },
  });
  const apiDreams: ApiDreams = createApiDreams({
    engines,
    runs: () => runs,
    isAnswering: needs.setup.host === 'browser',
    giveWay: () => days.giveWay(),
    wall: needs.wall,
    after: needs.after,
    onChange: () => changed('night'),
  });
  const nights: NightWatch = createNightWatch({
    own: engines.own,
    keepsWatch: needs.setup.keepsWatch,
    wall: needs.wall,
    after: needs.after,
    newSessions: () => tonight.newSessions(),
    isBusy,
    onChange: () => changed('night'),
    dream: (startedBy, signal) => dreamByClock({ runs, days, engines }, startedBy, signal),
  });
  const days: DayWatch = createDayWatch({
    keepsWatch: needs.setup.keepsWatch,
    openEyes,
    places: async () => {
      const places = await engines.own.watchPlaces();
      return places.ok ? places.value : null;
    },
    startImport: () =>
      needs.startLong<'import'>(
        { kind: 'import', paths: [] },
        { isSample: false, onProgress: () => undefined },
      ),
    isBusy,
    onCopied: () => {
      tonight.forget();
      nights.begin();
      changed('night', 'sources', 'files', 'memory');
    },
    log: needs.log,
    wall: needs.wall,
    after: needs.after,
  });
  const batches: BatchWatch = watchBatches({ needs, engines, runs, days, changed }, isBusy);
  const notices = (): readonly string[] => [days.notice()].flatMap((notice) => notice ?? []);
  const tonight: Tonight = createTonight({ engines, runs, nights, wall: needs.wall, notices });
  return { needs, engines, questions, changed, runs, nights, days, batches, tonight, apiDreams };
}

function watchBatches(
  { needs, engines, runs, days, changed }: Pick<Desk, 'needs' | 'engines' | 'runs' | 'days' | 'changed'>,
  isBusy: () => boolean,
): BatchWatch {
  const { setup, wall, after, log } = needs;
  const goOn = (night: NightId) => {
    days.giveWay();
    return runs.start({
      job: { kind: 'dream', options: goOnWith(night) },
      isSample: false,
      startedBy: 'batch',
    });
  };
  const { own } = engines;
  const onChange = (): void => changed('night');
  return createBatchWatch({ own, keepsWatch: setup.keepsWatch, wall, after, isBusy, goOn, onChange, log });
}

async function dreamByClock(
  { runs, days, engines }: Pick<Desk, 'runs' | 'days' | 'engines'>,
  startedBy: 'schedule' | 'catch-up',
  signal: AbortSignal,
): ReturnType<Parameters<typeof createNightWatch>[0]['dream']> {
  const settings = await engines.own.settings();
  const focus = settings.ok ? settings.value.focus : null;
  days.giveWay();
  const job = dreamJob({ preview: false, instructions: null, sessionsMax: null, sinceMs: null }, focus);
  const begun = runs.start({ job, isSample: false, startedBy });
  if (!begun.ok) return begun;
  const onAbort = (): void => void runs.wake();
  signal.addEventListener('abort', onAbort);
  const end = await begun.value.ended;
  signal.removeEventListener('abort', onAbort);
  return receiptOf(end);
}

/** The newest of those that were cut off is the one whose process just died. */
async function settleLost(engines: Engines, isSample: boolean): Promise<Receipt | null> {
  const engine = isSample ? engines.shown() : engines.own;
  const settled = await engine.settleLostNights();
  if (!settled.ok) return null;
  return settled.value.toSorted((a, b) => b.startedAtMs - a.startedAtMs)[0] ?? null;
}

/** Keeps nights and days. Nothing is read before a person says so: what to leave out is theirs to say first. */
async function begin({ needs, nights, days, batches }: Desk): Promise<void> {
  if (!needs.setup.keepsWatch) return;
  nights.begin();
  batches.begin();
  await days.begin();
}

/** While everything is being put in another's place nothing else is answered, and who changed something says so. */
function guarded(desk: Desk, answers: Answers): Answers {
  const entries = Object.entries(answers).map(([name, answer]) => [
    name,
    // Each goes with its own name and arguments; a list of sixty cannot say so.
    withManners(desk, name as CallName, answer as (args: unknown) => Promise<Result<unknown, Failure>>),
  ]);
  return Object.fromEntries(entries) as Answers;
}

function withManners(
  desk: Desk,
  name: CallName,
  answer: (args: unknown) => Promise<Result<unknown, Failure>>,
): (args: unknown) => Promise<Result<unknown, Failure>> {
  const subjects = changedBy[name];
  return async (args) => {
    if (desk.questions.isRestoring() && name !== 'app.facts') return err(restoring);
    const answered = await answer(args);
    if (answered.ok && subjects !== undefined) desk.changed(...subjects);
    return answered;
  };
}

const restoring: Failure = {
  kind: 'store-busy',
  happened: 'A backup is being put in the place of everything that is here.',
  safe: 'What was here before is kept beside it.',
  todo: 'Wait until it is done.',
};
