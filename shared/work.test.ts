import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeWork, encodeWork, workKinds, type WorkStep } from './work.ts';

const word = fc.string({ minLength: 1 }).map((text) => text.replace(/[\t\n\r\u0001]/gu, '_'));
const step: fc.Arbitrary<WorkStep> = fc.record({
  kind: fc.constantFrom(...workKinds),
  ordinal: fc.nat(),
  ended: fc.constantFrom('ok', 'failed', 'unknown'),
  family: word,
  options: fc.array(word, { maxLength: 3 }),
  error: fc.option(fc.record({ ordinal: fc.nat(), text: word })),
});

it('comes back as it was written', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(decodeWork(encodeWork(steps))).toEqual(steps);
    }),
  );
});

it('reads on after a line of which something was forgotten', () => {
  const kept: WorkStep = {
    kind: 'run',
    ordinal: 4,
    ended: 'ok',
    family: 'make deploy',
    options: [],
    error: null,
  };
  expect(decodeWork(`⟦forgotten⟧\n${encodeWork([kept])}`)).toEqual([kept]);
});
