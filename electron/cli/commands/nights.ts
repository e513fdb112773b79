// `slowwave nights` and `slowwave compare`: what was dreamt, and two nights side by side.
import { ok } from '../../../shared/result.ts';
import type { InstructionsUnderstood, Receipt } from '../../../shared/dream.ts';
import type { Judgement, NightComparison, NightSummary, VerdictDifference } from '../../../shared/nights.ts';
import type { Change } from '../../../shared/proposal.ts';
import { changeSentence, gateWords, operationText } from '../entry-text.ts';
import { askedText, count, counted, duration, moment } from '../figures.ts';
import { changeAnswer, isoOrNull } from '../json-answer.ts';
import { cutToWidth, oneLine } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Call, Command, Paint, Register } from '../world.ts';

/** "only project:shop · raises test · leaves out tea", in the engine's own words for what it understood. */
function instructionsText(understood: InstructionsUnderstood | null): string {
  if (understood === null) return '–';
  const named = [
    ...understood.projects.map((name) => `project:${name}`),
    ...understood.agents.map((name) => `agent:${name}`),
    ...understood.kinds.map((name) => `kind:${name}`),
    ...understood.raise,
  ];
  const parts = [
    ...(named.length === 0 ? [] : [`${understood.isOnly ? 'only' : 'raises'} ${named.join(', ')}`]),
    ...(understood.leaveOut.length === 0 ? [] : [`leaves out ${understood.leaveOut.join(', ')}`]),
  ];
  return oneLine(parts.length === 0 ? 'nothing in them was understood' : parts.join(' · '));
}

const perWord = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([word, n]: [string, number]) => `${count(n)} ${oneLine(word)}`)
    .join(', ') || 'nothing';

const nightColumns = [
  { title: 'Night' },
  { title: 'When' },
  { title: 'Outcome' },
  { title: 'Proposed' },
  { title: 'Model' },
  { title: 'Instructions' },
] as const;

const instructionColumnsMax = 50;

const nightRow = (night: NightSummary): readonly string[] => [
  night.nightId,
  moment(night.nowMs),
  night.outcome,
  perWord(night.proposed),
  askedText(night.asked),
  cutToWidth(
    night.instructions === null ? '–' : `“${oneLine(night.instructions.text)}”`,
    instructionColumnsMax,
  ),
];

const nightAnswer = ({ nightId, nowMs, startedAtMs, ...night }: NightSummary): object => ({
  id: nightId,
  at: isoOrNull(nowMs),
  startedAt: isoOrNull(startedAtMs),
  ...night,
});

const listNights: Command = async (call) => {
  const nights = await call.engine.nights();
  if (!nights.ok) return nights;
  const lines =
    nights.value.length === 0
      ? ['No night has been dreamt yet.', `Dream one: ${call.ownName} dream`]
      : tableLines(nightColumns, nights.value.map(nightRow), call.paint.bold);
  return ok({ json: { nights: nights.value.map(nightAnswer) }, lines });
};

const sideColumns = [{ title: '' }, { title: 'First' }, { title: 'Second' }] as const;

function figureRows(first: Receipt, second: Receipt): readonly (readonly string[])[] {
  const row = (label: string, of: (receipt: Receipt) => string): readonly string[] => [
    label,
    of(first),
    of(second),
  ];
  return [
    row('Night', ({ nightId }) => nightId),
    row('When', ({ nowMs }) => moment(nowMs)),
    row('Outcome', ({ outcome }) => outcome),
    row('Instructions', ({ instructions }) =>
      cutToWidth(instructions === null ? '–' : `“${oneLine(instructions.text)}”`, instructionColumnsMax),
    ),
    row('Understood', ({ instructions }) =>
      cutToWidth(instructionsText(instructions), instructionColumnsMax),
    ),
    row('Read', ({ read }) => `${counted(read.sessions, 'session')}, ${counted(read.turns, 'turn')}`),
    row('Found', ({ found }) => `${counted(found.signals, 'signal')}, ${counted(found.themes, 'theme')}`),
    row('Proposed', ({ proposed }) => perWord(proposed)),
    row('Turned down', ({ turnedDown }) => perWord(turnedDown)),
    row('Took', ({ tookMs }) => duration(tookMs)),
    row('Engine', ({ engineVersion }) => `version ${engineVersion}`),
  ];
}

function changeLines(title: string, changes: readonly Change[], paint: Paint): readonly string[] {
  if (changes.length === 0) return [];
  return [
    '',
    paint.bold(`${title} (${count(changes.length)})`),
    ...changes.map((change) => `  ${operationText(change, paint)}${changeSentence(change)}`),
  ];
}

const decisionWords: Readonly<Record<Judgement['decision'], string>> = {
  promote: 'promoted',
  hold: 'held back',
  stale: 'closed',
  known: 'known already',
};

const judgementText = (judgement: Judgement | null): string => {
  if (judgement === null) return 'not seen';
  const gate = judgement.gate === null ? '' : `, ${gateWords[judgement.gate]}`;
  return `${decisionWords[judgement.decision]} ${judgement.score.toFixed(2)}${gate}`;
};

/** A screenful; --json has all. */
const differencesMax = 15;

function differenceLines({ verdicts, alike }: NightComparison, paint: Paint): readonly string[] {
  const shown = verdicts.slice(0, differencesMax);
  const more = verdicts.length - shown.length;
  const line = ({ text, first, second }: VerdictDifference): readonly string[] => [
    `  ${oneLine(text)}`,
    paint.dim(`    ${judgementText(first)}  →  ${judgementText(second)}`),
  ];
  return [
    '',
    paint.bold(`Judged differently (${count(verdicts.length)}; ${counted(alike, 'theme')} alike)`),
    ...shown.flatMap(line),
    ...(more > 0 ? [`  and ${count(more)} more; --json names them all`] : []),
  ];
}

function comparisonLines(comparison: NightComparison, { paint }: Call): readonly string[] {
  const { first, second, changes } = comparison;
  const none = changes.both.length + changes.onlyFirst.length + changes.onlySecond.length === 0;
  return [
    ...tableLines(sideColumns, figureRows(first, second), paint.bold),
    ...(none ? ['', 'Neither night proposed anything.'] : []),
    ...changeLines(
      'Proposed by both',
      changes.both.map((pair) => pair.second),
      paint,
    ),
    ...changeLines('Only by the first', changes.onlyFirst, paint),
    ...changeLines('Only by the second', changes.onlySecond, paint),
    ...differenceLines(comparison, paint),
  ];
}

const comparisonAnswer = ({ first, second, changes, verdicts, alike }: NightComparison): object => ({
  first,
  second,
  changes: {
    both: changes.both.map((pair) => ({
      first: changeAnswer(pair.first),
      second: changeAnswer(pair.second),
    })),
    onlyFirst: changes.onlyFirst.map(changeAnswer),
    onlySecond: changes.onlySecond.map(changeAnswer),
  },
  verdicts,
  alike,
});

const compare =
  (first: string, second: string): Command =>
  async (call) => {
    const comparison = await call.engine.compareNights(first, second);
    if (!comparison.ok) return comparison;
    return ok({
      json: { compare: comparisonAnswer(comparison.value) },
      lines: comparisonLines(comparison.value, call),
    });
  };

const more = `
A night is named by its id or the beginning of one, by its date (in UTC), or as "latest" or "previous".

Examples
  slowwave dream --instructions "only about tests"
  slowwave dream --instructions "leave out tests"
  slowwave compare previous latest
  slowwave compare ngt_3f ngt_a0 --json`;

export const addNights: Register = (program, run) => {
  program
    .command('nights')
    .description('every night that was dreamt: id, date, outcome, proposed, instructions')
    .action(() => run(listNights));
  program
    .command('compare')
    .description('two nights side by side: what each proposed, and what each judged differently')
    .argument('<night>', 'the first night')
    .argument('<other>', 'the second night')
    .addHelpText('after', more)
    .action((first: string, second: string) => run(compare(first, second)));
};
