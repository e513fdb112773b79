import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atMost, runNode } from './exam/run.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const exam = script('exam.ts');
const perfect = script('exam/testing/perfect-engine.ts');

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'slowwave-exam-test-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const take = (...args: readonly string[]): ReturnType<typeof runNode> =>
  runNode(exam, ['--out', out, '--seeds', '1', '--sizes', '60', ...args]);

describe('taking the exam', () => {
  it('grades our own bank person by person, pools, and names what was missed in a file', async () => {
    const bank = script('../resources/sample/bank.json');
    const ran = await take('--own', '--engine', perfect, '--bank', bank, '--json');
    expect(ran.status).toBe(0);
    const { pooled, runs }: { pooled: { sample: Record<string, number> }; runs: unknown[] } = JSON.parse(
      ran.stdout,
    );
    expect(runs).toHaveLength(1);
    expect(pooled.sample).toMatchObject({ precision: 1, doubles: 0, leaks: 0, lost: 0, bare: 0 });
    expect(pooled.sample['recall']).toBeGreaterThan(0.7);
    const misses = readFileSync(join(out, 'misses.txt'), 'utf8');
    expect(misses).toContain('## sample nora, seed 1, 60 sessions');
    expect(misses).toContain('missed error-fix db-locked');
  });

  it('says that the open exam is not here and goes on', async () => {
    const ran = await take('--engine', perfect, '--open-exam', join(out, 'nowhere'), '--seeds', '2');
    expect(ran.stderr).toContain('The open exam is not here');
    expect(ran.stdout).toMatch(/tune\s+pooled/);
  });

  it('shows a dream that failed as failed', async () => {
    const broken = join(out, 'broken.mjs');
    writeFileSync(broken, 'console.error("the store is on fire"); process.exitCode = 1;');
    const ran = await take('--own', '--engine', broken, '--bank', script('../resources/sample/bank.json'));
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('failed');
    expect(readFileSync(join(out, 'misses.txt'), 'utf8')).toContain('the store is on fire');
  });

  it('refuses sizes that are no numbers', async () => {
    const ran = await runNode(exam, ['--sizes', 'many']);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('whole numbers');
  });
});

describe('running at most so many at once', () => {
  it('keeps the order of the answers and the limit', async () => {
    let running = 0;
    let most = 0;
    const answers = await atMost(2, [30, 10, 20, 5], async (ms) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, ms));
      running--;
      return ms;
    });
    expect(answers).toEqual([30, 10, 20, 5]);
    expect(most).toBe(2);
  });
});
