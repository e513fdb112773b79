import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instructionsCharsMax } from '../../../shared/instructions.ts';
import { createEngine, type WholeEngine } from '../index.ts';
import { scriptedMind } from '../minds/testing/scripted-mind.ts';
import { startFakeClaude, type FakeClaude } from '../models/testing/fake-claude.ts';
import {
  depsOf,
  everyFile,
  fourDays,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

const key = 'sk-ant-api03-of-the-owner';

async function opened(): Promise<{
  engine: WholeEngine;
  server: FakeClaude;
  place: TempHome;
  folder: string;
}> {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  writeDay(place, { id: 'day-e', day: 20, said: ['We deploy on Thursdays.', 'Use two browsers in tests.'] });
  const mind = scriptedMind();
  const server = await startFakeClaude({ reply: (heard) => ({ kind: 'say', text: mind(heard) }) });
  onTestFinished(() => server.close());
  const folder = `${place.home}-settings`;
  const engine = valueOf(await createEngine({ ...depsOf(place, nightMs), keyFolder: folder }));
  onTestFinished(() => engine.close());
  valueOf(
    await engine.modelSet({
      choice: 'server',
      baseUrl: server.url,
      readerModel: 'claude-haiku-4-5',
      consolidatorModel: 'claude-sonnet-5',
    }),
  );
  return { engine, server, place, folder };
}

describe('the model’s desk', () => {
  it('says what is missing, and asks nobody to find out', async () => {
    const { engine, server } = await opened();
    const before = valueOf(await engine.modelStatus());
    expect(before).toMatchObject({
      isAgreed: false,
      hasKey: false,
      because: expect.stringContaining('agreed'),
    });
    expect(valueOf(await engine.modelSet({ consentTo: server.url }))).toMatchObject({
      isAgreed: true,
      because: null,
    });
    expect(server.heard).toEqual([]);
  });

  it('keeps a key for its owner’s eyes alone, outside of the data folder, and takes it away', async () => {
    const { engine, server, place, folder } = await opened();
    const kept = valueOf(await engine.modelKey(key));
    expect(kept).toMatchObject({ hasKey: true, keyFrom: 'file' });
    expect(JSON.stringify(kept)).not.toContain(key);
    if (process.platform !== 'win32') expect(statSync(kept.keyPlace).mode & 0o777).toBe(0o600);
    for (const text of everyFile(place.data).values()) expect(text).not.toContain(key);
    expect(everyFile(folder).get('server.key')).toBe(`${key}\n`);
    valueOf(await engine.modelTest());
    expect(valueOf(await engine.modelKey(null))).toMatchObject({ hasKey: false });
    expect(await engine.modelKey('two words')).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
    expect(server.heard).toEqual([]);
  });

  it('reckons a range that the night then keeps to, and tells of each call', async () => {
    const { engine, server } = await opened();
    valueOf(await engine.modelSet({ consentTo: server.url }));
    valueOf(await engine.dream({ ...plainNight, model: { mode: 'none' } }, {}));
    const estimate = valueOf(await engine.modelEstimate({ ask: false }));
    const counted = valueOf(await engine.modelEstimate({ ask: true }));
    expect(estimate).toMatchObject({ decisions: 2, known: 0, countedBy: 'bytes' });
    expect(counted.countedBy).toBe('server');
    expect(server.heard).toEqual([]);
    const night = valueOf(await engine.dream({ ...plainNight, instructions: null }, {}));
    const usd = night.receipt.cost.usd;
    expect(usd).toBeGreaterThan(0);
    expect(usd).toBeLessThanOrEqual(estimate.usd?.high ?? 0);
    expect(usd).toBeGreaterThanOrEqual(counted.usd?.low ?? Infinity);
    const trace = valueOf(await engine.nightTrace(null));
    expect(trace.calls).toMatchObject([
      { role: 'consolidator', outcome: 'said', attempt: 1, sent: [{ session: 'day-e', turns: 2 }] },
    ]);
    expect(trace.calls[0]?.answer).toContain('The engine is right.');
    expect(valueOf(await engine.modelEstimate({ ask: false }))).toMatchObject({
      known: 2,
      calls: { low: 0, high: 0 },
    });
  });

  it('says in three sentences why a server does not answer', async () => {
    const { engine, server } = await opened();
    valueOf(await engine.modelSet({ choice: 'claude' }));
    expect(await engine.modelTest()).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('no key') },
    });
    valueOf(await engine.modelSet({ choice: 'server', baseUrl: 'http://127.0.0.1:1' }));
    expect(await engine.modelTest()).toMatchObject({ ok: false, error: { kind: 'not-reached' } });
    expect(server.heard).toEqual([]);
  });

  it('keeps every cap where it is set, refuses what is no cap, and takes instructions up to one length', async () => {
    const { engine } = await opened();
    const set = await engine.budgetSet({ usdPerMonth: 3, tokensPerMonth: 7, roundsPerNight: 2 });
    expect(valueOf(set)).toMatchObject({
      caps: { usdPerMonth: 3, tokensPerMonth: 7, usdPerNight: 0.5 },
      roundsPerNight: 2,
    });
    expect(valueOf(await engine.budget())).toEqual(valueOf(set));
    expect(await engine.budgetSet({ usdPerNight: -1 })).toMatchObject({ ok: false });
    expect(await engine.budgetSet({ roundsPerNight: 21 })).toMatchObject({ ok: false });
    const long = 'a'.repeat(instructionsCharsMax + 1);
    const words = expect.stringContaining('1 to 4096 characters, and these have 4097');
    expect(await engine.setSettings({ focus: long })).toMatchObject({ error: { happened: words } });
    expect(await engine.dream({ ...plainNight, instructions: long }, {})).toMatchObject({
      error: { happened: words },
    });
    expect(valueOf(await engine.setSettings({ focus: long.slice(1) })).focus).toHaveLength(4_096);
  });

  it('keeps its owner’s own price beside the keys, with whatever else they wrote there, and lets go of it again', async () => {
    const { engine, folder } = await opened();
    const own = join(folder, 'prices.json');
    mkdirSync(folder, { recursive: true });
    writeFileSync(own, '{"batchShare": 0.4, "models": {"llama": {"input": 0, "output": 0}}}');
    const set = valueOf(await engine.modelSetPrice('claude-sonnet-5', { input: 4, output: 20 }));
    expect(set.rows.filter(({ isOwn }) => isOwn).map(({ model }) => model)).toEqual([
      'claude-sonnet-5',
      'llama',
    ]);
    expect(set).toMatchObject({ batchShare: 0.4, place: own });
    expect(valueOf(await engine.modelStatus()).prices.asOf).toBe(set.asOf);
    const back = valueOf(await engine.modelSetPrice('claude-sonnet-5', null));
    expect(back.rows.find(({ model }) => model === 'claude-sonnet-5')).toMatchObject({
      price: { input: 2, output: 10 },
      isOwn: false,
    });
    writeFileSync(own, '{');
    expect(await engine.modelSetPrice('llama', null)).toMatchObject({ ok: false });
    expect(readFileSync(own, 'utf8')).toBe('{');
  });

  it('reckons what readers have before them, and knows what they read', async () => {
    const { engine, server } = await opened();
    valueOf(await engine.modelSet({ consentTo: server.url, mode: 'full' }));
    valueOf(await engine.dream({ ...plainNight, model: { mode: 'none' } }, {}));
    const before = valueOf(await engine.modelEstimate({ ask: false }));
    expect(before.reading).toEqual({ sessions: 5, pieces: 5, known: 0 });
    expect(server.heard).toEqual([]);
    const night = valueOf(await engine.dream(plainNight, {}));
    expect(night.receipt.cost.usd).toBeGreaterThanOrEqual((before.usd?.low ?? 1) / 2);
    expect(night.receipt.cost.usd).toBeLessThanOrEqual(before.usd?.high ?? 0);
    expect(valueOf(await engine.modelEstimate({ ask: false }))).toMatchObject({
      reading: { known: 5 },
      calls: { low: 0, high: 0 },
    });
    valueOf(await engine.modelSet({ mode: 'batch', readerModel: 'claude-sonnet-5' }));
    const half = valueOf(await engine.modelEstimate({ ask: false }));
    valueOf(await engine.modelSet({ mode: 'full' }));
    const whole = valueOf(await engine.modelEstimate({ ask: false }));
    expect(half.usd?.high).toBeCloseTo((whole.usd?.high ?? 0) / 2, 6);
  });
});
