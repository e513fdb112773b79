// The real engine process over a made-up home: it answers, dreams in a process of its own, is woken, dies and is told of.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { EngineLink } from '../engine-host/index.ts';
import { openEngine, plainWish, valueOf } from './testing/open-engine.ts';

// Each dreams a real night, on whatever machine and beside whatever else is running there.
vi.setConfig({ testTimeout: 120_000 });

describe('a night through the process', () => {
  it('as a preview leaves its proposal in its end and nothing in the store', async () => {
    const { link, endOf } = openEngine();
    const { run } = await valueOf(link.call('night.start', { ...plainWish, preview: true }));
    const end = await endOf(run);
    expect(end.kind).toBe('preview');
    expect(end.preview?.length).toBeGreaterThan(0);
    expect(await valueOf(link.call('review.list', {}))).toEqual([]);
    expect(await valueOf(link.call('night.list', {}))).toEqual([]);
  });

  it('is begun at once, followed by events while every question is answered, and ends with a receipt', async () => {
    const { link, events, endOf, until } = openEngine();
    await valueOf(link.call('settings.get', {}));
    const { run } = await valueOf(link.call('night.start', plainWish));
    expect(await link.call('night.start', plainWish)).toMatchObject({ error: { kind: 'store-busy' } });
    let answered = 0;
    const isOver = (): boolean => events.some((event) => event.kind === 'run-ended');
    while (!isOver()) {
      await valueOf(link.call('review.list', {}));
      if (!isOver()) answered += 1;
      await new Promise((done) => setTimeout(done, 20));
    }
    // With the dream in the same process no more than one could be answered before its end.
    expect(answered).toBeGreaterThan(5);
    const end = await endOf(run);
    expect(end).toMatchObject({ kind: 'dream', failure: null, receipt: { outcome: 'done', preview: false } });
    expect(end.waiting).toBeGreaterThan(0);
    const stages = events.flatMap((e) => (e.kind === 'run' ? e.running.stages.map((s) => s.stage) : []));
    expect([...new Set(stages)]).toEqual(['import', 'light', 'rem', 'deep', 'propose']);
    // told after the end, in a message of its own
    await until(() => events.at(-1)?.kind === 'changed');
    expect(await valueOf(link.call('night.end', { run }))).toEqual(end);
    const state = await valueOf(link.call('night.state', {}));
    expect(state).toMatchObject({ running: null, last: end.receipt, reviewWaiting: end.waiting });
    expect(state.willRead.newSessions).toBe(0);
    await reviewAndApply(link);
  });
});

/** Its review, and an apply into our record and into the files. */
async function reviewAndApply(link: EngineLink): Promise<void> {
  const items = await valueOf(link.call('review.list', {}));
  const item = items.find(({ change }) => change.operation === 'add');
  if (item === undefined) throw new Error('the sample proposes something new');
  expect(await valueOf(link.call('review.why', { change: item.change.id }))).toMatchObject({
    reason: item.change.why,
    evidence: item.change.after?.evidence,
  });
  await valueOf(link.call('review.rule', { ids: [item.change.id], ruling: { kind: 'approved' } }));
  const applied = await valueOf(
    link.call('review.apply', { files: true, choices: { extraFiles: [], blocks: {} } }),
  );
  expect(applied).toMatchObject({ applied: [item.change.id], filesFailure: null });
  expect(applied.files?.written.length).toBeGreaterThan(0);
  const memory = await valueOf(link.call('memory.list', { closedToo: false }));
  expect(memory.some((entry) => entry.id === item.change.after?.id)).toBe(true);
}

describe('waking', () => {
  it('ends a dream at its next safe point, with a receipt that says so', async () => {
    const { link, endOf, until, running } = openEngine();
    const { run } = await valueOf(link.call('night.start', plainWish));
    await until(() => running()?.stage !== null);
    expect(await valueOf(link.call('night.wake', {}))).toEqual({ run });
    const end = await endOf(run);
    expect(end.failure?.kind ?? end.receipt?.outcome).toBe('woken');
    expect(await valueOf(link.call('night.wake', {}))).toEqual({ run: null });
  });
});

describe('an end that nobody wished for', () => {
  it('of the dream alone: the app lives, the night has its receipt, and the next one works', async () => {
    const { link, pids, works, events, until, running, endOf } = openEngine();
    const { run } = await valueOf(link.call('night.start', plainWish));
    await until(() => running()?.stage === 'light');
    works[0]?.kill();
    expect(await endOf(run)).toMatchObject({
      receipt: { outcome: 'failed' },
      failure: { kind: 'not-reached', happened: 'It was interrupted: its process ended (SIGKILL).' },
    });
    expect(await valueOf(link.call('night.list', {}))).toMatchObject([{ outcome: 'failed' }]);
    const again = await valueOf(link.call('night.start', plainWish));
    expect(await endOf(again.run)).toMatchObject({ failure: null, receipt: { outcome: 'done' } });
    expect(pids()).toHaveLength(1);
    expect(events.some((event) => event.kind === 'engine')).toBe(false);
  });

  it('of the whole process in the middle of a dream: the night is marked, and the next one goes on', async () => {
    const { link, events, children, works, until, running, endOf } = openEngine();
    const { run } = await valueOf(link.call('night.start', plainWish));
    await until(() => running()?.stage === 'import' || running()?.stage === 'light');
    children[0]?.kill();
    expect(await endOf(run)).toMatchObject({ receipt: null, failure: { kind: 'not-reached' } });
    // Nobody is left to hear it: it went as well.
    await until(() => !isAlive(works[0]?.pid));
    await until(() => events.some((event) => event.kind === 'engine' && event.state === 'back'));
    expect(await valueOf(link.call('night.list', {}))).toMatchObject([{ outcome: 'failed' }]);
    const again = await valueOf(link.call('night.start', plainWish));
    expect(await endOf(again.run)).toMatchObject({ failure: null, receipt: { outcome: 'done' } });
  });

  it('by a polite signal in the middle of a dream: it wakes, and lets go of the store; of the app: it leaves as well', async () => {
    const { link, data, until, running, pids, events } = openEngine();
    await valueOf(link.call('night.start', plainWish));
    await until(() => running()?.stage !== null);
    process.kill(pids()[0] ?? 0, 'SIGTERM');
    await until(() => events.some((event) => event.kind === 'engine' && event.state === 'back'));
    expect(existsSync(join(data, 'slowwave.db'))).toBe(true);
    const [night] = await valueOf(link.call('night.list', {}));
    expect(['woken', 'done', 'failed']).toContain(night?.outcome);
    expect(await valueOf(link.call('app.check', {}))).toEqual({ problems: [] });
    await valueOf(link.call('settings.set', { patch: { isOnboarded: true } }));
    await link.close();
    expect(existsSync(join(data, 'slowwave.db-wal'))).toBe(false);
  });
});

function isAlive(pid: number | null | undefined): boolean {
  try {
    return typeof pid === 'number' && process.kill(pid, 0);
  } catch {
    return false;
  }
}
