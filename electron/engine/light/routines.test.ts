import { describe, expect, it } from 'vitest';
import type { ToolRun } from './tool-runs.ts';
import { languageOf } from '../language/language.ts';
import { isCheck, isLook, stepKey, stepOf } from './commands.ts';
import { routinesOf } from './routines.ts';

let ordinal = 0;
const ran = (command: string, ended: ToolRun['ended'] = 'ok', askedAt = 0): ToolRun => ({
  kind: 'shell',
  step: stepOf(command),
  command,
  callOrdinal: ++ordinal,
  resultOrdinal: ++ordinal,
  ended,
  output: '',
  atMs: null,
  askedAt,
});
const edited = (askedAt = 0): ToolRun => ({ ...ran('', 'ok', askedAt), kind: 'edit', step: null });
const routines = (runs: readonly ToolRun[]): readonly string[] =>
  routinesOf(runs, languageOf('en')).map(({ cues, text }) => `${cues.join()} ${text}`);

describe('a check after changes', () => {
  it('is one whether it passed or not, each command once with all its runs', () => {
    const [signal, ...more] = routinesOf(
      [edited(), ran('go test ./...', 'failed'), edited(), ran('go test ./... 2>&1 | tail -5')],
      languageOf('en'),
    );
    expect(more).toEqual([]);
    expect(signal?.quotes.map(({ text }) => text)).toEqual(['go test ./...', 'go test ./...']);
    expect(signal).toMatchObject({ kind: 'workflow', origin: 'tool', task: null, text: 'go test ./...' });
  });

  it('is each part of a line of commands', () => {
    expect(
      routines([edited(), ran('go vet ./... && go test ./... && git add -A && git commit -m "x"')]),
    ).toEqual(['routine-checks go vet ./...', 'routine-checks go test ./...']);
  });

  it('is none before anything was changed', () => {
    expect(routines([ran('npm test')])).toEqual([]);
  });

  it.each(['npm test', 'pnpm --filter web build', 'cargo clippy', 'mise run check', 'make lint'])(
    '%s',
    (step) => {
      expect(isCheck(step)).toBe(true);
    },
  );

  it.each([
    'npx vitest run src/money.test.ts',
    'go test ./tokens/ -run TestElide',
    'cat test.log',
    'git push',
    'npm install',
    'rm -rf build.old/x.txt',
  ])('not %s: it is about one file or case, or checks nothing', (step) => {
    expect(isCheck(step)).toBe(false);
  });
});

describe('what work begins with', () => {
  it('is the first command of a request that changes something', () => {
    expect(
      routines([
        ran('git status', 'ok', 1),
        ran('git checkout main && git pull', 'ok', 1),
        ran('npm install', 'ok', 1),
        ran('docker compose up -d', 'ok', 2),
      ]),
    ).toEqual(['routine-begins git checkout main && git pull', 'routine-begins docker compose up -d']);
  });

  it('is no commit, no check, and nothing after an edit', () => {
    expect(
      routines([ran('git push', 'ok', 1), ran('npm test', 'ok', 2), edited(3), ran('npm install', 'ok', 3)]),
    ).toEqual([]);
  });
});

describe('what work ends with', () => {
  it('is how it is handed in, without the branch and the words of the day', () => {
    const handedIn = [
      ran('git commit -m x && git push -u origin fix/a', 'ok', 1),
      ran('gh pr create --title "Fix a" --body "$(cat <<EOF\nIt was broken.\nEOF\n)"', 'ok', 1),
      ran('git push', 'ok', 2),
      ran('gh pr view', 'ok', 2),
    ];
    const [signal, ...more] = routinesOf(handedIn, languageOf('en')).filter(({ cues }) =>
      cues.includes('routine-ends'),
    );
    expect(more).toEqual([]);
    expect(signal?.text).toBe('git push -u origin …\ngh pr create');
    expect(signal?.quotes.map(({ text }) => text)).toEqual([
      'git commit -m x && git push -u origin fix/a',
      'gh pr create',
    ]);
  });
});

describe('what of a command is left open', () => {
  it('the files of a commit, its words and the name of a branch', () => {
    expect(stepKey('git add src/a.ts README.md && git commit -m "Fix it"')).toBe(
      'git add … && git commit -m …',
    );
    expect(stepKey('git checkout -b fix/login')).toBe('git checkout -b …');
    expect(stepKey('git checkout main')).toBe('git checkout main');
  });

  it('a bar within quotation marks joins no commands', () => {
    expect(isLook("rg -n 'a|rm -rf b' README.md")).toBe(true);
    expect(isLook('ls | xargs rm')).toBe(false);
  });
});
