import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../shared/contract.ts';
import { epochMs } from '../../shared/ids.ts';
import { patterns } from '../fixtures/rest.ts';
import { byWeek, consequence, inOrder } from './consequence.ts';

const [first] = patterns;
if (first === undefined) throw new Error('the fixture has patterns');
const pattern = (more: Partial<Pattern>): Pattern => ({ ...first, since: null, ...more });

describe('patterns', () => {
  it('put a mistake before a taste that was heard as often', () => {
    const mistake = pattern({ kind: 'repeated-mistake' });
    expect(consequence(mistake)).toBeGreaterThan(consequence(pattern({ kind: 'shared-preference' })));
  });

  it('put what many agents do before what one does', () => {
    const one = pattern({ agents: ['codex'] });
    expect(consequence(pattern({}))).toBeGreaterThan(consequence(one));
  });

  it('let what a rule made rarer sink, but not where it is too early to say', () => {
    const sides = { before: { sessions: 40, occurrences: 9 }, after: { sessions: 60, occurrences: 0 } };
    const since = { changeAtMs: epochMs(0), ...sides };
    const settled = pattern({ since: { ...since, verdict: 'helps' } });
    const early = pattern({ since: { ...since, verdict: 'too-early' } });
    expect(consequence(settled)).toBeLessThan(consequence(early));
  });

  it('keep muted ones apart, and show one agent’s alone', () => {
    const muted = pattern({ id: 'm', isMuted: true });
    const other = pattern({ id: 'o', agents: ['codex'] });
    const { open, muted: apart } = inOrder([muted, other], { agent: 'claude-code' });
    expect([open.map(({ id }) => id), apart.map(({ id }) => id)]).toEqual([[], ['m']]);
  });

  it('are summed by week from the newest day back, so that only the oldest week may be a short one', () => {
    expect(byWeek([5, 1, 1, 1, 1, 1, 1, 1, 2])).toEqual([6, 8]);
    expect(byWeek([])).toEqual([]);
  });
});
