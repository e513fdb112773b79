import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countRaw } from './count-raw.ts';
import { readImported, readNight } from './night.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slowwave-raw-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, ...rows: readonly object[]): void =>
  writeFileSync(join(folder, name), rows.map((row) => JSON.stringify(row)).join('\n'));

describe('counting raw transcripts', () => {
  it('takes of Claude Code only what a person typed, once', () => {
    const said = {
      type: 'user',
      uuid: 'a',
      timestamp: '2026-01-02T00:00:00Z',
      message: { role: 'user', content: 'Hello' },
    };
    const result = { type: 'tool_result', tool_use_id: 't', content: 'x' };
    write(
      'one.jsonl',
      said,
      said,
      { type: 'user', uuid: 'b', isMeta: true, message: { content: 'Caveat' } },
      { type: 'user', uuid: 'c', message: { content: '<system-reminder>no</system-reminder>' } },
      { type: 'user', uuid: 'd', message: { content: [result] } },
      { type: 'assistant', uuid: 'e', message: { content: [{ type: 'tool_use', id: 't', name: 'Bash' }] } },
      { type: 'user', uuid: 'f', isSidechain: true, message: { content: 'Look for it' } },
    );
    expect(countRaw('claude-code', folder)).toEqual({
      files: 1,
      sessions: 1,
      personTurns: 1,
      toolCalls: 1,
      records: 6,
      newestMs: Date.parse('2026-01-02T00:00:00Z'),
    });
  });

  it('takes the event of Codex for the turn, and reads glued records', () => {
    const event = { type: 'event_msg', payload: { type: 'user_message', message: 'Hi' } };
    const call = { type: 'response_item', payload: { type: 'function_call', call_id: 'c1' } };
    writeFileSync(
      join(folder, 'r.jsonl'),
      `${JSON.stringify(event)}\n${JSON.stringify(call)}${JSON.stringify(call)}\ncut {`,
    );
    expect(countRaw('codex', folder)).toMatchObject({ personTurns: 1, toolCalls: 1 });
  });
});

describe('reading what was printed', () => {
  it('finds the figures of an import and the quotes of a night', () => {
    const report = { sessions: 2, turns: 9, personTurns: 3, skipped: [{}], skippedByReason: { cut: 1 } };
    expect(readImported(JSON.stringify({ import: report }))).toMatchObject({
      sessions: 2,
      skipped: 1,
      skippedByReason: 'cut 1',
    });
    const evidence = [{ session: 's', turn: 4, quote: 'tabs, please' }];
    const after = { kind: 'preference', scope: 'global', text: 'Use tabs.', evidence };
    const [change] = readNight(
      JSON.stringify({ proposals: [{ operation: 'add', why: 'said twice', after }] }),
    );
    expect(change).toMatchObject({ operation: 'add', text: 'Use tabs.', quotes: evidence });
  });
});
