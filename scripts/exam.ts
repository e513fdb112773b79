// Takes the exams and prints the figures. The open one lies in ../shared/exam where it is at hand; ours are made from
// bench/banks. On tune.json the engine is tuned, on held-out.json never: the difference is the honest figure.
//
//   npm run exam                                        the open exam and ours, small: seed 1, 60 and 150 sessions
//   npm run exam -- --full                              seeds 1 to 5, 60, 150 and 600 sessions
//   npm run exam -- --own --seeds 1,2 --sizes 60        ours alone
//   npm run exam -- --bank FILE                         another bank in the open exam's shape (with --own: in ours)
//   also: --out DIR (default a folder below the system's temporary one), --engine SCRIPT, --json
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readBank, takeOpenExam, takeOwnExam, type Marks, type Room } from './exam/papers.ts';
import { examNames, missesOf, pool, tableOf, typesOf } from './exam/report.ts';
import { atMost, commandLine, repository } from './exam/run.ts';

const { values } = parseArgs({
  options: {
    bank: { type: 'string' },
    seeds: { type: 'string' },
    sizes: { type: 'string' },
    own: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: join(tmpdir(), 'slowwave-exam') },
    engine: { type: 'string', default: commandLine },
    'open-exam': { type: 'string', default: resolve(repository, '../shared/exam') },
  },
});

const listOf = (text: string | undefined, fallback: string): readonly string[] =>
  (text ?? fallback).split(',').map((part) => part.trim());
const seeds = listOf(values.seeds, values.full ? '1,2,3,4,5' : '1');
const sizes = listOf(values.sizes, values.full ? '60,150,600' : '60,150').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  process.stderr.write(`exam: --sizes takes whole numbers with commas between them, not ${values.sizes}\n`);
  process.exit(2);
}
const room: Room = { engine: resolve(values.engine), out: resolve(values.out), now: '2026-11-20T03:00:00Z' };
mkdirSync(room.out, { recursive: true });
const say = (text: string): void => void process.stderr.write(`${text}\n`);

type Job = () => Promise<Marks>;
const runs = sizes.flatMap((sessions) => seeds.map((seed) => ({ sessions, seed })));

const openJobs = (): readonly Job[] => {
  if (values.own) return [];
  const folder = values['open-exam'];
  if (!existsSync(join(folder, 'generate.mjs'))) {
    say('The open exam is not here; going on with our own banks.');
    return [];
  }
  const bank = values.bank === undefined ? null : resolve(values.bank);
  const exam = bank === null ? 'open' : basename(bank, '.json');
  return runs.map((run) => () => takeOpenExam({ exam, person: '-', ...run }, folder, bank, room));
};

const ownJobs = (): readonly Job[] => {
  const shipped = ['tune', 'held-out'].map((name) => join(repository, 'bench/banks', `${name}.json`));
  if (!values.own && values.bank !== undefined) return [];
  const paths = values.bank === undefined ? shipped : [resolve(values.bank)];
  return paths.flatMap((path) => {
    if (!existsSync(path)) {
      say(`${path} is not here.`);
      return [];
    }
    const bank = readBank(path);
    return bank.people.flatMap(({ key }) =>
      runs.map((run) => () => takeOwnExam({ exam: bank.name, person: key, ...run }, bank, room)),
    );
  });
};

// Two at once: the machines that this runs on have two cores.
const marks = await atMost(2, [...openJobs(), ...ownJobs()], async (job) => {
  const one = await job();
  say(
    `${one.exam} ${one.person} seed ${one.seed} of ${one.sessions}: ${one.figures === null ? one.misses.join() : `${one.figures.recall} ${one.figures.precision}`}`,
  );
  return one;
});

const missesPath = join(room.out, 'misses.txt');
writeFileSync(missesPath, missesOf(marks));
if (values.json) {
  const pooled = Object.fromEntries(
    examNames(marks).map((exam) => [exam, pool(marks.filter((each) => each.exam === exam))]),
  );
  process.stdout.write(`${JSON.stringify({ pooled, runs: marks })}\n`);
} else {
  const types = examNames(marks).flatMap((exam) => {
    const found = typesOf(marks.filter((each) => each.exam === exam));
    return found === '' ? [] : [`Found in ${exam}: ${found}`];
  });
  process.stdout.write([tableOf(marks), '', ...types, `What was missed: ${missesPath}`, ''].join('\n'));
}
process.exitCode = marks.some(({ figures }) => figures === null) ? 1 : 0;
