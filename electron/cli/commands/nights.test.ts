import { describe, expect, it } from 'vitest';
import { asNightId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { comparison, nowMs, onlyJson, runScripted } from '../testing/scripted-engine.ts';

describe('nights', () => {
  it('lists each with its id, outcome and what it proposed', async () => {
    const { out } = await runScripted(['nights']);
    expect(out).toMatch(/ngt_0000000000000001 .+ done +1 add/u);
  });

  it('says what to do where there is none', async () => {
    const { status, out } = await runScripted(['nights'], { engine: { nights: async () => ok([]) } });
    expect(status).toBe(0);
    expect(out).toContain('slowwave dream');
  });
});

describe('diary --find', () => {
  const found = {
    nightId: asNightId('ngt_0000000000000001'),
    nowMs,
    lines: 2,
    first: 'Use pnpm for installs.',
  };

  it('lists the nights that say it, with the first line, for people and programs', async () => {
    const engine = { findInDiaries: async (words: string) => ok(words === 'pnpm' ? [found] : []) };
    const { out } = await runScripted(['diary', '--find', 'pnpm'], { engine });
    expect(out).toMatch(/ngt_0000000000000001 .+ 2 +Use pnpm for installs\./u);
    expect(onlyJson(await runScripted(['diary', '--find', 'pnpm', '--json'], { engine }))).toMatchObject({
      nights: [{ nightId: found.nightId, lines: 2 }],
    });
    expect((await runScripted(['diary', '--find', 'yarn'], { engine })).out).toContain(
      'No diary says “yarn”.',
    );
  });
});

describe('compare', () => {
  it('puts two nights side by side', async () => {
    const { out } = await runScripted(['compare', 'previous', 'latest']);
    expect(out).toMatch(/Night +ngt_0000000000000001 +ngt_0000000000000002/u);
    expect(out).toMatch(/Understood +– +only test · leaves out project:shop/u);
    expect(out).toContain('Proposed by both (1)');
    expect(out).toContain('Only by the first (1)');
    expect(out).not.toContain('Only by the second');
    expect(out).toContain('promoted 0.80  →  held back 0.60, left out by your instructions');
    expect(out).toContain('19 themes alike');
  });

  it('says that a theme was not seen by one of them', async () => {
    const verdicts = comparison().verdicts.map((one) => ({ ...one, first: null }));
    const { out } = await runScripted(['compare', 'a', 'b'], {
      engine: { compareNights: async () => ok(comparison({ verdicts })) },
    });
    expect(out).toContain('not seen  →  held back');
  });

  it('gives programs receipts, changes and verdicts', async () => {
    expect(onlyJson(await runScripted(['compare', 'a', 'b', '--json']))).toMatchObject({
      compare: {
        first: { nightId: 'ngt_0000000000000001' },
        second: { nightId: 'ngt_0000000000000002' },
        changes: { both: [{}], onlyFirst: [{}], onlySecond: [] },
        verdicts: [{ first: { decision: 'promote' }, second: { gate: 'instructions' } }],
        alike: 19,
      },
    });
  });
});
