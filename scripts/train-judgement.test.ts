// The judge's weights come from the sentences in this repository, and from nothing else.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'slowwave-judgement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const train = (...more: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, 'scripts/train-judgement.ts'), ...more], { encoding: 'utf8' });

describe('the judge’s weights', () => {
  it('are made anew from the examples, byte for byte', () => {
    const out = join(folder, 'weights.ts');
    train('--out', out);
    const shipped = readFileSync(join(root, 'electron/engine/language/judgement/weights.ts'), 'utf8');
    expect(readFileSync(out, 'utf8')).toBe(shipped);
  });

  it('are right about three of four sentences that they were not trained on', () => {
    const all = /^all: .* right ([\d.]+)/mu.exec(train('--folds', '5'));
    expect(Number(all?.[1])).toBeGreaterThan(0.75);
  });
});
