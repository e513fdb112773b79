import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankedAt, laidOver } from './found.ts';
import { createMasker } from './mask.ts';
import { maskOpen, signOf, type Found } from './masker.ts';
import { leaving, nothingListed, type NotSecrets } from './not-secrets.ts';
import { withoutPersonalData } from './personal-data.ts';
import { chars, planted } from './testing/planted.ts';
import { valuesUnder } from './values-under.ts';

const plain = withoutPersonalData(createMasker(), () => ({ emails: true, phones: true }));
const listing = (...values: readonly (readonly [kind: string, value: string])[]): NotSecrets => ({
  isEmpty: values.length === 0,
  holds: (kind, value) => values.some((one) => one[0] === kind && one[1] === value),
});
const left = (text: string, ...values: readonly (readonly [string, string])[]): string =>
  leaving(plain, () => listing(...values)).mask(text).text;

const pieces = fc.constantFrom(
  ...planted.map(({ text }) => text),
  'password: hunter2\n',
  'password: hunter2-marmot-99\n',
  'postgres://shop:hunter2@db:5432/shop ',
  'password: mia@example.org\n',
  'call +49 30 1234567 ',
  '⟦masked:key⟧',
  '\\n',
  '"',
  '\n',
  ' and ',
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

describe('where secrets stand in a text', () => {
  it('is where they are masked', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = plain.find(text);
        expect(blankedAt(text, found)).toBe(plain.mask(text).text);
        found.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        });
      }),
      { numRuns: process.env['LONG'] === '1' ? 3_000 : 60 },
    );
  });

  it('is told through any number of looks, one over the marks of another', () => {
    const places = (length: number): fc.Arbitrary<readonly Found[]> =>
      fc.uniqueArray(fc.nat(length), { maxLength: 6 }).map((ends) => {
        const sorted = ends.toSorted((a, b) => a - b);
        return sorted.flatMap((start, i) => {
          const end = sorted[i + 1];
          return i % 2 === 0 && end !== undefined ? { start, end, kind: 'k'.repeat(1 + (i % 3)) } : [];
        });
      });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.infiniteStream(fc.nat(1000)), (text, stream) => {
        const [before] = fc.sample(places(text.length), { numRuns: 1, seed: Number(stream.next().value) });
        const once = blankedAt(text, before ?? []);
        const [later] = fc.sample(places(once.length), { numRuns: 1, seed: Number(stream.next().value) });
        const both = laidOver(before ?? [], later ?? []);
        const isIn = (at: number, all: readonly Found[] | undefined): boolean =>
          (all ?? []).some(({ start, end }) => start <= at && at < end);
        // where each letter that the first look left stands for the second one
        let moved = 0;
        const stays = [...Array(text.length).keys()].filter((at) => {
          for (const { start, end, kind } of before ?? [])
            if (end === at + 1) moved += signOf(kind).length - (end - start);
          return !isIn(at, before) && !isIn(at + moved, later);
        });
        // what neither took stays, and nothing else
        expect([...Array(text.length).keys()].filter((at) => !isIn(at, both))).toEqual(stays);
        both.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(both[i - 1]?.end ?? 0);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is the whole of it where a later look finds two things in one mark', () => {
    const before = [{ start: 4, end: 24, kind: 'github-token' }];
    const found = [
      { start: 12, end: 18, kind: 'forgotten' },
      { start: 20, end: 22, kind: 'forgotten' },
      { start: 24, end: 32, kind: 'forgotten' },
    ];
    expect(laidOver(before, found)).toEqual([
      { start: 4, end: 24, kind: 'forgotten' },
      { start: 24, end: 31, kind: 'forgotten' },
    ]);
  });
});

describe('a value that is no secret by its owner’s word', () => {
  it('is left, and everything else is masked as without that word', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (text, which) => {
        const found = plain.find(text);
        const one = found[which % Math.max(1, found.length)];
        if (one === undefined) return;
        const value = text.slice(one.start, one.end);
        const rest = found.filter((f) => f.kind !== one.kind || text.slice(f.start, f.end) !== value);
        expect(left(text, [one.kind, value])).toBe(blankedAt(text, rest));
      }),
      { numRuns: process.env['LONG'] === '1' ? 3_000 : 60 },
    );
  });

  it('does not open a longer secret in which it stands, nor another kind of the same word', () => {
    const text =
      'password: hunter2\npassword: hunter2-marmot-99\npostgres://shop:hunter2@db:5432/shop\nPASSWORD=abchunter2x1\n';
    expect(left(text, ['password', 'hunter2'], ['password', 'abc'], ['password', 'h'])).toBe(
      'password: hunter2\npassword: ⟦masked:password⟧\npostgres://shop:⟦masked:url-password⟧@db:5432/shop\nPASSWORD=⟦masked:password⟧\n',
    );
  });

  it('is left alone of two of the same kind that stand side by side', () => {
    const [one, two] = [`ghp_${chars(36)}`, `ghp_${chars(35)}7`];
    expect(left(`${one} ${two}`, ['github-token', one])).toBe(`${one} ${signOf('github-token')}`);
    // written together they are one, and that one was never marked
    expect(left(`${one}${two}`, ['github-token', one])).not.toContain(one.slice(0, 12));
  });

  it('brings no neighbour out from under its mask', () => {
    const text = 'password: hunter2\nAPI_KEY=Zk3vQ8xLw2Rt6YpN9sB4 and 7fGh2KqLmN0pRsTuVwXy12Za';
    const masked = plain.mask(text).text;
    expect(masked.split(maskOpen)).toHaveLength(4);
    expect(left(text, ['password', 'hunter2'])).toBe(masked.replace(signOf('password'), 'hunter2'));
  });

  it('is masked in another encoding and in other Unicode', () => {
    const value = 'Crème-brûlée-42!';
    const line = (password: string): string => `password: "${password}"`;
    const [kind] = plain.find(line(value)).map((one) => one.kind);
    expect(kind).toBe('password');
    expect(left(line(value), ['password', value])).toBe(line(value));
    for (const other of [value.normalize('NFD'), JSON.stringify(value).slice(1, -1).replace('è', '\\u00e8')])
      expect(left(line(other), ['password', value])).toContain(maskOpen);
    expect(
      left(`Authorization: Basic ${btoa(`mia:hunter2-marmot`)}`, ['password', 'hunter2-marmot']),
    ).toContain(maskOpen);
  });

  it('costs no look at it where nothing is listed', () => {
    let asked = 0;
    const counting: NotSecrets = { isEmpty: true, holds: () => asked++ > 0 };
    const text = 'password: hunter2';
    expect(leaving(plain, () => counting).mask(text)).toEqual(plain.mask(text));
    expect(leaving(plain, () => nothingListed).mask(text)).toEqual(plain.mask(text));
    expect(asked).toBe(0);
  });
});

describe('what a mask stands for', () => {
  it('is told from the same text, whatever is listed by now or was then', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (raw, wasLeft) => {
        const found = plain.find(raw);
        const masked = found.filter((_, i) => wasLeft[i] !== true);
        const values = valuesUnder(blankedAt(raw, masked), raw, found);
        expect(values?.map(({ kind, value }) => [kind, value])).toEqual(
          masked.map(({ kind, start, end }) => [kind, raw.slice(start, end)]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is not told where anything else of the text is another', () => {
    const raw = 'password: hunter2 for the shop';
    const kept = plain.mask(raw).text;
    expect(valuesUnder(kept, raw, plain.find(raw))?.[0]?.value).toBe('hunter2');
    for (const other of [`${raw}.`, ` ${raw}`, raw.replace('shop', 'ship'), 'no secret here', ''])
      expect(valuesUnder(kept, other, plain.find(other))).toBeNull();
  });
});
