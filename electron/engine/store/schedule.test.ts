import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { epochMs, nightId, versionNumber } from '../../../shared/ids.ts';
import type { NightRecord } from '../../../shared/schedule.ts';
import { connect, inTransaction, sql } from './db.ts';
import { migrations } from './migrate.ts';
import { putNight } from './nights.ts';
import { openStore } from './open.ts';
import { ok } from '../../../shared/result.ts';
import type { DueMove, DueNight } from './schedule.ts';
import {
  holderHere,
  isHolderGone,
  beatDueNight,
  dueNight,
  isRecorded,
  moveDueNight,
  nightRecords,
  receiptSince,
} from './schedule.ts';
import { firstNight, madeUpReceipt } from './testing/made-up.ts';
import { hourMs, noonMs, openTempStore, tempFolder, valueOf } from './testing/temp-store.ts';

const ahead: DueNight = {
  dueAtMs: noonMs,
  wallMs: noonMs + 2 * hourMs,
  zone: 'Europe/Athens',
  rule: '{}',
  state: 'ahead',
  waitingFor: null,
  lateBecause: null,
  isCaughtUp: false,
  attempts: 0,
  firstBegunAtMs: null,
  claim: null,
  beats: 0,
};
const begunBy = (by: string): DueNight => ({
  ...ahead,
  state: 'begun',
  attempts: 1,
  firstBegunAtMs: noonMs,
  claim: { by, pid: 7, host: 'here', atMs: noonMs },
});
const record: NightRecord = {
  dueAtMs: noonMs,
  fate: 'ran',
  because: '2 changes proposed.',
  nightId: firstNight,
  startedAtMs: noonMs,
  endedAtMs: epochMs(noonMs + 1000),
  isCaughtUp: false,
};
const next = { ...ahead, dueAtMs: epochMs(noonMs + 24 * hourMs), wallMs: ahead.wallMs + 24 * hourMs };

describe('the due night', () => {
  it('comes back as it was written', () => {
    const { db } = openTempStore();
    expect(dueNight(db)).toBeNull();
    const late = {
      ...ahead,
      state: 'late',
      waitingFor: 'power',
      lateBecause: 'asleep',
      isCaughtUp: true,
    } as const;
    let before: DueNight | null = null;
    for (const to of [ahead, late, begunBy('a'), null]) {
      expect(moveDueNight(db, { from: before, to, record: null })).toBe(true);
      expect(dueNight(db)).toEqual(to);
      before = to;
    }
  });

  it('is moved only by one who saw it as it is', () => {
    const { db } = openTempStore();
    moveDueNight(db, { from: null, to: ahead, record: null });
    for (const from of [null, next, begunBy('a'), { ...ahead, zone: 'UTC' }, { ...ahead, attempts: 1 }]) {
      expect(moveDueNight(db, { from, to: null, record: null })).toBe(false);
    }
    expect(dueNight(db)).toEqual(ahead);
  });

  it('is claimed by one of two connections', () => {
    const { db, dataFolder } = openTempStore();
    const other = connect(join(dataFolder, 'slowwave.db'), { readOnly: false });
    onTestFinished(other.close);
    moveDueNight(db, { from: null, to: ahead, record: null });
    const [seen, seenByOther] = [dueNight(db), dueNight(other.db)];
    const claim = (on: typeof db, move: DueMove) =>
      valueOf(inTransaction(on, () => ok(moveDueNight(on, move))));
    expect(claim(other.db, { from: seenByOther, to: begunBy('b'), record: null })).toBe(true);
    expect(claim(db, { from: seen, to: begunBy('a'), record: null })).toBe(false);
    expect(dueNight(db)?.claim?.by).toBe('b');
    expect(beatDueNight(db, 'a')).toBe(false);
    expect(beatDueNight(other.db, 'b')).toBe(true);
    expect(dueNight(db)?.beats).toBe(1);
  });
});

describe('who dreams it', () => {
  it('is known to be gone only on this machine', () => {
    const here = { ...holderHere('a'), atMs: noonMs };
    const nobody = 2 ** 22 + 1;
    expect(isHolderGone(here)).toBe(false);
    expect(isHolderGone({ ...here, pid: nobody })).toBe(true);
    expect(isHolderGone({ ...here, pid: nobody, host: 'elsewhere' })).toBe(false);
  });
});

describe('a record', () => {
  it('is written with the move to the next night, and found by moment and by wall', () => {
    const { db } = openTempStore();
    moveDueNight(db, { from: null, to: begunBy('a'), record: null });
    expect(moveDueNight(db, { from: begunBy('a'), to: next, record })).toBe(true);
    expect(nightRecords(db, 5)).toEqual([record]);
    expect(isRecorded(db, ahead)).toBe(true);
    expect(isRecorded(db, { ...next, wallMs: ahead.wallMs })).toBe(true);
    expect(isRecorded(db, next)).toBe(false);
  });

  it('is never written a second time', () => {
    const { db } = openTempStore();
    moveDueNight(db, { from: null, to: begunBy('a'), record: null });
    moveDueNight(db, { from: begunBy('a'), to: ahead, record });
    moveDueNight(db, { from: ahead, to: next, record: { ...record, fate: 'missed' } });
    expect(nightRecords(db, 5)).toEqual([record]);
  });
});

describe('a night without its record', () => {
  it('is found by its receipt, unless it failed or began earlier', () => {
    const { db } = openTempStore();
    const put = (name: string, startedAtMs: number, outcome: 'done' | 'failed') => {
      const receipt = madeUpReceipt(nightId(name), epochMs(startedAtMs), { outcome });
      const proposal = { nightId: receipt.nightId, base: versionNumber(0), changes: [] };
      putNight(db, { receipt, proposal, diary: '', verdicts: [] });
    };
    put('early', noonMs - 1, 'done');
    put('failed', noonMs + 1, 'failed');
    expect(receiptSince(db, noonMs)).toBeNull();
    put('whole', noonMs, 'done');
    expect(receiptSince(db, noonMs)?.nightId).toBe(nightId('whole'));
  });
});

describe('the migration', () => {
  it('gives an older store its tables, and leaves what it had', () => {
    const dataFolder = tempFolder();
    const steps = migrations.filter((step) => step.number < 50);
    const old = valueOf(openStore({ dataFolder, nowMs: noonMs, steps }));
    const receipt = madeUpReceipt(nightId('old'), noonMs);
    const proposal = { nightId: receipt.nightId, base: versionNumber(0), changes: [] };
    putNight(old.db, { receipt, proposal, diary: '', verdicts: [] });
    old.close();
    const { db } = openTempStore(dataFolder);
    expect(dueNight(db)).toBeNull();
    expect(receiptSince(db, noonMs)?.nightId).toBe(receipt.nightId);
    expect(() => db.run(sql`UPDATE due_night SET id = 2`)).not.toThrow();
  });
});
