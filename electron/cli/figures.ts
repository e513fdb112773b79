// Numbers, sizes, dates and durations as people say them: grouped, local, and never more exact than they are.

const grouped = new Intl.NumberFormat('en-US');
export const count = (n: number): string => grouped.format(n);

/** "1 session", "2 sessions", "no sessions". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n === 0 ? 'no' : count(n)} ${n === 1 ? one : many}`;

export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${at === 0 || value >= 100 ? count(Math.round(value)) : value.toFixed(1)} ${units[at] ?? ''}`;
}

/** Small sums are told to a hundredth of a cent. */
export const dollars = (usd: number): string => `$${usd.toFixed(usd !== 0 && usd < 0.1 ? 4 : 2)}`;

/** What a night asked of a model: "186,000 tokens · $0.31". */
export const askedText = (asked: { readonly tokens: number; readonly usd: number } | null): string =>
  asked === null ? 'no model' : `${counted(asked.tokens, 'token')} · ${dollars(asked.usd)}`;

export function duration(ms: number): string {
  if (ms < 950) return `${Math.max(0, Math.round(ms / 10) / 100)} s`;
  if (ms < 59_500) return `${(ms / 1000).toFixed(ms < 9_950 ? 1 : 0)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "20 Nov 2026", in this computer's time zone. */
export function day(ms: number): string {
  const at = new Date(ms);
  return Number.isNaN(at.getTime())
    ? 'an unknown day'
    : `${at.getDate()} ${monthNames[at.getMonth()] ?? ''} ${at.getFullYear()}`;
}

/** "20 Nov 2026, 03:05", in this computer's time zone. */
export function moment(ms: number): string {
  const at = new Date(ms);
  if (Number.isNaN(at.getTime())) return 'an unknown time';
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day(ms)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "3 hours ago": rounded down, so that it never claims more than has passed. */
export function ago(ms: number, nowMs: number): string {
  const passed = nowMs - ms;
  if (passed < -minuteMs) return 'in the future';
  if (passed < minuteMs) return 'just now';
  if (passed < hourMs) return `${counted(Math.floor(passed / minuteMs), 'minute')} ago`;
  if (passed < 2 * dayMs) return `${counted(Math.floor(passed / hourMs), 'hour')} ago`;
  return `${counted(Math.floor(passed / dayMs), 'day')} ago`;
}

export const momentAndAgo = (ms: number, nowMs: number): string => `${moment(ms)} (${ago(ms, nowMs)})`;
