import { describe, expect, it } from 'vitest';
import { isLook, stepKey, stepOf } from './commands.ts';
import { errorKey, excerptOf } from './mishaps.ts';

describe('a step', () => {
  it.each<readonly [string, string | null]>([
    ['npm test', 'npm test'],
    ['cd "my app" && CI=1 npm test 2>&1 | tail -20', 'npm test'],
    ['cd /x; cd y && make   all', 'make all'],
    ["NAME='a b' make", 'make'],
    ['make > /dev/null || true', 'make'],
    ['echo a\necho b', null],
    ['cat <<EOF', null],
    [
      'git add \\\n  a.ts \\\n  b.ts && git commit -m "$(cat <<\'EOF\'\nFix it\n\nAll.\nEOF\n)"',
      'git add … && git commit -m "…"',
    ],
    ['gh pr create --title x --body "$(cat <<EOF\na\nEOF\n)"', 'gh pr create --title x --body "…"'],
    ['curl -u x:⟦masked:password⟧ y', null],
    [`echo ${'x'.repeat(200)}`, null],
    ['x', null],
    ['', null],
  ])('of %j is %j', (command, step) => {
    expect(stepOf(command)).toBe(step);
  });

  it.each<readonly [string, string]>([
    ['git commit -m "fix the header"', 'git commit -m …'],
    ['git commit -am fix', 'git commit -am …'],
    ['git show 1a2b3c4d', 'git show #'],
    ['kill -9 12345', 'kill -# #'],
    ['node v2.js', 'node v2.js'],
    ['kubectl cordon ip-10-0-49-7', 'kubectl cordon ip-#-#-#-#'],
    ['imgtool sign --version 1.42.0 z.bin', 'imgtool sign --version # z.bin'],
    ['python3 faktura.py', 'python3 faktura.py'],
  ])('%j is known as %j on another day', (step, key) => {
    expect(stepKey(step)).toBe(key);
  });

  it('is a look where it changes nothing', () => {
    for (const look of [
      'git status',
      'ls -la | grep x',
      'cat a && head b',
      'npm --version',
      'sed -n 1,5p x',
      'gh pr view 7',
      '/bin/ls',
    ])
      expect(isLook(look), look).toBe(true);
    for (const deed of ['git commit', 'npm test', 'sed -i s/a/b/ x', 'ls && rm x', 'cat a | sh'])
      expect(isLook(deed), deed).toBe(false);
  });
});

describe('what a failure says', () => {
  it.each<readonly [string, string | null]>([
    ['ok so far\nError: Cannot find module ./x. Did you mean y?\n at z', 'Cannot find module ./x'],
    ['npm error Missing script: "lint"\nnpm error see x', 'Missing script: "lint"'],
    ['fatal: not a git repository', 'not a git repository'],
    ['request failed https://example.org/x', 'request failed'],
    ['Exit', null],
    ['', null],
    ['Error: the key ⟦masked:x⟧ is invalid', null],
  ])('in %j is %j', (output, excerpt) => {
    expect(excerptOf(output)).toBe(excerpt);
  });

  it('is more than who says it', () => {
    expect(excerptOf('npm ERR! code 7\nnpm ERR! missing script: lint')).toContain('missing script: lint');
  });

  it('is the same on another day', () => {
    expect(errorKey('Port 3000 is taken by 1a2b3c4d5e')).toBe(
      errorKey('port 4000 is  taken by ffff00001111'),
    );
    expect(errorKey('needs node 24.1')).not.toBe(errorKey('needs node 22.9'));
  });
});
