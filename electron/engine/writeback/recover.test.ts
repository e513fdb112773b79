import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../store/open.ts';
import { applyByNumber, applyNumbers, interruptedApplies } from '../store/file-writes.ts';
import { noonMs, valueOf } from '../store/testing/temp-store.ts';
import type { WritebackDeps } from './apply.ts';
import { applyWrites } from './apply.ts';
import type { PlannedWrite } from './plan.ts';
import { plainWrite } from './plan.ts';
import { betweenFiles, recoverWrites } from './recover.ts';
import { chance, Crash, crashAt } from './testing/crash.ts';
import { tempHome, type TempHome } from './testing/home.ts';
import { undoApply } from './undo.ts';

/** Changed, made, taken away, read through a folder: what an apply does. */
const cases = {
  '.claude/CLAUDE.md': ['old claude\n', 'new claude\n'],
  '.codex/AGENTS.md': [null, 'made\n'],
  'shop/fact.md': ['goes away\n', null],
  'shop/CLAUDE.md': ['# Shop\r\n- a', '# Shop\r\n- a\r\n- b'],
} as const;
const paths = Object.keys(cases) as readonly (keyof typeof cases)[];

function prepared(): { readonly home: TempHome; readonly writes: readonly PlannedWrite[] } {
  const home = tempHome();
  mkdirSync(home.at('.codex'));
  const writes = paths.map((path) => {
    const [before, after] = cases[path];
    if (before !== null) home.put(path, before);
    const bytes = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text));
    return plainWrite(path, 'claude-code', { before: bytes(before), after: bytes(after) }, { mode: null });
  });
  return { home, writes };
}

const applying = (deps: WritebackDeps, writes: readonly PlannedWrite[]): unknown =>
  applyWrites(deps, { writes, reason: 'a test', undoes: null });
const contentOf = (home: TempHome, path: string): string | null =>
  existsSync(home.at(path)) ? readFileSync(home.at(path), 'utf8') : null;
const side = (home: TempHome, which: 0 | 1): boolean =>
  paths.every((path) => contentOf(home, path) === cases[path][which]);
const leftovers = (home: TempHome): readonly string[] =>
  readdirSync(home.home, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.slowwave-'));

let known = 0;
function doorsOfApply(): number {
  if (known > 0) return known;
  const { home, writes } = prepared();
  const doors = crashAt(Infinity);
  applying(home.deps(doors.step), writes);
  known = doors.passed();
  return known;
}

const isLong = process.env['LONG'] !== undefined;
const next = chance(20_251_001);

/** Which door the apply ends at, and which one the recovery after it. A few hundred, seeded; 20 in the usual run. */
const points = Array.from({ length: isLong ? 400 : 20 }, () => ({ first: next(1000), second: next(1000) }));

describe('an apply that was cut off', () => {
  it.each(points)(
    'at door $first, and its recovery at door $second: all files old or all new',
    ({ first, second }) => {
      const { home, writes } = prepared();
      expect(() => applying(home.deps(crashAt(1 + (first % doorsOfApply())).step), writes)).toThrow(Crash);
      for (const path of paths) expect(cases[path]).toContain(contentOf(home, path));
      try {
        // More doors than a recovery has: sometimes it gets through.
        valueOf(recoverWrites(home.deps(crashAt(1 + (second % 16)).step)));
      } catch (error) {
        expect(error).toBeInstanceOf(Crash);
      }
      for (const path of paths) expect(cases[path]).toContain(contentOf(home, path));
      const recovered = valueOf(recoverWrites(home.deps()));
      expect(side(home, 0) || side(home, 1)).toBe(true);
      for (const { did, sentence } of recovered) {
        expect(side(home, did === 'finished' ? 1 : 0)).toBe(true);
        expect(sentence).toMatch(
          /^An apply was interrupted: \d of 4 files written\. It was (finished|taken back)/,
        );
      }
      expect(leftovers(home)).toEqual([]);
      expect(interruptedApplies(home.store.db)).toEqual([]);
      // And the way back from there is open.
      const [number] = applyNumbers(home.store.db, 1);
      if (side(home, 1) && number !== undefined) valueOf(undoApply(home.deps(), number));
      expect(side(home, 0)).toBe(true);
    },
  );

  it('leaves every door of the list open to be tried', () => {
    expect(doorsOfApply()).toBeGreaterThan(25);
  });

  it('is finished where a file shows it, and taken back where none does', () => {
    const first = prepared();
    const atName = (nth: number) => {
      let seen = 0;
      return (name: string): void => {
        if (name === 'the name is given' && ++seen === nth) throw new Crash(name);
      };
    };
    expect(() => applying(first.home.deps(atName(2)), first.writes)).toThrow(Crash);
    expect(valueOf(recoverWrites(first.home.deps()))).toMatchObject([{ did: 'finished', written: 2, of: 4 }]);
    expect(side(first.home, 1)).toBe(true);
    expect(applyByNumber(first.home.store.db, 1)?.end).toMatchObject({ outcome: 'done', recovered: true });

    const second = prepared();
    expect(() => applying(second.home.deps(atName(3)), second.writes)).toThrow(Crash);
    expect(valueOf(recoverWrites(second.home.deps(), 'undo'))).toMatchObject([{ did: 'undone', written: 3 }]);
    expect(side(second.home, 0)).toBe(true);
  });

  it.each(['finish', 'undo'] as const)('between its files waits for its owner, who says: %s', (how) => {
    const { home, writes } = prepared();
    let seen = 0;
    const step = (name: string): void => {
      if (name === 'the name is given' && ++seen === 2) throw new Crash(name);
    };
    expect(() => applying(home.deps(step), writes)).toThrow(Crash);
    expect(valueOf(recoverWrites(home.deps(), 'obvious'))).toEqual([]);
    const [waiting] = betweenFiles(home.deps());
    expect(waiting?.files.map(({ isWritten }) => isWritten).toSorted()).toEqual([false, false, true, true]);
    for (const { path, isWritten } of waiting?.files ?? [])
      expect(contentOf(home, path)).toBe(cases[path as keyof typeof cases][isWritten ? 1 : 0]);
    expect(valueOf(recoverWrites(home.deps(), how))).toHaveLength(1);
    expect(side(home, how === 'finish' ? 1 : 0)).toBe(true);
    expect(leftovers(home)).toEqual([]);
    expect(betweenFiles(home.deps())).toEqual([]);
  });

  it('before its first file or after its last one asks nobody', () => {
    for (const [door, did] of [
      ['before the new file', 'undone'],
      ['read back', 'finished'],
    ] as const) {
      const { home, writes } = prepared();
      const step = (name: string): void => {
        if (name === door) throw new Crash(name);
      };
      expect(() => applying(home.deps(step), writes)).toThrow(Crash);
      expect(valueOf(recoverWrites(home.deps(), 'obvious'))).toMatchObject([{ did }]);
      expect(side(home, did === 'finished' ? 1 : 0)).toBe(true);
    }
  });

  it('does not write over what somebody edited before the next start', () => {
    const { home, writes } = prepared();
    let seen = 0;
    const step = (name: string): void => {
      if (name === 'the name is given' && ++seen === 1) throw new Crash(name);
    };
    expect(() => applying(home.deps(step), writes)).toThrow(Crash);
    writeFileSync(home.at('shop/CLAUDE.md'), '# Shop\r\n- somebody’s');
    const [recovered] = valueOf(recoverWrites(home.deps()));
    expect(recovered).toMatchObject({ did: 'finished', conflicts: [{ path: 'shop/CLAUDE.md' }] });
    expect(contentOf(home, 'shop/CLAUDE.md')).toBe('# Shop\r\n- somebody’s');
    expect(contentOf(home, '.codex/AGENTS.md')).toBe('made\n');
  });
});

describe('a process that is killed', () => {
  // A process of its own for each: few in the usual run, for starting one takes a second on a slow machine.
  const kills = Array.from({ length: isLong ? 60 : 3 }, () => next(1000));

  it.each(kills)('with SIGKILL at point %i leaves nothing half', async (point) => {
    const door = 1 + (point % doorsOfApply());
    const { home, writes } = prepared();
    home.store.close();
    const script = fileURLToPath(new URL('testing/killed-apply.ts', import.meta.url));
    const plan = writes.map((write) => ({
      path: write.path,
      before: write.before?.toString('base64') ?? null,
      after: write.after?.toString('base64') ?? null,
    }));
    const places = JSON.stringify({
      home: home.home,
      data: home.dataFolder,
      key: home.keyFolder,
      plan,
      door,
    });
    const child = spawn(process.execPath, [script, places], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [, signal]: unknown[] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    const store = valueOf(openStore({ dataFolder: home.dataFolder, nowMs: noonMs }));
    valueOf(recoverWrites({ ...home.deps(), db: store.db }));
    expect(side(home, 0) || side(home, 1)).toBe(true);
    expect(leftovers(home)).toEqual([]);
    store.close();
  });
});
