import { describe, expect, it, onTestFinished } from 'vitest';
import { usualSettings } from '../../../shared/settings.ts';
import { createEngine, type WholeEngine } from '../index.ts';
import {
  dayMs,
  depsOf,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  writeDay,
  type Day,
  type TempHome,
} from './testing/temp-home.ts';

const rule = 'From now on always use pnpm for installs, never npm.';
const days = (project: string): readonly Day[] =>
  [1, 2, 3].map((day) => ({ id: `${project}-${day}`, day, project, said: [rule] }));

async function open(place: TempHome, nowMs: number = nightMs): Promise<WholeEngine> {
  const engine = valueOf(await createEngine(depsOf(place, nowMs)));
  onTestFinished(() => engine.close());
  return engine;
}

describe('a project that its owner keeps out', () => {
  it('is not read, and is read when it is let in again', async () => {
    const place = tempHome();
    for (const day of [...days('client'), ...days('shop')]) writeDay(place, day);
    const engine = await open(place);
    valueOf(await engine.setSettings({ ...usualSettings, excludedProjects: ['client'] }));
    const report = valueOf(await engine.import([], {}));
    expect(report).toMatchObject({ newSessions: 3 });
    expect(
      valueOf(await engine.search('pnpm', { limit: 20, agent: null, project: 'client', sinceMs: null }))
        .passages,
    ).toEqual([]);
    valueOf(await engine.setSettings({ excludedProjects: [] }));
    expect(valueOf(await engine.import([], {}))).toMatchObject({ newSessions: 3 });
  });

  it('is not dreamt about, also where it was read before', async () => {
    const place = tempHome();
    for (const day of days('client')) writeDay(place, day);
    const engine = await open(place);
    valueOf(await engine.import([], {}));
    valueOf(await engine.setSettings({ excludedProjects: ['client'] }));
    expect(valueOf(await engine.dream(plainNight, {})).proposal.changes).toEqual([]);
    // So is what an agent's own focus leaves out.
    const agentFocus = [{ agent: 'claude-code', text: 'ignore pnpm' }] as const;
    valueOf(await engine.setSettings({ excludedProjects: [], agentFocus }));
    expect(valueOf(await engine.dream(plainNight, {})).proposal.changes).toEqual([]);
    valueOf(await engine.setSettings({ agentFocus: [] }));
    const later = await open(place, nightMs + dayMs);
    expect(valueOf(await later.dream(plainNight, {})).proposal.changes).not.toEqual([]);
  });
});
