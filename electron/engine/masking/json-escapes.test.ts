import { describe, expect, it } from 'vitest';
import { createMasker } from './mask.ts';
import { planted } from './testing/planted.ts';

const masker = createMasker();

/** The text as a value of JSON that stands in a text of JSON, and so on. */
const nested = (text: string, levels: number, name = 'body'): string => {
  let value: unknown = { [name]: text, region: 'eu', tags: ['a', text, 'b'] };
  for (let level = 1; level < levels; level++) value = { payload: JSON.stringify(value), took: 12 };
  return JSON.stringify(value);
};

const innermost = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const payload: unknown = Reflect.get(value, 'payload');
  return typeof payload === 'string' ? innermost(payload) : Reflect.get(value, 'region');
};

const names = ['password', 'token', 'Authorization', 'apiKey', 'private_key', 'DATABASE_URL', 'Cookie'];

describe('JSON in which something was masked', () => {
  it.each([1, 2, 3])('is JSON still, with texts of JSON in it %i deep', (levels) => {
    const given = planted.flatMap(({ text, secret }) => [
      nested(text, levels),
      ...names.map((name) => nested(secret, levels, name)),
    ]);
    const broken = given.flatMap((text) => {
      const masked = masker.mask(text).text;
      try {
        return innermost(masked) === 'eu' ? [] : [`lost: ${masked}`];
      } catch {
        return [`broken: ${masked}`];
      }
    });
    expect(broken).toEqual([]);
  });
});
