// `slowwave backup` and `restore`: everything in one archive, and back.
import path from 'node:path';
import type { CarriedCounts } from '../../../shared/carry.ts';
import { ok } from '../../../shared/result.ts';
import { counted, moment, size } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Command, Register } from '../world.ts';

const countsLine = (counts: CarriedCounts): string =>
  [
    counted(counts.sessions, 'session'),
    counted(counts.turns, 'turn'),
    counted(counts.memoryFiles, 'memory file'),
    counted(counts.nights, 'night'),
    counted(counts.decisions, 'decision'),
    counted(counts.versions, 'version'),
    counted(counts.activeEntries, 'active entry', 'active entries'),
  ].join(' · ');

const backup =
  (file: string, replace: boolean): Command =>
  async (call) => {
    const done = await call.engine.backup(path.resolve(call.cwd, file), { replace });
    if (!done.ok) return done;
    const { madeAtMs, ...report } = done.value;
    return ok({
      json: { backup: { ...report, madeAt: isoOrNull(madeAtMs) } },
      lines: [
        `Backed up to ${oneLine(report.path)} (${size(report.bytes)}), read back and found whole.`,
        countsLine(report.counts),
        call.paint.dim(
          'It holds what agents and you said: keep it safe. The keys in Slowwave’s settings folder are not in it.',
        ),
      ],
    });
  };

const restore =
  (file: string, replace: boolean): Command =>
  async (call) => {
    const done = await call.engine.restore(path.resolve(call.cwd, file), { replace });
    if (!done.ok) return done;
    const { madeAtMs, before, counts, forgottenSince } = done.value;
    return ok({
      json: { restored: { ...done.value, madeAtMs: undefined, madeAt: isoOrNull(madeAtMs) } },
      lines: [
        `Restored what was backed up on ${moment(madeAtMs)}.`,
        countsLine(counts),
        ...(before === null ? [] : [`What was there before: ${oneLine(before)}`]),
        ...(forgottenSince === 0
          ? []
          : [
              call.paint.yellow(
                `⚠ You had ${counted(forgottenSince, 'thing')} forgotten since then: the archive brought it back. Forget it again.`,
              ),
            ]),
      ],
    });
  };

export const addCarry: Register = (program, run) => {
  program
    .command('backup')
    .description('everything in one archive (.tar.zst): Markdown, JSON and the store, checked after writing')
    .argument('<file>', 'the archive to write', readText)
    .option('--replace', 'an archive of that name may go')
    .action((file: string, flags: { readonly replace?: boolean }) =>
      run(backup(file, flags.replace ?? false)),
    );
  program
    .command('restore')
    .description('take a backup over; refuses to take the place of a store that is not empty')
    .argument('<file>', 'the archive to read', readText)
    .option('--replace', 'take its place all the same; what is there is backed up first')
    .action((file: string, flags: { readonly replace?: boolean }) =>
      run(restore(file, flags.replace ?? false)),
    );
};
