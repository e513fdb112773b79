// `slowwave guard`: what other tools did to agents' memory files, every kept copy of them, and bringing one back.
import path from 'node:path';
import type { FileCopy, FileDeed } from '../../../shared/agent-files.ts';
import { epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { count, counted, moment } from '../figures.ts';
import { diffLines, receiptLines } from '../files-text.ts';
import { isoOrNull } from '../json-answer.ts';
import { readCount, readMoment } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Call, Command, Register } from '../world.ts';

const deedLine = (deed: FileDeed): string =>
  `  ${deed.what.padEnd(8)} ${oneLine(deed.path)}  +${count(deed.linesAdded)} −${count(deed.linesRemoved)} lines  (copy ${deed.copy})`;

const scan =
  (sinceMs: number | null): Command =>
  async (call) => {
    const report = await call.engine.guardScan(sinceMs === null ? null : epochMs(sinceMs));
    if (!report.ok) return report;
    const { files, deeds, sentences, unread } = report.value;
    const lines = [
      `${counted(files, 'memory file')} watched.`,
      ...(deeds.length === 0 ? ['No other tool changed one of them.'] : sentences.map(oneLine)),
      ...deeds.map(deedLine),
      ...unread.map((one) => call.paint.dim(`  not read: ${oneLine(one.path)} ${oneLine(one.why)}`)),
      ...(deeds.length === 0
        ? []
        : [`${call.ownName} guard diff COPY · guard history FILE · guard restore COPY…`]),
    ];
    return ok({ json: { guard: report.value }, lines });
  };

const byWords: Readonly<Record<FileCopy['by'], string>> = {
  'first-seen': 'first seen',
  others: 'another tool, or you',
  us: 'Slowwave',
};

const copyAnswer = ({ seenAtMs, ...copy }: FileCopy): unknown => ({ ...copy, seenAt: isoOrNull(seenAtMs) });

const history =
  (file: string | null): Command =>
  async (call) => {
    const copies = await call.engine.guardHistory(file === null ? null : placeOf(file, call));
    if (!copies.ok) return copies;
    const rows = copies.value.map((copy) => [
      String(copy.copy),
      moment(copy.seenAtMs),
      copy.isGone ? 'gone' : `+${count(copy.linesAdded)} −${count(copy.linesRemoved)}`,
      byWords[copy.by],
      copy.isPinned ? 'pinned' : '',
      copy.name ?? '',
      oneLine(copy.path),
    ]);
    const columns = ['Copy', 'Seen', 'Lines', 'By', '', 'Backup', 'File'].map((title) => ({ title }));
    return ok({
      json: { copies: copies.value.map(copyAnswer) },
      lines: rows.length === 0 ? ['No copy is kept.'] : tableLines(columns, rows, call.paint.bold),
    });
  };

/** As it was shown (below home), or as it stands before the person's eyes. */
const placeOf = (file: string, call: Call): string =>
  file.startsWith('./') || file.startsWith('../') ? path.resolve(call.cwd, file) : file.replace(/^~\//u, '');

const diff =
  (copy: number, from: number | null): Command =>
  async (call) => {
    const found = await call.engine.guardDiff(copy, from);
    if (!found.ok) return found;
    const lines = found.value === '' ? ['They are the same.'] : diffLines(found.value, call.paint);
    return ok({ json: { diff: found.value }, lines });
  };

const restore =
  (copies: readonly number[]): Command =>
  async (call) => {
    const done = await call.engine.guardRestore(copies);
    return done.ok ? ok({ json: { files: done.value }, lines: receiptLines(done.value, call) }) : done;
  };

const pin =
  (copy: number, isPinned: boolean): Command =>
  async (call) => {
    const done = await call.engine.guardPin(copy, isPinned);
    if (!done.ok) return done;
    const said = isPinned ? 'stays for good' : 'is thinned out with age, as the others are';
    return ok({ json: { copy: copyAnswer(done.value) }, lines: [`Copy ${copy} ${said}.`] });
  };

const readCopies = (text: string, before: readonly number[] | undefined): readonly number[] => [
  ...(before ?? []),
  readCount(text),
];

export const addGuard: Register = (program, run) => {
  const guard = program
    .command('guard')
    .description("what other tools did to your agents' memory files, with a way back");
  guard
    .command('scan', { isDefault: true })
    .description('look at every known memory file now')
    .option('--since <iso>', 'tell what others did since then (default: since the last look)', readMoment)
    .action((flags: { readonly since?: number }) => run(scan(flags.since ?? null)));
  guard
    .command('history')
    .description('every kept copy of a file, or the newest of each')
    .argument('[file]')
    .action((file: string | undefined) => run(history(file ?? null)));
  guard
    .command('diff')
    .description('what a copy differs in from the one before it, or from another')
    .argument('<copy>', 'its number', readCount)
    .argument('[from]', 'another copy', readCount)
    .action((copy: number, from: number | undefined) => run(diff(copy, from ?? null)));
  guard
    .command('restore')
    .description('bring files back to what they were in these copies, to the byte; can be undone')
    .argument('<copy...>', 'their numbers', readCopies)
    .action((copies: readonly number[]) => run(restore(copies)));
  guard
    .command('pin')
    .description('keep a copy for good')
    .argument('<copy>', 'its number', readCount)
    .option('--off', 'no longer')
    .action((copy: number, flags: { readonly off?: boolean }) => run(pin(copy, flags.off !== true)));
};
