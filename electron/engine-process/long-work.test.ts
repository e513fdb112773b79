// Processes that break, in every way one can: each is told of as lost, and whoever began it goes on.
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { forkWithNode } from '../engine-host/index.ts';
import { stopped } from '../service/index.ts';
import { createStartLong, type ToWork } from './long-work.ts';
import { nowMs } from './testing/open-engine.ts';

vi.setConfig({ testTimeout: 120_000 });

const entry = join(import.meta.dirname, 'testing', 'broken-work.ts');
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
  () => forkWithNode<ToWork>(entry),
);

const begin = (how: string) =>
  startLong<'import'>({ kind: 'import', paths: [how] }, { isSample: false, onProgress: () => undefined });

describe('a process for long work', () => {
  it('that answers is heard, also where it was woken before it listened', async () => {
    const work = begin('answers');
    work.wake();
    expect(await work.end).toEqual({
      kind: 'answered',
      answer: { ok: true, value: { problems: [] } },
    });
  });

  it.each([
    ['throws', 'It broke off: the disk went away.'],
    ['rejects', 'It broke off: nobody caught it.'],
    ['exits', 'It was interrupted: its process ended (status 0).'],
    ['crashes', 'It was interrupted: its process ended (SIGSEGV).'],
  ])('that %s is lost, and it is said why', async (how, why) => {
    expect(await begin(how).end).toEqual({ kind: 'lost', why });
  });

  it('that hears nobody is stopped, and that is called what it is', async () => {
    const work = begin('hangs');
    work.wake();
    work.stop();
    expect(await work.end).toEqual({ kind: 'lost', why: stopped });
  });
});
