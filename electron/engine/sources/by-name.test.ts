import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findByName } from './by-name.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'by-name-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function put(name: string, content: string | Buffer | readonly object[]): string {
  const path = join(home, name);
  mkdirSync(dirname(path), { recursive: true });
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, isRaw ? content : content.map((record) => JSON.stringify(record)).join('\n'));
  return path;
}

/** `agent format` for a session, else the reason. */
const verdict = (path: string): string | undefined => {
  const { files, unread } = findByName(home, path);
  const file = files[0];
  return file === undefined ? unread[0]?.why : `${file.agent} ${file.kind} ${file.format}`;
};

const claude = [
  { type: 'file-history-snapshot', messageId: 'x', snapshot: {} },
  { type: 'user', sessionId: 's', message: { role: 'user', content: 'hi' } },
];
const codex = [{ timestamp: 't', type: 'session_meta', payload: { id: 'x' } }];
const openclaw = [{ type: 'session', version: 3, id: 'x', cwd: '/x' }];

describe('a file given by name', () => {
  it('goes to the agent whose records it holds, whatever it is called', () => {
    expect(verdict(put('a.txt', claude))).toBe('claude-code session jsonl');
    expect(verdict(put('b', codex))).toBe('codex session jsonl');
    expect(verdict(put('c.jsonl', openclaw))).toBe('openclaw session jsonl');
    expect(verdict(put('d.jsonl', [{ id: 'x', timestamp: 't', instructions: null }]))).toBe(
      'codex session jsonl',
    );
    expect(
      verdict(put('e.jsonl.zst', zstdCompressSync(codex.map((r) => JSON.stringify(r)).join('\n')))),
    ).toBe('codex session jsonl.zst');
  });

  it('is a session though its first lines are broken', () => {
    expect(verdict(put('a.jsonl', `broken\n{"half":\n${JSON.stringify(claude[1])}`))).toBe(
      'claude-code session jsonl',
    );
  });

  it('is an export of chats by what stands in it', () => {
    expect(verdict(put('c.json', '[{"mapping":{},"current_node":"x"}]'))).toBe('chatgpt session export');
    expect(verdict(put('d.json', '\n [ {"uuid":"x","chat_messages":[]}]'))).toBe('claude-ai session export');
  });

  it('is named where no importer reads it yet', () => {
    const gemini = { sessionId: 's', projectHash: 'h', messages: [] };
    expect(verdict(put('g.json', JSON.stringify(gemini, null, 2)))).toBe('not read yet: Gemini CLI session');
    expect(verdict(put('g.jsonl', [gemini]))).toBe('not read yet: Gemini CLI session');
    expect(verdict(put('p.jsonl', [{ type: 'session.start', data: {} }]))).toBe(
      'not read yet: Copilot CLI session',
    );
    expect(verdict(put('u.jsonl', [{ role: 'user', message: { content: [] } }]))).toBe(
      'not read yet: Cursor agent transcript',
    );
    expect(verdict(put('h.md', '\n# aider chat started at 2026-01-01 10:00:00\n'))).toBe(
      'not read yet: Aider chat history',
    );
    expect(verdict(put('s.db', 'SQLite format 3\0…'))).toBe('not read yet: SQLite database');
  });

  it('is told as what it is where it is nothing of ours', () => {
    expect(verdict(put('a.txt', 'Dear diary'))).toBe('is not a transcript');
    expect(verdict(put('b.json', '{"name":"package"}'))).toBe('is not a transcript');
    expect(verdict(put('c.jsonl', ''))).toBe('is not a transcript');
    expect(verdict(join(home, 'gone'))).toBe('does not exist');
  });

  it('is memory where its name says so', () => {
    const { files } = findByName(home, put('shop/CLAUDE.md', '- Use pnpm.'));
    expect(files[0]).toMatchObject({
      agent: 'claude-code',
      memory: { owner: 'file', scope: 'project:shop' },
    });
  });
});

describe('a folder given by name', () => {
  it('is searched, with strangers counted and copies passed over', () => {
    put('in/a.jsonl', claude);
    put('in/deep/er/b.jsonl', codex);
    put('in/c.checkpoint.9.jsonl', openclaw);
    put('in/c.jsonl.bak-1-2', openclaw);
    put('in/c.jsonl.reset.2026-01-01', openclaw);
    put('in/node_modules/d.jsonl', claude);
    put('in/notes.txt', 'nothing');
    put('in/package.json', '{}');
    put('in/g.json', JSON.stringify({ sessionId: 's', projectHash: 'h', messages: [] }));
    symlinkSync(join(home, 'in'), join(home, 'in/deep/again'));
    const { files, notReadYet, unread } = findByName(home, join(home, 'in'));
    expect(files.map((file) => `${file.name} ${file.agent}`)).toEqual([
      'a.jsonl claude-code',
      'c.jsonl.reset.2026-01-01 openclaw',
      'b.jsonl codex',
    ]);
    expect(notReadYet).toEqual([{ what: 'Gemini CLI session', files: 1 }]);
    expect(unread).toEqual([]);
  });

  it('says so where it holds nothing', () => {
    mkdirSync(join(home, 'empty'));
    expect(verdict(join(home, 'empty'))).toBe('holds no transcript');
  });
});
