// `slowwave judgement`: how much each dimension of the score weighs, at first and by your own decisions, back-tested;
// adopted and reset by hand.
import type { Judgement } from '../../../shared/judgement.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/engine.ts';
import { counted } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { tableLines } from '../table.ts';
import type { Answer, Call, Command, Register } from '../world.ts';

const names = ['relevance', 'frequency', 'diversity', 'recency', 'consolidation', 'richness'] as const;

const answer = ({ adoptedAtMs, ...judgement }: Judgement): object => ({
  ...judgement,
  adoptedAt: isoOrNull(adoptedAtMs),
});

function weightRows({ inForce, usual, learned, scoreMin }: Judgement): readonly (readonly string[])[] {
  const share = (weights: Dimensions, name: (typeof names)[number]): string => weights[name].toFixed(2);
  const rows = names.map((name) => [name, share(usual, name), share(learned, name), share(inForce, name)]);
  return [
    ...rows,
    ['score needed', ...[scoreMin.usual, scoreMin.learned, scoreMin.inForce].map((n) => n.toFixed(2))],
  ];
}

function showLines(judgement: Judgement, call: Call): readonly string[] {
  const { advice, because, approved, rejected, nights } = judgement;
  const columns = [
    { title: 'Dimension' },
    ...['Usual', 'Yours', 'In force'].map((title) => ({ title, align: 'right' as const })),
  ];
  const tested = nights.flatMap(({ night, agreement }) =>
    agreement === null
      ? []
      : [[night, `${(100 * agreement.usual).toFixed(0)} %`, `${(100 * agreement.learned).toFixed(0)} %`]],
  );
  const nightColumns = [
    { title: 'Night' },
    ...['Usual', 'Yours'].map((title) => ({ title, align: 'right' as const })),
  ];
  return [
    `Learned from ${counted(approved + rejected, 'decision')}: ${approved} approved, ${rejected} rejected`,
    '',
    ...tableLines(columns, weightRows(judgement), call.paint.dim),
    '',
    because,
    ...(tested.length === 0 ? [] : ['', ...tableLines(nightColumns, tested, call.paint.dim)]),
    ...(advice === 'better' ? ['', `${call.ownName} judgement adopt`] : []),
  ];
}

const told =
  (ask: (call: Call) => Promise<Result<Judgement, Failure>>, first: string | null): Command =>
  async (call) => {
    const judgement = await ask(call);
    if (!judgement.ok) return judgement;
    const lines = showLines(judgement.value, call);
    return ok<Answer>({
      json: { judgement: answer(judgement.value) },
      lines: first === null ? lines : [first, '', ...lines],
    });
  };

export const addJudgement: Register = (program, run) => {
  const judgement = program
    .command('judgement')
    .description('how your decisions weigh what a night finds: shown, back-tested, adopted by hand');
  judgement
    .command('show', { isDefault: true })
    .description('the weights, and how often they would have agreed with you on past nights')
    .action(() => run(told((call) => call.engine.judgement(), null)));
  judgement
    .command('adopt')
    .description('score by your own weights from the next night on')
    .action(() =>
      run(told((call) => call.engine.adoptJudgement(), 'Adopted: the next night scores by them.')),
    );
  judgement
    .command('reset')
    .description('back to the usual weights')
    .action(() => run(told((call) => call.engine.resetJudgement(), 'The usual weights are in force.')));
};
