import { describe, expect, it } from 'vitest';
import { readCount, readDay, readMoment, readVersionNumber } from './option-values.ts';

describe('option values', () => {
  it('reads moments with a zone, and local ones without', () => {
    expect(readMoment('2026-11-20T03:00:00Z')).toBe(Date.UTC(2026, 10, 20, 3));
    expect(readMoment('2026-11-20T03:00:00+0200')).toBe(Date.UTC(2026, 10, 20, 1));
    expect(readMoment('2026-11-20T03:00')).toBe(new Date(2026, 10, 20, 3).getTime());
    expect(readMoment('2026-11-20')).toBe(new Date(2026, 10, 20).getTime());
  });

  it.each(['', 'yesterday', '2026', '2026-13-01', '2026-02-30', '2026-11-20T25:00:00Z', '20.11.2026', '1e9'])(
    'refuses "%s" as a date',
    (text) => {
      expect(() => readMoment(text)).toThrow(/no date/u);
      expect(() => readDay(text)).toThrow(/no date/u);
    },
  );

  it.each(['0', '-1', '1.5', 'ten', '', '99999999999999999999'])('refuses "%s" as a count', (text) => {
    expect(() => readCount(text)).toThrow(/whole number/u);
  });

  it('reads counts and versions', () => {
    expect(readCount('12')).toBe(12);
    expect(readVersionNumber('v3')).toBe(3);
    expect(() => readVersionNumber('three')).toThrow(/version/u);
  });
});
