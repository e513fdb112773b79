// A person's home in a folder of its own, with sessions and memory files written by hand, and an engine over it: for
// tests of whole nights. Everything is gone after the test.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DreamOptions, Failure, Listening, NightResult } from '../../../../shared/engine.ts';
import { epochMs } from '../../../../shared/ids.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Deps } from '../../deps.ts';
import { createEngine, type WholeEngine } from '../../index.ts';

export const dayMs = 86_400_000;
/** 1 March 2026, nine in the morning: the first day of the histories written here. */
export const firstMs = Date.UTC(2026, 2, 1, 9);
/** The night that most tests dream: thirty days later. */
export const nightMs = firstMs + 30 * dayMs;

export interface TempHome {
  readonly home: string;
  readonly data: string;
}

export function tempHome(): TempHome {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-night-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'home'));
  return { home: join(folder, 'home'), data: join(folder, 'data') };
}

/** Old enough for a last line without an end to be whole. */
export function write(place: TempHome, path: string, text: string, atMs: number = firstMs): void {
  const full = join(place.home, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  utimesSync(full, atMs / 1000, atMs / 1000);
}

/** Plain words are the person's. */
export type Said =
  | string
  | { readonly agent: string }
  | { readonly run: string; readonly printed: string; readonly failed?: boolean }
  /** The agent loads a skill, by its name. */
  | { readonly loads: string };

export interface Day {
  readonly id: string;
  readonly day: number;
  readonly project?: string;
  readonly said: readonly Said[];
  readonly title?: string;
}

type Record_ = Readonly<Record<string, unknown>>;

/** A session as Claude Code leaves it, one record a line. */
export function claudeLines(place: TempHome, { id, day, project = 'shop', said, title }: Day): string {
  const rows: Record_[] =
    title === undefined ? [] : [{ type: 'custom-title', customTitle: title, sessionId: id }];
  let parent: string | null = null;
  const add = (type: 'user' | 'assistant', message: Record_): void => {
    const uuid: string = `${id}-${rows.length}`;
    rows.push({
      parentUuid: parent,
      isSidechain: false,
      userType: 'external',
      cwd: join(place.home, project),
      sessionId: id,
      version: '2.1.150',
      type,
      message,
      uuid,
      timestamp: new Date(firstMs + day * dayMs + rows.length * 1000).toISOString(),
    });
    parent = uuid;
  };
  said.forEach((one, i) => {
    if (typeof one === 'string') add('user', { role: 'user', content: one });
    else if ('agent' in one) {
      add('assistant', {
        id: `${id}-m${i}`,
        role: 'assistant',
        content: [{ type: 'text', text: one.agent }],
      });
    } else {
      const called = 'loads' in one ? { loads: one.loads, printed: 'Launching skill', failed: false } : one;
      const input = 'loads' in one ? { skill: one.loads } : { command: one.run };
      const name = 'loads' in one ? 'Skill' : 'Bash';
      const use = { type: 'tool_use', id: `${id}-t${i}`, name, input };
      add('assistant', { id: `${id}-m${i}`, role: 'assistant', content: [use] });
      const text = called.failed === true ? `Exit code 1\n${called.printed}` : called.printed;
      const result = {
        type: 'tool_result',
        tool_use_id: use.id,
        content: text,
        is_error: called.failed === true,
      };
      add('user', { role: 'user', content: [result] });
    }
  });
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

export const claudePath = (day: Day): string => `.claude/projects/-${day.project ?? 'shop'}/${day.id}.jsonl`;

export function writeDay(place: TempHome, day: Day): void {
  mkdirSync(join(place.home, day.project ?? 'shop'), { recursive: true });
  write(place, claudePath(day), claudeLines(place, day), firstMs + day.day * dayMs);
}

export const rule = 'Always use pnpm for installs, never npm.';

/** Four days on which the same rule is said, each in words of its own, and something of the day besides. */
export const fourDays: readonly Day[] = [
  {
    id: 'day-a',
    day: 1,
    said: ['Add the export button.', { agent: 'Done, with npm install.' }, `No, wrong. ${rule}`],
  },
  { id: 'day-b', day: 4, said: ['Please always use pnpm instead of npm for installs.', { agent: 'Yes.' }] },
  {
    id: 'day-c',
    day: 9,
    said: ['Fix the header.', { agent: 'npm ran.' }, 'Again: never use npm for installs, use pnpm.'],
  },
  {
    id: 'day-d',
    day: 14,
    said: ['From now on the weekly report goes to Kim.', 'Installs must always go through pnpm, not npm.'],
  },
];

export interface Opened {
  readonly engine: WholeEngine;
  readonly dream: (options?: Partial<DreamOptions>, listening?: Listening) => Promise<NightResult>;
}

export const plainNight: DreamOptions = {
  preview: false,
  instructions: null,
  sessionsMax: null,
  sinceMs: null,
  apply: 'review',
  paths: [],
};

export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.happened}`);
  return result.value;
}

/** Clocks stand still: two nights over the same days are the same to the byte. */
export const depsOf = (place: TempHome, nowMs: number, sample: string | null = null): Deps => ({
  clock: { now: () => epochMs(nowMs), wall: () => epochMs(nowMs), ticks: () => 0 },
  home: place.home,
  data: place.data,
  env: {},
  sample,
});

export async function openEngine(place: TempHome, nowMs: number = nightMs): Promise<Opened> {
  const engine = valueOf(await createEngine(depsOf(place, nowMs)));
  onTestFinished(() => engine.close());
  return {
    engine,
    dream: async (options = {}, listening = {}) =>
      valueOf(await engine.dream({ ...plainNight, ...options }, listening)),
  };
}

/** One night with an engine of its own that is closed afterwards, as the command line does it. */
export async function dreamOnce(
  place: TempHome,
  options: Partial<DreamOptions> = {},
  nowMs: number = nightMs,
  listening: Listening = {},
): Promise<NightResult> {
  const { engine, dream } = await openEngine(place, nowMs);
  try {
    return await dream(options, listening);
  } finally {
    engine.close();
  }
}

/** Every file below a folder, with its size and what is in it: for "nothing was left behind". */
export function everyFile(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names.map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isFile() ? readFileSync(path, 'latin1') : 'folder'];
    }),
  );
}
