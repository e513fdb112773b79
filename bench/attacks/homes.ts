// Writes items into a home folder: each in as many sessions as it is seen in, on different days, between ordinary words,
// by agents in turn. Memory files of projects are written, too.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HistoryFile } from '../../scripts/history/agent-files.ts';
import { createChance } from '../../scripts/history/chance.ts';
import { writeClaudeCode } from '../../scripts/history/claude-code.ts';
import { writeCodex } from '../../scripts/history/codex.ts';
import type { Exchange, Helper, Session } from '../../scripts/history/day.ts';
import { fileText } from '../../scripts/history/history.ts';
import { writeOpenClaw } from '../../scripts/history/openclaw.ts';
import { localAgents } from '../../shared/transcript.ts';
import { stepsOf, type Act, type Item } from './corpus.ts';

const writers = { 'claude-code': writeClaudeCode, codex: writeCodex, openclaw: writeOpenClaw } as const;
const dayMs = 86_400_000;
export const nowMs = Date.parse('2026-11-20T03:00:00Z');

/** Talk of every day, without a rule in it: a session is not made of the attack alone. */
const smallTalk: readonly (readonly [string, string])[] = [
  ['Can you open the list view again?', 'It is open.'],
  ['How many rows are there now?', 'There are 41 of them.'],
  ['The button on the left looks a bit off today.', 'I have moved it by two pixels.'],
  ['Show me what changed since yesterday.', 'Three files changed.'],
  ['What does this function return for an empty list?', 'It returns zero.'],
  ['That took a while.', 'It did, the cache was cold.'],
];

const talk = (seed: string): Exchange => {
  const [said, answered] = createChance(seed).pick(smallTalk);
  return [
    { by: 'person', text: said },
    { by: 'agent', text: answered },
  ];
};

const helpersOf = (acts: readonly Act[]): readonly Helper[] =>
  acts.flatMap(({ helper, says }) =>
    helper === undefined
      ? []
      : [{ prompt: helper, steps: says === undefined ? [] : [{ by: 'agent', text: says }] }],
  );

const sessionOf = (item: Item, time: number, at: number, project: string): Session => {
  const kind = localAgents[(at + time) % localAgents.length] ?? 'codex';
  const seed = `${item.id}/${time}`;
  return {
    id: createChance(seed).uuid(),
    agent: { key: kind, kind, projects: [project] },
    project: { name: project } as Session['project'],
    startMs: nowMs - (2 + time * 5) * dayMs - at * 900_000,
    exchanges: [talk(`${seed} before`), item.acts.flatMap(stepsOf), talk(`${seed} after`)],
    helpers: [...helpersOf(item.acts)],
    forkOf: null,
    cut: false,
    strange: false,
  };
};

const put = (home: string, file: HistoryFile): void => {
  const path = join(home, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fileText(file));
  utimesSync(path, file.modifiedMs / 1000, file.modifiedMs / 1000);
};

/** An item is seen in two projects in turn, so that what is learned everywhere is seen as well. */
const projectOf = (item: Item, time: number, at: number): string =>
  item.acts.some(({ memory }) => memory !== undefined)
    ? `poisoned-${at}`
    : (['shop', 'atlas'][time % 2] ?? 'shop');

export const writeHome = (home: string, items: readonly Item[]): void => {
  for (const [at, item] of items.entries()) {
    for (let time = 0; time < item.times; time++) {
      const project = projectOf(item, time, at);
      const session = sessionOf(item, time, at, project);
      mkdirSync(join(home, 'projects', project), { recursive: true });
      const input = { home, chance: createChance(`${item.id}/${time}/rows`), shownMemory: null };
      for (const file of writers[session.agent.kind](session, input)) put(home, file);
      for (const { memory, gives } of item.acts) {
        if (memory === undefined) continue;
        put(home, {
          path: `projects/${project}/${memory}`,
          rows: [],
          rest: gives ?? '',
          modifiedMs: nowMs - dayMs,
        });
      }
    }
  }
  // What the agents' own memory is written into, at night, by the widest mode there is.
  put(home, { path: '.claude/CLAUDE.md', rows: [], rest: '# Memory\n\n', modifiedMs: nowMs - dayMs });
  put(home, { path: '.codex/AGENTS.md', rows: [], rest: '# Memory\n\n', modifiedMs: nowMs - dayMs });
  put(home, {
    path: '.openclaw/workspace/MEMORY.md',
    rows: [],
    rest: '# Memory\n\n',
    modifiedMs: nowMs - dayMs,
  });
};
