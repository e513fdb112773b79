import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { managedDream, onlyJson, runScripted } from '../testing/scripted-engine.ts';

const start = ['managed', 'start', '--store', 'memstore_1', '--sessions', 'sesn_2, sesn_1'];

describe('a managed dream', () => {
  it('is started only once somebody saw what is sent and said yes', async () => {
    const started: unknown[] = [];
    const engine = {
      managedStart: async (wish: unknown) => {
        started.push(wish);
        return ok(managedDream());
      },
    };
    const unasked = await runScripted(start, { engine });
    expect(unasked).toMatchObject({ status: 1, out: '' });
    expect(unasked.errors).toContain('Nobody could be asked');
    expect(started).toEqual([]);
    const agreed = await runScripted([...start, '--yes'], { engine });
    expect(agreed.out).toContain('What leaves this computer');
    expect(agreed.out).toContain('No transcript and no memory of yours is sent.');
    expect(started).toMatchObject([
      { storeId: 'memstore_1', sessionIds: ['sesn_2', 'sesn_1'], agreedTo: 'https://api.anthropic.com' },
    ]);
  });

  it('is listed, watched, ended and brought', async () => {
    expect((await runScripted(['managed', 'list'])).out).toContain('drm_1');
    expect((await runScripted(['managed', 'watch', 'drm_1'])).out).toContain('managed bring drm_1');
    expect(onlyJson(await runScripted(['managed', 'cancel', 'drm_1', '--json']))).toMatchObject({
      dream: { status: 'canceled' },
    });
    expect((await runScripted(['managed', 'bring', 'drm_1'])).out).toContain('no quote, no memory');
  });
});
