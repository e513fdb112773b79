// Answers about the app itself, its sources, agents and settings, and about carrying everything away and back.
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Answers, AppFacts } from '../../shared/contract.ts';
import { deleteAllWords } from '../../shared/carry.ts';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ReportAbout } from '../../shared/report.ts';
import { readOrMakeApiKey, renewApiKey } from '../api-key/key-file.ts';
import { runGiven, type Desk } from './desk.ts';
import type { JobAnswer, JobOf } from './jobs.ts';

type AppCalls = Extract<
  keyof Answers,
  `app.${string}` | `source.${string}` | `agent.${string}` | `settings.${string}`
>;

export function appAnswers(desk: Desk): Pick<Answers, AppCalls> {
  const { engines, questions, nights, needs } = desk;
  return {
    'app.facts': () => Promise.resolve(ok(factsOf(desk))),
    'app.apiKey': ({ renew }) => Promise.resolve(apiKey(needs.setup.keyFolder, renew)),
    'app.report': async () => ok({ text: await engines.shown().reportOf(aboutOf(desk)) }),
    'app.log': () => {
      const log = logOf(desk);
      return Promise.resolve(ok({ text: log === null ? null : engines.shown().shownLog(log) }));
    },
    'app.check': () => questions.ask<'check'>({ kind: 'check' }),
    'app.backup': async (args) => {
      const file = wholePath(needs.setup.home, args.file);
      return file.ok
        ? questions.ask<'backup'>({ kind: 'backup', file: file.value, replace: args.replace })
        : file;
    },
    'app.restore': (args) => restore(desk, args),
    'app.verifyBackup': async (args) => {
      const file = wholePath(needs.setup.home, args.file);
      return file.ok ? questions.ask<'verify'>({ kind: 'verify', file: file.value }) : file;
    },
    'app.storage': () => engines.own.storage(),
    'app.deleteAll': ({ confirm }) => deleteAll(desk, confirm),
    'source.list': () => engines.shown().sources(),
    'source.masked': () => questions.ask<'masked'>({ kind: 'masked' }),
    'source.notSecrets': () => engines.shown().notSecrets(),
    'source.lookAtMask': ({ place }) => questions.ask<'look-at-mask'>({ kind: 'look-at-mask', place }),
    'source.markNotSecret': (decision) =>
      questions.ask<'mark-not-secret'>({ kind: 'mark-not-secret', decision }),
    'source.markSecret': ({ number }) => engines.shown().markSecret(number),
    'source.import': async ({ paths }) => importOwn(desk, paths),
    'source.trySample': async () => trySample(desk),
    'source.choose': async () => ok({ path: null, isAsked: false }),
    'agent.list': () => engines.shown().agentViews(),
    'agent.history': ({ agent }) => engines.shown().agentHistory(agent),
    'agent.connections': async () => {
      const { ownCommand } = needs.setup;
      return ownCommand ? engines.own.connections(ownCommand) : ok([]);
    },
    'agent.connect': async ({ agent }) => {
      const { ownCommand } = needs.setup;
      return ownCommand
        ? engines.own.connectAgent({ agent, project: null, ...ownCommand })
        : err(notKnownHow);
    },
    'agent.set': async ({ writing }) => {
      const set = await engines.shown().setAgentWriting(writing);
      return set.ok ? engines.shown().agentViews() : set;
    },
    'settings.get': () => engines.own.settings(),
    'settings.set': async ({ patch }) => {
      const set = await engines.own.setSettings(patch);
      if (set.ok) nights.settingsChanged();
      return set;
    },
  };
}

function apiKey(keyFolder: string, isRenewed: boolean): Result<{ readonly key: string }, Failure> {
  try {
    return ok({ key: isRenewed ? renewApiKey(keyFolder) : readOrMakeApiKey(keyFolder) });
  } catch {
    return err(noKey);
  }
}

const noKey: Failure = {
  kind: 'not-readable',
  happened: 'The key’s file could not be read or written.',
  safe: 'Nothing was changed.',
  todo: 'Check the folder of settings and its rights, then try again.',
};

/** Null where nobody keeps one, or it cannot be read. */
function logOf({ needs }: Desk): string | null {
  const { logFile } = needs.setup;
  try {
    return logFile === null ? null : readFileSync(logFile, 'utf8').slice(-logCharsMax);
  } catch {
    return null;
  }
}

// Far more than is shown of it, and little enough to go through in no time.
const logCharsMax = 200_000;

const aboutOf = (desk: Desk): ReportAbout => ({
  version: desk.needs.setup.version,
  host: desk.needs.setup.host,
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  log: logOf(desk),
});

const factsOf = ({ needs, engines, nights }: Desk): AppFacts => ({
  version: needs.setup.version,
  host: needs.setup.host,
  platform: process.platform,
  dataFolder: needs.setup.data,
  logFile: needs.setup.logFile,
  zone: nights.next().zone,
  isSample: engines.isSample(),
  hasStore: engines.shown().hasRead(),
});

async function importOwn(
  { needs, engines, runs, days }: Desk,
  paths: readonly string[],
): Promise<Result<{ readonly run: string }, Failure>> {
  const whole: string[] = [];
  for (const path of paths) {
    const one = wholePath(needs.setup.home, path);
    if (!one.ok) return one;
    whole.push(one.value);
  }
  days.giveWay();
  const begun = runs.start({ job: { kind: 'import', paths: whole }, isSample: false, startedBy: 'you' });
  // Whoever reads their own is done with made-up days.
  if (begun.ok && engines.isSample()) engines.leaveSample();
  return runGiven(begun);
}

async function trySample({ engines, runs, days }: Desk): Promise<Result<{ readonly run: string }, Failure>> {
  if (runs.running() === null) {
    const shown = await engines.showSample();
    if (!shown.ok) return shown;
  }
  days.giveWay();
  return runGiven(runs.start({ job: { kind: 'import', paths: [] }, isSample: true, startedBy: 'you' }));
}

function restore(
  desk: Desk,
  args: { readonly file: string; readonly replace: boolean },
): ReturnType<Answers['app.restore']> {
  const file = wholePath(desk.needs.setup.home, args.file);
  return file.ok
    ? whileResting(desk, { kind: 'restore', file: file.value, replace: args.replace })
    : Promise.resolve(file);
}

function deleteAll(desk: Desk, confirm: string): ReturnType<Answers['app.deleteAll']> {
  if (confirm === deleteAllWords && desk.engines.isSample()) desk.engines.leaveSample();
  return whileResting(desk, { kind: 'delete-all', confirm });
}

/** What takes the whole store's place: nobody dreams or reads meanwhile. */
async function whileResting<K extends 'restore' | 'delete-all'>(
  { questions, nights, days, runs, tonight }: Desk,
  job: JobOf<K>,
): Promise<Result<JobAnswer<K>, Failure>> {
  if (runs.running() !== null) return err(atWork);
  nights.rest();
  await days.rest();
  const done = await questions.ask<K>(job);
  tonight.forget();
  nights.begin();
  void days.begin();
  return done;
}

/** A page knows no working folder of ours. */
function wholePath(home: string, path: string): Result<string, Failure> {
  if (isAbsolute(path)) return ok(path);
  return /^~[/\\]/u.test(path) ? ok(join(home, path.slice(2))) : err(notWhole);
}

const notWhole: Failure = {
  kind: 'wrong-input',
  happened: 'This is no whole path.',
  safe: 'Nothing was read or written.',
  todo: 'Give the path from the root of the disk, or from your home folder with “~/”.',
};

const atWork: Failure = {
  kind: 'store-busy',
  happened: 'Something is at work.',
  safe: 'It goes on, and nothing was put in its place.',
  todo: 'Wait for its end, or wake it.',
};

const notKnownHow: Failure = {
  kind: 'not-found',
  happened: 'This window does not know how an agent could start Slowwave: no Node was found.',
  safe: 'Nothing was written.',
  todo: 'Connect it in a terminal: slowwave agents connect AGENT.',
};
