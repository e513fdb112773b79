// `slowwave memory`: memory as it stands, and as it was. Rolling back adds a version; nothing old is lost.
import { ok } from '../../../shared/result.ts';
import type { MemoryDiff, VersionSummary } from '../../../shared/engine.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { entryLines } from '../entry-text.ts';
import { count, counted, moment } from '../figures.ts';
import { memoryAnswer, memoryAnswerWithHistory, versionAnswer } from '../json-answer.ts';
import { readVersionNumber } from '../option-values.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Call, Command, Paint, Register } from '../world.ts';

const entryLine = (entry: MemoryEntry, paint: Paint): string => {
  const closed = entry.status === 'closed' ? ` (closed: ${oneLine(entry.closedBecause ?? '')})` : '';
  return `  ${paint.dim(entry.id)}  ${entry.kind.padEnd(10)}  ${oneLine(entry.text)}${paint.dim(closed)}`;
};

function listLines(entries: readonly MemoryEntry[], { paint, ownName }: Call): readonly string[] {
  if (entries.length === 0) return ['Memory is empty.', `Fill it: ${ownName} dream`];
  const perScope = [...Map.groupBy(entries, (entry) => entry.scope)].sort(([a], [b]) => (a < b ? -1 : 1));
  const active = entries.filter((entry) => entry.status === 'active').length;
  return [
    `${counted(active, 'active entry', 'active entries')}${active === entries.length ? '' : `, ${counted(entries.length - active, 'closed one')}`}`,
    ...perScope.flatMap(([scope, all]) => [
      '',
      paint.bold(oneLine(scope)),
      ...all.map((entry) => entryLine(entry, paint)),
    ]),
  ];
}

const list =
  (closedToo: boolean): Command =>
  async (call) => {
    const entries = await call.engine.memoryList({ closedToo });
    if (!entries.ok) return entries;
    return ok({
      json: { memory: entries.value.map(closedToo ? memoryAnswerWithHistory : memoryAnswer) },
      lines: listLines(entries.value, call),
    });
  };

const show =
  (id: string): Command =>
  async (call) => {
    const entry = await call.engine.memoryShow(id);
    if (!entry.ok) return entry;
    return ok({
      json: { entry: memoryAnswerWithHistory(entry.value) },
      lines: entryLines(entry.value, call.paint),
    });
  };

const versionColumns = [
  { title: 'Version', align: 'right' },
  { title: 'When' },
  { title: 'By' },
  { title: 'Active', align: 'right' },
  { title: 'Added', align: 'right' },
  { title: 'Closed', align: 'right' },
  { title: 'Why' },
] as const;

const versionRow = (version: VersionSummary): readonly string[] => [
  String(version.number),
  moment(version.createdAtMs),
  version.author,
  count(version.active),
  count(version.added),
  count(version.closed),
  oneLine(version.reason),
];

const history =
  (entry: string | null): Command =>
  async (call) => {
    const versions = await call.engine.memoryHistory(entry);
    if (!versions.ok) return versions;
    const lines =
      versions.value.length === 0
        ? ['There is no version of memory yet.', `Make the first: ${call.ownName} dream`]
        : tableLines(versionColumns, versions.value.map(versionRow), call.paint.bold);
    return ok({ json: { history: versions.value.map(versionAnswer) }, lines });
  };

function diffLines(diff: MemoryDiff, { paint }: Call): readonly string[] {
  const none = diff.added.length + diff.closed.length + diff.changed.length === 0;
  return [
    paint.bold(`Version ${diff.from} → version ${diff.to}`),
    ...(none ? ['They hold the same.'] : []),
    ...diff.closed.map((entry) => paint.red(`- ${oneLine(entry.text)}`)),
    ...diff.added.map((entry) => paint.green(`+ ${oneLine(entry.text)}`)),
    ...diff.changed.flatMap(({ before, after }) => [
      paint.red(`- ${oneLine(before.text)} (${oneLine(before.scope)}, ${before.status})`),
      paint.green(`+ ${oneLine(after.text)} (${oneLine(after.scope)}, ${after.status})`),
    ]),
  ];
}

const diff =
  (from: number, to: number): Command =>
  async (call) => {
    const found = await call.engine.memoryDiff(from, to);
    if (!found.ok) return found;
    const { added, closed, changed } = found.value;
    const json = {
      diff: {
        from: found.value.from,
        to: found.value.to,
        added: added.map(memoryAnswerWithHistory),
        closed: closed.map(memoryAnswerWithHistory),
        changed: changed.map(({ before, after }) => ({
          before: memoryAnswerWithHistory(before),
          after: memoryAnswerWithHistory(after),
        })),
      },
    };
    return ok({ json, lines: diffLines(found.value, call) });
  };

const rollBack =
  (to: number): Command =>
  async (call) => {
    const version = await call.engine.memoryRollBack(to);
    if (!version.ok) return version;
    return ok({
      json: { version: versionAnswer(version.value) },
      lines: [
        `Memory is again as in version ${to}; this is version ${version.value.number}, with ${counted(version.value.active, 'active entry', 'active entries')}.`,
        'Nothing was deleted: every version stays in "memory history".',
      ],
    });
  };

const exportMarkdown: Command = async (call) => {
  const markdown = await call.engine.memoryExport();
  if (!markdown.ok) return markdown;
  // In a file the text stays to the letter; only a terminal must be kept from obeying it.
  const text = call.toTerminal ? plainText(markdown.value) : markdown.value;
  return ok({ json: { export: markdown.value }, lines: [text.replace(/\n$/u, '')] });
};

export const addMemory: Register = (program, run) => {
  const memory = program.command('memory').description('memory as it stands, and as it was');
  memory
    .command('list', { isDefault: true })
    .description('every active entry')
    .option('--closed', 'closed entries, too')
    .action((flags: { readonly closed?: boolean }) => run(list(flags.closed ?? false)));
  memory
    .command('show')
    .description('one entry with its evidence and places')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) => run(show(id)));
  memory
    .command('history')
    .description('all versions, or those that touched one entry')
    .argument('[id]')
    .action((id: string | undefined) => run(history(id ?? null)));
  memory
    .command('diff')
    .description('what changed from version A to version B')
    .argument('<a>', 'a version', readVersionNumber)
    .argument('<b>', 'a version', readVersionNumber)
    .action((from: number, to: number) => run(diff(from, to)));
  memory
    .command('rollback')
    .description('make memory again what it was in a version, as a new version')
    .argument('<version>', 'a version', readVersionNumber)
    .action((to: number) => run(rollBack(to)));
  memory
    .command('export')
    .description('all active entries as Markdown')
    .action(() => run(exportMarkdown));
};
