import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainOf, luckOf, type Contrast } from './contrast.ts';

const few = fc.nat({ max: 12 });
const contrasts: fc.Arbitrary<Contrast> = fc.record({
  withWell: few,
  withBadly: few,
  withoutWell: few,
  withoutBadly: few,
});

describe('luck', () => {
  it('is Fisher’s: the tea that was tasted', () => {
    const tea = { withWell: 3, withBadly: 1, withoutWell: 1, withoutBadly: 3 };
    expect(luckOf(tea)).toBeCloseTo(17 / 70, 10);
    expect(luckOf({ withWell: 4, withBadly: 0, withoutWell: 0, withoutBadly: 4 })).toBeCloseTo(1 / 70, 10);
  });

  it('is a likelihood, and 1 where nothing was done otherwise', () => {
    fc.assert(
      fc.property(contrasts, (contrast) => {
        const luck = luckOf(contrast);
        expect(luck).toBeGreaterThanOrEqual(0);
        expect(luck).toBeLessThanOrEqual(1);
        if (contrast.withoutWell + contrast.withoutBadly === 0) expect(luck).toBe(1);
      }),
    );
  });
});

it('sees a gain in one direction only', () => {
  fc.assert(
    fc.property(contrasts, (one) => {
      const other = {
        withWell: one.withoutWell,
        withBadly: one.withoutBadly,
        withoutWell: one.withWell,
        withoutBadly: one.withBadly,
      };
      expect(gainOf(one)).toBeCloseTo(-gainOf(other), 10);
    }),
  );
});
