import { describe, expect, it } from 'vitest';
import { isCertain } from './certain.ts';
import { createMasker } from './mask.ts';
import { chars } from './testing/planted.ts';

const masker = createMasker();
const token = `ghp_${chars(36)}`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const escaped = Array.from(token, (sign, i) =>
  i % 9 === 0 ? `\\u00${sign.charCodeAt(0).toString(16)}` : sign,
).join('');

describe('the make of a real secret', () => {
  it.each([
    ['itself', token],
    ['in base64', base64(token)],
    ['in base64 for addresses', Buffer.from(token).toString('base64url')],
    ['with its name in a header', base64(`mia:${token}`)],
    ['behind the word of a header', `Basic ${base64(`mia:${token}`)}`],
    ['in an address', token.replace('_', '%5F')],
    ['in JSON', escaped],
    ['in JSON in base64', base64(escaped)],
    ['of a cloud', chars(40, 'base64')],
  ])('is seen: %s', (_, value) => expect(isCertain('token', value, masker)).toBe(true));

  it.each([
    'hunter2-marmot-99',
    base64('mia:hunter2-marmot-99'),
    '100%sure%20of%it',
    '0'.repeat(40),
    'badger%5Flupo',
  ])('is not seen in a password of a person: %s', (value) =>
    expect(isCertain('password', value, masker)).toBe(false),
  );
});
