// What a person typed after an option, read strictly: a date that is no date is refused here, before anything is opened.
import { InvalidArgumentError } from 'commander';
import { instructionsFault } from '../../shared/instructions.ts';

const isoShape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/iu;

const isDayOfCalendar = (year: number, month: number, dayOfMonth: number): boolean => {
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth;
};

/** 2026-11-20 or 2026-11-20T03:00:00Z. Without a zone it is this computer's own time; without a time, midnight. */
export function readMoment(text: string): number {
  const parts = isoShape.exec(text.trim());
  const refuse = (): never => {
    throw new InvalidArgumentError(`It is no date. Write it like 2026-11-20 or 2026-11-20T03:00:00Z.`);
  };
  if (parts === null) return refuse();
  const [, year, month, dayOfMonth, hours = '00', minutes = '00', seconds = '00', zone = ''] = parts;
  if (!isDayOfCalendar(Number(year), Number(month), Number(dayOfMonth))) return refuse();
  const zoneWithColon = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  const ms = Date.parse(`${year}-${month}-${dayOfMonth}T${hours}:${minutes}:${seconds}${zoneWithColon}`);
  return Number.isNaN(ms) ? refuse() : ms;
}

/** 2026-11-20, a day of the calendar; given back as it is. */
export function readDay(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim());
  if (parts === null || !isDayOfCalendar(Number(parts[1]), Number(parts[2]), Number(parts[3]))) {
    throw new InvalidArgumentError('It is no date. Write it like 2026-11-20.');
  }
  return parts[0];
}

/** A moment, or a bare day meant as a whole: its last millisecond. Null for what is no date. */
export function readDayOrMoment(text: string): number | null {
  if (!isoShape.test(text.trim())) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text.trim());
  const at = readMoment(text);
  if (!isDay) return at;
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1;
}

export function readCount(text: string): number {
  const n = Number(text);
  if (!/^\d+$/u.test(text) || n < 1 || !Number.isSafeInteger(n)) {
    throw new InvalidArgumentError('It must be a whole number from 1.');
  }
  return n;
}

export function readDollars(text: string): number {
  const usd = Number(text.replace(/^\$/u, ''));
  if (!/^\$?\d+(?:\.\d+)?$/u.test(text))
    throw new InvalidArgumentError('It must be an amount in dollars, like 0.25.');
  return usd;
}

/** 0 stands for any that is free. */
export function readPort(text: string): number {
  const n = Number(text);
  if (!/^\d{1,5}$/u.test(text) || n > 65_535) {
    throw new InvalidArgumentError('It must be a port from 1 to 65535, or 0 for any that is free.');
  }
  return n;
}

/** "3" or "v3". */
export const readVersionNumber = (text: string): number => {
  const n = Number(text.replace(/^v/iu, ''));
  if (!/^v?\d+$/iu.test(text) || !Number.isSafeInteger(n)) {
    throw new InvalidArgumentError('It must be the number of a version, as "memory history" lists them.');
  }
  return n;
};

/** The words of a question, of which there must be one. */
export function readQuery(words: readonly string[]): string {
  const query = words.join(' ');
  if (query.trim() === '') throw new InvalidArgumentError('The query holds no word.');
  return query;
}

/** Words or a path. "--home --json" forgot the path and does not mean a folder of that name. */
export function readText(text: string): string {
  if (text.trim() === '' || text.startsWith('--')) throw new InvalidArgumentError('Its value is missing.');
  return text;
}

/** What a night is told; as long as the app and the Dreams API take it. */
export function readInstructions(text: string): string {
  const fault = instructionsFault(readText(text));
  if (fault !== null) throw new InvalidArgumentError(`The ${fault}.`);
  return text;
}

/** 0 stands for none at all. */
export function readLimit(text: string): number {
  const n = Number(text.replaceAll('_', ''));
  if (!/^\d[\d_]*$/u.test(text) || !Number.isSafeInteger(n)) {
    throw new InvalidArgumentError('It must be a whole number from 0.');
  }
  return n;
}
