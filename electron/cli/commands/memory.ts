// `slowwave memory`: memory as it stands, and as it was. Rolling back adds a version; nothing old is lost.
import type { Command as Program } from 'commander';
import type { EntryNotes, RollBackTarget } from '../../../shared/decisions.ts';
import { epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { MemoryDiff, VersionSummary } from '../../../shared/engine.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { entryLines } from '../entry-text.ts';
import { count, counted, moment } from '../figures.ts';
import {
  asOfAnswer,
  isoOrNull,
  memoryAnswer,
  memoryAnswerWithHistory,
  versionAnswer,
} from '../json-answer.ts';
import { readDayOrMoment, readText, readVersionNumber } from '../option-values.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { labelled, tableLines } from '../table.ts';
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
    const notes = await call.engine.memoryNotes(entry.value.id);
    if (!notes.ok) return notes;
    return ok({
      json: { entry: { ...memoryAnswerWithHistory(entry.value), ...notesAnswer(notes.value) } },
      lines: [...entryLines(entry.value, call.paint), ...notesLines(notes.value)],
    });
  };

const notesAnswer = (notes: EntryNotes): object => ({
  pinnedAt: isoOrNull(notes.pinnedAtMs),
  dreamText: notes.dreamText,
  lostQuotes: notes.lostQuotes.map(({ atMs, quotes }) => ({ at: isoOrNull(atMs), quotes })),
  ...(notes.letIn === undefined
    ? {}
    : {
        letIn: { by: notes.letIn.by, at: isoOrNull(notes.letIn.atMs), night: notes.letIn.night?.id ?? null },
      }),
});

const notesLines = ({ pinnedAtMs, dreamText, lostQuotes, letIn }: EntryNotes): readonly string[] => [
  ...(letIn === undefined
    ? []
    : [labelled('Let in', `${letIn.by === 'you' ? 'by you' : 'by itself'}, ${moment(letIn.atMs)}`)]),
  ...(pinnedAtMs === null ? [] : [labelled('Pinned', moment(pinnedAtMs))]),
  ...(dreamText === null ? [] : [labelled('Dream said', oneLine(dreamText))]),
  ...lostQuotes.map(({ atMs, quotes }) =>
    labelled('Lost', `${counted(quotes, 'proof')} forgotten at your wish, ${moment(atMs)}`),
  ),
];

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

const takeBack =
  (target: RollBackTarget): Command =>
  async (call) => {
    const rolled = await call.engine.memoryTakeBack(target);
    if (!rolled.ok) return rolled;
    const { version, takenBack, conflicts } = rolled.value;
    return ok({
      json: { rollback: rolled.value },
      lines: [
        ...(version === null
          ? ['Nothing could be taken back.']
          : [`${counted(takenBack.length, 'change')} taken back; this is version ${version}.`]),
        ...conflicts.map(({ changeId, because }) =>
          call.paint.yellow(`⚠ ${changeId} stays: ${oneLine(because)}`),
        ),
        'Nothing was deleted: every version stays in "memory history".',
      ],
      ...(version === null ? { status: 1 as const } : {}),
    });
  };

const pin =
  (id: string, pinned: boolean): Command =>
  async (call) => {
    const entry = await call.engine.memoryPin(id, pinned);
    if (!entry.ok) return entry;
    return ok({
      json: { entry: memoryAnswer(entry.value), pinned },
      lines: [
        `${pinned ? 'Pinned' : 'Not pinned any more'}: ${oneLine(entry.value.text)}`,
        ...(pinned ? ['No dream closes, merges or replaces it unless you approve that yourself.'] : []),
      ],
    });
  };

const asOf =
  (typed: string): Command =>
  async (call) => {
    const atMs = readDayOrMoment(typed);
    const memory = await call.engine.memoryAsOf(atMs === null ? { session: typed } : { atMs: epochMs(atMs) });
    if (!memory.ok) return memory;
    const active = memory.value.entries.filter(({ status }) => status === 'active');
    return ok({
      json: { asOf: asOfAnswer(memory.value) },
      lines: [
        call.paint.bold(`As of ${moment(memory.value.atMs)}: version ${memory.value.version}`),
        ...(active.length === 0 ? ['Memory was empty.'] : listLines(active, call)),
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

const addKeeping: Register = (memory, run) => {
  memory
    .command('as-of')
    .description('what memory held at a moment (a bare day: at its end), or when a session began')
    .argument('<moment>', 'a date such as 2026-11-20, or the id of a session', readText)
    .action((typed: string) => run(asOf(typed)));
  memory
    .command('pin')
    .description('keep an entry: no dream closes, merges or replaces it')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) => run(pin(id, true)));
  memory
    .command('unpin')
    .description('let go of a pin')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) => run(pin(id, false)));
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
    .description(
      'take one change back, or one night, or make memory again what it was in a version: a new version',
    )
    .argument('[version]', 'a version', readVersionNumber)
    .option('--change <id>', 'take this change back, and nothing else', readText)
    .option('--night <night>', 'take back all that came from a night: its id, date or "latest"', readText)
    .action(
      (
        to: number | undefined,
        flags: { readonly change?: string; readonly night?: string },
        self: Program,
      ) => {
        const named = [to, flags.change, flags.night].filter((one) => one !== undefined);
        if (named.length !== 1)
          self.error('error: name a version, or --change, or --night: one of them', { exitCode: 1 });
        if (to !== undefined) return run(rollBack(to));
        return run(
          takeBack(
            flags.change === undefined
              ? { kind: 'night', id: flags.night ?? '' }
              : { kind: 'change', id: flags.change },
          ),
        );
      },
    );
  memory
    .command('restore')
    .description('make memory again what it was in a version, as a new version')
    .argument('<version>', 'a version', readVersionNumber)
    .action((to: number) => run(rollBack(to)));
  addKeeping(memory, run);
  memory
    .command('export')
    .description('all active entries as Markdown')
    .action(() => run(exportMarkdown));
};
