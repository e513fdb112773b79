import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { SchedulePattern } from '../../../shared/schedule.ts';
import { newestNight, nextDue, nextNight } from './due.ts';
import { momentOf, wallAt, wallMs } from './wall.ts';

const zones = Intl.supportedValuesOf('timeZone');
const isLong = process.env['LONG'] === '1';
const hourMs = 3_600_000;
const daily = (hour: number, minute = 0): SchedulePattern => ({ kind: 'daily', hour, minute });
const at = (text: string): EpochMs => epochMs(Temporal.Instant.from(text).epochMilliseconds);
const shown = (zone: string, ms: EpochMs | null): string =>
  ms === null
    ? 'never'
    : Temporal.Instant.fromEpochMilliseconds(ms)
        .toZonedDateTimeISO(zone)
        .toString({ timeZoneName: 'never', smallestUnit: 'minute' });
const following = (
  pattern: SchedulePattern,
  zone: string,
  from: string,
  count: number,
): readonly string[] => {
  const found: string[] = [];
  for (let next = nextDue(pattern, zone, at(from)); next !== null && found.length < count;) {
    found.push(shown(zone, next));
    next = nextDue(pattern, zone, next);
  }
  return found;
};

describe('the next night', () => {
  it('is after the moment asked about, never at it', () => {
    expect(shown('UTC', nextDue(daily(3), 'UTC', at('2026-05-01T02:59:59.999Z')))).toBe(
      '2026-05-01T03:00+00:00',
    );
    expect(shown('UTC', nextDue(daily(3), 'UTC', at('2026-05-01T03:00Z')))).toBe('2026-05-02T03:00+00:00');
  });

  it('comes at 04:00 in Athens on the night that has no 03:00', () => {
    expect(following(daily(3), 'Europe/Athens', '2027-03-27T12:00Z', 2)).toEqual([
      '2027-03-28T04:00+03:00',
      '2027-03-29T03:00+03:00',
    ]);
  });

  it('comes on the same night for a cron expression, which node-cron itself leaves out', () => {
    const cron = { kind: 'cron', expression: '0 3 * * *' } as const;
    expect(following(cron, 'Europe/Athens', '2027-03-27T12:00Z', 2)).toEqual([
      '2027-03-28T04:00+03:00',
      '2027-03-29T03:00+03:00',
    ]);
  });

  it('comes once in an hour that comes twice, the first time', () => {
    expect(following(daily(1, 30), 'America/New_York', '2026-11-01T04:00Z', 2)).toEqual([
      '2026-11-01T01:30-04:00',
      '2026-11-02T01:30-05:00',
    ]);
    expect(
      following({ kind: 'cron', expression: '*/30 1 * * *' }, 'America/New_York', '2026-11-01T04:00Z', 3),
    ).toEqual(['2026-11-01T01:00-04:00', '2026-11-01T01:30-04:00', '2026-11-02T01:00-05:00']);
  });

  it('keeps the order of moments where a gap puts one time beyond another', () => {
    const cron = { kind: 'cron', expression: '30,45 2,3 * * *' } as const;
    expect(following(cron, 'America/New_York', '2026-03-08T06:00Z', 3)).toEqual([
      '2026-03-08T03:30-04:00',
      '2026-03-08T03:45-04:00',
      '2026-03-09T02:30-04:00',
    ]);
  });

  it('knows half an hour in Lord Howe, a midnight that is skipped in Santiago, and a day that is skipped in Apia', () => {
    expect(following(daily(2, 15), 'Australia/Lord_Howe', '2026-10-03T12:00Z', 1)).toEqual([
      '2026-10-04T02:45+11:00',
    ]);
    expect(following(daily(0), 'America/Santiago', '2026-09-05T12:00Z', 1)).toEqual([
      '2026-09-06T01:00-03:00',
    ]);
    expect(following(daily(3), 'Pacific/Apia', '2011-12-29T12:00Z', 3)).toEqual([
      '2011-12-29T03:00-10:00',
      '2011-12-31T03:00+14:00',
      '2012-01-01T03:00+14:00',
    ]);
  });

  it('keeps to weekdays', () => {
    const weekdays = { kind: 'weekdays', hour: 3, minute: 0 } as const;
    expect(following(weekdays, 'UTC', '2026-05-01T12:00Z', 2)).toEqual([
      '2026-05-04T03:00+00:00',
      '2026-05-05T03:00+00:00',
    ]);
  });

  it('finds a rare day, and says never for a pattern that cannot be read', () => {
    expect(following({ kind: 'cron', expression: '0 3 29 2 *' }, 'UTC', '2026-05-01T12:00Z', 1)).toEqual([
      '2028-02-29T03:00+00:00',
    ]);
    expect(following({ kind: 'cron', expression: '0 3 L * *' }, 'UTC', '2026-05-01T12:00Z', 1)).toEqual([
      '2026-05-31T03:00+00:00',
    ]);
    expect(nextDue({ kind: 'cron', expression: 'tonight' }, 'UTC', at('2026-05-01T12:00Z'))).toBeNull();
  });
});

describe('the newest night', () => {
  it('is the last within a span, however long it is', () => {
    const afterMs = at('2020-01-01T03:00Z');
    const untilMs = at('2026-05-01T12:00Z');
    expect(newestNight(daily(3), 'UTC', { afterMs, untilMs })?.dueAtMs).toBe(at('2026-05-01T03:00Z'));
    expect(newestNight(daily(3), 'UTC', { afterMs, untilMs: at('2020-01-01T09:00Z') })).toBeNull();
    const rare = { kind: 'cron', expression: '0 3 29 2 *' } as const;
    expect(newestNight(rare, 'UTC', { afterMs, untilMs })?.dueAtMs).toBe(at('2024-02-29T03:00Z'));
  });
});

const firstMs = at('2024-01-01T00:00Z');
const lastMs = at('2033-01-01T00:00Z');

/** Every moment at which a zone's clock changes, from 2024 to 2032. */
function changesOf(zone: string): readonly EpochMs[] {
  const found: EpochMs[] = [];
  let here = Temporal.Instant.fromEpochMilliseconds(firstMs).toZonedDateTimeISO(zone);
  for (;;) {
    const next = here.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= lastMs) return found;
    found.push(epochMs(next.epochMilliseconds));
    here = next;
  }
}

/** The law of a daily pattern over a stretch of days: one night for each date, at the wished time unless it is skipped. */
function holdsDaily(zone: string, minuteOfDay: number, fromMs: EpochMs, days: number): void {
  const pattern = daily(Math.floor(minuteOfDay / 60), minuteOfDay % 60);
  let before = nextNight(pattern, zone, fromMs);
  for (let nth = 0; nth < days; nth++) {
    if (before === null) throw new Error(`no night in ${zone} after ${fromMs}`);
    const next = nextNight(pattern, zone, before.dueAtMs);
    if (next === null) throw new Error(`no night in ${zone} after ${before.dueAtMs}`);
    const where = `${zone} ${minuteOfDay} ${shown(zone, next.dueAtMs)}`;
    expect(next.wallMs - before.wallMs, `${where}: one for each date`).toBe(24 * hourMs);
    const apartMs = next.dueAtMs - before.dueAtMs;
    expect(apartMs > 20 * hourMs && apartMs < 28 * hourMs, `${where}: ${apartMs} ms apart`).toBe(true);
    const wallNow = wallAt(zone, next.dueAtMs);
    if (wallNow !== next.wallMs) {
      const justBefore = wallAt(zone, epochMs(next.dueAtMs - (wallNow - next.wallMs) - 1));
      const isGap =
        momentOf(zone, next.wallMs) === next.dueAtMs && wallNow > next.wallMs && justBefore < next.wallMs;
      expect(isGap, `${where}: put off without a gap`).toBe(true);
    }
    before = next;
  }
}

describe('over all time zones from 2024 to 2032', () => {
  it('a daily pattern gives one night for each date around every change of every clock', () => {
    for (const zone of zones) {
      const changes = changesOf(zone);
      for (const change of isLong ? changes : changes.slice(0, 3)) {
        const wished = wallAt(zone, epochMs(change - 1)) + 1;
        const firstMinute = Math.round(((wished % (24 * hourMs)) / 60_000) % 1440);
        for (const minute of [firstMinute, firstMinute + 30, firstMinute - 30]) {
          holdsDaily(zone, (minute + 1440) % 1440, epochMs(change - 50 * hourMs), 4);
        }
      }
    }
  });

  it('and on any stretch of days at any hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: firstMs, max: lastMs - 60 * 24 * hourMs }),
        (zone, minute, from) => holdsDaily(zone, minute, epochMs(from), 40),
      ),
      { numRuns: isLong ? 3000 : 60 },
    );
  });

  it('a cron expression of one time a day falls exactly as the daily pattern does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: firstMs, max: lastMs }),
        (zone, minute, from) => {
          const [hour, rest] = [Math.floor(minute / 60), minute % 60];
          const cron = { kind: 'cron', expression: `${rest} ${hour} * * *` } as const;
          expect(nextDue(cron, zone, epochMs(from))).toBe(nextDue(daily(hour, rest), zone, epochMs(from)));
        },
      ),
      { numRuns: isLong ? 5000 : 200 },
    );
  });

  it('asking from any moment on the way finds the same nights: none is passed over', () => {
    const expressions = ['*/15 * * * *', '0,30 0-4 * * *', '30 2 * * 0', '0 3 1 * *', '59 23 L * *'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...expressions),
        fc.integer({ min: firstMs, max: lastMs }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, expression, from, part) => {
          const pattern = { kind: 'cron', expression } as const;
          const next = nextDue(pattern, zone, epochMs(from));
          if (next === null) throw new Error('no night');
          const between = epochMs(Math.min(next - 1, Math.floor(from + (next - from) * part)));
          expect(nextDue(pattern, zone, between)).toBe(next);
        },
      ),
      { numRuns: isLong ? 5000 : 200 },
    );
  });
});

describe('the wall', () => {
  it('and the moment lead to each other wherever there is no gap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: firstMs, max: lastMs }), (zone, ms) => {
        const wall = wallMs(Math.floor(ms / 60_000) * 60_000);
        const moment = momentOf(zone, wall);
        expect(wallAt(zone, moment)).toBeGreaterThanOrEqual(wall);
        expect(momentOf(zone, wallAt(zone, moment))).toBe(moment);
      }),
    );
  });
});
