import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { modelStatus, onlyJson, runScripted } from '../testing/scripted-engine.ts';

describe('a key', () => {
  it('is read from what was piped in, and stands in no answer', async () => {
    let kept: string | null = null;
    const ran = await runScripted(['model', 'key', '--json'], {
      typed: 'sk-ant-very-secret',
      engine: {
        modelKey: async (key) => {
          kept = key;
          return ok(modelStatus());
        },
      },
    });
    expect(kept).toBe('sk-ant-very-secret');
    expect(ran.out + ran.errors).not.toContain('very-secret');
    expect(onlyJson(ran)).toMatchObject({ model: { hasKey: true } });
  });

  it('that was not given changes nothing', async () => {
    const ran = await runScripted(['model', 'key']);
    expect(ran).toMatchObject({ status: 1 });
    expect(ran.errors).toContain('Pipe it in');
  });
});

describe('choosing who dreams', () => {
  it('agrees to one address, and to that one only', async () => {
    const patches: unknown[] = [];
    const engine = {
      modelSet: async (patch: object) => {
        patches.push(patch);
        return ok(modelStatus());
      },
    };
    await runScripted(['model', 'use', 'server', '--url', 'http://127.0.0.1:11434', '--agree'], { engine });
    await runScripted(['model', 'use', 'claude', '--agree'], { engine });
    await runScripted(['model', 'use', 'claude'], { engine });
    expect(patches).toEqual([
      { choice: 'server', baseUrl: 'http://127.0.0.1:11434', consentTo: 'http://127.0.0.1:11434' },
      { choice: 'claude', consentTo: 'https://api.anthropic.com' },
      { choice: 'claude' },
    ]);
  });
});
