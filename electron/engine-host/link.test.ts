// The link over real processes: it answers, and it outlives an engine that dies, hangs, or never says a word.
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LiveEvent } from '../../shared/contract.ts';
import type { Child, EngineSetup } from '../../shared/engine-process.ts';
import { epochMs } from '../../shared/ids.ts';
import { createEngineLink, type EngineLink, type LinkLimits } from './link.ts';
import { realTimers } from './timers.ts';

const setup: EngineSetup = {
  home: '/nowhere',
  data: '/nowhere/data',
  keyFolder: '/nowhere/keys',
  env: {},
  sample: null,
  version: '0.0.0',
  host: 'browser',
  logFile: null,
  nowMs: null,
  keepsWatch: false,
};
const quick: Partial<LinkLimits> = { restartFirstMs: 10 };

interface Opened {
  readonly link: EngineLink;
  readonly events: LiveEvent[];
  readonly logged: string[];
  /** Of every engine that was started. */
  readonly pids: () => readonly number[];
  /** Of every process that was started for long work. */
  readonly works: () => readonly number[];
  readonly until: (isSo: () => boolean) => Promise<void>;
}

function open(behaviour = 'well', limits: Partial<LinkLimits> = {}): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-link-'));
  const [diary, works] = [join(folder, 'pids'), join(folder, 'works')];
  const events: LiveEvent[] = [];
  const logged: string[] = [];
  const children: ChildProcess[] = [];
  const link = createEngineLink({
    fork: () => scripted(behaviour, diary, children),
    forkWork: () => scripted('work', works, children),
    setup,
    timers: realTimers,
    log: (_level, text) => void logged.push(text),
    limits: { ...quick, ...limits },
  });
  link.listen((event) => void events.push(event));
  onTestFinished(async () => {
    await link.close();
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    link,
    events,
    logged,
    pids: () => pidsIn(diary),
    works: () => pidsIn(works),
    until: async (isSo) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

function scripted(behaviour: string, diary: string, children: ChildProcess[]): Child<object> {
  const entry = join(import.meta.dirname, 'testing', 'scripted-engine.ts');
  const child = fork(entry, [behaviour, diary], { serialization: 'advanced' });
  children.push(child);
  return {
    send: (message) => void (child.connected && child.send(message, () => undefined)),
    onMessage: (hear) => void child.on('message', hear),
    onExit: (hear) => void child.on('exit', (status, signal) => hear(signal ?? `status ${status}`)),
    kill: () => void child.kill('SIGKILL'),
  };
}

const pidsIn = (diary: string): readonly number[] =>
  existsSync(diary) ? readFileSync(diary, 'utf8').trim().split('\n').map(Number) : [];

/** What the scripted engine does is told in the arguments of a call that has words in them. */
const tellTo = (link: EngineLink, first: string): ReturnType<typeof link.call<'night.compare'>> =>
  link.call('night.compare', { first, second: '' });

describe('an engine that is well', () => {
  it('is asked from the first moment on, before it can listen', async () => {
    const { link } = open();
    expect(link.state().state).toBe('starting');
    expect(await link.call('night.list', {})).toMatchObject({ ok: true, value: { name: 'night.list' } });
    expect(link.state()).toEqual({ state: 'ready', restarts: 0, openQuestions: 0 });
  });

  it('gives each question its own answer', async () => {
    const { link } = open();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => tellTo(link, `q${i}`)));
    answers.forEach((answer, i) => expect(answer).toMatchObject({ value: { args: { first: `q${i}` } } }));
  });

  it('ends when it is asked to, and answers nothing afterwards', async () => {
    const { link, pids, until } = open();
    await tellTo(link, 'hello');
    await link.close();
    expect(await tellTo(link, 'more')).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
    await until(() => !isAlive(pids()[0]));
    expect(pids()).toHaveLength(1);
  });

  it('is ended the other way where it does not hear', async () => {
    const { link, pids } = open('never-ends', { endMaxMs: 50 });
    await tellTo(link, 'hello');
    await link.close();
    expect(isAlive(pids()[0])).toBe(false);
  });

  it('turns away whoever asks too much at once', async () => {
    const { link } = open('well', { questionsMax: 3 });
    const open3 = [tellTo(link, 'never'), tellTo(link, 'never'), tellTo(link, 'never')];
    expect(await tellTo(link, 'one more')).toMatchObject({ ok: false, error: { kind: 'too-busy' } });
    await link.close();
    expect(await Promise.all(open3)).toMatchObject([{ ok: false }, { ok: false }, { ok: false }]);
  });
});

describe('an engine that dies', () => {
  it('fails whoever waited, says that it is lost and back, and is started anew', async () => {
    const { link, events, pids, until } = open();
    await tellTo(link, 'hello');
    const waiting = tellTo(link, 'never');
    expect(await tellTo(link, 'die')).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
    await until(() => link.state().state === 'ready');
    expect(events).toEqual([
      { kind: 'engine', state: 'lost' },
      { kind: 'engine', state: 'back' },
    ]);
    expect(await tellTo(link, 'again')).toMatchObject({ ok: true });
    expect(new Set(pids()).size).toBe(2);
  });

  it('is said to have ended the run that it was at', async () => {
    const { link, events, until } = open();
    await tellTo(link, 'run');
    await tellTo(link, 'die');
    await until(() => link.state().state === 'ready');
    expect(events.map((event) => event.kind)).toEqual(['run', 'run-ended', 'engine', 'engine']);
    expect(events[1]).toMatchObject({ end: { run: 'run-1', failure: { kind: 'not-reached' } } });
  });

  it('fails whoever asks while it is away', async () => {
    const { link } = open('well', { restartFirstMs: 100_000 });
    await tellTo(link, 'die');
    expect(link.state().state).toBe('lost');
    expect(await tellTo(link, 'hello')).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
  });

  it('is started again and again where it dies at its start, and more seldom each time', async () => {
    const { link, logged, until } = open('dies-at-start', { restartFirstMs: 1, restartMaxMs: 4 });
    await until(() => link.state().restarts >= 3);
    expect(logged.at(-1)).toContain('3 in a row');
  });

  it('hears the newest news of the computer when it is back', async () => {
    const { link, until } = open();
    link.tell({ kind: 'zone', atMs: epochMs(1), zone: 'Europe/Athens' });
    link.tell({ kind: 'zone', atMs: epochMs(2), zone: 'Asia/Tokyo' });
    await tellTo(link, 'die');
    await until(() => link.state().state === 'ready');
    expect(await tellTo(link, 'hello')).toMatchObject({
      value: { tellings: [{ kind: 'zone', zone: 'Asia/Tokyo' }] },
    });
  });
});

describe('an engine that hangs', () => {
  it('is ended after several missed pulses, and started anew', async () => {
    const { link, pids, until } = open('well', { pulseEveryMs: 40, missedMax: 10 });
    expect(await tellTo(link, 'hang')).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
    await until(() => link.state().state === 'ready');
    expect(await tellTo(link, 'hello')).toMatchObject({ ok: true });
    expect(isAlive(pids()[0])).toBe(false);
  });

  it('is ended where it never says that it listens', async () => {
    const { link, logged, until } = open('never-speaks', { startMaxMs: 30 });
    const asked = tellTo(link, 'hello');
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
    await until(() => link.state().restarts > 0);
    expect(logged.join('\n')).toContain('did not start in time');
  });
});

describe('long work', () => {
  const heard = async (link: EngineLink): Promise<readonly unknown[]> => {
    const answer = await tellTo(link, 'hello');
    return answer.ok && 'works' in answer.value ? (answer.value.works as unknown[]) : [];
  };

  it('has a process that the link starts, hears, tells and ends for the engine', async () => {
    const { link, works, until } = open();
    await tellTo(link, 'work');
    let said = await heard(link);
    while (said.length < 3) said = await heard(link);
    expect(said).toEqual([
      { kind: 'work-said', work: 1, message: { kind: 'hello' } },
      { kind: 'work-said', work: 1, message: { kind: 'heard', what: { kind: 'wake' } } },
      { kind: 'work-gone', work: 1, how: 'SIGKILL' },
    ]);
    await until(() => !isAlive(works()[0]));
  });

  it.each(['die', 'hang'])('does not outlive an engine that was told to %s', async (how) => {
    const { link, works, until } = open('well', { pulseEveryMs: 40, missedMax: 10 });
    await tellTo(link, 'work-on');
    await until(() => works().length === 1);
    await tellTo(link, how);
    await until(() => !isAlive(works()[0]));
  });
});

it('keeps the others informed where one listener fails', async () => {
  const { link, events, logged, until } = open();
  link.listen(() => {
    throw new Error('a window that is gone');
  });
  const later: LiveEvent[] = [];
  const stop = link.listen((event) => void later.push(event));
  await tellTo(link, 'run');
  stop();
  await tellTo(link, 'run');
  await until(() => events.length === 2);
  expect(later).toHaveLength(1);
  expect(logged.join('\n')).toContain('a window that is gone');
});

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
