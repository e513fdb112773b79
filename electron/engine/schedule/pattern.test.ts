import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPattern, checkZone, patternToCron } from './pattern.ts';

const cron = (expression: string) => checkPattern({ kind: 'cron', expression });

describe('a pattern', () => {
  it('becomes five fields of cron', () => {
    expect(patternToCron({ kind: 'daily', hour: 3, minute: 0 })).toBe('0 3 * * *');
    expect(patternToCron({ kind: 'weekdays', hour: 23, minute: 45 })).toBe('45 23 * * 1-5');
    expect(patternToCron({ kind: 'cron', expression: ' 0 3 * * * ' })).toBe('0 3 * * *');
  });

  it.each(['0 3 * * *', '*/20 1-4 * * mon-fri', '0 3 1,15 * *', '0 3 L * *', '0 3 29 2 *'])(
    'takes %s',
    (expression) => {
      expect(cron(expression)).toEqual({ ok: true, value: expression });
    },
  );

  it.each([
    ['', 'It has 0 parts instead of five'],
    ['@daily', 'It has 1 part instead of five'],
    ['0 0 3 * * *', 'It has 6 parts instead of five'],
    ['60 3 * * *', 'Its minute cannot be read'],
    ['0 25 * * *', 'Its hour cannot be read'],
    ['0 3 32 * *', 'Its day of the month cannot be read'],
    ['0 3 * 13 *', 'Its month cannot be read'],
    ['0 3 * * 9', 'Its day of the week cannot be read'],
    ['0 3 30 2 *', 'cannot be read'],
  ])('turns down "%s" and says why', (expression, why) => {
    const checked = cron(expression);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.error.happened).toContain(why);
  });

  it('never throws, and never gives a wrong one back in its words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9*/,LW#? ]{0,30}$/)), (expression) => {
        const checked = cron(expression);
        return checked.ok || !checked.error.happened.includes('<script');
      }),
    );
  });
});

describe('a zone', () => {
  it('is one that Intl knows, or left to the computer', () => {
    expect(checkZone('Europe/Athens').ok).toBe(true);
    expect(checkZone('UTC').ok).toBe(true);
    expect(checkZone(null).ok).toBe(true);
    for (const wrong of ['Europe/Atlantis', '', '+02:00', '../etc']) expect(checkZone(wrong).ok).toBe(false);
  });
});
