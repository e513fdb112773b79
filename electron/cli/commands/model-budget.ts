// `slowwave model budget`: what a night and a month may cost, cap by cap.
import type { BudgetPatch, BudgetStatus } from '../../../shared/models.ts';
import { ok } from '../../../shared/result.ts';
import { count, dollars } from '../figures.ts';
import { readDollars, readLimit } from '../option-values.ts';
import { tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';

interface BudgetFlags {
  readonly usdNight?: number;
  readonly usdMonth?: number;
  readonly tokensNight?: number;
  readonly tokensMonth?: number;
  readonly minutesNight?: number;
  readonly minutesMonth?: number;
  readonly roundsNight?: number;
  readonly roundsMonth?: number;
}

const patchOf = (flags: BudgetFlags): BudgetPatch => ({
  ...(flags.usdNight === undefined ? {} : { usdPerNight: flags.usdNight }),
  ...(flags.usdMonth === undefined ? {} : { usdPerMonth: flags.usdMonth }),
  ...(flags.tokensNight === undefined ? {} : { tokensPerNight: flags.tokensNight }),
  ...(flags.tokensMonth === undefined ? {} : { tokensPerMonth: flags.tokensMonth }),
  ...(flags.minutesNight === undefined ? {} : { minutesPerNight: flags.minutesNight }),
  ...(flags.minutesMonth === undefined ? {} : { minutesPerMonth: flags.minutesMonth }),
  ...(flags.roundsNight === undefined ? {} : { roundsPerNight: flags.roundsNight }),
  ...(flags.roundsMonth === undefined ? {} : { roundsPerMonth: flags.roundsMonth }),
});

function budgetLines({ caps, roundsPerNight, month }: BudgetStatus): readonly string[] {
  const rows = [
    ['Money', dollars(caps.usdPerNight), dollars(caps.usdPerMonth), dollars(month.usd)],
    ['Tokens', count(caps.tokensPerNight), count(caps.tokensPerMonth), count(month.tokens)],
    ['Minutes', count(caps.minutesPerNight), count(caps.minutesPerMonth), month.minutes.toFixed(1)],
    ['Rounds', count(roundsPerNight), count(caps.roundsPerMonth), count(month.rounds)],
  ];
  const titles = ['Cap', 'A night', 'A month', 'This month'];
  return [
    ...tableLines(
      titles.map((title, at) => ({ title, ...(at === 0 ? {} : { align: 'right' as const }) })),
      rows,
    ),
    'Looked at before every call, retries included; what stands in the way ends the asking, and the night goes on.',
  ];
}

const budget =
  (flags: BudgetFlags): Command =>
  async (call) => {
    const patch = patchOf(flags);
    const found =
      Object.keys(patch).length === 0 ? await call.engine.budget() : await call.engine.budgetSet(patch);
    return found.ok ? ok({ json: { budget: found.value }, lines: budgetLines(found.value) }) : found;
  };

export const addBudget: Register = (model, run) => {
  model
    .command('budget')
    .description('what a night and a month may cost: shows every cap, or sets those that are named')
    .option('--usd-night <dollars>', 'money, a night', readDollars)
    .option('--usd-month <dollars>', 'money, a calendar month', readDollars)
    .option('--tokens-night <n>', 'tokens, a night', readLimit)
    .option('--tokens-month <n>', 'tokens, a calendar month', readLimit)
    .option('--minutes-night <n>', 'minutes of asking, a night', readLimit)
    .option('--minutes-month <n>', 'minutes of asking, a calendar month', readLimit)
    .option('--rounds-night <n>', 'rounds of grading, a night (at most 20)', readLimit)
    .option('--rounds-month <n>', 'rounds of grading, a calendar month', readLimit)
    .action((flags: BudgetFlags) => run(budget(flags)));
};
