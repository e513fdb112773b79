// Texts come back as they were, and a list that is packed item by item is the list that is packed as a whole.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCompressed, pack, packList, packManyItems, unpack } from './packing.ts';

const items = fc.array(
  fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { noNullPrototype: true }),
);

describe('a list', () => {
  it('packed item by item is, byte for byte, the list packed at once', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(Buffer.from(packList(list)).equals(pack(JSON.stringify(list)))).toBe(true);
      }),
    );
  });

  it.each([[[]], [[{}]], [[{ said: '“ä”' }, { said: '价格' }]]])('%j comes back', (list) => {
    expect(JSON.parse(unpack(packList(list)))).toEqual(list);
  });

  it('of many items, packed piece by piece, comes back with every letter', async () => {
    const said = (nth: number): string => '价格 “ä” 😀 '.repeat(nth % 700 === 3 ? 40_000 : nth % 50);
    for (const length of [0, 1, 499, 500, 3000]) {
      const list = Array.from({ length }, (_, nth) => ({ nth, said: said(nth) }));
      expect(unpack(await packManyItems(list))).toBe(JSON.stringify(list));
      const inside = unpack(await packManyItems(list, ['{"list":[', ']}']));
      expect(inside).toBe(JSON.stringify({ list }));
    }
  });

  it('of many items is compressed', () => {
    const list = Array.from({ length: 500 }, (_, nth) => ({ nth, said: 'always “so”' }));
    expect(isCompressed(packList(list))).toBe(true);
    expect(JSON.parse(unpack(packList(list)))).toEqual(list);
  });
});
