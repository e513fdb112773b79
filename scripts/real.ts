// Dreams over real transcripts, where some are at hand in ../shared/transcripts: compares what was imported with a
// count of the raw files, and prints every entry that was proposed with its quotes, for a person to judge.
//
//   npm run real [-- --out DIR --engine SCRIPT --transcripts DIR]
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { atMost, commandLine, repository, runNode, type Ran } from './exam/run.ts';
import { countRaw, type RawCount } from './real/count-raw.ts';
import { readImported, readNight, type Imported } from './real/night.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(tmpdir(), 'slowwave-real') },
    engine: { type: 'string', default: commandLine },
    transcripts: { type: 'string', default: resolve(repository, '../shared/transcripts') },
  },
});
const dayMs = 86_400_000;

interface Case {
  readonly agent: 'claude-code' | 'codex';
  readonly name: string;
  readonly folder: string;
}

const cases = (['claude-code', 'codex'] as const).flatMap((agent) => {
  const parent = join(values.transcripts, agent);
  return existsSync(parent)
    ? readdirSync(parent).map((name): Case => ({
        agent,
        name: `${agent}/${name}`,
        folder: join(parent, name),
      }))
    : [];
});

const difference = (what: string, raw: number, imported: number): string =>
  `  ${what.padEnd(22)}${String(raw).padStart(7)} in the files${String(imported).padStart(7)} imported${raw === imported ? '' : `   (${imported > raw ? '+' : ''}${imported - raw})`}`;

const comparison = (raw: RawCount, imported: Imported): readonly string[] => [
  difference('sessions', raw.sessions, imported.sessions),
  difference("a person's turns", raw.personTurns, imported.personTurns),
  `  ${'tool calls'.padEnd(22)}${String(raw.toolCalls).padStart(7)} in the files`,
  `  ${'turns of every kind'.padEnd(22)}${String(raw.records).padStart(7)} messages  ${String(imported.turns).padStart(7)} imported`,
  `  skipped lines: ${imported.skipped} ${imported.skippedByReason}`,
];

const failure = (what: string, ran: Ran): readonly string[] => [
  `  ${what} FAILED with ${ran.status}: ${ran.stderr.trim().split('\n').slice(-4).join('\n  ')}`,
];

const dreamOver = async ({ agent, name, folder }: Case): Promise<{ text: string; failed: boolean }> => {
  const desk = join(values.out, name.replaceAll('/', '-'));
  rmSync(desk, { recursive: true, force: true });
  const home = join(desk, 'home');
  mkdirSync(home, { recursive: true });
  const raw = countRaw(agent, folder);
  const now = new Date(raw.newestMs + dayMs).toISOString();
  const places = ['--home', home, '--data', join(desk, 'data'), '--now', now, '--json'];
  const head = [`# ${name}: ${raw.files} files, newest turn ${new Date(raw.newestMs).toISOString()}`];
  const imported = await runNode(values.engine, ['import', folder, ...places]);
  if (imported.status !== 0)
    return { text: [...head, ...failure('import', imported)].join('\n'), failed: true };
  const counts = comparison(raw, readImported(imported.stdout));
  const night = await runNode(values.engine, ['dream', ...places]);
  if (night.status !== 0) {
    return { text: [...head, ...counts, ...failure('dream', night)].join('\n'), failed: true };
  }
  writeFileSync(join(desk, 'night.json'), night.stdout);
  const proposals = readNight(night.stdout);
  const told = proposals.flatMap(({ operation, scope, kind, text, why, quotes }, index) => [
    '',
    `  ${index + 1}. [${operation}, ${kind}, ${scope}] ${text}`,
    `     ${why}`,
    ...quotes.map(
      ({ session, turn, quote }) =>
        `     > ${quote.replaceAll('\n', '\n       ')}   (${session.slice(0, 8)}, turn ${turn})`,
    ),
  ]);
  const diary = await runNode(values.engine, ['diary', ...places]);
  writeFileSync(join(desk, 'diary.json'), diary.stdout);
  const took = `  ${proposals.length} proposed; import ${(imported.tookMs / 1000).toFixed(1)} s, dream ${(night.tookMs / 1000).toFixed(1)} s; ${desk}`;
  return { text: [...head, ...counts, took, ...told].join('\n'), failed: false };
};

if (cases.length === 0) {
  process.stdout.write(`Real transcripts are not here (${values.transcripts}).\n`);
} else {
  const told = await atMost(2, cases, dreamOver);
  for (const { text } of told) process.stdout.write(`${text}\n\n`);
  process.exitCode = told.some(({ failed }) => failed) ? 1 : 0;
}
