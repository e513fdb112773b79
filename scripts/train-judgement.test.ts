// The judge's weights come from the sentences in this repository, and from nothing else.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'slowwave-judgement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the judge’s weights', () => {
  const out = join(folder, 'weights.ts');
  let measured = '';
  beforeAll(() => {
    const typed = [join(root, 'scripts/train-judgement.ts'), '--folds', '2', '--out', out];
    measured = execFileSync(process.execPath, typed, { encoding: 'utf8' });
  }, 60_000);

  it('are made anew from the examples, byte for byte', () => {
    const shipped = readFileSync(join(root, 'electron/engine/language/judgement/weights.ts'), 'utf8');
    expect(readFileSync(out, 'utf8')).toBe(shipped);
  });

  it('are right about three of four sentences that they were not trained on', () => {
    const all = /^all: .* right ([\d.]+)/mu.exec(measured);
    expect(Number(all?.[1])).toBeGreaterThan(0.75);
  });
});
