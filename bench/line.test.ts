import { describe, expect, it } from 'vitest';
import { isMet, lineOf, median, ratioOf, round, type Measured } from './line.ts';

const measured = (given: Partial<Measured>): Measured => ({
  measure: 'night',
  value: 6,
  unit: 's',
  baseline: 2,
  aim: 5,
  ...given,
});

describe('a line of the bench', () => {
  it('takes the middle of an odd number of runs and the mean of the middle two of an even one', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 100])).toBe(3.5);
    expect(median([])).toBeNaN();
  });

  it('divides the value by the baseline, and says nothing where there is none', () => {
    expect(ratioOf(measured({}))).toBe(3);
    expect(ratioOf(measured({ baseline: 0 }))).toBeNull();
  });

  it('meets an aim up to the limit itself, and both limits where there are two', () => {
    expect(isMet(measured({ value: 10 }))).toBe(true);
    expect(isMet(measured({ value: 10.1 }))).toBe(false);
    expect(isMet(measured({ valueAim: 5 }))).toBe(false);
    expect(isMet(measured({ aim: null, valueAim: 7 }))).toBe(true);
  });

  it('is not met where what else must be true is not', () => {
    expect(isMet(measured({ value: 1, holds: false }))).toBe(false);
    expect(isMet(measured({ aim: null, holds: true }))).toBe(true);
    expect(isMet(measured({ value: 11, holds: true }))).toBe(false);
  });

  it('claims nothing where nothing was promised or nothing was measured', () => {
    expect(isMet(measured({ aim: null }))).toBeNull();
    expect(isMet(measured({ baseline: 0 }))).toBeNull();
    expect(isMet(measured({ value: NaN }))).toBeNull();
  });

  it('keeps three digits that count', () => {
    expect(round(1234.5)).toBe(1230);
    expect(round(0.0123456)).toBe(0.0123);
  });

  it('prints one line of JSON, the details last', () => {
    const line = lineOf(measured({ details: { sessions: 40 } }));
    expect(line).toBe(
      '{"measure":"night","value":6,"unit":"s","baseline":2,"ratio":3,"aim":5,"met":true,"sessions":40}',
    );
  });
});
