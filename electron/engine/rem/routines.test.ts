import { describe, expect, it } from 'vitest';
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { sessionId } from '../../../shared/ids.ts';
import { languageOf } from '../language/language.ts';
import { routinesOf } from '../light/routines.ts';
import type { ToolRun } from '../light/tool-runs.ts';
import { routineThemes } from './routines.ts';

const run = (step: string, kind: ToolRun['kind'], askedAt: number, callOrdinal: number): ToolRun => ({
  kind,
  step: kind === 'edit' ? null : step,
  command: step,
  callOrdinal,
  resultOrdinal: null,
  ended: 'ok',
  output: '',
  atMs: null,
  askedAt,
});

function session(name: string, steps: readonly string[], project: string | null = 'shop'): SessionSignals {
  const runs = steps.map((step, i) => run(step, step === 'edit' ? 'edit' : 'shell', i, i));
  const signals: readonly Signal[] = routinesOf(runs, languageOf('en'));
  return {
    session: sessionId('codex', name),
    agent: 'codex',
    nativeId: name,
    project,
    signals,
    language: 'en',
    ordinary: {},
    failedFixes: [],
    work: '',
    leftOut: {},
  };
}

describe('what is done in a project without being asked for', () => {
  it('is one theme of the checks that were run most', () => {
    const checked = ['edit', 'npm test', 'npm test', 'npm run lint'];
    const [theme, ...more] = routineThemes([
      session('a', checked),
      session('b', checked),
      session('c', checked),
    ]);
    expect(more).toEqual([]);
    expect(theme).toMatchObject({
      text: 'After changes in shop: run `npm test`, then `npm run lint`.',
      scope: 'project:shop',
      taint: 'tool',
      isUnasked: true,
      sessions: 3,
    });
    expect(theme?.evidence).toHaveLength(9);
  });

  it('is none of what was run once or twice, and none outside of a project', () => {
    expect(routineThemes([session('a', ['edit', 'npm test', 'npm test'])])).toEqual([]);
    const often = ['edit', 'npm test', 'npm test', 'npm test'];
    expect(routineThemes([session('a', often, null)])).toEqual([]);
  });

  it('begins in three sessions or not at all', () => {
    const starts = ['git checkout main && git pull'];
    expect(routineThemes([session('a', [...starts, ...starts, ...starts])])).toEqual([]);
    const [theme] = routineThemes(['a', 'b', 'c'].map((name) => session(name, starts)));
    expect(theme?.text).toBe('Work in shop begins with `git checkout main && git pull`.');
  });
});
