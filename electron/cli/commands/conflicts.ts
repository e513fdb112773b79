// `slowwave conflicts`: lines of different files or agents that cannot both hold, or that say the same; settled once.
import type { Command as Program } from 'commander';
import type { MemoryConflict } from '../../../shared/decisions.ts';
import { ok } from '../../../shared/result.ts';
import { counted } from '../figures.ts';
import { conflictAnswer, memoryAnswer } from '../json-answer.ts';
import { readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Register } from '../world.ts';

const kindWords: Readonly<Record<MemoryConflict['kind'], string>> = {
  contradiction: '⚠ contradict each other',
  repetition: '= say the same',
};

const conflictLines = (conflict: MemoryConflict, { paint }: Call): readonly string[] => [
  '',
  `${paint.bold(kindWords[conflict.kind])}  ${conflict.id}`,
  paint.dim(`  ${oneLine(conflict.because)}`),
  ...conflict.entries.flatMap((entry) => [
    `  ${paint.dim(entry.id)}  ${oneLine(entry.text)}`,
    ...entry.places.map((place) => paint.dim(`      ${oneLine(`${place.path}, line ${place.line}`)}`)),
  ]),
];

const list: Command = async (call) => {
  const conflicts = await call.engine.conflicts();
  if (!conflicts.ok) return conflicts;
  const lines =
    conflicts.value.length === 0
      ? ['No two lines of your memory files contradict or repeat each other.']
      : [
          `${counted(conflicts.value.length, 'conflict')} between lines of different files`,
          ...conflicts.value.flatMap((conflict) => conflictLines(conflict, call)),
          '',
          `${call.ownName} conflicts settle ID --keep ENTRY · or --both`,
        ];
  return ok({ json: { conflicts: conflicts.value.map(conflictAnswer) }, lines });
};

const settle =
  (id: string, keep: string | null): Command =>
  async (call) => {
    const settled = await call.engine.settleConflict(id, keep);
    if (!settled.ok) return settled;
    const { kept, closed, changeId, conflict } = settled.value;
    return ok({
      json: {
        settled: {
          conflict: conflict.id,
          kept: kept === null ? null : memoryAnswer(kept),
          closed: closed.map(memoryAnswer),
          change: changeId,
        },
      },
      lines:
        kept === null
          ? ['All of them stay, and are not shown again.']
          : [
              call.paint.green(`+ ${oneLine(kept.text)}`),
              ...closed.map((entry) => call.paint.red(`- ${oneLine(entry.text)}`)),
              'Settled in our own record. No agent’s file was touched.',
              `Take it back: ${call.ownName} memory rollback --change ${changeId ?? ''}`,
            ],
    });
  };

export const addConflicts: Register = (program, run) => {
  const conflicts = program
    .command('conflicts')
    .description('lines of different memory files that contradict or repeat each other');
  conflicts
    .command('list', { isDefault: true })
    .description('every one that is not settled')
    .action(() => run(list));
  conflicts
    .command('settle')
    .description('keep one line; the others are closed in our own record')
    .argument('<id>', 'its id, or the beginning of it')
    .option('--keep <entry>', 'the entry that stays', readText)
    .option('--both', 'all of them stay, and are not shown again')
    .action((id: string, flags: { readonly keep?: string; readonly both?: boolean }, self: Program) => {
      if ((flags.keep === undefined) === (flags.both !== true))
        self.error('error: say --keep ENTRY or --both', { exitCode: 1 });
      return run(settle(id, flags.keep ?? null));
    });
};
