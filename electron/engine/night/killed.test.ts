// A night that is killed at any write of it: nothing that was there before is lost, memory files are old or new, and the
// next night ends as if nothing had happened.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../index.ts';
import { openStore } from '../store/open.ts';
import { historyRows, lostRows } from '../store/testing/histories.ts';
import { chance } from '../writeback/testing/crash.ts';
import { epochMs } from '../../../shared/ids.ts';
import {
  dayMs,
  depsOf,
  fourDays,
  nightMs,
  plainNight,
  valueOf,
  write,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

const root = mkdtempSync(join(tmpdir(), 'slowwave-killed-'));
/** The home in which nights are killed. Beside it lies "kept", the same after a first night with decisions. */
const place: TempHome = { home: join(root, 'place', 'home'), data: join(root, 'place', 'data') };
const nextNightMs = nightMs + 20 * dayMs;
const memoryFiles = ['.claude/CLAUDE.md', 'shop/CLAUDE.md', '.codex/AGENTS.md'] as const;

afterAll(() => rmSync(root, { recursive: true, force: true }));

function again(): void {
  rmSync(join(root, 'place'), { recursive: true, force: true });
  cpSync(join(root, 'kept'), join(root, 'place'), { recursive: true, preserveTimestamps: true });
}

/** The child's death, or how many writes a whole night takes. */
async function dreamUntil(nth: number): Promise<{ readonly signal: unknown; readonly passed: number }> {
  const script = fileURLToPath(new URL('testing/killed-dream.ts', import.meta.url));
  const typed = [script, place.home, place.data, String(nextNightMs), String(nth)];
  const child = spawn(process.execPath, typed, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [, signal]: unknown[] = await once(child, 'close');
  return { signal, passed: Number(said) };
}

/** What a person would look at in the morning. */
async function morning(): Promise<unknown> {
  const engine = valueOf(await createEngine(depsOf(place, nextNightMs)));
  try {
    const memory = valueOf(await engine.memoryList({ closedToo: true }));
    const review = valueOf(await engine.reviewList());
    return {
      problems: valueOf(await engine.check()).problems,
      memory: memory.map(({ id, text, status }) => `${id} ${status} ${text}`).toSorted(),
      review: review.map(({ change, state }) => `${change.id} ${state}`).toSorted(),
      files: filesNow(),
    };
  } finally {
    engine.close();
  }
}

const filesNow = (): readonly (string | null)[] =>
  memoryFiles.map((path) =>
    existsSync(join(place.home, path)) ? readFileSync(join(place.home, path), 'utf8') : null,
  );

function rowsNow(): ReturnType<typeof historyRows> {
  const store = valueOf(openStore({ dataFolder: place.data, nowMs: epochMs(nextNightMs) }));
  try {
    return historyRows(store.db);
  } finally {
    store.close();
  }
}

let rowsBefore: ReturnType<typeof historyRows>;
let filesBefore: readonly (string | null)[];
let unbroken: unknown;
let filesAfter: readonly (string | null)[];
let writesOfANight = 0;

beforeAll(async () => {
  for (const day of fourDays) writeDay(place, day);
  write(place, '.claude/CLAUDE.md', '- Answer briefly.\r\n- Reports go out on Friday.');
  write(place, 'shop/CLAUDE.md', '# Shop\n\n- The deposit is 50 euros.\n');
  const engine = valueOf(await createEngine(depsOf(place, nightMs)));
  valueOf(await engine.setAgentWriting({ agent: 'claude-code', mode: 'auto-with-undo', budgetTokens: null }));
  const night = valueOf(await engine.dream(plainNight, {}));
  const [first, ...others] = night.proposal.changes.map(({ id }) => id);
  if (first === undefined) throw new Error('the first night proposes something');
  valueOf(await engine.reviewDecide([first], 'approved'));
  valueOf(await engine.reviewApply());
  if (others.length > 0) valueOf(await engine.reviewDecide(others, 'rejected'));
  engine.close();
  for (const [i, words] of ['Cars are washed', 'Please remember: cars are always washed'].entries()) {
    const said = [`Always use the blue sponge. ${words} with the blue sponge, never the red one.`];
    writeDay(place, { id: `day-y${i}`, day: 33 + 5 * i, said });
    writeDay(place, { id: `day-z${i}`, day: 34 + 5 * i, said: [`${words} with the blue sponge only.`] });
  }
  cpSync(join(root, 'place'), join(root, 'kept'), { recursive: true, preserveTimestamps: true });
  [rowsBefore, filesBefore] = [rowsNow(), filesNow()];
  again();
  writesOfANight = (await dreamUntil(Infinity)).passed;
  [unbroken, filesAfter] = [await morning(), filesNow()];
}, 60_000);

const isLong = process.env['LONG'] !== undefined;
const next = chance(20_260_301);
// Seeded, and one in each part of the night: chance alone left whole stages out. A process or two for each, which are most of
// what this costs: a few hundred in the long run, 12 in the usual one.
const count = isLong ? 300 : 12;
const points = Array.from({ length: count }, (_, i) => ({
  first: (i + next(1_000) / 1_000) / count,
  second: next(10_000),
}));

async function dreamAgain(): Promise<void> {
  const engine = valueOf(await createEngine(depsOf(place, nextNightMs)));
  try {
    expect(valueOf(await engine.check()).problems).toEqual([]);
    valueOf(await engine.dream({ ...plainNight, apply: 'auto' }, {}));
  } finally {
    engine.close();
  }
}

/** A file may be done or not begun; nothing of what was known before the night may be gone or another. */
function expectNothingLost(): void {
  for (const [i, file] of filesNow().entries()) expect([filesBefore[i], filesAfter[i]]).toContain(file);
  expect(lostRows(rowsBefore, rowsNow())).toEqual([]);
}

describe('a night that is killed', () => {
  it('has many writes to be killed at, proposes something and writes a file', () => {
    expect(writesOfANight).toBeGreaterThan(100);
    expect(filesAfter).not.toEqual(filesBefore);
    expect(unbroken).toMatchObject({ problems: [] });
    expect(new Set(points.map(({ first }) => Math.floor(first * writesOfANight))).size).toBeGreaterThan(10);
  });

  it.each(points)(
    'with SIGKILL at $first of it, and perhaps again at $second, loses nothing; the next ends as if alone',
    async ({ first, second }) => {
      again();
      expect((await dreamUntil(1 + Math.floor(first * writesOfANight))).signal).toBe('SIGKILL');
      expectNothingLost();
      // Half of the second nights are killed as well.
      const nth = 1 + (second % (2 * writesOfANight));
      if (nth < writesOfANight) await dreamUntil(nth);
      expectNothingLost();
      await dreamAgain();
      expectNothingLost();
      expect(await morning()).toEqual(unbroken);
      const left = readdirSync(place.home, { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => name.includes('.slowwave-'))).toEqual([]);
    },
  );
});
