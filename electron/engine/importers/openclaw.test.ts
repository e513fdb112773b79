import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../shared/transcript.ts';
import { openClawImporter } from './openclaw.ts';
import { fixtureLines, joined, personWords, readAll, readFixture, wordsOf } from './testing/read-fixture.ts';

const { transcripts, skipped } = readFixture(openClawImporter, 'openclaw', '2026.2.jsonl');
const turns = transcripts[0]?.turns ?? [];
const turnWith = (words: string): Turn =>
  turns.find((turn) => turn.text.includes(words)) ?? expect.fail(`no turn says "${words}"`);

describe('OpenClaw', () => {
  it('finds what the person wrote, without the channel’s envelope', () => {
    expect(personWords(turns)).toEqual([
      'Remind me of the dentist on Tuesdays, not on Mondays.',
      'Send me the bill on Fridays.',
      'Thank you!',
      'Go on.',
    ]);
  });

  it('takes words in a group for nobody’s', () => {
    expect(wordsOf(turnWith('garlic'), 'import')).toBe('I never eat garlic.');
  });

  it('knows heartbeats, timers and the gateway', () => {
    for (const words of ['Startup sequence', 'Read HEARTBEAT.md', 'greet in Latin', 'always be brief']) {
      expect(turnWith(words)).toMatchObject({ kind: 'notice', origin: 'injected' });
    }
    expect(turnWith('HEARTBEAT_OK').kind).toBe('notice');
  });

  it('knows the words of other agents', () => {
    expect(turnWith('Never sleep')).toMatchObject({ origin: 'agent' });
    expect(turnWith('What do you think?')).toMatchObject({ origin: 'agent' });
  });

  it('joins results with calls and tells how they ended', () => {
    expect(turnWith('Wed Feb 18')).toMatchObject({ outcome: 'ok', exitCode: 0, use: { command: 'date' } });
    expect(turnWith('make: no rule')).toMatchObject({
      outcome: 'failed',
      exitCode: 2,
      use: { command: 'make tooth' },
    });
    expect(turnWith('pay in advance').origin).toBe('web');
    expect(turnWith('whose call is not')).toMatchObject({
      origin: 'file',
      use: { tool: 'read', target: null },
    });
  });

  it('keeps summaries apart', () => {
    expect(turnWith('The dentist is on Tuesdays').kind).toBe('summary');
    expect(turnWith('Another way').kind).toBe('summary');
  });

  it('knows the session, its parent and that a workspace is no project', () => {
    expect(transcripts[0]?.head).toMatchObject({
      nativeId: '66666666-6666-4666-8666-666666666666',
      parentNativeId: '77777777-7777-4777-8777-777777777777',
      project: null,
      title: 'The dentist',
      role: 'main',
    });
    expect(transcripts[0]?.tokens).toEqual({ input: 535, output: 50 });
  });

  it('reads Pi, whose entries it shares, with its project', () => {
    const pi = readFixture(openClawImporter, 'openclaw', 'pi-3.jsonl').transcripts[0];
    expect(pi?.head).toMatchObject({ nativeId: 'pi-session', project: 'bakery' });
    expect(personWords(pi?.turns ?? [])).toEqual(['Fix the scales.']);
  });

  it('calls a session of timers alone a background session', () => {
    const lines = [
      { type: 'session', version: 3, id: 's', cwd: '/x' },
      { type: 'message', id: 'a', message: { role: 'user', content: '[cron:1 x] Do it.' } },
    ].map((entry) => JSON.stringify(entry));
    expect(joined(readAll(openClawImporter, 's.jsonl', lines)).transcripts[0]?.head.role).toBe('background');
  });

  it('names a session by its file where no header was read', () => {
    const line = JSON.stringify({ type: 'message', id: 'a', message: { role: 'user', content: 'Hi' } });
    const name = 'abc.jsonl.reset.2026-02-18T10-00-00.000Z';
    expect(joined(readAll(openClawImporter, name, [line])).transcripts[0]?.head.nativeId).toBe('abc');
  });

  it('reports what it could not read', () => {
    expect(skipped.map((line) => [line.reason, line.detail])).toEqual([
      ['unknown-type', 'hibernation'],
      ['unknown-type', 'message/oracle'],
      ['cut', '0 records kept'],
    ]);
  });

  it('reads a file in parts as in one, wherever it is parted', () => {
    const lines = fixtureLines('openclaw/2026.2.jsonl');
    const whole = joined(readAll(openClawImporter, 'x.jsonl', lines));
    for (let pause = 0; pause <= lines.length; pause++) {
      expect(joined(readAll(openClawImporter, 'x.jsonl', lines, [pause, pause + 5]))).toEqual(whole);
    }
  });

  it('never throws, whatever the bytes or values', () => {
    const field = fc.constantFrom(
      'id',
      'message',
      'timestamp',
      'summary',
      'content',
      'cwd',
      'parentSession',
      'name',
    );
    const type = fc.constantFrom('session', 'message', 'compaction', 'custom_message', 'session_info');
    const role = fc.constantFrom('user', 'assistant', 'toolResult', 'bashExecution');
    const entry = fc
      .tuple(type, fc.dictionary(field, fc.jsonValue()))
      .map(([kind, rest]) => ({ ...rest, type: kind }));
    const message = fc.tuple(role, fc.jsonValue(), fc.jsonValue()).map(([who, content, details]) => ({
      type: 'message',
      id: 'a',
      message: { role: who, content, details },
    }));
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.jsonValue(), entry, message).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.array(fc.nat(30)), (lines, pauses) => {
        const whole = joined(readAll(openClawImporter, 'x.jsonl', lines));
        expect(joined(readAll(openClawImporter, 'x.jsonl', lines, pauses))).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});
