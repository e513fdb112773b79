import { describe, expect, it } from 'vitest';
import { modelAnswers, usualModel, withClaude, type ModelData } from '../fixtures/model.ts';
import { usualSettings, type Settings } from '../../shared/settings.ts';
import { standingOf } from './standing.ts';

async function standing(settings: Partial<Settings>, data: Partial<ModelData> = {}): Promise<string> {
  const whole = { ...usualSettings, ...settings };
  const view = await modelAnswers({ ...usualModel, ...data }, () => whole)['model.status']({});
  if (!view.ok) throw new Error('the fixture answers');
  return standingOf(view.value, whole);
}

describe('whether the next night asks a model', () => {
  it('names the first thing that is missing', async () => {
    const { model } = usualSettings;
    const named = { readerModel: 'a', consolidatorModel: 'claude-sonnet-5' };
    const server = { ...model, choice: 'server' as const, baseUrl: 'http://127.0.0.1:1' };
    const agreed = { ...server, consentTo: server.baseUrl };
    expect(await standing({})).toBe('none');
    expect(await standing({ model: { ...server, baseUrl: null } })).toBe('no-address');
    expect(await standing({ model: withClaude }, { hasKey: false })).toBe('no-key');
    expect(await standing({ model: { ...withClaude, consentTo: 'http://elsewhere' } })).toBe('not-agreed');
    expect(await standing({ model: agreed })).toBe('no-model');
    expect(await standing({ model: { ...agreed, ...named } })).toBe('no-price');
    expect(await standing({ model: { ...agreed, ...named, tokensOnly: true } })).toBe('ready');
    expect(await standing({ model: withClaude })).toBe('ready');
  });

  it('counts a month’s limit as reached at the limit', async () => {
    const month = { tokens: 1, usd: 10, minutes: 1, rounds: 1 };
    expect(await standing({ model: withClaude }, { month })).toBe('month-spent');
    expect(await standing({ model: withClaude }, { month: { ...month, usd: 9.99 } })).toBe('ready');
  });
});
