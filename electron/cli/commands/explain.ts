// `slowwave explain`: why something was promoted or was not, down to the words that were said.
import { err, ok } from '../../../shared/result.ts';
import type { Explanation } from '../../../shared/engine.ts';
import { evidenceLines, scoreLines } from '../entry-text.ts';
import { isoOrNull, memoryAnswer } from '../json-answer.ts';
import { readQuery } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { labelled } from '../table.ts';
import type { Command, Paint, Register } from '../world.ts';

function gateLines({ gates }: Explanation, paint: Paint): readonly string[] {
  if (gates.length === 0) return [];
  return [
    'Gates',
    ...gates.map((gate) => {
      const state = gate.passed ? paint.green('✓') : paint.red('✗');
      const flip = gate.flip === null ? '' : paint.dim(` · ${oneLine(gate.flip)}`);
      return `  ${state} ${gate.name.padEnd(13)} ${oneLine(gate.reason)}${flip}`;
    }),
  ];
}

function neighbourLines({ neighbours }: Explanation): readonly string[] {
  if (neighbours.length === 0) return [];
  return [
    'Nearest',
    ...neighbours.map(
      ({ text, likeness, merged, why }) =>
        `  ${likeness.toFixed(2)} ${merged ? 'merged' : 'apart '}  ${oneLine(text)} (${oneLine(why)})`,
    ),
  ];
}

const explanationLines = (each: Explanation, paint: Paint): readonly string[] => [
  paint.bold(oneLine(each.text)),
  labelled(
    'Is',
    each.what === 'entry'
      ? `an entry of memory${each.entry === null ? '' : ` (${each.entry.id})`}`
      : 'a candidate',
  ),
  labelled('Decision', oneLine(each.decision)),
  labelled('Reason', oneLine(each.reason)),
  ...scoreLines(each.score, each.dimensions, paint),
  ...gateLines(each, paint),
  ...neighbourLines(each),
  ...(each.evidence.length === 0 ? [] : ['Evidence', ...evidenceLines(each.evidence, paint)]),
];

const explanationAnswer = ({ entry, evidence, ...rest }: Explanation): object => ({
  ...rest,
  evidence: evidence.map(({ atMs, ...each }) => ({ ...each, at: isoOrNull(atMs) })),
  entry: entry === null ? null : memoryAnswer(entry),
});

const explain =
  (query: string): Command =>
  async (call) => {
    const found = await call.engine.explain(query);
    if (!found.ok) return found;
    if (found.value.length === 0) {
      return err({
        kind: 'not-found',
        happened: `Nothing in memory and no candidate speaks of "${oneLine(query)}".`,
        safe: 'Nothing was changed.',
        todo: `Try other words, an id, or "${call.ownName} dream" first.`,
      });
    }
    return ok({
      json: { explanations: found.value.map(explanationAnswer) },
      lines: found.value.flatMap((each, at) => [
        ...(at === 0 ? [] : ['']),
        ...explanationLines(each, call.paint),
      ]),
    });
  };

export const addExplain: Register = (program, run) => {
  program
    .command('explain')
    .description('why an entry or a candidate was promoted or not: scores, gates, nearest miss, quotes')
    .argument('<query...>', 'words, or the id of an entry or a change')
    .action((words: string[]) => run(explain(readQuery(words))));
};
