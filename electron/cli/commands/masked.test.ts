import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import type { MaskDecision, MaskLook, NotSecret } from '../../../shared/masked.ts';
import { ok } from '../../../shared/result.ts';
import { onlyJson, runScripted } from '../testing/scripted-engine.ts';

const look = (isCertain: boolean): MaskLook => ({
  kind: isCertain ? 'github-token' : 'password',
  isCertain,
  path: '/home/mika/.claude/projects/shop/a.jsonl',
  changedAtMs: epochMs(Date.UTC(2026, 10, 20, 8)),
  readAtMs: epochMs(Date.UTC(2026, 10, 20, 3)),
  hasChanged: true,
  seen: 'as-seen',
});
const place = { agent: 'claude-code', session: 'a/b', turn: 12, mark: 2 } as const;
const listed: NotSecret = {
  number: 4,
  kind: 'password',
  markedAtMs: epochMs(Date.UTC(2026, 10, 20, 9)),
  place,
  project: null,
  isInForce: false,
};
const turnHash = 'QmFzZTY0_HVyb-Eh';
const typed = `claude-code:a/b/12/2/${turnHash}`;

async function allowed(isCertain: boolean, ...flags: readonly string[]) {
  const decisions: MaskDecision[] = [];
  const ran = await runScripted(['masked', 'allow', typed, ...flags], {
    engine: {
      lookAtMask: async () => ok(look(isCertain)),
      markNotSecret: async (decision) => {
        decisions.push(decision);
        return ok({ number: 4, listed: [{ ...listed, number: 9 }, listed] });
      },
    },
  });
  return { ran, decisions };
}

describe('masked', () => {
  it('marks by a place that the list gave, once it was said, and what is certain by a second word', async () => {
    const silent = await allowed(false);
    expect([silent.ran.status, silent.decisions]).toEqual([1, []]);
    expect(silent.ran.errors).toContain('changed since then, so another value may stand there now');
    expect(silent.ran.errors).toContain('Say --yes');
    const said = await allowed(false, '--yes');
    expect(said.decisions).toEqual([{ place: { ...place, turnHash }, seen: 'as-seen', isSure: false }]);
    expect(said.ran.out).toContain('masked again 4');
    expect((await allowed(true, '--yes')).decisions).toEqual([]);
    expect((await allowed(true, '--yes')).ran.errors).toContain('the make of a real GitHub token');
    expect((await allowed(true, '--yes', '--sure')).decisions).toEqual([
      { place: { ...place, turnHash }, seen: 'as-seen', isSure: true },
    ]);
    for (const typedElse of ['12', 'claude-code:a/b/12/2'])
      expect((await runScripted(['masked', 'allow', typedElse])).errors).toContain('This names no mask.');
  });

  it('lists each mask with its place, and what was marked, also what its key is missing for', async () => {
    const engine = {
      maskedSecrets: async () =>
        ok({
          secrets: 1,
          kinds: [{ kind: 'password', secrets: 1 }],
          turns: 1,
          places: [
            {
              kinds: ['password'],
              evidence: {
                ...place,
                atMs: null,
                quote: '⟦masked:password⟧',
                origin: 'person' as const,
                project: null,
              },
              marks: [{ mark: 2, kind: 'password', before: 'then ⟦masked:pin⟧ and ', after: ' it is' }],
              turnHash,
            },
          ],
        }),
      notSecrets: async () => ok([listed]),
    };
    const { out } = await runScripted(['masked'], { engine });
    expect(out).toContain('and [password] it is');
    expect(out).toContain(typed);
    expect(out).toContain('masked all the same: its key is not on this computer');
    const json = onlyJson(await runScripted(['masked', '--json'], { engine }));
    expect(json).toMatchObject({
      masked: [{ place: typed, mark: 2 }],
      notSecrets: [{ number: 4, place: 'claude-code:a/b/12/2' }],
    });
  });

  it('takes it back by its number', async () => {
    const numbers: number[] = [];
    const engine = {
      markSecret: async (number: number) => {
        numbers.push(number);
        return ok([]);
      },
    };
    expect((await runScripted(['masked', 'again', '4'], { engine })).out).toContain('A secret again');
    expect(numbers).toEqual([4]);
  });
});
