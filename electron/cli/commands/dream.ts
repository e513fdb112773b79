// `slowwave dream`: imports, sleeps, proposes, and tells in the morning what came of it.
import { Option } from 'commander';
import { epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { DreamOptions } from '../../../shared/engine.ts';
import { dreamAnswer } from '../json-answer.ts';
import { morningLines } from '../morning-summary.ts';
import { readCount, readDollars, readInstructions, readMoment, readText } from '../option-values.ts';
import type { Command, Register } from '../world.ts';

interface DreamFlags {
  readonly preview?: boolean;
  readonly instructions?: string;
  readonly sessions?: number;
  readonly since?: number;
  readonly apply: 'review' | 'auto';
  readonly model?: 'none' | 'shadow' | 'full' | 'batch';
  readonly reader?: string;
  readonly consolidator?: string;
  readonly grader?: string;
  readonly usdMax?: number;
}

const flagsToOptions = (flags: DreamFlags): DreamOptions => ({
  preview: flags.preview ?? false,
  instructions: flags.instructions ?? null,
  sessionsMax: flags.sessions ?? null,
  sinceMs: flags.since === undefined ? null : epochMs(flags.since),
  apply: flags.apply,
  paths: [],
  model: [flags.model, flags.usdMax, flags.reader, flags.consolidator, flags.grader].every(
    (one) => one === undefined,
  )
    ? null
    : {
        mode: flags.model ?? null,
        usdMax: flags.usdMax ?? null,
        reader: flags.reader ?? null,
        consolidator: flags.consolidator ?? null,
        grader: flags.grader ?? null,
      },
});

const dream =
  (flags: DreamFlags): Command =>
  async (call) => {
    const night = await call.listen((listening) => call.engine.dream(flagsToOptions(flags), listening));
    if (!night.ok) return night;
    return ok({
      json: dreamAnswer(night.value),
      lines: morningLines(night.value, call),
      // A woken night did what its owner asked for; a failed one did not.
      status: night.value.receipt.outcome === 'failed' ? 1 : 0,
    });
  };

const more = `
What happens
  Reads what is new (read-only), then Light sleep notices, REM connects, Deep sleep decides, and a proposal is
  written with a diary. Nothing in memory changes before "review apply"; with --apply auto, changes that need no
  person's eye are settled in our own record, reversibly. No agent's file is ever written. No network,
  but for a model that you chose and agreed to ("slowwave model").
  Ctrl-C wakes it: it ends within 5 s, keeps what was found, and says so.

Examples
  slowwave dream
  slowwave dream --preview --sessions 20
  slowwave dream --since 2026-11-01 --instructions "coding conventions; leave out the shop project"
  slowwave dream --model full --usd-max 0.25
  slowwave dream --apply auto --json > night.json`;

export const addDream: Register = (program, run) => {
  program
    .command('dream')
    .description('read what is new, sleep on it, propose better memory')
    .option('--preview', 'work on a private copy that is gone afterwards')
    .option(
      '--instructions <text>',
      'words, projects, agents and kinds to raise, or to leave out',
      readInstructions,
    )
    .option('--sessions <n>', 'only the newest N sessions', readCount)
    .option(
      '--since <date>',
      "only sessions with a turn since then (a day begins at this computer's midnight)",
      readMoment,
    )
    .addOption(
      new Option('--apply <how>', 'review: all waits for you; auto: settles what needs no eye')
        .choices(['review', 'auto'])
        .default('review'),
    )
    .addOption(
      new Option(
        '--model <how>',
        'for this night: none; shadow asks what the engine was unsure of; full has every session read; batch does so at half the price, within a day',
      ).choices(['none', 'shadow', 'full', 'batch']),
    )
    .option('--reader <model>', 'for this night: reads sessions', readText)
    .option('--consolidator <model>', 'for this night: connects and decides', readText)
    .option('--grader <model>', 'for this night: grades; left out: whoever decides', readText)
    .option('--usd-max <dollars>', 'this night spends no more on a model', readDollars)
    .addHelpText('after', more)
    .action((flags: DreamFlags) => run(dream(flags)));
};
