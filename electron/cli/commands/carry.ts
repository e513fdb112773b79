// `slowwave backup` and `restore`: everything in one archive, and back.
import path from 'node:path';
import { deleteAllWords, type CarriedCounts, type StoragePartKind } from '../../../shared/carry.ts';
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

const verify =
  (file: string): Command =>
  async (call) => {
    const done = await call.engine.verifyBackup(path.resolve(call.cwd, file));
    if (!done.ok) return done;
    const { madeAtMs, ...report } = done.value;
    return ok({
      json: { verified: { ...report, madeAt: isoOrNull(madeAtMs) } },
      lines: [
        `${oneLine(report.path)} is whole: ${counted(report.files, 'file')} and every row of its store, as backed up on ${moment(madeAtMs)}.`,
        countsLine(report.counts),
      ],
    });
  };

const partNames: Readonly<Record<StoragePartKind, string>> = {
  store: 'the store',
  backups: 'backups made before a restore',
  copies: 'copies of the store before it was changed',
  certificates: 'certificates of what was forgotten',
  sample: 'the sample',
};

const storage: Command = async (call) => {
  const done = await call.engine.storage();
  if (!done.ok) return done;
  const { folder, bytes, parts, backups } = done.value;
  return ok({
    json: { storage: done.value },
    lines: [
      `${oneLine(folder)} (${size(bytes)})`,
      ...parts.map((part) => `  ${size(part.bytes).padStart(9)}  ${partNames[part.kind]}`),
      ...backups.map(({ path: backup }) => call.paint.dim(`  ${oneLine(backup)}`)),
    ],
  });
};

const stays = [
  'Your agents’ own files and transcripts stay as they are, and so does what Slowwave wrote into them.',
  'Backups that you made elsewhere stay as well.',
];

const deleteAll =
  (confirm: string | null): Command =>
  async (call) => {
    if (confirm === null) {
      const held = await call.engine.storage();
      if (!held.ok) return held;
      return ok({
        json: { wouldDelete: held.value },
        lines: [
          `Everything that Slowwave keeps in ${oneLine(held.value.folder)} would go for good (${size(held.value.bytes)}), and its keys.`,
          ...stays,
          `Nothing was deleted. To do it: slowwave delete-all --confirm "${deleteAllWords}"`,
        ],
        status: 1,
      });
    }
    const done = await call.engine.deleteAll(confirm);
    if (!done.ok) return done;
    const { files, bytes, keys, left, folder } = done.value;
    return ok({
      json: { deleted: done.value },
      lines: [
        `Deleted ${counted(files, 'file')} (${size(bytes)}) and ${counted(keys, 'key')}.`,
        ...(left.length === 0
          ? []
          : [`${counted(left.length, 'thing')} in ${oneLine(folder)} is not ours, or in use, and stayed.`]),
        ...stays,
      ],
    });
  };

export const addCarry: Register = (program, run) => {
  program
    .command('storage')
    .description('where everything lies, and how large it is')
    .action(() => run(storage));
  program
    .command('verify')
    .description('read a backup to its last row, as restoring would; changes nothing')
    .argument('<file>', 'the archive to read', readText)
    .action((file: string) => run(verify(file)));
  program
    .command('delete-all')
    .description('take away everything that Slowwave keeps; says what would go until it is confirmed')
    .option('--confirm <words>', `"${deleteAllWords}"`, readText)
    .action((flags: { readonly confirm?: string }) => run(deleteAll(flags.confirm ?? null)));
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
