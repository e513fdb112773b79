import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeywordScan } from './keyword-scan.ts';
import { createMasker } from './mask.ts';
import { maskOpen } from './masker.ts';
import { createSecretlintCheck } from './secretlint-check.ts';
import { chars, harmless, planted } from './testing/planted.ts';

const masker = createMasker();

describe('the masker', () => {
  it('knows more than sixty ways to write a secret down', () => {
    expect(planted.length).toBeGreaterThan(60);
  });

  it.each(planted)('blanks the secret out of $text', ({ text, secret }) => {
    const masked = masker.mask(text).text;
    expect(masked).toContain(maskOpen);
    for (let at = 0; at === 0 || at + 12 <= secret.length; at++) {
      const part = secret.slice(at, at + 12);
      // A line's end inside a key is no secret.
      if (!/[\n\\]|-----/u.test(part)) expect(masked).not.toContain(part);
    }
  });

  it.each(planted)('finds it in the middle of a long text too: $text', ({ text, secret }) => {
    const around = 'We looked at the list of songs and sorted it.\n'.repeat(200);
    expect(masker.mask(`${around}${text}\n${around}`).text).not.toContain(secret);
  });

  it.each(harmless)('leaves %s to the letter', (text) => {
    expect(masker.mask(text)).toEqual({ text, kinds: {} });
  });

  it('says what it blanked, and nothing of it', () => {
    const token = ['gh', 'p_', chars(36)].join('');
    expect(masker.mask(`Use ${token} and ${token}.`)).toEqual({
      text: 'Use ⟦masked:github-token⟧ and ⟦masked:github-token⟧.',
      kinds: { 'github-token': 2 },
    });
  });

  it('masks only the password of an address', () => {
    expect(masker.mask('postgres://shop:hunter-9@db:5432/shop').text).toBe(
      'postgres://shop:⟦masked:url-password⟧@db:5432/shop',
    );
  });
});

const fragments = fc.constantFrom(
  'password',
  'password: ',
  'secret=',
  'token ',
  'key is ',
  '"',
  "'",
  '\n',
  '://a:',
  '@b',
  ' = ',
  ': ',
  'eyJ',
  '.',
  '-----BEGIN ',
  'PRIVATE KEY-----',
  '-----END ',
  'Bearer ',
  'abc123',
  'hunter2!',
  '密码是',
  '⟦masked:',
  '⟦masked:key⟧',
  '⟧',
  '\\n',
  ' as the ',
  '<',
  '>',
  '=',
  ...planted.map(({ text }) => text),
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fragments, fc.string({ maxLength: 12 })), { maxLength: 14 })
    .map((parts) => parts.join('')),
);

describe('a secret that chance gave no digit', () => {
  it.each([
    ['api_key="', 'PKLGghabaztynrmwqIrTvBxQzLcDfW', '"'],
    ['token=', 'bkggflSdDETAnzebMQQzYvir', ''],
    ['- Use it: password: ', 'DUoQIvtcnSvi', ''],
    // forty signs of base64, of which the first is a slash
    ['aws_secret_access_key = ', '/iar1JIN4L8l1e6FvKd+6AVYm2WoKRLCCKGATNPU', ''],
  ])('is masked behind %s', (before, value, after) => {
    expect(masker.mask(`${before}${value}${after}`).text).not.toContain(value);
  });

  it.each([
    'private key returned from getFileIpnsPrivateKey (assigned to fileIpnsPrivateKey)',
    'the token test is TestSaveCoreToken_ClearsExchangeCache',
  ])('is no name in code: %s', (text) => {
    expect(masker.mask(text).text).toBe(text);
  });
});

describe('any text at all', () => {
  it('is masked without throwing, and what was masked once is not masked again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = masker.mask(text);
        expect(masker.mask(once.text)).toEqual({ text: once.text, kinds: {} });
        if (Object.keys(once.kinds).length === 0) expect(once.text).toBe(text);
      }),
      { numRuns: process.env['LONG'] === '1' ? 10_000 : 500 },
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(createMasker().mask(text)).toEqual(masker.mask(text));
      }),
      { numRuns: 20 },
    );
  });

  // A time on a shared machine proves nothing in a short run.
  it
    .runIf(process.env['LONG'] === '1')
    .each([
      'password=',
      'password: "',
      'key ',
      'the key is ',
      '://',
      'x://a:',
      'eyJ',
      '-eyJ',
      'bearer:',
      '"kty"',
      'sk-',
      'fm2_',
      'token is the the ',
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----\n',
      'ibaakc',
      '⟦masked:',
      '.abcdef',
      ' -p mysql',
      `${chars(64, 'base64')}\n`,
      'wifi badger-lupo-1234 ',
      'branch Marmot1234! ',
      'a!1',
      'password 123456 ',
      '"5d41402abc4b2a76b9719d911017c592"',
    ])('costs no more than its length: %s', (unit) => {
    const timeOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const startedAt = performance.now();
      masker.mask(text);
      return performance.now() - startedAt;
    };
    timeOf(20_000);
    // Four times the text, at most ten times the time: the square would be sixteen. 50 ms of noise are let through.
    expect(timeOf(160_000)).toBeLessThan(timeOf(40_000) * 10 + 50);
  });
});

describe('a text that is made to be slow', () => {
  const planted = 'ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
  const flood = (unit: string): string => unit.repeat(Math.ceil(40_000 / unit.length));
  const floods = ['key=', 'key:'];

  it.each(floods)(
    'is seen and kept as far as its looks reach, and nothing of the rest is kept: %s',
    (unit) => {
      const words = 'The build is green. '.repeat(20);
      const { text, kinds } = masker.mask(`${words}${flood(unit)} ${planted} the end`);
      expect(text.startsWith(words)).toBe(true);
      expect(kinds['not-looked-at']).toBe(1);
      expect(text).toContain('⟦masked:not-looked-at⟧');
      expect(text).not.toContain(planted);
      expect(text).not.toContain('the end');
    },
  );

  it('gives no secret away, wherever it stands in whatever flood', () => {
    const part = fc.oneof(
      fc.constantFrom(...floods).map(flood),
      fc.constantFrom(
        '⟦masked:password⟧',
        ` ${planted} `,
        '\n',
        'The build is green. ',
        `password: ${planted}\n`,
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        expect(masker.mask(parts.join('')).text).not.toContain(planted);
      }),
      { numRuns: process.env['LONG'] === '1' ? 40 : 4, seed: 9 },
    );
  });

  it('is no text that people or tools write: a megabyte of settings is masked whole', () => {
    const row = (n: number): string =>
      `SERVICE_${n}_PASSWORD=k${n}Xq9zP7d\nSERVICE_${n}_URL=https://s${n}.example\n`;
    const settings = Array.from({ length: 2_000 }, (_, n) => row(n)).join('');
    const { text, kinds } = masker.mask(settings);
    expect(kinds['not-looked-at']).toBeUndefined();
    expect(text).not.toMatch(/Xq9zP7d/u);
  });
});

describe('against secretlint', () => {
  const check = createSecretlintCheck();

  it('masks all that secretlint finds', async () => {
    let count = 0;
    for (const { text } of planted) {
      const found = await check(text);
      count += found.length;
      const masked = masker.mask(text).text;
      for (const { start, end } of found) expect(masked).not.toContain(text.slice(start, end));
    }
    // So that a check which finds nothing at all does not pass.
    expect(count).toBeGreaterThan(20);
  });
});

describe('the scan for keywords', () => {
  it('finds what a search for each keyword finds', () => {
    const keywords = ['pass', 'password', 'sword', 'ssw', '密码', 'ключ', 'a.b'];
    const scan = createKeywordScan(keywords);
    const pieces = fc.constantFrom(...keywords, 'PASS', 'Ключ', 'x', ' ', 'pas', '密', 's');
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        // One sign more: a keyword at the very end has nothing behind it that could be a secret.
        const text = `${parts.join('')}.`;
        const found: string[] = [];
        scan.scan(text, (keyword, start) => found.push(`${start} ${keywords[keyword] ?? ''}`));
        const expected = keywords.flatMap((keyword) =>
          [...text.toLowerCase().matchAll(new RegExp(`(?=${keyword.replace('.', '\\.')})`, 'gu'))].map(
            (match) => `${match.index} ${keyword}`,
          ),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
