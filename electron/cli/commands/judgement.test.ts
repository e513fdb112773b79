import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { failure, onlyJson, runScripted } from '../testing/scripted-engine.ts';
import { judgement } from '../testing/scripted-work.ts';

describe('judgement', () => {
  it('shows each weight at first, learned and in force, and the back-test by night', async () => {
    const { out } = await runScripted(['judgement']);
    expect(out).toMatch(/recency +0\.15 +0\.30 +0\.15/u);
    expect(out).toMatch(/ngt_0000000000000001 +80 % +93 %/u);
    expect(out).toContain('judgement adopt');
  });

  it('offers nothing to adopt where it is too early', async () => {
    const early = judgement({ advice: 'too-early', because: '2 approved and 0 rejected.', nights: [] });
    const { out } = await runScripted(['judgement'], { engine: { judgement: async () => ok(early) } });
    expect(out).not.toContain('judgement adopt');
    expect(out).toContain('2 approved and 0 rejected.');
  });

  it('says what was put in force, and why nothing was', async () => {
    expect((await runScripted(['judgement', 'adopt'])).out).toContain('Adopted');
    expect((await runScripted(['judgement', 'reset'])).out).toContain('usual weights are in force');
    const refused = await runScripted(['judgement', 'adopt'], {
      engine: { adoptJudgement: async () => err(failure()) },
    });
    expect(refused.status).toBe(1);
  });

  it('gives programs the weights by name', async () => {
    expect(onlyJson(await runScripted(['judgement', '--json']))).toMatchObject({
      judgement: { usual: { recency: 0.15 }, learned: { recency: 0.3 }, advice: 'better', adoptedAt: null },
    });
  });
});
