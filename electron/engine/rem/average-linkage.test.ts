import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkByAverage, type Pairs } from './average-linkage.ts';

type Row = readonly [a: number, b: number, likeness: number];

const columns = (rows: readonly Row[]): Pairs => ({
  a: Int32Array.from(rows, ([a]) => a),
  b: Int32Array.from(rows, ([, b]) => b),
  likeness: Float64Array.from(rows, ([, , likeness]) => likeness),
});

const grouped = (rows: readonly Row[], min: number): readonly (readonly number[])[] =>
  linkByAverage(columns(rows), min)
    .map((members) => members.toSorted((a, b) => a - b))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

/** The definition, looked up anew before each join: the best average of all, the first named among equals. */
function byDefinition(rows: readonly Row[], min: number): readonly (readonly number[])[] {
  const likeness = new Map(rows.map(([a, b, value]) => [`${a}-${b}`, value]));
  const between = (a: number, b: number): number =>
    likeness.get(`${a}-${b}`) ?? likeness.get(`${b}-${a}`) ?? 0;
  let groups = [...new Set(rows.flatMap(([a, b]) => [a, b]))].map((member) => [member]);
  for (;;) {
    let best: { readonly one: number[]; readonly other: number[]; readonly average: number } | null = null;
    for (const [i, one] of groups.entries()) {
      for (const other of groups.slice(i + 1)) {
        const sum = one.reduce((all, a) => other.reduce((some, b) => some + between(a, b), all), 0);
        const average = sum / (one.length * other.length);
        if (average >= min && (!best || average > best.average)) best = { one, other, average };
      }
    }
    if (!best)
      return groups.map((g) => g.toSorted((a, b) => a - b)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    const { one, other } = best;
    groups = groups.filter((group) => group !== one && group !== other);
    groups.push([...one, ...other]);
  }
}

describe('average linkage', () => {
  it('joins what is alike on the average, and leaves what only one member links', () => {
    const rows: readonly Row[] = [
      [0, 1, 0.9],
      [1, 2, 0.6],
      [3, 4, 0.8],
      [2, 3, 0.4],
    ];
    expect(grouped(rows, 0.45)).toEqual([[0, 1], [2], [3, 4]]);
    expect(grouped([...rows, [0, 2, 0.5]], 0.45)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it('does what the definition says, whatever the likenesses', () => {
    const rows = fc
      .uniqueArray(fc.tuple(fc.nat(11), fc.nat(11)), {
        selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
        maxLength: 40,
      })
      .chain((pairs) =>
        // No two alike: which of equals goes first is not a matter of the definition.
        fc
          .uniqueArray(fc.integer({ min: 1, max: 9_999_991 }), {
            minLength: pairs.length,
            maxLength: pairs.length,
          })
          .map((values) =>
            pairs.flatMap(([a, b], i): readonly Row[] =>
              a === b ? [] : [[Math.min(a, b), Math.max(a, b), (values[i] ?? 1) / 9_999_991]],
            ),
          ),
      );
    fc.assert(
      fc.property(rows, (all) => {
        expect(grouped(all, 0.3)).toEqual(byDefinition(all, 0.3));
      }),
    );
  });

  it.runIf(process.env['LONG'] === '1')('takes seconds where thousands hang together', () => {
    const count = 5000;
    const rows: Row[] = [];
    for (let a = 0; a < count; a++) {
      for (let step = 1; step <= 40; step++) {
        rows.push([a, (a + step * 7) % count, ((a * 31 + step * 17) % 100) / 100]);
      }
    }
    const started = performance.now();
    const groups = grouped(
      rows.map(([a, b, value]) => (a < b ? [a, b, value] : [b, a, value])),
      0.45,
    );
    expect(groups.flat()).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
