import { describe, expect, it } from 'vitest';
import { ago, count, counted, day, duration, moment, size } from './figures.ts';

describe('figures', () => {
  it('groups numbers and finds the word', () => {
    expect(count(1_234_567)).toBe('1,234,567');
    expect(counted(1, 'session')).toBe('1 session');
    expect(counted(0, 'session')).toBe('no sessions');
    expect(counted(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('says sizes and durations no more exactly than people need', () => {
    expect([size(0), size(999), size(38_400_000), size(9_400), size(123_456)]).toEqual([
      '0 bytes',
      '999 bytes',
      '38.4 MB',
      '9.4 kB',
      '123 kB',
    ]);
    expect([duration(0), duration(120), duration(4_200), duration(59_000), duration(200_000)]).toEqual([
      '0 s',
      '0.12 s',
      '4.2 s',
      '59 s',
      '3 min 20 s',
    ]);
    expect(duration(7_200_000)).toBe('2 h 0 min');
  });

  it('never claims that more time has passed than has', () => {
    const nowMs = 1_000_000_000_000;
    expect(ago(nowMs - 59_000, nowMs)).toBe('just now');
    expect(ago(nowMs - 119_000, nowMs)).toBe('1 minute ago');
    expect(ago(nowMs - 47 * 3_600_000, nowMs)).toBe('47 hours ago');
    expect(ago(nowMs - 49 * 3_600_000, nowMs)).toBe('2 days ago');
    expect(ago(nowMs + 3_600_000, nowMs)).toBe('in the future');
  });

  it('tells dates in local time, and no nonsense for a date beyond the calendar', () => {
    expect(moment(new Date(2026, 10, 20, 3, 5).getTime())).toBe('20 Nov 2026, 03:05');
    expect(day(8.64e15 + 1)).toBe('an unknown day');
  });
});
