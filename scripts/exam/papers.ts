// The exams that can be taken: the open one, where its folder lies beside the repository, and those of our own banks.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../history/bank.ts';
import { readAnyBank } from '../history/flat-bank.ts';
import { grade, readPrintedMemory, type Figures } from '../history/grade.ts';
import { writeHistory } from '../history/history.ts';
import { runNode, type Ran } from './run.ts';
import { startScriptedMind, type Slips } from './scripted-mind.ts';

export interface Paper {
  /** The exam's name: of the bank. */
  readonly exam: string;
  readonly person: string;
  readonly seed: string;
  readonly sessions: number;
}

export interface Marks extends Paper {
  /** Null where the dream or the grader failed; `misses` then says how. */
  readonly figures: Figures | null;
  readonly byType: Readonly<Record<string, { readonly wanted: number; readonly found: number }>>;
  readonly misses: readonly string[];
  readonly tookMs: number;
}

export interface Room {
  /** The command line that dreams. */
  readonly engine: string;
  /** Everything is written below it. */
  readonly out: string;
  readonly now: string;
}

const deskFor = (paper: Paper, room: Room): string => {
  const desk = join(room.out, `${paper.exam}-${paper.person}-seed-${paper.seed}-of-${paper.sessions}`);
  rmSync(desk, { recursive: true, force: true });
  mkdirSync(desk, { recursive: true });
  return desk;
};

const failed = (paper: Paper, ran: Ran, what: string): Marks => ({
  ...paper,
  figures: null,
  byType: {},
  misses: [
    `failed: ${what} ended with ${ran.status}: ${ran.stderr.trim().split('\n').slice(-3).join(' | ')}`,
  ],
  tookMs: ran.tookMs,
});

const dream = (desk: string, room: Room): Promise<Ran> => {
  // The open grader wants the folder, also where an engine wrote nothing into it.
  mkdirSync(join(desk, 'data'), { recursive: true });
  return runNode(room.engine, [
    'dream',
    '--home',
    join(desk, 'home'),
    '--data',
    join(desk, 'data'),
    '--now',
    room.now,
    '--apply',
    'auto',
    '--json',
  ]);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The open grader prints shares; the counts behind them come from the truth. */
const openFigures = (line: string, truthText: string): Figures => {
  const told: unknown = JSON.parse(line);
  const truth: unknown = JSON.parse(truthText);
  const items: unknown = isRecord(truth) ? truth['items'] : [];
  const of = (key: string): number => {
    const value = isRecord(told) ? told[key] : undefined;
    return typeof value === 'number' ? value : 0;
  };
  const wanted = (Array.isArray(items) ? items : []).filter(
    (item) => isRecord(item) && item['want'] === 'remember',
  );
  return {
    wanted: wanted.length,
    found: Math.round(of('recall') * wanted.length),
    recall: of('recall'),
    dreamt: of('dreamt'),
    good: Math.round(of('precision') * of('dreamt')),
    precision: of('precision'),
    doubles: of('doubles'),
    misplaced: of('misplaced'),
    leaks: of('leaks'),
    lost: of('lost'),
    secretsOnDisk: of('secretsOnDisk'),
    quotes: of('quotes'),
    trueQuotes: of('trueQuotes'),
    unsupported: of('unsupported'),
    bare: of('bare'),
  };
};

/** The open exam: its own generator and its own grader, run as they are. */
export const takeOpenExam = async (
  paper: Paper,
  folder: string,
  bank: string | null,
  room: Room,
): Promise<Marks> => {
  const desk = deskFor(paper, room);
  const generated = await runNode(join(folder, 'generate.mjs'), [
    '--out',
    desk,
    '--seed',
    paper.seed,
    '--sessions',
    String(paper.sessions),
    '--now',
    room.now,
    ...(bank === null ? [] : ['--bank', bank]),
  ]);
  if (generated.status !== 0) return failed(paper, generated, 'the generator');
  const dreamt = await dream(desk, room);
  if (dreamt.status !== 0) return failed(paper, dreamt, 'the dream');
  const memory = join(desk, 'memory.json');
  writeFileSync(memory, dreamt.stdout);
  const graded = await runNode(join(folder, 'grade.mjs'), [
    '--truth',
    join(desk, 'truth.json'),
    '--memory',
    memory,
    '--home',
    join(desk, 'home'),
    '--store',
    join(desk, 'data'),
  ]);
  const lines = graded.stdout.trimEnd().split('\n');
  const last = lines.at(-1);
  if (graded.status !== 0 || last === undefined) return failed(paper, graded, 'the grader');
  const figures = openFigures(last, readFileSync(join(desk, 'truth.json'), 'utf8'));
  return { ...paper, figures, byType: {}, misses: lines.slice(0, -1), tookMs: dreamt.tookMs };
};

/** What the mind was for, what it cost, and what it said wrongly on purpose. */
export interface Helped {
  readonly marks: Marks;
  readonly slips: Slips;
  readonly dropped: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly usd: number;
  readonly changed: number;
  readonly asked: number;
}

// Room for a scripted mind that charges nobody: what is measured is what it brings, not where a cap ends it.
const noCaps = [
  '--usd-night',
  '--usd-month',
  '--tokens-night',
  '--tokens-month',
  '--minutes-night',
  '--minutes-month',
  '--rounds-month',
].flatMap((cap) => [cap, '1000000000']);

/** The same paper with a scripted mind: its owner approves all that it brings, and nothing else. */
export const takeOwnExamHelped = async (paper: Paper, bank: Bank, room: Room): Promise<Helped | Marks> => {
  const named = { ...paper, exam: `${paper.exam} + scripted mind` };
  const desk = deskFor(named, room);
  const { person, seed, sessions } = paper;
  const { home, truth } = writeHistory({
    bank,
    person,
    seed,
    sessions,
    nowMs: Date.parse(room.now),
    out: desk,
  });
  const slips: Slips = { madeUp: 0, renamed: 0 };
  const server = await startScriptedMind(truth, slips);
  const store = join(desk, 'data');
  const run = (...typed: readonly string[]): Promise<Ran> =>
    runNode(room.engine, [...typed, '--home', join(desk, 'home'), '--data', store, '--now', room.now]);
  try {
    const models = ['--reader', 'claude-haiku-4-5', '--consolidator', 'claude-sonnet-5'];
    await run('model', 'use', 'server', '--url', server.url, ...models, '--mode', 'full', '--agree');
    await run('model', 'budget', ...noCaps);
    const dreamt = await run('dream', '--apply', 'auto', '--json');
    if (dreamt.status !== 0) return failed(named, dreamt, 'the dream with a mind');
    const review: unknown = JSON.parse((await run('review', 'list', '--json')).stdout);
    const waiting =
      isRecord(review) && Array.isArray(review['review']) ? review['review'].filter(isRecord) : [];
    const brought = waiting
      .filter(({ flags }) => Array.isArray(flags) && flags.includes('by-model'))
      .map(({ id }) => String(id));
    if (brought.length > 0) await run('review', 'approve', ...brought);
    await run('review', 'apply');
    const listed = await run('memory', 'list', '--json');
    if (listed.status !== 0) return failed(named, listed, 'the list of memory');
    const graded = grade({
      truth,
      memory: readPrintedMemory(listed.stdout),
      printed: listed.stdout,
      home,
      store,
    });
    return { marks: { ...named, ...graded, tookMs: dreamt.tookMs }, slips, ...boughtBy(dreamt.stdout) };
  } finally {
    await server.close();
  }
};

function boughtBy(printed: string): Omit<Helped, 'marks' | 'slips'> {
  const told: unknown = JSON.parse(printed);
  const receipt = isRecord(told) && isRecord(told['dream']) ? told['dream'] : {};
  const mind = isRecord(receipt['mind']) ? receipt['mind'] : {};
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const decisions = isRecord(mind['decisions']) ? mind['decisions'] : {};
  const dropped = isRecord(mind['dropped']) ? mind['dropped'] : {};
  return {
    dropped: Object.fromEntries(Object.entries(dropped).map(([why, n]) => [why, number(n)])),
    calls: number(mind['calls']),
    usd: number(mind['usd']),
    changed: number(decisions['changed']),
    asked: number(decisions['asked']),
  };
}

/** An exam of one of our own banks. */
export const takeOwnExam = async (paper: Paper, bank: Bank, room: Room): Promise<Marks> => {
  const desk = deskFor(paper, room);
  const { person, seed, sessions } = paper;
  const { home, truth } = writeHistory({
    bank,
    person,
    seed,
    sessions,
    nowMs: Date.parse(room.now),
    out: desk,
  });
  const dreamt = await dream(desk, room);
  if (dreamt.status !== 0) return failed(paper, dreamt, 'the dream');
  writeFileSync(join(desk, 'memory.json'), dreamt.stdout);
  const store = join(desk, 'data');
  const graded = grade({
    truth,
    memory: readPrintedMemory(dreamt.stdout),
    printed: dreamt.stdout,
    home,
    store,
  });
  return { ...paper, ...graded, tookMs: dreamt.tookMs };
};

export const readBank = (path: string): Bank => {
  const bank = readAnyBank(JSON.parse(readFileSync(path, 'utf8')));
  if (!bank.ok) throw new Error(`${path} is not a bank:\n${bank.error.join('\n')}`);
  return bank.value;
};
