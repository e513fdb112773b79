// From the words typed to an exit status: 0 done, 1 failed with a clear message, 2 wrong use. The only place that
// writes a command's answer, so that with --json standard output holds exactly one JSON value whatever happens.
import { Command as Program, CommanderError } from 'commander';
import picocolors from 'picocolors';
import type { Listening } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import { err } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { addAgents } from './commands/agents.ts';
import { addApiKey } from './commands/api-key.ts';
import { addBriefing } from './commands/briefing.ts';
import { addCarry } from './commands/carry.ts';
import { addCheck } from './commands/check.ts';
import { addReport } from './commands/report.ts';
import { addConflicts } from './commands/conflicts.ts';
import { addJudgement } from './commands/judgement.ts';
import { addPlaybooks } from './commands/playbooks.ts';
import { addSkills } from './commands/skills.ts';
import { addQuarantine } from './commands/quarantine.ts';
import { addDiary } from './commands/diary.ts';
import { addDream } from './commands/dream.ts';
import { addExplain } from './commands/explain.ts';
import { addFiles } from './commands/files.ts';
import { addGuard } from './commands/guard.ts';
import { addForget } from './commands/forget.ts';
import { addImport } from './commands/import.ts';
import { addManaged } from './commands/managed.ts';
import { addMcp } from './commands/mcp.ts';
import { addMemory } from './commands/memory.ts';
import { addModel } from './commands/model.ts';
import { addNights } from './commands/nights.ts';
import { addReceipts } from './commands/receipts.ts';
import { addReview } from './commands/review.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addMasked } from './commands/masked.ts';
import { addSources } from './commands/sources.ts';
import { bugFailure, failureAnswer, failureLines, wrongUse } from './failure-text.ts';
import type { CommandFailure } from './failure-text.ts';
import { readMoment, readText } from './option-values.ts';
import { mcpCommand } from './own-command.ts';
import { findPlaces, type Places } from './places.ts';
import { oneLine } from './plain-text.ts';
import { createProgress } from './progress.ts';
import { createWake } from './wake.ts';
import type { Answer, AppCommand, Call, Channel, Command, Paint, World } from './world.ts';

interface CommonOptions {
  readonly home?: string;
  readonly data?: string;
  readonly now?: number;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Where the outcome of one command goes; filled once. */
interface Outcome {
  status: number;
  /** Set where work that could not be woken is still going on, so that only ending the process ends it. */
  mustQuit: boolean;
}

const overview = `
What it does
  Reads the sessions and memory files of your AI agents (Claude Code, Codex, OpenClaw), finds what is worth
  remembering, and proposes changes to memory, each with the words that prove it. You decide what is kept.

What is written where
  Everything of ours lies in one folder, the data folder: --data DIR, or your platform's own
  (Linux ~/.local/share/slowwave, macOS ~/Library/Application Support/Slowwave, Windows %LOCALAPPDATA%\\Slowwave;
  with --home DIR the same folder below that home). Secrets are masked before anything is stored.
  An agent's own file is changed when you say so: by "files apply", "files undo", "guard restore" and "review apply
  --files", and at night by what "files mode" allows, which at first is nothing. "files plan" shows it beforehand.
  There is no network and no model, but for a server of models that you choose and agree to: "model --help".

Examples
  slowwave dream                          read what is new, sleep on it, propose
  slowwave dream --preview                the same on a private copy that is gone afterwards
  slowwave review                         what waits for your decision
  slowwave search "package manager"       find again what is remembered and what was said
  slowwave explain "package manager"      why something was kept, or was not
  slowwave memory list --json | jq .      every command can answer one JSON value

Exit status
  0 done · 1 failed, and the message says what is safe and what to do · 2 wrong use`;

/** As the person started us, so that what we tell them to type next works. */
function ownName(env: World['env']): string {
  if (env['npm_command'] === 'exec') return 'npx slowwave';
  return ['dream', 'slowwave', 'start'].includes(env['npm_lifecycle_event'] ?? '')
    ? 'npm run -s slowwave --'
    : 'slowwave';
}

function isColourful(channel: Channel, env: World['env'], asked: boolean): boolean {
  if (!asked || (env['NO_COLOR'] ?? '') !== '') return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return channel.isTTY === true && env['TERM'] !== 'dumb';
}

const paintFor = (channel: Channel, world: World, asked: boolean): Paint =>
  picocolors.createColors(isColourful(channel, world.env, asked));

/** What is typed decides even where it could not be parsed; what stands after "--" is no option. */
const asksForJson = (typed: readonly string[]): boolean => {
  const end = typed.indexOf('--');
  return (end === -1 ? typed : typed.slice(0, end)).includes('--json');
};

const writeJson = (world: World, value: unknown): void => {
  world.stdout.write(`${JSON.stringify(value)}\n`);
};

function writeFailure(world: World, failure: CommandFailure, options: Pick<CommonOptions, 'json' | 'color'>) {
  const paint = paintFor(world.stderr, world, options.color);
  world.stderr.write(`${failureLines(failure, paint).join('\n')}\n`);
  if (options.json === true) writeJson(world, failureAnswer(failure));
}

function writeAnswer(world: World, answer: Answer, options: CommonOptions): void {
  if (options.json === true) writeJson(world, answer.json);
  else if (answer.lines.length > 0) world.stdout.write(`${answer.lines.join('\n')}\n`);
}

/** Only where both ends are a person's: with --json a program is listening. */
const confirmWith =
  (world: World, options: CommonOptions): Call['confirm'] =>
  async (lines, question) => {
    if (world.ask === null || options.json === true) return null;
    world.stderr.write(`${lines.join('\n')}\n`);
    return /^(?:y|yes)$/iu.test((await world.ask(`${question} [y/N] `)).trim());
  };

function listenWith(world: World, outcome: Outcome): Call['listen'] {
  return async (work) => {
    const progress = createProgress(world.stderr);
    const wake = createWake(world, progress.say);
    const listening: Listening = { onProgress: progress.show, signal: wake.signal };
    const givenUp = wake.givenUp.then((failure) => {
      outcome.mustQuit = true;
      return err(failure);
    });
    try {
      return await Promise.race([work(listening), givenUp]);
    } finally {
      wake.end();
      progress.end();
    }
  };
}

async function runCommand(command: Command, options: CommonOptions, world: World, outcome: Outcome) {
  const places = findPlaces(options, world);
  if (!places.ok) return places;
  const nowMs = (): number => options.now ?? world.realNowMs();
  const opened = await world.openEngine({
    clock: {
      now: () => epochMs(nowMs()),
      wall: () => epochMs(world.realNowMs()),
      ticks: () => world.ticks(),
    },
    ...places.value,
  });
  if (!opened.ok) return opened;
  const engine = opened.value;
  try {
    return await command({
      engine,
      paint: paintFor(world.stdout, world, options.color),
      nowMs: nowMs(),
      columns: world.stdout.columns ?? 100,
      toTerminal: world.stdout.isTTY === true,
      home: places.value.home,
      cwd: world.cwd,
      version: world.version,
      mcpCommand: mcpCommand(world, typedPlaces(options, places.value)),
      ownName: ownName(world.env),
      confirm: confirmWith(world, options),
      readSecret: () => world.readSecret(),
      listen: listenWith(world, outcome),
    });
  } finally {
    for (const notice of engine.notices()) world.stderr.write(`${oneLine(notice)}\n`);
    // What is still at work needs its store open until the process ends.
    if (!outcome.mustQuit) engine.close();
  }
}

/** Options that say whose memory is meant, for those who start us later; none for this computer's own user. */
const typedPlaces = (options: CommonOptions, { home, data }: Places): readonly string[] => [
  ...(options.home === undefined ? [] : ['--home', home]),
  ...(options.data === undefined ? [] : ['--data', data]),
];

function bugOf(thrown: unknown, world: World): CommandFailure {
  if (world.env['SLOWWAVE_TRACE'] === '1' && thrown instanceof Error) {
    world.stderr.write(`${thrown.stack ?? ''}\n`);
  }
  return bugFailure(thrown);
}

async function perform(command: Command, options: CommonOptions, world: World, outcome: Outcome) {
  let result: Result<Answer, CommandFailure>;
  try {
    result = await runCommand(command, options, world, outcome);
  } catch (thrown) {
    result = err(bugOf(thrown, world));
  }
  if (result.ok) writeAnswer(world, result.value, options);
  else writeFailure(world, result.error, options);
  outcome.status = result.ok ? (result.value.status ?? 0) : 1;
}

/** The app is started, not asked: it opens no engine in this process and answers while it goes on. */
async function runApp(
  command: AppCommand,
  options: CommonOptions,
  world: World,
): Promise<Result<null, CommandFailure>> {
  const places = findPlaces(options, world);
  if (!places.ok) return places;
  const { home, data, keyFolder, env, sample } = places.value;
  return command({
    world,
    places: places.value,
    isJson: options.json === true,
    paint: paintFor(world.stdout, world, options.color),
    setup: {
      home,
      data,
      keyFolder,
      env,
      sample,
      ownCommand: mcpCommand(world, typedPlaces(options, places.value)),
      version: world.version,
      host: 'browser',
      logFile: null,
      nowMs: options.now === undefined ? null : epochMs(options.now),
      keepsWatch: true,
    },
    ownName: ownName(world.env),
    announce: (answer) => writeAnswer(world, answer, options),
    say: (line) => void world.stderr.write(`${oneLine(line)}\n`),
  });
}

async function performApp(command: AppCommand, options: CommonOptions, world: World, outcome: Outcome) {
  const result = await runApp(command, options, world).catch((thrown: unknown) => err(bugOf(thrown, world)));
  if (!result.ok) writeFailure(world, result.error, options);
  outcome.status = result.ok ? 0 : 1;
}

function buildProgram(world: World, shown: string[], outcome: Outcome): Program {
  const program = new Program('slowwave')
    .description('Let your agents sleep on it: what did their last weeks teach?')
    .version(world.version)
    .option(
      '--home <dir>',
      "whose agents: the home folder they are looked for in (default: this computer's user)",
      readText,
    )
    .option('--data <dir>', "our own store's folder (default: the platform's data folder)", readText)
    .option('--now <iso>', 'take this as the present moment, such as 2026-11-20T03:00:00Z', readMoment)
    .option('--json', 'answer one JSON value on standard output, all else on standard error')
    .option('--no-color', 'no colours (NO_COLOR is respected as well)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shown.push(text),
      writeErr: (text) => shown.push(text),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(110, world.stdout.columns ?? 110),
      getErrHelpWidth: () => Math.min(110, world.stdout.columns ?? 110),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', overview);
  const run = (command: Command): Promise<void> =>
    perform(command, program.opts<CommonOptions>(), world, outcome);
  for (const add of [
    addSources,
    addMasked,
    addImport,
    addDream,
    addReview,
    addMemory,
    addConflicts,
    addPlaybooks,
    addSkills,
    addJudgement,
    addQuarantine,
    addFiles,
    addGuard,
    addExplain,
    addSearch,
    addModel,
    addManaged,
    addNights,
    addDiary,
    addAgents,
    addBriefing,
    addReceipts,
    addForget,
    addCarry,
    addCheck,
    addReport,
  ]) {
    add(program, run);
  }
  const runAsApp = (command: AppCommand): Promise<void> =>
    performApp(command, program.opts<CommonOptions>(), world, outcome);
  addServe(program, runAsApp);
  addMcp(program, runAsApp);
  addApiKey(program, runAsApp);
  return program;
}

/** Help and the version are answers, too; everything else that commander throws is wrong use. */
function answerWithoutCommand(
  thrown: CommanderError,
  shown: readonly string[],
  typed: readonly string[],
  world: World,
): number {
  const options = { json: asksForJson(typed), color: !typed.includes('--no-color') };
  if (thrown.exitCode === 0 || thrown.code === 'commander.help') {
    const text = shown.join('').trimEnd();
    if (options.json)
      writeJson(world, thrown.code === 'commander.version' ? { version: text } : { help: text });
    else world.stdout.write(`${text}\n`);
    return 0;
  }
  const sentence = thrown.message.replace(/^error: /u, '').replaceAll(/\s*\n\s*/gu, ' ');
  writeFailure(world, wrongUse(sentence, `See ${ownName(world.env)} --help.`), options);
  return 2;
}

export async function runCommandLine(typed: readonly string[], world: World): Promise<number> {
  const shown: string[] = [];
  const outcome: Outcome = { status: 0, mustQuit: false };
  try {
    await buildProgram(world, shown, outcome).parseAsync([...typed], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return answerWithoutCommand(thrown, shown, typed, world);
  }
  if (outcome.mustQuit) world.quit(outcome.status);
  return outcome.status;
}
