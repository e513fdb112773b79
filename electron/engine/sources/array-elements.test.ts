import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createElementSplitter, type ListEnd } from './array-elements.ts';

interface Split {
  readonly elements: readonly string[];
  readonly places: readonly (readonly [number, number])[];
  readonly long: readonly (readonly [number, number])[];
  readonly end: ListEnd;
}

function split(bytes: Buffer, chunkBytes: number, bytesMax = 1_000_000): Split {
  const [elements, places, long]: [string[], [number, number][], [number, number][]] = [[], [], []];
  const splitter = createElementSplitter(
    {
      line(text, start, end) {
        elements.push(text);
        places.push([start, end]);
      },
      tooLong: (start, end) => void long.push([start, end]),
    },
    0,
    bytesMax,
  );
  // One piece of memory for all chunks, as a reader has.
  const room = Buffer.alloc(chunkBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const length = bytes.copy(room, 0, at, at + chunkBytes);
    splitter.push(room.subarray(0, length));
  }
  return { elements, places, long, end: splitter.end() };
}

describe('the elements of a JSON list', () => {
  it('come out as they were written, in pieces of any size, each with its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0, 1, 2),
        (values, chunkBytes, indent) => {
          const bytes = Buffer.from(JSON.stringify(values, null, indent));
          const { elements, places, end } = split(bytes, chunkBytes);
          expect(elements.map((one): unknown => JSON.parse(one))).toEqual(
            values.map((one): unknown => JSON.parse(JSON.stringify(one))),
          );
          expect(places.map(([from, to]) => bytes.toString('utf8', from, to))).toEqual(elements);
          expect(end).toBe('whole');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are passed over where they are too long, and their place is told', () => {
    const text = `[{"a":1},{"b":"${'x'.repeat(500)}"},{"c":3}]`;
    const { elements, long, end } = split(Buffer.from(text), 64, 100);
    expect(elements).toEqual(['{"a":1}', '{"c":3}']);
    expect(long).toEqual([[9, text.indexOf(',{"c"')]]);
    expect(end).toBe('whole');
  });

  it('are handed over as they stand where the list was cut off', () => {
    expect(split(Buffer.from('[{"a":1},{"b":"}'), 3)).toMatchObject({
      elements: ['{"a":1}', '{"b":"}'],
      end: 'cut',
    });
    expect(split(Buffer.from('[{"a":1},'), 3)).toMatchObject({ elements: ['{"a":1}'], end: 'cut' });
  });

  it.each(['', '{"a":[1]}', 'null', '<html>', '\uFEFF{}'])(
    'are not looked for in what is no list: %s',
    (text) => {
      expect(split(Buffer.from(text), 4)).toMatchObject({ elements: [], end: 'no-list' });
    },
  );

  it('are found behind a mark of the byte order, and what follows the list is nothing', () => {
    expect(split(Buffer.from('\uFEFF [1] [2]'), 2)).toMatchObject({ elements: ['1'], end: 'whole' });
  });
});
