import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFiles, type Sample } from '../electron/engine/night/sample.ts';
import { fileText } from './history/history.ts';
import { makeSample, plannedNowMs, planSample, samplePath } from './make-sample.ts';

describe('the sample history', () => {
  it('is what the script makes (else: npm run sample)', () => {
    expect(readFileSync(samplePath, 'utf8') === makeSample()).toBe(true);
  });

  it('is the planned history again when the night is the planned one', () => {
    const sample: Sample = JSON.parse(makeSample());
    const planned = planSample().files.map((file) => [file.path, fileText(file)]);
    const again = sampleFiles(sample, '/sample-home', plannedNowMs).map((file) => [file.path, file.text]);
    expect(again).toEqual(planned);
  });

  it('has what a night worth reading needs', () => {
    const { truth } = planSample();
    const types = new Set(truth.items.map((item) => item.type));
    for (const type of [
      'correction',
      'preference',
      'change',
      'error-fix',
      'workflow',
      'duplicate',
      'poison',
    ] as const) {
      expect(types.has(type), type).toBe(true);
    }
    const strongest = truth.items.find((item) => item.type === 'correction');
    expect(strongest?.planted).toBeGreaterThanOrEqual(6);
  });
});
