import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { budgetStatus, modelStatus, onlyJson, runScripted } from '../testing/scripted-engine.ts';

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

describe('a budget', () => {
  it('is shown whole, and set cap by cap', async () => {
    const patches: unknown[] = [];
    const engine = {
      budgetSet: async (patch: object) => {
        patches.push(patch);
        return ok(budgetStatus());
      },
    };
    const shown = await runScripted(['model', 'budget'], { engine });
    expect(patches).toEqual([]);
    expect(shown.out).toContain('$0.50');
    await runScripted(['model', 'budget', '--usd-night', '0.25', '--rounds-night', '0'], { engine });
    expect(patches).toEqual([{ usdPerNight: 0.25, roundsPerNight: 0 }]);
    expect(await runScripted(['model', 'budget', '--tokens-month', 'many'], { engine })).toMatchObject({
      status: 2,
    });
  });
});

describe('instructions', () => {
  it('longer than 4,096 characters are refused in words, and no night begins', async () => {
    const ran = await runScripted(['dream', '--instructions', '好'.repeat(4_097)]);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.errors).toContain('1 to 4096 characters, and these have 4097');
    expect(await runScripted(['dream', '--instructions', '好'.repeat(4_096)])).toMatchObject({ status: 0 });
  });
});
