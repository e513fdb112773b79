// Measures speed and size, and prints a JSON line for each figure: its value, the baseline of the same run, the ratio.
//
//   npm run bench                             small sizes, a few minutes
//   npm run bench -- --full                   the sizes that the aims are for: 10,000 sessions
//   npm run bench -- --only heavy-night       one measure; --list names them
//   npm run bench -- --hostile                bad input: what happens, how long it takes, how much memory it needs
//   also: --generator SCRIPT --bank FILE (another maker of histories), --out DIR, --keep
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hostile, hostileNames } from './hostile/hostile.ts';
import { createHistories, readSource } from './histories.ts';
import { isMet, lineOf } from './line.ts';
import { idle, startUp } from './measures/command-line.ts';
import { briefing } from './measures/briefing.ts';
import { heavyNight } from './measures/heavy-night.ts';
import { drillShare } from './measures/drill.ts';
import { growth, memoryAndSize, nextNight } from './measures/large-store.ts';
import { patterns } from './measures/patterns.ts';
import { sameProposal } from './measures/same-proposal.ts';
import { search } from './measures/search.ts';
import { serving } from './measures/serving.ts';
import { screenAnswers, screenScroll, screenSize } from './measures/screens.ts';
import { windowIdle, windowMemory, windowStartUp } from './measures/window.ts';
import { full, quick, type Measure, type Room } from './room.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    list: { type: 'boolean', default: false },
    generator: { type: 'string' },
    bank: { type: 'string' },
    out: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const size = values.full ? full : quick;
const speedAndSize: Readonly<Record<string, Measure>> = {
  'heavy-night': heavyNight,
  'next-night': nextNight,
  growth,
  'memory-and-size': memoryAndSize,
  search,
  serving,
  'same-proposal': sameProposal,
  drill: drillShare,
  briefing,
  'start-up': startUp,
  idle,
  patterns,
  'window-start-up': windowStartUp,
  'window-idle': windowIdle,
  'window-memory': windowMemory,
  'screen-answers': screenAnswers,
  'screen-scroll': screenScroll,
  'screen-size': screenSize,
};

const measures: Readonly<Record<string, Measure>> = { ...speedAndSize, ...hostile };
const usual = values.hostile ? hostileNames(size.name) : Object.keys(speedAndSize);

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const wanted = values.only ?? usual;
const unknown = wanted.filter((name) => !(name in measures));
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) say(`bench: there is no measure called ${unknown.join(', ')}`);
  say(`Measures: ${usual.join(', ')}`);
  process.exit(values.list ? 0 : 2);
}

const root = values.out === undefined ? mkdtempSync(join(tmpdir(), 'slowwave-bench-')) : resolve(values.out);
const emptyHome = join(root, 'empty-home');
mkdirSync(emptyHome, { recursive: true });
const path = (given: string | undefined): string | undefined =>
  given === undefined ? undefined : resolve(given);
const source = readSource(root, { generator: path(values.generator), bank: path(values.bank) }, say);
let missed = 0;
const room: Room = {
  histories: createHistories(source),
  sizes: size,
  emptyHome,
  print: (measured) => {
    if (isMet(measured) === false) missed++;
    process.stdout.write(`${lineOf(measured)}\n`);
  },
  say,
};

for (const name of wanted) {
  const measure = measures[name];
  if (measure === undefined) continue;
  try {
    await measure(room);
  } catch (error) {
    missed++;
    process.stdout.write(`${JSON.stringify({ measure: name, failed: String(error) })}\n`);
  }
}
if (!values.keep) rmSync(root, { recursive: true, force: true });
say(missed === 0 ? 'Every aim was met.' : `${String(missed)} did not meet their aim.`);
process.exitCode = missed === 0 ? 0 : 1;
