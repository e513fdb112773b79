// A day as a person writes it, as the moments in which it begins and ends on this computer.

type Moment = number | null | 'wrong';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Null for an empty field, `wrong` for what is no day of the calendar. */
export function dayBegins(text: string, daysLater = 0): Moment {
  if (text.trim() === '') return null;
  const [, year, month, day] = shape.exec(text.trim())?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return 'wrong';
  const isDay = new Date(year, month - 1, day).getMonth() === month - 1 && day > 0;
  return isDay ? new Date(year, month - 1, day + daysLater).getTime() : 'wrong';
}

/** Its last millisecond. */
export function dayEnds(text: string): Moment {
  const next = dayBegins(text, 1);
  return typeof next === 'number' ? next - 1 : next;
}
