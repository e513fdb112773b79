// The secrets exam: every kind of secret in every format, secrets handed over in sentences of thirty languages, and
// look-alikes, in transcripts of all three agents, read by the real command line. Prints how many secrets are gone (recall), how much of what is masked was one (precision), whether
// JSON is still JSON, and whether any file of the data folder holds a value.
//
//   npm run secrets-exam                     seed 1; misses of the open half are listed
//   npm run secrets-exam -- --seeds 1,2,3    several; --out DIR, --json
//   npm run secrets-exam -- --secretlint     besides, what secretlint would add at import and what it would cost
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sessionsToDream } from '../../electron/engine/store/sessions.ts';
import { openStore } from '../../electron/engine/store/open.ts';
import { turnsOfSession } from '../../electron/engine/store/turns.ts';
import { everyStoredText } from '../../electron/engine/store/testing/stored-text.ts';
import { commandLine, runNode } from '../../scripts/exam/run.ts';
import { epochMs } from '../../shared/ids.ts';
import { makeCases, type Case } from './cases.ts';
import { gradeCase, spilt, tally, type Graded } from './grade.ts';
import { askSecretlint } from './second-opinion.ts';
import { makeSayings } from './sayings.ts';
import { keptSheets, writeSheets } from './sheets.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    secretlint: { type: 'boolean', default: false },
  },
});
const root =
  values.out === undefined ? mkdtempSync(join(tmpdir(), 'slowwave-secrets-')) : resolve(values.out);
const now = '2026-11-20T03:00:00Z';

interface Sat {
  readonly graded: readonly Graded[];
  /** Ids of cases whose value lies somewhere in the data folder, and where. */
  readonly onDisk: ReadonlyMap<string, string>;
  readonly sessions: number;
  readonly stored: number;
  readonly lines: number;
  readonly badLines: number;
  readonly skipped: number;
  readonly tookMs: number;
}

const linesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const sit = async (cases: readonly Case[], desk: string): Promise<Sat> => {
  rmSync(desk, { recursive: true, force: true });
  const [home, data] = [join(desk, 'home'), join(desk, 'data')];
  mkdirSync(home, { recursive: true });
  const sessions = writeSheets(
    home,
    cases.map(({ text }) => text),
  );
  const lines = linesOf(home);
  const ran = await runNode(commandLine, ['import', '--home', home, '--data', data, '--now', now, '--json']);
  if (ran.status !== 0) throw new Error(`the import ended with ${ran.status}: ${ran.stderr}`);
  const answer: unknown = JSON.parse(ran.stdout);
  const skippedList: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'skipped') : [];
  const store = openStore({ dataFolder: data, nowMs: epochMs(Date.parse(now)), readOnly: true });
  if (!store.ok) throw new Error(store.error.happened);
  const stored = sessionsToDream(store.value.db, { sinceMs: null, sessionsMax: null });
  const texts = stored.flatMap(({ id }) => [...turnsOfSession(store.value.db, id)].map(({ text }) => text));
  store.value.close();
  const kept = keptSheets(texts, cases.length);
  const graded = cases.map((one, at) => gradeCase(one, kept[at] ?? null));
  const secrets = cases.filter((one) => one.isSecret);
  const onDisk = spilt(secrets, everyStoredText(data));
  return {
    graded,
    onDisk,
    sessions,
    stored: stored.length,
    lines: lines.length,
    badLines: lines.filter((line) => !parses(line)).length,
    skipped: Array.isArray(skippedList) ? skippedList.length : 0,
    tookMs: ran.tookMs,
  };
};

const seeds = values.seeds.split(',').map((seed) => seed.trim());
/** What each set must reach. A sentence may leave even a person to guess what its number is. */
const sets = [
  { set: 'settings', make: makeCases, recallMin: 0.98, precisionMin: 0.95 },
  { set: 'sentences', make: makeSayings, recallMin: 0.95, precisionMin: 0.95 },
] as const;
const satSets: (Sat & { readonly set: string })[] = [];
for (const { set, make } of sets) {
  for (const seed of seeds)
    satSets.push({ set, ...(await sit(make(seed), join(root, `${set}-seed-${seed}`))) });
}
const all: readonly Sat[] = satSets;

const graded = all.flatMap((one) => one.graded);
const table = sets.flatMap(({ set }) => {
  const own = satSets.filter((one) => one.set === set).flatMap((one) => one.graded);
  return [
    { set, half: 'open', ...tally(own.filter(({ isHeld }) => !isHeld)) },
    { set, half: 'held', ...tally(own.filter(({ isHeld }) => isHeld)) },
    { set, half: 'both', ...tally(own) },
  ];
});
const sum = (of: (one: Sat) => number): number => all.reduce((total, one) => total + of(one), 0);
const told = {
  seeds,
  kinds: new Set(graded.filter(({ isSecret }) => isSecret).map(({ kind }) => kind)).size,
  lookAlikes: new Set(graded.filter(({ isSecret }) => !isSecret).map(({ kind }) => kind)).size,
  formats: new Set(graded.map(({ format }) => format)).size,
  sessions: sum((one) => one.sessions),
  sessionsStored: sum((one) => one.stored),
  lines: sum((one) => one.lines),
  linesSkipped: sum((one) => one.skipped),
  secretsOnDisk: sum((one) => one.onDisk.size),
  places: [...new Set(all.flatMap((one) => [...one.onDisk.values()]))],
  seconds: Math.round(sum((one) => one.tookMs) / 100) / 10,
  table,
};

// Misses of the held half are only counted: whoever reads them tunes on them.
const misses = [
  ...graded
    .filter((one) => !one.isHeld && one.wrong !== null)
    .map((one) => `${one.wrong ?? ''} ${one.id}: ${one.shown}`),
  ...graded
    .filter((one) => !one.isHeld && all.some(({ onDisk }) => onDisk.has(one.id)))
    .map(({ id }) => `on-disk ${id}`),
];
const missesPath = join(root, 'misses.txt');
writeFileSync(missesPath, `${misses.join('\n')}\n`);
if (values.json) process.stdout.write(`${JSON.stringify(told)}\n`);
else {
  console.table(table);
  process.stdout.write(
    `${told.kinds} kinds of secret and ${told.lookAlikes} look-alikes in ${told.formats} formats and languages; ${told.sessions} sessions, ${told.lines} lines, ${told.linesSkipped} skipped; values on disk: ${told.secretsOnDisk}; ${told.seconds} s\nMisses of the open half: ${missesPath}\n`,
  );
}
if (values.secretlint) {
  process.stdout.write(`${JSON.stringify(await askSecretlint(seeds.flatMap(makeCases)), null, 2)}\n`);
}
const meets = sets.every(({ set, recallMin, precisionMin }) =>
  table
    .filter((row) => row.set === set)
    .every((row) => row.recall >= recallMin && row.precision >= precisionMin && row.jsonBroken === 0),
);
process.exitCode = meets && told.linesSkipped === 0 && told.sessions === told.sessionsStored ? 0 : 1;
