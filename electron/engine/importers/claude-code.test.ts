import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../shared/transcript.ts';
import { claudeCodeImporter } from './claude-code.ts';
import { textMax } from './importer.ts';
import { fixtureLines, joined, personWords, readAll, readFixture, wordsOf } from './testing/read-fixture.ts';

const read = (name: string): ReturnType<typeof joined> =>
  readFixture(claudeCodeImporter, 'claude-code', name);
const readLines = (...records: readonly unknown[]): ReturnType<typeof joined> =>
  joined(
    readAll(
      claudeCodeImporter,
      'made-up.jsonl',
      records.map((record) => JSON.stringify(record)),
    ),
  );
const session = (name: string, nativeId: string): readonly Turn[] =>
  read(name).transcripts.find((one) => one.head.nativeId === nativeId)?.turns ?? [];

const main = '11111111-1111-4111-8111-111111111111';
const newest = session('2.1.150.jsonl', main);
const turnWith = (words: string): Turn | undefined => newest.find((turn) => turn.text.includes(words));
const user = (content: unknown, more: object = {}): object => ({
  type: 'user',
  sessionId: 's',
  uuid: 'u1',
  message: { role: 'user', content },
  ...more,
});

describe('who speaks', () => {
  it('finds everything the person said and nothing else', () => {
    expect(personWords(newest)).toEqual([
      'Please always weigh flour in grams, never in cups.',
      'Make the rolls smaller, 60 g each.',
      'and add the rolls to the price list',
      'before you go on, switch to a new branch',
      'the price list by name, never by date',
      'the oven is in the cellar',
      'Keep this list short.',
      'one {"} two',
      'three',
      'this one was not',
    ]);
  });

  it('leaves the harness its own words', () => {
    for (const words of [
      'Always sort by date',
      'Always be tidy',
      'Never stop before',
      'Use rye.',
      'git status',
    ]) {
      expect(turnWith(words)).toMatchObject({ kind: 'notice', origin: 'injected' });
    }
  });

  it('takes words that stand only in the queue, once, and leaves out machine entries', () => {
    expect(
      newest.filter((turn) => turn.text.includes('price list') && turn.origin === 'person'),
    ).toHaveLength(1);
    expect(turnWith('switch to a new branch')?.origin).toBe('person');
    expect(turnWith('Type-check')).toBeUndefined();
  });

  it('keeps the settings of a command from being words', () => {
    expect(turnWith('set to the big one please')).toMatchObject({ kind: 'notice', origin: 'injected' });
  });

  it('calls a compaction a summary and an error of the provider a notice', () => {
    expect(turnWith('This session is being continued')).toMatchObject({ kind: 'summary', origin: 'agent' });
    expect(turnWith('API Error')).toMatchObject({ kind: 'notice', origin: 'injected' });
  });

  it('marks our own fenced block as our own', () => {
    const turn = turnWith('Keep this list short.');
    expect(wordsOf(turn ?? expect.fail(), 'own')).toContain('Weigh flour in grams');
    expect(turn?.origin).toBe('own');
  });

  it('gives a sub-agent no person', () => {
    const { transcripts } = read('2.0.28-agent.jsonl');
    expect(transcripts).toHaveLength(1);
    expect(transcripts[0]?.head).toMatchObject({
      role: 'subagent',
      nativeId: 'agent-a1b2c3',
      parentNativeId: main,
    });
    expect(transcripts[0]?.turns.map((turn) => turn.origin)).toEqual(['agent', 'agent']);
  });

  it('parts a sub-agent from the session in whose file it stands', () => {
    const { transcripts } = read('1.0.98.jsonl');
    expect(transcripts.map((one) => [one.head.role, one.turns.length])).toEqual([
      ['main', 5],
      ['subagent', 2],
    ]);
  });

  it('tells a program at the keyboard from a person', () => {
    const { transcripts } = read('2.1.49.jsonl');
    expect(transcripts.map((one) => [one.head.role, one.head.project, personWords(one.turns)])).toEqual([
      ['main', 'garden', ['Water the tomatoes at six, not at noon.', 'yes']],
      ['main', null, ['A question in another session.']],
      ['background', 'garden', []],
    ]);
  });
});

describe('tools', () => {
  const resultOf = (callId: string): Turn | undefined =>
    newest.find((turn) => turn.kind === 'result' && turn.use?.callId === callId);

  it('joins a result with its call and tells how it ended', () => {
    expect(resultOf('toolu_2')).toMatchObject({
      outcome: 'failed',
      exitCode: 1,
      use: { tool: 'shell', command: 'pnpm test' },
    });
    expect(resultOf('toolu_3')).toMatchObject({ outcome: 'failed', exitCode: null, use: { tool: 'edit' } });
    expect(resultOf('toolu_6')).toMatchObject({ outcome: 'refused', origin: 'tool' });
    expect(resultOf('toolu_7')).toMatchObject({ outcome: 'interrupted' });
  });

  it('says where a result comes from', () => {
    expect(wordsOf(resultOf('toolu_1') ?? expect.fail(), 'file')).toContain('2 cups');
    expect(wordsOf(resultOf('toolu_1') ?? expect.fail(), 'injected')).toContain('This file may be long');
    expect(resultOf('toolu_4')?.origin).toBe('web');
    expect(resultOf('toolu_5')?.origin).toBe('web');
    expect(resultOf('toolu_8')).toMatchObject({ origin: 'tool', use: { tool: 'agent' } });
  });
});

describe('the session', () => {
  it('counts an answer once however many lines it has', () => {
    const line = (output: number): object => ({
      type: 'assistant',
      sessionId: 's',
      message: {
        id: 'm',
        content: [{ type: 'text', text: 'x' }],
        usage: { input_tokens: 5, output_tokens: output },
      },
    });
    expect(readLines(line(3), line(9), line(9)).transcripts[0]?.tokens).toEqual({ input: 5, output: 9 });
  });

  it('keeps the title that the person gave', () => {
    expect(read('2.1.150.jsonl').transcripts[0]?.head).toMatchObject({
      title: 'Bread in grams',
      project: 'bakery',
      agentVersion: '2.1.150',
    });
  });

  it('gives the same key to a record that a fork copied', () => {
    const record = user('Hello there', { uuid: '00000000-0000-4000-8000-000000000001' });
    const keys = readLines(record, { ...record, sessionId: 'fork' }).transcripts.map(
      (one) => one.turns[0]?.key,
    );
    expect(new Set(keys).size).toBe(1);
  });

  it('does not take short ids of two sessions for one turn', () => {
    const keys = readLines(user('One'), user('Two', { sessionId: 't' })).transcripts.map(
      (one) => one.turns[0]?.key,
    );
    expect(new Set(keys).size).toBe(2);
  });

  it('reports what it could not read, with its place', () => {
    expect(read('2.1.150.jsonl').skipped.map((line) => [line.reason, line.detail])).toEqual([
      ['unknown-type', 'attachment/sourdough_delta'],
      ['unknown-type', 'system/kneading'],
      ['unknown-type', 'oven-temperature'],
      ['not-json', ''],
      ['wrong-shape', 'list'],
      ['wrong-shape', 'user without content'],
      ['glued', '2 records'],
      ['cut', '1 records kept'],
      ['cut', '0 records kept'],
    ]);
  });

  it('cuts a long text between characters and counts the rest', () => {
    const turn = readLines(user(`${'a'.repeat(textMax - 1)}😀 and more`)).transcripts[0]?.turns[0];
    expect(turn?.text).toHaveLength(textMax - 1);
    expect(turn?.cutChars).toBe(11);
    expect(turn?.spans).toEqual([{ origin: 'person', start: 0, end: textMax - 1 }]);
  });

  it('finds no session in a file of bookkeeping', () => {
    expect(readLines({ type: 'ai-title', aiTitle: 'Soon', sessionId: 's' }).transcripts).toEqual([]);
  });

  it('starts anew from a state it does not know', () => {
    for (const state of [
      '',
      'nonsense',
      '{"version":99}',
      '[]',
      '{"version":1,"sessions":[null,{"nativeId":4}]}',
    ]) {
      const reader = claudeCodeImporter.open({ path: 'x', name: 'x.jsonl', modifiedMs: 0 }, state);
      reader.line(JSON.stringify(user('Hi')), 0, 10);
      expect(reader.take().transcripts[0]?.turns[0]?.ordinal).toBe(0);
    }
  });
});

describe('always', () => {
  const names = ['2.1.150.jsonl', '2.1.49.jsonl', '2.0.28-agent.jsonl', '1.0.98.jsonl'];

  it('reads a file in two parts as in one, wherever it is parted', () => {
    for (const name of names) {
      const lines = fixtureLines(`claude-code/${name}`);
      const whole = joined(readAll(claudeCodeImporter, name, lines));
      for (let pause = 0; pause <= lines.length; pause++) {
        expect(joined(readAll(claudeCodeImporter, name, lines, [pause]))).toEqual(whole);
      }
    }
  });

  it('keeps the tokens of an answer that came before anything was said', () => {
    const all = names.flatMap((name) => fixtureLines(`claude-code/${name}`));
    const lines = [all[8] ?? '', all[4] ?? ''];
    const whole = joined(readAll(claudeCodeImporter, 'x.jsonl', lines));
    expect(whole.transcripts[0]?.tokens.output).toBeGreaterThan(0);
    expect(joined(readAll(claudeCodeImporter, 'x.jsonl', lines, [1]))).toEqual(whole);
  });

  it('reads fixtures in any order, with lines lost and doubled, in parts as in one', () => {
    const all = names.flatMap((name) => fixtureLines(`claude-code/${name}`));
    fc.assert(
      fc.property(
        fc.array(fc.nat(all.length - 1), { maxLength: 60 }),
        fc.array(fc.nat(60)),
        (picks, pauses) => {
          const lines = picks.map((pick) => all[pick] ?? '');
          const whole = joined(readAll(claudeCodeImporter, 'x.jsonl', lines));
          expect(joined(readAll(claudeCodeImporter, 'x.jsonl', lines, pauses))).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever the bytes or values, and covers each text with spans', () => {
    const field = fc.constantFrom(
      'type',
      'message',
      'content',
      'sessionId',
      'uuid',
      'attachment',
      'origin',
      'usage',
    );
    const type = fc.constantFrom(
      'user',
      'assistant',
      'attachment',
      'system',
      'queue-operation',
      'custom-title',
    );
    const record = fc
      .tuple(type, fc.dictionary(field, fc.jsonValue()))
      .map(([kind, rest]) => ({ ...rest, type: kind }));
    const block = fc.record(
      {
        type: fc.constantFrom('text', 'tool_use', 'tool_result', 'thinking'),
        text: fc.string(),
        content: fc.jsonValue(),
        input: fc.jsonValue(),
        name: fc.string(),
        id: fc.jsonValue(),
        tool_use_id: fc.jsonValue(),
      },
      { requiredKeys: ['type'] },
    );
    const spoken = fc
      .tuple(type, fc.array(block))
      .map(([kind, content]) => ({ type: kind, sessionId: 's', message: { content, usage: {} } }));
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      record.map((value) => JSON.stringify(value)),
      spoken.map((value) => JSON.stringify(value)),
      fc.tuple(record, fc.nat(200)).map(([value, end]) => JSON.stringify(value).slice(0, end)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        for (const { turns } of joined(readAll(claudeCodeImporter, 'x.jsonl', lines)).transcripts) {
          turns.forEach((turn, i) => {
            expect(turn.ordinal).toBe(i);
            expect(turn.spans[0]?.start).toBe(0);
            expect(turn.spans.at(-1)?.end).toBe(turn.text.length);
            turn.spans.forEach((span, k) => expect(span.start).toBe(turn.spans[k - 1]?.end ?? 0));
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
