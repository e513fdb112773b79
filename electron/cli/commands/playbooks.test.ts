import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { onlyJson, runScripted } from '../testing/scripted-engine.ts';
import { playbook } from '../testing/scripted-work.ts';

describe('playbooks', () => {
  it('lists each with how its sessions went and what waits', async () => {
    const { out } = await runScripted(['playbooks']);
    expect(out).toMatch(/pbk_0000000000000001 +shop +git push +5 well, 2 badly +1 rule +1 waiting/u);
  });

  it('says what it takes where there is none', async () => {
    const { status, out } = await runScripted(['playbooks'], { engine: { playbooks: async () => ok([]) } });
    expect(status).toBe(0);
    expect(out).toContain('three sessions');
  });

  it.each(['pbk_0000', '0000000000000001', 'git push'])(
    'shows the one named %s as Markdown',
    async (name) => {
      const { out } = await runScripted(['playbooks', 'show', name]);
      expect(out).toContain('# Playbook: `git push` in shop');
    },
  );

  it('says so where none is named so', async () => {
    const { status, errors } = await runScripted(['playbooks', 'show', 'pbk_9']);
    expect(status).toBe(1);
    expect(errors).toContain('no playbook “pbk_9”');
  });

  it('prints what a transcript says as text: no control sequence gets through', async () => {
    const { out } = await runScripted(['playbooks', 'show', 'git push'], {
      engine: { playbooks: async () => ok([playbook({ markdown: 'a \u001b[31mred\u001b[0m word' })]) },
    });
    expect(out).not.toContain('\u001b');
  });

  it('gives programs rules with counts and sources', async () => {
    expect(onlyJson(await runScripted(['playbooks', '--json']))).toMatchObject({
      playbooks: [
        {
          task: 'git push',
          rules: [
            {
              part: 'step',
              helpful: 4,
              harmful: 0,
              sources: [{ session: '0f3a-session', turn: 12, at: '2026-11-18T12:30:00.000Z' }],
            },
          ],
        },
      ],
    });
  });
});
