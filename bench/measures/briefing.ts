// What a briefing saves: the tokens that it takes to answer a fixed set of questions from it, against reading the raw
// transcripts from the newest back until each answer was met. Every question's answer stands in the transcripts; how many
// of them the briefing holds is told beside.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/index.ts';
import { estimateTokens } from '../../electron/engine/writeback/index.ts';
import { createChance } from '../../scripts/history/chance.ts';
import { epochMs } from '../../shared/ids.ts';
import { benchNowMs } from '../histories.ts';
import type { Measure } from '../room.ts';

const dayMs = 86_400_000;
const sessions = 24;
/** One in five: what sleep-time compute saves where questions can be foreseen (Lin et al. 2025). */
const aim = 0.2;

const questions = [
  ['What was I asked and did not answer?', 'Move the cart to the new API'],
  ['Which command was left failing?', 'npm run e2e'],
  ['With what error?', 'timed out waiting for the cart'],
  ['What mended the missing module?', 'npm ci'],
  ['How are prices shown from now on?', 'tax included'],
  ['How is the shop started with fresh data?', 'node tools/seed.mjs'],
  ['Who gets the weekly report?', 'Kim'],
  ['What failed when the database was cold?', 'docker compose up -d db'],
] as const;

type Said =
  | string
  | { readonly agent: string }
  | { readonly run: string; readonly printed: string; readonly failed?: true };

const words =
  'cart price page button order list header test field query index branch module report banner filter'.split(
    ' ',
  );

function plantedOn(day: number): readonly Said[] {
  const seed: readonly Said[] =
    day % 4 === 0
      ? [
          'Start the shop with fresh data',
          { run: 'node tools/seed.mjs', printed: 'Seeded 40 rows.' },
          { agent: 'It runs.' },
        ]
      : [];
  const once: Readonly<Record<number, readonly Said[]>> = {
    14: [
      { run: 'npm test', printed: 'Error: Cannot find module left-pad', failed: true },
      { run: 'npm ci', printed: 'added 212 packages' },
      { run: 'npm test', printed: '40 passed' },
    ],
    17: [
      { run: 'npm run migrate', printed: 'Error: connect ECONNREFUSED 127.0.0.1', failed: true },
      { run: 'docker compose up -d db', printed: 'started' },
      { run: 'npm run migrate', printed: 'done' },
    ],
    18: ['From now on prices are shown with tax included.'],
    20: ['From now on the weekly report goes to Kim.'],
    23: [
      { run: 'npm run e2e', printed: 'Error: timed out waiting for the cart', failed: true },
      { agent: 'It fails.' },
      'Move the cart to the new API',
    ],
  };
  return [...seed, ...(once[day] ?? [])];
}

/** A day's ordinary work around what was planted: talk, files that were read, commands that printed much. */
function dayOf(day: number): readonly Said[] {
  const chance = createChance(`briefing ${String(day)}`);
  const some = (n: number): string => Array.from({ length: n }, () => chance.pick(words)).join(' ');
  const filler = Array.from({ length: 6 }, (_, at): readonly Said[] => [
    `Change the ${some(3)} in part ${String(at)}.`,
    { run: `cat src/part-${String(day)}-${String(at)}.ts`, printed: some(400) },
    { agent: `Done: ${some(30)}.` },
  ]).flat();
  const planted = plantedOn(day);
  // what a session begins with stands first; what it ends with stands last
  return day === 23 ? [...filler, ...planted] : [...planted, ...filler];
}

function linesOf(home: string, day: number, said: readonly Said[]): readonly object[] {
  const id = `briefed-${String(day)}`;
  const at = (n: number): string =>
    new Date(benchNowMs - (sessions - day) * dayMs - 8 * 3_600_000 + n * 1000).toISOString();
  const rows: object[] = [];
  const add = (type: 'user' | 'assistant', message: object): void => {
    const uuid = `${id}-${String(rows.length)}`;
    const parentUuid = rows.length === 0 ? null : `${id}-${String(rows.length - 1)}`;
    const head = {
      parentUuid,
      isSidechain: false,
      userType: 'external',
      cwd: join(home, 'shop'),
      sessionId: id,
    };
    rows.push({ ...head, version: '2.1.150', type, message, uuid, timestamp: at(rows.length) });
  };
  said.forEach((one, i) => {
    if (typeof one === 'string') return add('user', { role: 'user', content: one });
    if ('agent' in one) {
      return add('assistant', {
        id: `${id}-m${String(i)}`,
        role: 'assistant',
        content: [{ type: 'text', text: one.agent }],
      });
    }
    const use = { type: 'tool_use', id: `${id}-t${String(i)}`, name: 'Bash', input: { command: one.run } };
    add('assistant', { id: `${id}-m${String(i)}`, role: 'assistant', content: [use] });
    const text = one.failed === true ? `Exit code 1\n${one.printed}` : one.printed;
    const result = { type: 'tool_result', tool_use_id: use.id, content: text, is_error: one.failed === true };
    return add('user', { role: 'user', content: [result] });
  });
  return rows;
}

const plainText = (said: readonly Said[]): string =>
  said
    .map((one) => (typeof one === 'string' ? one : 'agent' in one ? one.agent : `${one.run}\n${one.printed}`))
    .join('\n');

/** Newest first, session by session, until every answer was met. */
function rawTokens(days: readonly (readonly Said[])[]): number {
  const open = new Set<string>(questions.map(([, answer]) => answer));
  let tokens = 0;
  for (const said of days.toReversed()) {
    if (open.size === 0) break;
    const text = plainText(said);
    tokens += estimateTokens(text);
    for (const answer of open) if (text.includes(answer)) open.delete(answer);
  }
  return tokens;
}

export const briefing: Measure = async (room) => {
  const place = room.histories.place('briefing');
  const home = join(place, 'home');
  mkdirSync(join(home, 'shop', 'tools'), { recursive: true });
  writeFileSync(join(home, 'shop', 'tools', 'seed.mjs'), '');
  const folder = join(home, '.claude', 'projects', '-shop');
  mkdirSync(folder, { recursive: true });
  const days = Array.from({ length: sessions }, (_, day) => dayOf(day));
  days.forEach((said, day) => {
    const path = join(folder, `briefed-${String(day)}.jsonl`);
    writeFileSync(
      path,
      linesOf(home, day, said)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    utimesSync(path, benchNowMs / 1000 - 60, benchNowMs / 1000 - 60);
  });
  const clock = {
    now: () => epochMs(benchNowMs),
    wall: () => epochMs(benchNowMs),
    ticks: () => performance.now(),
  };
  const made = await createEngine({ clock, home, data: join(place, 'data'), env: {}, sample: null });
  if (!made.ok) throw new Error(made.error.happened);
  const engine = made.value;
  const options = {
    preview: false,
    instructions: null,
    sessionsMax: null,
    sinceMs: null,
    apply: 'review',
    paths: [],
  } as const;
  const night = await engine.dream(options, {});
  const view = await engine.briefing('shop');
  engine.close();
  if (!night.ok || !view.ok) throw new Error('the night or its briefing failed');
  const { text, textTokens } = view.value;
  const answered = questions.filter(([, answer]) => text.includes(answer)).map(([question]) => question);
  room.print({
    measure: 'briefing',
    value: textTokens,
    unit: 'tokens',
    baseline: rawTokens(days),
    aim,
    details: {
      questions: questions.length,
      answered: answered.length,
      missed: questions.filter(([question]) => !answered.includes(question)).map(([question]) => question),
      sessions,
      wholeHistoryTokens: estimateTokens(days.map(plainText).join('\n')),
    },
  });
};
