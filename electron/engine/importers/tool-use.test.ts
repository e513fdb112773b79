import { describe, expect, it } from 'vitest';
import { exitCodeIn, outcomeOf } from './tool-result.ts';
import { callText, isFetching, resultOrigin, resultText, toolKind, toolUse } from './tool-use.ts';

describe('a tool', () => {
  it('is known by its name in any spelling', () => {
    expect(
      ['Bash', 'exec', 'local_shell', 'WebFetch', 'web_search', 'MultiEdit', 'Task', 'LS'].map(toolKind),
    ).toEqual(['shell', 'shell', 'shell', 'web', 'web', 'edit', 'agent', 'search']);
    expect(toolKind('mcp__chrome__navigate')).toBe('web');
    expect(toolKind('mcp__linear__list_issues')).toBe('other');
  });

  it('tells its command to the letter', () => {
    expect(toolUse('1', 'shell', { command: ['bash', '-lc', 'npm test'] }).command).toBe('npm test');
    expect(toolUse('1', 'Bash', { command: 'a  &&  b\n' }).command).toBe('a  &&  b\n');
    expect(toolUse('1', 'Bash', 'nonsense').command).toBeNull();
  });

  it('shows what is worth reading of a call', () => {
    const use = toolUse('1', 'Edit', { file_path: 'a.ts', new_string: 'const b = 1' });
    expect(callText(use, { file_path: 'a.ts', new_string: 'const b = 1' })).toBe('a.ts\nconst b = 1');
    expect(callText(toolUse('1', 'TodoWrite', {}), { todos: [] })).toBe('{"todos":[]}');
  });

  it('brings the web in where its command fetches a page, but not from one’s own machine', () => {
    const yes = [
      'curl -sL https://a.example',
      'cd x && wget https://a.example/b',
      'sudo curl a.example',
      'x=$(curl a.example)',
    ];
    const no = ['echo "use curl to fetch"', 'cat curl.txt', 'curl http://localhost:3000/health', 'git pull'];
    expect(yes.map(isFetching)).toEqual([true, true, true, true]);
    expect(no.map(isFetching)).toEqual([false, false, false, false]);
    expect(resultOrigin(toolUse('1', 'Bash', { command: 'curl https://a.example' }))).toBe('web');
    expect(resultOrigin(toolUse('1', 'Read', { path: 'a.ts' }))).toBe('file');
    expect(resultOrigin(toolUse('1', 'Bash', { command: 'cat a.ts' }))).toBe('tool');
  });

  it('gives its result as text, with images only named', () => {
    const content = [
      { type: 'text', text: 'a' },
      { type: 'image', source: {} },
      7,
      { type: 'tool_reference', tool_name: 'b' },
    ];
    expect(resultText(content)).toBe('a\n[image]\nb');
  });
});

describe('an exit status', () => {
  it('is read where a shell tells it', () => {
    expect(exitCodeIn('Exit code 1\nboom')).toBe(1);
    expect(exitCodeIn('boom\nexit code: 127')).toBe(127);
    expect(exitCodeIn('Process exited with code 0\nok')).toBe(0);
    expect(exitCodeIn(`${'long\n'.repeat(500)}\n\nCommand exited with code 3`)).toBe(3);
    expect(exitCodeIn('see the manual about exit code 4')).toBeNull();
    expect(exitCodeIn('the next exit is 25')).toBeNull();
  });

  it('decides how a call ended, with the person’s no before all else', () => {
    const bash = toolUse('1', 'Bash', { command: 'x' });
    expect(outcomeOf(bash, 'Exit code 2', true)).toEqual({ outcome: 'failed', exitCode: 2 });
    expect(outcomeOf(bash, "The user doesn't want to proceed with this tool use.", true).outcome).toBe(
      'refused',
    );
    expect(outcomeOf(bash, 'Command running in background with ID: b1', false).outcome).toBe('unknown');
    expect(outcomeOf(toolUse('1', 'Read', {}), 'Exit code 1', false)).toEqual({
      outcome: 'ok',
      exitCode: null,
    });
  });
});
