// The newest night judged anew, and a near miss kept by its owner's word: over the sample's real night.
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { nowMs, sampleFolder, tempFolder, valueOf } from '../../engine-process/testing/open-engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import { usualThresholds } from '../../../shared/settings.ts';
import { createEngine, type WholeEngine } from '../index.ts';
import { writeSample } from './sample.ts';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';

const undone: (() => void | Promise<void>)[] = [];
let engine: WholeEngine;

beforeAll(async () => {
  const folder = tempFolder((undo) => void undone.push(undo));
  const home = join(folder, 'home');
  mkdirSync(home);
  writeSample({ sample: sampleFolder, out: home, nowMs });
  engine = await valueOf(
    createEngine({
      clock: { now: () => epochMs(nowMs), wall: () => epochMs(nowMs), ticks: () => 0 },
      home,
      data: join(folder, 'data'),
      keyFolder: join(folder, 'keys'),
      env: {},
      sample: null,
    }),
  );
  const options = { preview: false, instructions: null, sessionsMax: null, sinceMs: null, paths: [] };
  await valueOf(engine.dream({ ...options, apply: 'review' }, {}));
}, 120_000);

afterAll(async () => {
  engine.close();
  for (const undo of undone) await undo();
});

describe('the newest night with other thresholds', () => {
  it('comes to the same with the same, and to no less with lower ones', async () => {
    const same = await valueOf(engine.nightWithThresholds(usualThresholds));
    expect(same.would).toBe(same.did);
    expect(same.did).toBeGreaterThan(5);
    const lower = await valueOf(engine.nightWithThresholds({ scoreMin: 0.1, sessionsMin: 1 }));
    expect(lower.would).toBeGreaterThanOrEqual(same.would);
    const closed = await valueOf(engine.nightWithThresholds({ scoreMin: 1, sessionsMin: 20 }));
    // What lines of memory files say twice needs no score.
    expect(closed.would).toBeLessThan(same.would / 2);
    expect(await valueOf(engine.nightWithThresholds(usualThresholds))).toEqual(same);
  });

  it('is what the score’s own gate asked, in the answer to why', async () => {
    const [item] = await valueOf(engine.reviewList());
    const why = await valueOf(engine.whyChange(item?.change.id ?? ''));
    expect(why?.scoreNeeded).toBeGreaterThan(0.1);
    expect(why?.scoreNeeded).toBeLessThanOrEqual(usualThresholds.scoreMin);
  });
});

describe('a near miss', () => {
  it('waits in review by its owner’s word, flagged, with its quotes', async () => {
    const receipt = await valueOf(engine.lastReceipt());
    const [miss] = receipt?.nearestMisses ?? [];
    const before = await valueOf(engine.reviewWaiting());
    const [kept] = await valueOf(engine.keepAnyway(miss?.text ?? ''));
    expect(kept).toMatchObject({ state: 'waiting', change: { operation: 'add', flags: ['weak-evidence'] } });
    expect(kept?.change.after?.text).toBe(miss?.text);
    expect(kept?.change.after?.evidence.length).toBeGreaterThan(0);
    expect(await valueOf(engine.reviewWaiting())).toBe(before + 1);
  });

  it('that never was is told so, and nothing changes', async () => {
    const before = await valueOf(engine.reviewWaiting());
    expect(await engine.keepAnyway('Nobody ever said this.')).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
    expect(await valueOf(engine.reviewWaiting())).toBe(before);
  });
});
