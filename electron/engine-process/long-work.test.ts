// Threads that break, in every way a thread can: each is told of as lost, and the process that began it goes on.
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { stopped } from '../service/index.ts';
import { createStartLong } from './long-work.ts';
import { nowMs } from './testing/open-engine.ts';

vi.setConfig({ testTimeout: 120_000 });

const entry = join(import.meta.dirname, 'testing', 'broken-worker.ts');
const startLong = createStartLong(
  {
    home: '/nowhere',
    data: '/nowhere/data',
    keyFolder: '/nowhere/keys',
    env: {},
    sample: null,
    version: '0',
    host: 'browser',
    logFile: null,
    nowMs: epochMs(nowMs),
    keepsWatch: false,
  },
  entry,
);

const begin = (how: string) =>
  startLong<'import'>({ kind: 'import', paths: [how] }, { isSample: false, onProgress: () => undefined });

describe('a thread', () => {
  it('that answers is heard', async () => {
    expect(await begin('answers').end).toEqual({ kind: 'answered', answer: { ok: true, value: null } });
  });

  it.each([
    ['throws', 'the disk went away'],
    ['rejects', 'nobody caught it'],
    ['exits', 'ended without a word'],
  ])('that %s is lost, and it is said why', async (how, why) => {
    expect(await begin(how).end).toMatchObject({
      kind: 'lost',
      why: expect.stringContaining(why) as unknown,
    });
  });

  it('that hears nobody is stopped, and that is called what it is', async () => {
    const work = begin('hangs');
    work.wake();
    work.stop();
    expect(await work.end).toEqual({ kind: 'lost', why: stopped });
  });
});
