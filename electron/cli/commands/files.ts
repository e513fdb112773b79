// `slowwave files`: what would be written into agents' own memory files, writing it, and taking it back.
import path from 'node:path';
import { InvalidArgumentError, type Command as Program } from 'commander';
import type {
  AgentWriting,
  FileChoices,
  FileMode,
  PlacedFile,
  PlacingWish,
} from '../../../shared/agent-files.ts';
import { ok } from '../../../shared/result.ts';
import { localAgents, type LocalAgent } from '../../../shared/transcript.ts';
import { counted, moment } from '../figures.ts';
import { planLines, receiptLines } from '../files-text.ts';
import { isoOrNull } from '../json-answer.ts';
import { readCount, readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Call, Command, Register } from '../world.ts';

interface ChoiceFlags {
  readonly also?: readonly string[];
  readonly mine?: readonly string[];
  readonly ours?: readonly string[];
}

const choicesOf = (flags: ChoiceFlags, call: Call): FileChoices => ({
  extraFiles: (flags.also ?? []).map((file) => path.resolve(call.cwd, file)),
  blocks: Object.fromEntries([
    ...(flags.mine ?? []).map((file) => [file, 'mine'] as const),
    ...(flags.ours ?? []).map((file) => [file, 'ours'] as const),
  ]),
});

const plan =
  (flags: ChoiceFlags): Command =>
  async (call) => {
    const planned = await call.engine.filesPlan(choicesOf(flags, call));
    return planned.ok
      ? ok({ json: { plan: planned.value }, lines: planLines(planned.value, call) })
      : planned;
  };

const apply =
  (flags: ChoiceFlags): Command =>
  async (call) => {
    const done = await call.engine.filesApply(choicesOf(flags, call));
    return done.ok ? ok({ json: { files: done.value }, lines: receiptLines(done.value, call) }) : done;
  };

const undo =
  (number: number): Command =>
  async (call) => {
    const done = await call.engine.filesUndo(number);
    return done.ok ? ok({ json: { files: done.value }, lines: receiptLines(done.value, call) }) : done;
  };

const list: Command = async (call) => {
  const applies = await call.engine.filesApplies();
  if (!applies.ok) return applies;
  const rows = applies.value.map((one) => [
    String(one.apply),
    moment(one.atMs),
    one.outcome,
    counted(one.paths.length, 'file'),
    oneLine(one.reason),
  ]);
  const columns = ['Apply', 'When', 'Outcome', 'Files', 'Why'].map((title) => ({ title }));
  return ok({
    json: { applies: applies.value.map(({ atMs, ...one }) => ({ ...one, at: isoOrNull(atMs) })) },
    lines: rows.length === 0 ? ['Nothing was ever written.'] : tableLines(columns, rows, call.paint.bold),
  });
};

const placedLines = (all: readonly PlacedFile[]): readonly string[] =>
  all.length === 0
    ? ['Nothing is said of any missing file.']
    : all.map(({ path: file, how, to, isStaged }) => {
        const words = { recreate: 'is made anew', elsewhere: `→ ${oneLine(to ?? '')}`, drop: 'is left out' };
        return `${oneLine(file)}  ${words[how]}${isStaged ? '  (with the next apply)' : ''}`;
      });

/** Without a wish: what is said so far. */
const place =
  (file: string | null, wish: PlacingWish | null): Command =>
  async (call) => {
    if (file === null || wish === null) {
      const planned = await call.engine.filesPlan({ extraFiles: [], blocks: {} });
      if (!planned.ok) return planned;
      return ok({ json: { placed: planned.value.placed }, lines: placedLines(planned.value.placed) });
    }
    const done = await call.engine.filePlace(file, wish);
    return done.ok ? ok({ json: { placed: done.value }, lines: placedLines(done.value) }) : done;
  };

interface PlaceFlags {
  readonly recreate?: boolean;
  readonly to?: string;
  readonly drop?: boolean;
  readonly ask?: boolean;
}

/** Null where not exactly one is said. */
function wishOf(flags: PlaceFlags, call: { readonly cwd: string }): PlacingWish | null {
  const wishes: readonly PlacingWish[] = [
    ...(flags.recreate === true ? [{ how: 'recreate' } as const] : []),
    ...(flags.drop === true ? [{ how: 'drop' } as const] : []),
    ...(flags.ask === true ? [{ how: 'ask' } as const] : []),
    ...(flags.to === undefined
      ? []
      : [
          {
            how: 'elsewhere',
            to: flags.to.startsWith('~') ? flags.to : path.resolve(call.cwd, flags.to),
          } as const,
        ]),
  ];
  return wishes.length === 1 ? (wishes[0] ?? null) : null;
}

const addPlace = (files: Program, run: Parameters<Register>[1]): void => {
  files
    .command('place')
    .description(
      'where an approved change goes whose file is gone or cannot be written; without a file: what was said',
    )
    .argument('[file]', 'as "files plan" names it', readText)
    .option('--recreate', 'the file is made anew, as it was last seen, with the change in it')
    .option('--to <file>', 'into this Markdown file instead', readText)
    .option('--drop', 'into no file; our own record keeps it')
    .option('--ask', 'take back what was said, and ask again')
    .action((file: string | undefined, flags: PlaceFlags, self: Program) => {
      if (file === undefined) return run(place(null, null));
      if (wishOf(flags, { cwd: '/' }) === null)
        self.error('error: say one of --recreate, --to FILE, --drop, --ask', { exitCode: 1 });
      return run((call) => place(file, wishOf(flags, call))(call));
    });
};

const modeWords: Readonly<Record<FileMode, string>> = {
  review: 'waits for your apply',
  'auto-duplicates': 'exact duplicates go by themselves',
  'auto-with-undo': 'what nothing holds back goes by itself, and can be undone',
  off: 'nothing is written',
};

const showModes = (all: readonly AgentWriting[]): readonly string[] =>
  tableLines(
    [{ title: 'Agent' }, { title: 'Mode' }, { title: 'Budget' }, { title: 'Means' }],
    all.map(({ agent, mode, budgetTokens }) => [
      agent,
      mode,
      budgetTokens === null ? 'usual' : counted(budgetTokens, 'token'),
      modeWords[mode],
    ]),
  );

const modes: Command = async (call) => {
  const all = await call.engine.agentWriting();
  return all.ok ? ok({ json: { agents: all.value }, lines: showModes(all.value) }) : all;
};

const setMode =
  (agent: LocalAgent, mode: FileMode, budgetTokens: number | null): Command =>
  async (call) => {
    const all = await call.engine.setAgentWriting({ agent, mode, budgetTokens });
    return all.ok ? ok({ json: { agents: all.value }, lines: showModes(all.value) }) : all;
  };

function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((one) => one === text);
    if (found === undefined) throw new InvalidArgumentError(`It is one of ${allowed.join(', ')}.`);
    return found;
  };
}

const allModes = [
  'review',
  'auto-duplicates',
  'auto-with-undo',
  'off',
] as const satisfies readonly FileMode[];
const more = (text: string, before: readonly string[] = []): readonly string[] => [...before, readText(text)];

export const addFiles: Register = (program, run) => {
  const files = program
    .command('files')
    .description("agents' own memory files: what would be written into them, and taking it back");
  for (const [name, words, start] of [
    ['plan', 'what would be written now, as a diff; changes nothing', plan],
    ['apply', 'write it, all files or none; can be undone', apply],
  ] as const) {
    files
      .command(name, name === 'plan' ? { isDefault: true } : {})
      .description(words)
      .option('--also <file>', 'another Markdown file that gets what holds everywhere (team.md)', more)
      .option('--mine <file>', 'keep the lines of a block that was edited by hand as your own', more)
      .option('--ours <file>', 'write a block that was edited by hand anew', more)
      .action((flags: ChoiceFlags) => run(start(flags)));
  }
  addPlace(files, run);
  files
    .command('undo')
    .description('give every file of one apply its old bytes')
    .argument('<apply>', 'its number, as "files list" shows it', readCount)
    .action((number: number) => run(undo(number)));
  files
    .command('list')
    .description('what was written, newest first')
    .action(() => run(list));
  files
    .command('modes')
    .description('what each agent lets go by itself')
    .action(() => run(modes));
  files
    .command('mode')
    .description('set what an agent lets go by itself')
    .argument('<agent>', localAgents.join(', '), oneOf(localAgents))
    .argument('<mode>', allModes.join(', '), oneOf(allModes))
    .option(
      '--budget <tokens>',
      'the most that each of its files may hold (default: the usual one)',
      readCount,
    )
    .action((agent: LocalAgent, mode: FileMode, flags: { readonly budget?: number }) =>
      run(setMode(agent, mode, flags.budget ?? null)),
    );
};
