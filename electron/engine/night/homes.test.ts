import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import { createEngine } from '../index.ts';

const sample = fileURLToPath(new URL('../../../resources/sample', import.meta.url));
const options = {
  instructions: null,
  sessionsMax: null,
  sinceMs: null,
  apply: 'review',
  paths: [],
} as const;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'slowwave-homes-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function withEngine<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const now = epochMs(Date.parse('2027-03-01T06:30:00Z'));
  const clock = { now: () => now, wall: () => now, ticks: () => 0 };
  const made = await createEngine({ clock, home, data: join(home, 'share', 'slowwave'), env: {}, sample });
  if (!made.ok) throw new Error(made.error.happened);
  try {
    return await use(made.value);
  } finally {
    made.value.close();
  }
}

const turn = {
  type: 'user',
  uuid: '8a3c0a56-3f0b-4d0e-9b62-0f5d4a1f6c11',
  sessionId: '5b0e7b8e-52a7-4b3b-b6f3-0d2f6a1c7e22',
  cwd: '/home/ada/shop',
  timestamp: '2027-02-27T10:00:00Z',
  message: { role: 'user', content: 'Sort the list, please.' },
};

describe('a computer without any agent', () => {
  it('dreams a preview about the sample and holds nothing of it afterwards', async () => {
    const night = await withEngine((engine) => engine.dream({ ...options, preview: true }, {}));
    expect(night).toMatchObject({ ok: true, value: { receipt: { sample: true, preview: true } } });
    expect(readdirSync(home)).toEqual([]);
  });

  it('keeps what a person names apart from the made-up days, and goes on with it', async () => {
    const named = join(home, 'copies', 'one.jsonl');
    mkdirSync(dirname(named));
    writeFileSync(named, `${JSON.stringify(turn)}\n`);
    const read = await withEngine((engine) => engine.import([named], {}));
    expect(read).toMatchObject({ ok: true, value: { sessions: 1, turns: 1 } });
    expect(existsSync(join(home, 'share', 'slowwave', 'sample'))).toBe(false);
    const night = await withEngine((engine) => engine.dream({ ...options, preview: false }, {}));
    expect(night).toMatchObject({ ok: true, value: { receipt: { sample: false, read: { sessions: 1 } } } });
  });

  it('says what it found of an agent that nobody here reads', async () => {
    const folder = join(home, 'gemini');
    mkdirSync(folder);
    const chat = { sessionId: 'a', projectHash: 'b', messages: [] };
    writeFileSync(join(folder, 'session-1.json'), JSON.stringify(chat));
    const read = await withEngine((engine) => engine.import([folder], {}));
    expect(read).toMatchObject({
      ok: true,
      value: { unread: [{ path: folder, why: 'not read yet: Gemini CLI session' }] },
    });
  });
});
