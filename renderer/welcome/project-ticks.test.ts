import { describe, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { usualSettings, usualSource } from '../../shared/settings.ts';
import { isRead, knownProjects, ticked } from './project-ticks.ts';

const at = (day: number) => epochMs(Date.UTC(2026, 10, day));
const reports = [
  {
    agent: 'claude-code',
    projects: [
      { name: 'shop', sessions: 3, newestMs: at(4) },
      { name: 'api', sessions: 9, newestMs: at(2) },
    ],
  },
  { agent: 'codex', projects: [{ name: 'shop', sessions: 8, newestMs: at(9) }] },
  // the same agent's second place tells the same
  { agent: 'codex', projects: [{ name: 'shop', sessions: 8, newestMs: at(9) }] },
] as const;

describe('the projects that may be read', () => {
  it('are one row each, whoever worked there, the newest first, and those that were only named last', () => {
    expect(knownProjects(reports, ['client-x', 'api'])).toEqual([
      {
        name: 'shop',
        agents: [
          { agent: 'codex', sessions: 8 },
          { agent: 'claude-code', sessions: 3 },
        ],
        newestMs: at(9),
      },
      { name: 'api', agents: [{ agent: 'claude-code', sessions: 9 }], newestMs: at(2) },
      { name: 'client-x', agents: [], newestMs: null },
    ]);
  });

  it('are left out by name, and let in again also where only others were chosen', () => {
    const only = { ...usualSource('claude-code'), onlyProjects: ['api'] };
    const settings = { ...usualSettings, excludedProjects: ['client-x'], sources: [only] };
    const [shop, api, client] = knownProjects(reports, settings.excludedProjects);
    if (shop === undefined || api === undefined || client === undefined) throw new Error('three projects');
    expect([shop, api, client].map((one) => isRead(settings, one))).toEqual([true, true, false]);
    expect(ticked(settings, shop, false)).toEqual({ excludedProjects: ['client-x', 'shop'] });
    expect(ticked(settings, client, true)).toEqual({ excludedProjects: [] });
    expect(ticked(settings, shop, true)).toEqual({
      excludedProjects: ['client-x'],
      sources: [{ ...only, onlyProjects: ['api', 'shop'] }],
    });
    for (const isOn of [true, false]) {
      const after = { ...settings, ...ticked(settings, shop, isOn) };
      expect(isRead(after, shop)).toBe(isOn);
      expect(isRead(after, api)).toBe(true);
    }
  });
});
