// `slowwave import`: reads what is new and says what it came to; what could not be read is named, never dropped.
import path from 'node:path';
import { ok } from '../../../shared/result.ts';
import type { ImportReport } from '../../../shared/engine.ts';
import { count, counted, duration } from '../figures.ts';
import { oneLine } from '../plain-text.ts';
import { labelled, tableLines } from '../table.ts';
import type { Call, Command, Register } from '../world.ts';

const listedMax = 10;

function agentLines(report: ImportReport, call: Call): readonly string[] {
  const rows = Object.entries(report.perAgent).map(([agent, all]) => [
    agent,
    count(all.sessions),
    count(all.turns),
    count(all.personTurns),
  ]);
  if (rows.length === 0) return [];
  const columns = [
    { title: 'Agent' },
    { title: 'Sessions', align: 'right' },
    { title: 'Turns', align: 'right' },
    { title: "A person's", align: 'right' },
  ] as const;
  return ['', ...tableLines(columns, rows, call.paint.bold)];
}

function listed(title: string, all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  const more = all.length - listedMax;
  return [
    '',
    title,
    ...all.slice(0, listedMax).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${count(more)} more; --json names them all`] : []),
  ];
}

function importLines(report: ImportReport, call: Call): readonly string[] {
  const reasons = Object.entries(report.skippedByReason).map(
    ([reason, lines]: [string, number]) => `${count(lines)} ${oneLine(reason)}`,
  );
  const others = report.files - report.newFiles - report.unchangedFiles;
  return [
    labelled(
      'Files',
      `${count(report.files)}: ${count(report.newFiles)} new, ${count(report.unchangedFiles)} as before${others === 0 ? '' : `, ${count(others)} changed or not readable`}`,
    ),
    labelled('Sessions', `${count(report.sessions)} (${count(report.newSessions)} new)`),
    labelled(
      'Turns',
      `${count(report.turns)} (${count(report.newTurns)} new), ${count(report.personTurns)} by a person`,
    ),
    labelled('Tokens', count(report.tokens)),
    labelled('Memory', `${counted(report.memoryFiles, 'file')}, ${counted(report.memoryLines, 'line')}`),
    labelled('Masked', counted(report.maskedSecrets, 'secret')),
    labelled(
      'Skipped',
      `${counted(report.skipped.length, 'line')}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}`,
    ),
    labelled('Took', duration(report.tookMs)),
    ...agentLines(report, call),
    ...listed(
      'Skipped lines (their places are kept)',
      report.skipped.map(
        (line) =>
          `${oneLine(line.path)}, bytes ${count(line.startByte)} to ${count(line.endByte)}: ${line.reason}${line.detail === '' ? '' : ` (${oneLine(line.detail)})`}`,
      ),
    ),
    ...listed(
      'Could not be read',
      report.unread.map(({ path: place, why }) => `${oneLine(place)}: ${oneLine(why)}`),
    ),
  ];
}

const importPaths =
  (paths: readonly string[]): Command =>
  async (call) => {
    const whole = paths.map((each) => path.resolve(call.cwd, each));
    const done = await call.listen((listening) => call.engine.import(whole, listening));
    return done.ok ? ok({ json: { import: done.value }, lines: importLines(done.value, call) }) : done;
  };

export const addImport: Register = (program, run) => {
  program
    .command('import')
    .description('read what is new, from what is found by itself and from each PATH (a file or a folder)')
    .argument('[path...]', 'files and folders to read besides')
    .action((paths: string[]) => run(importPaths(paths)));
};
