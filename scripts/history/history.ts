// Writes a made-up person's agent history, and the truth that a good dream must find in it. The same bank, seed and
// sizes give the same bytes (but for the path of the folder that they are written to).
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { HistoryFile, WriterInput } from './agent-files.ts';
import type { Bank, Person } from './bank.ts';
import { createChance } from './chance.ts';
import { writeClaudeCode } from './claude-code.ts';
import { writeCodex } from './codex.ts';
import { planSessions, type Session } from './day.ts';
import { addOddities, memoryOf } from './oddities.ts';
import { writeOpenClaw, writeOpenClawIndex } from './openclaw.ts';
import { speakerFor, workThrough, type Work } from './ordinary.ts';
import { datedPath, plant, type Truth } from './plant.ts';

export interface HistoryPlan {
  readonly bank: Bank;
  /** The key of one of the bank's people; the first where it is absent. */
  readonly person?: string;
  readonly seed: string | number;
  readonly sessions: number;
  readonly nowMs: number;
  /** Ordinary tasks in a session, at the most. */
  readonly lengthMax?: number;
  /** KiB of text in each file that a tool read. */
  readonly padKib?: number;
  /** Interrupts, compactions, helpers, forks, reminders and broken files. */
  readonly oddities?: boolean;
}

export interface History {
  readonly files: readonly HistoryFile[];
  readonly truth: Truth;
}

const writers: Readonly<
  Record<Session['agent']['kind'], (session: Session, input: WriterInput) => readonly HistoryFile[]>
> = { 'claude-code': writeClaudeCode, codex: writeCodex, openclaw: writeOpenClaw };

const findPerson = (bank: Bank, key: string | undefined): Person => {
  const person = bank.people.find((each) => key === undefined || each.key === key);
  if (person === undefined) throw new Error(`${bank.name} has nobody called ${key ?? 'anything'}`);
  return person;
};

const memoryFiles = (
  person: Person,
  lines: readonly { readonly file: string; readonly line: string }[],
  nowMs: number,
): ReadonlyMap<string, readonly string[]> => {
  const files = new Map<string, readonly string[]>();
  for (const { file, line } of [
    ...lines,
    ...person.memory.map((each) => ({ ...each, file: datedPath(each.file, nowMs) })),
  ]) {
    files.set(file, [...(files.get(file) ?? []), line]);
  }
  return files;
};

/** Everything that would be written, for a home folder at that path. */
export const planHistory = (plan: HistoryPlan, home: string): History => {
  const { bank, seed, nowMs, lengthMax = 4, padKib = 0, oddities = true } = plan;
  const person = findPerson(bank, plan.person);
  const chance = createChance(`${bank.name}/${person.key}/${seed}`);
  const work: Work = { person, voices: bank.voices, chance, padKib };
  const sessions = planSessions({ person, count: plan.sessions, nowMs, chance });
  workThrough(sessions, work, lengthMax);
  const planted = person.items.map((item) => plant(item, sessions, work, nowMs));
  if (oddities) addOddities(sessions, (session) => speakerFor(work, session, null), chance);
  const lines = planted.flatMap((each) => each.lines);
  const memory = memoryFiles(person, lines, nowMs);
  const input = (session: Session): WriterInput => ({
    home,
    chance,
    shownMemory: memoryOf(person, session.project.name, memory),
  });
  const transcripts = sessions.flatMap((session) => writers[session.agent.kind](session, input(session)));
  const notes = [...memory].map(([path, all]): HistoryFile => {
    const head = person.memoryHeads[path] ?? '# Notes';
    return {
      path,
      rows: [],
      rest: `${head}\n\n${all.map((line) => `- ${line}`).join('\n')}\n`,
      modifiedMs: nowMs - 86_400_000,
    };
  });
  // What a fork's file repeats of its parent stands in the fork's file too.
  const forks = sessions.filter((session) => session.forkOf !== null);
  const items = planted.map(({ truth }) => ({
    ...truth,
    said: [
      ...truth.said,
      ...forks.flatMap((fork) =>
        truth.said.filter((each) => each.at === fork.forkOf?.id).map((each) => ({ ...each, at: fork.id })),
      ),
    ],
  }));
  return {
    files: [...transcripts, ...(oddities ? writeOpenClawIndex(sessions, transcripts) : []), ...notes],
    truth: {
      bank: bank.name,
      person: person.key,
      nowMs,
      items,
      secrets: items.flatMap((item) => item.secrets),
      lines: person.memory.map((each) => each.line),
    },
  };
};

export const fileText = ({ rows, rest }: HistoryFile): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('') + rest;

/** Empties `out/home` and writes the history there, and the truth beside it. */
export const writeHistory = (
  plan: HistoryPlan & { readonly out: string },
): { readonly home: string; readonly truth: Truth } => {
  const home = resolve(plan.out, 'home');
  const { files, truth } = planHistory(plan, home);
  rmSync(home, { recursive: true, force: true });
  for (const file of files) {
    const path = join(home, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fileText(file));
    utimesSync(path, file.modifiedMs / 1000, file.modifiedMs / 1000);
  }
  writeFileSync(join(plan.out, 'truth.json'), JSON.stringify(truth, null, 1));
  return { home, truth };
};
