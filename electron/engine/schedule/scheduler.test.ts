import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import type { ScheduleSettings } from '../../../shared/schedule.ts';
import { connect, sql } from '../store/db.ts';
import { putNight } from '../store/nights.ts';
import { dueNight } from '../store/schedule.ts';
import { madeUpReceipt } from '../store/testing/made-up.ts';
import { openTempStore } from '../store/testing/temp-store.ts';
import { nightId, versionNumber } from '../../../shared/ids.ts';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Computer } from './testing/computer.ts';
import { createComputer, recordsOf, setSchedule, startProcess } from './testing/computer.ts';
import { allDone, createVirtualTime } from './testing/virtual-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (zone: string, text: string) =>
  epochMs(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);

/** A computer at a time of its wall. */
function computerAt(
  text: string,
  zone = 'Europe/Athens',
  schedule: Partial<ScheduleSettings> = {},
): Computer {
  const { db } = openTempStore();
  const computer = createComputer(db, createVirtualTime(at(zone, text)), zone);
  setSchedule(computer, schedule);
  return computer;
}

const fates = (computer: Computer): readonly string[] => recordsOf(computer).map((record) => record.fate);
const whys = (computer: Computer): readonly string[] => recordsOf(computer).map((record) => record.because);

describe('a night that nothing keeps', () => {
  it('begins at its time and leaves a record', async () => {
    const computer = computerAt('2026-05-01T22:00');
    const scheduler = startProcess(computer, 'a');
    const dueAtMs = at('Europe/Athens', '2026-05-02T03:00');
    expect(scheduler.next()).toMatchObject({ dueAtMs, waitingFor: null, because: null });
    expect(scheduler.next().laterMs).toEqual([dueAtMs + day, dueAtMs + 2 * day]);
    await computer.time.pass(5 * hour + 5 * minute);
    expect(scheduler.isDreaming()).toBe(true);
    expect(scheduler.next().dueAtMs).toBe(dueAtMs + day);
    await computer.time.pass(10 * minute);
    expect(computer.dreams).toEqual([{ by: 'a', startedBy: 'schedule', startedAtMs: dueAtMs }]);
    expect(recordsOf(computer)).toEqual([
      expect.objectContaining({
        dueAtMs,
        fate: 'ran',
        because: 'It ended: done.',
        startedAtMs: dueAtMs,
        endedAtMs: dueAtMs + 10 * minute,
        isCaughtUp: false,
      }),
    ]);
    expect(computer.changes).toBeGreaterThan(1);
  });

  it.each([
    ['empty', 'empty'],
    ['failed', 'failed'],
    ['woken', 'woken'],
  ] as const)('that ended %s is recorded as %s', async (ends, fate) => {
    const computer = computerAt('2026-05-01T22:00');
    computer.dreamEnds = ends;
    startProcess(computer, 'a');
    await computer.time.pass(6 * hour);
    expect(fates(computer)).toEqual([fate]);
  });

  it('that could not be dreamt is recorded as failed, in the failure’s words', async () => {
    const computer = computerAt('2026-05-01T22:00');
    computer.dreamEnds = { kind: 'disk-full', happened: 'The disk is full.', safe: 'All is kept.', todo: '' };
    startProcess(computer, 'a');
    await computer.time.pass(6 * hour);
    expect(whys(computer)).toEqual(['Failed 03:00: The disk is full. All is kept.']);
  });

  it('can be woken', async () => {
    const computer = computerAt('2026-05-01T22:00');
    const scheduler = startProcess(computer, 'a');
    expect(scheduler.wake()).toBe(false);
    await computer.time.pass(5 * hour + minute);
    expect(scheduler.wake()).toBe(true);
    await allDone();
    expect(fates(computer)).toEqual(['woken']);
  });
});

describe('a gate', () => {
  it('keeps a night until the computer is on mains power', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { onPower: true });
    computer.onBattery = true;
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(7 * hour);
    expect(scheduler.next()).toMatchObject({
      waitingFor: 'power',
      because: 'Due 03:00: waits for mains power, until 10:00 at the latest.',
    });
    computer.onBattery = false;
    await computer.time.pass(hour);
    expect(computer.dreams[0]?.startedBy).toBe('schedule');
    expect(fates(computer)).toEqual(['ran']);
  });

  it('that never opens leaves the night out at the latest start, and says which', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { idleMinutes: 30 });
    computer.idleMs = 0;
    startProcess(computer, 'a');
    await computer.time.pass(13 * hour);
    expect(computer.dreams).toEqual([]);
    expect(whys(computer)).toEqual(['Skipped 03:00: the computer was in use until 10:00, the latest start.']);
  });

  it('without a latest start keeps it until the next night', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { onPower: true, latestStartMinute: null });
    computer.onBattery = true;
    startProcess(computer, 'a');
    await computer.time.pass(28 * hour);
    expect(fates(computer)).toEqual([]);
    await computer.time.pass(2 * hour);
    expect(whys(computer)).toEqual(['Skipped 03:00: on battery until the next night was due.']);
  });

  it('of new sessions leaves the night out at once', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { newSessionsMin: 3 });
    computer.newSessions = 1;
    startProcess(computer, 'a');
    await computer.time.pass(6 * hour);
    expect(whys(computer)).toEqual(['Skipped 03:00: 1 new session, and at least 3 were asked for.']);
  });

  it('lets a night wait while other work is done, and while another dream holds the lease', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    computer.isBusy = true;
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(5.5 * hour);
    expect(scheduler.next().because).toContain('waits until the work at hand is done');
    computer.isBusy = false;
    computer.dreamEnds = { kind: 'store-busy', happened: 'Another dreams.', safe: '', todo: '' };
    computer.dreamTakesMs = 1;
    await computer.time.pass(10 * minute);
    expect(fates(computer)).toEqual([]);
    computer.dreamEnds = 'done';
    await computer.time.pass(2 * minute);
    expect(fates(computer)).toEqual(['ran']);
    expect(dueNight(computer.db)?.attempts).toBe(0);
  });
});

describe('a night whose time went by', () => {
  const sleepThrough = async (computer: Computer, hours = 6.5) => {
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(3 * hour + 10 * minute);
    scheduler.suspended();
    computer.time.jump(hours * hour);
    scheduler.resumed();
    return scheduler;
  };

  it('is caught up on wake, before the latest start', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    await sleepThrough(computer);
    await computer.time.pass(20 * minute);
    expect(computer.dreams[0]?.startedBy).toBe('catch-up');
    expect(recordsOf(computer)[0]).toMatchObject({
      fate: 'ran',
      isCaughtUp: true,
      because: 'It ended: done. It began late: laptop asleep 01:10–07:40.',
    });
  });

  it('is missed on wake after the latest start', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    await sleepThrough(computer, 10);
    expect(whys(computer)).toEqual([
      'Missed 03:00: laptop asleep 01:10–11:10, past 10:00, the latest start.',
    ]);
    expect(computer.dreams).toEqual([]);
  });

  it('is skipped where nothing is caught up', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { catchUp: 'skip' });
    await sleepThrough(computer);
    expect(whys(computer)).toEqual(['Missed 03:00: laptop asleep 01:10–07:40.']);
  });

  it('is asked about, and dreamt at its owner’s word past all gates', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { catchUp: 'ask', onPower: true, idleMinutes: 5 });
    computer.onBattery = true;
    computer.idleMs = 0;
    const scheduler = await sleepThrough(computer, 12);
    expect(scheduler.asked()).toMatchObject({
      fate: 'missed',
      because: 'Missed 03:00: laptop asleep 01:10–13:10.',
    });
    expect(scheduler.next().waitingFor).toBe('answer');
    expect(fates(computer)).toEqual([]);
    expect(scheduler.answerMissed(true).ok).toBe(true);
    await computer.time.pass(20 * minute);
    expect(recordsOf(computer)[0]).toMatchObject({ fate: 'ran', isCaughtUp: true });
    expect(scheduler.answerMissed(true)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('is asked about, and left out at its owner’s word or where nobody answers', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { catchUp: 'ask' });
    const scheduler = await sleepThrough(computer);
    expect(scheduler.answerMissed(false).ok).toBe(true);
    expect(whys(computer)).toEqual(['Skipped 03:00: laptop asleep 01:10–07:40; you left it out.']);
    const other = computerAt('2026-05-01T22:00', 'UTC', { catchUp: 'ask' });
    await sleepThrough(other);
    await other.time.pass(day);
    expect(whys(other)[0]).toBe('Missed 03:00: laptop asleep 01:10–07:40; nobody said to dream it late.');
    expect(fates(other)).toEqual(['missed', 'ran']);
  });

  it('is one of several: the older are missed, the newest is caught up', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    await sleepThrough(computer, 3 * 24 + 6);
    await computer.time.pass(20 * minute);
    expect(fates(computer)).toEqual(['missed', 'missed', 'missed', 'ran']);
    expect(whys(computer)[0]).toBe('Missed 03:00: laptop asleep from 2 May, 01:10 to 5 May, 07:10.');
  });

  it('while Slowwave was not running says so', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { catchUp: 'skip' });
    startProcess(computer, 'a').stop();
    computer.time.jump(2 * day);
    startProcess(computer, 'b');
    expect(whys(computer)).toEqual([
      'Missed 03:00: Slowwave was not running.',
      'Missed 03:00: Slowwave was not running.',
    ]);
  });

  it('is seen by the watchdog where the system tells of no sleep', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(3 * hour + 10 * minute);
    computer.time.jump(6.5 * hour);
    await computer.time.pass(20 * minute);
    expect(recordsOf(computer)[0]).toMatchObject({ fate: 'ran', isCaughtUp: true });
    expect(whys(computer)[0]).toContain('laptop asleep or its clock moved, 01:10–07:41');
  });

  it('together with more than a hundred others shares one record with them', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a').stop();
    computer.time.jump(400 * day);
    startProcess(computer, 'b');
    await computer.time.pass(hour);
    expect(fates(computer).length).toBeLessThan(3);
    expect(whys(computer)[0]).toContain('Missed 03:00 and more than 100 nights after it');
  });
});

describe('pause and off', () => {
  it('leave out the nights before the end of a pause, and say until when', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    const scheduler = startProcess(computer, 'a');
    const paused = scheduler.pause(at('UTC', '2026-05-03T12:00'));
    expect(paused).toMatchObject({ ok: true, value: { dueAtMs: at('UTC', '2026-05-04T03:00') } });
    expect(scheduler.next().because).toBe('Paused until 3 May, 12:00.');
    await computer.time.pass(2.5 * day);
    expect(fates(computer)).toEqual(['skipped', 'skipped', 'ran']);
    expect(whys(computer)[0]).toBe('Skipped 03:00: paused until 3 May, 12:00.');
    expect(scheduler.pause(null).ok).toBe(true);
  });

  it('make no night due while nights are off', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    const scheduler = startProcess(computer, 'a');
    setSchedule(computer, { isOn: false });
    scheduler.settingsChanged();
    expect(scheduler.next()).toMatchObject({ dueAtMs: null, because: 'Nights are turned off.' });
    await computer.time.pass(2 * day);
    expect(fates(computer)).toEqual([]);
    setSchedule(computer, { isOn: true });
    scheduler.settingsChanged();
    await computer.time.pass(day);
    expect(fates(computer)).toEqual(['ran']);
  });

  it('a new hour counts from now: what it would have wished for today is past', async () => {
    const computer = computerAt('2026-05-01T08:00', 'UTC', { onPower: true });
    const scheduler = startProcess(computer, 'a');
    setSchedule(computer, { pattern: { kind: 'daily', hour: 5, minute: 0 } });
    scheduler.settingsChanged();
    expect(scheduler.next().dueAtMs).toBe(at('UTC', '2026-05-02T05:00'));
    await computer.time.pass(day);
    expect(fates(computer)).toEqual(['ran']);
  });
});

describe('a clock that jumps', () => {
  it('a day ahead and back again runs no night twice and loses none', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(8 * hour);
    computer.time.jump(day);
    await computer.time.pass(2 * hour);
    computer.time.jump(-day);
    await computer.time.pass(2 * day);
    const records = recordsOf(computer);
    expect(records.map((record) => new Date(record.dueAtMs).toISOString().slice(0, 10))).toEqual([
      '2026-05-02',
      '2026-05-03',
      '2026-05-04',
    ]);
    expect(computer.dreams).toHaveLength(3);
  });

  it('back by a year still has its nights', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    computer.time.jump(-365 * day);
    await computer.time.pass(day);
    expect(fates(computer)).toEqual(['ran']);
  });

  it('back before the due time lets a waiting night fall again when its time comes', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC', { onPower: true });
    computer.onBattery = true;
    startProcess(computer, 'a');
    await computer.time.pass(5.5 * hour);
    computer.time.jump(-2 * hour);
    await computer.time.pass(2 * minute);
    expect(dueNight(computer.db)?.state).toBe('ahead');
    computer.onBattery = false;
    await computer.time.pass(3 * hour);
    expect(fates(computer)).toEqual(['ran']);
  });
});

describe('a zone that changes', () => {
  it('westwards gives no date a second night', async () => {
    const computer = computerAt('2026-05-01T22:00', 'Europe/Athens');
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(7 * hour);
    computer.zone = 'America/New_York';
    scheduler.timeZoneChanged();
    expect(scheduler.next().dueAtMs).toBe(at('America/New_York', '2026-05-03T03:00'));
    await computer.time.pass(2 * day);
    expect(fates(computer)).toEqual(['ran', 'ran']);
  });

  it('eastwards passes over no date: what went by on the way is caught up', async () => {
    const computer = computerAt('2026-05-01T12:00', 'America/New_York');
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(11 * hour);
    computer.zone = 'Europe/Athens';
    scheduler.timeZoneChanged();
    await computer.time.pass(hour);
    expect(recordsOf(computer)[0]).toMatchObject({ fate: 'ran', isCaughtUp: true });
    expect(whys(computer)[0]).toContain('the time zone changed from America/New_York to Europe/Athens');
    await computer.time.pass(day);
    expect(fates(computer)).toEqual(['ran', 'ran']);
  });

  it('in the middle of a dream disturbs nothing', async () => {
    const computer = computerAt('2026-05-01T22:00', 'Europe/Athens');
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    computer.zone = 'Asia/Kolkata';
    scheduler.timeZoneChanged();
    setSchedule(computer, { pattern: { kind: 'daily', hour: 4, minute: 0 } });
    scheduler.settingsChanged();
    await computer.time.pass(hour);
    expect(fates(computer)).toEqual(['ran']);
    expect(scheduler.next().dueAtMs).toBe(at('Asia/Kolkata', '2026-05-03T04:00'));
  });
});

describe('a night that is interrupted', () => {
  it('by a sleep goes on and says so', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    scheduler.suspended();
    computer.time.jump(4 * hour);
    scheduler.resumed();
    await computer.time.pass(20 * minute);
    expect(whys(computer)).toEqual(['It ended: done. The laptop slept 03:01–07:01, and it went on.']);
  });

  const die = (computer: Computer, by: string) => {
    computer.dead.add(by);
    computer.time.forgetAlarms(by);
  };

  it('by the end of the app is dreamt again under the same due time', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    die(computer, 'a');
    computer.time.jump(hour);
    startProcess(computer, 'b');
    await computer.time.pass(20 * minute);
    expect(computer.dreams.map((one) => one.by)).toEqual(['a', 'b']);
    expect(recordsOf(computer)).toEqual([
      expect.objectContaining({ fate: 'ran', isCaughtUp: true, startedAtMs: at('UTC', '2026-05-02T03:00') }),
    ]);
    expect(whys(computer)[0]).toContain('the app ended while dreaming, begun at 03:00');
  });

  it('by the end of the app has failed after the latest start', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    die(computer, 'a');
    computer.time.jump(9 * hour);
    startProcess(computer, 'b');
    expect(whys(computer)).toEqual(['Failed 03:00: the app ended while dreaming; what was read is kept.']);
  });

  it('each time it is begun is given up after three times', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    for (const by of ['b', 'c', 'd']) {
      die(computer, by === 'b' ? 'a' : by === 'c' ? 'b' : 'c');
      startProcess(computer, by);
      await computer.time.pass(2 * minute);
    }
    expect(whys(computer)).toEqual([
      'Failed 03:00: the app ended while dreaming, 3 times; what was read is kept.',
    ]);
    expect(computer.dreams).toHaveLength(3);
  });

  it('after its dream was whole and before its record was written is not dreamt again', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    const dreamtAtMs = at('UTC', '2026-05-02T03:00');
    const receipt = madeUpReceipt(nightId('whole'), dreamtAtMs, { because: '3 changes proposed.' });
    const proposal = { nightId: receipt.nightId, base: versionNumber(0), changes: [] };
    putNight(computer.db, { receipt, proposal, diary: '', verdicts: [] });
    die(computer, 'a');
    startProcess(computer, 'b');
    await computer.time.pass(hour);
    expect(computer.dreams).toHaveLength(1);
    expect(recordsOf(computer)[0]).toMatchObject({ fate: 'ran', nightId: receipt.nightId });
  });

  it('by a holder of whom nobody can say whether it lives is taken over after ten silent looks', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(5 * hour + minute);
    computer.time.forgetAlarms('a');
    startProcess(computer, 'b');
    await computer.time.pass(9 * minute);
    expect(computer.dreams).toHaveLength(1);
    await computer.time.pass(20 * minute);
    expect(computer.dreams).toHaveLength(2);
    expect(fates(computer)).toEqual(['ran']);
  });
});

describe('two processes on one store', () => {
  const second = (dataFolder: string) => {
    const connection = connect(join(dataFolder, 'slowwave.db'), { readOnly: false });
    onTestFinished(connection.close);
    return connection.db;
  };

  it('dream a night once, whoever is first', async () => {
    const { db, dataFolder } = openTempStore();
    const computer = createComputer(db, createVirtualTime(at('UTC', '2026-05-01T22:00')), 'UTC');
    // Counting takes a while: both are at it when the first claims the night.
    setSchedule(computer, { newSessionsMin: 1 });
    computer.countTakesMs = 3000;
    startProcess(computer, 'a');
    startProcess(computer, 'b', { db: second(dataFolder) });
    await computer.time.pass(3 * day);
    expect(computer.dreams).toHaveLength(3);
    expect(fates(computer)).toEqual(['ran', 'ran', 'ran']);
  });

  it('do not take a night from one that is alive, however far the clock jumps', async () => {
    const { db, dataFolder } = openTempStore();
    const computer = createComputer(db, createVirtualTime(at('UTC', '2026-05-01T22:00')), 'UTC');
    computer.dreamTakesMs = 40 * minute;
    startProcess(computer, 'a');
    startProcess(computer, 'b', { db: second(dataFolder) });
    await computer.time.pass(5 * hour + 5 * minute);
    computer.time.jump(5 * hour);
    await computer.time.pass(30 * minute);
    expect(computer.dreams).toHaveLength(1);
  });

  it('leave a store alone that another holds locked, and go on when it is free', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    const scheduler = startProcess(computer, 'a');
    await computer.time.pass(4.9 * hour);
    computer.isStoreLocked = true;
    await computer.time.pass(30 * minute);
    expect(scheduler.next().because).toContain('Another process is writing');
    expect(fates(computer)).toEqual([]);
    computer.isStoreLocked = false;
    await computer.time.pass(20 * minute);
    expect(fates(computer)).toEqual(['ran']);
  });
});

describe('a dense schedule', () => {
  it('of every minute gives each minute its record, also those that went by while dreaming', async () => {
    const pattern = { kind: 'cron', expression: '* * * * *' } as const;
    const computer = computerAt('2026-05-01T22:00:30', 'UTC', { pattern });
    computer.dreamTakesMs = 90_000;
    startProcess(computer, 'a');
    await computer.time.pass(30 * minute);
    const dues = recordsOf(computer).map((record) => record.dueAtMs);
    expect(dues.length).toBeGreaterThan(25);
    expect(dues.every((due, nth) => nth === 0 || due - (dues[nth - 1] ?? 0) === minute)).toBe(true);
    expect(whys(computer)).toContain('Missed 22:03: the night before it was still at work.');
  });
});

describe('records', () => {
  it('are refused a change in the schema', async () => {
    const computer = computerAt('2026-05-01T22:00', 'UTC');
    startProcess(computer, 'a');
    await computer.time.pass(6 * hour);
    const { db } = computer;
    expect(() => db.run(sql`UPDATE scheduled_nights SET fate = 'missed'`)).toThrow(/append-only/);
    expect(() => db.run(sql`DELETE FROM scheduled_nights`)).toThrow(/append-only/);
    const again = sql`
      INSERT OR REPLACE INTO scheduled_nights
      SELECT due_at_ms, wall_ms, zone, 'missed', because, night, started_at_ms, ended_at_ms, is_caught_up
      FROM scheduled_nights`;
    expect(() => db.run(again)).toThrow(/append-only/);
  });
});
