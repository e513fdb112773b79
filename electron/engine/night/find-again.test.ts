// From the engine's face down: what was imported and dreamt is found again, and two dreams over it are compared.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DreamOptions, Failure } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { createEngine, type WholeEngine } from '../index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'slowwave-find-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nowMs = epochMs(Date.UTC(2026, 10, 20, 3));
const sample = path.resolve(import.meta.dirname, '..', '..', '..', 'resources', 'sample');

function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(result.error.happened);
  return result.value;
}

const engineOn = async (data: string, withSample: boolean): Promise<WholeEngine> =>
  valueOf(
    await createEngine({
      clock: { now: () => nowMs, wall: () => nowMs, ticks: () => 0 },
      home: path.join(folder, 'nobody'),
      data: path.join(folder, data),
      env: {},
      sample: withSample ? sample : null,
    }),
  );

const anything = { limit: 10, agent: null, project: null, sinceMs: null };

describe('before anything was read', () => {
  it('says so, and makes no store', async () => {
    const engine = await engineOn('empty', false);
    const answers = [
      await engine.search('pnpm', anything),
      await engine.nights(),
      await engine.compareNights('previous', 'latest'),
    ];
    engine.close();
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(existsSync(path.join(folder, 'empty')) ? readdirSync(path.join(folder, 'empty')) : []).toEqual([]);
  });
});

describe('after two dreams over one history', () => {
  let engine: WholeEngine;
  beforeAll(async () => {
    engine = await engineOn('data', true);
    const options: DreamOptions = {
      preview: false,
      instructions: null,
      sessionsMax: null,
      sinceMs: null,
      apply: 'review',
      paths: [],
    };
    valueOf(await engine.dream(options, {}));
    valueOf(await engine.dream({ ...options, instructions: 'only about tests' }, {}));
  }, 60_000);
  afterAll(() => engine.close());

  it('lists both, the later one first, with what was understood', async () => {
    const nights = valueOf(await engine.nights());
    expect(nights.map(({ instructions }) => instructions?.text ?? null)).toEqual(['only about tests', null]);
  });

  it('compares them', async () => {
    const { first, second, changes, verdicts } = valueOf(await engine.compareNights('previous', 'latest'));
    expect(first.instructions).toBeNull();
    expect(second.instructions?.isOnly).toBe(true);
    expect(changes.onlyFirst.length).toBeGreaterThan(0);
    expect(changes.onlySecond).toEqual([]);
    expect(verdicts.some((one) => one.second?.gate === 'instructions')).toBe(true);
  });

  it('names as patterns what says something, however often pleasantries come back', async () => {
    const texts = valueOf(await engine.patterns(90)).map(({ text }) => text);
    expect(texts.some((text) => text.includes('kilometres'))).toBe(true);
    expect(texts.filter((text) => text.length < 12)).toEqual([]);
  });

  it('refuses to compare a night with itself', async () => {
    expect(await engine.compareNights('latest', 'latest')).toMatchObject({
      ok: false,
      error: { kind: 'wrong-input' },
    });
  });

  it('offers each rule in its own words, and no order of one day', async () => {
    const { changes } = valueOf(await engine.compareNights('previous', 'latest'));
    const texts = changes.onlyFirst.flatMap(({ after }) => (after === null ? [] : [after.text]));
    expect(texts).toContain('We say guests, not customers, everywhere on the site.');
    expect(texts.filter((text) => /^Write to|from Utrecht/u.test(text))).toEqual([]);
    for (const { after } of changes.onlyFirst) {
      const words = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
      const said = new Set(after?.evidence.flatMap(({ quote }) => words(quote)));
      const own = words(after?.text ?? '');
      expect(own.filter((word) => said.has(word)).length).toBeGreaterThanOrEqual(own.length / 3);
    }
  });

  it('finds the words that prove a proposal where they were said', async () => {
    const { changes } = valueOf(await engine.compareNights('previous', 'latest'));
    const proofs = changes.onlyFirst.flatMap((change) => change.after?.evidence.slice(0, 1) ?? []);
    const said = proofs.filter(({ origin, quote }) => origin === 'person' && quote.length < 200);
    expect(said.length).toBeGreaterThan(0);
    for (const { quote } of said) {
      const { passages } = valueOf(await engine.search(`"${quote}"`, anything));
      const shown = passages[0]?.turns.filter(({ answers }) => answers).map(({ excerpt }) => excerpt.text);
      // The newest saying comes first; it may begin with another letter case or end in another mark.
      const words = quote.toLowerCase().replace(/[.!。]$/u, '');
      expect(shown?.some((text) => text.toLowerCase().includes(words))).toBe(true);
    }
  });
});
