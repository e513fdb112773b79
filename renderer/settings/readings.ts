// What a person types into a settings field, read into a value or answered with what is wrong. Pure. The limits are
// those that the app itself keeps (electron/door/pieces.ts), so that nothing is refused that looked right here.
import { instructionsCharsMax } from '../../shared/instructions.ts';
import type { Reading } from '../ui/DraftField.tsx';
import type { Say } from '../words/words.ts';

const yes = <T>(value: T): Reading<T> => ({ ok: true, value });
const no = (complaint: (say: Say) => string): Reading<never> => ({ ok: false, complaint });

export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Minutes after midnight: "03:00", "3:00", "3". */
export function readClock(text: string): Reading<number> {
  const found = /^(\d{1,2})(?:[:.：](\d{2}))?$/u.exec(text.trim());
  const hour = Number(found?.[1] ?? Number.NaN);
  const minute = Number(found?.[2] ?? 0);
  return hour <= 23 && minute <= 59
    ? yes(hour * 60 + minute)
    : no((say) => say('settings.wrongClock', { example: '03:00' }));
}

export const writeClock = (minuteOfDay: number): string =>
  [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((n) => String(n).padStart(2, '0')).join(':');

/** Empty: null. */
export const readOptional =
  <T>(read: (text: string) => Reading<T>) =>
  (text: string): Reading<T | null> =>
    text.trim() === '' ? yes(null) : read(text);

const within =
  (isRight: (n: number) => boolean, wrong: (say: Say) => string, { min, max }: Limits) =>
  (text: string): Reading<number> => {
    const plain = text.trim().replaceAll(/[\s,_$]/gu, '');
    const n = plain === '' ? Number.NaN : Number(plain);
    if (!isRight(n)) return no(wrong);
    return n >= min && n <= max ? yes(n) : no((say) => say('settings.wrongRange', { min, max }));
  };

export const readWhole = (limits: Limits): ((text: string) => Reading<number>) =>
  within(Number.isInteger, (say) => say('settings.wrongWhole'), limits);

export const readAmount = (limits: Limits): ((text: string) => Reading<number>) =>
  within(Number.isFinite, (say) => say('settings.wrongAmount'), limits);

export const readText =
  (charsMax: number) =>
  (text: string): Reading<string | null> => {
    const plain = text.trim();
    if (plain.length > charsMax) return no((say) => say('settings.wrongLength', { max: charsMax }));
    return yes(plain === '' ? null : plain);
  };

/** What a night is told, counted as a person counts: a sign of two units is one. */
export function readInstructions(text: string): Reading<string | null> {
  const plain = text.trim();
  const chars = charsIn(plain);
  if (chars > instructionsCharsMax) {
    return no((say) => say('settings.wrongLength', { max: instructionsCharsMax }));
  }
  return yes(plain === '' ? null : plain);
}

export const charsIn = (text: string): number => Array.from(text).length;

export function readAddress(text: string): Reading<string | null> {
  const plain = text.trim();
  if (plain === '') return yes(null);
  const isAddress = URL.canParse(plain) && /^https?:$/u.test(new URL(plain).protocol);
  return isAddress && plain.length <= 2000 ? yes(plain) : no((say) => say('settings.wrongAddress'));
}

/** One a line; empty lines and repetitions are left out. */
export function readLines(text: string): Reading<readonly string[]> {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (lines.length > 1000) return no((say) => say('settings.wrongMany', { max: 1000 }));
  return lines.every((line) => line.length <= 500)
    ? yes(lines)
    : no((say) => say('settings.wrongLength', { max: 500 }));
}

/** A file's whole path; where it lies is the app's to judge. */
export const isWholePath = (text: string): boolean => /^(?:\/|~[/\\]|[A-Za-z]:[/\\])./u.test(text.trim());
