import { describe, expect, it } from 'vitest';
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { sessionId } from '../../../shared/ids.ts';
import { languageOf } from '../language/language.ts';
import { conventionsOf } from '../light/conventions.ts';
import { mishapsOf } from '../light/mishaps.ts';
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
  const language = languageOf('en');
  const signals: readonly Signal[] = [...routinesOf(runs, language), ...conventionsOf(runs, language)];
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

  it('is how nearly all branches and commits are called in three sessions, or none', () => {
    const named = ['git checkout -b fix/a', 'git commit -m "fix(api): a"', 'git commit -m "docs: b"'];
    const sessions = ['a', 'b', 'c', 'd', 'e'].map((name) => session(name, named));
    expect(routineThemes(sessions).map(({ text, isUnasked }) => [text, isUnasked])).toEqual([
      ['Work in shop begins with `git checkout -b …`.', true],
      ['Branches in shop are named like `fix/…`.', true],
      ['Commit messages in shop begin like `docs: …`, `fix(…): …`.', true],
    ]);
    expect(routineThemes(sessions.slice(0, 2))).toEqual([]);
    const otherwise = session('f', ['git commit -m "Fix a"', 'git commit -m "Fix b"', 'git checkout -b c']);
    expect(routineThemes([...sessions, otherwise]).map(({ text }) => text)).toEqual([
      'Work in shop begins with `git checkout -b …`.',
    ]);
  });

  it('ends as it was handed in in three sessions', () => {
    const handedIn = ['git push -u origin fix/a && gh pr create --title x'];
    const ends = (names: readonly string[]): readonly string[] =>
      routineThemes(names.map((name) => session(name, handedIn))).map(({ text }) => text);
    expect(ends(['a', 'b'])).toEqual([]);
    expect(ends(['a', 'b', 'c'])).toEqual([
      'Work in shop ends with `git push -u origin …`, then `gh pr create`.',
    ]);
  });

  it('names a command to the letter where it was the same each time', () => {
    const [theme] = routineThemes(
      ['a', 'b', 'c'].map((name) => session(name, ['edit', 'go test ./... -count=1'])),
    );
    expect(theme?.text).toBe('After changes in shop: run `go test ./... -count=1`.');
  });

  it('is what commits were turned away with in three sessions until files were edited', () => {
    const turnedAway = (name: string): SessionSignals => ({
      ...session(name, []),
      signals: mishapsOf(
        [
          {
            ...run('git commit -m "x"', 'shell', 0, 1),
            ended: 'failed',
            output: '[FAILED] lint --fix [FAILED]',
            resultOrdinal: 2,
          },
          run('', 'edit', 0, 3),
          run('git commit -m "x"', 'shell', 0, 4),
        ],
        languageOf('en'),
      ).signals,
    });
    expect(routineThemes([turnedAway('a'), turnedAway('b')])).toEqual([]);
    const [theme, ...more] = routineThemes(['a', 'b', 'c'].map(turnedAway));
    expect(more).toEqual([]);
    expect(theme).toMatchObject({
      text: '`git commit -m …` often fails in shop with “lint --fix”: check that first.',
      isUnasked: true,
      taint: 'tool',
    });
  });
});
