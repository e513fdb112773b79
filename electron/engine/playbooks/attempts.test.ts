import { describe, expect, it } from 'vitest';
import { attemptsIn, sessionWork, type Attempt } from './attempts.ts';
import { session } from './testing/made-up-work.ts';

const attempts = (steps: readonly string[], goal: string): readonly Attempt[] =>
  attemptsIn(sessionWork(session('s', steps))).filter((one) => one.goal === goal);
const went = (steps: readonly string[]): readonly string[] =>
  attempts(steps, 'make deploy').map((one) => `${one.went} ${one.proof?.by ?? ''}`.trim());

describe('an attempt', () => {
  it.each([
    ['went well by its exit code', ['make deploy'], ['well']],
    ['went badly by its exit code', ['make deploy!'], ['badly exit']],
    ['went badly where the check after it failed', ['make deploy', '?make smoke!'], ['badly check']],
    ['is not judged by a check after other work', ['make deploy', 'git push', '?npm test!'], ['well']],
    ['is not judged by a check after an edit', ['make deploy', 'edit', '?npm test!'], ['well']],
    ['went badly where its owner puts it right', ['make deploy', 'no'], ['badly person']],
    ['is not judged by what comes after another wish', ['make deploy', 'asked', 'ls it', 'no'], ['well']],
    ['went badly where it was taken back', ['make deploy', 'git revert'], ['badly undone']],
    [
      'each is judged by what follows it',
      ['make deploy!', 'make login', 'make deploy'],
      ['badly exit', 'well'],
    ],
  ])('%s', (_, steps, expected) => expect(went(steps)).toEqual(expected));

  it('knows what was run before it, and what since the one before', () => {
    const [first, second] = attempts(
      ['make login', 'make deploy!', 'make keys', '?npm test', 'make deploy'],
      'make deploy',
    );
    expect([...(first?.before.keys() ?? [])]).toEqual(['make login']);
    expect([...(second?.before.keys() ?? [])]).toEqual(['make login', 'make keys', 'npm test']);
    // a check changes nothing, so it mends nothing
    expect([...(second?.since ?? [])]).toEqual(['make keys']);
  });

  it('was not prepared by a step that failed', () => {
    const [one] = attempts(['make login!', 'make deploy'], 'make deploy');
    expect(one?.before.size).toBe(0);
  });
});
