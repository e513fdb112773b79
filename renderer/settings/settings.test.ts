// The pure parts of Settings: what is typed, what cron says, what a reset sets back, and that shown numbers are true.
import { describe, expect, it } from 'vitest';
import { settingsPatch } from '../../electron/door/pieces.ts';
import { usualSettings } from '../../shared/settings.ts';
import type { Reading } from '../ui/DraftField.tsx';
import { createSay } from '../words/words.ts';
import { cronWords, readCron } from './cron-words.ts';
import {
  isWholePath,
  readAddress,
  readAmount,
  readClock,
  readLines,
  readOptional,
  readText,
  readWhole,
  writeClock,
} from './readings.ts';
import { asItIs, sectionFrom, sections, usualOf } from './sections.ts';

const say = createSay('en', 'en-GB');
const told = <T>(reading: Reading<T>): T | string => (reading.ok ? reading.value : reading.complaint(say));

describe('what is typed', () => {
  it('is a time of day in several ways of writing it', () => {
    expect(['03:00', '3:05', '3', ' 23.59 ', '7：30'].map((text) => told(readClock(text)))).toEqual([
      180, 185, 180, 1439, 450,
    ]);
    expect(['24:00', '3:60', 'noon', '', '3:5'].map((text) => readClock(text).ok)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
    expect([0, 180, 1439].map(writeClock)).toEqual(['00:00', '03:00', '23:59']);
  });

  it('is nothing where a field may be empty', () => {
    expect(told(readOptional(readClock)('  '))).toBeNull();
    expect(told(readOptional(readClock)('10:00'))).toBe(600);
  });

  it('is a number between two others, or is told why not', () => {
    const whole = readWhole({ min: 1, max: 1000 });
    expect(told(whole('1,000'))).toBe(1000);
    expect(told(whole('1.5'))).toBe('This must be a whole number.');
    expect(told(whole(''))).toBe('This must be a whole number.');
    expect(told(whole('0'))).toBe('This must lie between 1 and 1,000.');
    const amount = readAmount({ min: 0, max: 10 });
    expect([told(amount('$0.50')), told(amount('half'))]).toEqual([0.5, 'This must be a number.']);
    expect(amount('Infinity').ok).toBe(false);
  });

  it('is an address of the web, and no other', () => {
    expect(told(readAddress(' http://127.0.0.1:11434 '))).toBe('http://127.0.0.1:11434');
    expect(told(readAddress(''))).toBeNull();
    expect(['localhost', 'file:///etc/passwd', 'javascript:alert(1)'].map((t) => readAddress(t).ok)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is a list without empty lines and repetitions', () => {
    expect(told(readLines(' client-x \n\nclient-x\nshop'))).toEqual(['client-x', 'shop']);
    expect(readLines('x'.repeat(501)).ok).toBe(false);
    expect(told(readText(3)('abcd'))).toBe('This is too long: 3 characters at most.');
  });

  it('is a whole path or none', () => {
    expect(['/home/sam/x', '~/x', 'C:\\x', 'x', '~', './x', ''].map(isWholePath)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a cron expression', () => {
  it('is said in both languages', () => {
    expect(cronWords('0 3 * * *', 'en')).toBe('At 03:00');
    expect(cronWords('0 3 * * 1-5', 'zh')).toMatch(/03:00.*星期一/u);
  });

  it('is complained of where it makes no sense', () => {
    expect(told(readCron('0  3 * * *'))).toBe('0 3 * * *');
    expect(told(readCron('0 3 * *'))).toBe('It needs five fields, minute to weekday, and has 4.');
    expect(told(readCron('99 3 * * *'))).toBe('This is no cron expression.');
    expect(told(readCron(''))).toBe('This is no cron expression.');
  });
});

describe('a section', () => {
  it('opens by its name, and the first by any other', () => {
    expect([sectionFrom('data'), sectionFrom('nowhere'), sectionFrom(undefined)]).toEqual([
      'data',
      'schedule',
      'schedule',
    ]);
  });

  it('is set back to what the app takes, and what was there can be put back', () => {
    const now = {
      ...usualSettings,
      singleKeys: false,
      budget: { ...usualSettings.budget, usdPerNight: 3 },
      schedule: { ...usualSettings.schedule, onPower: true, wakeMinute: 400 },
    };
    for (const section of sections) {
      const usual = usualOf(section, now);
      if (usual === null) continue;
      expect(settingsPatch.safeParse(usual).success).toBe(true);
      expect({ ...now, ...usual, ...asItIs(usual, now) }).toEqual(now);
    }
    // The rounds of a night stand among the model's settings and are set beside the other limits.
    const model = { ...now.model, choice: 'claude' as const, roundsMax: 9 };
    expect(usualOf('budget', { ...now, model })).toEqual({
      budget: usualSettings.budget,
      model: { ...model, roundsMax: usualSettings.model.roundsMax },
    });
    expect(usualOf('model', { ...now, model })?.model).toMatchObject({ choice: 'none', roundsMax: 9 });
    // The wake time is set on another part of the screen.
    expect(usualOf('schedule', now)?.schedule).toMatchObject({ onPower: false, wakeMinute: 400 });
  });
});
