import { describe, expect, it } from 'vitest';
import { createFormats, durationParts } from './formats.ts';

const formats = createFormats('en-GB', 'America/New_York');
const at = Date.parse('2026-11-20T08:00:12Z');

describe('formats', () => {
  it('write times of the zone, 24 hours a day', () => {
    expect(formats.time(at)).toBe('03:00');
    expect(formats.timeExact(at)).toBe('03:00:12');
    expect(formats.day(at)).toBe('Fri 20 Nov');
    expect(formats.moment(at)).toBe('20 Nov 03:00');
    expect(formats.isoDay(at)).toBe('2026-11-20');
    expect(formats.dayNumber(Date.parse('2026-11-07T12:00:00Z'))).toBe('7');
    expect(formats.zoneName()).toBe('New York');
  });

  it('never show a duration finer than it matters', () => {
    expect(durationParts(0)).toEqual([['second', 0]]);
    expect(durationParts(100_000)).toEqual([
      ['minute', 1],
      ['second', 40],
    ]);
    expect(durationParts(18_720_400)).toEqual([
      ['hour', 5],
      ['minute', 12],
    ]);
    expect(durationParts(3_600_000 + 5_000)).toEqual([['hour', 1]]);
    expect(formats.duration(18_720_000)).toBe('5h 12m');
  });

  it('write sizes, sums and lists', () => {
    expect(formats.bytes(38_000_000)).toBe('38 MB');
    expect(formats.bytes(0)).toBe('0 B');
    expect(formats.signed(-14)).toBe('−14');
    expect(formats.signed(4)).toBe('+4');
    expect(formats.list(['a', 'b'])).toBe('a, b');
    expect(createFormats('zh-CN', 'UTC').list(['a', 'b'])).toBe('a、b');
  });
});
