// `slowwave conflicts`: lines of different files or agents that cannot both hold, or that say the same; settled once.
import type { Command as Program } from 'commander';
import type { ApartSide, MemoryConflict } from '../../../shared/decisions.ts';
import { ok } from '../../../shared/result.ts';
import { counted } from '../figures.ts';
import { conflictAnswer, memoryAnswer, reviewAnswer } from '../json-answer.ts';
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
          `${call.ownName} conflicts settle ID --keep ENTRY · or --both · or keep-both ID --side "ENTRY SCOPE TEXT" …`,
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

interface ApartFlags {
  readonly side?: readonly string[];
}

/** "ENTRY SCOPE TEXT"; null where it is not that. */
function sideOf(typed: string): ApartSide | null {
  const [, entry, scope, text] = /^\s*(\S+)\s+(global|project:\S+|agent:\S+)\s+(\S.*)$/su.exec(typed) ?? [];
  if (entry === undefined || scope === undefined || text === undefined) return null;
  return { entry, scope: scope as ApartSide['scope'], text };
}

const keepApart =
  (id: string, sides: readonly ApartSide[]): Command =>
  async (call) => {
    const kept = id.startsWith('chg_')
      ? await call.engine.keepBoth(id, sides)
      : await call.engine.keepApart(id, sides);
    if (!kept.ok) return kept;
    return ok({
      json: { changes: kept.value.map(reviewAnswer) },
      lines: [
        ...sides.map(({ scope, text }) => `${call.paint.green(`+ ${oneLine(text)}`)}  ${oneLine(scope)}`),
        `Approved, and nothing is changed yet: ${call.ownName} review apply`,
        call.paint.dim(`Take it back: ${call.ownName} review undo`),
      ],
    });
  };

const addSide = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  readText(text),
];

export const addConflicts: Register = (program, run) => {
  const conflicts = program
    .command('conflicts')
    .description('lines of different memory files that contradict or repeat each other');
  conflicts
    .command('list', { isDefault: true })
    .description('every one that is not settled')
    .action(() => run(list));
  conflicts
    .command('keep-both')
    .description('all lines stay, each in words and a scope of its own; staged like a decision')
    .argument(
      '<id>',
      'its id, or the beginning of it; or that of a change that would replace a line (its own line is "new")',
    )
    .requiredOption(
      '--side <words>',
      'once for each line: "ENTRY SCOPE TEXT", SCOPE one of global, project:NAME, agent:NAME',
      addSide,
    )
    .action((id: string, flags: ApartFlags, self: Program) => {
      const sides = (flags.side ?? []).flatMap((typed) => sideOf(typed) ?? []);
      if (sides.length !== (flags.side ?? []).length)
        self.error('error: a side is "ENTRY SCOPE TEXT", as in "mem_1a project:shop Deploy on Fridays."', {
          exitCode: 1,
        });
      return run(keepApart(id, sides));
    });
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
