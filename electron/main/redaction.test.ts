import { describe, expect, it } from 'vitest';
import { logText, redacted } from './redaction.ts';

const home = '/home/ada';

describe('a line of the log', () => {
  it('names no folder of its owner', () => {
    expect(redacted('cannot read /home/ada/work/x.md', home)).toBe('cannot read ~/work/x.md');
  });

  it.each([
    ['a key', `sk-ant-${'a1'.repeat(20)}`],
    ['a token in an address', 'http://127.0.0.1:1/?token=abcdef012345'],
    ['a header', 'Authorization: Bearer abc.def.ghi-jkl'],
    ['a signed token', `eyJhbGciOiJ9xx.eyJzdWIiOiIx.c2lnbmF0dXJl`],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'],
  ])('holds no %s', (_what, secret) => {
    const line = redacted(`refused ${secret}`, home);
    expect(line).toContain('[redacted]');
    expect(line).not.toContain(secret);
  });

  it('leaves ordinary words as they are', () => {
    const line = 'engine: lost (exit 9), started again after 250 ms';
    expect(redacted(line, home)).toBe(line);
  });

  it('is never a page of text', () => {
    expect(redacted('x'.repeat(100_000), home).length).toBeLessThan(2_100);
  });

  it('is made of errors and values too', () => {
    expect(logText(new Error('no /home/ada/x'), home)).toContain('no ~/x');
    expect(logText({ at: '/home/ada' }, home)).toBe('{"at":"~"}');
    expect(logText(undefined, home)).toBe('undefined');
  });
});
