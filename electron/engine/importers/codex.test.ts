import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkippedLine, TokenCount, Transcript, Turn } from '../../../shared/transcript.ts';
import { codexImporter } from './codex.ts';
import { commandOf, resultOf } from './codex-calls.ts';
import type { ImportedFile, ReadPart } from './importer.ts';

const fixture = (version: string): readonly string[] =>
  readFileSync(fileURLToPath(new URL(`fixtures/codex/${version}.jsonl`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const file = (name: string): ImportedFile => ({ path: `.codex/sessions/${name}`, name, modifiedMs: 0 });
const rollout = file('rollout-2026-02-03T09-00-00-7c1d2a54-0f3b-4c7e-9a55-3d2b8f6e1a01.jsonl');

interface Read {
  readonly head: Transcript['head'] | null;
  readonly turns: readonly Turn[];
  readonly tokens: TokenCount;
  readonly skipped: readonly SkippedLine[];
}

/** Reads the lines in parts, each by a reader that knows the one before only by its state. */
function read(parts: readonly (readonly string[])[], from: ImportedFile = rollout): Read {
  let state: string | null = null;
  let at = 0;
  const taken: ReadPart[] = [];
  for (const lines of parts) {
    const reader = codexImporter.open(from, state);
    for (const line of lines) {
      reader.line(line, at, at + Buffer.byteLength(line));
      at += Buffer.byteLength(line) + 1;
    }
    taken.push(reader.take());
    state = reader.state();
  }
  const all = taken.flatMap((part) => part.transcripts);
  return {
    head: all.at(-1)?.head ?? null,
    turns: all.flatMap((transcript) => transcript.turns),
    tokens: {
      input: all.reduce((sum, transcript) => sum + transcript.tokens.input, 0),
      output: all.reduce((sum, transcript) => sum + transcript.tokens.output, 0),
    },
    skipped: taken.flatMap((part) => part.skipped),
  };
}

const shown = (turns: readonly Turn[]): readonly string[] =>
  turns.map((turn) => `${turn.kind} ${turn.origin} ${turn.text.split('\n')[0] ?? ''}`);

const event = (type: string, message: string): string =>
  JSON.stringify({ timestamp: '2026-02-03T09:00:00Z', type: 'event_msg', payload: { type, message } });
const item = (role: string, text: string): string =>
  JSON.stringify({
    timestamp: '2026-02-03T09:00:00Z',
    type: 'response_item',
    payload: { type: 'message', role, content: [{ type: 'input_text', text }] },
  });

describe('a session of the command line', () => {
  const session = read([fixture('0.98.0')]);

  it('is read once, though every message stands in it twice', () => {
    expect(shown(session.turns)).toEqual([
      'notice injected <permissions instructions>',
      'notice injected # AGENTS.md instructions for /home/kim/bakery',
      'notice injected <environment_context>',
      'message person Make the oven timer count down.',
      'message agent I run the tests.',
      'call agent npm test',
      'result tool 1 failed: timer',
      'call agent *** Begin Patch',
      'result tool Success. Updated the following files:',
      'call agent curl -s https://example.org/flour',
      'result web Flour is 2 euro.',
      'message agent Done.',
      'message person continue',
      'notice injected Warning: too many open commands.',
      'message agent Done.',
      'message person continue',
    ]);
  });

  it('has a head, tokens as they were counted last, and ordinals without a gap', () => {
    expect(session.head).toEqual({
      id: 'codex:7c1d2a54-0f3b-4c7e-9a55-3d2b8f6e1a01',
      agent: 'codex',
      nativeId: '7c1d2a54-0f3b-4c7e-9a55-3d2b8f6e1a01',
      role: 'main',
      parentNativeId: null,
      cwd: '/home/kim/bakery',
      project: 'bakery',
      title: null,
      agentVersion: '0.98.0',
    });
    expect(session.tokens).toEqual({ input: 250, output: 35 });
    expect(session.turns.map((turn) => turn.ordinal)).toEqual(session.turns.map((_, i) => i));
    expect(new Set(session.turns.map((turn) => turn.key)).size).toBe(session.turns.length);
  });

  it('knows what was run, on which file, and how it ended', () => {
    const results = session.turns.filter((turn) => turn.kind === 'result');
    expect(
      results.map((turn) => [
        turn.use?.tool,
        turn.use?.command,
        turn.use?.target,
        turn.outcome,
        turn.exitCode,
      ]),
    ).toEqual([
      ['shell', 'npm test', null, 'failed', 1],
      ['edit', null, 'src/timer.ts', 'ok', 0],
      ['shell', 'curl -s https://example.org/flour', null, 'ok', 0],
    ]);
  });

  it('counts a type that it does not know, by name only', () => {
    expect(session.skipped.map((line) => [line.reason, line.detail])).toEqual([
      ['unknown-type', 'event_msg/brand_new_thing'],
    ]);
  });
});

describe('other ages and kinds of sessions', () => {
  it('reads the first files, which have no envelope and no events', () => {
    const session = read([fixture('2025-05')], file('rollout-x.jsonl'));
    expect(session.head?.nativeId).toBe('3f0c9c1e-77aa-4c0b-8d0e-5a1b2c3d4e5f');
    expect(shown(session.turns)).toEqual([
      'notice injected <environment_context>',
      'message person Sort the song list by key.',
      'thinking agent The list is in songs.json.',
      'call agent cat songs.json',
      'result tool []',
      'message agent The list is empty.',
    ]);
    expect(session.skipped).toEqual([]);
  });

  it('reads a sub-agent, whose user is an agent', () => {
    const session = read([fixture('0.126.0')]);
    expect(session.head).toMatchObject({
      role: 'subagent',
      parentNativeId: '019d6fff-0000-7000-8000-0000000000b0',
      project: 'ferry',
      title: 'Late ferry',
    });
    expect(shown(session.turns)).toEqual([
      'message agent Find out why the ferry is late.',
      'thinking agent **Looking at the log**',
      'call agent npm run slow',
      'result tool starting',
      'result tool too late',
      'call agent git status',
      'result tool not a repository',
      'call agent ferry timetable',
      'call agent rm -rf build',
      'result tool exec command rejected by user',
      'message agent The pilot was ill.',
      'call agent ls',
      'result tool quay.txt',
      'summary agent So far: the pilot was ill.',
      'notice injected <turn_aborted>',
      'notice injected Rolled back 1 turns',
    ]);
    expect(session.skipped.map((line) => line.reason)).toEqual(['cut']);
  });

  it('joins the end of a slow command to the call that began it', () => {
    const { turns } = read([fixture('0.126.0')]);
    const slow = turns.filter((turn) => turn.kind === 'result' && turn.use?.callId === 'call_s');
    expect(slow.map((turn) => [turn.use?.command, turn.outcome, turn.exitCode])).toEqual([
      ['npm run slow', 'unknown', null],
      ['npm run slow', 'failed', 2],
    ]);
    const others = turns.filter((turn) => turn.kind === 'result' && turn.use?.callId !== 'call_s');
    expect(others.map((turn) => [turn.outcome, turn.exitCode])).toEqual([
      ['failed', 128],
      ['refused', null],
      ['ok', 0],
    ]);
  });

  it('leaves out what a fork copied of its parent, and the tokens that the parent used', () => {
    const fork = read([fixture('0.125.0-fork')]);
    expect(fork.head).toMatchObject({
      nativeId: '019c6a10-0000-7000-8000-0000000000c1',
      parentNativeId: '019c6900-0000-7000-8000-0000000000a1',
      cwd: '/home/kim/bakery',
    });
    expect(shown(fork.turns)).toEqual([
      'message person The fork says this.',
      'message agent The fork is answered.',
    ]);
    expect(fork.tokens).toEqual({ input: 200, output: 30 });
  });

  it('ends a copy without turn ids at the first pause after it', () => {
    const meta = (id: string, more: object): string =>
      JSON.stringify({ timestamp: '2026-02-03T09:00:00Z', type: 'session_meta', payload: { id, ...more } });
    const late = item('user', 'Mine.').replace('09:00:00', '09:00:09');
    const lines = [
      meta('b', { timestamp: '2026-02-03T09:00:00Z' }),
      meta('a', {}),
      item('user', 'Not mine.'),
      late,
    ];
    expect(shown(read([lines]).turns)).toEqual(['message person Mine.']);
  });

  it('lets a fork without a copy, and a resumed session, go on', () => {
    const meta = JSON.stringify({
      timestamp: '2026-02-03T09:00:00Z',
      type: 'session_meta',
      payload: { id: 'b', timestamp: '2026-02-03T09:00:00Z', forked_from_id: 'a' },
    });
    expect(shown(read([[meta, item('user', 'One.'), meta, item('user', 'Two.')]]).turns)).toEqual([
      'message person One.',
      'message person Two.',
    ]);
  });

  it('tells a command given to `exec` from one at the keyboard, and both from another program', () => {
    const from = (source: string): Read => {
      const meta = JSON.stringify({ type: 'session_meta', payload: { id: 's', source } });
      return read([[meta, item('user', 'Go.')]]);
    };
    expect([from('exec').head?.role, from('exec').turns[0]?.origin]).toEqual(['background', 'person']);
    expect([from('vscode').head?.role, from('vscode').turns[0]?.origin]).toEqual(['main', 'person']);
    expect([from('mcp').head?.role, from('mcp').turns[0]?.origin]).toEqual(['background', 'agent']);
  });

  it('parts what the editor put before the words from the words', () => {
    const text =
      '# Context from my IDE setup:\n\n## Open tabs:\n- a.ts\n\n## My request for Codex:\nRename it.\n';
    for (const lines of [
      [item('user', text)],
      [event('user_message', text)],
      [item('user', text), event('user_message', text)],
    ]) {
      expect(shown(read([lines]).turns)).toEqual([
        'notice injected # Context from my IDE setup:',
        'message person Rename it.',
      ]);
    }
  });
});

describe('what came back from a tool', () => {
  it('takes the text out of each of the wrappers', () => {
    expect(resultOf('{"output":"hi","metadata":{"exit_code":3}}')).toMatchObject({
      text: 'hi',
      exitCode: 3,
      outcome: 'failed',
    });
    expect(resultOf('Exit code: 0\nWall time: 1 seconds\nOutput:\nhi')).toMatchObject({
      text: 'hi',
      outcome: 'ok',
    });
    expect(resultOf([{ type: 'input_text', text: 'hi' }])).toMatchObject({ text: 'hi', outcome: 'unknown' });
    expect(resultOf({ content: 'hi', success: false })).toMatchObject({ text: 'hi', outcome: 'failed' });
  });

  it('does not believe a program that prints an exit code of its own', () => {
    expect(resultOf('hello\nExit code: 1\nOutput:\nx')).toMatchObject({ exitCode: null });
    expect(resultOf('{"output":"mine","other":1}')).toMatchObject({ text: '{"output":"mine","other":1}' });
  });

  it('finds the command inside its shell', () => {
    expect(commandOf(['bash', '-lc', 'ls -l'])).toBe('ls -l');
    expect(commandOf(['powershell.exe', '-NoProfile', '-Command', 'dir'])).toBe('dir');
    expect(commandOf(['git', 'status'])).toBe('git status');
  });
});

describe('any file at all', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(
        ...fixture('0.98.0'),
        ...fixture('0.126.0'),
        ...fixture('0.125.0-fork'),
        ...fixture('2025-05'),
      ),
      fc
        .record({ type: fc.constantFrom('response_item', 'event_msg', 'session_meta'), payload: fc.object() })
        .map((r) => JSON.stringify(r)),
    ),
    { maxLength: 40 },
  );

  it('never throws, and covers every text with spans', () => {
    fc.assert(
      fc.property(lines, (some) => {
        for (const turn of read([some]).turns) {
          expect(turn.spans.reduce((at, span) => (span.start === at ? span.end : -1), 0)).toBe(
            turn.text.length,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same in two goes as in one, wherever it is parted', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (some, a, b) => {
        const [first, second] = [a % (some.length + 1), b % (some.length + 1)].sort((x, y) => x - y);
        const parts = [some.slice(0, first), some.slice(first, second), some.slice(second)];
        const whole = read([some]);
        const parted = read(parts);
        expect(parted.turns).toEqual(whole.turns);
        expect(parted.skipped).toEqual(whole.skipped);
        expect(parted.tokens).toEqual(whole.tokens);
        expect(parted.head).toEqual(whole.head);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes two turns of the two copies of a message, in whichever order they stand', () => {
    const message = fc.record({
      who: fc.constantFrom('person', 'agent'),
      itemFirst: fc.boolean(),
      word: fc.constantFrom('yes', 'no', 'go on'),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (said) => {
        const both = said.flatMap(({ who, itemFirst, word }) => {
          const copies = [
            item(who === 'person' ? 'user' : 'assistant', word),
            event(who === 'person' ? 'user_message' : 'agent_message', word),
          ];
          return itemFirst ? copies : copies.toReversed();
        });
        const heard = read([both]).turns.map((turn) => [turn.origin, turn.text]);
        expect(heard).toEqual(said.map(({ who, word }) => [who, word]));
      }),
    );
  });

  it('reads files that have only one of the two logs', () => {
    const said = ['a', 'b', 'a'];
    const items = said.flatMap((word) => [item('user', word), item('assistant', `re ${word}`)]);
    const events = said.flatMap((word) => [
      event('user_message', word),
      event('agent_message', `re ${word}`),
    ]);
    const heard = said.flatMap((word) => [`message person ${word}`, `message agent re ${word}`]);
    expect(shown(read([items]).turns)).toEqual(heard);
    expect(shown(read([events]).turns)).toEqual(heard);
  });
});
