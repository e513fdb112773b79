import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import { createEngine } from '../index.ts';
import { startOtherProcess } from '../store/testing/other-process.ts';
import {
  dayMs,
  depsOf,
  plainNight,
  valueOf,
  dreamOnce,
  everyFile,
  fourDays,
  nightMs,
  tempHome,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

function homeOf(): TempHome {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  return place;
}

describe('a preview', () => {
  it('gives the proposal that the night itself would give', async () => {
    const place = homeOf();
    const preview = await dreamOnce(place, { preview: true });
    const night = await dreamOnce(place);
    expect(preview.receipt).toEqual({ ...night.receipt, preview: true });
    expect(preview.proposal).toEqual(night.proposal);
    expect(preview.diary).toBe(night.diary);
    expect(preview.proposal.changes.length).toBeGreaterThan(0);
  });

  it('on a store that is there leaves every byte of it as it was', async () => {
    const place = homeOf();
    await dreamOnce(place);
    writeDay(place, { id: 'more', day: 20, said: ['Never use tabs, always use spaces.'] });
    const before = everyFile(dirname(place.data));
    const preview = await dreamOnce(place, { preview: true, apply: 'auto' }, nightMs + dayMs);
    expect(preview.imported.newSessions).toBe(1);
    expect(everyFile(dirname(place.data))).toEqual(before);
  });

  it('without any store leaves no store, and no folder', async () => {
    const place = homeOf();
    const before = everyFile(dirname(place.data));
    await dreamOnce(place, { preview: true });
    expect(existsSync(place.data)).toBe(false);
    expect(everyFile(dirname(place.data))).toEqual(before);
  });

  it('without the folders above it leaves none of them', async () => {
    const place = homeOf();
    const deep = { ...place, data: join(place.data, 'and', 'below') };
    await dreamOnce(deep, { preview: true });
    expect(existsSync(place.data)).toBe(false);
  });

  it('leaves a folder that was there, and what is in it', async () => {
    const place = homeOf();
    mkdirSync(place.data);
    await dreamOnce(place, { preview: true });
    expect(readdirSync(place.data)).toEqual([]);
  });

  it('may run while another process dreams over the store', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const other = await startOtherProcess({ dataFolder: place.data, takesDreamLease: true });
    const realMs = epochMs(new Date().getTime());
    const deps = depsOf(place, nightMs);
    const engine = valueOf(await createEngine({ ...deps, clock: { ...deps.clock, wall: () => realMs } }));
    const night = valueOf(await engine.dream({ ...plainNight, preview: true }, {}));
    expect(night.receipt).toMatchObject({ preview: true, outcome: 'done' });
    engine.close();
    await other.kill();
  });

  it('takes away what a preview left that was killed, and nothing else', async () => {
    const place = homeOf();
    await dreamOnce(place);
    // no process has a number as high
    mkdirSync(join(place.data, 'preview-4194999-abc'));
    mkdirSync(join(place.data, `preview-${process.pid}-abc`));
    mkdirSync(join(place.data, 'preview-of-mine'));
    await dreamOnce(place, { preview: true });
    const left = readdirSync(place.data).filter((name) => name.startsWith('preview-'));
    expect(left.toSorted()).toEqual([`preview-${process.pid}-abc`, 'preview-of-mine'].toSorted());
  });

  it('that is woken leaves nothing either', async () => {
    const place = homeOf();
    const waking = new AbortController();
    waking.abort();
    await dreamOnce(place, { preview: true }, nightMs, { signal: waking.signal });
    expect(existsSync(place.data)).toBe(false);
  });
});
