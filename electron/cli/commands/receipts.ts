// `slowwave receipts` and `slowwave feedback`: what became of each entry since agents were given it, what it costs to carry,
// and its owner's own word on it.
import { Argument } from 'commander';
import { ok } from '../../../shared/result.ts';
import type { EntryReceipt, MemoryReceipts, RepeatCurve, RepeatSummary } from '../../../shared/receipts.ts';
import { counted } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Register } from '../world.ts';

const verdictWords: Readonly<Record<RepeatCurve['verdict'], string>> = {
  helps: 'said again less often since it is served',
  worse: 'said again more often since it is served',
  unclear: 'no difference can be told yet',
  'too-early': 'too early to say',
  'never-served': 'no agent was given it',
  'no-before': 'it stood in a file before we looked, so there is no before',
};

const two = (n: number | null): string => (n === null ? '∞' : n.toFixed(2));

/** "8 of 40 sessions before, 1 of 30 since: 0.17 times as often (95 %: 0.00 to 0.94)" */
export function curveWords({ before, after, ratio, low, high }: RepeatCurve | RepeatSummary): string {
  const sides = `${before.occurrences} of ${counted(before.sessions, 'session')} before, ${after.occurrences} of ${after.sessions} since`;
  return ratio === null
    ? sides
    : `${sides}: ${two(ratio)} times as often (95 %: ${two(low ?? 0)} to ${two(high)})`;
}

function entryLines(one: EntryReceipt, { paint }: Call): readonly string[] {
  const applied = one.applied === null ? '' : `, followed in ${one.applied}`;
  const { curve } = one;
  return [
    oneLine(one.text),
    paint.dim(
      `    ${one.rentTokens} tokens in 30 days · loaded in ${counted(one.loaded, 'session')}${applied}, said again in ${one.violated} · asked for ${one.handedOut} times · helped ${one.helped}, wrong ${one.harmed} · ${one.id}`,
    ),
    ...(curve === null ? [] : [paint.dim(`    ${verdictWords[curve.verdict]} (${curveWords(curve)})`)]),
  ];
}

function allLines({ summary, receipts, rentTokens }: MemoryReceipts, call: Call): readonly string[] {
  const { paint, ownName } = call;
  if (receipts.length === 0) {
    return ['No night has counted yet, or memory is empty.', `A night counts: ${ownName} dream`];
  }
  const told = summary.rules - summary.tooEarly;
  return [
    paint.bold(
      told === 0
        ? `Too early to say whether rules help (${counted(summary.rules, 'rule')} served).`
        : `${summary.helps} of ${counted(told, 'rule')} that can be judged are said again less often; ${summary.worse} more often; ${summary.tooEarly} too early.`,
    ),
    ...(summary.ratio === null ? [] : [`All of them together: ${curveWords(summary)}`]),
    `Memory costs ${rentTokens} tokens in 30 days.`,
    '',
    ...receipts.flatMap((one) => entryLines(one, call)),
  ];
}

const answerOf = (all: MemoryReceipts): object => ({
  countedAt: isoOrNull(all.countedAtMs),
  rentTokens: all.rentTokens,
  summary: all.summary,
  receipts: all.receipts,
});

const receipts =
  (id: string | undefined): Command =>
  async (call) => {
    const all = await call.engine.memoryReceipts();
    if (!all.ok) return all;
    const wanted = id === undefined || id.startsWith('mem_') ? id : `mem_${id}`;
    const shown =
      wanted === undefined
        ? all.value.receipts
        : all.value.receipts.filter((one) => one.id.startsWith(wanted));
    const value = { ...all.value, receipts: shown };
    return ok({
      json: { receipts: answerOf(value) },
      lines: wanted === undefined ? allLines(value, call) : shown.flatMap((one) => entryLines(one, call)),
    });
  };

const verdicts = ['helped', 'wrong', 'none'] as const;

const feedback =
  (id: string, verdict: (typeof verdicts)[number]): Command =>
  async (call) => {
    const given = await call.engine.entryFeedback(id, verdict === 'none' ? 'taken-back' : verdict);
    if (!given.ok) return given;
    const next =
      verdict === 'wrong' ? 'The next night proposes to retire it.' : 'The next night counts it in.';
    return ok({ json: { feedback: { entry: id, verdict } }, lines: [`Noted. ${next}`] });
  };

const more = `
What the numbers mean
  loaded     sessions that began while it stood in a memory file of their agent
  followed   of those, the ones that ran a program which it names
  said again of those, the ones in which you had to say it again, or in which it failed again
  wrong      your word or an agent's, and corrections that say the opposite
  "0.17 times as often" compares the rate per session since it is served with the rate before. Its interval of
  95 % holds over all nights together, however often one looks. It says "too early" as long as even silence would
  prove nothing.`;

export const addReceipts: Register = (program, run) => {
  program
    .command('receipts')
    .description('what became of each entry since agents were given it, and what it costs to carry')
    .argument('[id]', 'an entry, by its id or the beginning of one')
    .addHelpText('after', more)
    .action((id: string | undefined) => run(receipts(id)));
  program
    .command('feedback')
    .description('say of an entry that it helped or that it is wrong; "none" takes your word back')
    .argument('<id>', 'the entry’s id or the beginning of it')
    .addArgument(new Argument('<verdict>', 'your word').choices(verdicts))
    .action((id: string, verdict: (typeof verdicts)[number]) => run(feedback(id, verdict)));
};
