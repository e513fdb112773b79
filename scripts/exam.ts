// Takes the exams and prints the figures. The open one lies in ../shared/exam where it is at hand; ours are made from
// bench/banks. On tune.json the engine is tuned, on held-out-2.json never: the difference is the honest figure.
//
//   npm run exam                                        the open exam and ours, small: seed 1, 60 and 150 sessions
//   npm run exam -- --full                              seeds 1 to 5, 60, 150 and 600 sessions
//   npm run exam -- --own --seeds 1,2 --sizes 60        ours alone
//   npm run exam -- --bank FILE                         another bank in the open exam's shape (with --own: in ours)
//   npm run exam -- --mind scripted                     our own banks once more with a mind of our own making, which knows the
//                                                       truth: what the laws let through of it, and what they keep out
//   also: --out DIR (default a folder below the system's temporary one), --engine SCRIPT, --json
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  readBank,
  takeOpenExam,
  takeOwnExam,
  takeOwnExamHelped,
  type Helped,
  type Marks,
  type Room,
} from './exam/papers.ts';
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
    mind: { type: 'string' },
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
if (values.mind !== undefined && values.mind !== 'scripted') {
  process.stderr.write('exam: --mind takes "scripted" and nothing else\n');
  process.exit(2);
}
const room: Room = { engine: resolve(values.engine), out: resolve(values.out), now: '2026-11-20T03:00:00Z' };
mkdirSync(room.out, { recursive: true });
const say = (text: string): void => void process.stderr.write(`${text}\n`);

type Job = () => Promise<Marks>;
const helped: Helped[] = [];
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
  const shipped = ['tune', 'held-out-2'].map((name) => join(repository, 'bench/banks', `${name}.json`));
  if (!values.own && values.bank !== undefined) return [];
  const paths = values.bank === undefined ? shipped : [resolve(values.bank)];
  return paths.flatMap((path) => {
    if (!existsSync(path)) {
      say(`${path} is not here.`);
      return [];
    }
    const bank = readBank(path);
    return bank.people.flatMap(({ key }) =>
      runs.flatMap((run): readonly Job[] => {
        const paper = { exam: bank.name, person: key, ...run };
        const alone: Job = () => takeOwnExam(paper, bank, room);
        if (values.mind === undefined) return [alone];
        return [
          alone,
          async () => {
            const taken = await takeOwnExamHelped(paper, bank, room);
            if (!('marks' in taken)) return taken;
            helped.push(taken);
            return taken.marks;
          },
        ];
      }),
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
  process.stdout.write(
    `${JSON.stringify({ pooled, runs: marks, ...(helped.length === 0 ? {} : { minds: helped }) })}\n`,
  );
} else {
  const types = examNames(marks).flatMap((exam) => {
    const found = typesOf(marks.filter((each) => each.exam === exam));
    return found === '' ? [] : [`Found in ${exam}: ${found}`];
  });
  const minds = helped.map(
    ({ marks: { person, seed, sessions }, changed, asked, calls, usd, slips, dropped }) =>
      `${person} seed ${seed} of ${sessions}: ${changed} of ${asked} decisions, ${calls} calls, $${usd.toFixed(4)} by the price table; said wrongly on purpose: ${slips.madeUp} made-up quotes, ${slips.renamed} made-up names; dropped: ${JSON.stringify(dropped)}`,
  );
  if (minds.length > 0)
    minds.unshift('The mind is scripted, of our own making, from the exam’s truth. No model was asked.');
  process.stdout.write(
    [tableOf(marks), ...minds, '', ...types, `What was missed: ${missesPath}`, ''].join('\n'),
  );
}
process.exitCode = marks.some(({ figures }) => figures === null) ? 1 : 0;
