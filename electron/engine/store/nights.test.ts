import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { NightId } from '../../../shared/ids.ts';
import type { NightRecord } from './nights.ts';
import {
  beginNight,
  closeUnfinishedNights,
  listNights,
  markStage,
  newestNight,
  nightById,
  nightsOn,
  putNight,
  unfinishedNights,
} from './nights.ts';
import { firstNight, madeUpReceipt, secondNight } from './testing/made-up.ts';
import { hourMs, noonMs, openTempStore } from './testing/temp-store.ts';

const record = (night: NightId, hours: number): NightRecord => ({
  receipt: madeUpReceipt(night, epochMs(noonMs + hours * hourMs)),
  proposal: { nightId: night, base: versionNumber(0), changes: [] },
  diary: `Night of ${hours} hours. ${'It was quiet. '.repeat(200)}`,
  verdicts: [],
});
const begun = (night: NightId) =>
  ({ nightId: night, startedAtMs: noonMs, nowMs: noonMs, sample: false, engineVersion: 3 }) as const;

describe('nights', () => {
  it('are found by id, by day and newest first', () => {
    const { db } = openTempStore();
    const [early, late] = [record(firstNight, 0), record(secondNight, 24)];
    putNight(db, late);
    putNight(db, early);
    expect(nightById(db, firstNight)).toEqual(early);
    expect(newestNight(db)).toEqual(late);
    expect(nightsOn(db, '2025-10-01')).toEqual([early]);
    expect(nightsOn(db, '2025-10-03')).toEqual([]);
    expect(listNights(db).map((night) => night.nightId)).toEqual([secondNight, firstNight]);
  });

  it('dreamt again take the place of their record', () => {
    const { db } = openTempStore();
    putNight(db, record(firstNight, 0));
    const again = { ...record(firstNight, 0), diary: 'The same night.' };
    putNight(db, again);
    expect(listNights(db)).toHaveLength(1);
    expect(nightById(db, firstNight)).toEqual(again);
  });

  it('are unfinished until they have a receipt', () => {
    const { db } = openTempStore();
    beginNight(db, begun(firstNight));
    markStage(db, firstNight, { stage: 'light', doneAtMs: epochMs(noonMs + 500), payload: 'x'.repeat(2000) });
    markStage(db, firstNight, { stage: 'import', doneAtMs: epochMs(noonMs + 200), payload: null });
    const [night] = unfinishedNights(db);
    expect(night?.done.map(({ stage, payload }) => [stage, payload?.length ?? null])).toEqual([
      ['import', null],
      ['light', 2000],
    ]);
    putNight(db, record(firstNight, 0));
    expect(unfinishedNights(db)).toEqual([]);
  });

  it('that were killed get the receipt of a failed night that says how far they came', () => {
    const { db } = openTempStore();
    beginNight(db, begun(firstNight));
    markStage(db, firstNight, { stage: 'import', doneAtMs: epochMs(noonMs + 200), payload: null });
    markStage(db, firstNight, { stage: 'light', doneAtMs: epochMs(noonMs + 500), payload: null });
    const [receipt] = closeUnfinishedNights(db);
    expect(receipt).toMatchObject({ outcome: 'failed', tookMs: 500, engineVersion: 3 });
    expect(receipt?.because).toContain('in its rem stage');
    expect(receipt?.stageMs).toEqual({ import: 200, light: 300, rem: 0, deep: 0, propose: 0 });
    expect(nightById(db, firstNight)?.receipt).toEqual(receipt);
    expect(closeUnfinishedNights(db)).toEqual([]);
  });

  it('keep the record of an earlier whole run when a second run was killed', () => {
    const { db } = openTempStore();
    putNight(db, record(firstNight, 0));
    beginNight(db, begun(firstNight));
    closeUnfinishedNights(db);
    expect(nightById(db, firstNight)?.receipt.outcome).toBe('done');
    expect(unfinishedNights(db)).toEqual([]);
  });
});
