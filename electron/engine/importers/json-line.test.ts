import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from './json-line.ts';

describe('a line', () => {
  it('is one record', () => {
    expect(parseLine('{"a":1}')).toEqual({ records: [{ a: 1 }], fault: null });
  });

  it('is nothing where it is empty', () => {
    expect(parseLine('  \r')).toEqual({ records: [], fault: null });
  });

  it('gives up its records where they are glued, whatever their strings hold', () => {
    const text = JSON.stringify({ text: 'a } { "quoted\\" }{' });
    expect(parseLine(`${text}${text} ${text}`)).toMatchObject({
      records: { length: 3 },
      fault: { reason: 'glued' },
    });
  });

  it('saves what follows a record that was cut', () => {
    const { records, fault } = parseLine('{"type":"user","text":"half{"type":"user","text":"whole"}');
    expect(records).toEqual([{ type: 'user', text: 'whole' }]);
    expect(fault?.reason).toBe('cut');
  });

  it('saves what stands before a record that was cut', () => {
    expect(parseLine('{"a":1}{"b":')).toMatchObject({ records: [{ a: 1 }], fault: { reason: 'cut' } });
  });

  it('passes over the empty bytes that a power cut leaves', () => {
    expect(parseLine('\0\0\0{"a":1}')).toEqual({ records: [{ a: 1 }], fault: null });
    expect(parseLine('\0\0\0').fault?.reason).toBe('not-json');
  });

  it('is not JSON, or not a record', () => {
    expect(parseLine('hello').fault?.reason).toBe('not-json');
    expect(parseLine('{hello}').fault?.reason).toBe('not-json');
    expect(parseLine('"hello"').fault).toEqual({ reason: 'wrong-shape', detail: 'string' });
  });

  it('never throws and never takes long', () => {
    const piece = fc.constantFrom('{', '}', '"', '\\', '{"type":', '[', ']', ',', '1', ' ', '\0', 'é');
    fc.assert(fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => void parseLine(pieces.join(''))));
    expect(parseLine('{"type":'.repeat(100_000)).fault?.reason).toBe('cut');
    expect(parseLine('['.repeat(1_000_000)).fault?.reason).toBe('not-json');
  });

  it('takes any objects apart again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 2, maxLength: 5 }),
        (objects) => {
          const texts = objects.map((object) => JSON.stringify(object));
          expect(parseLine(texts.join('')).records).toEqual(texts.map((text) => JSON.parse(text)));
        },
      ),
    );
  });
});
