// What a person wishes, as node-cron reads it, and whether it can be read at all.
import { createTask, parse, validate, validateDetailed } from 'node-cron';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { assertNever, err, ok } from '../../../shared/result.ts';
import type { SchedulePattern } from '../../../shared/schedule.ts';
import type { WallMs } from './wall.ts';
import { isZone, minuteMs } from './wall.ts';

/** Five fields: minute, hour, day of month, month, day of week. */
export function patternToCron(pattern: SchedulePattern): string {
  switch (pattern.kind) {
    case 'daily':
      return `${pattern.minute} ${pattern.hour} * * *`;
    case 'weekdays':
      return `${pattern.minute} ${pattern.hour} * * 1-5`;
    case 'cron':
      return pattern.expression.trim();
    default:
      return assertNever(pattern);
  }
}

/** Gives the cron expression. */
export function checkPattern(pattern: SchedulePattern): Result<string, Failure> {
  const cron = patternToCron(pattern);
  const fields = cron === '' ? 0 : cron.split(/\s+/).length;
  // node-cron also takes seconds and "@daily"; a night is not wished for to the second.
  if (fields !== 5) {
    return err(wrongPattern(`It has ${fields} ${fields === 1 ? 'part' : 'parts'} instead of five`));
  }
  if (validate(cron)) return ok(cron);
  const [problem] = validateDetailed(cron).errors;
  const where = problem === undefined ? null : (fieldNames[problem.field] ?? null);
  return err(wrongPattern(where === null ? 'No day fits it' : `Its ${where} cannot be read`));
}

export function checkZone(zone: string | null): Result<string | null, Failure> {
  if (zone === null || isZone(zone)) return ok(zone);
  return err({
    kind: 'wrong-input',
    happened: 'This time zone is not known here.',
    safe: 'The schedule is as it was.',
    todo: 'Choose a zone such as "Europe/Athens", or leave it to the computer.',
  });
}

const fieldNames: Readonly<Record<string, string>> = {
  minute: 'minute',
  hour: 'hour',
  dayOfMonth: 'day of the month',
  month: 'month',
  dayOfWeek: 'day of the week',
};

const wrongPattern = (problem: string): Failure => ({
  kind: 'wrong-input',
  happened: `This schedule cannot be read. ${problem}.`,
  safe: 'The schedule is as it was.',
  todo: 'Write five parts: minute, hour, day of the month, month, day of the week. "0 3 * * *" is every night at 03:00.',
});

/** A pattern made ready to be asked day by day. */
export interface Times {
  /** Minutes after midnight, ascending. */
  readonly minutesOfDay: readonly number[];
  isDay(day: WallMs): boolean;
}

/** Null for a pattern that cannot be read. */
export function timesOf(pattern: SchedulePattern): Times | null {
  switch (pattern.kind) {
    case 'daily':
      return { minutesOfDay: [pattern.hour * 60 + pattern.minute], isDay: () => true };
    case 'weekdays':
      return { minutesOfDay: [pattern.hour * 60 + pattern.minute], isDay: isWeekday };
    case 'cron':
      return cronTimes(pattern);
    default:
      return assertNever(pattern);
  }
}

const isWeekday = (day: WallMs): boolean => {
  const nth = new Date(day).getUTCDay();
  return nth >= 1 && nth <= 5;
};

// The pattern that was asked for last: it is asked for every minute and seldom changes.
let lastCron: { readonly cron: string; readonly times: Times | null } | null = null;

function cronTimes(pattern: SchedulePattern): Times | null {
  const cron = patternToCron(pattern);
  if (lastCron?.cron !== cron) lastCron = { cron, times: readCron(pattern) };
  return lastCron.times;
}

/**
 * node-cron says which days fit. It is asked in UTC about what the wall shows, so that no clock change comes in between:
 * by itself it leaves out a night whose hour a change skips.
 */
function readCron(pattern: SchedulePattern): Times | null {
  const checked = checkPattern(pattern);
  if (!checked.ok) return null;
  const task = createTask(checked.value, () => undefined, { timezone: 'UTC' });
  // It is never started; node-cron would otherwise keep it in its list for good.
  void task.destroy();
  const { hour, minute, month } = parse(checked.value);
  const minutesOfDay = [...new Set(hour.flatMap((h) => minute.map((m) => h * 60 + m)))].sort((a, b) => a - b);
  const firstMs = (minutesOfDay[0] ?? 0) * minuteMs;
  const isDay = (day: WallMs): boolean =>
    month.includes(new Date(day).getUTCMonth() + 1) && task.match(new Date(day + firstMs));
  return { minutesOfDay, isDay };
}
